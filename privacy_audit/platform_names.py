"""How platforms are called where a user reads of them, by the ids of their importers."""

_NAMES = {
    "x": "X",
    "tiktok": "TikTok",
    "linkedin": "LinkedIn",
    "whatsapp": "WhatsApp",
    "youtube": "YouTube",
    "google-takeout": "Google",
    "wiki": "Wikis",
    "generic": "Another platform",
}


def platform_name(importer: str) -> str:
    """ "Facebook" for "facebook"; those with other capitals or words are listed."""
    return _NAMES.get(importer) or importer.replace("-", " ").title()

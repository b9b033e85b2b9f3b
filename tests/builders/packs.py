"""Packs of an invented force, signed with keys made for the test."""

from collections.abc import Mapping

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from privacy_audit.packs import signed, unsigned

GUIDANCE = """
id = "westhaven"
title = "Social media for officers"
issuer = "Westhaven Police"
audience = "police"
document = "westhaven.pdf"
[[clause]]
section = "2.1"
kind = "finding"
asks = "Keep your date of birth to yourself."
quote = "officers keep their date of birth private"
checks = ["date-of-birth"]
"""
REMEDY = """
[[remedy]]
id = "birthday-audience"
title = "Hide your birthday, the Westhaven way"
minutes = 1
mark = "R1"
checked_on = 2026-11-01
[[remedy.step]]
kind = "audience"
text = "Choose Only me beside your birthday."
link = "https://www.facebook.com/me"
"""
FILES: Mapping[str, str] = {"guidance/westhaven.toml": GUIDANCE, "remedies/facebook.toml": REMEDY}
MANIFEST: Mapping[str, object] = {
    "name": "westhaven",
    "title": "Westhaven's own guidance",
    "publisher": "Westhaven Police, information security",
    "version": 3,
    "issued": "2026-11-01",
    "expires": "2027-11-01",
}


def pack(key: Ed25519PrivateKey, files: Mapping[str, str] | None = None, **manifest: object) -> bytes:
    """A signed pack; `manifest` replaces what is named."""
    return signed(unsigned({**MANIFEST, **manifest}, FILES if files is None else files), key)

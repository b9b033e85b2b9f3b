"""Makes what a person can save of a wiki: exported pages with their history, and a list of edits."""

import json

OWNER = "MorganFP"
COUNTS = {
    "pages": {"profile": 1, "posts": 3, "comments": 2 + 1, "likes": 3, "photos": 1, "logins": 1},
    "edits": {"comments": 2, "likes": 2, "logins": 1},
}


def _page(title: str, space: int, *revisions: str) -> str:
    return f"<page><title>{title}</title><ns>{space}</ns><id>1</id>{''.join(revisions)}</page>"


def _revision(who: str, words: str, summary: str = "", parent: int | None = None) -> str:
    tag = "ip" if who[0].isdecimal() else "username"
    return (
        f"<revision><id>1</id>{'' if parent is None else f'<parentid>{parent}</parentid>'}"
        f"<timestamp>2024-03-14T09:30:00Z</timestamp><contributor><{tag}>{who}</{tag}></contributor>"
        f'{f"<comment>{summary}</comment>" if summary else ""}<text xml:space="preserve">{words}</text></revision>'
    )


def pages(version: str = "0.11") -> dict[str, bytes]:
    upload = (
        f"<upload><timestamp>2024-03-14T09:30:00Z</timestamp><contributor><username>{OWNER}</username></contributor>"
        "<comment>The castle</comment><filename>Castle.jpg</filename></upload>"
    )
    body = (
        _page("User:MorganFP", 2, _revision(OWNER, "I look after a beat in Ludlow."))
        + _page("User talk:MorganFP", 3, _revision("SamT", "Well done, Morgan."))
        + _page(
            "West Mercia Police",
            0,
            _revision("SamT", "A force.\nIt has stations."),
            _revision(OWNER, "A force.\nIt has stations.\nI work at one.", "one more", 1),
            _revision("203.0.113.7", "A force.\nIt has stations.\nOne is closed.", "", 1),
            _revision("SamT", "A force.", "too much", 1),
            _revision(OWNER, "A force.\nIt has stations.", "back again", 1),
        )
        + _page("Other people", 0, _revision("198.51.100.7", "Nothing of ours"), _revision("SamT", "Nor this", "", 1))
        + _page("File:Castle.jpg", 6, _revision(OWNER, "Own work", "", None), upload)
    )
    site = "<siteinfo><sitename>A wiki</sitename></siteinfo>"
    space = f'xmlns="http://www.mediawiki.org/xml/export-{version}/"'
    page = f'<mediawiki {space} version="{version}">{site}{body}</mediawiki>'
    return {"A wiki-20240314.xml": page.encode()}


def edits() -> dict[str, bytes]:
    def edit(user: str, title: str, summary: str) -> dict[str, object]:
        return {"user": user, "ns": 0, "title": title, "timestamp": "2024-03-14T09:30:00Z", "comment": summary}

    listed = [
        edit(OWNER, "West Mercia Police", "my own station"),
        edit(OWNER, "Ludlow", ""),
        edit("203.0.113.7", "Ludlow", "forgot to log in"),
    ]
    return {"contributions.json": json.dumps({"batchcomplete": "", "query": {"usercontribs": listed}}).encode()}


def saved(kind: str) -> dict[str, bytes]:
    return edits() if kind == "edits" else pages()

"""Writes the invented person's Instagram export as pages, as Instagram has worded them since 2021."""

import html
import json
from datetime import UTC, datetime
from typing import Any

from tests.builders import instagram
from tests.builders.variants import Files

_PAGE = """<html><head><meta charset="utf-8"><title>{title}</title><style>._a6-g{{margin:1px}}</style></head>
<body class="_5vb_ _2yq"><div class="_li"><div class="_a705"><div class="_3-8y _3-95 _a70a"><div class="_a70d">
<div class="_a70e">{title}</div></div></div>{top}<main class="_a706" role="main">{records}</main></div></div>
</body></html>"""
_RECORD = '<div class="pam _3-95 _2ph- _a6-g uiBoxWhite noborder">{}</div>'
_HEADING = '<h2 class="_3-95 _2pim _a6-h _a6-i">{}</h2>'
_BODY = '<div class="_3-95 _a6-p"><div><div></div><div>{}</div></div></div>'
_DATE = '<div class="_3-94 _a6-o">{}</div>'
_WIDE = '<tr><td colspan="2" class="_2pin _a6_q">{}<div><div>{}</div></div></td></tr>'
_ROW = '<tr><td class="_2pin _a6_q">{}</td><td class="_2pin _2piu _a6_r">{}</td></tr>'


def archive() -> Files:
    """The export of 2024 as pages. What is no list of records stays as it is."""
    files: dict[str, bytes] = {}
    for path, data in instagram.archive("2024").items():
        if not path.endswith(".json"):
            files[path] = data
            continue
        value = _repaired(json.loads(data))
        page = _thread(value) if "/messages/" in path else _list(path, value)
        files[f"{path.removesuffix('.json')}.html"] = page.encode()
    return files


def _repaired(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("latin-1").decode()
    if isinstance(value, dict):
        return {_repaired(key): _repaired(inner) for key, inner in value.items()}
    return [_repaired(inner) for inner in value] if isinstance(value, list) else value


def _day(seconds: float) -> str:
    text = datetime.fromtimestamp(seconds, UTC).strftime("%b %d, %Y %I:%M %p")
    return text.replace("AM", "am").replace("PM", "pm")


def _list(path: str, value: Any) -> str:
    rows = value if isinstance(value, list) else next(iter(value.values()))
    records = "".join(_RECORD.format(_record(row)) for row in rows)
    return _PAGE.format(title=path.rpartition("/")[2], top="", records=records)


def _record(row: dict[str, Any]) -> str:
    media = row.get("media") or ([row] if row.get("uri") else [])
    if media:
        return _post(row, media)
    head = _HEADING.format(html.escape(row["title"])) if row.get("title") else ""
    table = "".join(_labelled(label, said) for label, said in (row.get("string_map_data") or {}).items())
    shown = "".join(_picture(one) for one in (row.get("media_map_data") or {}).values())
    listed = "".join(_listed(said) for said in row.get("string_list_data") or ())
    return head + _BODY.format(shown + (f"<table><tbody>{table}</tbody></table>" if table else "") + listed)


def _labelled(label: str, said: dict[str, Any]) -> str:
    if said["timestamp"]:
        return _ROW.format(html.escape(label), _day(said["timestamp"]))
    return _WIDE.format(html.escape(label), html.escape(said["value"])) if said["value"] else ""


def _listed(said: dict[str, Any]) -> str:
    href, value = said.get("href", ""), html.escape(said.get("value", ""))
    words = value if value and "/p/" not in href else href
    link = f'<div><a target="_blank" href="{href}">{words}</a></div>' if href else ""
    plain = f"<div>{value}</div>" if (value and words != value) or (value and not href) else ""
    return f"{plain}{link}<div>{_day(said['timestamp'])}</div>"


def _post(row: dict[str, Any], media: list[dict[str, Any]]) -> str:
    single = media[0]["title"] if len(media) == 1 else ""
    caption = row.get("title", "") or single
    shown = "".join(_picture(one, "" if one["title"] == caption else one["title"]) for one in media)
    when = row.get("creation_timestamp") or media[0]["creation_timestamp"]
    return (_HEADING.format(html.escape(caption)) if caption else "") + _BODY.format(shown) + _DATE.format(_day(when))


def _picture(media: dict[str, Any], caption: str = "") -> str:
    uri = media["uri"]
    if not uri:
        return ""
    tag = (
        f'<video src="{uri}" controls="1"></video>'
        if uri.endswith(".mp4")
        else f'<img src="{uri}" class="_a6_o _3-96">'
    )
    about = next(value for key, value in media["media_metadata"].items() if key != "camera_metadata")
    exif = about["exif_data"][1]
    rows = "".join(_WIDE.format(key.capitalize(), exif[key]) for key in ("latitude", "longitude") if key in exif)
    table = f"<table><tbody>{rows}</tbody></table>" if rows else ""
    words = f"<div>{html.escape(caption)}</div>" if caption else ""
    return f'<div><a target="_blank" href="{uri}">{tag}</a>{words}{table}</div>'


def _thread(value: dict[str, Any]) -> str:
    names = " and ".join(html.escape(one["name"]) for one in value["participants"])
    records = []
    for one in value["messages"]:
        shown = "".join(
            f'<div><a href="{p["uri"]}"><img src="{p["uri"]}" class="_a6_o"></a></div>' for p in one.get("photos", ())
        )
        words = f"<div>{html.escape(one.get('content', ''))}</div>"
        body = f'<div class="_3-95 _a6-p"><div><div></div>{words}{shown}<div></div></div></div>'
        record = (
            _HEADING.format(html.escape(one["sender_name"])) + body + _DATE.format(_day(one["timestamp_ms"] / 1000))
        )
        records.append(_RECORD.format(record))
    top = f"<div>Participants: {names}</div>"
    return _PAGE.format(title=html.escape(value["title"]), top=top, records="".join(records))

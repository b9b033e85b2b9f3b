"""What the owner allowed: connected apps, what other firms told Facebook, privacy settings, post audiences, forms."""

from collections.abc import Iterator
from typing import Any

from privacy_audit.archive import Member
from privacy_audit.decoding import walk_texts
from privacy_audit.meta.audiences import audience_of
from privacy_audit.meta.labels import labels
from privacy_audit.meta.scene import Found, Reader, Scene, fix, moment
from privacy_audit.meta.shapes import App, Labelled
from privacy_audit.meta.tables import each, untyped
from privacy_audit.model import FieldKind, LinkedApp, ProfileField, Setting, Source

__all__ = ["apps", "audience_of", "settings", "typed_in_forms"]

_FORM_FIELDS = (
    ("email", FieldKind.EMAIL),
    ("phone", FieldKind.PHONE),
    ("tel", FieldKind.PHONE),
    ("address", FieldKind.ADDRESS),
    ("postal", FieldKind.ADDRESS),
    ("zip", FieldKind.ADDRESS),
    ("city", FieldKind.ADDRESS),
    ("gender", FieldKind.GENDER),
    ("name", FieldKind.NAME),
)


def apps(root: str, state: str = "") -> Reader:
    def read(scene: Scene, member: Member) -> Iterator[Found]:
        return each(scene, member, App, root, make)

    def make(source: Source, row: App) -> Iterator[LinkedApp]:
        said = labels(row.label_values)
        name = fix(row.name) or said.text("name", "appname", "app")
        if name:
            added = moment(row.added_timestamp or _latest(row.events) or said.any_time())
            yield LinkedApp(source, name=name, added=added, state=state or fix(row.category) or said.text("category"))

    return read


def _latest(events: list[Any] | None) -> float | None:
    times = (event.get("timestamp") for event in events or () if isinstance(event, dict))
    return max((float(time) for time in times if isinstance(time, int | float)), default=None)


def settings(prefix: str = "") -> Reader:
    """A reader of records of label and value that hold settings. The words are the export's own, in its language."""

    def read(scene: Scene, member: Member) -> Iterator[Found]:
        return each(scene, member, Labelled, "", make)

    def make(source: Source, row: Labelled) -> Iterator[Setting]:
        title = fix(row.title) or fix(row.ent_name)
        for leaf in labels(row.label_values).leaves:
            value = leaf.text or leaf.href
            if value:
                path = leaf.path[:-1] if len(leaf.path) > 1 and leaf.names[0] == "value" else leaf.path
                name = ": ".join(dict.fromkeys(filter(None, (prefix, title, *path))))
                yield Setting(source, name=name, value=value, audience=audience_of(value))

    return read


def typed_in_forms(scene: Scene, member: Member) -> Iterator[Found]:
    """Name, address and telephone as typed into forms inside Facebook: {"EMAIL": ["…"], …}."""
    value, problems = untyped(scene, member)
    yield from problems
    for pointer, raw in walk_texts(value):
        key = next((piece for piece in reversed(pointer.split("/")) if not piece.isdecimal()), "")
        if raw.strip():
            kind = next((kind for word, kind in _FORM_FIELDS if word in key.casefold()), FieldKind.OTHER)
            source = scene.source(member, pointer)
            yield ProfileField(source, kind=kind, value=fix(raw), detail=f"typed into a form: {fix(key)}")

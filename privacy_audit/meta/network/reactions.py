"""What the owner liked: reactions to posts and comments, pages, and votes in polls."""

from collections.abc import Iterator

from privacy_audit.archive import Member
from privacy_audit.meta.labels import labels
from privacy_audit.meta.network.people import named_in
from privacy_audit.meta.scene import Found, Scene, fix, moment
from privacy_audit.meta.shapes import Activity, Named
from privacy_audit.meta.tables import each
from privacy_audit.model import Like, Passage, PassageKind, Source, Voice


def reactions(scene: Scene, member: Member) -> Iterator[Found]:
    def make(source: Source, row: Activity) -> Iterator[Like]:
        scene.newest.saw(row.timestamp)
        if row.label_values:
            yield from _labelled(source, row)
            return
        found = next((datum.reaction for datum in row.data or () if datum.reaction is not None), None)
        if found is not None or row.title:
            reaction = fix(found.reaction) if found else ""
            yield Like(source, on=fix(row.title), reaction=reaction, when=moment(row.timestamp))

    yield from each(scene, member, Activity, "reactions", make)


def _labelled(source: Source, row: Activity) -> Iterator[Like]:
    said = labels(row.label_values)
    on = said.text("name", "title", "url") or said.words().replace("\n", " ") or fix(row.title)
    if on:
        when = moment(row.timestamp or said.any_time())
        yield Like(source, on=on, reaction=said.text("reaction"), when=when)


def votes(scene: Scene, member: Member) -> Iterator[Found]:
    def make(source: Source, row: Activity) -> Iterator[Like]:
        polls = [thing.poll for group in row.attachments or () for thing in group.data or () if thing.poll]
        chosen = [fix(option.option) for poll in polls for option in poll.options or () if option.voted]
        on = " ".join(filter(None, (fix(row.title), *(fix(poll.question) for poll in polls))))
        if on or chosen:
            yield Like(source, on=on, reaction=", ".join(chosen), when=moment(row.timestamp))

    yield from each(scene, member, Activity, "poll_votes", make)


def pages_liked(scene: Scene, member: Member) -> Iterator[Found]:
    def make(source: Source, row: Named) -> Iterator[Like | Passage]:
        name = fix(row.name) or named_in(row) or labels(row.label_values).text("name", "page")
        if name:
            when = moment(row.timestamp)
            yield Like(source, on=name, is_page=True, when=when)
            yield Passage(name, PassageKind.PAGE_NAME, Voice.OWNER, source, when=when)

    yield from each(scene, member, Named, "page_likes", make)


def other_likes(scene: Scene, member: Member) -> Iterator[Found]:
    """Likes on other websites: the export's own sentence, with the page attached."""

    def make(source: Source, row: Activity) -> Iterator[Like]:
        links = [thing.external_context for group in row.attachments or () for thing in group.data or ()]
        names = (fix(link.name) or fix(link.url) for link in links if link is not None)
        on = " ".join(filter(None, (fix(row.title), *names)))
        if on:
            yield Like(source, on=on, when=moment(row.timestamp))

    yield from each(scene, member, Activity, "other_likes", make)

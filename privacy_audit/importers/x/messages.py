"""Direct messages of an X archive: people are account numbers, told by name where a post mentioned them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from privacy_audit.archive import Member
from privacy_audit.batching import Found
from privacy_audit.contents import Visit
from privacy_audit.importers.x.posts import Texts
from privacy_audit.importers.x.shapes import ConversationRow, DirectMessage, GrokItem, GrokRow
from privacy_audit.importing import TextBatch
from privacy_audit.json_stream import Row, rows
from privacy_audit.model import Category, Moment, Passage, PassageKind, Source, Thread, Voice
from privacy_audit.text import moment_from_text, unescape

_NO_CONVERSATION = "This conversation is not in a form that we know. Look at it in the archive itself."
_GROK = "Grok"
_GROK_ITSELF = frozenset({"agent", "grok", "assistant"})


@dataclass(frozen=True, slots=True, repr=False)
class Messages:
    """The reader of both kinds of conversation. `account` is the owner's number."""

    texts: Texts
    account: str
    owner: str

    def __call__(self, visit: Visit, member: Member) -> Iterator[Found]:
        with visit.archive.stream(member) as stream:
            for row in rows(stream, ConversationRow, visit.source(member)):
                if not isinstance(row, Row):
                    yield row
                    continue
                talk = row.value.conversation or row.value
                if talk.conversation_id is None and not talk.messages:
                    yield visit.problem(member, f"/{row.number}", _NO_CONVERSATION)
                    continue
                events = talk.messages or []
                said = [message for event in events if (message := event.message or event.welcome) is not None]
                names = [event.renamed.name for event in events if event.renamed and event.renamed.name]
                source = visit.source(member, f"/{row.number}")
                yield from self._conversation(source, talk.conversation_id or str(row.number), said, names)

    def _conversation(
        self, source: Source, key: str, said: Sequence[DirectMessage], names: Sequence[str]
    ) -> Iterator[Found]:
        numbers = dict.fromkeys(str(message.sender_id or "") for message in said)
        if "-" in key:
            numbers |= dict.fromkeys(key.split("-"))
        others = tuple(self._name(number) for number in numbers if number and number != self.account)
        title = names[0] if names else ", ".join(others)
        times = sorted(filter(None, (moment_from_text(message.created_at or "") for message in said)))
        first, last = (times[0], times[-1]) if times else (None, None)
        yield Thread(source, key, title, (*others, self.owner), len(said), first=first, last=last)
        yield from (Passage(name, PassageKind.GROUP_NAME, Voice.UNKNOWN, source) for name in names)
        if said:
            yield _batch(self, source, key, title, said)

    def _name(self, number: str) -> str:
        return self.texts.people.get(number, f"account {number}")

    def author(self, message: DirectMessage) -> str:
        number = str(message.sender_id or "")
        return self.owner if number == self.account else self._name(number)

    def voice(self, message: DirectMessage) -> Voice:
        if not self.account or not message.sender_id:
            return Voice.UNKNOWN
        return Voice.OWNER if str(message.sender_id) == self.account else Voice.OTHER


def _batch(reader: Messages, source: Source, key: str, title: str, said: Sequence[DirectMessage]) -> TextBatch:
    def passage(index: int) -> Passage:
        message = said[index]
        return Passage(
            texts[index],
            PassageKind.MESSAGE,
            reader.voice(message),
            Source(source.importer, source.member, f"{source.pointer}/messages/{index}"),
            author=reader.author(message),
            thread=key,
            place=title,
            when=_when(message),
        )

    texts = [unescape(message.text or "") for message in said]
    authors = [reader.author(message) for message in said]
    return TextBatch(Category.MESSAGES, PassageKind.MESSAGE, source.member, texts, passage, authors=authors)


def _when(message: DirectMessage) -> Moment | None:
    return moment_from_text(message.created_at or "")


def grok(visit: Visit, member: Member) -> Iterator[Found]:
    """What was said to X's own assistant, and its answers."""
    with visit.archive.stream(member) as stream:
        for row in rows(stream, GrokRow, visit.source(member)):
            if not isinstance(row, Row):
                yield row
                continue
            item = row.value.item or GrokItem()
            sender = str(item.sender.get("name") if isinstance(item.sender, dict) else item.sender or "")
            yield Passage(
                item.message or "",
                PassageKind.MESSAGE,
                Voice.OTHER if sender.casefold() in _GROK_ITSELF else Voice.OWNER,
                visit.source(member, f"/{row.number}"),
                thread=item.chat_id or "",
                place=_GROK,
                when=moment_from_text(item.created_at or ""),
            )

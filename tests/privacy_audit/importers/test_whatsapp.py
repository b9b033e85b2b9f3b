"""WhatsApp: chats come out whole however the phone wrote them, and nobody is taken for the owner without proof."""

import json
from collections import Counter
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from privacy_audit.archive import open_archive
from privacy_audit.engine import audit
from privacy_audit.events import Finished, VoicesFound
from privacy_audit.importers.whatsapp import IMPORTER
from privacy_audit.importers.whatsapp import lines as chat_lines
from privacy_audit.importers.whatsapp.words import content, named_group
from privacy_audit.importing import (
    Holder,
    MemberFate,
    MemberNote,
    ReadOptions,
    ReadProblem,
    TextBatch,
    Voices,
)
from privacy_audit.intake import gather
from privacy_audit.model import (
    Audience,
    Connection,
    Coordinates,
    Membership,
    PassageKind,
    Photo,
    Place,
    Record,
    Setting,
    Thread,
    Voice,
)
from tests.builders import whatsapp
from tests.builders.reading import counts, fates, passages, problems, read_export, records
from tests.builders.variants import WHOLE, as_folder, as_zip

FIXTURES = Path(__file__).parents[4] / "shared/fixtures/whatsapp/joweich_chat-miner/test/whatsapp"


@pytest.mark.parametrize("form", whatsapp.FORMS)
@pytest.mark.parametrize("variant", WHOLE)
def test_everything_comes_out(form: str, variant: str, tmp_path: Path) -> None:
    items = read_export(IMPORTER, WHOLE[variant](whatsapp.archive(form)), tmp_path)
    found = counts(items)
    assert found == {"messages": whatsapp.MESSAGES, "photos": 2, "places": 1, "groups": 1}
    assert problems(items) == []
    talk = [passage for passage in passages(items) if passage.kind is PassageKind.MESSAGE]
    assert Counter(passage.author for passage in talk) == {whatsapp.OWNER: 5, whatsapp.FRIEND: 6, whatsapp.STRANGER: 2}
    assert [passage.text for passage in talk if passage.text] == [
        "who is in: me, you?",
        "I am on nights\nsorry\n\nnext week",
        "\U0001f44d",
        "Watch",
        f"Location: {whatsapp.PLACE}",
        "back at 5",
        "video call me later",
        "a:b",
    ]
    stamps = [passage.when.iso() for passage in talk if passage.when]
    assert len(stamps) == whatsapp.MESSAGES
    assert stamps[0].startswith("2024-03-19T06:05")
    assert stamps[-1].startswith("2024-03-23T01:05") or stamps[-1].startswith("2024-03-23")
    assert not talk[0].when or not talk[0].when.zone_known


def test_the_chat_and_what_lies_beside_it(tmp_path: Path) -> None:
    items = read_export(IMPORTER, whatsapp.archive(), tmp_path, "WhatsApp Chat - Walks.zip")
    found = records(items)
    (thread,) = [item for item in found if isinstance(item, Thread)]
    assert (thread.title, thread.messages) == ("Walks", whatsapp.MESSAGES)
    assert set(thread.participants) == {whatsapp.OWNER, whatsapp.FRIEND, whatsapp.STRANGER}
    assert [item.member for item in found if isinstance(item, Photo)] == [whatsapp.PICTURE, whatsapp.FILM]
    (place,) = [item for item in found if isinstance(item, Place)]
    assert place.coordinates == Coordinates(52.3676, -2.718)
    assert {passage.text for passage in passages(items) if passage.kind is PassageKind.GROUP_NAME} == {
        "Walks",
        "Walks: Sunday",
    }
    assert fates(items)[whatsapp.PICTURE] is MemberFate.MEDIA


def test_who_says_you_deleted_this_is_the_owner(tmp_path: Path) -> None:
    items = read_export(IMPORTER, whatsapp.archive(), tmp_path)
    (asked,) = [item for item in items if isinstance(item, Voices)]
    assert set(asked.names) == {whatsapp.OWNER, whatsapp.FRIEND, whatsapp.STRANGER}
    assert asked.likely == whatsapp.OWNER
    voices = {passage.author: passage.voice for passage in passages(items) if passage.kind is PassageKind.MESSAGE}
    assert voices[whatsapp.OWNER] is Voice.OWNER
    assert voices[whatsapp.FRIEND] is voices[whatsapp.STRANGER] is Voice.OTHER
    assert not any(isinstance(item, Holder) for item in items)


@pytest.mark.parametrize(
    ("name", "own", "owner", "asks"),
    [
        ("WhatsApp Chat with Sam Tolley.txt", (), whatsapp.OWNER, True),
        ("WhatsApp-Chat mit Sam Tolley.txt", (), whatsapp.OWNER, True),
        ("chat.txt", (), "", True),
        ("chat.txt", ("Sam Tolley",), whatsapp.FRIEND, False),
        ("WhatsApp Chat with Sam Tolley.txt", ("Sam Tolley",), whatsapp.FRIEND, False),
    ],
)
def test_a_chat_of_two(name: str, own: tuple[str, ...], owner: str, asks: bool, tmp_path: Path) -> None:
    items = read_export(IMPORTER, {name: whatsapp.pair()}, tmp_path, options=ReadOptions(own_names=own))
    voices = {passage.author: passage.voice for passage in passages(items) if passage.kind is PassageKind.MESSAGE}
    wanted = {whatsapp.OWNER: Voice.OTHER, whatsapp.FRIEND: Voice.OTHER, owner: Voice.OWNER}
    assert voices == (wanted if owner else dict.fromkeys((whatsapp.OWNER, whatsapp.FRIEND), Voice.UNKNOWN))
    assert [item.likely for item in items if isinstance(item, Voices)] == ([owner] if asks else [])


def test_the_engine_passes_the_question_on(tmp_path: Path) -> None:
    path = as_zip({"chat.txt": whatsapp.pair()}, tmp_path / "chat.zip")
    intake = gather([path], [IMPORTER])
    (asked,) = [event for event in audit(intake.exports, ()) if isinstance(event, VoicesFound)]
    assert set(asked.names) == {whatsapp.OWNER, whatsapp.FRIEND}


@pytest.mark.parametrize(
    ("dates", "day", "told"),
    [
        (("01/02/24", "13/02/24"), "2024-02-01", False),
        (("02/01/24", "02/13/24"), "2024-02-01", False),
        (("30/01/24", "01/02/24"), "2024-01-30", False),
        (("05/01/24", "01/02/24", "02/03/24"), "2024-01-05", False),  # month first would go back in time
        (("03/04/24", "03/05/24", "03/06/24"), "2024-03-04", False),  # what stays is the month
        (("01/02/24", "02/03/24"), "2024-02-01", True),
        (("02/02/24",), "2024-02-02", False),
    ],
)
def test_the_order_of_dates(dates: tuple[str, ...], day: str, told: bool, tmp_path: Path) -> None:
    chat = "\n".join(f"{date}, 10:00 - Sam: hello" for date in dates).encode()
    items = read_export(IMPORTER, {"WhatsApp Chat with Sam.txt": chat}, tmp_path)
    first = next(passage for passage in passages(items) if passage.kind is PassageKind.MESSAGE)
    assert first.when is not None
    assert first.when.iso() == f"{day}T10:00:00"
    assert ["day first" in problem.reason for problem in problems(items)] == ([True] if told else [])


def test_lines_under_no_date_are_told(tmp_path: Path) -> None:
    chat = b"half a message\n" + whatsapp.pair()
    items = read_export(IMPORTER, {"WhatsApp Chat with Sam.txt": chat}, tmp_path)
    assert "line 1" in [problem.source.pointer for problem in problems(items)]
    assert counts(items)["messages"] == 4


def test_places_count_from_the_files_own_first_line(tmp_path: Path) -> None:
    items = read_export(IMPORTER, whatsapp.archive("Android UK"), tmp_path)
    talk = {passage.text: passage.source.pointer for passage in passages(items)}
    lines = whatsapp.text(whatsapp.FORMS["Android UK"]).decode().split("\n")
    for words in ("who is in: me, you?", "back at 5", "a:b"):
        number = int(talk[words].removeprefix("line "))
        assert words.partition(" ")[0] in lines[number - 1]


def test_several_chats_of_one_folder_are_one_export(tmp_path: Path) -> None:
    files = {"WhatsApp Chat with Sam Tolley.txt": whatsapp.pair(), **whatsapp.archive("Android UK")}
    intake = gather([as_folder(files, tmp_path / "WhatsApp")], [IMPORTER])
    (export,) = intake.exports
    items = list(IMPORTER.read(export.archive, ReadOptions()))
    assert counts(items)["messages"] == whatsapp.MESSAGES + 4
    assert len([item for item in items if isinstance(item, Voices)]) == 1


@pytest.mark.parametrize(
    ("card", "names"),
    [
        (b"BEGIN:VCARD\nVERSION:3.0\nFN:Kim Lomas\nTEL;TYPE=CELL:+44 7700 900005\nEND:VCARD\n", ["Kim Lomas"]),
        (b"nothing", []),
    ],
)
def test_contact_cards_beside_a_chat(card: bytes, names: list[str], tmp_path: Path) -> None:
    items = read_export(IMPORTER, {"Kim.vcf": card, **whatsapp.archive()}, tmp_path)
    assert [item.name for item in records(items) if isinstance(item, Connection)] == names
    assert len(problems(items)) == (not names)


def test_a_writer_called_you_is_the_owner(tmp_path: Path) -> None:
    chat = whatsapp.pair().replace(whatsapp.OWNER.encode(), b"You")
    items = read_export(IMPORTER, {"chat.txt": chat}, tmp_path)
    voices = {passage.author: passage.voice for passage in passages(items) if passage.kind is PassageKind.MESSAGE}
    assert voices == {"You": Voice.OWNER, whatsapp.FRIEND: Voice.OTHER}


def test_two_exports_of_one_chat_count_once(tmp_path: Path) -> None:
    words = whatsapp.pair()
    older = as_zip({"_chat.txt": words[: words.index(b"\n")]}, tmp_path / "WhatsApp Chat - Sam Tolley.zip")
    newer = as_zip({"_chat.txt": words}, tmp_path / "WhatsApp Chat - Sam Tolley (1).zip")
    intake = gather([older, newer], [IMPORTER])
    finished = [event for event in audit(intake.exports, ()) if isinstance(event, Finished)]
    assert sum(export.records["messages"] for export in finished[0].result.exports) == 4


def test_the_account_report(tmp_path: Path) -> None:
    items = read_export(IMPORTER, whatsapp.report(), tmp_path)
    holder = next(item for item in items if isinstance(item, Holder))
    assert (holder.names, holder.account_id) == ((whatsapp.OWNER,), "447700900318")
    found = records(items)
    assert counts(items)["connections"] == 4
    assert [item.name for item in found if isinstance(item, Membership)] == ["Sunday walkers"]
    audiences = {item.name.rpartition("/")[2]: item.audience for item in found if isinstance(item, Setting)}
    assert audiences["profile_photo"] is Audience.EVERYONE
    assert audiences["last_seen"] is Audience.FRIENDS
    assert "On shift" in {passage.text for passage in passages(items) if passage.kind is PassageKind.BIO}
    assert any(isinstance(item, Connection) and item.kind.value == "blocked" for item in found)
    assert problems(items) == []


@pytest.mark.skipif(not FIXTURES.exists(), reason="the examples are not here")
@pytest.mark.parametrize("name", ["[mmddyy]_24hrs", "ddmmyy_24hrs", "mmddyy_24hrs", "mmddyyyy_12hrs", "yyyymmdd_24hrs"])
def test_published_examples(name: str, tmp_path: Path) -> None:
    data = (FIXTURES / f"test_{name}.txt").read_bytes()
    target = sorted(json.loads((FIXTURES / "target.json").read_text("utf-8")), key=lambda one: str(one["timestamp"]))
    items = read_export(IMPORTER, {f"test_{name}.txt": data}, tmp_path)
    talk = [passage for passage in passages(items) if passage.kind is PassageKind.MESSAGE]
    assert talk.pop(1).text == "."  # which the example's own list leaves out
    wanted = [one for one in target if one["author"] != "System"]
    assert [(one.when.iso() if one.when else "", one.author) for one in talk] == [
        (one["timestamp"], one["author"]) for one in wanted
    ]
    assert [one.text.replace("\n", " ") for one in talk] == [one["message"].strip() for one in wanted]


def test_other_texts_are_no_chats(tmp_path: Path) -> None:
    files = {"readme.txt": b"Hello\n12/03/2024 was a Tuesday\n", "list.txt": b"1. milk\n2. bread\n"}
    assert IMPORTER.recognise(open_archive([as_folder(files, tmp_path)])) is None


@pytest.mark.parametrize(
    ("words", "text", "file"),
    [
        ("<Medien ausgeschlossen>", "", ""),
        ("<Médias omis>\nregarde", "regarde", ""),
        ("\u200eimagen omitida", "", ""),
        ("IMG-1.jpg (Datei angehängt)\nschau", "schau", "IMG-1.jpg"),
        ("\u200e<Anhang: 0001-PHOTO.jpg>", "", "0001-PHOTO.jpg"),
        ("look \u200e<adjunto: 0001-PHOTO.jpg>", "look", "0001-PHOTO.jpg"),
        ("plan.pdf \u2022 \u200e2 pages \u200e<attached: 0001-plan.pdf>", "", "0001-plan.pdf"),
        ("Ta wiadomość została usunięta", "", ""),
        ("gut \u200e<Diese Nachricht wurde bearbeitet.>", "gut", ""),
        ("Videoanruf, \u200e5 Min", "", ""),
        ("Video call me later", "Video call me later", ""),
        ("a < b (or so)", "a < b (or so)", ""),
    ],
)
def test_signs_in_many_languages(words: str, text: str, file: str) -> None:
    held = content(words)
    assert (held.text, held.file) == (text, file)


@pytest.mark.parametrize(
    ("notice", "name"),
    [
        ("Sam created group \u201cWalks: Sunday\u201d", "Walks: Sunday"),
        ('Sam changed the subject from "Old" to "New"', "New"),
        ("Sam hat die Gruppe \u201eWandern\u201c erstellt", "Wandern"),
        ("Sam left", ""),
    ],
)
def test_what_a_group_is_called(notice: str, name: str) -> None:
    assert named_group(notice) == name


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=40), max_size=8),
    st.sampled_from(sorted(whatsapp.FORMS)),
    st.integers(1, 200),
)
def test_every_message_comes_out_wherever_blocks_end(texts: list[str], form: str, block: int) -> None:
    head = whatsapp.FORMS[form].head
    at = datetime(2024, 5, 17, 14, 30, tzinfo=UTC)
    written = "".join(f"{head(at)}Sam: {text}\n" for text in texts).encode()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(chat_lines, "_BLOCK", block)
        patch.setattr(chat_lines, "_LONGEST_HEADING", 60)
        found = list(chat_lines.lines(BytesIO(written)))
    bodies = [f"Sam: {text}" for text in texts]
    assert [line.body for line in found] == [body.strip("\n") for body in bodies]
    assert [line.number for line in found] == [
        1 + sum(body.count("\n") + 1 for body in bodies[:n]) for n in range(len(found))
    ]


def test_a_chat_of_line_breaks_takes_no_time() -> None:
    written = b"01/02/2024, 10:00 - Sam: hello" + b"\n1" * 1_000_000
    assert len(list(chat_lines.lines(BytesIO(written)))) == 1


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=200), text=st.text(max_size=80), name=st.sampled_from(["_chat.txt", "portability.json"]))
def test_any_bytes_come_out_as_items(data: bytes, text: str, name: str, tmp_path: Path) -> None:
    line = f"\n31/12/2024, 10:00 - {text}\n[31/12/24, 10:00:00\u202fPM] A: \u200e{text}\n".encode("utf-8", "replace")
    files = {**whatsapp.archive(), **whatsapp.report(), name: data + line if name == "_chat.txt" else data or b" "}
    archive = open_archive([as_zip(files, tmp_path / "any.zip")])
    for item in IMPORTER.read(archive, ReadOptions()):
        assert isinstance(item, Record | TextBatch | ReadProblem | MemberNote | Holder | Voices)
        if isinstance(item, TextBatch):
            assert all(item.passage(index).text == text for index, text in enumerate(item.texts))

"""Whose a Facebook export is, when it was made, what is claimed as one, and what public samples hold."""

from pathlib import Path

import pytest

from privacy_audit.archive import open_archive
from privacy_audit.importers.facebook import IMPORTER
from privacy_audit.importing import MemberFate
from privacy_audit.model import (
    Category,
    Thread,
    Voice,
)
from tests.builders.facebook import (
    Files,
    as_json,
    in_parts,
    render,
    render_secret,
    write,
)
from tests.builders.facebook_content import Layout
from tests.builders.facebook_person import NAME, PERSON
from tests.builders.facebook_reading import Read, read

E_FILES = render(PERSON, Layout.E)
CASES = "fixtures/facebook/kenn-io_msgvault/internal/fbmessenger/testdata"


def _read(files: Files, folder: Path, name: str = "export.zip") -> Read:
    return read(write(files, folder / name))


# Whose it is


def test_own_names_tell_the_voice_where_one_conversation_cannot(tmp_path: Path) -> None:
    single, _rest = in_parts(E_FILES, lambda path: "blûewatch" in path)
    target = write(single, tmp_path / "part.zip")
    assert {passage.voice for passage in read(target).counted} == {Voice.UNKNOWN}
    assert read(target).holder.names == ()
    voices = {passage.author: passage.voice for passage in read(target, own_names=(NAME.upper(),)).counted}
    assert voices == {NAME: Voice.OWNER, "Łukasz Żak": Voice.OTHER}


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("facebook-sian-2024-03-14-AbC.zip", "2024-03-14"),
        ("facebook-sian20240314.zip", "2024-03-14"),
        ("meta-2024-Mar-14-09-30-00.zip", "2024-03-14"),
        ("my old stuff 2024-03-14.zip", "2017-07-14"),
        ("facebook-sian-2015-01-01.zip", "2017-07-14"),
    ],
)
def test_the_day_of_the_export_is_its_name_or_its_newest_item(name: str, day: str, tmp_path: Path) -> None:
    made = _read(E_FILES, tmp_path, name).holder.made
    assert made is not None
    assert made.at.date().isoformat() == day


# What it is, and what it is not


@pytest.mark.parametrize(
    "names",
    [
        (
            "your_instagram_activity/messages/inbox/a_1/message_1.json",
            "personal_information/personal_information/x.json",
        ),
        ("personal_information/personal_information/personal_information.json",),
        ("Connections.csv", "Positions.csv"),
        ("Takeout/Location History/Records.json",),
        ("data/tweets.js", "data/account.js"),
        ("photo.jpg",),
        ("connections/followers_and_following/following.json",),
    ],
)
def test_other_exports_are_not_claimed(names: tuple[str, ...], tmp_path: Path) -> None:
    with open_archive([write(dict.fromkeys(names, b'{"a": []}'), tmp_path / "other.zip")]) as archive:
        assert IMPORTER.recognise(archive) is None


def test_instagrams_profile_is_not_claimed(tmp_path: Path) -> None:
    files = {"profile_information/profile_information.json": b'{"profile_user": []}'}
    with open_archive([write(files, tmp_path / "other.zip")]) as archive:
        assert IMPORTER.recognise(archive) is None


def test_a_profile_claims_more_than_messages_alone(tmp_path: Path) -> None:
    secret = _read(render_secret(PERSON), tmp_path, "messages.zip").recognition
    whole = _read(E_FILES, tmp_path).recognition
    assert secret is not None
    assert whole is not None
    assert secret.score < whole.score


def test_pages_of_html_are_advised_against(tmp_path: Path) -> None:
    files = {"personal_information/profile_information/profile_information.html": b'<div class="_a6-g">x</div>'}
    with open_archive([write(files, tmp_path / "pages.zip")]) as archive:
        found = IMPORTER.recognise(archive)
    assert found is not None
    assert "choose the format JSON" in found.advice


# Other people's samples


@pytest.mark.parametrize(
    ("case", "messages", "threads", "problems"),
    [
        ("json_simple", 4, 2, 0),
        ("json_group", 3, 1, 0),
        ("json_multifile", 4, 1, 0),
        ("json_nontext", 6, 1, 0),
        ("json_with_media", 1, 1, 0),
        ("json_with_media_alt", 1, 1, 0),
        ("e2ee_simple", 6, 2, 0),
        ("corrupt", 1, 1, 1),
        ("mixed", 2, 1, 0),
    ],
)
def test_samples_of_a_public_parser(shared: Path, case: str, messages: int, threads: int, problems: int) -> None:
    found = read(shared / CASES / case)
    assert found.recognition is not None
    assert found.counts()[Category.MESSAGES] == messages
    assert len(found.of(Thread)) == threads
    assert len(found.problems) == problems
    assert sum(thread.messages for thread in found.of(Thread)) == messages


def test_the_files_of_a_thread_keep_their_order(shared: Path) -> None:
    found = read(shared / CASES / "json_multifile")
    files = list(dict.fromkeys(passage.source.member.rpartition("/")[2] for passage in found.counted))
    assert files == ["message_1.json", "message_2.json", "message_10.json"]


# The same conversation twice in one export


def _page(*messages: tuple[str, str]) -> bytes:
    rows = "".join(
        f"<div><div>{author}</div><div>{text}</div><div>Sep 13, 2020, 12:{minute} PM</div></div>"
        for minute, (author, text) in enumerate(messages, start=26)
    )
    head = "<!DOCTYPE html><html><head><title>Zoë</title></head><body><div>Participants: Siân, Zoë</div>"
    return f"{head}{rows}</body></html>".encode()


@pytest.mark.parametrize(
    ("pages", "texts", "ignored"),
    [
        ((("Siân", "un"), ("Zoë", "dau")), ["dau", "un"], "message_1.html"),
        ((("Siân", "un"),), ["dau", "un"], "message_1.html"),
        ((("Siân", "un"), ("Zoë", "dau"), ("Siân", "tri")), ["dau", "tri", "un"], "message_1.json"),
    ],
    ids=["as many", "fewer pages", "more in HTML"],
)
def test_a_conversation_in_json_and_html_counts_once(
    pages: tuple[tuple[str, str], ...], texts: list[str], ignored: str, tmp_path: Path
) -> None:
    chat = {
        "participants": [{"name": "Siân"}, {"name": "Zoë"}],
        "title": "Zoë",
        "messages": [
            {"sender_name": "Zoë", "timestamp_ms": 1_600_000_060_000, "content": "dau"},
            {"sender_name": "Siân", "timestamp_ms": 1_600_000_000_000, "content": "un"},
        ],
    }
    folder = "your_activity_across_facebook/messages/inbox"
    files = {
        f"{folder}/zoe_1/message_1.json": as_json(chat),
        f"{folder}/zoe_1/message_1.html": _page(*pages),
        f"{folder}/only_2/message_1.html": _page(("Zoë", "pages alone")),
    }
    found = _read(files, tmp_path)
    assert sorted(passage.text for passage in found.counted) == sorted([*texts, "pages alone"])
    assert [path for path, fate in found.notes.items() if fate is MemberFate.IGNORED] == [f"{folder}/zoe_1/{ignored}"]
    assert len(found.of(Thread)) == 2
    assert len(set(found.identities)) == len(found.identities)

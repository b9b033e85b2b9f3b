"""The worker: an audit in its own process, how it is stopped, and what becomes of one that dies."""

import io
import os
import pickle
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from privacy_audit import pipe
from privacy_audit.archive import Archive
from privacy_audit.checking import Check, Context, Sighting
from privacy_audit.events import Crashed, FindingsFound, Finished, Progressed, Refused, Stage, Stopped
from privacy_audit.findings import Severity
from privacy_audit.importing import ExportItem, Importer, ReadOptions
from privacy_audit.model import BirthDate, Moment, PartialDate, Record, Source
from privacy_audit.own_facts import OwnFacts
from privacy_audit.result import Ownership
from privacy_audit.worker import AuditProcess, AuditRequest, Catalogue, serve_when_asked
from tests.builders import made_up
from tests.builders.made_up import MadeUp, birthday_check, theme, word_check, word_rule

LIMIT = 20.0  # seconds: a worker starts in less than one


def plain() -> Catalogue:
    return Catalogue((made_up.IMPORTER,), (birthday_check(), shifts()))


def shifts() -> Check:
    return word_check(word_rule("shift", "shift", "work"), themes=(theme("work"),), withheld=True)


def endless() -> Catalogue:
    def read(_archive: Archive, options: ReadOptions) -> Iterator[ExportItem]:
        while not options.stop():
            yield BirthDate(Source("made-up", "x"), PartialDate(1991, 6, 14))

    return Catalogue((_importer(read),), ())


def deaf() -> Catalogue:
    def read(_archive: Archive, _options: ReadOptions) -> Iterator[ExportItem]:
        time.sleep(60)
        yield BirthDate(Source("made-up", "x"), PartialDate(1991, 6, 14))

    return Catalogue((_importer(read),), ())


def dying() -> Catalogue:
    def read(_archive: Archive, _options: ReadOptions) -> Iterator[ExportItem]:
        os.abort()
        yield

    return Catalogue((_importer(read),), ())


def noisy() -> Catalogue:
    def read(_archive: Archive, _options: ReadOptions) -> Iterator[ExportItem]:
        os.write(1, b"odd bytes where events go")
        os.write(2, b"a word of somebody")
        yield from ()

    return Catalogue((_importer(read),), ())


def mistaken() -> Catalogue:
    def on_record(record: Record, _context: Context) -> Iterator[Sighting]:
        raise KeyError(f"a word of {record}")
        yield

    check = birthday_check()
    return Catalogue((made_up.IMPORTER,), (Check(check.id, "", (), (), check.themes, (), (BirthDate,), on_record),))


def _importer(read: object) -> Importer:
    return Importer("made-up", "Made-up", made_up.recognise, read)  # type: ignore[arg-type]


@pytest.fixture
def export(tmp_path: Path) -> Path:
    return MadeUp(posts=("after my shift",)).write(tmp_path / "export")


def test_an_audit_runs_in_its_own_process(export: Path) -> None:
    with AuditProcess(AuditRequest((export,), plain, OwnFacts(names=("Alwen Prosser",)))) as process:
        events = list(process.events())
    last = events[-1]
    assert isinstance(last, Finished)
    assert {finding.check for finding in last.result.findings} == {"date-of-birth", "made-up-words"}
    assert last.result.findings[0].severity is Severity.MEDIUM
    assert isinstance(events[0], Progressed)
    assert events[0].stage is Stage.OPENING
    assert any(isinstance(event, FindingsFound) for event in events)


def test_the_owner_can_be_confirmed_while_it_runs(export: Path) -> None:
    with AuditProcess(AuditRequest((export,), plain, ask_owner=True)) as process:
        events = list(process.poll(LIMIT))
        while not any(isinstance(event, Progressed) and event.stage is Stage.JOINING for event in events):
            events += process.poll(LIMIT)
        assert not process.ended, "it waits for the answer"
        process.confirm_owner(mine=True)
        last = list(process.events())[-1]
    assert isinstance(last, Finished)
    assert last.result.owner is Ownership.CONFIRMED
    assert not last.result.withheld


def test_what_is_no_export_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("nothing", encoding="utf-8")
    with AuditProcess(AuditRequest((tmp_path / "note.txt",), plain)) as process:
        last = list(process.events())[-1]
    assert isinstance(last, Refused)
    assert last.sentence.endswith(".")


def test_cancel_stops_a_run_at_once(export: Path) -> None:
    with AuditProcess(AuditRequest((export,), endless)) as process:
        assert process.poll(LIMIT)
        began = time.monotonic()
        process.cancel()
        assert isinstance(list(process.events())[-1], Stopped)
        assert time.monotonic() - began < 5


def test_a_worker_that_does_not_listen_is_ended(export: Path) -> None:
    process = AuditProcess(AuditRequest((export,), deaf))
    assert process.poll(LIMIT)
    began = time.monotonic()
    process.close()
    assert time.monotonic() - began < 10
    assert process.poll() == ()


@pytest.mark.parametrize("catalogue", [dying])
def test_a_worker_that_dies_becomes_a_calm_sentence(export: Path, catalogue: object) -> None:
    with AuditProcess(AuditRequest((export,), catalogue)) as process:  # type: ignore[arg-type]
        last = list(process.events())[-1]
    assert isinstance(last, Refused)
    assert "try again" in last.sentence


def test_a_mistake_of_ours_tells_the_place_and_no_data(export: Path) -> None:
    with AuditProcess(AuditRequest((export,), mistaken)) as process:
        last = list(process.events())[-1]
    assert isinstance(last, Crashed)
    assert last.kind == "KeyError"
    assert last.place.startswith("test_worker.py, line ")
    assert "word" not in repr(last)


def test_what_a_library_prints_goes_nowhere(export: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with AuditProcess(AuditRequest((export,), noisy)) as process:
        last = list(process.events())[-1]
    assert isinstance(last, Finished)
    assert capfd.readouterr() == ("", "")


def test_other_arguments_start_no_worker() -> None:
    assert not serve_when_asked([])
    assert not serve_when_asked(["scan", "--privacy-audit-worker"])


def test_values_come_through_the_guard() -> None:
    value = [Stopped(), Moment(datetime(2024, 3, 14, tzinfo=UTC)), Severity.HIGH]
    stream = io.BytesIO()
    pipe.send(stream, value)
    stream.seek(0)
    assert pipe.receive_guarded(stream) == value


class _Harm:
    def __reduce__(self) -> tuple[object, tuple[str, ...]]:
        return os.system, ("true",)


@pytest.mark.parametrize(
    "parcel",
    [
        pickle.dumps(_Harm()),
        b"cprivacy_audit.model\nfold\n.",
        b"cprivacy_audit.worker\nAuditProcess\n.",
        b"cbuiltins\neval\n.",
        b"",
        b"\x80\x05garbage",
    ],
)
def test_the_guard_refuses_what_is_no_value_of_ours(parcel: bytes) -> None:
    stream = io.BytesIO(len(parcel).to_bytes(8, "little") + parcel)
    with pytest.raises((pipe.ParcelError, EOFError)):
        pipe.receive_guarded(stream)


def test_a_parcel_that_claims_to_be_huge_is_refused() -> None:
    with pytest.raises(pipe.ParcelError):
        pipe.receive_guarded(io.BytesIO((1 << 40).to_bytes(8, "little")))

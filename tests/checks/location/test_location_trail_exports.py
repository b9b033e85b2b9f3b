"""From a real export to the finding: tracks of a running site, and the Timeline of a phone, end to end."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from checks.location.location_trail import CHECK
from privacy_audit.archive import open_archive
from privacy_audit.engine import audit
from privacy_audit.events import Finished
from privacy_audit.findings import Finding, Severity
from privacy_audit.importers import IMPORTERS
from privacy_audit.model import Audience
from privacy_audit.options import AuditOptions
from privacy_audit.own_facts import OwnFacts
from privacy_audit.result import AuditResult
from tests.builders import google_timeline, strava
from tests.builders.made_up import Export
from tests.builders.tracks import gpx
from tests.builders.variants import Files, as_zip

DOOR = (50.6012, -3.9512)
DEPOT = (50.6512, -3.8112)


def _result(importer: str, files: Files, folder: Path, *, mine: bool, facts: OwnFacts | None = None) -> AuditResult:
    archive = open_archive([as_zip(files, folder / "export.zip")])
    reader = next(each for each in IMPORTERS if each.id == importer)
    recognition = reader.recognise(archive)
    assert recognition is not None
    options = AuditOptions(facts or OwnFacts(), owner_confirmed=lambda: mine)
    *_others, last = audit([Export(archive, reader, recognition)], (CHECK,), options)
    assert isinstance(last, Finished)
    return last.result


def _of(told: AuditResult) -> dict[str, Finding]:
    return {finding.group: finding for finding in told.findings}


@pytest.fixture
def runs() -> Files:
    """Twelve runs from one door to twelve places."""
    files = dict(strava.archive())
    first = datetime(2024, 5, 1, 6, 30, tzinfo=UTC)
    for number in range(12):
        at = int((first + timedelta(days=3 * number)).timestamp())
        away = (DOOR[0] + 0.01 * (number + 1), DOOR[1] - 0.013 * number)
        files[f"activities/9{number}.gpx"] = gpx([(*DOOR, at), (*away, at + 1800)])
    return files


def _stays() -> Files:
    """Twenty nights at one place and ten days of work at another, as a phone tells them."""
    segments: list[object] = []

    def stay(point: tuple[float, float], start: datetime, hours: float) -> None:
        end = start + timedelta(hours=hours)
        place = {"latLng": f"{point[0]}°, {point[1]}°"}
        visit = {"topCandidate": {"semanticType": "UNKNOWN", "placeLocation": place}}
        segments.append({"startTime": start.isoformat(), "endTime": end.isoformat(), "visit": visit})

    first = datetime(2024, 1, 8, tzinfo=UTC)
    for day in range(20):
        stay(DOOR, first + timedelta(days=day, hours=21.5), 9.5)
    for day in range(0, 20, 2):
        stay(DEPOT, first + timedelta(days=day, hours=8), 8.5)
    return {"Timeline.json": google_timeline.made({"semanticSegments": segments})}


def test_runs_lead_to_the_door_they_begin_at(runs: Files, tmp_path: Path) -> None:
    home = _of(_result("strava", runs, tmp_path, mine=True))["home"]
    assert home.severity is Severity.MEDIUM
    assert home.remedy == "strava/tracks"
    assert any(reason.startswith("On 1") and "days ways began or ended" in reason for reason in home.reasons)


def test_it_is_left_out_and_counted_until_somebody_says_that_it_is_theirs(runs: Files, tmp_path: Path) -> None:
    told = _result("strava", runs, tmp_path, mine=False)
    assert told.findings == ()
    assert told.withheld["location-trail"] >= 1


def test_a_phones_timeline_tells_home_and_work_to_its_owner_alone(tmp_path: Path) -> None:
    found = _of(_result("google-takeout", _stays(), tmp_path, mine=True))
    assert set(found) == {"home", "work"}
    assert {finding.audience for finding in found.values()} == {Audience.ONLY_ME}
    assert {finding.severity for finding in found.values()} == {Severity.LOW, Severity.INFO}


def test_the_own_place_of_work_makes_it_sure(tmp_path: Path) -> None:
    facts = OwnFacts(places_of_work=(f"Ludbridge depot, {DEPOT[0]}, {DEPOT[1]}",))
    work = _of(_result("google-takeout", _stays(), tmp_path, mine=True, facts=facts))["work"]
    assert work.reasons[0] == "You told us that you work there; it shows on 10 days."

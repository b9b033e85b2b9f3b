"""The joined picture of whole invented people, against answers worked out by hand."""

import tomllib
from pathlib import Path

import pytest

from checks import CHECKS
from privacy_audit.demo import OWN_FACTS, Stage, build
from privacy_audit.dossier import piece_together
from privacy_audit.engine import audit
from privacy_audit.events import Finished
from privacy_audit.importers import IMPORTERS
from privacy_audit.intake import gather
from privacy_audit.options import AuditOptions
from privacy_audit.own_facts import OwnFacts
from privacy_audit.remedies import load_remedies
from privacy_audit.result import AuditResult, Ownership
from tests.builders import firefighter
from tests.builders.facebook import write_export
from tests.builders.facebook_content import Layout
from tests.builders.facebook_person import NAME, PERSON

ANSWERS = tomllib.loads((Path(__file__).parent / "answers.toml").read_text(encoding="utf-8"))


def result(person: str, folder: Path, *, confirmed: bool = True) -> AuditResult:
    match person:
        case "sian":
            exports, facts = [write_export(PERSON, Layout.E, folder / "sian.zip")], OwnFacts(names=(NAME,))
        case "dilys":
            exports, facts = list(firefighter.write_exports(folder)), OwnFacts(names=(firefighter.NAME,))
        case _:
            exports, facts = [build(folder, Stage(person))], OWN_FACTS
    intake = gather(exports, IMPORTERS)
    *_events, last = audit(intake.exports, CHECKS, AuditOptions(facts if confirmed else OwnFacts()))
    for found in intake.exports:
        found.archive.close()
    assert isinstance(last, Finished)
    return last.result


@pytest.mark.parametrize("person", list(ANSWERS))
def test_the_picture_is_the_one_worked_out_by_hand(person: str, tmp_path: Path) -> None:
    told = result(person, tmp_path)
    answer, dossier = ANSWERS[person], told.dossier
    assert sorted(fact.id for fact in dossier.facts) == sorted(answer["facts"])
    assert sorted(path.id for path in dossier.open_paths) == sorted(answer["open"])
    fixed = [finding for finding in told.findings if finding.id in dossier.fixes]
    assert sorted(f"{finding.check}/{finding.group}" for finding in fixed) == sorted(answer["fixes"])
    minutes = load_remedies().minutes
    assert sum(minutes(finding) for finding in fixed) == answer["minutes"]
    after = piece_together(told.findings, minutes, sorted_out=dossier.fixes)
    assert after.open_paths == () and after.fixes == ()
    one_short = [piece_together(told.findings, minutes, set(dossier.fixes) - {fix}) for fix in dossier.fixes]
    assert all(picture.open_paths for picture in one_short), "every one of the fixes is needed"


def test_while_the_owner_is_unconfirmed_paths_are_left_out_and_counted(tmp_path: Path) -> None:
    told = result("sian", tmp_path, confirmed=False)
    assert told.owner is Ownership.UNCONFIRMED
    assert (told.dossier.facts, told.dossier.paths, told.dossier.fixes) == ((), (), ())
    assert told.withheld["attack-paths"] == len(ANSWERS["sian"]["open"])

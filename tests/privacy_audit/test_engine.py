"""The engine: what a run tells, how it groups and grades, and whose exports it takes."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from privacy_audit.checking import Check, Context, Gathered, Sighting
from privacy_audit.engine import audit
from privacy_audit.events import Event, ExportRead, FindingsFound, Finished, HolderFound, Progressed, Refused, Stopped
from privacy_audit.findings import Confidence, Finding, Severity
from privacy_audit.model import Voice
from privacy_audit.options import AuditOptions, MessageScope
from privacy_audit.own_facts import OwnFacts
from privacy_audit.result import AuditResult, Ownership
from tests.builders.made_up import MadeUp, birthday_check, opened, theme, whole_check, word_check, word_rule

OWN = AuditOptions(OwnFacts(names=("Alwen Prosser",)))
SHIFT = word_check(word_rule("shift", "shift", "work"), themes=(theme("work"),))


def events(
    folder: Path, exports: Sequence[MadeUp], checks: Iterable[Check], options: AuditOptions | None = None
) -> list[Event]:
    found = [opened(export.write(folder / str(number))) for number, export in enumerate(exports)]
    return list(audit(found, tuple(checks), options))


def result(
    folder: Path, exports: Sequence[MadeUp], checks: Iterable[Check], options: AuditOptions | None = None
) -> AuditResult:
    last = events(folder, exports, checks, options)[-1]
    assert isinstance(last, Finished), last
    return last.result


def one(found: AuditResult) -> Finding:
    assert len(found.findings) == 1, [finding.title for finding in found.findings]
    return found.findings[0]


def test_events_come_in_order(tmp_path: Path) -> None:
    told = events(tmp_path, [MadeUp(posts=("off to my shift",))], [SHIFT])
    assert isinstance(told[0], Progressed)
    assert [type(event) for event in told if not isinstance(event, Progressed)] == [
        HolderFound,
        ExportRead,
        FindingsFound,
        Finished,
    ]


def test_counts_and_what_was_not_read_are_told(tmp_path: Path) -> None:
    export = MadeUp(posts=("one", "two"), messages=(("Bryn", "three"), ("Alwen Prosser", "")))
    found = result(tmp_path, [export], [SHIFT])
    summary = found.exports[0]
    assert {kind: count for kind, count in summary.records.items() if count} == {
        "profile": 1,
        "posts": 2,
        "messages": 2,
    }
    assert (summary.unknown, summary.private, summary.problem_count) == (("odd.bin",), 1, 1)
    assert summary.account_names == ("Alwen Prosser",)
    left_out = {item.what: item.count for item in found.not_looked_at}
    assert (left_out["Videos"], left_out["Your searches"]) == (1, 1)
    assert left_out["Files that this program does not know"] == 1
    assert "Made-up" in {item.topic for item in found.not_answerable}
    assert any("looked up" in item.topic for item in found.not_answerable)


def test_a_theme_is_one_finding_however_often_it_shows(tmp_path: Path) -> None:
    posts = tuple(f"shift number {number}" for number in range(400))
    found = one(result(tmp_path, [MadeUp(posts=posts, birthday=None)], [SHIFT]))
    assert (found.count, len(found.evidence)) == (400, 50)
    assert found.evidence[0].quote.reveal() == "shift number 0"
    assert found.evidence[0].spans == ((0, 5),)
    assert (found.severity, found.confidence) == (Severity.MEDIUM, Confidence.LIKELY)
    assert found.remedy.endswith("/one-post")
    assert found.reasons[0] == "The word for work is there."


def test_two_rules_at_one_place_are_one_place(tmp_path: Path) -> None:
    check = word_check(word_rule("a", "night", "work"), word_rule("b", "shift", "work"), themes=(theme("work"),))
    found = one(result(tmp_path, [MadeUp(posts=("night shift",), birthday=None)], [check]))
    assert (found.count, found.evidence[0].spans) == (1, ((0, 5), (6, 11)))


def test_keys_part_a_theme(tmp_path: Path) -> None:
    rule = word_rule("met", "thanks", "met", key=lambda passage: passage.text.split()[-1])
    check = word_check(rule, themes=(theme("met"),))
    found = result(tmp_path, [MadeUp(posts=("thanks Bryn", "thanks Mair", "thanks bryn"))], [check])
    assert sorted(finding.count for finding in found.findings) == [1, 2], "an item does not hang on case"
    assert len({finding.id for finding in found.findings}) == 2


def test_the_same_item_keeps_its_id_in_a_later_export(tmp_path: Path) -> None:
    early = one(result(tmp_path / "a", [MadeUp(posts=("my shift",), birthday=None)], [SHIFT]))
    late = one(result(tmp_path / "b", [MadeUp(posts=("hello", "my shift", "shift"), birthday=None)], [SHIFT]))
    other = one(result(tmp_path / "c", [MadeUp("Mair Tudor", posts=("my shift",), birthday=None)], [SHIFT]))
    assert early.id == late.id != other.id


def test_the_surest_evidence_comes_first(tmp_path: Path) -> None:
    check = word_check(
        word_rule("weak", "nights", "work", Confidence.POSSIBLE),
        word_rule("exact", "sergeant", "work", Confidence.SURE),
        themes=(theme("work"),),
    )
    found = one(result(tmp_path, [MadeUp(posts=("on nights", "made sergeant"), birthday=None)], [check]))
    assert found.confidence is Confidence.SURE
    assert [evidence.quote.reveal() for evidence in found.evidence] == ["made sergeant", "on nights"]


@pytest.mark.parametrize(
    ("scope", "caught"),
    [(MessageScope.ALL, ["their shift", "my shift"]), (MessageScope.OWN, ["my shift"]), (MessageScope.NONE, [])],
)
def test_messages_are_read_as_far_as_allowed(tmp_path: Path, scope: MessageScope, caught: list[str]) -> None:
    rule = word_rule("shift", "shift", "work", voices=frozenset(Voice))
    export = MadeUp(birthday=None, messages=(("Bryn", "their shift"), ("Alwen Prosser", "my shift")))
    found = result(tmp_path, [export], [word_check(rule, themes=(theme("work"),))], AuditOptions(message_scope=scope))
    quotes = [evidence.quote.reveal() for finding in found.findings for evidence in finding.evidence]
    assert quotes == caught
    assert found.exports[0].records["messages"] == 2, "they are counted all the same"
    left_out = sum(item.count for item in found.not_looked_at if "essages" in item.what)
    assert left_out == 2 - len(caught)


def test_others_words_reach_no_rule_for_the_owner(tmp_path: Path) -> None:
    export = MadeUp(birthday=None, messages=(("Bryn", "their shift"),))
    assert result(tmp_path, [export], [SHIFT]).findings == ()


def test_while_nobody_says_this_is_me_some_checks_are_withheld(tmp_path: Path) -> None:
    check = word_check(word_rule("home", "home", "home"), themes=(theme("home"),), withheld=True)
    export = MadeUp(posts=("home at six",), birthday=None)
    alone = result(tmp_path, [export], [check])
    assert (alone.findings, alone.withheld, alone.owner) == ((), {"made-up-words": 1}, Ownership.UNCONFIRMED)
    told = events(tmp_path, [export], [check])
    assert not any(isinstance(event, FindingsFound) for event in told)
    own = result(tmp_path, [export], [check], OWN)
    assert (len(own.findings), own.withheld, own.owner) == (1, {}, Ownership.CONFIRMED)
    asked = result(tmp_path, [export], [check], AuditOptions(owner_confirmed=lambda: True))
    assert (len(asked.findings), asked.owner) == (1, Ownership.CONFIRMED)


@pytest.mark.parametrize(
    ("other", "own", "refused"),
    [
        ("Mair Tudor", (), True),
        ("Mair Prosser", (), True),
        ("Alwen", (), True),
        ("Alwen Prosser", (), False),
        ("alwen  prosser", (), False),
        ("Alwen Mair Prosser", (), False),
        ("Mair Tudor", ("Alwen Prosser",), True),
        ("Mair Tudor", ("Alwen Prosser", "Mair Tudor"), False),
    ],
)
def test_exports_of_different_people_are_refused(
    tmp_path: Path, other: str, own: tuple[str, ...], refused: bool
) -> None:
    last = events(tmp_path, [MadeUp(), MadeUp(other)], [SHIFT], AuditOptions(OwnFacts(names=own)))[-1]
    assert isinstance(last, Refused) == refused
    if isinstance(last, Refused):
        assert "different people" in last.sentence
        assert "Alwen" not in last.sentence


def test_an_older_and_a_newer_export_count_each_item_once(tmp_path: Path) -> None:
    older = MadeUp(posts=("my shift", "my shift", "hello"))
    newer = MadeUp(posts=("my shift", "my shift", "hello", "shift again"))
    found = result(tmp_path, [older, newer], [SHIFT, birthday_check()])
    assert [summary.duplicates for summary in found.exports] == [0, 4]
    assert found.exports[1].records["posts"] == 1
    counts = {finding.check: finding.count for finding in found.findings}
    assert counts == {"made-up-words": 3, "date-of-birth": 1}
    shifts = next(finding for finding in found.findings if finding.check == "made-up-words")
    assert [evidence.export for evidence in shifts.evidence] == [0, 0, 1]


def test_chosen_guidance_comes_first(tmp_path: Path) -> None:
    export = MadeUp(posts=("my shift",), birthday=None)
    options = AuditOptions(OwnFacts(guidance=("ecfrs",)))
    assert one(result(tmp_path, [export], [SHIFT])).clauses == ("essex-police-c3011:3.1", "ecfrs:1.3a")
    assert one(result(tmp_path, [export], [SHIFT], options)).clauses == ("ecfrs:1.3a", "essex-police-c3011:3.1")


def test_whole_picture_checks_see_records_and_sightings(tmp_path: Path) -> None:
    def on_whole(gathered: Gathered, _context: Context) -> Iterator[Sighting]:
        words = gathered.sightings["made-up-words"]
        evidence = tuple(place for sighting in words for place in sighting.evidence)
        yield Sighting("joined", Confidence.LIKELY, evidence, f"{len(gathered.records)} record and {len(words)} words.")

    export = MadeUp(posts=("my shift", "a shift"))
    found = result(tmp_path, [export], [SHIFT, whole_check(on_whole)])
    joined = next(finding for finding in found.findings if finding.check == "made-up-whole")
    assert (joined.count, joined.reasons[0], joined.platform) == (2, "1 record and 2 words.", "made-up")


def test_a_stop_is_heeded_and_nothing_is_kept(tmp_path: Path) -> None:
    told = events(tmp_path, [MadeUp(posts=("my shift",))], [SHIFT], AuditOptions(stop=lambda: True))
    assert isinstance(told[-1], Stopped)
    assert not any(isinstance(event, Finished | FindingsFound) for event in told)


def test_no_export_is_a_result_too(tmp_path: Path) -> None:
    assert result(tmp_path, [], [SHIFT]).exports == ()


def test_facts_that_open_a_door_together_are_high(tmp_path: Path) -> None:
    def sayings(*said: str) -> list[Finding]:
        rules = tuple(word_rule(name, name, name, Confidence.SURE) for name in ("birthplace", "mothers-maiden-name"))
        themes = (theme("birthplace"), theme("mothers-maiden-name"))
        checks = [birthday_check("profile"), word_check(*rules, themes=themes, check_id="security-answers")]
        return list(result(tmp_path / str(len(said)), [MadeUp(posts=said)], checks).findings)

    assert {finding.severity for finding in sayings("birthplace")} == {Severity.MEDIUM}
    joined = sayings("birthplace", "mothers-maiden-name")
    assert {finding.severity for finding in joined} == {Severity.HIGH}
    assert all("banks ask" in finding.reasons[0] for finding in joined)

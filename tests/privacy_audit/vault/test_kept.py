"""What is kept comes back as it was: audits, decisions with their way back, own facts, people, photos, settings."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from privacy_audit.comparing import AuditMemory, Remembered
from privacy_audit.decisions import Change, Decision, DecisionKind, Decisions
from privacy_audit.findings import Finding, Severity, Subject
from privacy_audit.own_facts import Answer, OwnFacts
from privacy_audit.vault import Vault
from privacy_audit.vault.audits import Expiry
from privacy_audit.vault.decided import without_reason
from privacy_audit.vault.people import PersonAnswer
from privacy_audit.words import Words
from tests.builders import results
from tests.builders.vaults import again, fresh

NOW = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)
TODAY = NOW.date()
DONE = Decision(DecisionKind.DONE, TODAY)
LATER = Decision(DecisionKind.REMIND, TODAY, date(2026, 12, 1))
FINE = Decision(DecisionKind.NOT_A_PROBLEM, TODAY, reason=Words("It is my stage name"))


def conduct(name: str = "grumble", check: str = "grievance") -> Finding:
    return results.finding(name, check, items=(results.evidence("my sergeant is a Quokkazzle"),))


# --- audits ---


def test_an_audit_comes_back_as_it_was(tmp_path: Path) -> None:
    vault, store = fresh(tmp_path)
    result = results.result()
    audit = vault.audits.add(result, NOW)
    vault = again(vault, store)
    kept = vault.audits.result(audit)
    assert kept is not None
    assert kept.findings == result.findings
    told = kept.not_looked_at[: len(result.not_looked_at)]
    assert replace(kept, exports=(), not_looked_at=told) == replace(result, exports=())
    assert "not kept" in kept.not_looked_at[-1].why, "a report made of it says what it lacks"
    assert kept.exports == tuple(replace(one, problems=(), voices=()) for one in result.exports)
    assert vault.audits.newest() == audit and vault.audits.result(audit + 1) is None
    vault.close()


def test_words_of_conduct_and_of_other_people_are_never_written(tmp_path: Path) -> None:
    vault, store = fresh(tmp_path)
    other = replace(results.finding("friend"), subject=Subject.SERVICE_USER)
    plain = results.finding("dob")
    audit = vault.audits.add(results.result(found=(conduct(), plain, other, conduct("late", "sick-leave-post"))), NOW)
    vault = again(vault, store)
    kept = vault.audits.result(audit)
    assert kept is not None and kept.findings == (plain,)
    assert [(mark.id, mark.check, mark.seen) for mark in vault.audits.marks(audit)] == [
        ("friend", "date-of-birth", TODAY),
        ("grumble", "grievance", TODAY),
        ("late", "sick-leave-post", TODAY),
    ]
    assert vault.audits.fingerprints(audit) == {"dob", "friend", "grumble", "late"}
    everything = b"".join(
        b"".join(str(value).encode() for value in row) for row in vault._pages.rows("SELECT * FROM conduct")
    )
    assert b"Quokkazzle" not in everything
    vault.close()


def test_every_check_that_says_it_is_about_conduct_is_wordless(tmp_path: Path) -> None:
    from privacy_audit.vault.wordless import Wordless  # noqa: PLC0415 - only here

    wordless = Wordless(lambda: {"new-check"})
    assert (
        conduct(check="new-check") in wordless
        and conduct(check="grievance") in wordless
        and results.finding("a") not in wordless
    )
    assert replace(results.finding("a"), subject=Subject.FAMILY) not in wordless


def test_reading_again_replaces_the_audit(tmp_path: Path) -> None:
    vault, store = fresh(tmp_path)
    audit = vault.audits.add(results.result(found=(results.finding("a"), conduct())), NOW)
    vault.audits.replace(audit, results.result(found=(results.finding("b"),)), NOW + timedelta(minutes=5))
    vault = again(vault, store)
    assert vault.audits.fingerprints(audit) == {"b"} and len(vault.audits.all()) == 1
    vault.close()


def test_a_finding_that_cannot_be_read_leaves_its_neighbours(tmp_path: Path) -> None:
    import zlib  # noqa: PLC0415 - the layout of one row, on purpose

    vault, _store = fresh(tmp_path)
    audit = vault.audits.add(results.result(found=tuple(results.finding(name) for name in "abc")), NOW)
    with vault._pages.change() as writing:
        raw = zlib.decompress(bytes(vault._pages.one("SELECT body FROM finding")))  # type: ignore[arg-type]
        spoilt = raw.replace(b'"id":"b","check":"date-of-birth"', b'"id":"b","check":7')
        assert spoilt != raw
        writing.run("UPDATE finding SET body = ?", (zlib.compress(spoilt),))
    kept = vault.audits.result(audit)
    assert kept is not None and [finding.id for finding in kept.findings] == ["a", "c"]
    vault.close()


def test_half_a_letter_pair_does_not_stop_the_rest(tmp_path: Path) -> None:
    vault, _store = fresh(tmp_path)
    odd = results.finding("odd", items=(results.evidence("a \ud83d b"),))
    audit = vault.audits.add(results.result(found=(odd, results.finding("fine"))), NOW)
    kept = vault.audits.result(audit)
    assert kept is not None and [finding.id for finding in kept.findings] == ["odd", "fine"]
    assert kept.findings[0].evidence[0].quote.reveal() == "a ? b"
    vault.close()


def test_what_a_comparison_remembers_comes_back_in_order(tmp_path: Path) -> None:
    vault, store = fresh(tmp_path)
    one = Remembered("a", "date-of-birth", "profile", "facebook", "A title", Severity.HIGH,
                     frozenset({"profile"}), frozenset({"p1", "p2"}), 2)  # fmt: skip
    memories = [AuditMemory(date(2026, month, 1), {"facebook": frozenset({"posts"})}, (one,)) for month in (1, 6)]
    for memory in memories:
        vault.audits.add(results.result(), NOW, memory)
    vault.audits.add(results.result(), NOW)
    vault = again(vault, store)
    assert list(vault.audits.history()) == memories
    vault.close()


# --- a year ---


def test_an_audit_goes_after_its_year_and_not_without_a_word(tmp_path: Path) -> None:
    vault, _store = fresh(tmp_path)
    old = vault.audits.add(results.result(), NOW - timedelta(days=370))
    held = vault.audits.add(results.result(), NOW - timedelta(days=900))
    new = vault.audits.add(results.result(), NOW - timedelta(days=300))
    vault.audits.hold(held, on=True)
    assert vault.audits.expire(NOW) == Expiry(0, 1)
    assert [(audit.id, audit.going, audit.held) for audit in vault.audits.all()] == [
        (new, False, False), (held, False, True), (old, True, False),
    ]  # fmt: skip
    assert vault.audits.expire(NOW + timedelta(hours=1)) == Expiry(0, 1)
    assert vault.audits.expire(NOW + timedelta(days=2)) == Expiry(1, 0)
    assert {audit.id for audit in vault.audits.all()} == {held, new}
    assert vault._pages.one("SELECT count(*) FROM finding WHERE audit = ?", (old,)) == 0
    vault.close()


def test_holding_an_audit_that_is_going_keeps_it(tmp_path: Path) -> None:
    vault, _store = fresh(tmp_path)
    old = vault.audits.add(results.result(), NOW - timedelta(days=370))
    vault.audits.expire(NOW)
    vault.audits.hold(old, on=True)
    assert vault.audits.expire(NOW + timedelta(days=400)) == Expiry()
    vault.audits.hold(old, on=False)
    assert vault.audits.expire(NOW + timedelta(days=400)) == Expiry(0, 1), "marked anew first"
    vault.close()


@pytest.mark.parametrize("years", [-30, 30])
def test_a_clock_that_is_thirty_years_out_for_a_sitting_costs_nothing(tmp_path: Path, years: int) -> None:
    vault, _store = fresh(tmp_path)
    vault.audits.add(results.result(), NOW - timedelta(days=10))
    vault.audits.expire(NOW + timedelta(days=365 * years))
    for days in range(3):
        assert vault.audits.expire(NOW + timedelta(days=days)) == Expiry()
    assert [audit.going for audit in vault.audits.all()] == [False]
    made = vault.audits.add(results.result(), NOW + timedelta(days=365 * years))
    assert vault.audits.newest() == made and vault.audits.result(made) is not None
    vault.close()


# --- decisions ---


def follow(vault: Vault, decisions: Decisions, step: tuple[str, Decision | None] | None) -> None:
    """What the window does: a step forward is recorded, an undo is taken back."""
    before = decisions.history
    if step is None:
        if decisions.undo() is not None:
            vault.decisions.take_back(before[-1])
        return
    finding, decision = step
    if decision is None:
        decisions.reopen(finding)
    else:
        decisions.decide(finding, decision)
    if len(decisions.history) > len(before):
        vault.decisions.record(decisions.history[-1])


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.one_of(st.none(), st.tuples(st.sampled_from("abc"), st.sampled_from([DONE, LATER, FINE, None]))),
             max_size=12)
)  # fmt: skip
def test_decisions_in_the_vault_follow_those_in_the_window(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, Decision | None] | None]
) -> None:
    vault, store = fresh(tmp_path_factory.mktemp("vault"))
    decisions = Decisions()
    for step in steps:
        follow(vault, decisions, step)
    vault = again(vault, store)
    assert vault.decisions.all() == dict(decisions.all)
    assert vault.decisions.history() == decisions.history
    vault.close()


def test_what_was_decided_before_there_was_a_vault_is_kept_at_once(tmp_path: Path) -> None:
    vault, store = fresh(tmp_path)
    decisions = Decisions()
    decisions.decide("a", LATER)
    decisions.decide("a", FINE)
    vault.decisions.keep_all(decisions.history, dict(decisions.all))
    vault = again(vault, store)
    assert vault.decisions.all() == {"a": FINE} and vault.decisions.history() == decisions.history
    vault.close()


def test_the_way_back_is_long_but_ends(tmp_path: Path) -> None:
    vault, _store = fresh(tmp_path)
    with vault._pages.change() as writing:
        writing.many("INSERT INTO change (finding, before, after) VALUES (?, ?, ?)", [("x", b"", b"")] * 600)
    vault.decisions.record(Change("a", None, DONE))
    assert len(vault.decisions.history()) == 500 and vault.decisions.history()[-1].finding == "a"
    vault.close()


def test_a_reason_is_left_out_where_words_are(tmp_path: Path) -> None:
    assert without_reason(FINE) == replace(FINE, reason=Words(""))
    assert without_reason(LATER) is LATER and without_reason(None) is None


# --- own facts, owner, settings ---


def test_own_facts_come_back_but_not_the_answer_about_a_case(tmp_path: Path) -> None:
    vault, store = fresh(tmp_path)
    facts = OwnFacts(
        names=("Gareth Pugsley",), role="response officer", date_of_birth=date(1989, 3, 14),
        sick_leave=((date(2024, 1, 8), date(2024, 2, 2)),), guidance=("derbyshire",), under_investigation=Answer.YES,
    )  # fmt: skip
    vault.own.facts = facts
    vault = again(vault, store)
    assert vault.own.facts == replace(facts, under_investigation=Answer.NOT_ASKED)
    vault.close()


def test_the_owners_names_only_grow(tmp_path: Path) -> None:
    vault, store = fresh(tmp_path)
    assert vault.own.owner == ()
    vault.own.is_also(("Gareth Pugsley", ""), TODAY)
    vault.own.is_also(("Gareth Pugsley", "Gaz P"), TODAY + timedelta(days=1))
    vault = again(vault, store)
    assert vault.own.owner == ("Gareth Pugsley", "Gaz P")
    vault.close()


def test_settings_come_back(tmp_path: Path) -> None:
    vault, store = fresh(tmp_path)
    assert vault.own.settings == {}
    vault.own.settings = {"theme": "dark", "scale": 150, "motion": False}
    vault = again(vault, store)
    told = vault.own.settings
    assert told == {"theme": "dark", "scale": 150, "motion": False} and told["motion"] is False
    vault.close()


# --- people and photos ---


def test_people_are_kept_without_their_names(tmp_path: Path) -> None:
    vault, store = fresh(tmp_path / "one")
    other, _store = fresh(tmp_path / "two")
    mark = vault.people.fingerprint("facebook", "Zelda  Fictional")
    assert mark == vault.people.fingerprint("facebook", "zelda fictional")
    assert mark not in {vault.people.fingerprint("x", "zelda fictional"),
                        other.people.fingerprint("facebook", "zelda fictional")}  # fmt: skip
    answer = PersonAnswer("met through work", TODAY, date(2027, 1, 1))
    vault.people.put(mark, answer)
    vault = again(vault, store)
    assert vault.people.answer(mark) == answer and vault.people.fingerprint("facebook", "Zelda Fictional") == mark
    rows = repr(vault._pages.rows("SELECT * FROM person"))
    assert "elda" not in rows
    vault.people.put(mark, None)
    assert vault.people.all() == {}
    vault.close()
    other.close()


def test_photos_are_found_by_content_and_maker(tmp_path: Path) -> None:
    vault, store = fresh(tmp_path)
    marks = [vault.photos.fingerprint(bytes([number]) * 32) for number in range(3)]
    vault.photos.put({mark: mark.encode() for mark in marks}, "faces 1", TODAY)
    vault = again(vault, store)
    assert vault.photos.seen(marks[1], "faces 1") == marks[1].encode()
    assert vault.photos.seen(marks[1], "faces 2") is None
    vault.photos.forget(marks[:1])
    assert set(vault.photos.all("faces 1")) == set(marks[1:])
    vault.close()


# --- the sitting behind the lock ---


def test_a_sealed_sitting_opens_with_the_same_vault_only(tmp_path: Path) -> None:
    vault, store = fresh(tmp_path / "one")
    other, _store = fresh(tmp_path / "two")
    sealed = vault.seal(b"Quokkazzle " * 100)
    assert b"Quokkazzle" not in sealed
    vault = again(vault, store)
    assert vault.unseal(sealed) == b"Quokkazzle " * 100
    assert other.unseal(sealed) is None and vault.unseal(sealed[:-1] + b"x") is None and vault.unseal(b"") is None
    vault.close()
    other.close()

"""The deck: order, answers, undo, batches, search, names from memory, and what is handed on."""

from datetime import UTC, datetime

import pytest

from privacy_audit.model import ConnectionKind, Moment
from privacy_audit.people.acquaintance import Acquaintance, Appearance, Band
from privacy_audit.people.reviewing import BATCH, FROM_MEMORY, Answers, Deck, Mark, Outcome, Tally, Told
from privacy_audit.words import Words


def person(name: str, band: Band | None = Band.SILENT, *more: tuple[str, str], year: int = 2020) -> Acquaintance:
    since = Moment(datetime(year, 1, 1, tzinfo=UTC))
    places = (("facebook", name), *more)
    shown = tuple(Appearance(where, Words(who), ConnectionKind.FRIEND, since) for where, who in places)
    return Acquaintance(shown, band, by_name=bool(more))


def people(count: int) -> tuple[Acquaintance, ...]:
    return tuple(person(f"Friend Number{number:03}") for number in range(count))


def current(deck: Deck) -> str:
    return deck.current.name if deck.current else ""


class Kept:
    """A journal that keeps everything in memory."""

    def __init__(self) -> None:
        self.now: dict[Mark, Outcome] = {}
        self.calls: list[dict[Mark, Outcome | None]] = []

    def keep_people(self, told: Told) -> None:
        self.calls.append(dict(told))
        for mark, outcome in told.items():
            if outcome is None:
                self.now.pop(mark, None)
            else:
                self.now[mark] = outcome

    def person_answer(self, mark: Mark) -> Outcome | None:
        return self.now.get(mark)


@pytest.mark.parametrize("outcome", Outcome)
def test_each_answer_is_handed_on_at_once_and_the_next_card_comes_up(outcome: Outcome) -> None:
    answers, kept = Answers(), Kept()
    answers.journal = kept
    deck = Deck(people(3), answers)
    deck.answer(outcome)
    mark = Mark("facebook", "Friend Number000")
    assert kept.calls == [{mark: outcome}] and answers.all == {mark: outcome}
    assert current(deck) == "Friend Number001"


def test_undo_takes_back_one_step_after_another() -> None:
    answers, kept = Answers(), Kept()
    answers.journal = kept
    deck = Deck(people(3), answers)
    deck.answer(Outcome.WORK)
    deck.answer(Outcome.KNOWN)
    assert deck.undo() is deck.current and current(deck) == "Friend Number001"
    assert list(kept.now.values()) == [Outcome.WORK]
    deck.undo()
    assert current(deck) == "Friend Number000" and not kept.now
    assert deck.undo() is None and not deck.may_undo


def test_the_rest_are_known_in_one_step_and_one_undo() -> None:
    answers, kept = Answers(), Kept()
    answers.journal = kept
    deck = Deck(people(40), answers)
    deck.answer(Outcome.WORK)
    deck.answer(Outcome.SKIPPED)
    assert deck.know_the_rest() == 38
    assert len(kept.calls) == 3 and deck.current is None
    assert deck.tally == Tally(answered=39, skipped=1, total=40)
    deck.undo()
    assert current(deck) == "Friend Number002" and deck.tally == Tally(1, 1, 40)
    assert len(kept.now) == 2


def test_batches_end_and_begin_again() -> None:
    deck = Deck(people(BATCH + 2), Answers())
    for _ in range(BATCH - 1):
        deck.answer(Outcome.KNOWN)
    assert not deck.batch_over
    deck.answer(Outcome.KNOWN)
    assert deck.batch_over
    deck.undo()
    assert not deck.batch_over
    deck.answer(Outcome.KNOWN)
    deck.begin_batch()
    assert not deck.batch_over and current(deck) == f"Friend Number{BATCH:03}"


def test_the_last_batch_ends_in_the_end() -> None:
    deck = Deck(people(BATCH), Answers())
    for _ in range(BATCH):
        deck.answer(Outcome.KNOWN)
    assert deck.current is None and not deck.batch_over


def test_a_new_deck_goes_on_where_the_old_one_stopped() -> None:
    kept = Kept()
    first = Answers()
    first.journal = kept
    deck = Deck(people(60), first)
    for number in range(31):
        deck.answer(Outcome.SKIPPED if number % 5 == 0 else Outcome.KNOWN)
    second = Answers()
    second.journal = kept
    again = Deck(people(60), second)
    assert current(again) == "Friend Number031" and again.tally == deck.tally


def test_who_was_skipped_can_be_looked_at_again() -> None:
    deck = Deck(people(3), Answers())
    for outcome in (Outcome.KNOWN, Outcome.SKIPPED, Outcome.NOT_SURE):
        deck.answer(outcome)
    assert deck.current is None
    deck.look_at_skipped()
    assert current(deck) == "Friend Number001" and deck.tally == Tally(2, 0, 3)


def test_search_goes_round_and_an_answer_can_be_changed() -> None:
    answers = Answers()
    deck = Deck([person("Ann Lee"), person("Bob Ray"), person("Anna Roe")], answers)
    deck.answer(Outcome.KNOWN)
    assert deck.find("ann") == 2 and current(deck) == "Anna Roe"
    assert deck.find("ANN ") == 2 and current(deck) == "Ann Lee"
    deck.answer(Outcome.WORK)
    assert answers.of(Mark("facebook", "Ann Lee")) is Outcome.WORK and current(deck) == "Bob Ray"
    assert deck.find("nobody") == 0 and current(deck) == "Bob Ray"
    assert deck.find("  ") == 0


def test_family_comes_up_only_when_it_is_looked_for() -> None:
    deck = Deck([person("Nan Lee", None), person("Bob Ray")], Answers())
    assert current(deck) == "Bob Ray" and deck.tally.total == 1 and deck.aside == 1
    assert deck.find("lee") == 1 and current(deck) == "Nan Lee" and deck.aside == 0


def test_names_from_memory_come_up_next_and_never_above_the_third_band() -> None:
    deck = Deck([person("Bob Ray"), person("Cid Poe"), person("David Marsh"), person("Jo Dow", None)], Answers())
    deck.answer(Outcome.KNOWN)
    assert deck.remember(["Dave Marsh", "Jo Dow"]) == 2
    assert current(deck) == "David Marsh"
    shown = deck.current
    assert shown and shown.person.band is Band.SILENT and shown.person.reasons == (FROM_MEMORY,)
    deck.answer(Outcome.NOT_SURE)
    assert current(deck) == "Jo Dow" and deck.current and deck.current.person.band is Band.SILENT
    assert deck.remember(["Nobody Here"]) == 0 and current(deck) == "Jo Dow"


def test_a_name_from_memory_does_not_lower_a_likely_one() -> None:
    deck = Deck([person("David Marsh", Band.LIKELY)], Answers())
    deck.remember(["David Marsh"])
    assert deck.current and deck.current.person.band is Band.LIKELY


def test_two_people_on_one_card_can_be_parted() -> None:
    answers = Answers()
    deck = Deck([person("Jo Dow", Band.POSSIBLE, ("instagram", "Jo Dow")), person("Bob Ray")], answers)
    deck.part()
    deck.answer(Outcome.WORK)
    assert deck.current and [one.platform for one in deck.current.person.appearances] == ["instagram"]
    deck.answer(Outcome.KNOWN)
    assert answers.of(Mark("facebook", "Jo Dow")) is Outcome.WORK
    assert answers.of(Mark("instagram", "Jo Dow")) is Outcome.KNOWN


def test_an_answer_for_one_place_is_no_answer_for_another() -> None:
    answers = Answers()
    answers.put({Mark("facebook", "Jo Dow"): Outcome.KNOWN})
    assert current(Deck([person("Jo Dow", Band.SILENT, ("instagram", "Jo Dow"))], answers)) == "Jo Dow"
    answers.put({Mark("instagram", "Jo Dow"): Outcome.WORK})
    assert Deck([person("Jo Dow", Band.SILENT, ("instagram", "Jo Dow"))], answers).current is None


def test_namesakes_are_told_apart_by_their_dates() -> None:
    answers = Answers()
    deck = Deck([person("Jo Dow", year=2011), person("Jo Dow", year=2022)], answers)
    deck.answer(Outcome.WORK)
    assert deck.current is not None
    deck.answer(Outcome.KNOWN)
    assert sorted(outcome.value for outcome in answers.all.values()) == ["know personally", "met through work"]


def test_an_empty_deck_does_nothing() -> None:
    deck = Deck((), Answers())
    deck.answer(Outcome.KNOWN)
    deck.part()
    assert deck.current is None and deck.know_the_rest() == 0 and deck.undo() is None and deck.find("a") == 0
    assert deck.remember(["Jo Dow"]) == 0


def test_what_is_said_is_forgotten_when_asked() -> None:
    answers = Answers()
    answers.put({Mark("facebook", "Jo Dow"): Outcome.KNOWN})
    assert "Jo Dow" not in repr(next(iter(answers.all)))
    answers.forget()
    assert answers.all == {}

"""Texts held back for a second look: which they are, what becomes of them, and what the result says of the rest."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from privacy_audit.checking import Check, Context, Sighting, seen
from privacy_audit.findings import Confidence
from privacy_audit.model import Moment, Passage, PassageKind, Source, Voice
from privacy_audit.opinion.asking import Asking, SecondLookLostError
from privacy_audit.opinion.second_look import Held, SecondLookRun, Seen
from privacy_audit.opinion.thresholds import Thresholds
from tests.builders.made_up import theme, word_check, word_rule

CHECK = word_check(word_rule("shift", "shift", "work"), themes=(theme("work"), theme("other")))
SET = {CHECK.id: Thresholds(speaks=0.9, hints=0.5, confirms=0.3, doubts=0.01)}


class Answering(Asking):
    """Answers as it is told, by text; dies at the text "crash"."""

    def __init__(self, share: Callable[[str], float]) -> None:
        self._share = share
        self.asked: list[str] = []

    def ids(self) -> tuple[str, ...]:
        return (CHECK.id, "anything")

    def shares(self, texts: Sequence[tuple[str, str]], width: int) -> list[tuple[float, ...]]:
        self.asked += [text for _head, text in texts]
        if any(text == "crash" for _head, text in texts):
            raise SecondLookLostError
        return [(self._share(text), 0.0) for _head, text in texts]

    def close(self) -> None:
        pass


def held(text: str, *rules: Confidence, year: int = 2020, line: int = 1) -> Held:
    passage = Passage(
        text,
        PassageKind.POST,
        Voice.OWNER,
        Source("made-up", "posts.json", f"line {line}"),
        when=Moment(datetime(year, 1, 1, tzinfo=UTC)),
    )
    sightings = tuple(Seen(CHECK, Sighting("work", rule, (seen(passage),), "The word is there.")) for rule in rules)
    return Held(0, passage, Context(), sightings)


def run(process: Answering, *texts: Held, most: int = 100, checks: Sequence[Check] = (CHECK,)) -> SecondLookRun:
    second = SecondLookRun(checks, SET, lambda: process, most)
    for text in texts:
        assert not list(second.hold(text))
    return second


def answers(second: SecondLookRun, stop: Callable[[], bool] = lambda: False) -> list[tuple[str, list[Confidence]]]:
    return [
        (place.passage.text, [sighting.confidence for _check, sighting in sightings])
        for _done, told in second.look(stop)
        for place, sightings in told
    ]


def test_the_model_speaks_hints_confirms_and_doubts() -> None:
    share = {"speaks": 0.95, "hints": 0.6, "silent": 0.2, "confirms": 0.4, "doubts": 0.0, "sure": 0.0}
    texts = (
        held("speaks"),
        held("hints"),
        held("silent"),
        held("confirms", Confidence.POSSIBLE),
        held("doubts", Confidence.LIKELY),
        held("sure", Confidence.SURE, Confidence.LIKELY),
    )
    assert dict(answers(run(Answering(share.__getitem__), *texts))) == {
        "speaks": [Confidence.LIKELY],
        "hints": [Confidence.POSSIBLE],
        "silent": [],
        "confirms": [Confidence.LIKELY],
        "doubts": [Confidence.POSSIBLE],
        "sure": [Confidence.SURE, Confidence.LIKELY],
    }


def test_what_the_model_raises_alone_says_so_and_goes_to_the_theme_that_the_check_names() -> None:
    second = run(Answering(lambda _text: 1.0), held("speaks"))
    ((_place, ((check, sighting),)),) = next(iter(second.look(lambda: False)))[1]
    assert (check, sighting.theme) == (CHECK, "work")
    assert "second look" in sighting.reason and sighting.evidence[0].quote.reveal() == "speaks"


def test_a_text_in_two_places_is_looked_at_once_and_told_twice() -> None:
    process = Answering(lambda _text: 1.0)
    told = answers(run(process, held("same", line=1), held("same", line=2)))
    assert process.asked == ["same"] and len(told) == 2


def test_the_newest_are_looked_at_and_the_others_are_given_back() -> None:
    process = Answering(lambda _text: 0.0)
    second = SecondLookRun((CHECK,), SET, lambda: process, most=2)
    out = [text for year in (2015, 2012, 2019, 2017) for text in second.hold(held(str(year), year=year))]
    assert [text.passage.text for text in out] == ["2012", "2015"]
    assert second.beyond == 2
    answers(second)
    assert process.asked == ["2019", "2017"]


def test_when_the_process_is_lost_every_text_comes_back_as_the_rules_left_it() -> None:
    texts = [held(f"text {number}", Confidence.LIKELY, year=2021) for number in range(20)]
    second = run(Answering(lambda _text: 0.0), *texts, held("crash", Confidence.LIKELY, year=2020))
    told = answers(second)
    assert len(told) == 21 and second.lost and second.left == 5
    assert [rules for _text, rules in told[-5:]] == [[Confidence.LIKELY]] * 5


def test_stopping_gives_the_rest_back() -> None:
    second = run(Answering(lambda _text: 1.0), *(held(f"text {number}") for number in range(40)))
    calls = iter([False, True])
    told = answers(second, lambda: next(calls))
    assert len(told) == 40 and second.left == 24 and not second.lost
    assert sum(bool(rules) for _text, rules in told) == 16

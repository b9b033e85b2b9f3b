"""Two exports of one account: what both hold counts once, what is new counts."""

from collections.abc import Sequence
from datetime import UTC, datetime

from privacy_audit.importing import TextBatch
from privacy_audit.model import Audience, Category, Like, Login, Moment, Passage, PassageKind, Source, Thread, Voice
from privacy_audit.overlap import Overlap

AT = datetime(2024, 3, 14, 9, 30, tzinfo=UTC)


def like(page: str, *, hour: int = 9, member: str = "a.json", zone_known: bool = True) -> Like:
    when = Moment(AT.replace(hour=hour), zone_known)
    return Like(Source("made-up", member), page, is_page=True, when=when, audience=Audience.UNKNOWN)


def batch(texts: Sequence[str], *, hour: int = 9, identity: bool = False) -> TextBatch:
    def passage(index: int) -> Passage:
        when = Moment(AT.replace(hour=hour))
        return Passage(texts[index], PassageKind.POST, Voice.OWNER, Source("made-up", "x"), "Alwen", when=when)

    return TextBatch(
        Category.POSTS,
        PassageKind.POST,
        "x",
        texts,
        passage,
        identity=(lambda index: ("post", texts[index])) if identity else None,
    )


def test_a_first_export_holds_nothing_twice() -> None:
    overlap = Overlap()
    overlap.begin()
    assert not overlap.holds(like("Bakes"))
    assert not overlap.holds(like("Bakes")), "what an export itself holds twice is told twice"
    assert overlap.fresh_texts(batch(["a", "a"])) == (["a", "a"], 0)


def test_a_record_is_known_again_wherever_it_stands() -> None:
    overlap = Overlap()
    overlap.begin()
    overlap.holds(like("Bakes"))
    overlap.begin()
    assert overlap.holds(like("Bakes", member="b.html", hour=10, zone_known=False))
    assert not overlap.holds(like("Bakes", member="b.html")), "a second one is new"
    assert not overlap.holds(like("Cakes"))
    assert not overlap.holds(Login(Source("made-up", "x"), "Bakes", Moment(AT)))


def test_texts_are_known_again_with_and_without_an_identity() -> None:
    for identity in (False, True):
        overlap = Overlap()
        overlap.begin()
        overlap.fresh_texts(batch(["one", "two", "two"], identity=identity))
        overlap.begin()
        texts, known = overlap.fresh_texts(batch(["two", "new", "two", "two", "one"], hour=10, identity=identity))
        assert (texts, known) == (["", "new", "", "two", ""], 3)


def test_a_third_export_is_compared_with_both_before_it() -> None:
    overlap = Overlap()
    overlap.begin()
    overlap.fresh_texts(batch(["one"]))
    overlap.begin()
    overlap.fresh_texts(batch(["one", "two"]))
    overlap.begin()
    assert overlap.fresh_texts(batch(["two", "one", "three"])) == (["", "", "three"], 2)


def test_a_thread_that_has_grown_is_the_same_thread() -> None:
    def thread(messages: int, title: str = "Bryn") -> Thread:
        return Thread(Source("made-up", "x"), "inbox/bryn_1", title, ("Alwen", "Bryn"), messages)

    overlap = Overlap()
    overlap.begin()
    overlap.holds(thread(10))
    overlap.begin()
    assert overlap.holds(thread(25))
    assert not overlap.holds(thread(10, "Mair"))

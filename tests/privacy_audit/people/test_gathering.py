"""Everybody whom an audit came across: bands, reasons, and who is left in peace."""

from datetime import UTC, datetime, timedelta

import pytest

from privacy_audit.checking import Sighting
from privacy_audit.findings import Confidence, Evidence
from privacy_audit.lexicon import load_contact_signs
from privacy_audit.model import Connection, ConnectionKind, Moment, Record, Relative, Source, Thread
from privacy_audit.people.acquaintance import Acquaintance, Band
from privacy_audit.people.gathering import acquaintances
from privacy_audit.people.quiet_signs import Known
from privacy_audit.words import Words

START = datetime(2023, 5, 10, 12, tzinfo=UTC)
OWN = "Gareth Pugsley"


def source(platform: str = "facebook") -> Source:
    return Source(platform, "friends.json", "/0")


def day(number: float) -> Moment:
    return Moment(START + timedelta(days=number))


def friend(
    name: str, since: float | None = 0, kind: ConnectionKind = ConnectionKind.FRIEND, platform: str = "facebook"
) -> Connection:
    return Connection(source(platform), kind=kind, name=name, since=None if since is None else day(since))


def chat(name: str, messages: int, first: float = 0) -> Thread:
    return Thread(source(), key=name, title=name, participants=(name, OWN), messages=messages, first=day(first))


def sign(name: str, confidence: Confidence, reason: str = "They call you by a rank.") -> Sighting:
    return Sighting("met-through-work", confidence, (), reason, key=name.casefold())


def work_post(when: float, check: str = "operational-information") -> dict[str, tuple[Sighting, ...]]:
    evidence = Evidence(source(), Words("Long night"), when=day(when), place="Post")
    return {check: (Sighting("own-words", Confidence.LIKELY, (evidence,)),)}


def only(*records: Record, sightings: dict[str, tuple[Sighting, ...]] | None = None) -> Acquaintance:
    (person,) = acquaintances(records, sightings or {}, Known((OWN,)))
    return person


POSITIVE = next(one.reason for one in load_contact_signs() if one.weight > 0)
NEGATIVE = next(one.reason for one in load_contact_signs() if one.weight < 0)


@pytest.mark.parametrize(
    ("sightings", "band"),
    [
        ((sign("Kev Trask", Confidence.LIKELY),), Band.LIKELY),
        ((sign("Kev Trask", Confidence.POSSIBLE, POSITIVE),), Band.POSSIBLE),
        ((sign("Kev Trask", Confidence.POSSIBLE, NEGATIVE),), Band.SILENT),
        ((), Band.SILENT),
        ((sign("Somebody Else", Confidence.LIKELY),), Band.SILENT),
    ],
)
def test_bands_follow_what_the_check_says(sightings: tuple[Sighting, ...], band: Band) -> None:
    person = only(friend("Kev Trask"), sightings={"service-user-friendship": sightings})
    assert person.band is band
    assert bool(person.reasons) is (band is not Band.SILENT)


@pytest.mark.parametrize(
    ("records", "why"),
    [
        ((friend("Nan Pugsley"), Relative(source(), name="Nan Pugsley", relation="Grandmother")), "family"),
        ((friend("Kev Trask"), chat("Kev Trask", 41)), "they talk"),
    ],
)
def test_family_and_people_one_talks_with_are_left_in_peace(records: tuple[Record, ...], why: str) -> None:
    assert only(*records).band is None, why


def test_a_few_messages_without_a_sign_tell_nothing() -> None:
    assert only(friend("Kev Trask"), chat("Kev Trask", 40)).band is Band.SILENT


def test_talk_about_work_counts_however_much_there_is() -> None:
    said = {"service-user-friendship": (sign("Kev Trask", Confidence.LIKELY),)}
    assert only(friend("Kev Trask"), chat("Kev Trask", 500), sightings=said).band is Band.LIKELY


@pytest.mark.parametrize("check", ["operational-information", "incident-photo", "employer-affiliation"])
@pytest.mark.parametrize(
    ("after", "told"), [(-1, False), (0, True), (1, True), (2.9, True), (3.4, True), (4, False), (40, False)]
)
def test_a_friendship_beside_a_post_on_work(check: str, after: float, told: bool) -> None:
    person = only(friend("Silent Sue", after), sightings=work_post(0, check))
    assert person.band is Band.SILENT, "a date is never more than a perhaps"
    assert any("wrote about work" in reason for reason in person.reasons) is told


def test_the_date_of_an_address_book_says_nothing() -> None:
    person = only(friend("Silent Sue", 1, ConnectionKind.CONTACT), sightings=work_post(0))
    assert person.reasons == ()


def test_a_post_on_anything_else_dates_nothing() -> None:
    assert only(friend("Silent Sue", 1), sightings=work_post(0, "political-content")).reasons == ()


def test_a_request_that_waits_and_words_before_the_friendship() -> None:
    waits = only(friend("Silent Sue", 1, ConnectionKind.REQUEST_RECEIVED))
    assert waits.reasons == ("Their request waits for an answer.",)
    early = only(friend("Silent Sue", 9), chat("Silent Sue", 4, first=2))
    assert early.reasons == ("You wrote to each other before you were connected.",)
    late = only(friend("Silent Sue", 9), chat("Silent Sue", 4, first=12))
    assert late.reasons == ()


@pytest.mark.parametrize(("count", "told"), [(5, True), (4, False)])
def test_company_counts_only_beside_words_on_work(count: int, told: bool) -> None:
    names = ("Ann Ash", "Bob Beech", "Cid Cedar", "Dot Dogwood", "Eve Elm")
    records = (friend("First Friend", 0), *(friend(name, 60) for name in names[:count]))
    quiet = acquaintances(records, {}, Known((OWN,)))
    assert not any(person.reasons for person in quiet)
    people = acquaintances(records, work_post(59), Known((OWN,)))
    assert ["Several people came in on that day." in person.reasons for person in people[:count]] == [told] * count


def test_the_likely_come_first_then_the_possible_then_whoever_came_last() -> None:
    said = {
        "service-user-friendship": (
            sign("Poss Ible", Confidence.POSSIBLE, POSITIVE),
            sign("Like Ly", Confidence.LIKELY),
        )
    }
    records = [friend("Old Silence", 0), friend("New Silence", 90), friend("Poss Ible", 1), friend("Like Ly", 1)]
    names = [person.appearances[0].name.reveal() for person in acquaintances(records, said)]
    assert names == ["Like Ly", "Poss Ible", "New Silence", "Old Silence"]


def test_one_person_on_two_platforms_is_one_question() -> None:
    person = only(friend("Jodie Marlowe"), friend("Jodie Marlowe", 5, platform="instagram"))
    assert [one.platform for one in person.appearances] == ["facebook", "instagram"]
    assert person.by_name


def test_who_only_wrote_is_shown_when_it_speaks_of_work() -> None:
    said = {"service-user-friendship": (sign("Kev Trask", Confidence.LIKELY),)}
    person = only(chat("Kev Trask", 3), sightings=said)
    assert person.appearances[0].kind is None
    assert acquaintances([chat("Kev Trask", 3)], {}, Known((OWN,))) == ()


def test_a_friend_who_is_in_the_address_book_too_is_there_once() -> None:
    person = only(friend("Kev Trask", 3), friend("Kev Trask", 0, ConnectionKind.CONTACT))
    assert [one.kind for one in person.appearances] == [ConnectionKind.FRIEND]


def test_the_user_is_nobody_to_look_at() -> None:
    assert acquaintances([friend(OWN)], {}, Known((OWN,))) == ()


@pytest.mark.parametrize("kind", [ConnectionKind.FOLLOWING, ConnectionKind.REMOVED, ConnectionKind.BLOCKED])
def test_whoever_is_gone_or_only_followed_is_not_asked_about(kind: ConnectionKind) -> None:
    assert acquaintances([friend("Kev Trask", 0, kind)], {}) == ()


def test_no_repr_shows_a_name() -> None:
    assert "Trask" not in repr(only(friend("Kev Trask")))

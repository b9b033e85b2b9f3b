"""Who may have been met through work: signs in chats, names and records, and what speaks against them."""

import re
from datetime import UTC, datetime

import pytest

from checks.people.service_user_friendship import CHECK
from privacy_audit.checking import Context, Gathered, Sighting
from privacy_audit.findings import Confidence, Subject
from privacy_audit.model import (
    Connection,
    ConnectionKind,
    Moment,
    Passage,
    PassageKind,
    Record,
    Relative,
    Source,
    Thread,
    Voice,
)

NAME, OWNER = "Petra Quill", "Gareth Pugsley"
SOURCE = Source("made-up", "inbox/petra/message_1.json", "/messages/0")


def them(text: str, name: str = NAME, others: tuple[str, ...] = (OWNER,)) -> Passage:
    return Passage(
        text, PassageKind.MESSAGE, Voice.OTHER, SOURCE, author=name, thread=name, addressees=others, place=name
    )


def me(text: str, name: str = NAME) -> Passage:
    return Passage(
        text, PassageKind.MESSAGE, Voice.OWNER, SOURCE, author=OWNER, thread=name, addressees=(name,), place=name
    )


def friend(name: str = NAME, kind: ConnectionKind = ConnectionKind.FRIEND, year: int = 2024) -> Connection:
    return Connection(SOURCE, kind=kind, name=name, since=Moment(datetime(year, 3, 1, tzinfo=UTC)))


def thread(messages: int, name: str = NAME) -> Thread:
    return Thread(SOURCE, key=name, title=name, participants=(name, OWNER), messages=messages)


def asked(*passages: Passage, records: tuple[Record, ...] = ()) -> list[Sighting]:
    """All that the check says, in the order in which the engine asks it."""
    assert CHECK.on_record is not None
    assert CHECK.on_whole is not None
    found = [sighting for what in passages for rule in CHECK.rules for sighting in rule.judge(what, Context())]
    for record in records:
        found.extend(CHECK.on_record(record, Context()))
    return [*found, *CHECK.on_whole(Gathered(records, {CHECK.id: tuple(found)}), Context())]


def surest(found: list[Sighting]) -> Confidence | None:
    return max((sighting.confidence for sighting in found), default=None)


MET = [
    "thank you for coming out to my mum's the other night",
    "hi its Dawn from number 14, you came when the kitchen went up",
    "remember me? you nicked me outside the chippy",
    "any news on my case? nobody rings me back",
    "you took my statement at the hospital",
    "Thanks Sgt Pugsley, the ring is back where it belongs",
    "thank you for everything you did for my son that night",
    "he's been round again and I'm scared, what do I do",
    "can you put a good word in for me with the council, about my arrears",
    "sorry to message you on here, I didn't know who else to ask",
    "you left your card on the fridge so I thought I'd write",
    "90 days clean today, wanted to let you know",
    "the smoke alarm is beeping again, the one you fitted",
    "when do i get my phone back from custody",
    "hiya it's Ollie's mum from your class",
    "you gave me a warning instead of a fine, I won't forget it",
    "my tag keeps going off, can u tell them",
    "you sat with my nan till the ambulance came",
    "is it ok that I added you? you were so kind to me",
    "they evicted us, can you sort my case",
    "are you the fireman who carried my nan out",
    "you're quite fit for a copper",
    "nice evening out after ruining my licence",
    "i dont want to press charges anymore",
    "saw you at court yesterday, you looked tired",
    "can you just tell us who reported it",
    "its jade from the knife talk you did",
    "you came to my school about fires",
    "you were so kind when we lost dad",
    "i know i shouldn't be messaging you",
    "are you my key worker now",
    "when is court",
    "can we sort this between ourselves",
    "can you see if my ex is on bail",
    "you were the voice on the phone that night",
    "thank you for finding our dad",
    "u owe me for my front door",
    "am i being charged or what",
    "have they caught him",
    "when can i see my kids",
    "my lad loves your sessions",
]

NOT_MET = [
    "happy birthday you old goat",
    "you came second, I came third, the dog won",
    "my client cried in court today, gin later?",
    "as my client you have to sign page nine",
    "rota's out, who's on nights with me",
    "roast at two, bring the gravy",
    "officer there's a disturbance in my kitchen, it's my cooking",
    "parkrun on Saturday?",
    "did you see the match",
    "crime drama tonight, popcorn at mine",
    "is the curry place still open",
    "the vet says the cat is fine",
    "thanks for the lift",
    "our Amy passed her driving test",
    "mum says ring her",
    "the plumber says Tuesday",
    "see you at choir",
    "love you, night x",
    "the case of wine has come",
    "your letter came, what a lovely card",
    "you were so funny at the party",
    "did he drop it at yours",
    "my planning permission came through at last",
    "when you visited us in spain",
    "thought you'd like this photo of the beach",
    "nice to see you enjoying your weekend",
    "tell me who won the match",
    "are you the one bringing the cake",
    "is this the same you from Mr Hill's class",
    "ring the restaurant and book for six",
    "who reported for training last night",
    "statement earrings, what do you think",
    "can you find out when the train goes",
    "have you found your keys",
    "am i late",
    "when are you fixing that fence",
    "miss you lots",
    "the kids loved the zoo",
    "have you got her a present",
    "who took my charger",
]


@pytest.mark.parametrize("text", MET)
def test_a_clear_sign_between_near_strangers_is_worth_asking(text: str) -> None:
    found = asked(them(text), records=(friend(), thread(3)))
    assert surest(found) is Confidence.LIKELY
    assert all(sighting.subject is Subject.SERVICE_USER for sighting in found)


@pytest.mark.parametrize("text", NOT_MET)
def test_the_talk_of_friends_is_left_alone(text: str) -> None:
    found = asked(them(text), records=(friend(), thread(3)))
    assert surest(found) in (None, Confidence.POSSIBLE)


@pytest.mark.parametrize("text", MET)
def test_the_gate_lets_the_signs_through(text: str) -> None:
    assert re.search(CHECK.rules[0].gate, text, re.IGNORECASE)


def test_in_a_longer_chat_two_signs_must_agree() -> None:
    one = them("you were so kind to my mum")
    assert surest(asked(one, records=(friend(), thread(90)))) is Confidence.POSSIBLE
    both = asked(one, me("please use the case email, not on here"), records=(friend(), thread(90)))
    assert surest(both) is Confidence.LIKELY


@pytest.mark.parametrize(
    "against",
    [
        (friend(), thread(900)),
        (friend(), thread(3), Relative(SOURCE, name=NAME, relation="Aunt")),
        (friend(year=2009), friend("Somebody Else", year=2025), thread(90)),
    ],
    ids=["a chat of years", "family", "friends for long"],
)
def test_what_speaks_for_a_life_together_weighs_against_it(against: tuple[Record, ...]) -> None:
    found = asked(them("you were so kind to my mum that night"), records=against)
    assert surest(found) is Confidence.POSSIBLE


def test_a_request_is_asked_about_as_one() -> None:
    records = (friend(kind=ConnectionKind.REQUEST_RECEIVED), thread(1))
    joined = [sighting for sighting in asked(them(MET[2]), records=records) if sighting.confidence is Confidence.LIKELY]
    assert [sighting.theme for sighting in joined] == ["met-through-work"]
    assert "request waits" in joined[0].reason


@pytest.mark.parametrize(
    ("name", "noted"),
    [
        ("Dave burglary victim", True),
        ("Mrs Ames (safe and well)", True),
        ("Jo - witness", True),
        ("Lee flat 4", True),
        ("Kay from the hostel", True),
        ("Dave plumber", False),
        ("Dave from choir", False),
        ("Victoria Case-Smith", False),
        ("Jo Parkes", False),
        ("Mum", False),
        ("Lee (football)", False),
    ],
)
def test_notes_in_the_names_of_contacts(name: str, noted: bool) -> None:
    assert bool(asked(records=(friend(name, ConnectionKind.CONTACT),))) is noted


def test_chats_of_many_are_nobodys_own() -> None:
    group = them(MET[0], others=(OWNER, "Jo", "Kay"))
    assert not asked(group, records=(friend(),))


def test_what_the_owner_writes_is_about_the_other() -> None:
    found = asked(me("I can't discuss that on here, please ring the office"), records=(friend(), thread(2)))
    assert {sighting.key for sighting in found} == {NAME.casefold()}


def test_reasons_hold_nothing_of_the_chat() -> None:
    for sighting in asked(them(MET[1]), records=(friend(), thread(2))):
        assert "Dawn" not in sighting.reason
        assert "14" not in sighting.reason

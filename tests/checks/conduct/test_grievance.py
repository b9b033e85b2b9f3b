"""Complaints about the own work, and union talk, raised concerns, shops, football managers and bosses of others."""

from checks.conduct.grievance import CHECK
from privacy_audit.model import PassageKind, Voice
from privacy_audit.remedies import load_remedies
from tests.builders.asking import row_tests

_POST, _MESSAGE, _COMMENT, _BIO = PassageKind.POST, PassageKind.MESSAGE, PassageKind.COMMENT, PassageKind.BIO
_GROUP, _CONTACT = PassageKind.GROUP_NAME, PassageKind.CONTACT_NAME
_BOSS, _PLACE, _COLLEAGUES, _NAMED = "managers", "workplace", "colleagues", "named"
_NAMES, _OTHERS, _CONCERN = "names", "others-words", "speaking-up"

CAUGHT = [
    (_BOSS, _POST, Voice.OWNER, "Our inspector is useless, he has not walked through that door since Easter"),
    (_BOSS, _MESSAGE, Voice.OWNER, "my line manager never listens, she only counts"),
    (_BOSS, _COMMENT, Voice.OWNER, "The chief couldn't run a raffle"),
    (_BOSS, _POST, Voice.OWNER, "Fourth line manager in two years and this one is worse than the last"),
    (_BOSS, _MESSAGE, Voice.OWNER, "HQ couldn't care less about us"),
    (_BOSS, _POST, Voice.OWNER, "Told HR in June, still nothing"),
    (_PLACE, _POST, Voice.OWNER, "Annual leave refused for my own wedding, thanks a bunch"),
    (_PLACE, _POST, Voice.OWNER, "Passed over again for somebody with four years in"),
    (_PLACE, _COMMENT, Voice.OWNER, "Don't join, they chew you up and send you the bill"),
    (_PLACE, _BIO, Voice.OWNER, "Counting the days till I leave this toxic nick"),
    (_PLACE, _MESSAGE, Voice.OWNER, "overtime not paid from August, that's the third time"),
    (_COLLEAGUES, _COMMENT, Voice.OWNER, "half our shift are lazy and the rest of us carry them"),
    (_NAMED, _POST, Voice.OWNER, "Gordon Pilbeam is a thief and everybody round here knows it"),
    (_NAMED, _POST, Voice.OWNER, "Marsh Motors are crooks"),
    (_NAMES, _GROUP, Voice.UNKNOWN, "Survivors of Sgt Wimpole"),
    (_NAMES, _CONTACT, Voice.OWNER, "Boss From Hell"),
    (_OTHERS, _POST, Voice.OTHER, "that boss of yours is a bully, get out of there"),
    (_CONCERN, _POST, Voice.OWNER, "Our chief has known the cladding is unsafe and never said a word"),
    (_CONCERN, _MESSAGE, Voice.OWNER, "I reported my sergeant for touching me and the boss never did a thing"),
    (_CONCERN, _COMMENT, Voice.OWNER, "management lied to the inquest and are covering it up"),
]

LEFT_ALONE = [
    ("a ballot", _POST, Voice.OWNER, "Ballot papers are in. Management say no, we say vote"),
    ("a rally", _POST, Voice.OWNER, "FBU rally on Saturday, the chief never listens so bring a drum"),
    ("with a rep", _MESSAGE, Voice.OWNER, "my rep is coming with me to see the manager about the leave they refused"),
    ("a petition", _POST, Voice.OWNER, "Sign the petition, HQ must not close our station"),
    ("a way for grievances", _MESSAGE, Voice.OWNER, "I have filled in the form and the meeting is on the 4th"),
    ("a shop", _POST, Voice.OWNER, "One star, the manager at the carpet shop never rang back"),
    ("broadband", _COMMENT, Voice.OWNER, "Sky broadband are useless, three engineers and still no signal"),
    ("a football manager", _COMMENT, Voice.OWNER, "Our manager hasn't got a clue, four at the back and no striker"),
    ("her boss", _MESSAGE, Voice.OWNER, "his boss at the garage is a bully, he should leave"),
    ("a good boss", _POST, Voice.OWNER, "My boss let me swap so I could see the school play"),
    ("a drama", _POST, Voice.OWNER, "That useless inspector in the drama wouldn't last a night"),
    ("opinion", _COMMENT, Voice.OWNER, "It is wrong that nurses need food banks and I will keep saying so"),
    ("tired", _POST, Voice.OWNER, "Three nights down, one to go, feet like plates"),
    ("the cat", _POST, Voice.OWNER, "New boss in this house is nine weeks old and has claws, the cat is in charge"),
    ("cancelled train", _POST, Voice.OWNER, "Train cancelled again, third time this week"),
    ("a court case", _POST, Voice.OWNER, "Derek Fowle was found guilty of fraud, it says in the paper"),
    ("a card game", _COMMENT, Voice.OWNER, "Uncle Malcolm is a cheat and a thief at monopoly"),
    ("a survey", _MESSAGE, Voice.OWNER, "did the survey, ten minutes, mostly about sleep"),
    ("friendly group", _GROUP, Voice.UNKNOWN, "Blue Watch curry club"),
    ("their shop boss", _MESSAGE, Voice.OTHER, "my boss at the salon gave me the Saturday off"),
]


test_caught, test_left_alone = row_tests(CHECK, CAUGHT, LEFT_ALONE)


def test_a_raised_concern_is_never_told_to_be_taken_down() -> None:
    (theme,) = (theme for theme in CHECK.themes if theme.id == _CONCERN)
    assert all(way in theme.why for way in ("confidential reporting line", "IOPC", "Protect", "union"))
    steps = load_remedies().remedy(f"generic/{theme.remedy}").steps
    assert not any(step.kind.takes_away or step.kind.value == "audience" for step in steps)


def test_an_accusation_by_name_cites_defamation() -> None:
    (theme,) = (theme for theme in CHECK.themes if theme.id == _NAMED)
    assert {"derbyshire:A7", "pfcc-053-2020:9a"} <= set(theme.clauses)


def test_no_words_are_kept() -> None:
    assert CHECK.conduct

"""Talk of people met through work, and the talk of witnesses, relatives and film fans that sounds like it."""

from checks.conduct.service_user_discussion import CHECK
from privacy_audit.checking import Weight
from privacy_audit.model import PassageKind, Voice
from tests.builders.asking import row_tests

_POST, _MESSAGE, _COMMENT = PassageKind.POST, PassageKind.MESSAGE, PassageKind.COMMENT
_CONTACT, _GROUP = PassageKind.CONTACT_NAME, PassageKind.GROUP_NAME
_MET, _KNOWN, _OTHERS, _SAVED = "met-through-work", "identifiable", "others-words", "contacts"

CAUGHT = [
    (_MET, _POST, Voice.OWNER, "Arrested a man for stealing cheese today, he wept and so did I nearly"),
    (_MET, _COMMENT, Voice.OWNER, "I nicked him for the very same thing two summers back"),
    (_KNOWN, _MESSAGE, Voice.OWNER, "we locked him up again, he's only 15"),
    (_MET, _MESSAGE, Voice.OWNER, "took a statement off the neighbour, three hours, four biscuits"),
    (_MET, _POST, Voice.OWNER, "Sat with a lady until the ambulance came and we talked about her roses"),
    (_MET, _POST, Voice.OWNER, "Talked a lad down from the bridge this morning. He wanted a hot chocolate"),
    (_MET, _POST, Voice.OWNER, "Cut a woman out of her car tonight and her first word was sorry"),
    (_MET, _COMMENT, Voice.OWNER, "One of our regulars, rings us every night about the pigeons"),
    (_MET, _MESSAGE, Voice.OWNER, "had to tell a mum tonight. going for a walk"),
    (_MET, _POST, Voice.OWNER, "Did a welfare check on an old chap and stayed for the snooker"),
    (_MET, _MESSAGE, Voice.OWNER, "my prisoner asked for a kebab and a solicitor in that order"),
    (_MET, _POST, Voice.OWNER, "One of my tenants has left me a thank you card, made my month"),
    (_KNOWN, _MESSAGE, Voice.OWNER, "He's HIV pos so wear the thick gloves when you book him in"),
    (
        _MET,
        _POST,
        Voice.OWNER,
        "The misper we looked for all night turned up asleep in a skip. That misper had a lovely time",
    ),
    (_MET, _MESSAGE, Voice.OWNER, "delivered a baby in a lay-by, both grand"),
    (_OTHERS, _MESSAGE, Voice.OTHER, "your prisoner from Friday has been charged"),
    (_OTHERS, _POST, Voice.OTHER, "Is that lad you talked down from the roof doing all right?"),
    (_SAVED, _CONTACT, Voice.OWNER, "Gillian (burglary witness)"),
    (_SAVED, _CONTACT, Voice.OWNER, "Terry on tag"),
    (_SAVED, _GROUP, Voice.UNKNOWN, "Child B core group"),
]

LEFT_ALONE = [
    ("own mother", _POST, Voice.OWNER, "Sat with my mum until the ambulance came, they were so kind"),
    ("a film", _COMMENT, Voice.OWNER, "That episode where they arrest the wrong man had me shouting at the telly"),
    (
        "as a victim",
        _POST,
        Voice.OWNER,
        "We were burgled on Sunday and the officer took our statement with such patience",
    ),
    ("as a witness", _MESSAGE, Voice.OWNER, "gave my statement about the bump I saw, done in twenty minutes"),
    ("as a juror", _POST, Voice.OWNER, "Jury service done, I will never complain about my own job again"),
    ("a theft", _POST, Voice.OWNER, "Somebody has nicked our recycling box, the one with the good lid"),
    ("a shop's regular", _POST, Voice.OWNER, "One of our regulars at the salon brought me a lemon drizzle"),
    ("a hairdresser", _MESSAGE, Voice.OWNER, "my client was late so her hair is still wet"),
    ("own dog", _MESSAGE, Voice.OWNER, "got the dog off the roof of the shed, she is not sorry"),
    ("an appeal", _POST, Voice.OWNER, "Please share, missing girl, 14, last seen in Otley, 101 with news"),
    ("divorce", _POST, Voice.OWNER, "We share custody of the air fryer now"),
    ("union", _POST, Voice.OWNER, "Branch meeting tonight, motion on custody staffing, tea at seven"),
    ("opinion", _COMMENT, Voice.OWNER, "I think prison should be the last thing we try, not the first"),
    ("concern", _MESSAGE, Voice.OWNER, "I raised it with the safeguarding lead and have heard nothing since"),
    ("other people's work", _COMMENT, Voice.OWNER, "My neighbour is a nurse and she never says a word about it"),
    (
        "thanks",
        _POST,
        Voice.OWNER,
        "Thank you to the two officers who sat with a lady on our street until her son came",
    ),
    ("football", _POST, Voice.OWNER, "Poor lad got stretchered off before half time, hope it is not the knee"),
    ("own children", _MESSAGE, Voice.OTHER, "is our little lad any trouble? he cried for you all night"),
    ("a tradesman", _CONTACT, Voice.OWNER, "Dave Smoke Alarm Services"),
    ("a reading group", _GROUP, Voice.UNKNOWN, "Murder mystery book group"),
]


test_caught, test_left_alone = row_tests(CHECK, CAUGHT, LEFT_ALONE)


def test_somebody_who_could_be_recognised_weighs_most() -> None:
    weights = {theme.id: theme.weight for theme in CHECK.themes}
    assert weights[_KNOWN] is weights[_SAVED] is Weight.SERIOUS
    assert weights[_MET] is Weight.MODERATE


def test_no_words_are_kept() -> None:
    assert CHECK.conduct

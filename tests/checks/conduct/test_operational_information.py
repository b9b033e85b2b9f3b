"""What the service keeps to itself, and the gates, cameras, raids and rotas of everybody's life."""

from checks.conduct.operational_information import CHECK
from privacy_audit.checking import Weight
from privacy_audit.model import PassageKind, Voice
from privacy_audit.remedies import load_remedies
from tests.builders.asking import row_tests

_POST, _MESSAGE, _COMMENT, _CAPTION = PassageKind.POST, PassageKind.MESSAGE, PassageKind.COMMENT, PassageKind.CAPTION
_GROUP = PassageKind.GROUP_NAME
_LIVE, _ACCESS, _COVER, _WAYS, _INSIDE = "live-operation", "access", "cover", "ways-of-working", "inside"
_OTHERS, _CONCERN = "others-words", "speaking-up"

CAUGHT = [
    (_LIVE, _MESSAGE, Voice.OWNER, "warrant in the morning at half five, cant do the school run"),
    (_LIVE, _POST, Voice.OWNER, "Four warrants tomorrow, bring a flask"),
    (_LIVE, _MESSAGE, Voice.OWNER, "Op Pelican briefing has moved to the gym"),
    (_LIVE, _POST, Voice.OWNER, "Plain clothes job at the races on Saturday, come and say hello"),
    (_LIVE, _COMMENT, Voice.OWNER, "it will be unmarked cars on the A17 this week"),
    (_LIVE, _MESSAGE, Voice.OWNER, "forensics came back, charging him tomorrow"),
    (_LIVE, _MESSAGE, Voice.OWNER, "keep it quiet but they are searching the reservoir, dive team and all"),
    (_LIVE, _GROUP, Voice.UNKNOWN, "Op Marigold"),
    (_ACCESS, _MESSAGE, Voice.OWNER, "staff gate code is C4471X then star"),
    (_ACCESS, _MESSAGE, Voice.OWNER, "radio channel has gone to 11 for the visit"),
    (_COVER, _POST, Voice.OWNER, "Two cars covering the whole division tonight. Two"),
    (_COVER, _POST, Voice.OWNER, "One pump for the county till seven, lock up your chip pans"),
    (_COVER, _COMMENT, Voice.OWNER, "our engine has been off the run since Sunday"),
    (_WAYS, _COMMENT, Voice.OWNER, "the ANPR on that road is switched off, trust me"),
    (_WAYS, _COMMENT, Voice.OWNER, "we don't chase bikes without a helmet on"),
    (_INSIDE, _MESSAGE, Voice.OWNER, "ran the plate for you, it belongs to a bloke in Hull"),
    (_INSIDE, _MESSAGE, Voice.OWNER, "I'll send you a screenshot of the log"),
    (_OTHERS, _POST, Voice.OTHER, "Thanks for the heads up about the speed camera van"),
    (_OTHERS, _MESSAGE, Voice.OTHER, "you said the cameras on the bridge were dummies, still true?"),
    (_CONCERN, _POST, Voice.OWNER, "Two pumps for the county tonight. It is unsafe and someone will die"),
]

LEFT_ALONE = [
    ("a strike", _POST, Voice.OWNER, "Strike day tomorrow, picket from seven, bring soup"),
    ("a ballot", _POST, Voice.OWNER, "Ballot papers on crewing cuts are out, post yours by the 3rd"),
    ("a concern raised", _MESSAGE, Voice.OWNER, "I have put my worry about the lone night shifts to the safety rep"),
    ("opinion", _COMMENT, Voice.OWNER, "There should be more police on foot in the town"),
    ("public words", _POST, Voice.OWNER, "The police page says the A17 is shut both ways, go round by Louth"),
    ("a drama", _COMMENT, Voice.OWNER, "That dawn raid in the last episode tonight, my heart"),
    ("biscuits", _POST, Voice.OWNER, "Big raid on the biscuit tin at half ten, suspects aged four and six"),
    ("own gate", _MESSAGE, Voice.OWNER, "gate code at ours is 2290, mind the dog"),
    ("a rental", _MESSAGE, Voice.OWNER, "the cottage key safe code is 1847, towels are in the hall"),
    ("own alarm", _POST, Voice.OWNER, "Our burglar alarm is switched off so ignore it if it beeps"),
    ("a gasman", _POST, Voice.OWNER, "Three engineers for the whole of Wales this week, so it is jumpers on"),
    ("lifeguards", _MESSAGE, Voice.OWNER, "only two lifeguards on tonight so the deep end is shut"),
    ("a surprise", _MESSAGE, Voice.OWNER, "keep it quiet, the party is on Saturday and she has no idea"),
    ("an old engine", _CAPTION, Voice.OWNER, "Two old fire engines from 1950 at the gala, brass band and all"),
    ("speed on the road", _COMMENT, Voice.OWNER, "everybody slows down for the camera and then off they go"),
    ("swim times", _POST, Voice.OWNER, "Two of us for the early swim tomorrow, water was nine degrees"),
    ("a friend's shift", _MESSAGE, Voice.OTHER, "you said you were on nights, shall I post it through the door"),
    ("a carnival group", _GROUP, Voice.UNKNOWN, "Carnival float builders"),
    ("a warrant card", _MESSAGE, Voice.OWNER, "dad's old warrant card was in the loft tonight"),
    ("a shop's rules", _COMMENT, Voice.OWNER, "we don't post anything out after ten, it is a knitting shop"),
]


test_caught, test_left_alone = row_tests(CHECK, CAUGHT, LEFT_ALONE)


def test_operations_and_codes_weigh_most() -> None:
    weights = {theme.id: theme.weight for theme in CHECK.themes}
    assert {theme for theme, weight in weights.items() if weight is Weight.SERIOUS} == {_LIVE, _ACCESS}


def test_a_concern_is_told_its_ways_and_nothing_is_taken_down() -> None:
    (theme,) = (theme for theme in CHECK.themes if theme.id == _CONCERN)
    assert all(way in theme.why for way in ("confidential reporting line", "IOPC", "Protect", "union"))
    steps = load_remedies().remedy(f"generic/{theme.remedy}").steps
    assert not any(step.kind.takes_away or step.kind.value == "audience" for step in steps)


def test_no_words_are_kept() -> None:
    assert CHECK.conduct

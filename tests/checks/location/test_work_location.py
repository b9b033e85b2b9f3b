"""What tells where the owner works, and the stations, offices and halls that anybody speaks of."""

import pytest

from checks.location.work_location import CHECK
from privacy_audit.checking import Context
from privacy_audit.findings import Confidence
from privacy_audit.importing import Holder
from privacy_audit.model import (
    Audience,
    Employment,
    Membership,
    MembershipKind,
    PassageKind,
    Place,
    PlaceKind,
    Record,
    Voice,
)
from privacy_audit.own_facts import OwnFacts
from tests.builders.asking import HERE, of_record, passage, row_tests

_POST, _COMMENT, _MESSAGE = PassageKind.POST, PassageKind.COMMENT, PassageKind.MESSAGE
_CAPTION, _BIO, _GROUP = PassageKind.CAPTION, PassageKind.BIO, PassageKind.GROUP_NAME
_OWNER, _OTHER = Voice.OWNER, Voice.OTHER

CAUGHT = [
    ("own-words", _POST, _OWNER, "First day at Ludlow police station on Monday, wish me luck"),
    ("own-words", _COMMENT, _OWNER, "I'm on the front counter at Frome nick every Tuesday, come and find me"),
    ("own-words", _MESSAGE, _OWNER, "I'm at Matlock fire station till nine, bring chips"),
    ("own-words", _POST, _OWNER, "Been moved to the third floor at Larch House, the lift is as slow as I am"),
    ("own-words", _MESSAGE, _OWNER, "drop my keys at Grimsby nick and say they're for Jo"),
    ("own-words", _CAPTION, _OWNER, "Brew o'clock in the yard at Frome fire station"),
    ("own-words", _CAPTION, _OWNER, "Custody suite, Grimsby, four in the morning"),
    ("own-words", _POST, _OWNER, "Posted to Matlock from the new year, forty minutes each way"),
    ("own-words", _COMMENT, _OWNER, "My locker is on the landing at Ludlow police station, help yourself"),
    ("own-words", _POST, _OWNER, "White watch, Frome, four on four off"),
    ("on-duty", _MESSAGE, _OWNER, "sat in the van outside the precinct till ten, wave if you go by"),
    ("on-duty", _POST, _OWNER, "On traffic duty by the bridge tomorrow, say hello to the wet one"),
    ("bio", _BIO, _OWNER, "Mum of two. You will find me behind the glass at Ludlow police station"),
    ("group", _GROUP, _OWNER, "Matlock nick tea fund"),
    ("group", _GROUP, _OWNER, "Frome Red Watch"),
    ("others-words", _POST, _OTHER, "Saw you going into Grimsby nick with your dinner, you looked frozen"),
    ("others-words", _MESSAGE, _OTHER, "are you still at Frome or over at Ludlow police station these days"),
    ("others-words", _POST, _OTHER, "Spotted our Megan outside Matlock fire station with a mop"),
    ("others-words", _MESSAGE, _OTHER, "shall I leave it at your work, the side door on the lane"),
]

LEFT_ALONE = [
    ("on nights is no place", _POST, _OWNER, "On nights till Friday, do not ring me"),
    ("a visit with children", _POST, _OWNER, "Took the cubs to Ludlow fire station, twenty of them wanted the pole"),
    ("an open day", _POST, _OWNER, "Open day at Frome fire station on Sunday, bring the kids"),
    ("lost property", _POST, _OWNER, "Handed a purse in at Grimsby police station this morning"),
    ("a pub of that name", _CAPTION, _OWNER, "The Old Fire Station bar in Matlock, lovely gin"),
    ("a flat in one", _POST, _OWNER, "We stayed in a converted police station in Ludlow, the cells are bedrooms"),
    ("a relative", _POST, _OWNER, "My brother started at Frome nick today, ever so proud"),
    ("a train", _POST, _OWNER, "Stuck at Leeds station again, the trains are all over the place"),
    ("in good nick", _POST, _OWNER, "Selling the bike, in good nick, Matlock or can deliver"),
    ("stolen", _POST, _OWNER, "Somebody nicked my plant pots, Grimsby is going downhill"),
    (
        "a union picket",
        _POST,
        _OWNER,
        "We're on the picket line outside Ludlow fire station from eight, come and say hello",
    ),
    ("a closure consultation", _POST, _OWNER, "Please answer the consultation on the closure of Frome fire station"),
    ("a custody battle", _POST, _OWNER, "Custody hearing in Grimsby went well, the kids are staying with me"),
    ("a concert", _POST, _OWNER, "Carol concert at Matlock town hall tonight, see you there"),
    ("an old picture", _CAPTION, _OWNER, "Old postcard of Ludlow police station, 50p at the car boot"),
    ("telly", _COMMENT, _OWNER, "They filmed that drama at Frome police station, you can see the chip shop"),
    ("a victim's visit", _MESSAGE, _OWNER, "I have to give a statement at Grimsby police station on Tuesday"),
    ("somebody else's post", _MESSAGE, _OTHER, "my lad has an interview at Matlock fire station next week"),
    ("an address beside it", _MESSAGE, _OTHER, "is the parkrun the one by the fire station or the one by the lake"),
    ("a watchers' group", _GROUP, _OWNER, "Save Frome Fire Station"),
    ("neighbours", _GROUP, _OWNER, "Ludlow Neighbourhood Watch"),
    ("a bio elsewhere", _BIO, _OWNER, "Ludlow born, Matlock bred, likes a long walk"),
]


test_caught, test_left_alone = row_tests(CHECK, CAUGHT, LEFT_ALONE)


def _check_in(name: str, audience: Audience = Audience.UNKNOWN) -> Place:
    return Place(HERE, PlaceKind.CHECK_IN, name, audience=audience)


def _event(place: str, detail: str = "joined") -> Membership:
    return Membership(HERE, MembershipKind.EVENT, "Leaving do", place=place, detail=detail)


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (_check_in("Ludlow Police Station"), [("check-in", Confidence.LIKELY)]),
        (_check_in("Frome Fire Station"), [("check-in", Confidence.LIKELY)]),
        (_check_in("Matlock Town Hall"), [("check-in", Confidence.POSSIBLE)]),
        (_check_in("Wessex Borders Police, Base 4"), [("check-in", Confidence.SURE)]),
        (Place(HERE, PlaceKind.PRIMARY, "Work", "4 Larch Road, Ludlow"), [("saved-place", Confidence.SURE)]),
        (_event("Frome Fire Station, Frome"), [("event", Confidence.LIKELY)]),
        (Employment(HERE, "Wessex Borders Police", "PC", "Frome Police Station"), [("profile", Confidence.SURE)]),
        (Employment(HERE, "Wessex Fire", "Ludlow fire station, white watch"), [("profile", Confidence.SURE)]),
        (Employment(HERE, "Wessex Borders Police", "PC", "Frome"), []),
        (Employment(HERE, "Wessex Fire", "", "Frome Fire Station", current=False), []),
        (Employment(HERE, "Larch Cafe", "Baker", "The Old Fire Station, Frome"), []),
        (_event("Frome Fire Station, Frome", "declined"), []),
        (_event("The Red Lion"), []),
        (Membership(HERE, MembershipKind.GROUP, "Frome Fire Station fans"), []),
        (_check_in("The Old Fire Station Arts Centre"), []),
        (_check_in("Fire Station Gym"), []),
        (_check_in("Leeds Railway Station"), []),
        (_check_in("Ludlow Police Station", Audience.ONLY_ME), []),
        (_check_in("Home"), []),
        (_check_in(""), []),
        (Place(HERE, PlaceKind.HISTORY, "Ludlow Police Station"), []),
        (Place(HERE, PlaceKind.PRIMARY, "Home", "4 Larch Road, Ludlow"), []),
    ],
)
def test_places_and_events(record: Record, expected: list[tuple[str, Confidence]]) -> None:
    assert of_record(CHECK, record, OwnFacts(service="Wessex Borders Police")) == expected


def test_an_official_account_may_say_where_it_is() -> None:
    context = Context(
        OwnFacts(official_accounts=("FromeFire",)), {HERE.importer: Holder(names=("Frome"), handles=("FromeFire",))}
    )
    text = passage("Come and see us at Frome fire station until four", _POST)
    assert [sighting for rule in CHECK.rules for sighting in rule.judge(text, context)] == []
    assert CHECK.on_record is not None
    assert list(CHECK.on_record(_check_in("Frome Fire Station"), context)) == []

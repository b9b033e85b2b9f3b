"""Words under pictures from incidents, and those under the pictures that anybody takes of smoke, floods and dinners."""

from checks.photos.incident_photo import CHECK
from privacy_audit.checking import Context
from privacy_audit.importing import Holder
from privacy_audit.model import PassageKind, Voice
from privacy_audit.own_facts import OwnFacts
from tests.builders.asking import HERE, passage, row_tests

_POST, _COMMENT, _MESSAGE = PassageKind.POST, PassageKind.COMMENT, PassageKind.MESSAGE
_CAPTION, _GROUP = PassageKind.CAPTION, PassageKind.GROUP_NAME
_OWNER, _OTHER = Voice.OWNER, Voice.OTHER

CAUGHT = [
    ("own-picture", _POST, _OWNER, "A few pictures from last night's barn fire, taken when we had finished"),
    ("own-picture", _MESSAGE, _OWNER, "here's a photo from the crash on the bypass, keep it off the other chat"),
    ("own-picture", _COMMENT, _OWNER, "I took that one from inside the tape while we waited for recovery"),
    ("own-picture", _POST, _OWNER, "My helmet cam footage of the rescue is up"),
    ("own-picture", _MESSAGE, _OWNER, "this is what we walked into this morning"),
    ("own-picture", _COMMENT, _OWNER, "you can see my lot on the ladder in the smoke"),
    ("own-picture", _POST, _OWNER, "View from the cordon, day three"),
    ("caption", _CAPTION, _OWNER, "When we pulled up it was through the roof already"),
    ("caption", _CAPTION, _OWNER, "Six hours on scene and nothing left of the stables"),
    ("caption", _CAPTION, _OWNER, "Car on its roof at the crossroads, driver walked away"),
    ("caption", _CAPTION, _OWNER, "We cut the roof off this one, she only broke a nail"),
    ("caption", _CAPTION, _OWNER, "Cannabis grow from this morning's warrant"),
    ("caption", _CAPTION, _OWNER, "Five of us and a winch to get this pony out of the ditch"),
    ("caption", _CAPTION, _OWNER, "Scene guard till six, tape and drizzle"),
    ("caption", _CAPTION, _OWNER, "Kitchen fire, Tuesday. The hallway was saved"),
    ("caption", _CAPTION, _OWNER, "Last night's shout, flames out of every window and our hose in the corner"),
    ("others", _POST, _OTHER, "That picture you took of the burning bus is all round the pub"),
    ("others", _MESSAGE, _OTHER, "you still got the ones of his legs from the crash job"),
    ("others", _POST, _OTHER, "There he is, third on the hose at the mill fire"),
    ("album", _CAPTION, _OWNER, "Shout photos 2019"),
    ("album", _GROUP, _OWNER, "Job pics, lads only"),
]

LEFT_ALONE = [
    ("a bystander", _CAPTION, _OWNER, "Smoke over the valley from our bedroom window, hope everyone is all right"),
    ("a neighbour", _CAPTION, _OWNER, "Fire two doors down last night, the fire service were brilliant"),
    ("a traffic jam", _CAPTION, _OWNER, "Stuck behind an overturned caravan on the way to Bude"),
    ("a bonfire", _CAPTION, _OWNER, "Bonfire night at the rugby club, flames taller than Dad"),
    ("a barbecue", _CAPTION, _OWNER, "We burnt the sausages on the barbecue again"),
    ("a drill", _CAPTION, _OWNER, "Good drill tonight, hose and ladder work, home by nine"),
    ("a museum", _CAPTION, _OWNER, "Old engine at the museum, the ladder still goes up"),
    ("a film", _POST, _OWNER, "That crash in the last episode, how did they film it"),
    ("an own mishap", _CAPTION, _OWNER, "Wrote off the bumper on a bollard, nobody hurt but my pride"),
    ("toast", _POST, _OWNER, "Photo of tonight's burnt toast, smoke alarm and all"),
    ("holiday", _POST, _OWNER, "Photos from Crete, mostly cats and boats"),
    ("gym", _CAPTION, _OWNER, "Legs on fire, we smashed that hill"),
    ("garden", _CAPTION, _OWNER, "Tomato plants on the allotment, we planted them in May"),
    ("a warning", _POST, _OWNER, "Crash on the bypass, avoid if you can"),
    ("a charity", _CAPTION, _OWNER, "Charity car wash, hoses everywhere, two hundred quid raised"),
    ("wedding", _MESSAGE, _OWNER, "Here are the photos from the wedding, don't put them on the group yet"),
    ("a museum of one's own", _CAPTION, _OWNER, "Grandad's lorry in the ditch, Ripon, 1961"),
    ("an open day", _POST, _OWNER, "Pictures from the open day are up, the kids loved the hose"),
    (
        "the user as a victim",
        _POST,
        _OWNER,
        "My car was hit outside ours last night, if anyone has footage please message me",
    ),
    ("a friend's dinner", _POST, _OTHER, "That picture you took of the cake is lovely"),
    ("a friend's question", _MESSAGE, _OTHER, "did you see the fire on the news, what a shame for them"),
    ("a photo club", _GROUP, _OWNER, "Ludlow Photo Club"),
]


test_caught, test_left_alone = row_tests(CHECK, CAUGHT, LEFT_ALONE)


def test_the_service_may_publish_from_its_own_account() -> None:
    context = Context(OwnFacts(official_accounts=("FromeFire",)), {HERE.importer: Holder(handles=("FromeFire",))})
    text = passage("Car on its roof at the crossroads, driver walked away", _CAPTION)
    assert [sighting for rule in CHECK.rules for sighting in rule.judge(text, context)] == []

"""What gives colleagues away, and the talk of teams, friends, relatives and public figures that does not."""

import pytest

from checks.people.colleague_exposed import CHECK
from privacy_audit.findings import Subject
from privacy_audit.model import PassageKind, Voice
from tests.builders.asking import passage, sightings, themes

_POST, _COMMENT, _MESSAGE = PassageKind.POST, PassageKind.COMMENT, PassageKind.MESSAGE
_CAPTION, _CONTACT, _GROUP = PassageKind.CAPTION, PassageKind.CONTACT_NAME, PassageKind.GROUP_NAME
_OWNER, _OTHER = Voice.OWNER, Voice.OTHER

CAUGHT = [
    ("contact", _MESSAGE, _OWNER, "ring Priya off our shift on 07700 900481, she will know"),
    ("contact", _MESSAGE, _OWNER, "sarge's mobile, not from me, is 07700 900482"),
    ("contact", _POST, _OWNER, "Need the rota? DC Tom Larch, 01632 960481, any hour"),
    ("contact", _CONTACT, _OWNER, "Insp Larch home"),
    ("home", _COMMENT, _OWNER, "That's PC Megan Frome, she lives by the lido in Matlock"),
    ("home", _MESSAGE, _OWNER, "Priya's address is 14 Larch Grove if you send a card"),
    ("home", _COMMENT, _OWNER, "Tom Larch off Blue watch, lives up your way, knock on"),
    ("private-life", _MESSAGE, _OWNER, "Jo from our desk is pregnant, not a word to anybody"),
    ("private-life", _POST, _OWNER, "Thinking of my oppo Dave who has been suspended since Monday"),
    ("private-life", _MESSAGE, _OWNER, "don't let on but Megan's on antidepressants"),
    ("private-life", _COMMENT, _OWNER, "Tom on our watch is going through a divorce, be kind"),
    ("private-life", _POST, _OWNER, "Sgt Larch is off with his nerves again"),
    ("name-and-picture", _CAPTION, _OWNER, "Photo with PC Megan Frome and a traffic cone"),
    ("name-and-picture", _CAPTION, _OWNER, "Left to right: Sgt Larch, Priya, big Tom and me, white watch"),
    ("name-and-picture", _POST, _OWNER, "Happy birthday to my sergeant Bill Larch, fifty and no wiser"),
    ("name-and-picture", _CAPTION, _OWNER, "nights with this one @jo_larch"),
    ("name-and-picture", _CAPTION, _OWNER, "Tom asleep in the mess at 4am, mouth open"),
    ("others", _POST, _OTHER, "That's Megan off your watch, the one who is pregnant and hasn't told work"),
    ("others", _MESSAGE, _OTHER, "your sergeant's wife rang me, he has left her"),
    ("private-life", _GROUP, _OWNER, "Tom L final warning"),
]

LEFT_ALONE = [
    ("the team at large", _POST, _OWNER, "Good set of shifts, good team, home now with the dog"),
    ("a cake", _CAPTION, _OWNER, "Cake at two for Jo's last day, tissues provided"),
    ("a thank you", _POST, _OWNER, "Thank you to PC Larch who helped my mum when her bag went"),
    ("a relative's illness", _POST, _OWNER, "My sister starts chemo on Tuesday, keep her in your thoughts"),
    ("an own illness", _POST, _OWNER, "I have been signed off with my back, thanks for the grapes"),
    ("an own phone", _MESSAGE, _OWNER, "new phone, I'm on 07700 900483, tell the others"),
    ("a plumber", _COMMENT, _OWNER, "Ask for Tom the plumber, 01632 960482, never late"),
    ("union help", _POST, _OWNER, "Jo Larch is our new union rep, ring the branch office if you need help"),
    ("a union meeting", _MESSAGE, _OWNER, "the FBU rep will speak for Dave at the meeting, all welcome"),
    ("speaking up", _MESSAGE, _OWNER, "I have told the confidential reporting line what I saw, nobody else"),
    ("television", _POST, _OWNER, "DI Larch in that drama is having an affair, I knew it"),
    ("a politician", _POST, _OWNER, "So the minister has been suspended, about time"),
    ("football", _COMMENT, _OWNER, "Larch is suspended for the derby, who do we play in goal"),
    ("a friend's divorce", _MESSAGE, _OTHER, "Megan next door is getting divorced, such a shame"),
    ("a group run", _CAPTION, _OWNER, "Six of us off shift did the parkrun, I came last"),
    ("a school photo", _CAPTION, _OWNER, "School photo, left to right Amy, Tom and Priya in 1989"),
    ("a child asleep", _CAPTION, _OWNER, "Both of them asleep in the car before Matlock"),
    ("a garage", _CONTACT, _OWNER, "Tom garage"),
    ("a garden group", _GROUP, _OWNER, "Allotment gossip"),
    ("an own vetting", _POST, _OWNER, "Medical done, just the vetting left and then I can relax"),
    ("a tutor", _MESSAGE, _OWNER, "Last day with my tutor today, bought her a plant"),
]


@pytest.mark.parametrize(("theme", "kind", "voice", "text"), CAUGHT, ids=[row[3][:30] for row in CAUGHT])
def test_caught(theme: str, kind: PassageKind, voice: Voice, text: str) -> None:
    found = sightings(CHECK, passage(text, kind, voice))
    assert theme in themes(found)
    assert {sighting.subject for sighting in found} == {Subject.COLLEAGUE}


@pytest.mark.parametrize(("name", "kind", "voice", "text"), LEFT_ALONE, ids=[row[0] for row in LEFT_ALONE])
def test_left_alone(name: str, kind: PassageKind, voice: Voice, text: str) -> None:
    assert themes(sightings(CHECK, passage(text, kind, voice))) == set(), name

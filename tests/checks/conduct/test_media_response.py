"""Words to the press and for the service, and the right way, hobbies in the paper, readers and listeners."""

from checks.conduct.media_response import CHECK
from privacy_audit.findings import Confidence
from privacy_audit.model import PassageKind, Voice
from privacy_audit.remedies import load_remedies
from tests.builders.asking import passage, row_tests, sightings

_POST, _MESSAGE, _COMMENT, _BIO = PassageKind.POST, PassageKind.MESSAGE, PassageKind.COMMENT, PassageKind.BIO
_SPOKE, _OFFERED, _CORRECTED, _PUBLIC = "spoke", "offered", "corrected", "answered-public"
_OTHERS, _CONCERN = "others-words", "speaking-up"

CAUGHT = [
    (_SPOKE, _POST, Voice.OWNER, "I told the Gazette what happened at the mill fire, should be in on Thursday"),
    (_SPOKE, _MESSAGE, Voice.OWNER, "gave the reporter my side of it over a coffee"),
    (_SPOKE, _POST, Voice.OWNER, "On Radio Humberside at ten past eight talking about the new shifts"),
    (_SPOKE, _MESSAGE, Voice.OWNER, "sent the paper the clip from my phone of the roof going in"),
    (_SPOKE, _POST, Voice.OWNER, "Quoted in the Argus as a police source, ha"),
    (_SPOKE, _BIO, Voice.OWNER, "Custody sergeant. Media enquiries welcome"),
    (_SPOKE, PassageKind.CONTACT_NAME, Voice.OWNER, "Moira BBC"),
    (_OFFERED, _COMMENT, Voice.OWNER, "DM me, I was there and can tell you what really happened"),
    (_OFFERED, _MESSAGE, Voice.OWNER, "off the record it was the same lad as the other two"),
    (_OFFERED, _COMMENT, Voice.OWNER, "Happy to talk about the crash for your programme"),
    (_OFFERED, _MESSAGE, Voice.OWNER, "you can quote me but keep my name out of it"),
    (_CORRECTED, _COMMENT, Voice.OWNER, "Your headline is wrong, we were there in six minutes"),
    (_CORRECTED, _COMMENT, Voice.OWNER, "Rubbish, nobody was tasered, I was there on the line"),
    (_PUBLIC, _COMMENT, Voice.OWNER, "Can confirm the road will be shut until six"),
    (_PUBLIC, _COMMENT, Voice.OWNER, "No arrests yet if that is what you are asking"),
    (_OTHERS, _POST, Voice.OTHER, "Heard you on Radio Norfolk this morning, very posh"),
    (_OTHERS, _MESSAGE, Voice.OTHER, "Hi, it's Petra from the Echo, can you say what was in the van?"),
    (_CONCERN, _MESSAGE, Voice.OWNER, "I told the Gazette about the cover up, the public should know"),
    (_CONCERN, _POST, Voice.OWNER, "Told the reporter straight that the station is unsafe and someone will die"),
]

LEFT_ALONE = [
    ("the right way", _MESSAGE, Voice.OWNER, "A man from the Mail rang so I gave him the press office number"),
    ("passed on", _POST, Voice.OWNER, "A reporter rang the station and I passed her to comms like we're meant to"),
    ("not commenting", _COMMENT, Voice.OWNER, "That is a matter for the court so I'll not be commenting"),
    ("a union interview", _POST, Voice.OWNER, "Our union rep was on Radio Leeds about pay, spoke for all of us"),
    ("a concern raised", _MESSAGE, Voice.OWNER, "I rang the integrity line from my own phone in the car"),
    ("a hobby", _POST, Voice.OWNER, "On Radio Norfolk at ten talking about my allotment, wish me luck"),
    ("crosswords", _POST, Voice.OWNER, "I wrote to the Guardian about the crossword and they printed it"),
    ("a reader", _COMMENT, Voice.OWNER, "I read in the Echo that the pool is shut until May"),
    ("a viewer", _COMMENT, Voice.OWNER, "As a viewer I thought the BBC report was one sided"),
    ("opinion", _COMMENT, Voice.OWNER, "The papers have been unkind to her and I think it is a shame"),
    ("a sale", _POST, Voice.OWNER, "Settee for sale, message me for a photo, collection only"),
    ("a quote for work", _POST, Voice.OWNER, "Can anyone recommend a roofer, two quotes so far and both mad"),
    ("a film", _POST, Voice.OWNER, "That film about the journalist who finds the spy was slow"),
    ("a paper shop", _MESSAGE, Voice.OWNER, "get milk and the paper please"),
    ("football", _COMMENT, Voice.OWNER, "Wrong, nobody was offside and the ref had a shocker"),
    ("a charity", _POST, Voice.OWNER, "Lovely piece in the Gazette on our charity abseil"),
    ("their hobby", _MESSAGE, Voice.OTHER, "I'm on Solent radio at half past about beekeeping"),
    ("their paper round", _MESSAGE, Voice.OTHER, "saw you on the paper round in the rain, hero"),
    ("a child's paper", _POST, Voice.OWNER, "School newspaper asked me about the slugs"),
]


test_caught, test_left_alone = row_tests(CHECK, CAUGHT, LEFT_ALONE)


def test_the_press_without_work_is_only_worth_a_look() -> None:
    found = sightings(CHECK, passage("I told the Gazette that the tea was cold", _POST))
    assert {(one.theme, one.confidence) for one in found} == {(_SPOKE, Confidence.POSSIBLE)}


def test_a_raised_concern_is_never_told_to_be_taken_down() -> None:
    (theme,) = (theme for theme in CHECK.themes if theme.id == _CONCERN)
    assert all(way in theme.why for way in ("confidential reporting line", "IOPC", "Protect", "union"))
    steps = load_remedies().remedy(f"generic/{theme.remedy}").steps
    assert not any(step.kind.takes_away or step.kind.value == "audience" for step in steps)


def test_no_words_are_kept() -> None:
    assert CHECK.conduct

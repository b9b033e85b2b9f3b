"""Pictures in uniform, in words and records, and the costumes, school blazers and relatives that are none."""

from collections.abc import Sequence

import pytest

from checks.photos.uniform_photo import CHECK
from privacy_audit.checking import Context, Gathered, Sighting
from privacy_audit.findings import Confidence, Evidence
from privacy_audit.importing import Holder
from privacy_audit.model import Audience, MediaUse, PassageKind, Photo, Record, Source, Voice
from privacy_audit.own_facts import OwnFacts
from privacy_audit.words import Words
from tests.builders.asking import HERE, of_record, passage, row_tests

_POST, _COMMENT, _MESSAGE = PassageKind.POST, PassageKind.COMMENT, PassageKind.MESSAGE
_CAPTION, _BIO = PassageKind.CAPTION, PassageKind.BIO
_OWNER, _OTHER = Voice.OWNER, Voice.OTHER

CAUGHT = [
    ("caption", _CAPTION, _OWNER, "New stab vest, same old knees"),
    ("caption", _CAPTION, _OWNER, "Epaulettes on and nobody noticed"),
    ("caption", _CAPTION, _OWNER, "Me in fire kit, thirty degrees, regretting it"),
    ("caption", _CAPTION, _OWNER, "First proper shift, hat too big, boots like bricks"),
    ("caption", _CAPTION, _OWNER, "Mirror selfie before lates, radio on and vest creaking"),
    ("caption", _MESSAGE, _OWNER, "here's one of me in my tunic, grin and all"),
    ("caption", _COMMENT, _OWNER, "that helmet was too big for me, you can hardly see the face"),
    ("caption", _POST, _OWNER, "Throwback to the riot gear, we looked like beetles"),
    ("ceremony", _CAPTION, _OWNER, "Number ones on for the Remembrance parade"),
    ("ceremony", _CAPTION, _OWNER, "Passing out, third row, boots killing me"),
    ("ceremony", _POST, _OWNER, "Medal pinned on my tunic by somebody very tall"),
    ("profile-picture", _POST, _OWNER, "New profile picture, back in the tunic after two years"),
    ("profile-picture", _BIO, _OWNER, "Profile photo: me in uniform at the cenotaph. Likes cake"),
    ("respect", _CAPTION, _OWNER, "Police helmet, stab vest, nothing else. Do not show the boss"),
    ("others", _POST, _OTHER, "Our Megan in her police uniform, didn't she scrub up well"),
    ("others", _POST, _OTHER, "Lovely picture of you in your fire kit with the grandkids"),
    ("others", _MESSAGE, _OTHER, "found one of you in your tunic, you look about twelve"),
]

LEFT_ALONE = [
    ("a costume", _CAPTION, _OWNER, "Police hat and plastic handcuffs from Asda, Halloween sorted"),
    ("school uniform", _CAPTION, _OWNER, "First day in the new school uniform, tie already lost"),
    ("a stag do", _CAPTION, _OWNER, "Dave in a fireman's helmet for his stag, poor man"),
    ("a relative's service", _CAPTION, _OWNER, "Grandad in his police uniform, Coventry, 1941"),
    ("a soldier", _CAPTION, _OWNER, "My nephew passed out at Catterick today in his number twos"),
    ("a museum", _CAPTION, _OWNER, "Brass helmets and tunics at the museum, take the kids"),
    ("a nurse", _CAPTION, _OWNER, "My sister's nurse tunic came back pink from the wash"),
    ("a play", _CAPTION, _OWNER, "Am dram dress rehearsal, I'm the policeman with the tunic that does not close"),
    ("a runner", _CAPTION, _OWNER, "Hi vis for the dark mornings, parkrun at nine"),
    ("football kit", _CAPTION, _OWNER, "New away kit, full kit, the lot, thanks to the sponsors"),
    ("his and hers", _CAPTION, _OWNER, "He has his new rugby shirt and tie on for the dinner"),
    ("number one fan", _POST, _OWNER, "My number one fan came to watch the match"),
    ("no picture", _POST, _OWNER, "They have run out of tunics in my size again"),
    ("a medal for running", _CAPTION, _OWNER, "Half marathon medal, my first"),
    ("a wedding", _CAPTION, _OWNER, "White gloves and top hats, what a wedding, congratulations both"),
    ("an insult", _MESSAGE, _OTHER, "you are not so brave without the stab vest"),
    ("a child's wish", _POST, _OTHER, "He wants to be a policeman, he sleeps in the police hat"),
    ("a dog", _CAPTION, _OWNER, "The dog in his hi vis coat from Pets at Home"),
]


test_caught, test_left_alone = row_tests(CHECK, CAUGHT, LEFT_ALONE)


def _photo(use: MediaUse, caption: str = "", album: str = "", audience: Audience = Audience.UNKNOWN) -> Photo:
    return Photo(HERE, "photos/1.jpg", use=use, caption=caption, album=album, audience=audience)


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (_photo(MediaUse.PROFILE, "Tunic on, hair up"), [("profile-picture", Confidence.LIKELY)]),
        (_photo(MediaUse.COVER, "Passing out, 2009"), [("profile-picture", Confidence.LIKELY)]),
        (_photo(MediaUse.ALBUM, album="Police days in uniform"), [("album", Confidence.LIKELY)]),
        (_photo(MediaUse.PROFILE, "Larch Fell, windy"), []),
        (_photo(MediaUse.PROFILE), []),
        (_photo(MediaUse.POST, "Tunic on, hair up"), []),  # the words under it are asked as words
        (_photo(MediaUse.ALBUM, album="Holidays"), []),
        (_photo(MediaUse.ALBUM, album="School uniform day"), []),
        (_photo(MediaUse.ALBUM, album="In uniform", audience=Audience.ONLY_ME), []),
    ],
)
def test_pictures(record: Record, expected: list[tuple[str, Confidence]]) -> None:
    assert of_record(CHECK, record) == expected


def _job(theme: str, importer: str, sure: Confidence = Confidence.SURE) -> Sighting:
    return Sighting(theme, sure, (Evidence(Source(importer, "profile.json"), Words("made up")),))


@pytest.mark.parametrize(
    ("jobs", "themes_told"),
    [
        ([_job("profile", HERE.importer)], ["beside-job"]),
        ([_job("bio", HERE.importer, Confidence.LIKELY)], ["beside-job"]),
        ([_job("hints", HERE.importer)], []),
        ([_job("profile", "elsewhere")], []),
        ([], []),
    ],
)
def test_a_profile_picture_beside_the_job(jobs: Sequence[Sighting], themes_told: list[str]) -> None:
    records = [_photo(MediaUse.PROFILE), _photo(MediaUse.PROFILE), _photo(MediaUse.POST)]
    assert CHECK.on_whole is not None
    told = CHECK.on_whole(Gathered(records, {"employer-affiliation": jobs}), Context())
    assert [sighting.theme for sighting in told] == themes_told


def test_an_official_account_may_show_the_uniform() -> None:
    context = Context(OwnFacts(official_accounts=("FromeFire",)), {HERE.importer: Holder(handles=("FromeFire",))})
    text = passage("Me in fire kit", _CAPTION)
    assert [sighting for rule in CHECK.rules for sighting in rule.judge(text, context)] == []
    assert CHECK.on_record is not None
    assert list(CHECK.on_record(_photo(MediaUse.PROFILE, "Tunic on"), context)) == []


def test_a_ceremony_is_told_without_blame() -> None:
    theme = next(theme for theme in CHECK.themes if theme.id == "ceremony")
    assert "respectful" in theme.why

"""Words that threaten, demean or abuse people, in own words and in chats that the user is in."""

from collections.abc import Iterator
from dataclasses import replace

from privacy_audit.checking import Check, Context, Rule, Sighting, Theme, Weight, seen
from privacy_audit.findings import Concern, Confidence, Subject
from privacy_audit.hurtful_words import HurtfulWord, Mode, any_spelling, hurtful_words
from privacy_audit.model import Passage, PassageKind, Voice
from privacy_audit.phrasing import Phrasebook, compiled
from privacy_audit.talk import OTHERS, WRITTEN

_CLAUSES = (
    "essex-police-c3011:3.4d",
    "ecfrs:1.3e",
    "ecfrs:1.3g",
    "southend:5c",
    "southend:5f",
    "derbyshire:6.4",
    "pfcc-053-2020:11",
)
_BOOK = Phrasebook("offensive_language")
_WHY = (
    "Words like these can hurt the people they speak of, and read by a stranger who knows your job they can be held "
    "against you. Advice from a union or staff association is there before any talk with a manager."
)

_THEMES = (
    Theme("group", "Words that can be read as against people for what they are", _WHY, Weight.SERIOUS, "hurtful-words"),
    Theme("threat", "Words that can be read as a threat", _WHY, Weight.SERIOUS, "hurtful-words"),
    Theme("person", "Words that can be read as demeaning somebody", _WHY, Weight.MODERATE, "hurtful-words"),
    Theme("to-you", "Words that can be read as abuse to somebody's face", _WHY, Weight.MODERATE, "hurtful-words"),
    Theme("word", "A word that many people find hurtful", _WHY, Weight.SERIOUS, "hurtful-words"),
    Theme(
        "others",
        "Hurtful words by others in a chat that you are in",
        "Members of a group have been asked why they let such words stand. A short word at the time, or a report, "
        "answers that; a union or staff association can advise you first.",
        Weight.MODERATE,
        "hurtful-words-of-others",
    ),
)

# Of others' words to the user, abuse-received speaks.
_ABOUT_SOMEBODY = frozenset({"group", "threat", "person"})
_CHATS = frozenset({PassageKind.MESSAGE})  # what others write on a page, the user cannot be asked to answer for
_WORD_KINDS = WRITTEN | {PassageKind.GROUP_NAME}
_ABOUT = {
    "race": "their race or where they come from",
    "faith": "their faith",
    "travellers": "being Travellers",
    "disability": "a disability",
    "sexuality": "whom they love",
    "gender": "their gender",
}
_NEAR = 80


def _own(passage: Passage, context: Context) -> Iterator[Sighting]:
    yield from _BOOK.judge(passage, context)


def _of_others(passage: Passage, _context: Context) -> Iterator[Sighting]:
    """The same phrases, said by somebody else about a third person: one sighting, whatever it is."""
    as_own = replace(passage, voice=Voice.OWNER)
    for phrase, span in _BOOK.heard(as_own, _ABOUT_SOMEBODY):
        reason = "Somebody else writes it where the user reads along."
        yield Sighting("others", phrase.confidence, (seen(passage, span),), reason, Subject.OTHER, passage.audience)
        return


def _words(passage: Passage, _context: Context) -> Iterator[Sighting]:
    """The first word of the encoded list that is neither reported nor reclaimed nor harmless where it stands."""
    plain = passage.plain
    for word in hurtful_words():
        for span in word.spans(plain):
            if word.mode is Mode.OFTEN and not _is_aimed(plain, span):
                continue
            if not _is_told(plain, span):
                yield _sighting(word, span, passage)
                return


def _sighting(word: HurtfulWord, span: tuple[int, int], passage: Passage) -> Sighting:
    sure = Confidence.POSSIBLE if word.mode is Mode.DATED else Confidence.LIKELY
    theme = "others" if passage.voice is Voice.OTHER else "word"
    reason = f"The words hold one that demeans people for {_ABOUT[word.category]}."
    return Sighting(theme, sure, (seen(passage, span),), reason, Subject.OTHER, passage.audience)


def _is_aimed(plain: str, span: tuple[int, int]) -> bool:
    before = plain[max(0, span[0] - _NEAR) : span[0]]
    return compiled("offensive_language", r"{aimed}$").search(before) is not None


def _is_told(plain: str, span: tuple[int, int]) -> bool:
    """Told of somebody else's words, or said of oneself: that is no slur on others."""
    before, after = plain[max(0, span[0] - _NEAR) : span[0]], plain[span[1] : span[1] + _NEAR]
    if compiled("offensive_language", r"{told}|{about_words}").search(f"{before} … {after}"):
        return True
    return compiled("offensive_language", r"{of_oneself}$").search(before) is not None


CHECK = Check(
    id="offensive-language",
    title="Words that can hurt people",
    clauses=_CLAUSES,
    touches=(Concern.REPUTATION,),
    themes=_THEMES,
    rules=(
        Rule("offensive-language.own-words", _BOOK.gate(_WORD_KINDS), _own, _WORD_KINDS),
        Rule("offensive-language.others-words", _BOOK.gate(_CHATS), _of_others, _CHATS, OTHERS),
        Rule("offensive-language.words", any_spelling, _words, _WORD_KINDS),
        Rule("offensive-language.others-slurs", any_spelling, _words, _CHATS, OTHERS),
    ),
    conduct=True,
)

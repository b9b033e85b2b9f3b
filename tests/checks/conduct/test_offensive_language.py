"""Words that threaten, demean or abuse are seen however they are spelt; reports and hyperbole are left alone."""

import re
from pathlib import Path

import pytest

from checks.conduct.offensive_language import CHECK
from privacy_audit.findings import Confidence
from privacy_audit.gate import Gate
from privacy_audit.hurtful_words import HurtfulWord, Mode, any_spelling, hurtful_words
from privacy_audit.importing import TextBatch
from privacy_audit.model import Category, PassageKind, Voice
from tests.builders.talk import passage, sightings, surest

ROOT = Path(__file__).resolve().parents[3]
POST, COMMENT, MESSAGE, CAPTION = PassageKind.POST, PassageKind.COMMENT, PassageKind.MESSAGE, PassageKind.CAPTION

CAUGHT = [
    ("group", POST, "Migrants are vermin and that's that"),
    ("group", COMMENT, "send them all back where they came from"),
    ("group", POST, "Pensioners want putting down, clogging up the shops"),
    ("group", COMMENT, "typical woman driver"),
    ("group", MESSAGE, "she only got the job because she's black"),
    ("group", POST, "Gays kissing on the telly turns my stomach"),
    ("group", COMMENT, "Women can't lift, they shouldn't be on the pumps"),
    ("group", POST, "I'm not racist but they should speak English or go home"),
    ("group", COMMENT, "disabled people should be kept out of sight, useless mouths"),
    ("threat", MESSAGE, "I'll break both his legs and I mean it"),
    ("threat", POST, "Whoever keyed my van, I'll be coming round with a bat"),
    ("threat", MESSAGE, "if I see him again I'll put him through a window"),
    ("person", COMMENT, "she's a waste of oxygen"),
    ("person", MESSAGE, "hope he crashes and burns"),
    ("person", COMMENT, "that lad wants a good hiding"),
    ("to-you", COMMENT, "you fat ugly cow"),
    ("to-you", COMMENT, "go and kill yourself, nobody would miss you"),
    ("to-you", MESSAGE, "say that to my face and I'll put you in the ground"),
]

LEFT_ALONE = [
    (POST, "This printer wants throwing in the canal"),
    (POST, "I could murder a curry"),
    (POST, "Bloody hell, what a shit day, fuck this rain"),
    (COMMENT, "that referee was absolutely shocking"),
    (MESSAGE, "we'll smash you at darts on Friday"),
    (MESSAGE, "I'll kill him if he's eaten my cake"),
    (POST, "Scunthorpe away, three points and a pie"),
    (POST, "Somebody called my mate a vile name on the bus because he is Muslim. Reported it."),
    (POST, "Calling migrants vermin is racist and I will not have it on my page"),
    (COMMENT, "Women can do this job as well as anybody"),
    (POST, "The boats came back in before the storm"),
    (POST, "Travellers on the 8.15 to Leeds had no seats again"),
    (COMMENT, "the cows in that field are fat and happy"),
    (POST, "Refugees welcome, coffee morning on Thursday"),
    (POST, "Our union is right: the pay offer is an insult"),
    (COMMENT, "I think the council got this badly wrong and the leader should resign"),
    (POST, "Old people's lunch club needs drivers"),
    (MESSAGE, "the dog is a thieving little sod"),
    (CAPTION, "Set fire to the pudding, eyebrows intact"),
    (POST, "Proud to be a big daft lesbian with two cats"),
]


@pytest.mark.parametrize(("theme", "kind", "text"), CAUGHT, ids=[text for _, _, text in CAUGHT])
def test_hurtful_words_are_seen(theme: str, kind: PassageKind, text: str) -> None:
    found = sightings(CHECK, passage(text, kind))
    assert theme in {sighting.theme for sighting in found}
    assert surest(found) is Confidence.LIKELY


@pytest.mark.parametrize(("kind", "text"), LEFT_ALONE, ids=[text for _, text in LEFT_ALONE])
def test_profanity_hyperbole_reports_and_opinion_are_left_alone(kind: PassageKind, text: str) -> None:
    assert sightings(CHECK, passage(text, kind)) == ()


@pytest.mark.parametrize("text", [text for theme, _, text in CAUGHT if theme not in {"to-you"}])
def test_in_a_chat_the_words_of_others_count_as_theirs(text: str) -> None:
    assert {sighting.theme for sighting in sightings(CHECK, passage(text, MESSAGE, Voice.OTHER))} == {"others"}
    assert sightings(CHECK, passage(text, POST, Voice.OTHER)) == ()


# ---- the encoded list: every row is made from it, so that no word stands here ----
WORDS = hurtful_words()
IDS = [f"{word.category}-{number}" for number, word in enumerate(WORDS)]
each_word = pytest.mark.parametrize("word", WORDS, ids=IDS)


def _aimed(word: HurtfulWord, spelt: str = "") -> str:
    return f"you dirty {spelt or word.word}"


@each_word
def test_each_encoded_word_is_seen_when_it_is_aimed_at_somebody(word: HurtfulWord) -> None:
    found = sightings(CHECK, passage(_aimed(word)))
    sure = Confidence.POSSIBLE if word.mode is Mode.DATED else Confidence.LIKELY
    assert [sighting.confidence for sighting in found if sighting.theme == "word"] == [sure]


@each_word
@pytest.mark.parametrize("disguise", ["shouted", "stretched", "zero width", "look-alike", "number"])
def test_no_disguise_helps(word: HurtfulWord, disguise: str) -> None:
    text = word.word
    spelt = {
        "shouted": text.upper(),
        "stretched": text[:-1] + text[-1] * 4,
        "zero width": text[0] + "\u200b" + text[1:],
        "look-alike": text.replace("a", "\u0430").replace("o", "\u043e"),
        "number": text[0] + text[1:-1].replace("i", "1").replace("o", "0").replace("a", "4") + text[-1],
    }[disguise]
    assert "word" in {sighting.theme for sighting in sightings(CHECK, passage(_aimed(word, spelt)))}


@each_word
def test_no_sentence_of_ours_repeats_the_word(word: HurtfulWord) -> None:
    said = [theme.title + theme.why for theme in CHECK.themes] + [repr(word)]
    said += [sighting.reason for sighting in sightings(CHECK, passage(_aimed(word)))]
    assert not any(re.search(rf"\b{re.escape(word.word)}", sentence, re.IGNORECASE) for sentence in said)


@each_word
@pytest.mark.parametrize(
    "frame", ["he called me a {} on the bus", "the word {} is never all right", "as a proud {} I laughed at that"]
)
def test_reported_quoted_and_reclaimed_words_are_left_alone(word: HurtfulWord, frame: str) -> None:
    assert "word" not in {sighting.theme for sighting in sightings(CHECK, passage(frame.format(word.word)))}


@pytest.mark.parametrize("word", [word for word in WORDS if word.mode is Mode.OFTEN], ids=lambda word: word.category)
def test_a_word_with_a_harmless_meaning_says_nothing_by_itself(word: HurtfulWord) -> None:
    assert sightings(CHECK, passage(f"saw the {word.word} in the shop window")) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Maine C00n kittens, two left".replace("00", "oo"),
        "Dick Van " + "Dy" + "ke was in that film",
        "walked along Offa's " + "Dy" + "ke all day",
        "fa" + "ggots, peas and gravy for tea",
        "out for a fa" + "g break",
        "Flight to Hong Kong, then Mong Kok market",
        "The white van is a Ford tra" + "nny, 90k on the clock",
        "Spi" + "c and span kitchen",
        "Pakistan won the toss",
        "chi" + "nk in the armour",
        "my raccoon hat",
        "Wogan was the best of them",
        "flame ret" + "ardant sofa",
        "Spurs fans singing about the yi" + "d army again",
    ],
)
def test_breeds_places_names_and_dishes_are_left_alone(text: str) -> None:
    assert sightings(CHECK, passage(text)) == ()


def test_the_gate_stops_at_every_word() -> None:
    texts = [_aimed(word) for word in WORDS]
    said = [passage(text) for text in texts]
    batch = TextBatch(Category.POSTS, POST, "words.json", texts, said.__getitem__)
    stopped = {index for index, asked in Gate([CHECK]).candidates(batch) if asked}
    assert stopped == set(range(len(texts)))
    assert any_spelling().count("|") >= len(WORDS) - 1


def test_no_word_of_the_list_stands_in_our_own_files() -> None:
    always = "|".join(re.escape(word.word) for word in WORDS if word.mode is Mode.ALWAYS)
    plain = re.compile(rf"\b(?:{always})\b", re.IGNORECASE)
    files = [*ROOT.joinpath("checks").rglob("*.py"), *ROOT.joinpath("privacy_audit/lexicon").iterdir()]
    assert [file.name for file in files if file.is_file() and plain.search(file.read_text(encoding="utf-8"))] == []


def test_conduct_keeps_no_words() -> None:
    assert CHECK.conduct

"""The gate lets through whatever a judge would raise, in whatever disguise, and tells each text once."""
# ruff: noqa: RUF001 - letters that look like others are what this is about

import csv
import hashlib
import random
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks import CHECKS
from privacy_audit.checking import Check, Context, Rule, Sighting, Theme, Weight
from privacy_audit.errors import DataError
from privacy_audit.folding import fold
from privacy_audit.gate import Gate, joined
from privacy_audit.gate_patterns import FOLDABLE, matcher
from privacy_audit.importing import TextBatch
from privacy_audit.model import Category, Passage, PassageKind, Source, Voice

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
EVERYWHERE = frozenset(PassageKind)


def batch(texts: Sequence[str], kind: PassageKind = PassageKind.POST, *, mojibake: bool = False) -> TextBatch:
    def passage(index: int) -> Passage:
        return Passage(texts[index], kind, Voice.OWNER, Source("made-up", "x", f"/{index}"))

    given_texts = [text.encode().decode("latin-1") for text in texts] if mojibake else texts
    return TextBatch(Category.POSTS, kind, "x", given_texts, passage, mojibake)


def nothing(_passage: Passage, _context: Context) -> Iterator[Sighting]:
    yield from ()


def check_of(*gates: str, kinds: frozenset[PassageKind] = EVERYWHERE) -> Check:
    rules = tuple(Rule(f"rule-{number}", pattern, nothing, kinds) for number, pattern in enumerate(gates))
    return Check("made-up", "", (), (), (Theme("x", "", "", Weight.SLIGHT, "one-post"),), rules)


def caught(texts: Sequence[str], *gates: str, mojibake: bool = False) -> dict[int, list[str]]:
    found = Gate([check_of(*gates)]).candidates(batch(texts, mojibake=mojibake))
    return {index: [asked.rule.id for asked in asked_rules] for index, asked_rules in found}


@pytest.mark.parametrize(
    ("text", "gate"),
    [
        ("I'm a SERGEANT now", r"\bsergeant\b"),
        ("I’m on nights", r"\bI'm on"),
        ("it is ‘nights’", r"'nights'"),
        ("off–duty", r"off-duty"),
        ("on\u00a0nights", r"on nights"),
        ("on\u00a0nights", r"on\snights"),
        ("I’m here", r"I['`]m"),
        ("ｐｏｌｉｃｅ", r"\bpolice\b"),
        ("po\u200blice", r"\bpolice\b"),
        ("роlice", r"\bpolice\b"),  # Cyrillic er and o
        ("𝐩𝐨𝐥𝐢𝐜𝐞", r"\bpolice\b"),
        ("polllllice", r"\bpolice\b"),
        ("#firstdayinuniform", r"\bin uniform\b"),
        ("#FirstDayInUniform", r"\bfirst day\b"),
        ("❤️ police ❤️", r"\bpolice\b"),
        ("👮‍♂️police", r"\bpolice\b"),
        ("po\u00adlice", r"\bpolice\b"),
        ("Heddlu’r De", r"heddlu'r de"),
        ("off–duty PC", r"off(?:-| )duty (?-i:PC)"),
        ("Born in’91", r"born(?P<when> in'91)"),
    ],
)
def test_disguises_come_through(text: str, gate: str) -> None:
    assert caught(["hello", text, "hello"], gate) == {1: ["rule-0"]}
    assert caught(["hello", text, "hello"], gate, mojibake=True) == {1: ["rule-0"]}


def test_only_the_rules_that_may_speak_are_asked() -> None:
    assert caught(["a shift", "a night shift", "night", "day"], "night", "shift") == {
        0: ["rule-1"],
        1: ["rule-0", "rule-1"],
        2: ["rule-0"],
    }


def test_a_match_over_a_border_is_no_match_and_hides_none() -> None:
    texts = ["born in", "1990 was good", "born 1991", "born", "", "1992"]
    assert caught(texts, r"born.{0,10}19\d\d") == {2: ["rule-0"]}
    assert caught(["ab", "ba", "ab"], r"a[^x]*b") == {0: ["rule-0"], 2: ["rule-0"]}


def test_anchors_hold_at_each_text() -> None:
    texts = ["pc smith", "a pc", "PC", "", "x pc x"]
    assert sorted(caught(texts, r"^pc\b")) == [0, 2]
    assert sorted(caught(texts, r"pc$")) == [1, 2]
    assert sorted(caught(texts, r"\Apc\z")) == [2]
    assert sorted(caught(["[x", "^", "$5"], r"[\]^$]")) == [1, 2]


def test_empty_texts_and_separators_inside_texts_do_no_harm() -> None:
    assert caught([], "x") == {}
    assert caught(["", "", ""], "x") == {}
    assert caught(["a\x1eb x", "\x1e\x1e", "x"], "x") == {0: ["rule-0"], 2: ["rule-0"]}
    assert caught(["a\x1eb"], "a b") == {0: ["rule-0"]}


def test_mojibake_is_undone_even_where_some_texts_are_sound() -> None:
    broken = "café".encode().decode("latin-1")
    assert joined([broken, "naïve"], mojibake=True) == "café\x1enaïve".encode()
    assert joined([broken, "“quoted”"], mojibake=True) == "café\x1e“quoted”".encode()
    assert joined([broken], mojibake=True) == "café".encode()
    assert joined(["\ud800 lone"], mojibake=False) == b"? lone"


def test_a_kind_is_asked_by_the_rules_that_speak_there() -> None:
    gate = Gate([check_of("x", kinds=frozenset({PassageKind.BIO}))])
    assert list(gate.candidates(batch(["x"]))) == []
    assert len(list(gate.candidates(batch(["x"], PassageKind.BIO)))) == 1


@pytest.mark.parametrize("pattern", ["(", "(?", "a)", "*a", "[", "x*", "", "a|"])
def test_a_pattern_that_cannot_be_used_is_named(pattern: str) -> None:
    with pytest.raises(DataError, match="made-up/rule-0"):
        Gate([check_of(pattern)])


TEXTS = st.lists(st.text(st.sampled_from("abcxyz '#-\u2019é\u200b\x1e\ud800оｘ"), max_size=12), max_size=12)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.booleans())
def test_the_joined_search_is_the_search_one_by_one(texts: list[str], mojibake: bool) -> None:
    gates = (r"x.{0,3}y", r"\babc\b", r"^a", r"z$", r"c'")
    together = caught(texts, *gates, mojibake=mojibake and all(ord(c) < 0xD800 for text in texts for c in text))
    alone = {index: caught([text], *gates).get(0) for index, text in enumerate(texts)}
    assert together == {index: rules for index, rules in alone.items() if rules}


@settings(max_examples=400, deadline=None)
@given(st.text(max_size=20))
def test_what_is_not_marked_for_folding_reads_the_same_folded(text: str) -> None:
    """Where the gate does not fold, the letters of the plain form are those of the raw one."""
    if matcher([FOLDABLE]).search(text.encode("utf-8", "replace")) is None:
        plain = fold(text).text
        assert _letters(plain) == _letters(text)


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


KINDS = {
    "self-post": (PassageKind.POST, Voice.OWNER),
    "self-comment": (PassageKind.COMMENT, Voice.OWNER),
    "self-message": (PassageKind.MESSAGE, Voice.OWNER),
    "other-message": (PassageKind.MESSAGE, Voice.OTHER),
    "friend-on-my-wall": (PassageKind.POST, Voice.OTHER),
    "bio": (PassageKind.BIO, Voice.OWNER),
    "group-name": (PassageKind.GROUP_NAME, Voice.UNKNOWN),
    "contact-name": (PassageKind.CONTACT_NAME, Voice.OWNER),
    "handle": (PassageKind.HANDLE, Voice.OWNER),
    "liked-page": (PassageKind.PAGE_NAME, Voice.OWNER),
    "caption": (PassageKind.CAPTION, Voice.OWNER),
}
_LOOK_ALIKES = str.maketrans("aeopcx", "аеорсх")
_SOURCE = Source("corpus", "x")


def tuning_lines() -> Iterator[tuple[str, str]]:
    """Context and text; a third of the lines is kept unseen for measuring."""
    for path in (CORPUS / "posts.tsv", *sorted((CORPUS / "more").glob("*.tsv"))):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                if int(hashlib.sha256(row[2].encode()).hexdigest(), 16) % 3:
                    yield row[1], row[2]


def disguised(text: str, chance: random.Random) -> str:
    """The text in one of the ways in which people hide or stretch words."""
    words = text.split(" ")
    word = words[chance.randrange(len(words))]
    match chance.randrange(5):
        case 0:
            return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)
        case 1:
            return (
                "".join("\u200b".join(pair) if chance.random() < 0.2 else pair[0] for pair in pairwise(text)) + text[-1]
            )
        case 2:
            return text.translate(_LOOK_ALIKES)
        case 3:
            return text.replace(word, word + word[-1] * 4, 1) if word.isalpha() else text
        case _:
            return text.replace(word, f"#{word}", 1) if word.isalpha() else text


def raised(rule: Rule, passage: Passage) -> bool:
    return passage.voice in rule.voices and any(True for _ in rule.judge(passage, Context()))


@pytest.mark.skipif(not CORPUS.exists(), reason="the labelled corpora are not part of the program")
@pytest.mark.parametrize("form", ["as written", "disguised"])
def test_whatever_a_judge_would_raise_passes_the_gate(form: str) -> None:
    chance = random.Random(11)  # noqa: S311 - the same lines each time
    lines = chance.sample(sorted(set(tuning_lines())), 3000)
    by_kind: dict[PassageKind, list[Passage]] = {}
    for context, text in lines:
        kind, voice = KINDS[context]
        shown = text if form == "as written" else disguised(text, chance)
        by_kind.setdefault(kind, []).append(Passage(shown, kind, voice, _SOURCE))
    gate = Gate(CHECKS)
    rules = [rule for check in CHECKS for rule in check.rules]
    missed = []
    for kind, passages in by_kind.items():
        found = {
            (index, asked.rule.id)
            for index, every in gate.candidates(batch([passage.text for passage in passages], kind))
            for asked in every
        }
        for index, passage in enumerate(passages):
            for rule in rules:
                if kind in rule.kinds and (index, rule.id) not in found and raised(rule, passage):
                    missed.append((rule.id, kind.value, passage.text))
    assert not missed, missed[:10]

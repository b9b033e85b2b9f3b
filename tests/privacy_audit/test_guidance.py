"""The guidance packs: the whole table is there, every quote stands in its document, broken packs are refused."""

import re
from pathlib import Path

import pytest

from privacy_audit.errors import DataError
from privacy_audit.guidance import ClauseKind, Guidance, load_guidance, parse_pack
from privacy_audit.guidance.prints import load_prints, stands_in, words_of

SHARED = Path(__file__).parents[3] / "shared" / "guidance"

GOOD = """
id = "try"
title = "A policy"
issuer = "A council"
audience = "council"
document = "try.txt"
[[clause]]
section = "1"
kind = "finding"
asks = "Ask."
quote = "Words."
"""


@pytest.fixture(scope="module")
def guidance() -> Guidance:
    return load_guidance()


def test_five_packs_hold_the_56_clauses(guidance: Guidance) -> None:
    assert {pack.id: len(pack.clauses) for pack in guidance.packs} == {
        "essex-police-c3011": 10,
        "ecfrs": 21,
        "southend": 6,
        "derbyshire": 15,
        "pfcc-053-2020": 4,
    }


def test_every_quote_stands_in_its_document_by_print(guidance: Guidance) -> None:
    for pack in guidance.packs:
        prints = load_prints(pack.document)
        assert [clause.id for clause in pack.clauses if not stands_in(clause.quote, prints)] == []


def test_a_changed_word_no_longer_stands(guidance: Guidance) -> None:
    pack = guidance.packs[0]
    words = pack.clauses[1].quote.split()
    assert not stands_in(" ".join([*words[:4], "otherwise", *words[5:]]), load_prints(pack.document))


@pytest.mark.skipif(not SHARED.exists(), reason="the documents themselves are not beside the checkout")
def test_every_quote_stands_in_the_document_itself(guidance: Guidance) -> None:
    for pack in guidance.packs:
        text = " ".join(words_of((SHARED / "source" / pack.document).read_text(encoding="utf-8")))
        assert [clause.id for clause in pack.clauses if " ".join(words_of(clause.quote)) not in text] == []


@pytest.mark.skipif(not SHARED.exists(), reason="the table of clauses is not beside the checkout")
def test_the_packs_are_the_table(guidance: Guidance) -> None:
    table = (SHARED / "CLAUSES.md").read_text(encoding="utf-8")
    pack, wanted = "", set()
    for line in table.splitlines():
        if match := re.fullmatch(r"## ([\w-]+)", line):
            pack = match[1]
        if match := re.match(r"\| ([\dA][\w., -]*) \| [FGST] \|", line):
            first = re.split(r"[, -]", match[1])[0]
            wanted.add(f"{pack}:{first}")
    assert {clause.id for pack in guidance.packs for clause in pack.clauses} == wanted


def test_look_up_and_ownership(guidance: Guidance) -> None:
    clause = guidance.clause("essex-police-c3011:3.4c")
    assert clause is not None
    assert clause.kind is ClauseKind.FINDING
    assert "date-of-birth" in clause.checks
    assert guidance.clause("essex-police-c3011:99") is None
    assert guidance.is_yours("ecfrs:7.2", ())
    assert not guidance.is_yours("ecfrs:7.2", ("essex-police-c3011",))


def test_the_unanswerable_topics_say_why(guidance: Guidance) -> None:
    assert len(guidance.unanswerable) == 7
    assert all(topic.why.endswith(".") for topic in guidance.unanswerable)


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (("[[clause]]", "[[clause"), "cannot be read"),
        (('id = "try"\n', ""), "“id”"),
        (('kind = "finding"', 'kind = "rumour"'), "unknown kind"),
        (('asks = "Ask."\n', ""), "“asks”"),
        (('quote = "Words."', 'quote = "Words."\nchecks = "one"'), "a list that is none"),
        (('quote = "Words."', 'quote = "Words."' + GOOD[GOOD.index("\n[[clause]]") :]), "twice"),
        ((GOOD[GOOD.index("[[clause]]") :], ""), "no clauses"),
    ],
)
def test_a_broken_pack_is_refused_with_a_sentence(change: tuple[str, str], named: str) -> None:
    with pytest.raises(DataError) as refusal:
        parse_pack("try.toml", GOOD.replace(*change))
    assert named in refusal.value.sentence
    assert "try.toml" in refusal.value.sentence
    assert refusal.value.sentence.endswith(".")

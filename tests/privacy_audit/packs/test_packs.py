"""Packs: a whole one comes into use, and every way of cheating with one is refused with a sentence."""

import base64
import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from checks import CHECKS
from privacy_audit.guidance import load_guidance
from privacy_audit.library import cited
from privacy_audit.packs import (
    PackError,
    PackShelf,
    Publisher,
    UnknownKeyError,
    contents_of,
    fingerprint,
    read_pack,
    signed,
    unsigned,
)
from privacy_audit.packs.pack_rules import _about_remedies
from privacy_audit.remedies import load_remedies
from tests.builders import results
from tests.builders.packs import FILES, GUIDANCE, MANIFEST, REMEDY, pack

KEY, OTHER = (Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32) for number in (1, 2))
IDS = frozenset(check.id for check in CHECKS)


def _shelf(*keys: Ed25519PrivateKey) -> PackShelf:
    shelf = PackShelf(IDS)
    for key in keys:
        shelf.trust(Publisher("Westhaven", key.public_key().public_bytes_raw()))
    return shelf


def test_a_trusted_pack_comes_into_use_and_goes_again() -> None:
    shelf = _shelf(KEY)
    added = shelf.add(pack(KEY))
    assert (added.name, added.version, added.title) == ("westhaven", 3, "Westhaven's own guidance")
    library = shelf.library()
    assert library.guidance.clause("westhaven:2.1") is not None
    assert len(library.guidance.packs) == len(load_guidance().packs) + 1
    assert library.remedies.remedy("facebook/birthday-audience").title.endswith("Westhaven way")
    shelf.put_away("westhaven")
    assert shelf.library().guidance.clause("westhaven:2.1") is None
    assert not shelf.library().remedies.remedy("facebook/birthday-audience").title.endswith("Westhaven way")


def test_findings_cite_the_added_clauses_the_chosen_set_first() -> None:
    shelf = _shelf(KEY)
    shelf.add(pack(KEY))
    (told,) = cited((results.finding("dob"),), shelf.library(), ("westhaven",))
    assert told.clauses == ("westhaven:2.1", "essex-police-c3011:3.4c")
    (told,) = cited((results.finding("dob"),), shelf.library(), ())
    assert told.clauses == ("essex-police-c3011:3.4c", "westhaven:2.1")
    (other,) = cited((results.finding("x", "home-and-family"),), shelf.library(), ())
    assert "westhaven:2.1" not in other.clauses


def test_a_key_that_nobody_trusted_is_asked_about_by_its_fingerprint() -> None:
    shelf = _shelf()
    with pytest.raises(UnknownKeyError) as asked:
        shelf.add(pack(KEY))
    assert asked.value.fingerprint == fingerprint(KEY.public_key().public_bytes_raw())
    assert len(asked.value.fingerprint.split()) == 8
    shelf.trust(asked.value.publisher)
    assert shelf.add(pack(KEY)).version == 3


def test_versions_rise_and_a_name_stays_with_its_key() -> None:
    shelf = _shelf(KEY, OTHER)
    shelf.add(pack(KEY))
    for version in (1, 3):
        with pytest.raises(PackError, match="newer version"):
            shelf.add(pack(KEY, version=version))
    with pytest.raises(PackError, match="somebody else signed"):
        shelf.add(pack(OTHER, version=9))
    assert shelf.add(pack(KEY, version=4)).version == 4


def test_a_stale_pack_is_said_and_stays() -> None:
    shelf = _shelf(KEY)
    shelf.add(pack(KEY))
    assert shelf.stale(date(2027, 11, 1)) == ()
    assert [one.name for one in shelf.stale(date(2027, 11, 2))] == ["westhaven"]
    assert shelf.library().guidance.clause("westhaven:2.1") is not None


def test_what_was_kept_is_checked_again() -> None:
    kept: list[tuple[Any, Any]] = []
    shelf = _shelf(KEY)
    shelf.keep = lambda keys, packs: kept.append((tuple(keys), tuple(packs)))
    shelf.add(pack(KEY))
    keys, packs = kept[-1]
    again = PackShelf(IDS, shelf.keep)
    assert again.restore(keys, packs) == ()
    assert [one.name for one in again.packs] == ["westhaven"]
    assert len(kept) == 1, "reading keeps nothing"
    broken = packs[0].replace(b"Keep your date", b"Show your date")
    assert len(PackShelf(IDS).restore(keys, [broken])) == 1


def _changed(change: Callable[[dict[str, Any]], object], *, sign: bool = False) -> bytes:
    tree = json.loads(pack(KEY))
    change(tree)
    data = json.dumps(tree).encode()
    return signed(data, KEY) if sign else data


FORGED = {
    "a word changed": lambda tree: tree["files"].update({"guidance/westhaven.toml": GUIDANCE.replace("Keep", "Show")}),
    "a version changed": lambda tree: tree["manifest"].update(version=99),
    "a file more": lambda tree: tree["files"].update({"guidance/more.toml": GUIDANCE}),
    "a file fewer": lambda tree: tree["files"].pop("guidance/westhaven.toml"),
    "no signature": lambda tree: tree.pop("signature"),
    "half a signature": lambda tree: tree.update(signature=tree["signature"][:40]),
    "another's key": lambda tree: tree.update(
        key=base64.b64encode(OTHER.public_key().public_bytes_raw()).decode("ascii")
    ),
    "no key": lambda tree: tree.pop("key"),
    "another format": lambda tree: tree.update(format="privacy-audit.pack/2"),
    "no manifest": lambda tree: tree.pop("manifest"),
}


@pytest.mark.parametrize("change", FORGED)
def test_a_forged_pack_is_refused(change: str) -> None:
    with pytest.raises(PackError) as refusal:
        _shelf(KEY, OTHER).add(_changed(FORGED[change]))
    assert not isinstance(refusal.value, UnknownKeyError)
    assert refusal.value.sentence.endswith(".")


def test_a_flipped_bit_anywhere_is_never_taken_for_another_pack() -> None:
    data = pack(KEY)
    whole = read_pack(data)
    for place in range(0, len(data), 7):
        broken = bytearray(data)
        broken[place] ^= 0x20
        try:
            told = read_pack(bytes(broken))
        except PackError:
            continue
        assert told == whole, "spaces and the like may change; what is vouched for may not"


def test_a_pack_that_is_too_large_is_not_even_read() -> None:
    with pytest.raises(PackError, match="too large"):
        read_pack(pack(KEY) + b" " * 1_000_000)


def test_a_signature_for_something_else_is_none_for_a_pack() -> None:
    tree = json.loads(pack(KEY))
    manifest = json.dumps(tree["manifest"], sort_keys=True, separators=(",", ":")).encode()
    tree["signature"] = base64.b64encode(KEY.sign(manifest)).decode("ascii")
    with pytest.raises(PackError, match="signature"):
        read_pack(json.dumps(tree).encode())


BAD_MANIFESTS = {
    "no name": {"name": ""},
    "a path for a name": {"name": "../x"},
    "no version": {"version": 0},
    "a version that is none": {"version": True},
    "no date": {"issued": None},
    "a date that is none": {"expires": "soon"},
    "no publisher": {"publisher": " "},
    "a title that turns round": {"title": "abc\u202edef"},
}


@pytest.mark.parametrize("manifest", BAD_MANIFESTS)
def test_a_manifest_that_says_too_little_is_refused(manifest: str) -> None:
    with pytest.raises(PackError):
        pack(KEY, **BAD_MANIFESTS[manifest])


BAD_FILES = {
    "code": {"guidance/run.py": "print(1)"},
    "a path out": {"guidance/../x.toml": GUIDANCE},
    "no TOML": {"guidance/a.toml": "[["},
    "a check that there is none": {"guidance/a.toml": GUIDANCE.replace("date-of-birth", "mind-reading")},
    "markup": {"guidance/a.toml": GUIDANCE.replace("Keep your", "<b>Keep</b> your")},
    "hidden marks": {"guidance/a.toml": GUIDANCE.replace("Keep your", "Keep\u202e your")},
    "a sentence without end": {"guidance/a.toml": GUIDANCE.replace("Keep your", "Keep " + "very " * 200)},
    "an unknown link": {"remedies/facebook.toml": REMEDY.replace("www.facebook.com", "facebook.com.example.org")},
    "a plain link": {"remedies/facebook.toml": REMEDY.replace("https", "http")},
    "a removal in disguise": {"remedies/facebook.toml": REMEDY.replace("Choose Only me beside", "Delete")},
    "a message that frightens": {
        "remedies/facebook.toml": REMEDY.replace("link =", 'message = "They are at risk."\nlink =')
    },
    "a kind that there is none": {"remedies/facebook.toml": REMEDY.replace('"audience"', '"shout"')},
    "rights taken away": {
        "guidance/a.toml": GUIDANCE.replace('id = "westhaven"', 'id = "ecfrs"'),
    },
    "the same set twice": {"guidance/a.toml": GUIDANCE, "guidance/b.toml": GUIDANCE},
}


@pytest.mark.parametrize("files", BAD_FILES)
def test_data_that_weakens_a_safeguard_is_refused_and_nothing_changes(files: str) -> None:
    shelf = _shelf(KEY)
    shelf.add(pack(KEY))
    with pytest.raises(PackError):
        shelf.add(pack(KEY, BAD_FILES[files], version=4))
    assert [one.version for one in shelf.packs] == [3]


def test_our_own_steps_would_pass_the_rules_for_packs() -> None:
    assert list(_about_remedies(load_remedies())) == []


def test_a_newer_version_of_a_built_in_set_keeps_its_guards() -> None:
    whole = FILES["guidance/westhaven.toml"].replace('id = "westhaven"', 'id = "derbyshire"')
    guard = '\n[[clause]]\nsection = "3"\nkind = "guard"\nasks = "Speaking up is protected."\nquote = "speaking up"\n'
    made = read_pack(pack(KEY, {"guidance/derbyshire.toml": whole + guard}))
    assert contents_of(made, load_guidance(), IDS).guidance[0].id == "derbyshire"


@given(st.binary(max_size=400))
def test_any_bytes_are_a_pack_or_a_sentence(data: bytes) -> None:
    with pytest.raises(PackError):
        read_pack(data)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=8),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
        max_leaves=12,
    )
)
def test_any_manifest_is_made_or_refused(manifest: object) -> None:
    given_manifest = manifest if isinstance(manifest, dict) else {"name": manifest}
    with pytest.raises(PackError):
        unsigned(given_manifest, FILES)
    further = {key: value for key, value in given_manifest.items() if key not in MANIFEST}
    assert read_pack(signed(unsigned({**MANIFEST, **further}, FILES), KEY)).version == MANIFEST["version"]

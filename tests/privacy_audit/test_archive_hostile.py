"""Any bytes at all: out of the door come an archive with its members, or one error with a sentence; nothing else."""

import tempfile
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from privacy_audit.archive import open_archive
from privacy_audit.archive.index import PathIndex
from privacy_audit.archive.names import decoded, is_clutter, is_suspect, is_unsafe, same_letters
from privacy_audit.errors import ExportError
from privacy_audit.limits import LIMITS, Limits
from tests.builders.zips import GOOD, Packed, good, handmade, member, tar

SMALL = Limits(total=1 << 24, member=1 << 20, one_shot=500, entries=300)
SEEDS = [good(), good(zip64=True), good({"inner.zip": good(), "a.json": b"a" * 99}), handmade([member("a.json")] * 2)]
TARS = [tar(), tar(gzipped=True), tar(links={"link": "/etc/passwd"})]


def door(data: bytes, name: str) -> None:
    """Opens the bytes and reads whatever comes. Anything but ExportError fails the test."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        try:
            archive = open_archive([path], limits=SMALL)
        except ExportError:
            return
        with archive:
            assert archive.find("friends.json") is None or archive.members
            for one in archive.members:
                for read in (archive.read, archive.head, lambda one: archive.stream(one).read()):
                    try:
                        data = read(one)
                    except ExportError:
                        continue
                    assert len(data) <= one.size
        assert [one.name for one in Path(folder).iterdir()] == [name]


@given(st.binary(max_size=300), st.sampled_from(["a.zip", "a.tar", "a.tgz", "a.json"]))
@settings(max_examples=150, deadline=None)
def test_any_bytes(data: bytes, name: str) -> None:
    door(data, name)


@st.composite
def mutated(draw: st.DrawFn, seeds: list[bytes]) -> bytes:
    """A good archive with bytes changed, taken out, or put in."""
    data = bytearray(draw(st.sampled_from(seeds)))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)) | st.integers(max(0, len(data) - 120), len(data)))
        cut = draw(st.integers(0, 6))
        data[at : at + cut] = draw(st.binary(min_size=cut, max_size=cut) | st.binary(max_size=8))
    return bytes(data)


@given(mutated(SEEDS))
@settings(max_examples=300, deadline=None)
def test_mutated_zips(data: bytes) -> None:
    door(data, "a.zip")


@given(mutated(TARS))
@settings(max_examples=200, deadline=None)
def test_mutated_tars(data: bytes) -> None:
    door(data, "a.tgz")


MEMBERS = st.builds(
    Packed,
    name=st.binary(max_size=30) | st.text(max_size=20).map(lambda text: text.encode("utf-8", "surrogatepass")),
    data=st.binary(max_size=60),
    method=st.sampled_from([0, 8, 9, 99]),
    flags=st.sampled_from([0, 0x800, 1, 8]),
    mode=st.integers(0, 0xFFFF),
    stated_size=st.none() | st.integers(0, 0xFFFFFFFF),
    stated_crc=st.none() | st.integers(0, 0xFFFFFFFF),
    stated_packed=st.none() | st.integers(0, 0xFFFFFFFF),
    offset=st.none() | st.integers(0, 0xFFFFFFFF),
)


@given(st.lists(MEMBERS, max_size=4), st.none() | st.integers(0, 0xFFFF))
@settings(max_examples=300, deadline=None)
def test_zips_in_which_every_number_may_lie(members: list[Packed], entries: int | None) -> None:
    door(handmade(members, stated_entries=entries), "a.zip")


@given(st.lists(st.text(min_size=1, max_size=40), max_size=6))
@settings(max_examples=200, deadline=None)
def test_any_names(names: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.zip"
        members = [Packed(name.encode("utf-8", "surrogatepass"), b"x", method=0) for name in names]
        path.write_bytes(handmade([*members, member("fine.json")]))
        with open_archive([path]) as archive:
            assert archive.find("fine.json") is not None
            for one in archive.members:
                pieces = one.path.split("/")
                assert ".." not in pieces
                assert not one.path.startswith("/")
                assert not set(one.path) & set("\\:\x00\n")
                assert archive.find(one.path) is not None


PIECES = [
    "",
    "a",
    "..",
    ".",
    "con",
    "CON.txt",
    "aux",
    ":",
    " ",
    "x.",
    "\x1f",
    "é",
    "._x",
    "__MACOSX",
    "Thumbs.db",
    "com",
]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=6).map("/".join))
@example("a/con")
@settings(max_examples=500, deadline=None)
def test_the_quick_look_lets_nothing_unsafe_through(path: str) -> None:
    if is_unsafe(path, LIMITS) or is_clutter(path):
        assert is_suspect(path, LIMITS)


@given(st.text(max_size=30))
def test_one_spelling_stays_one_spelling(text: str) -> None:
    assert same_letters(same_letters(text)) == same_letters(text)
    assert same_letters(text.upper().lower()) == same_letters(text.lower())


@given(st.binary(max_size=30))
def test_every_name_can_be_shown(raw: bytes) -> None:
    name, unsure = decoded(raw)
    assert name.encode("utf-8").decode("utf-8") == name
    assert unsure == (raw.decode("utf-8", "replace").encode() != raw)


def test_the_seeds_are_good() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for number, data in enumerate([*SEEDS[:2], *TARS]):
            path = Path(folder) / (f"{number}.zip" if number < 2 else f"{number}.tgz")
            path.write_bytes(data)
            with open_archive([path], limits=SMALL) as archive:
                assert {one.path: archive.read(one) for one in archive.members} == GOOD


@given(
    st.lists(st.sampled_from(["a.json", "b/a.json", "c/b/a.json", "É/x.txt", "b/É/x.txt", "q/_a.json"]), unique=True)
)
def test_searching_and_looking_up_find_the_same(paths: list[str]) -> None:
    for suffix in ("a.json", "b/a.json", "x.txt", "é/X.TXT", "json", "", "/", "'a.json", "c/b/a.json", "d/c/b/a.json"):
        index = PathIndex(paths)
        first = index.find(suffix)
        later = [index.find(suffix) for _ in range(70)]
        assert set(later) == {first}

"""Whether two display names could be one person's: spelling, nicknames, order, initials. It is always a question."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources
from typing import Final

from rapidfuzz.distance import OSA

from privacy_audit.people.name_parts import NameParts, name_parts, one_mac, with_umlauts

_SHORT: Final = 4  # letters: in shorter names one letter makes another name
_LONG: Final = 6  # letters: two spellings of a family name that long are hardly two names
_REST: Final = 3  # letters by which a name must be longer than its short form
# What makes a man's name a woman's: never a slip of the pen, never a short form.
_OTHER_GENDER: Final = (
    "a",
    "e",
    "ia",
    "ina",
    "ine",
    "le",
    "elle",
    "ella",
    "ette",
    "etta",
    "anne",
    "lyn",
    "een",
    "an",
    "n",
    "is",
)
_GENDERED_FAMILY: Final = (
    ("ska", "ski"),
    ("cka", "cki"),
    ("dzka", "dzki"),
    ("ova", "ov"),
    ("eva", "ev"),
    ("ina", "in"),
    ("aya", "y"),
)
_SPELLING: Final = (
    ("ph", "f"), ("ck", "k"), ("gh", "g"), ("ei", "e"), ("ai", "e"), ("ay", "e"), ("ey", "i"), ("ie", "i"), ("ee", "i"),
    ("y", "i"), ("oo", "u"), ("ou", "u"), ("kh", "k"), ("ch", "c"), ("ks", "x"), ("q", "k"), ("z", "s"), ("w", "v"),
)  # fmt: skip


def may_be_one(first: str, second: str) -> bool:
    """Whether two display names could well be one person's."""
    return alike(name_parts(first), name_parts(second))


def alike(first: NameParts, second: NameParts) -> bool:
    if not first.names or not second.names:
        return False
    if first.generation and second.generation and first.generation != second.generation:
        return False
    if _beside_differ(first, second):
        return False
    if first.glued == second.glued:
        return len(first.glued) > _SHORT
    if 1 in (len(first.names), len(second.names)):
        return _handle(*sorted((first.names, second.names), key=len))
    return any(_match(one, other) for one in _readings(first) for other in _readings(second))


def _handle(word: tuple[str, ...], names: tuple[str, ...]) -> bool:
    """A user name in one word: "jswain", "davemullins", "swainjess"."""
    if len(word) != 1 or len(names) == 1:
        return False
    given, family, whole = names[0], names[-1], word[0]
    if len(family) < _REST or len(whole) <= len(family):
        return False
    rest = whole[: -len(family)] if whole.endswith(family) else whole[len(family) :] if whole.startswith(family) else ""
    return bool(rest) and given_alike(rest, given)


def _beside_differ(first: NameParts, second: NameParts) -> bool:
    """Both say what their name is short for, and it is not the same."""
    return bool(first.beside and second.beside) and not any(
        given_alike(one, other) for one in first.beside for other in second.beside
    )


def _readings(parts: NameParts) -> tuple[tuple[tuple[str, ...], frozenset[str]], ...]:
    """The name as it stands; with a former family name; and with the nickname beside it in place of the given name."""
    readings = [(parts.names, parts.joined)]
    given, family = parts.names[0], parts.names[-1]
    if len(family) == 1 < len(parts.names):
        readings.append(((family, *parts.names[:-1]), parts.joined))  # "Oakshott M"
    if len(parts.former) > 1:
        readings.append((parts.former, frozenset()))
    elif parts.former:
        readings.append(((given, parts.former[0]), frozenset()))
    readings += [((nick, family), parts.joined) for nick in parts.beside if nick != family]
    readings += [((given, other), frozenset()) for other in parts.beside if other not in _groups("nicknames.txt")]
    return tuple(readings)


def _match(first: tuple[tuple[str, ...], frozenset[str]], second: tuple[tuple[str, ...], frozenset[str]]) -> bool:
    short, long = sorted((first, second), key=lambda reading: len(reading[0]))
    if len(short[0]) == 1:
        return False  # one word is anybody's
    return _in_order(short[0], long[0], short[1] | long[1]) or _out_of_order(short[0], long[0])


def _in_order(short: tuple[str, ...], long: tuple[str, ...], joined: frozenset[str]) -> bool:
    """Given names first, the family name last; what stands between may be left out, or be an initial."""
    if not (family_alike(short[-1], long[-1]) or _barrels(short, long, joined)):
        return False
    if not (
        _letters_for(short[0], long)
        or given_alike(short[0], long[0])
        or _second_name(short, long)
        or _together(short, long)
    ):
        return False
    if _letters_for(short[0], long):
        return True
    return _middles_agree(short[1:-1], long[1:-1], joined)


def _barrels(short: tuple[str, ...], long: tuple[str, ...], joined: frozenset[str]) -> bool:
    """One half of a double-barrelled name: "Okafor-Bell" and "Okafor". Two halves against two must both agree."""
    if len(long) <= len(short) or long[-1] not in joined:
        return False
    return family_alike(short[-1], long[-2]) and short[-1] not in joined


def _second_name(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Somebody who goes by the second name: "Ka Wai Wong" as "Kelvin Ka Wai Wong"."""
    return len(long) > len(short) > 2 and given_alike(short[0], long[1])  # noqa: PLR2004 - two names and more


def _together(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Two given names written as one: "Abdul Rahman" and "Abdurrahman"."""
    return len(long) == len(short) + 1 and given_alike(short[0], long[0] + long[1])


def _letters_for(given: str, long: tuple[str, ...]) -> bool:
    """Initials written as one word: "JP" for John Paul."""
    return len(given) > 1 and given == "".join(name[0] for name in long[:-1])


def _middles_agree(short: tuple[str, ...], long: tuple[str, ...], joined: frozenset[str]) -> bool:
    if not short or not long:
        return True
    rest = [name for name in long if name not in joined or name in short]
    return all(any(given_alike(name, other) for other in rest) for name in short)


def _out_of_order(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Family name first, as in much of Asia and on forms; or with names left out at one end."""
    if len(short) == len(long):
        return sorted(short) == sorted(long) or _turned(short, long)
    ends = (short[0], short[-1])
    if ends in ((long[0], long[-1]), (long[-1], long[0])):
        return set(short) <= set(long)
    return _turned(short, long) or short in (long[-len(short) :], long[: len(short)])


def _turned(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Words of a given name written as one, the family name at the other end: "Cheung Wing Yan", "Wingyan Cheung"."""
    glued = "".join(short)
    return len(glued) > _SHORT and any("".join((*long[at:], *long[:at])) == glued for at in range(1, len(long)))


@lru_cache(maxsize=65536)
def given_alike(one: str, other: str) -> bool:
    """Given names: the same, an initial, a nickname, another spelling, a slip of the pen."""
    if one == other:
        return True
    if 1 in (len(one), len(other)):
        return one[0] == other[0]
    groups = _groups("nicknames.txt")
    if any(_in_line(one, other, line) for line in groups.get(one, frozenset()) & groups.get(other, frozenset())):
        return True
    formal = _firsts("nicknames.txt")
    short, long = sorted((one, other), key=len)
    if (one in formal and other in formal) or _is_other_gender(short, long):
        return False
    known = one in groups and other in groups
    return _spelt_alike(short, long, known=known) or _short_form(short, long) or (not known and _slip(short, long))


def _spelt_alike(short: str, long: str, *, known: bool) -> bool:
    """Two ways of spelling; in names of three letters one letter makes another name."""
    if _joined_forms(short, long):
        return True
    alike_in_sound = len(short) >= _SHORT and _skeleton(short) == _skeleton(long)
    return alike_in_sound and (not known or short[0] == long[0])


def _short_form(short: str, long: str) -> bool:
    """The beginning of a name, with a homely ending or without, or a stretch from within it."""
    if _shortened(short, long):
        return True
    if len(long) - len(short) < _REST:
        return False
    return (len(short) >= _SHORT - 1 and long.startswith(short)) or (len(short) >= _SHORT and short in long)


def _shortened(short: str, long: str) -> bool:
    """The beginning of a name with a homely ending: "Sukhi" for Sukhdeep, "Robbo" for Robert."""
    stem = short.rstrip("yieos")
    stem = stem[:-1] if len(stem) > _REST and stem[-1] == stem[-2] else stem
    return stem != short and len(stem) >= _REST and len(long) >= len(stem) + _REST and long.startswith(stem)


@lru_cache(maxsize=65536)
def family_alike(one: str, other: str) -> bool:
    """Family names: the same, an initial, the other gender's ending, another way of writing the same name."""
    if one == other:
        return True
    if 1 in (len(one), len(other)):
        return one[0] == other[0]
    groups = _groups("surnames.txt")
    if groups.get(one, frozenset()) & groups.get(other, frozenset()):
        return True
    if any(_ends(one, other, pair) or _ends(other, one, pair) for pair in _GENDERED_FAMILY):
        return True
    if min(len(one), len(other)) >= _LONG and one[0] == other[0] and _spelt(one) == _spelt(other):
        return True
    return with_umlauts(one) == with_umlauts(other) or _joined_forms(one, other)


@lru_cache(maxsize=65536)
def family_key(name: str) -> str:
    """The same for any two family names that are alike, so that only those need comparing."""
    lines = _groups("surnames.txt").get(name)
    if lines:
        return f"line {min(lines)}"
    for long, short in _GENDERED_FAMILY:
        if name.endswith(long) and len(name) > len(long) + 1:
            name = name[: -len(long)] + short
    for long, short in (("ae", "a"), ("oe", "o"), ("ue", "u")):
        name = name.replace(long, short)
    return _spelt(name)


@lru_cache(maxsize=65536)
def given_keys(name: str) -> frozenset[str]:
    """Two given names that are alike share one of these: the first letter of the name and of its other forms."""
    lines = _groups("nicknames.txt").get(name, frozenset())
    firsts = {name[0], *(_formal("nicknames.txt")[line][0] for line in lines)}
    return frozenset((*firsts, _spelt(name)[:1]))


def _joined_forms(one: str, other: str) -> bool:
    """Umlauts written out on one side only: "jurgen" and "juergen"."""
    written = ("ae", "a"), ("oe", "o"), ("ue", "u")
    return any(
        one.replace(long, short) == other or other.replace(long, short) == one
        for long, short in written
        if long in one or long in other
    )


def _ends(one: str, other: str, pair: tuple[str, str]) -> bool:
    long, short = pair
    return one.endswith(long) and other.endswith(short) and one[: -len(long)] == other[: -len(short)]


def _in_line(one: str, other: str, line: int) -> bool:
    """A name and what it is shortened to; of two short forms one must begin the other: Daisy is no Maisie."""
    short, long = sorted((one, other), key=len)
    return _formal("nicknames.txt")[line] in (one, other) or long.startswith(short.rstrip("yei"))


def _is_other_gender(short: str, long: str) -> bool:
    for ending in _OTHER_GENDER:
        if long == short + ending or (
            long.endswith(ending) and short in {long[: -len(ending)], long[: -len(ending)] + "o"}
        ):
            return True
    return len(short) == len(long) and short[:-1] == long[:-1] and {short[-1], long[-1]} <= set("aeo")


def _slip(short: str, long: str) -> bool:
    """One letter left out, doubled or changed places, in a name that is no other known name."""
    other_letter = len(short) == len(long) and sorted(short) != sorted(long)  # Fatima is not Fatiha
    return len(short) > _SHORT and short[0] == long[0] and not other_letter and OSA.distance(short, long) <= 1


@lru_cache(maxsize=65536)
def _spelt(name: str) -> str:
    """Ways of spelling made one, and no letter doubled."""
    for long, short in _SPELLING:
        name = name.replace(long, short)
    return "".join(char for place, char in enumerate(name) if place == 0 or char != name[place - 1])


def _skeleton(name: str) -> str:
    """What is left of a given name's spelling; its last breath goes."""
    shortened = _spelt(name)
    return shortened[:-1] if len(shortened) > _SHORT - 1 and shortened[-1] in "he" else shortened


@cache
def _groups(file: str) -> Mapping[str, frozenset[int]]:
    """The lines that a name stands in."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_lines(file)):
        for name in line:
            found.setdefault(name, set()).add(number)
    return {name: frozenset(lines) for name, lines in found.items()}


@cache
def _formal(file: str) -> tuple[str, ...]:
    """The first name of each line."""
    return tuple(line[0] for line in _lines(file))


@cache
def _firsts(file: str) -> frozenset[str]:
    return frozenset(_formal(file))


@cache
def _lines(file: str) -> tuple[tuple[str, ...], ...]:
    text = (resources.files("privacy_audit.lexicon") / file).read_text(encoding="utf-8")
    rows = (line.split() for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(tuple(one_mac(name) for name in row) for row in rows)

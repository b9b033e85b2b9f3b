"""Makes pattern slots of the lexicon's services and jobs, for phrase books that ask who says what of their own work."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from privacy_audit.lexicon import Service, ServiceKind, load_jobs, load_only_before, load_services, load_slang

_POLICE_TAILS = r"(?:police|constabulary|polis|cops|coppers|force)"
_FIRE_TAILS = (
    r"(?:fire (?:and rescue|& rescue|rescue|service|brigade)(?: service)?|fire(?! (?:alarm|door|drill|stick"
    r"|hydrant|pit|works|place))|f&?rs|fire (?:and|&) rescue)"
)


def job_words() -> Mapping[str, str]:
    """Slots: service, police_service, fire_service, strict, framed, letters, job (all of them) and slang."""
    services, jobs = load_services(), load_jobs()
    only = load_only_before()
    strict = _any((word for group in jobs for word in group.strict), only)
    framed = _any((word for group in jobs if group.kind is not ServiceKind.AMBULANCE for word in group.framed), only)
    capitals = "|".join(sorted({re.escape(word) for group in jobs for word in group.letters}, key=_longest))
    letters = rf"(?-i:\b(?:{capitals}))"
    police, fire = _service_names(services, ServiceKind.POLICE), _service_names(services, ServiceKind.FIRE)
    bodies = _service_names(services, ServiceKind.POLICING_BODY, ServiceKind.FIRE_BODY, ServiceKind.AMBULANCE)
    return {
        "strict": strict,
        "framed": framed,
        "letters": letters,
        "job": rf"\b(?:{strict}|{framed}|{letters})s?",
        "police_service": police,
        "fire_service": fire,
        "service": f"(?:{police}|{fire}|{bodies})",
        "slang": _any(word for group in load_slang() if group.weight > 1 for word in group.words),
        "hint": _any(word for group in load_slang() if group.weight == 1 for word in group.words),
    }


def _service_names(services: Iterable[Service], *kinds: ServiceKind) -> str:
    chosen = [service for service in services if service.kind in kinds]
    tail = {ServiceKind.POLICE: _POLICE_TAILS, ServiceKind.FIRE: _FIRE_TAILS}.get(kinds[0], "")
    areas = {_spaced(area) for service in chosen for area in service.areas}
    names = {
        _spaced(name) for service in chosen for name in (service.name, *service.variants) if not _plain(service, name)
    }
    short = {re.escape(name) for service in chosen for name in service.abbreviations}
    by_area = [f"{_either(sorted(areas, key=_longest))}[ -]{tail}"] if areas and tail else []
    the_met = [r"\b(?-i:[Tt]he Met)(?! (?:office|gala|opera|line|forecast|bar))"] if ServiceKind.POLICE in kinds else []
    named = _either([*sorted(names, key=_longest), *sorted(short, key=_longest)])
    return f"(?:{'|'.join([*by_area, *the_met, named])})"


def _plain(service: Service, name: str) -> bool:
    """Names that stand for any employer of a kind, and the Met's short name, which needs its capital."""
    return name in {"the Met"} or service.name.startswith(("a ", "the "))


def _any(words: Iterable[str], only_before: Mapping[str, str] = MappingProxyType({})) -> str:
    return _either(_spaced(word) + only_before.get(word, "") for word in sorted(set(words), key=_longest))


def _either(patterns: Iterable[str]) -> str:
    """Alternatives at the start of a word, grouped by their first two letters: faster than a flat list."""
    groups: dict[str, list[str]] = {}
    for pattern in patterns:
        plain = len(pattern) > 1 and pattern[:2].isalnum() and pattern[2:3] != "?"
        groups.setdefault(pattern[:2].lower() if plain else "", []).append(pattern[2:] if plain else pattern)
    parts = [f"{head}(?:{'|'.join(rest)})" if head else "|".join(rest) for head, rest in groups.items()]
    return f"\\b(?:{'|'.join(parts)})"


def _spaced(words: str) -> str:
    """One space, a hyphen or nothing between the words; "and" may be "&"."""
    parts = ["(?:and|&|n)" if part in {"and", "&"} else re.escape(part) for part in re.split(r"[ -]", words)]
    return "[ -]?".join(parts)


def _longest(word: str) -> tuple[int, str]:
    return -len(word), word

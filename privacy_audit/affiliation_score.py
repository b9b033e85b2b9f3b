"""Puts together what many items of an account tell of the job: of which kind it is, and at which service."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from privacy_audit.lexicon import Service, ServiceKind, load_jobs, load_services

_KINDS = (ServiceKind.POLICE, ServiceKind.FIRE, ServiceKind.POLICING_BODY, ServiceKind.AMBULANCE, ServiceKind.COUNCIL)
_WORKS = {
    ServiceKind.POLICE: "in policing",
    ServiceKind.POLICING_BODY: "for a commissioner's office",
    ServiceKind.FIRE: "in fire and rescue",
    ServiceKind.AMBULANCE: "in an ambulance service",
    ServiceKind.COUNCIL: "for a council",
}
_TAILS = {ServiceKind.POLICE: r"(?:police|constabulary|polis|cops?|coppers?|force)", ServiceKind.FIRE: r"fire\b"}


@dataclass(frozen=True, slots=True, repr=False)
class Affiliation:
    """`kind` is what most items speak of. `service` is our own name for the one that most of them name, or ""."""

    kind: ServiceKind | None
    service: str

    def __repr__(self) -> str:
        return "<Affiliation>"

    @property
    def works(self) -> str:
        """How the kind is said in a sentence; it names nobody."""
        return _WORKS.get(self.kind, "in the job") if self.kind else "in the job"


class AffiliationScore:
    """Counts items, not words: ten mentions in one post are one item. The lists are read when they are first needed."""

    def of(self, texts: Iterable[str]) -> Affiliation:
        kinds: Counter[ServiceKind] = Counter()
        services: Counter[str] = Counter()
        for text in texts:
            named = [service for service, pattern in self._services if pattern.search(text)]
            services.update({service.name for service in named})
            spoken = {service.kind for service in named}
            spoken |= {kind for kind, pattern in self._jobs if pattern.search(text)}
            kinds.update(spoken)
        kind = kinds.most_common(1)[0][0] if kinds else None
        return Affiliation(kind, _clear(services))

    @cached_property
    def _services(self) -> tuple[tuple[Service, re.Pattern[str]], ...]:
        named = (service for service in load_services() if service.kind in _KINDS)
        return tuple((service, _names(service)) for service in named if not service.name.startswith(("a ", "the ")))

    @cached_property
    def _jobs(self) -> tuple[tuple[ServiceKind, re.Pattern[str]], ...]:
        kinds = []
        for jobs in load_jobs():
            words = "|".join(re.escape(word) for word in (*jobs.strict, *jobs.framed))
            capitals = "|".join(re.escape(word) for word in jobs.letters)
            said = rf"\b(?:{words})s?\b" + (rf"|(?-i:\b(?:{capitals})\b)" if capitals else "")
            kinds.append((jobs.kind, re.compile(said, re.IGNORECASE)))
        return tuple(kinds)


def _names(service: Service) -> re.Pattern[str]:
    """Its names in full, its letters in capitals, and each of its places with the word for such a service."""
    ways = [rf"(?i:\b{re.escape(name)}\b)" for name in (service.name, *service.variants)]
    ways += [rf"\b{re.escape(letters)}\b" for letters in service.abbreviations]
    tail = _TAILS.get(service.kind)
    if tail:
        ways += [rf"(?i:\b{re.escape(area)} {tail})" for area in service.areas]
    ways += [rf"(?i:[@.]{re.escape(domain)}\b)" for domain in service.domains if not domain.startswith("*")]
    return re.compile("|".join(ways))


def _clear(services: Counter[str]) -> str:
    """The most named one, unless another is named as often."""
    ranked = services.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return ""
    return ranked[0][0]

"""A display name or handle that holds a service's name or says the job."""

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import islice

from privacy_audit.checking import Check, Context, Rule, Sighting, Theme, Weight, seen
from privacy_audit.findings import Concern, Confidence, Evidence
from privacy_audit.job_talk import is_official
from privacy_audit.model import FieldKind, Passage, PassageKind, ProfileField, Record
from privacy_audit.name_words import NameWords, Told
from privacy_audit.words import Words

_CLAUSES = ("ecfrs:6.1", "southend:5a")

_THEMES = (
    Theme(
        "service-in-name",
        "Your profile or user name holds the name of a service",
        "The name stands beside all that you write. The guidance asks to keep the service's name out of it.",
        Weight.SERIOUS,
        "profile-name",
    ),
    Theme(
        "job-in-name",
        "Your profile or user name says what you do",
        "The name stands beside all that you write, so every reader learns your job first.",
        Weight.MODERATE,
        "profile-name",
    ),
)

_GATE = (
    r"taser|family|tan.?(?:de|gog|can)|nyp|frs|life|nick|polic|polis|constab|heddlu|pcso|wpc|peeler|plod|cop|bobb|detective|sergeant|sgt|sarge|insp|supt|superint|pc|dc|ds|di|ps|tdc|sc|det"
    r"|fire|ff|frs|brigade|watch|crew|station|retained|whole|on.?call|special|custody|detention|crime|scene|soco|csi|nca|p?f?cc|dog|beat|999|call.?handler"
    r"|control|response|traffic|roads|social|housing|officer|wm|cm|gmp|wmp|tvp|wyp|syp|nyp|swp|nwp|btp|lfb|psni|met|thin.?blue|murder|uk|emergency|council"
)
# What looks like a handle in a bio: after an @ or a word that announces one, in an address, or one word with marks.
_NAMED = re.compile(
    r"""(?:^|(?<=[\s(]))@([\w.]{3,30})|\b(?i:name|known as|aka):? ([A-Z]\w+ ['\"][^'\"]{3,30}['\"] [A-Z]\w+)"""
    r"|\b(?i:real name|name|handle|gamer ?tag|insta(?:gram)?|snap(?:chat)?|tiktok|twitter|user ?name|psn|xbox"
    r"""|find me as|known as|aka)(?i: is|'s|=)?:? ?['\"@]?([\w.]{4,30})|\b(?:youtube|tiktok|instagram|twitter|x"""
    r"|facebook|twitch|strava)\.(?:com|example\.com)/@?([\w.-]{4,30})|(?<![\w@])((?=\w{5,30}\b)(?:[A-Za-z0-9]+_\w+"
    r"|[A-Z]*[a-z]+[A-Z]\w*|[A-Z]{3,}[a-z]{3,}))"
)
_MOST = 30  # no bio gives more handles
_LEAD = re.compile(
    r"^(?:Ch Supt|Det Sgt|Det Insp|Det Con|Supt|Station Manager|Watch Manager|Crew Manager|Firefighter|Detective"
    r"|PC|WPC|DC|DS|DI|DCI|PCSO|Sgt|Sergeant|Insp|Inspector|Ch Insp|FF) [A-Z][a-z]+ [A-Z][a-z]+"
)
_KINDS = (FieldKind.NAME, FieldKind.HANDLE, FieldKind.OTHER_NAME)


class _Names:
    """Judges names; the lists come when the first name does."""

    @cached_property
    def _words(self) -> NameWords:
        return NameWords()

    def handle(self, passage: Passage, context: Context) -> Iterator[Sighting]:
        if not is_official(passage.source.importer, context):
            told = self._words.told(passage.plain)
            if told is not None:
                yield _sighting(told, seen(passage, told.span), context, passage.plain)

    def bio(self, passage: Passage, context: Context) -> Iterator[Sighting]:
        """Handles and names that a bio gives: "@crewcommander", "Gamertag …", a display name at its head."""
        if is_official(passage.source.importer, context):
            return
        found = islice(_NAMED.finditer(passage.plain), _MOST)
        names = [(match.start(match.lastindex or 0), match[match.lastindex or 0]) for match in found]
        if (lead := _LEAD.match(passage.plain)) is not None:
            names.append((0, lead[0]))
        for start, name in names:
            told = self._words.told(name)
            if told is not None:
                span = told.span[0] + start, told.span[1] + start
                yield _sighting(told, seen(passage, span), context, name)
                return

    def record(self, record: Record, context: Context) -> Iterator[Sighting]:
        if not isinstance(record, ProfileField) or record.kind not in _KINDS:
            return
        told = None if is_official(record.source.importer, context) else self._words.told(record.value)
        if told is not None:
            evidence = Evidence(record.source, Words(record.value), (told.span,), record.when, place="Profile name")
            yield _sighting(told, evidence, context, record.value)


def _sighting(told: Told, evidence: Evidence, context: Context, name: str) -> Sighting:
    own = context.facts.service.casefold()
    if told.service:
        sure = bool(own) and own in name.casefold()
        confidence = Confidence.SURE if sure else Confidence.LIKELY
        return Sighting("service-in-name", confidence, (evidence,), "The name holds that of a service.")
    return Sighting("job-in-name", Confidence.LIKELY, (evidence,), "The name holds a rank or a job of a service.")


_NAMES = _Names()

CHECK = Check(
    id="profile-name",
    title="Your profile name says where you work",
    clauses=_CLAUSES,
    touches=(Concern.STAFF_SAFETY, Concern.REPUTATION),
    themes=_THEMES,
    rules=(
        Rule("profile-name.handle", _GATE, _NAMES.handle, frozenset({PassageKind.HANDLE})),
        Rule("profile-name.bio", _GATE, _NAMES.bio, frozenset({PassageKind.BIO})),
    ),
    record_types=(ProfileField,),
    on_record=_NAMES.record,
)

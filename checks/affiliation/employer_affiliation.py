"""Which service the owner works for, and as what: told by the profile, by own words, by others, and by all together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from privacy_audit.checking import Check, Context, Gathered, Rule, Sighting, Theme, Weight
from privacy_audit.findings import Concern, Confidence, Evidence
from privacy_audit.job_talk import JobTalk, is_official
from privacy_audit.lexicon import ServiceKind
from privacy_audit.model import Employment, FieldKind, PassageKind, ProfileField, Record, Voice
from privacy_audit.words import Words

_CLAUSES = (
    "essex-police-c3011:3.4a",
    "ecfrs:6.1",
    "southend:5a",
    "derbyshire:5a",
    "derbyshire:A4",
    "pfcc-053-2020:9a",
)
_WHY = "Who knows where you work can look for you there, put pressure on you or hold your words against the service."

_THEMES = (
    Theme("profile", "Your profile names your employer or your job", _WHY, Weight.MODERATE, "work-details"),
    Theme(
        "work-email",
        "Your profile shows an e-mail address at work",
        "The part after the @ names the employer, and work accounts are no place for a private profile.",
        Weight.MODERATE,
        "contact-info",
    ),
    Theme("bio", "Your bio says what you do", _WHY, Weight.MODERATE, "work-details"),
    Theme("own-words", "Your own words say what you do or whom you work for", _WHY, Weight.MODERATE, "old-posts"),
    Theme("others-words", "Other people say on your page what you do", _WHY, Weight.MODERATE, "tags"),
    Theme(
        "groups",
        "Names of groups or contacts tie you to a service",
        "A group's name and its list of members can tell strangers where all of them work.",
        Weight.MODERATE,
        "team-and-interests",
    ),
    Theme(
        "hints",
        "Small hints at the job",
        "One turn of phrase tells little; several of them let a stranger guess the service.",
        Weight.SLIGHT,
        "old-posts",
    ),
    Theme(
        "whole",
        "Several items together tell what you do",
        "Each item may look harmless. Read together they leave little doubt about the service and the job.",
        Weight.MODERATE,
        "work-details",
    ),
)

_JOB_GATE = (
    r"\bcommanders?\b|det con\b|neighbourhood pc|serving pc|cyber vol|offender man|fire ?fighter|fire inst"
    r"|station admin|hydrant|mental health prof|bereavement services|community warden|\b(?:colp|hiowc|merpol"
    r"|metpol|npol|psos|ersou|dwfire|dfrmo|rffs|eeast|emas|neas|nwas|scas|secamb|swasft|wmas|wast|nias)\b|poileas"
    r"|redcaps|special operations unit|firefighting services|fire chiefs|trust ambulance|force (?:phone|laptop"
    r"|email|newsletter|intranet|hr\b)|\byou (?:cut|pulled|carried) |investigators?\b|analyst|licensing officer"
    r"|front counter|domestic abuse invest|vetting|marked car|command unit|mounted|bronto|\bebda\b|\bedba\b"
    r"|serial\b|took the oath|swore the oath|sworn in|136|answer the 999|fight(?:ing)? fires|fought fires"
    r"|breathalys|lock up|patrol(?:led)? the|ops room|my desk|me desk|democratic services|firey|firie"
    r"|hydrants officer|property store|armed resp|special branch|in the nick|a jailer|on the engines|fire engine"
    r"|fire crew|safeguarding lead|may call me|riots?\b|disorder\b|cut my ring|emergency operator|fire cadet"
    r"|fire engineer|patrol officer|dog unit|economic crime|professional standards|shield (?:bruise|wall)|polic"
    r"|\bpolis\b|constab|heddlu|\bpcsos?\b|\bwpc\b|\bpeelers?\b|\bplod\b|\bcop(?:s|per|pers|pering)?\b|\bbobb(?:y"
    r"|ies)\b|detective|sergeant|\bsgts?\b|\bsarge\b|\binsp\b|inspector|superintend|\bsupt\b|chief super"
    r"|(?-i:\b(?:PC|DC|DS|DI|DCI|TDC|PS|DSI|ACC|DCC|CSI|SOCO|SIO|CID|DDO|AFO|FLO|FF|WM|CM|SM|GM|LFF|AMHP|FRS"
    r"|SC)s?\b)|(?-i:\b(?:PC|DC|PS|PCSO|SC)\d)|\b(?:cid|csi|soco|sio|ddo|afo|flo|foi|amhp|oic|polfed|peqf|pcda"
    r"|dhep)s?\b|(?-i:\bMet\b)|\b(?:psni|gmp|wmp|tvp|wyp|syp|nyp|swp|nwp|btp|lfb|wmfs|syfr|syfire|npas|npcc|nfcc"
    r"|ruc|nca|p?f?cc|o?pf?cc|dpfcc)\b|\b[a-z]{1,5}frs\b|\bfire(?:fighter|man|men|woman|boot)|\bfire[ -](?:service"
    r"|brigade|stations?\b|and|&|rescue|control|safety|investig|officer|cadet|kit|helmet|tunic|crew|gloves|engine"
    r"|protect|prevent|inspect|trainer|side|boots)|\bbrigade|\btan (?:de|gogledd|canol)|(?:avon|beds|berks"
    r"|berkshire|bucks|shire|cambs|cleveland|cornwall|darlington|durham|cumbria|derbys|devon|somerset|dorset|wilts"
    r"|sussex|essex|glos|manchester|hants|wight|worcester|herts|humberside|scilly|kent|lancs|leics|lincs|london"
    r"|mersey|merseyside|norfolk|yorks|northants|northumberland|notts|oxon|staffs|suffolk|surrey|wear|warks"
    r"|midlands|mids|wales|cymru|scottish|scotland|ireland|\bni|airport|mod|defence|county)[ -]fire\b"
    r"|fires for a living|investigate (?:fire|crime|murder|burglar|rape|child)|\b999\b|\b101\b|warrant|attest"
    r"|control (?:room|operator)|call (?:handler|taker)|dispatcher|custody|probation|probie|(?:red|blue|green"
    r"|white|amber|your|ur|yer|same|the|my|our|my old|our old)[ -]watch\b|(?:watch|crew|station|stn|group"
    r"|area) (?:manager|command)|officers?\b|retained|\bon[ -]?call\b|whole ?time|day crew|\b(?:a|the|as|special"
    r"|your|am|new|our|my|from a) specials?\b|special (?:const|serg|sgt|insp)|specials?'|(?:at|for|with|by|in|the"
    r"|a|my|our|town|city|county|other|any) (?:\w+ )?councils?\b|council(?:lors')? (?:worker|officer|planning"
    r"|housing|social|tax off|hous)|social (?:care|worker)|housing (?:officer|manager)|youth (?:worker|justice"
    r"|offending)|trading standards|environmental health|emergency plann|building control|planning enforcement"
    r"|commissioner|\bresponse\b|traffic (?:cop|serg|warden)|(?:on|to|in|enjoy|join|joined|joining) traffic\b"
    r"|roads policing|ambulance service|ambulance tech|training school|arrest|\bnick(?:ed|s)?\b|first prisoner"
    r"|solo prisoner|first shout|the (?:job|force|pumps?)\b|\b(?:my|our) (?:old |own |new |last |first "
    r"|current )?(?:force|nick|pip|stripe|patch|intake|shoulder|collar|stab|body|appliance)|dog handler"
    r"|murder squad|crime (?:scene|prev|squad|invest|officer|analyst|agency|team|plan)|scenes? of crime"
    r"|scene examiner|(?:collar|shoulder) (?:n|\d)|bleeper|alerter|pager|\bpips?\b|stripes|passed out of"
    r"|passing out|safeguarding lead|care manager|fingerprint|intel\b|intelligence|dog section|mounted"
    r"|on neighbourhoods|major crime|support worker|streetscene|enforcement|interview (?:children|suspects)"
    r"|\bteach (?:public|officers|recruits)|train (?:officers|recruits|police)|speed camera|firearms|first fatal"
    r"|service medal|good conduct|in (?:this )?uniform|scotland yard|\bacpo\b|\bsoca\b|\bnpia\b"
    r"|organised crime unit|smoke eater|trumpton|water fairy|police|premises for|statement taker|arson|thin blue"
    r"|blue light|force (?:badge|photo)|pip ?2|\bnie\b|carrier"
)

_BIO_GATE = _JOB_GATE + r"|\bcouncil\b|\bff\b"

_HINT_GATE = (
    r"thin (?:blue|red) line|blue ?light|999 family|fire ?family|police ?family|uk ?(?:cop|police|fire)|police ?uk"
    r"|\bon nights|nights again|set of nights|run of nights|night ?shift|\bshifts?\b|\b(?:on )?lates\b|\bearlies\b"
    r"|(?:late|early) turn|the duty insp|o(?:n|ff) duty|uniform|rest days?|four on|six on|on a shout|bleeper"
    r"|alerter|pager|the (?:job|station|nick|watch|pump|pumps|skipper|guvnor|sarge|super|duty insp|federation)\b"
    r"|(?:my|our|red|blue|green|white|amber)[ -]watch|\brtcs?\b|\bmispers?\b|cordon|blues and twos|on blues"
    r"|drill (?:nights?|yard)|custody|foot chase|stab vest|\bpava\b|taser|area car|panda car|\bba (?:set|course)"
    r"|appliance bay|scrotes?|wrong un|mutual aid|football duty|aid to london|turnout gear|fire kit|cutting gear"
    r"|hendon|ryton|tulliallan|moreton|boots polished|in my blacks|number ones|promotion board|(?:sergeants"
    r"|inspectors|nie) exam|dog section|firearms|response|neighbourhood team|our pump|front ?line|attest"
    r"|warrant card|safe and well|scene guard|hospital guard|constant obs|crime scene|probationer|tutor const"
    r"|shield training|public order|carrier|section house|washington hall|fire service|fire engine|sworn in"
    r"|emergency service|body worn|police fed|policing|passing out|passed out|joined the (?:pol|fire)|wholetime"
    r"|on ?call fire|firefighter"
)

_WORDS = frozenset({PassageKind.POST, PassageKind.COMMENT, PassageKind.MESSAGE, PassageKind.CAPTION})
_OPEN_WORDS = frozenset({PassageKind.POST, PassageKind.COMMENT, PassageKind.CAPTION, PassageKind.BIO})
_NAMES = frozenset({PassageKind.GROUP_NAME, PassageKind.CONTACT_NAME})
_PAGES = frozenset({PassageKind.GROUP_NAME, PassageKind.PAGE_NAME})

_TALK = JobTalk("employer_affiliation")


def on_record(record: Record, context: Context) -> Iterator[Sighting]:
    if is_official(record.source.importer, context):
        return
    if isinstance(record, Employment):
        yield from _employment(record, context)
    elif isinstance(record, ProfileField) and record.kind is FieldKind.EMAIL:
        yield from _address(record)


def _employment(record: Employment, context: Context) -> Iterator[Sighting]:
    named = _TALK.employer(record.employer, context) or _TALK.job(record.title)
    if not named:
        return
    shown = ", ".join(part for part in (record.title, record.employer, record.place) if part)
    yield Sighting(
        "profile",
        Confidence.SURE,
        (Evidence(record.source, Words(shown), place="Profile"),),
        _past(record) or "The work entry of the profile says it.",
        audience=record.audience,
    )


def _past(record: Employment) -> str:
    if record.current is False or (record.end is not None and record.current is None):
        return "The work entry names a former post; people who look for you will still draw the line."
    return ""


def _address(record: ProfileField) -> Iterator[Sighting]:
    service = _TALK.service_at(record.value)
    if service is not None and service.kind not in (ServiceKind.HEALTH, ServiceKind.COASTGUARD):
        evidence = Evidence(
            record.source,
            Words(record.value),
            ((record.value.find("@") + 1, len(record.value)),),
            record.when,
            place="Profile",
        )
        reason = "The address ends in the domain of a service, a council or a school."
        yield Sighting("work-email", Confidence.SURE, (evidence,), reason, audience=record.audience)


_PLACES: Mapping[str, str] = {
    "profile": "your profile",
    "work-email": "an e-mail address",
    "bio": "your bio",
    "own-words": "your own words",
    "others-words": "other people's words",
    "groups": "names of groups",
    "hints": "turns of phrase",
}
_ENOUGH_ITEMS = 3
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class _Picture:
    """All sightings of the account, parted by how sure they are."""

    firm: Sequence[Sighting]
    hints: Sequence[Sighting]

    @property
    def themes(self) -> tuple[str, ...]:
        return tuple(theme for theme in _PLACES if any(sighting.theme == theme for sighting in self.firm))

    def evidence(self, sightings: Sequence[Sighting]) -> tuple[Evidence, ...]:
        """One item of each theme first, then the rest, each only once."""
        first = [
            next(sighting for sighting in sightings if sighting.theme == theme)
            for theme in dict.fromkeys(s.theme for s in sightings)
        ]
        items = chain.from_iterable(sighting.evidence for sighting in chain(first, sightings))
        return tuple({(item.source, item.quote): item for item in items}.values())


def on_whole(gathered: Gathered, _context: Context) -> Iterator[Sighting]:
    """The joined answer: several items, or several hints where nothing says it outright."""
    all_seen = gathered.sightings.get("employer-affiliation", ())
    picture = _Picture(
        [sighting for sighting in all_seen if sighting.confidence >= Confidence.LIKELY],
        [sighting for sighting in all_seen if sighting.confidence is Confidence.POSSIBLE],
    )
    if picture.firm:
        yield from _joined(picture)
    else:
        yield from _hinted(picture)


def _joined(picture: _Picture) -> Iterator[Sighting]:
    items = picture.evidence(picture.firm)
    if len(picture.themes) < 2 and len(items) < _ENOUGH_ITEMS:  # noqa: PLR2004 - two kinds of place
        return
    places = _listed([_PLACES[theme] for theme in picture.themes])
    sure = max(sighting.confidence for sighting in picture.firm)
    reason = f"These {len(items)} items tell what your job is: {places}."
    yield Sighting("whole", sure, items[:_SHOWN], reason)


def _hinted(picture: _Picture) -> Iterator[Sighting]:
    """Three different turns of phrase of the trade among posts that never name it."""
    items = picture.evidence(picture.hints)
    turns = {item.quote.reveal()[start:end].casefold() for item in items for start, end in item.spans}
    told = _TALK.trade_phrases(turns)
    if told >= _ENOUGH_ITEMS:
        reason = f"No item says it outright, but {told} different turns of phrase are those of people in the job."
        yield Sighting("whole", Confidence.LIKELY, items[:_SHOWN], reason)


def _listed(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


CHECK = Check(
    id="employer-affiliation",
    title="Your employer, service, rank or role can be seen",
    clauses=_CLAUSES,
    touches=(Concern.STAFF_SAFETY, Concern.REPUTATION),
    themes=_THEMES,
    rules=(
        Rule("employer-affiliation.own-words", _JOB_GATE, _TALK.judge("own-words"), _WORDS),
        Rule("employer-affiliation.bio", _BIO_GATE, _TALK.judge("bio", "own-words"), frozenset({PassageKind.BIO})),
        Rule("employer-affiliation.names", _JOB_GATE, _TALK.judge("groups"), _NAMES),
        Rule(
            "employer-affiliation.others-words",
            _JOB_GATE,
            _TALK.judge("others-words"),
            _WORDS,
            frozenset({Voice.OTHER}),
        ),
        Rule("employer-affiliation.pages", _JOB_GATE, _TALK.judge("hints"), _PAGES),
        Rule("employer-affiliation.hints", _HINT_GATE, _TALK.judge("hints"), _OPEN_WORDS),
    ),
    record_types=(Employment, ProfileField),
    on_record=on_record,
    on_whole=on_whole,
)

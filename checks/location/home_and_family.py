"""Where the owner lives, when nobody is in, how to get in, the car, set times, the children and the old people."""

from collections.abc import Iterator

from privacy_audit.checking import Check, Context, Rule, Sighting, Theme, Weight, seen
from privacy_audit.findings import Concern, Confidence, Evidence, Subject
from privacy_audit.model import (
    Audience,
    FieldKind,
    Passage,
    PassageKind,
    Place,
    PlaceKind,
    ProfileField,
    Record,
    Relative,
    Voice,
)
from privacy_audit.phrasing import Phrasebook
from privacy_audit.words import Words

_CLAUSES = ("essex-police-c3011:3.4d", "essex-police-c3011:5.0")
_BOOK = Phrasebook("home_and_family")

_THEMES = (
    Theme(
        "address",
        "Your words tell where you live",
        "A house and a street lead anybody to your door and to your family.",
        Weight.SERIOUS,
        "old-posts",
    ),
    Theme(
        "empty-house",
        "Your words tell when nobody is at home",
        "Whoever knows where you live learns when the house is empty, or when somebody is alone in it.",
        Weight.MODERATE,
        "old-posts",
    ),
    Theme(
        "keys-and-codes",
        "Your words tell how to get in",
        "A key's place, a code or a door that does not lock helps a burglar and outlives the post.",
        Weight.SERIOUS,
        "old-posts",
    ),
    Theme(
        "plate",
        "Your number plate can be read",
        "A plate tells your car from all others, and with it where you live and work.",
        Weight.MODERATE,
        "old-posts",
    ),
    Theme(
        "routine",
        "Your words tell where you are at set times",
        "A fixed time and place lets somebody wait for you.",
        Weight.MODERATE,
        "location-on-posts",
    ),
    Theme(
        "children",
        "Your children can be found",
        "A child's name with a school, a class or a time of day tells a stranger where the child is.",
        Weight.SERIOUS,
        "family-posts",
    ),
    Theme(
        "care-home",
        "An elderly relative can be found",
        "A home's name and a room, or the hours when somebody is alone, open the door to callers.",
        Weight.MODERATE,
        "family-posts",
    ),
    Theme(
        "own-fact",
        "Your home or family is named in your words",
        "These are words that you gave us as your own facts: home, postcode or family.",
        Weight.MODERATE,
        "family-posts",
    ),
    Theme(
        "profile-family",
        "Your profile names your family",
        "Relatives on a profile can be found and approached in your place, and their names answer bank questions.",
        Weight.MODERATE,
        "name-and-family",
    ),
    Theme(
        "profile-home",
        "Your profile tells where you live",
        "A town with a name is often enough to find an address in open registers.",
        Weight.MODERATE,
        "contact-info",
    ),
    Theme(
        "check-in-home",
        "You checked in at home",
        "A check-in at home puts your front door on a map.",
        Weight.SERIOUS,
        "location-on-posts",
    ),
)

# Loose words that let a text through to the phrases; each part serves the themes that it names.
_STREET = (
    r"(?-i:[A-Z])[^ ]* (?:road|rd|street|st|avenue|ave|lane|ln|close|drive|crescent|cres|gardens|gdns|grove|terrace|"
    r"terr|mews|cottages?|"
    r"(?-i:Villas?|Way|Court|Place|Hill|Walk|Rise|View|Row|Yard|Drift|Bank|Heights|Square|Fold|Croft|Chase|Mount|"
    r"Paddocks?|Quay|Wharf|"
    r"Orchard|Parade|Wynd|Brae|Green|Park|End|Crossing|Bungalows?|Common|Meadows?|Fields?|Flats|House|Tower|Lodge|"
    r"Mill|Barn|Farm))\b|"
    r"(?-i:\b(?:Maes|Heol|Ffordd|Lon|Clos|Cwrt|Stryd|Bryn) )"
)
_HOUSE = (
    r"\b(?:number|no\.?|nr|flat) ?\d{1,3}\b|we'?re at \d|we are at \d|i'?m at \d|house is|ours is|"
    r"\b(?:ours|mine|we'?re|we are|my house|our house|i'?m|it'?s)\b.{0,25}\bthe (?:one|house|flat|end|only|last|"
    r"first|corner|red|blue|green|"
    r"white|yellow|grey|black|purple) |(?:red|blue|green|white|yellow|grey|black|purple|pink|"
    r"orange) (?:front )?(?:door|gate|garage)|"
    r"post ?code|(?:our|my) address|that'?s us|miss (?:it|us)|ask (?:in|at) the|"
    r"view from|new (?:gaff|house|home|place|flat)|\b[a-z]{1,2}\d{1,2}[a-z]? ?\d[a-z]{2}\b"
)
_EMPTY = (
    r"\bempty\b|unoccupied|locked up|\b(?:nobody|no ?-?body|no ?-?one|none of us|noone)\b.{0,24}\b(?:in|home|there|"
    r"ours|feed|bark|let)\b|home alone|on (?:my|our|his|her|their) own|"
    r"by (?:my|our)sel|all alone|just (?:me|us)|only me|all to myself|all mine|\b(?:fly|flying|leave|leaving|jet|"
    r"sail|set off|away|gone|off)\b"
    r".{0,50}(?:till|until|til\b|\bback|not back|home|land|for (?:a|two|three|four|\d))|"
    r"(?:\d+|two|three|four|six|ten|twelve|fourteen|seven|five|eight) (?:nights|weeks|days|wks) (?:in|of|away|at|"
    r"off)\b|packed|taxi'?s here|at the (?:gate|airport)|"
    r"passport|\bwe(?:'?re| are|'ll be) .{0,30}(?:till|until|til)\b|feed(?:ing|s)? (?:the|my|our|her|his)|"
    r"mind(?:ing)? (?:the|my|our)|look(?:ing|ed)? after|"
    r"water(?:ing)? (?:the|my|our)|sitter|cat lady|"
    r"while we|when we'?re|childminder|\b(?:out|at work|not in|not back|not home) (?:till|until|til|before|from|all)|"
    r"(?:husband|wife|hubby|partner|other half|fella|him indoors|paul|steve|dave|mark)\b.{0,25}(?:away|offshore|"
    r"nights|course)|no answer|"
    r"lets? (?:him|her|them)sel"
)
_KEYS = (
    r"\bkeys?\b|\bspare (?:key|set|one)|(?:our|my|a) spare\b|\bspare'?s? (?:is|are|lives?|under|in|behind|with|on|"
    r"at)\b|\bfob\b|key ?-?safe|key ?-?holder|\bcode|\balarm|\bpin\b|combination|safe ?word|"
    r"(?:door|gate|window|shed|garage|greenhouse|house|conservatory|porch|side|back|front|kitchen|box)s?\b.{0,30}"
    r"\b(?:open|unlocked|latch|catch|locked|lock|shut|close|banging|ajar|bust|broken|hanging off)\b|"
    r"left .{0,20}(?:open|unlocked)|"
    r"on the (?:latch|catch)|(?:no|got a|a|get a|until .{0,6}) lock\b|doors? open|let (?:your|ur|yer)|(?:come|"
    r"walk) (?:straight |right )?in\b|"
    r"go straight in|locksmith"
)
_PLATE = (
    r"(?-i:\b[A-HJ-PR-Y]{2}\d\d ?[A-HJ-PR-Z]{3}\b|\b[A-HJ-NPR-TV-Y]\d{1,3} ?[A-HJ-PR-Y]{3}\b|"
    r"\b[A-HJ-PR-Y]{3} ?\d{1,3}[A-HJ-NPR-TV-Y]\b|"
    r"\b[A-Z]{1,3}I[LZ] ?\d|\b[A-Z]XZ ?\d|\b[A-Z]{2}\d\d )|\breg\b|\bplate|registration"
)
_CLOCK = (
    r"(?:\d[.:]\d\d|\d ?[ap]m\b|(?:half|quarter|five|ten|twenty)(?: past| to)? (?:\d|one|two|three|four|five|six|"
    r"seven|eight|nine|ten|eleven|"
    r"twelve)|\bat (?:\d|five|six|seven|eight|nine|ten|four|three|half))"
)
_ROUTINE = (
    r"(?:every|each|daily|always|without fail|same|usual|weekdays?|(?:mon|tues|wednes|thurs|fri|satur|sun)days|"
    r"to (?:fri|thu))\b.{0,100}"
    + _CLOCK
    + "|"
    + _CLOCK
    + r".{0,100}\b(?:every|each|daily|always|without fail|same|weekdays?|to (?:fri|thu)[a-z]*)\b|the "
    + _CLOCK
    + r" (?:from|to|train|bus)|(?:same|usual) (?:loop|route|train|seat|bench|walk|table|spot|run|bus|carriage|coach)|"
    r"(?:my|our|the) (?:front )?(?:door|house|gate|drive)\b.{0,60}(?:loop|km|miles|route|map|back|every)|"
    r"\bevery (?:single )?(?:day|morning|night|evening|[a-z]+day)|\b(?:i|we) (?:run|walk|swim|cycle)\b"
)
_CHILDREN = (
    r"(?-i:[A-Z])[^ ]* (?:primary|infants?'?|juniors?'?|academy|nursery|pre-?school|grammar|high school|secondary|"
    r"comp|school|kindergarten|"
    r"college|catholic|first school|middle|playgroup|reception|montessori|day ?care|childminder|inf|jnr|prim)\b|"
    r"(?-i:\b(?:St\.?|Saint|Sts|Our Lady|Holy|Sacred|All|Christ|Ysgol|Scoil|Bunscoil|Gaelscoil|Abbots?|Bishop) [A-Z])|"
    r"\b(?:tiny|little|bright|busy|sunny|jolly|wee|humpty|jelly|kiddi)\w* ?(?-i:[A-Z])|"
    r"(?-i:\b(?:Acorn|Jellybean|Duckling|Busy Bee|Kids|Ladybird|Caterpillar|Buttercup|Daffodil|Rainbow|Sunbeam))|"
    r"\b(?:kids|youngest|eldest|twins|children|he|she|grandson|granddaughter|son|daughter|boys|girls|lad|"
    r"lass)\b.{0,60}(?:school|nursery)|"
    r"(?:mrs|miss|mr|ms)\.? [a-z]+(?:'?s)? class|in (?:with )?(?:mrs|miss|mr|ms)\b|to school|from school|school run|"
    r"nursery run|pick ?up|drop ?off|"
    r"school drop|\b(?:pick|collect|fetch)\w* .{0,25}\b(?:from|at)\b|"
    r"\b(?:get|drop|grab) (?:(?-i:[A-Z])|the kids|him|her|them|the twins).{0,40}\b(?:from|at)\b|"
    r"\b(?:under|u) ?-?\d|\d ?lbs?\b|welcome to the world|baby (?:girl|boy)|\b(?:he|she) goes to|goes? (?-i:[A-Z])|"
    r"beavers|brownies|\bcubs\b|scouts|rainbows|ballet|karate|judo|swimming|gymnastics|\bguides\b|"
    r"walks? .{0,20}(?:home|school)|nanny|"
    r"(?:nan|nans|nan's|nana's|gran's|grandma's)\b.{0,60}(?:till|until|every|each)|\bat (?:their|his|her) (?:nan|"
    r"gran|mum|dad)|"
    r"(?:is|turned) .{0,8} (?:today|tomorrow|already)\b.{0,60}party"
)
_CARE = (
    r"care home|nursing|residential home|retirement home|sheltered|hospice|rest home|dementia|"
    r"(?-i:[A-Z][^ ]* (?:House|Court|Lodge|Manor|Grange|View|Home|Gardens|Hall)\b)|\broom \d|pendant|lives alone|"
    r"day ?centre|carers?\b|"
    r"(?:nurse|prescriptions?|tablets)\b.{0,60}(?:day|morning|teatime|\d)|(?:goes|going) into|mov(?:ed|es|"
    r"ing) (?:in)?to|settl(?:ed|ing) in|now (?:at|in) (?-i:[A-Z])"
)
_WORDS_GATE = "|".join((_STREET, _HOUSE, _EMPTY, _KEYS, _PLATE, _ROUTINE, _CHILDREN, _CARE))
_NAMES_GATE = _WORDS_GATE + (
    r"|\b(?:mum|mam|mom|mammy|mummy|dad|daddy|da|mother|father|parent|nan|nana|nanna|gran|grandma|grandad|grandpa|"
    r"nanny)\b|residents|"
    r"nursery|y(?:ea)?r ?\d|\by\d|rota"
)
_OTHERS_GATE = "|".join(
    (
        _STREET,
        _PLATE,
        _KEYS,
        _CARE,
        _CHILDREN,
        r"\b(?:number|no\.?|flat|nr) ?\d|(?:house|flat|door) number|your (?:new )?(?:house|flat|home|place|gaff|"
        r"bungalow)|parcel|\bpost\b|"
        r"feed|\bfed\b|water(?:ing)? |popping in|an eye|curtains|(?:while|when) (?:you|she|he|they)(?:'?re|'s| are|"
        r" is) |\b(?:hope|enjoy|have a)\b.{0,30}(?-i:[A-Z])|"
        r"(?:anybody|anyone|are you|you be) in\b.{0,15}\?|"
        r"(?:pick|picked|picking|collect\w*|drop\w*|got|having|had) (?:up )?(?:(?-i:[A-Z])|the (?:kids|twins|boys|"
        r"girls))|same loop|door.{0,40}every|house.{0,40}every|\bin 4\w|your (?:two|twins|lad|lass|girls|boys|eldest|"
        r"youngest)",
    )
)


def _judge(passage: Passage, context: Context) -> Iterator[Sighting]:
    yield from _BOOK.judge(passage, context)
    yield from _own_facts(passage, context)


def _own_facts(passage: Passage, context: Context) -> Iterator[Sighting]:
    """Words that the owner told us: they are certain, wherever they stand."""
    plain = passage.plain.casefold()
    postcode = context.facts.home_postcode.casefold()
    for fact in filter(None, (postcode, postcode.replace(" ", ""))):
        start = plain.find(fact)
        if start >= 0:
            evidence = (seen(passage, (start, start + len(fact))),)
            yield Sighting(
                "own-fact", Confidence.SURE, evidence, "It holds your own postcode.", audience=passage.audience
            )
            return


_RULES = (
    Rule(
        "home-and-family.own-words",
        _WORDS_GATE,
        _judge,
        frozenset({PassageKind.POST, PassageKind.COMMENT, PassageKind.MESSAGE, PassageKind.CAPTION}),
    ),
    Rule(
        "home-and-family.names",
        _NAMES_GATE,
        _judge,
        frozenset({PassageKind.BIO, PassageKind.GROUP_NAME, PassageKind.CONTACT_NAME, PassageKind.PAGE_NAME}),
    ),
    Rule(
        "home-and-family.others",
        _OTHERS_GATE,
        _judge,
        frozenset({PassageKind.POST, PassageKind.MESSAGE}),
        frozenset({Voice.OTHER}),
    ),
)

_HOME_WORDS = frozenset(
    {"home", "my home", "our home", "my house", "our house", "the house", "my flat", "home sweet home"}
)


def _on_record(record: Record, _context: Context) -> Iterator[Sighting]:
    if record.audience is Audience.ONLY_ME:
        return
    if isinstance(record, Relative):
        reason = "The profile itself names a relative."
        words = record.name if not record.relation else f"{record.name} ({record.relation})"
        yield _sure(record, "profile-family", words, reason, Subject.FAMILY)
    elif isinstance(record, ProfileField) and record.kind is FieldKind.CURRENT_CITY and record.value:
        yield _sure(record, "profile-home", record.value, "The profile itself names the town.")
    elif isinstance(record, Place) and _called_home(record):
        yield _sure(record, "check-in-home", record.address or record.name, "The place is called home.")


def _called_home(place: Place) -> bool:
    return place.kind in {PlaceKind.CHECK_IN, PlaceKind.TAGGED} and place.name.casefold().strip(" .!") in _HOME_WORDS


def _sure(record: Record, theme: str, words: str, reason: str, subject: Subject = Subject.ME) -> Sighting:
    place = "Check-in" if theme == "check-in-home" else "Profile"
    evidence = (Evidence(record.source, Words(words), place=place),)
    return Sighting(theme, Confidence.SURE, evidence, reason, subject, record.audience)


CHECK = Check(
    id="home-and-family",
    title="Your home and your family",
    clauses=_CLAUSES,
    touches=(Concern.STAFF_SAFETY,),
    themes=_THEMES,
    rules=_RULES,
    record_types=(Relative, ProfileField, Place),
    on_record=_on_record,
    withheld_unless_owner=True,
)

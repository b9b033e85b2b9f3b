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
from privacy_audit.own_matches import any_of, confirmed, found
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
        "family-places",
        "Where your family works can be read",
        "Somebody who cannot find you can wait where your partner or your child works.",
        Weight.MODERATE,
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
        "own-postcode",
        "Your own postcode can be read",
        "A postcode narrows the search for your home to a handful of doors.",
        Weight.SERIOUS,
        "old-posts",
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

# Loose words that let a text through to the phrases; each part serves the themes that it names. No gaps: many rules
# with gaps make an automaton of too many states.
_STREET = (
    r" (?:road|rd|street|avenue|ave|lane|ln|crescent|cres|gdns|grove|terrace|terr|mews|cottages?)\b|"
    r"(?-i: (?:St|Close|Drive|Gardens|Villas?|Way|Court|Place|Hill|Walk|Rise|View|Row|Yard|Drift|Bank|Heights|Square|"
    r"Fold|Croft|"
    r"Chase|Mount|Paddocks?|Quay|Wharf|Orchard|Parade|Wynd|Brae|Green|Park|End|Crossing|Bungalows?|Common|Meadows?|"
    r"Fields?|"
    r"Flats|House|Tower|Lodge|Mill|Barn|Farm))\b|(?-i:\b(?:Maes|Heol|Ffordd|Lon|Clos|Cwrt|Stryd|Bryn) )"
)
_HOUSE = (
    r"\b(?:number|no\.?|nr|flat) ?\d|(?:we'?re|we are|i'?m|house is|ours is) (?:at|number) \d|"
    r"the (?:one|house|flat) (?:with|on|over|by|opposite|above|next|past|facing|across|backs)|end (?:one|terrace|"
    r"house)|"
    r"(?:only|last|first|corner) house|(?:red|blue|green|white|yellow|grey|black|purple|pink|"
    r"orange) (?:front )?(?:door|gate|garage)|"
    r"post ?code|(?:our|my) address|that'?s us|miss (?:it|us)|ask (?:in|at) the|view from|new (?:gaff|house|home|"
    r"place|flat)|"
    r"\b[a-z]{1,2}\d{1,2}[a-z]? ?\d[a-z]{2}\b"
)
_EMPTY = (
    r"\bempty\b|unoccupied|locked up|\b(?:nobody|no ?-?one|none of us|noone)(?:'s|s| is| will be|'ll be)? "
    r"(?:here |even |gonna be |going to be )?(?:in|home|there|at|to|looking)\b|home alone|on (?:my|our|his|her|"
    r"their) own|by (?:my|our)sel|"
    r"all alone|just (?:me|us)\b|only me\b|to myself|all mine|"
    r"\b(?:till|until|til|for|back|home|land)(?: on| til| till| until)? (?:the )?\d{1,2}(?:st|nd|rd|th)|"
    r"\b(?:till|until|til|for|back|home|land) (?:on |a |next )?(?:mon|tue|wed|thu|fri|sat|sun)|"
    r"\b(?:till|until|til|for|back) (?:in )?(?:a|two|three|four|\d+) (?:week|month|fortnight|day)|not back|"
    r"\b(?:till|until|til|back|home|land) (?:easter|christmas|new year|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|"
    r"dec)|"
    r"\b(?:\d+|two|three|four|six|ten|twelve|fourteen|seven|five|eight) (?:nights|weeks|days|wks) (?:in|of|away|at|"
    r"off)\b|packed|taxi'?s here|"
    r"feed(?:ing|s)? (?:the|my|our|her|his)|mind(?:ing)? (?:the|my|our)|look(?:ing|ed)? after|water(?:ing)? (?:the|"
    r"my|our)|sitter|cat lady|"
    r"while (?:we|i)\b|when we'?re|childminder|\b(?:out|at work|not in|not back|not home|away) (?:till|until|til|"
    r"before|from|all)|"
    r"\b(?:away|nights|lates|offshore|course|work|away), ?(?:so|till|until|til)|(?:away|nights|lates|offshore|course|"
    r"away with work) (?:all|till|until|til|this)|"
    r"no answer|lets? (?:him|her|them)sel"
)
_KEYS = (
    r"\bkeys?\b|\bspare(?:'s)? (?:key|set|one|lives|is|under|with|in|behind)|our spare\b|a spare\b|\bfob\b|"
    r"key ?-?safe|key ?-?holder|"
    r"\bcodes?\b|\balarms?\b|combination|"
    r"safe ?word|unlocked|on the (?:latch|catch)|off the latch|n(?:o|'?)t (?:been )?lock|never (?:gets |been )?locked|"
    r"(?:doesn'?t|won'?t) (?:lock|shut|close)|banging|pushes open|ajar|hanging off|"
    r"\b(?:door|gate|window|garage|shed|gates|doors)(?:'s|s| is| was| are)? (?:just |still |always |left |wide |all |"
    r"never |being )?"
    r"(?:open|bust|broken|lock)|left open|left (?:the |my |our )?(?:back |side |front |garage )?(?:door|gate|window|"
    r"garage|"
    r"gates)|"
    r"let (?:your|ur|yer)|(?:come|walk) (?:straight |right )?in\b|straight in\b|locksmith|(?:a|no) lock\b"
)
_PLATE = (
    r"(?-i:\b[A-HJ-PR-Y]{2}\d\d ?[A-HJ-PR-Z]{3}\b|\b[A-HJ-NPR-TV-Y]\d{1,3} ?[A-HJ-PR-Y]{3}\b|"
    r"\b[A-HJ-PR-Y]{3} ?\d{1,3}[A-HJ-NPR-TV-Y]\b|"
    r"\b[A-Z]{1,3}I[LZ] ?\d|\b[A-Z]XZ ?\d|\b[A-Z]{2}\d\d )|\breg\b|\bplates?\b|registration"
)
_DAYS = r"(?:mon|tue|wed|thu|fri|sat|sun)"
_ROUTINE = (
    r"(?:every|each) (?:single )?(?:day|morning|night|evening|week|afternoon|other|" + _DAYS + r")|\bdaily\b|"
    r"without fail|weekdays|"
    r"(?:same|usual) (?:time|loop|route|train|seat|bench|walk|table|spot|run|bus|carriage|coach)|"
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\b|(?:to|thru|through|-) (?:fri|thu)|\b(?:the|"
    r"my) \d{1,2}[.:]\d\d (?:from|to|train|bus)|"
    r"front door (?:and|on|to)|from (?:my|our) (?:door|house|gate|drive|front)"
)
_CHILDREN = (
    r" (?:primary|infants?|juniors?|academy|nursery|pre-?school|grammar|high school|first school|secondary|comp|"
    r"kindergarten|catholic|middle|"
    r"college|playgroup|reception|montessori|day ?care|childminder|inf|jnr|prim)\b|(?-i: School)|"
    r"(?-i:\b(?:St\.?|Saint|Sts|Our Lady|Holy|Sacred|All|Christ|Ysgol|Scoil|Bunscoil|Gaelscoil|Abbots?|Bishop) [A-Z])|"
    r"(?-i:\b(?:Acorn|Jellybean|Duckling|Busy Bee|Kids|Ladybird|Caterpillar|Buttercup|Daffodil|Rainbow|Sunbeam|"
    r"Little [A-Z]))|"
    r"(?-i:Acorns|Stars|Bees|Beans|Bunnies|Tumblers|Explorers|Learners|Days|Feet|Fishes|Rascals|Angels|Steps|Gems|"
    r"Monkeys|Owls|"
    r"Treasures|Scholars|Pips|Oaks|Beginnings)\b|school (?:at|by|till|until|from|run|drop|finish)|(?:mrs|miss|mr|"
    r"ms)\.? [a-z]+'?s? class|"
    r"in (?:with )?(?:mrs|miss|mr|ms)\b|to school|from school|nursery run|pick ?up|drop ?off|"
    r"(?:pick|collect|fetch|get|drop|grab)(?:ed|ing|s|ped|ping)? (?:up )?(?:the )?(?:(?-i:[A-Z])|him\b|her\b|them\b|"
    r"kids|twins|boys|girls|wee ones)|"
    r"\b(?:under|u) ?-?\d|\d ?lbs?\b|welcome to the world|baby (?:girl|boy)|\b(?:he|she) goes to|goes? (?-i:[A-Z])|"
    r"beavers|brownies|\bcubs\b|scouts|ballet|karate|judo|swimming|gymnastics|\bguides\b|walks? (?:home|him|her|"
    r"them)|walking (?:home|to)|"
    r"gets? the (?:bus|tram|train|\d)|home on (?:his|her)|\bat (?:their|his|her) (?:nan|gran|mum|dad)|soft play"
)
_CARE = (
    r"care home|nursing|residential home|retirement home|sheltered|rest home|dementia|(?-i: (?:Home|Manor|"
    r"Grange|Hall))\b|"
    r"\broom \d|pendant|lives alone|day ?centre|carers\b|(?:nurse|prescriptions?|tablets) (?:in|for|come)|(?:goes|"
    r"going) into|"
    r"moved (?:in)?to|moves (?:in)?to|settl(?:ed|ing) in|now (?:at|in) (?-i:[A-Z])|alone (?:at|in|all|till|until|"
    r"with|now)"
)
_MORE = (
    r"two doors|hinges|won'?t know|has no idea|(?:mum|dad|nan|gran|grandad|grandma)'?s? (?:new )?room|\b(?:us|"
    r"ours) at \d|"
    r"second (?:bungalow|left|house|cottage)|third (?:house|bungalow)|first cottage|(?:has|got|have|do|finish|"
    r"off to) (?:got )?"
    r"(?:swimming|rehearsal|football|footy|dance|drama|rugby|lessons|choir|band|boxing)|\byear \d|\byr \d|leave for |"
    r"landed in|"
    r"(?:drive|door) is (?:down|on|in)|departures|ferry|airport|luton|gatwick|heathrow|stansted|passport|flights?\b|"
    r"(?:last|end) farm|"
    r"backs? on ?to|outside ours|never lock|has the spare|trains out of|dinner lady|behind the counter|\btills?\b|"
    r"(?:all|both) (?:been )?(?:out )?at work|both on nights|for (?:five|six|seven|eight|nine|ten) (?:day|week|night|"
    r"month)|"
    r"don'?t get (?:in|home|back)|\b(?:i|we) (?:leave|set off|get in|get home|get back|finish) (?:at|about|until|"
    r"till)|the bungalow|"
    r"no (?:doorbell|fence)|lock'?s been|\b(?:s?he)'?s in (?-i:[A-Z])|\d(?:st|nd|rd|th)? (?:to|"
    r"-) (?:the )?\d{1,2}(?:st|nd|rd|th)|"
    r"back the |turn (?:left|right)|walk the dog|\bi park|out the door|\bask for (?:her|him)\b|see you (?:all )?in a|"
    r"bins and|"
    r"doing the fish|got the (?:fish|cat|hens|tomatoes)|free house|back garden|anybody else on|anyone on|top flat|"
    r"off the A\d"
)
_WORDS_GATE = "|".join((_MORE, _STREET, _HOUSE, _EMPTY, _KEYS, _PLATE, _ROUTINE, _CHILDREN, _CARE))
_NAMES_GATE = _WORDS_GATE + (
    r"|\b(?:mum|mam|mom|mammy|mummy|dad|daddy|da|mother|father|parent|nan|nana|nanna|gran|grandma|grandad|grandpa|"
    r"nanny)\b|residents|"
    r"\b\d{1,3} (?-i:[A-Z])|house ?sitter|neighbours|tenants|nursery|y(?:ea)?r ?\d|\by\d|\brota\b"
)
_OTHERS_GATE = "|".join(
    (
        _STREET,
        _PLATE,
        _KEYS,
        _CARE,
        _CHILDREN,
        r"(?:him|her|them)sel(?:f|ves) in\b|side gate|yours the one|is yours|nip in|(?:saw|see) your|"
        r"(?-i:your [A-Z])|room is|(?:mum|dad|nan|gran|"
        r"grandma|grandad)'s (?:at|in|room)|"
        r"away (?:till|until)|watering|recycling|door'?s been|off to (?-i:[A-Z])|gone for|popped (?:by|round)|"
        r"outside \d|on holiday|"
        r"their own|minding|up in (?-i:[A-Z])|"
        r"\b[a-z]{1,2}\d{1,2}[a-z]? ?\d[a-z]{2}\b|"
        r"\b(?:number|no\.?|flat|nr) ?\d|(?:house|flat|door) number|"
        r"your (?:new )?(?:house|flat|home|place|gaff|"
        r"bungalow)|parcel|\bpost\b|"
        r"feed|\bfed\b|water(?:ing)? |popping in|an eye|curtains|(?:while|when) (?:you|she|he|they)(?:'?re|'s| are|"
        r" is) |"
        r"(?:anybody|anyone|are you|you be) in\b|\b(?:hope|enjoy) (?:the )?(?-i:[A-Z])|same loop|door every|"
        r"house every|"
        r"(?:got|having|had) (?:up )?(?:(?-i:[A-Z])|the (?:kids|twins|boys|girls))|your (?:two|twins|lad|lass|girls|"
        r"boys|eldest|youngest)|"
        r"little (?-i:[A-Z])|(?:school|nursery|getting on)\b",
    )
)


def _judge(passage: Passage, context: Context) -> Iterator[Sighting]:
    """The phrases, surer where they name what the user told us; and the own postcode, wherever it stands."""
    facts = context.facts
    own = any_of((*facts.family_names, facts.home_town, facts.home_postcode))
    yield from confirmed(_BOOK.judge(passage, context), passage, own, "It names your home or family as you told us.")
    span = found(passage, any_of((facts.home_postcode,)))
    if span:
        reason = "It holds your own postcode."
        yield Sighting("own-postcode", Confidence.SURE, (seen(passage, span),), reason, audience=passage.audience)


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

"""The answers by which banks and websites know somebody again: birthplace, maiden names, schools, club, secrets."""

from collections.abc import Iterator

from privacy_audit.checking import Check, Context, Rule, Sighting, Theme, Weight
from privacy_audit.findings import Concern, Confidence, Evidence, Subject
from privacy_audit.model import (
    Audience,
    FieldKind,
    Passage,
    PassageKind,
    ProfileField,
    Record,
    Relative,
    Schooling,
    Voice,
)
from privacy_audit.own_matches import any_of, confirmed
from privacy_audit.phrasing import Phrasebook
from privacy_audit.words import Words

_CLAUSES = ("essex-police-c3011:3.4c",)
_BOOK = Phrasebook("security_answers")


def _theme(id_: str, title: str, why: str, remedy: str, weight: Weight = Weight.MODERATE) -> Theme:
    return Theme(id_, title, why, weight, remedy)


_THEMES = (
    _theme(
        "secret",
        "A password, PIN or secret answer stands in your words",
        "It opens the account for anybody who reads it; change it first, then take the words down.",
        "account-security",
        Weight.SERIOUS,
    ),
    _theme(
        "mothers-maiden-name",
        "A maiden name can be read",
        "A mother's maiden name is the question that banks have asked the longest.",
        "old-posts",
    ),
    _theme(
        "birthplace",
        "Your place of birth can be read",
        "Banks ask for the place of birth, and with name and date it finds the birth record.",
        "old-posts",
    ),
    _theme(
        "school",
        "Your early schools or teachers can be read",
        "First school and favourite teacher are common security questions.",
        "schools-and-places",
    ),
    _theme(
        "first-pet",
        "Your first pet can be read",
        "The first pet's name is a common security question and a common password.",
        "old-posts",
    ),
    _theme("first-car", "Your first car can be read", "The first car is a common security question.", "old-posts"),
    _theme("first-job", "Your first job can be read", "The first employer is a common security question.", "old-posts"),
    _theme(
        "first-gig",
        "Your first concert, record or film can be read",
        "First concerts and records are common security questions.",
        "old-posts",
    ),
    _theme(
        "team",
        "The club that you support can be read",
        "The favourite team is a security question, and one that tells who would argue with you.",
        "team-and-interests",
    ),
    _theme(
        "street",
        "The street where you grew up can be read",
        "The street of the childhood is a common security question.",
        "old-posts",
    ),
    _theme(
        "partner",
        "Where and when you met or married can be read",
        "Where a couple met, the wedding day and the honeymoon are common security questions.",
        "old-posts",
    ),
    _theme(
        "favourite",
        "A favourite that banks ask for can be read",
        "Some banks let you choose it as a question.",
        "old-posts",
    ),
    _theme(
        "profile-family",
        "Your profile names relatives",
        "A mother or an uncle by name often gives the maiden name away.",
        "name-and-family",
    ),
    _theme(
        "profile-school",
        "Your profile lists your schools",
        "The first school is a common security question, and the years give your age.",
        "schools-and-places",
    ),
    _theme(
        "profile-home-town",
        "Your profile shows your home town",
        "The home town is usually the place of birth, which banks ask for.",
        "schools-and-places",
    ),
    _theme(
        "profile-former-name",
        "Your profile shows a former name",
        "A former name is often the maiden name that a daughter's or son's bank asks for.",
        "name-and-family",
    ),
)

# Loose words that let a text through to the phrases; each part serves the themes that it names. No gaps: many rules
# with gaps make an automaton of too many states.
_SCHOOLS = (
    r" (?:primary|infants|juniors?|academy|grammar|high|secondary|comp|comprehensive|convent|sixth|sec mod)\b|"
    r"\b(?:ysgol|scoil|bunscoil)\b|"
    r"(?-i: (?:School|College|Middle|Upper|County|RC|Tech|Infant|Inf|Jnrs?|C of E))\b|(?-i:\bSt\.? [A-Z])|"
    r"(?-i:\b(?:Saint|Holy|Sacred|Our Lady|All Saints|Bishop|Archbishop|Sir|Lord|King|Queen|Blessed|"
    r"Christ Church) [A-Z])|"
    r"\b(?:mrs|mr|miss|ms|sister|father|brother)\.? (?-i:[A-Z])|(?:class|year) of|(?-i:[a-z]) class\b|leavers?\b|"
    r"taught (?:me|"
    r"us)|teacher|crush\b|"
    r"caretaker (?:at|of)|head ?m(?:aster|istress)|(?:first|infant|primary|junior) school"
)
_SECRETS = (
    r"pass ?word|\bpwd?\b|pass ?code|\bpin\b|memorable|\bsecurity (?:word|answer|question|code|on)|secret (?:word|"
    r"answer|question)|\bhint\b|"
    r"clue (?:on|for|to)|\blog ?-?in\b|unlock code|phone lock|\block code|code ?word|word that gets|safe ?word|"
    r"safe is|my word|\bquestion\b|"
    r"barclays|santander|natwest|lloyds|hsbc|nationwide|monzo|paypal|(?:it|they)'?ll ask|it asks|\bbank (?:asks?|"
    r"asked|wants?|wanted|lady)|"
    r"recovery|sort code|account (?:no|num)|acc(?:t|ount)? no|\bacct|passport|licence|insurance n|"
    r"\b[a-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[a-d]\b|\b\d\d[- ]\d\d[- ]\d\d\b|\b\d{8}\b|(?:safe|phone|tablet|ipad|card|"
    r"locker|gas|bank) (?:lock|code|pw)"
)
_FAMILY = (
    r"maiden|birth(?: ?place| name| cert|\b)|\bn[eé]e\b|(?:family|old|single|unmarried) name|surname|name before|"
    r"\bname (?:was|used)|"
    r"(?:before|until|till) (?:she|i|they|we|her|mum|mam|my)(?: was| were| got| had)? (?:wed|marr)|\b(?:as|"
    r"that) was\b|as i was|"
    r"(?-i:\b(?:was|were|is|im|i'm|I'm|am|being|be|became|becoming|sign|signed|signing|under|"
    r"still) (?:an? )?[A-HJ-Z])|"
    r"\b(?:mum|mam|mom|ma|mammy|mother|maw|mummy|nan|nana|nanna|gran|granny|grandma|wife|dad|da|father|grandad)'?s?"
    r"(?: was| is| were| are)? (?:born |once )?(?:an? |one of the )(?-i:[A-Z])|\b(?:side|people|lot|family) (?:are|"
    r"is|were|was|all)\b|stopped being"
)
_PLACES = (
    r"\bborn\b|raised (?:in|on|round)|(?:and|&|n) raised|\breared|\bbred\b|brought up|gr[eo]w(?:ing)? up|christened|"
    r"baptised|originally|"
    r"\b(?:i'?m|i am|we'?re|come|came|hail) (?:from|fae|frae) |home ?town|(?-i: (?:[A-Z][a-z]+) (?:lass|lad|native|"
    r"raised)\b)|"
    r"(?-i:\b(?:[Ii]'?m|[Ii] am|me|[Pp]roud|being|[Ww]e're) (?:an? )?(?:proud |true |real |born |massive )?[A-HJ-Z])|"
    r"old (?:house|street|road)|where (?:i|we) |childhood|\blived (?:at|on|in)\b|moved to (?-i:[A-Z])|back door at|"
    r"\b19[3-9]\d to|"
    r"(?:street|road|house|estate|avenue) (?:i|we|you) (?:grew|were|was|lived)|"
    r"(?:rapper|stripper|porn ?star|drag|soap star|star wars|spy|mafia) name"
)
_FIRSTS = (
    r"first (?:ever |proper |own |real |family |paid |saturday |sunday |summer |live |guide )*(?:pet|dog|cat|rabbit|"
    r"hamster|budgie|goldfish|"
    r"guinea pig|gerbil|tortoise|pony|parrot|mouse|rat|puppy|kitten|fish|stick insect|canary|terrapin|lizard|spaniel|"
    r"collie|labrador|lab|"
    r"terrier|tabby|tom|horse|ferret|pup|hen|snake|car|motor|motorbike|wheels|set of|banger|bike|company car|job|"
    r"wage|pay|gig|concert|record|"
    r"single|album|lp|cd|tape|cassette|film|band|festival|kiss|dance|match|game|home game|away game|employment)s?\b|"
    r"first (?:ever|one|was|and best)\b|"
    r"\b(?:my|our|me) (?:own |very )?first\b|pet (?:plus|and|then)|pet ?[+&]|\b(?:dog|cat|rabbit|hamster|budgie|"
    r"goldfish|tortoise|pony|pet)s?"
    r" (?:called|named|i won|i got|i had)|(?:called|named) (?:the|our|my|him|her|it) (?:dog |cat |"
    r"rabbit )?(?-i:[A-HJ-Z])|paper ?round|"
    r"(?:saturday|sunday|holiday) (?:job|girl|boy|lad)|(?:learnt|learned|passed) (?:my test )?(?:to drive )?in (?:a|"
    r"an|my|mum|dad|me|that|the)\b|"
    r"(?:straight from|left) school|apprenticeship|(?:i'?d have been|i must have been|aged) (?:\d|eleven|twelve|"
    r"thirteen|fourteen|fifteen|sixteen)|"
    r"favou?rite (?:ever |primary |school ?|all[- ]time )?(?:book|film|movie|teacher|author|colour|place|holiday|"
    r"song|form tutor)|"
    r"\bfave (?:teacher|book|film)|best (?:ever )?teacher"
)
_CLUBS = (
    r"season (?:ticket|card)|\bfan\b|supporter|(?:till|until|'?til) (?:i|we|he|she|the|they|me|death|my|you)\b|"
    r"since (?:birth|the (?:pram|womb|cradle)|i (?:was|could)|my dad|19|childhood|primary|day one|before)|"
    r"from (?:the (?:womb|cradle|pram|day)|birth)|"
    r"thr(?:ough|u) and thr|for life|for ?ever|all my life|my whole life|my sins|\b(?:mad|daft)\b|die-?hard|"
    r"to the (?:bone|core|grave|end|last)|"
    r"in (?:my|the|me) blood|by birth|life ?-?long|suffering|always (?:been|be|will)|i'?ve been (?-i:[A-Z])|"
    r"\btrue (?-i:[A-Z])|"
    r"(?:dad|grandad) took me|(?:dad|grandad|da)'s (?:shoulders|knee)|his dad|buried in|black and white|"
    r"\b(?:coys|coyg|coyi|coyr|coyb|ynwa|ggmu|kro|utfr|ut[vbtp]|ufc|twtd|htafc|wawaw|utmp|coyh|ufwt)\b|"
    r"[hw]a'?way the|howay the|glory|keep right|"
    r"\bup the (?:blues|reds|blades|owls|rams|villa|boro|toffees|hammers|foxes|hatters|imps|saints|gills|shrimpers|"
    r"u's|posh|magpies|gers|hoops|"
    r"hibees|dons|bantams|tykes|clarets|pools|swans|bluebirds)"
)
_COUPLES = (
    r"(?:where|place) (?:we|he|she|i) |\bmet (?:my|the|at|in)\b|proposed|popped the question|honeymoon|best man|"
    r"bridesmaid|"
    r"married (?:at|in|on|to|since|\d)|\bwed to|one knee"
)
_MORE = (
    r"grandad (?:sold|took)|(?:my|me) dad,|\bthree generations|four generations|no choice in|only true love|"
    r"years (?:a|an|of|i'?ve)|"
    r"\b(?:clarets|hibs|scarlets|glentoran|gooner|gooners|west ham|spurs|everton)[ .,]|cradle|since my (?:uncle|dad|"
    r"da|grandad)|\bunited\. |"
    r"where i'?m from|maternal|(?:mother|mum|mam|nan|gran)'?s (?:side|line|name)|school (?:tie|report|scarf)|"
    r"when i was (?:\d|one|two|three|four|"
    r"five|six|seven|eight|nine|ten|little|small)|\bat the (?:odeon|apollo|gaumont|academy)|"
    r"(?-i: at (?:the )?[A-Z][a-z]+ Halls?)|"
    r"(?:as|it now|use it|use it now) for (?:the |every |my )?(?:bank|security|password)|for every security|midwife|"
    r"maternity|birthday backwards|"
    r"\b(?:cost me|paid me|off a (?:vicar|farmer|man|bloke|lad))|i had an? (?:capri|mini|ford|fiesta|metro|escort)|"
    r"ford \w+ first|"
    r"answers? (?:for|to|it wants)|(?:ours|mine) was an?\b|made in (?-i:[A-Z])|\bkissed (?-i:[A-Z])|back step|"
    r"gran \w+'s|we lived|"
    r"\b(?:he|she) was called|cat was called|dog was called|for the job at|name then|then the (?:dog|cat)|(?:i|"
    r"we) ever went|paid sixty"
)
_OWN_GATE = "|".join((_MORE, _SECRETS, _FAMILY, _PLACES, _SCHOOLS, _FIRSTS, _CLUBS, _COUPLES))
_NAMES_GATE = _OWN_GATE + (
    r"|\b(?:lass|lad|native|bairn|wean)\b|old (?:boys|girls|pupils|scholars)|pupils|reunion|alumni|remember|memories|"
    r"went to|\b[a-z]?fc\b|football|"
    r"rugby|fans\b"
)
_OTHERS_GATE = "|".join(
    (
        _SCHOOLS,
        r"\b(?:your|his|her|you) (?:very |own |ever )*first\b|first (?:wages?|job)|(?:saturday|sunday) (?:boy|girl|"
        r"lad|job)|"
        r"(?:rabbit|hamster|dog|cat|pony|budgie|goldfish) (?:called|named|of yours)|grew up|(?:we|you) lived|"
        r"lived next door|bedroom on|"
        r"\bfirst year at|locker|back row|yearbook|our class|leeds since|tattoo|badge on|side (?:is|are|all)|"
        r"was an? (?-i:[A-Z])|"
        r"place of birth|\bborn\b|maiden|name before|name (?:was|is)|(?:till|until|'?til) (?:he|she|you|the)\b|"
        r"once a|always a |"
        r"season (?:ticket|card)|old (?:street|road|house)|street party|no cars|addressed to|\b19[5-9]\d\b|threw|"
        r"throwing|sat us",
    )
)


def _judge(passage: Passage, context: Context) -> Iterator[Sighting]:
    """The phrases; surer where they name a person or the home town that the user told us."""
    own = any_of((*context.facts.family_names, context.facts.home_town))
    return confirmed(_BOOK.judge(passage, context), passage, own, "It names a place or person that you told us.")


_RULES = (
    Rule(
        "security-answers.own-words",
        _OWN_GATE,
        _judge,
        frozenset({PassageKind.POST, PassageKind.COMMENT, PassageKind.MESSAGE, PassageKind.CAPTION}),
    ),
    Rule(
        "security-answers.names",
        _NAMES_GATE,
        _judge,
        frozenset(
            {
                PassageKind.BIO,
                PassageKind.HANDLE,
                PassageKind.GROUP_NAME,
                PassageKind.CONTACT_NAME,
                PassageKind.PAGE_NAME,
            }
        ),
    ),
    Rule(
        "security-answers.others",
        _OTHERS_GATE,
        _judge,
        frozenset({PassageKind.POST, PassageKind.MESSAGE}),
        frozenset({Voice.OTHER}),
    ),
)

_THEME_OF_FIELD = {
    FieldKind.HOME_TOWN: ("profile-home-town", "The profile itself names the home town."),
    FieldKind.FORMER_NAME: ("profile-former-name", "The profile itself holds a former name."),
}


def _on_record(record: Record, _context: Context) -> Iterator[Sighting]:
    if record.audience is Audience.ONLY_ME:
        return
    if isinstance(record, Schooling) and record.school:
        yield _sure(record, "profile-school", record.school, "The profile itself lists a school.")
    elif isinstance(record, Relative) and record.name:
        words = f"{record.name} ({record.relation})" if record.relation else record.name
        yield _sure(record, "profile-family", words, "The profile itself names a relative.", Subject.FAMILY)
    elif isinstance(record, ProfileField) and record.kind in _THEME_OF_FIELD and record.value:
        theme, reason = _THEME_OF_FIELD[record.kind]
        yield _sure(record, theme, record.value, reason)


def _sure(record: Record, theme: str, words: str, reason: str, subject: Subject = Subject.ME) -> Sighting:
    evidence = (Evidence(record.source, Words(words), place="Profile"),)
    return Sighting(theme, Confidence.SURE, evidence, reason, subject, record.audience)


CHECK = Check(
    id="security-answers",
    title="Answers to security questions",
    clauses=_CLAUSES,
    touches=(Concern.INFORMATION_SECURITY, Concern.STAFF_SAFETY),
    themes=_THEMES,
    rules=_RULES,
    record_types=(Schooling, Relative, ProfileField),
    on_record=_on_record,
)

"""The answers by which banks and websites know somebody again: birthplace, maiden names, schools, club, secrets."""

from collections.abc import Iterator

from privacy_audit.checking import Check, Context, Rule, Sighting, Theme, Weight
from privacy_audit.findings import Concern, Confidence, Evidence, Subject
from privacy_audit.model import Audience, FieldKind, PassageKind, ProfileField, Record, Relative, Schooling, Voice
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

# Loose words that let a text through to the phrases; each line serves the themes that it names.
_SCHOOLS = (
    r"(?-i:[A-Z])[^ ]* (?:\w+ ){0,2}(?:schools?|primary|infants?'?|juniors?'?|academy|grammar|high|secondary|comp|"
    r"comprehensive|college|"
    r"convent|middle|upper|county|c of e|rc|tech|sixth|inf|jnrs?)\b|the convent|\b(?:ysgol|scoil|bunscoil) |"
    r"first school|"
    r"\bst\.? (?-i:[A-Z])|\b(?:saint|holy|sacred|our lady|all saints|bishop|archbishop|sir|lord|king|queen|blessed|"
    r"christ church) (?-i:[A-Z])|"
    r"\b(?:mrs|mr|miss|ms|sister|father|brother)\.? (?-i:[A-Z])|class of|leavers?\b|taught (?:me|us)|teacher|crush\b|"
    r"caretaker (?:at|of)|head ?m(?:aster|istress)|(?:infant|primary|junior) school"
)
_SECRETS = (
    r"pass ?word|\bpwd?\b|pass ?code|\bpin\b|memorable|security (?:word|answer|question|code)|secret (?:word|answer|"
    r"question)|\bhint\b|clue (?:on|for|to)|"
    r"\blog ?-?in\b|unlock code|phone lock|\block code|code ?word|word that gets|safe ?word|safe is|my word|"
    r"(?:question|asks?|asked|wanted|wants|answer|bank).{0,60}(?:maiden|pet\b|first|\bmet\b|born|mum|nan|school|"
    r"teacher|colour|street|film|car\b|town)|"
    r"recovery|sort code|account (?:no|num)|acc(?:t|ount)? no|\bacct|passport|licence|insurance n|"
    r"\b[a-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[a-d]\b|\d\d[- ]\d\d[- ]\d\d|\d{8}|(?:safe|phone|tablet|card|"
    r"locker)\b.{0,10}\b(?:lock|code)"
)
_FAMILY = (
    r"maiden|birth(?: ?place| name|\b)|\bn[eé]e\b|née|(?:family|old|single|unmarried) name|surname|name before|"
    r"\bname (?:was|used)|"
    r"(?:before|until|till) (?:she|i|they|we|her|mum|mam|my)\b.{0,12}(?:wed|marr)|(?:as|that) was|as i was|"
    r"stopped being|"
    r"\b(?:was|were|is|im|i'm|am|be|as|being|sign|signed|signing|under|became|still) (?:an? |"
    r"one of the )?(?-i:[A-Z])[^ ]* "
    r"(?:before|till|until|by|as|in those|then|when|at school|for|back|on|through|from|of)|"
    r"\b(?:mum|mam|mom|ma|mammy|mother|maw|mummy|nan|nana|nanna|gran|granny|grandma|wife|dad|da|father|grandad)'?s?"
    r"(?: was| is| were| are)? (?:born |once )?(?:an? |one of the )(?-i:[A-Z])|\b(?:side|people|lot) (?:are|is|were|"
    r"was|all)\b.{0,15}(?-i:[A-Z])"
)
_PLACES = (
    r"\bborn|raised (?:in|on|round)|(?:and|&|n) raised|\breared|brought up|gr[eo]w(?:ing)? up|christened|baptised|"
    r"originally|"
    r"\b(?:i'?m|i am|we'?re|come|came|hail) (?:from|fae|frae) |home ?town|"
    r"(?-i:[A-Z])[^ ]* (?:lass|lad|girl|boy|baby|native|bairn|kid|wean|man|woman|raised|bred)\b|"
    r"old (?:house|street|road)|where (?:i|we) (?:grew|lived|were|met|first|got|all)|childhood|\blived (?:at|on|"
    r"in)\b.{0,30}(?-i:[A-Z])|"
    r"moved to (?-i:[A-Z])|(?:nan|nana|gran)'s.{0,30} (?:road|street|lane|avenue|close|terrace|row)|back door at|"
    r"19[3-9]\d to|"
    r"(?:street|road|house|estate|avenue) (?:i|we|you) (?:grew|were|was|lived)|"
    r"(?:rapper|stripper|porn ?star|drag|soap star|star wars|spy|mafia) name"
)
_FIRSTS = (
    r"first (?:\w+ ){0,2}(?:pet|dog|cat|rabbit|hamster|budgie|goldfish|guinea pig|gerbil|tortoise|pony|parrot|mouse|"
    r"rat|puppy|kitten|fish|"
    r"stick|canary|terrapin|lizard|spaniel|collie|labrador|lab|terrier|tabby|tom|horse|ferret|pup|hen|snake|car|"
    r"motor|motorbike|wheels|"
    r"banger|bike|job|wage|pay|gig|concert|record|single|album|lp|cd|tape|cassette|film|band|festival|kiss|dance|"
    r"match|game|"
    r"employment)s?\b|first (?:ever|one|was|and best)\b|\b(?:my|our|me) (?:own |very )?first\b|\b(?:street|"
    r"road)\b.{0,20}\bpet\b|"
    r"\bpet\b.{0,20}(?:street|road)|\b(?:dog|cat|rabbit|hamster|budgie|goldfish|tortoise|pony|"
    r"pet)s?(?:'s)? (?:called|named|i won|i got|i had)|"
    r"(?:called|named) (?:the|our|my|him|her|it)\b|paper ?round|(?:saturday|sunday|holiday) (?:job|girl|boy|lad)|"
    r"(?:learnt|learned|passed) (?:my test )?(?:to drive )?in (?:a|an|my|mum|dad|me|that|the)\b|"
    r"£ ?\d+.{0,25} (?-i:[A-Z])|"
    r"(?:straight from|left) school|apprenticeship|(?:programme|gig|concert)\b.{0,60}(?:i was|i'd|aged)|(?:i was|"
    r"i'd be|i'd have been|aged) .{0,60}"
    r"(?:gig|concert|programme|band)|favou?rite (?:\w+ )?(?:book|film|movie|teacher|author|colour|place|holiday|song|"
    r"primary|school)|\bfave (?:teacher|book|film)"
)
_CLUBS = (
    r"season (?:ticket|card)|\bfan\b|supporter|(?:till|until|'?til) (?:i|we|he|she|the|they|me|death|my|you)\b|"
    r"since (?:birth|the (?:pram|womb|cradle)|i (?:was|could)|my dad|19|childhood|primary|day one|before)|"
    r"from (?:the (?:womb|cradle|pram|day)|birth)|"
    r"thr(?:ough|u) and thr|for life|for ?ever|all my life|my whole life|my sins|\b(?:mad|daft)\b|die-?hard|"
    r"to the (?:bone|core|grave|end|last)|"
    r"in (?:my|the|me) blood|by birth|life ?-?long|suffering|always (?:been|be|will)|\bi'?ve been (?-i:[A-Z])|"
    r"\b(?:i'?m|i am|we'?re) (?:an? )?(?:proud |massive )?(?-i:[A-Z])[^ ]*(?:$|[.,!]| since| for| all| from|"
    r" and always| not| fan| she| he)|"
    r"\b(?:proud|true|massive) (?-i:[A-Z])|(?:dad|grandad) took me|(?:dad|grandad|da)'s (?:shoulders|knee)|his dad|"
    r"buried in|black and white|"
    r"coys|coyg|coyi|coyr|coyb|ynwa|ggmu|\bkro\b|utfr|\but[vbtp]\b|ufc|twtd|htafc|wawaw|utmp|coyh|ufwt|"
    r"[hw]a'?way the|glory|keep right|\bup the "
)
_COUPLES = (
    r"(?:where|place) (?:we|he|she|i) |\bmet (?:my|the|at|in)\b|proposed|popped the question|honeymoon|best man|"
    r"bridesmaid|"
    r"married (?:at|in|on|\d)|\bwed to|married to|married\b.{0,40}\d(?:st|nd|rd|th)"
)
_OWN_GATE = "|".join((_SECRETS, _FAMILY, _PLACES, _SCHOOLS, _FIRSTS, _CLUBS, _COUPLES))
_NAMES_GATE = (
    _OWN_GATE
    + r"|old (?:boys|girls|pupils|scholars)|pupils|reunion|alumni|remember|memories|went to|fc\b|football|rugby|fans\b"
)
_OTHERS_GATE = "|".join(
    (
        _SCHOOLS,
        r"place of birth|\bborn\b|maiden|name before|name (?:was|is)|(?:till|until|'?til) (?:he|she|you|the)\b|"
        r"once a|always a |"
        r"season (?:ticket|card)|old (?:street|road|house)|street party|no cars|addressed to|"
        r"(?:road|street|avenue|lane|close|drive|crescent|terrace|row).{0,30}19[5-9]\d",
    )
)

_RULES = (
    Rule(
        "security-answers.own-words",
        _OWN_GATE,
        _BOOK.judge,
        frozenset({PassageKind.POST, PassageKind.COMMENT, PassageKind.MESSAGE, PassageKind.CAPTION}),
    ),
    Rule(
        "security-answers.names",
        _NAMES_GATE,
        _BOOK.judge,
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
        _BOOK.judge,
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

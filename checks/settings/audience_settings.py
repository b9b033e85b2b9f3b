"""Settings that leave posts, friends, tags or the way to the profile open to everyone or to friends of friends."""

import re
from collections.abc import Iterator
from functools import cached_property

from privacy_audit.checking import Check, Context, Gathered, Sighting, Theme, Weight
from privacy_audit.findings import Concern, Confidence, Evidence
from privacy_audit.lexicon import Door, SettingTopic, load_setting_topics
from privacy_audit.model import Audience, ProfileField, Record, Setting
from privacy_audit.words import Words

_CLAUSES = ("essex-police-c3011:3.2", "derbyshire:5c", "derbyshire:5d", "derbyshire:A1")

_THEMES = (
    Theme(
        "posts",
        "Your posts can be seen by more people than you know",
        "What is public stays findable for years, and friends of friends are thousands of strangers.",
        Weight.MODERATE,
        "old-posts",
    ),
    Theme(
        "profile-fields",
        "Parts of your profile are open",
        "An open profile field is the first thing a stranger reads, and search engines and data brokers copy it.",
        Weight.MODERATE,
        "privacy-checkup",
    ),
    Theme(
        "not-hidden",
        "Your friends list can be read",
        "A list of friends leads to colleagues and family, even where your own profile is closed.",
        Weight.MODERATE,
        "friends-list",
    ),
    Theme(
        "found",
        "You can be found by e-mail, number or search engine",
        "Somebody who has only your number or your name gets from there to your profile.",
        Weight.MODERATE,
        "privacy-checkup",
    ),
    Theme(
        "contact",
        "Anybody can get in touch or follow you",
        "Open requests are how strangers and people met through work come close to you.",
        Weight.SLIGHT,
        "requests",
    ),
    Theme(
        "tags",
        "Others can put things on your page or tag you without asking",
        "A friend with weaker settings can undo your own.",
        Weight.MODERATE,
        "tags",
    ),
    Theme(
        "account-open",
        "Your account is open to everybody",
        "Whatever you post there can be read and kept by anybody, signed in or not.",
        Weight.MODERATE,
        "privacy-checkup",
    ),
    Theme(
        "not-told",
        "This export does not say who can see your posts",
        "Not being told is no sign of being safe. A look at the settings takes a few minutes.",
        Weight.SLIGHT,
        "privacy-checkup",
    ),
)

_PUBLIC = re.compile(
    r"^\W*(?:public|everyone|everybody|anyone|anybody|all|world|öffentlich|público|pubblico|tout le monde|openbaar"
    r"|offentlig|publiczne)\b(?! (?:but|except))",
    re.IGNORECASE,
)
_WIDE = re.compile(
    r"friends? (?:of|and their) friends|friends; friends of|freunde von freunden|amis de (?:leurs|vos|mes) amis"
    r"|amigos de (?:mis |tus |mus )?amigos|amici (?:di|degli) amici|extended",
    re.IGNORECASE,
)
_ON = re.compile(r"^\W*(?:on|yes|true|enabled|allow(?:ed)?|1)\W*$", re.IGNORECASE)
_OFF = re.compile(r"^\W*(?:off|no|false|disabled|not enabled|public|0|don'?t review)\W*$", re.IGNORECASE)
_CLOSED = re.compile(
    r"^\W*(?:friends?(?: only)?|friends except.*|only me|custom|specific friends|close friends|your friends"
    r"|no ?one|nobody|off|on|yes|no|true|false|followers|people you follow|enabled|disabled|[01])\W*$",
    re.IGNORECASE,
)


class _Settings:
    """Judges settings by the topics of the lexicon, which are read with the first setting."""

    @cached_property
    def _topics(self) -> tuple[SettingTopic, ...]:
        return load_setting_topics()

    def topic(self, setting: Setting) -> SettingTopic | None:
        return next((topic for topic in self._topics if topic.name.search(setting.name)), None)

    def on_record(self, record: Record, _context: Context) -> Iterator[Sighting]:
        if not isinstance(record, Setting):
            return
        topic = self.topic(record)
        if topic is None:
            return
        value = record.value.strip()
        if _left_open(topic.open, record):
            wide = _WIDE.search(value) is not None
            reason = "Friends of friends can be some thousands of strangers." if wide else "The export says so itself."
            audience = Audience.EVERYONE if _PUBLIC.search(value) else record.audience
            yield Sighting(topic.theme, Confidence.SURE, (_evidence(record),), reason, audience=audience)
        elif topic.open in (Door.AUDIENCE, Door.PUBLIC) and not _known(record):
            reason = "The export does not say who that is: please check."
            yield Sighting("not-told", Confidence.POSSIBLE, (_evidence(record),), reason)

    def on_whole(self, gathered: Gathered, _context: Context) -> Iterator[Sighting]:
        """One line for each export that tells of no audience at all."""
        told: set[str] = set()
        first: dict[str, ProfileField] = {}
        for record in gathered.records:
            platform = record.source.importer
            if (
                isinstance(record, Setting)
                and (topic := self.topic(record)) is not None
                and topic.theme in ("posts", "account-open")
            ):
                told.add(platform)
            elif isinstance(record, ProfileField):
                first.setdefault(platform, record)
        for platform, record in first.items():
            if platform not in told:
                evidence = Evidence(record.source, Words(""), place="Settings")
                reason = "The export holds no setting on who sees your posts: please check."
                yield Sighting("not-told", Confidence.POSSIBLE, (evidence,), reason)


def _left_open(door: Door, record: Setting) -> bool:
    value = record.value.strip()
    public = _PUBLIC.search(value) is not None or record.audience is Audience.EVERYONE
    match door:
        case Door.AUDIENCE:
            return public or _WIDE.search(value) is not None
        case Door.PUBLIC:
            return public
        case Door.ON:
            return public or _ON.search(value) is not None
        case Door.OFF:
            return public or _OFF.search(value) is not None


def _known(record: Setting) -> bool:
    """Whether the value is one of the closed ones, or none that speaks of an audience at all."""
    value = record.value.strip()
    return (
        record.audience is not Audience.UNKNOWN
        or _CLOSED.search(value) is not None
        or _WIDE.search(value) is not None
        or not _speaks(value)
    )


def _speaks(value: str) -> bool:
    """A date, a number or an address is no audience."""
    return bool(value) and len(value) < 60 and not re.search(r"\d{3}|@|https?:|/", value)  # noqa: PLR2004


def _evidence(record: Setting) -> Evidence:
    shown = f"{record.name}: {record.value}"
    return Evidence(record.source, Words(shown), ((len(shown) - len(record.value), len(shown)),), place="Settings")


_SETTINGS = _Settings()

CHECK = Check(
    id="audience-settings",
    title="Who can see and reach you",
    clauses=_CLAUSES,
    touches=(Concern.STAFF_SAFETY, Concern.INFORMATION_SECURITY),
    themes=_THEMES,
    record_types=(Setting,),
    on_record=_SETTINGS.on_record,
    on_whole=_SETTINGS.on_whole,
)

"""The window's words for the closed sets of the core: severities, stages, categories, audiences, topics."""

from datetime import date
from enum import Enum

from PySide6.QtCore import QCoreApplication, QLocale

from privacy_audit.decisions import Decision, DecisionKind
from privacy_audit.events import Stage
from privacy_audit.findings import Concern, Confidence, Finding, Severity
from privacy_audit.model import Audience, Category, Moment
from privacy_audit.platform_names import platform_name


class Bucket(Enum):
    """The four cards: the value is the token of the colours and the name of the icon."""

    FIRST = "high"
    SOON = "medium"
    LOOK = "low"
    SORTED = "ok"


class Topic(Enum):
    """What a finding is about; the values are the folders of the checks."""

    IDENTITY = "identity"
    AFFILIATION = "affiliation"
    LOCATION = "location"
    PEOPLE = "people"
    CONDUCT = "conduct"
    SETTINGS = "settings"
    OTHER = "other"


_TOPICS = {
    Topic.IDENTITY: ("date-of-birth", "security-answers", "contact-details", "profile-name"),
    Topic.AFFILIATION: (
        "employer-affiliation", "service-logo", "uniform-photo", "work-location", "missing-disclaimer",
        "work-device-login",
    ),
    Topic.LOCATION: ("location-trail", "home-and-family"),
    Topic.PEOPLE: (
        "service-user-friendship", "unfamiliar-connection", "colleague-exposed", "tagged-by-others", "abuse-received",
        "group-chat",
    ),
    Topic.CONDUCT: (
        "grievance", "offensive-language", "operational-information", "service-user-discussion", "sick-leave-post",
        "political-content", "media-response", "endorsed-content", "reposted-material", "incident-photo",
    ),
    Topic.SETTINGS: ("audience-settings", "linked-apps"),
}  # fmt: skip


def _tr(text: str) -> str:
    return QCoreApplication.translate("wording", text)


def bucket_of(finding: Finding, decision: Decision | None) -> Bucket:
    if decision is not None and decision.sorted_out:
        return Bucket.SORTED
    match finding.severity:
        case Severity.HIGH:
            return Bucket.FIRST
        case Severity.MEDIUM:
            return Bucket.SOON
        case Severity.LOW | Severity.INFO:
            return Bucket.LOOK


def bucket_words(bucket: Bucket) -> str:
    match bucket:
        case Bucket.FIRST:
            return _tr("Fix first")
        case Bucket.SOON:
            return _tr("Fix soon")
        case Bucket.LOOK:
            return _tr("Worth a look")
        case Bucket.SORTED:
            return _tr("Sorted")


def topic_of(check: str) -> Topic:
    return next((topic for topic, checks in _TOPICS.items() if check in checks), Topic.OTHER)


def topic_words(topic: Topic) -> str:  # noqa: PLR0911 - one line a topic
    match topic:
        case Topic.IDENTITY:
            return _tr("Who you are")
        case Topic.AFFILIATION:
            return _tr("Where you work")
        case Topic.LOCATION:
            return _tr("Home and places")
        case Topic.PEOPLE:
            return _tr("People around you")
        case Topic.CONDUCT:
            return _tr("What was said")
        case Topic.SETTINGS:
            return _tr("Who can see what")
        case Topic.OTHER:
            return _tr("Other things")


def platform_words(platform: str) -> str:
    return platform_name(platform)


def audience_words(audience: Audience) -> str:
    match audience:
        case Audience.EVERYONE:
            return _tr("Everyone can see it")
        case Audience.FRIENDS:
            return _tr("Friends can see it")
        case Audience.LISTED:
            return _tr("People you listed can see it")
        case Audience.ONLY_ME:
            return _tr("Only you can see it")
        case Audience.UNKNOWN:
            return _tr("The download does not say who can see it")


def confidence_words(confidence: Confidence) -> str:
    match confidence:
        case Confidence.SURE:
            return _tr("We are sure of this.")
        case Confidence.LIKELY:
            return _tr("This is likely, but have a look yourself.")
        case Confidence.POSSIBLE:
            return _tr("This may be nothing: have a look yourself.")


def concern_words(concern: Concern) -> str:
    match concern:
        case Concern.INFORMATION_SECURITY:
            return _tr("information security")
        case Concern.REPUTATION:
            return _tr("the service's reputation")
        case Concern.STAFF_SAFETY:
            return _tr("the safety of staff")


def stage_words(stage: Stage) -> str:
    match stage:
        case Stage.OPENING:
            return _tr("Opening your download")
        case Stage.READING:
            return _tr("Reading what is in it")
        case Stage.JOINING:
            return _tr("Putting it together")
        case Stage.SECOND_LOOK:
            return _tr("A second look")


def category_words(category: str, count: int) -> str:
    """ "1,204 messages": a count with its own plural form."""
    words = {
        Category.PROFILE: ("%n profile detail(s)", "profile detail", "profile details"),
        Category.POSTS: ("%n post(s)", "post", "posts"),
        Category.COMMENTS: ("%n comment(s)", "comment", "comments"),
        Category.MESSAGES: ("%n message(s)", "message", "messages"),
        Category.CONNECTIONS: ("%n connection(s)", "connection", "connections"),
        Category.PHOTOS: ("%n photo(s)", "photo", "photos"),
        Category.LIKES: ("%n like(s)", "like", "likes"),
        Category.GROUPS: ("%n group(s) and page(s)", "group or page", "groups and pages"),
        Category.PLACES: ("%n place(s)", "place", "places"),
        Category.LOGINS: ("%n sign-in(s)", "sign-in", "sign-ins"),
        Category.SETTINGS: ("%n setting(s)", "setting", "settings"),
        Category.APPS: ("%n linked app(s)", "linked app", "linked apps"),
    }
    known = next((kind for kind in words if kind.value == category), None)
    number = number_words(count)
    if known is None:
        return f"{number} {category}"
    _source, one, many = words[known]
    return f"{number} {one if count == 1 else many}"


def decision_words(decision: Decision) -> str:
    match decision.kind:
        case DecisionKind.DONE:
            return _tr("Done")
        case DecisionKind.REMIND:
            day = date_words(decision.remind_on) if decision.remind_on else ""
            return _tr("Reminder on {day}").format(day=day)
        case DecisionKind.NOT_A_PROBLEM:
            return _tr("Not a problem")


def number_words(number: int) -> str:
    return f"{number:,}"


def places_words(count: int) -> str:
    return _tr("{count} places").format(count=number_words(count))


def date_words(day: date) -> str:
    return f"{day.day} {QLocale(QLocale.Language.English).monthName(day.month)} {day.year}"


def moment_words(moment: Moment | None) -> str:
    return date_words(moment.at.date()) if moment else ""

"""Invented results for the window's tests: findings of every severity over an invented person's export."""

from collections.abc import Iterator
from datetime import UTC, datetime

from privacy_audit.findings import Concern, Confidence, Evidence, Finding, Severity, Subject
from privacy_audit.importing import LayoutEvidence, ReadProblem
from privacy_audit.model import Audience, Moment, Source
from privacy_audit.result import AuditResult, ExportSummary, NotAnswerable, NotLookedAt, Ownership
from privacy_audit.words import Words

HOLDER = "Gareth Pugsley"


def evidence(
    text: str, *marked: str, place: str = "Post", year: int = 2023, member: str = "posts/your_posts_1.json"
) -> Evidence:
    spans = tuple((text.index(part), text.index(part) + len(part)) for part in marked)
    when = Moment(datetime(year, 3, 14, 9, 30, tzinfo=UTC))
    return Evidence(Source("facebook", member, "/0/data"), Words(text), spans, when, place=place)


def finding(  # noqa: PLR0913 - a builder names what differs
    name: str,
    check: str = "date-of-birth",
    severity: Severity = Severity.HIGH,
    *,
    theme: str = "profile",
    title: str = "Your date of birth is on your profile",
    why: str = "Banks and phone firms often use it to check who you are.",
    items: tuple[Evidence, ...] = (),
    count: int = 0,
    remedy: str = "facebook/birthday-audience",
    clauses: tuple[str, ...] = ("essex-police-c3011:3.4c",),
    reasons: tuple[str, ...] = ("It stands on your profile.", "The download does not say who can see it."),
) -> Finding:
    items = items or (evidence("Birthday: 14 March 1989", "14 March 1989", place="Profile"),)
    return Finding(
        name, check, theme, title, why, severity, Confidence(min(int(severity), 2)), "facebook", Audience.UNKNOWN,
        Subject.ME, (Concern.STAFF_SAFETY,), items, count or len(items), clauses, remedy, reasons,
    )  # fmt: skip


def findings() -> tuple[Finding, ...]:
    return tuple(_findings())


def _findings() -> Iterator[Finding]:
    yield finding("dob", why="Banks and phone firms often use it to check who you are. Together with your name it "
                  "helps someone pretend to be you.")  # fmt: skip
    yield finding(
        "maiden", "security-answers", theme="mothers-maiden-name",
        title="Your mother's maiden name can be worked out from what you wrote",
        why="It is one of the commonest questions that a bank asks.", remedy="facebook/one-post",
        items=(evidence("Happy birthday Mum! Still the best of the Llewellyn girls", "Llewellyn"),),
    )  # fmt: skip
    yield finding(
        "friends", "service-user-friendship", theme="met-through-work",
        title="You may be friends with 2 people whom you met through work",
        why="Somebody you met at work could learn where you live and whom you love.", remedy="facebook/connection",
        items=(evidence("Thanks for coming out to us last night officer", "officer", place="Message thread"),),
        clauses=("derbyshire:5b", "derbyshire:A3"), count=2,
    )  # fmt: skip
    yield finding(
        "employer", "employer-affiliation", Severity.MEDIUM, theme="own-words",
        title="Nine things tell that you are a police officer",
        why="Who knows your job can look for you because of it.", remedy="facebook/work-details",
        items=tuple(
            evidence(f"Another early turn at the nick, brew number {number} of the day", "early turn", "the nick",
                     year=2015 + number) for number in range(9)
        ),
        clauses=("essex-police-c3011:3.4a", "derbyshire:5a"), count=31,
    )  # fmt: skip
    yield finding(
        "phone", "contact-details", Severity.MEDIUM, title="Your mobile number is on your profile",
        why="A number lets a stranger ring you, and find your other accounts.", remedy="facebook/contact-info",
        items=(evidence("Mobile: 07700 900123", "07700 900123", place="Profile"),),
    )  # fmt: skip
    yield finding(
        "away", "home-and-family", Severity.MEDIUM, theme="empty-house",
        title="Posts show when you are away from home",
        why="An empty house, and a pattern to your days.", remedy="facebook/family-posts",
        items=(evidence("Two weeks in the sun with Lily and Jack, see you all on the 9th!", "Two weeks in the sun"),),
    )  # fmt: skip
    yield finding(
        "school", "security-answers", Severity.LOW, theme="profile-school",
        title="Your first school is on your profile",
        why="Some sites ask for it to let you back in.", remedy="facebook/schools-and-places",
        items=(evidence("School: Ludbridge Primary", "Ludbridge Primary", place="Profile"),),
    )  # fmt: skip
    yield finding(
        "hidden", "audience-settings", Severity.INFO, theme="not-hidden",
        title="Your friends list may be open to everyone",
        why="A list of friends is a list of people who can be asked about you.", remedy="facebook/friends-list",
        items=(evidence("Hidden \u202emark\u202c and <b>no markup</b> & more", "no markup", place="Settings"),),
    )  # fmt: skip


def result(owner: Ownership = Ownership.CONFIRMED, found: tuple[Finding, ...] | None = None) -> AuditResult:
    problem = ReadProblem(Source("facebook", "posts/your_posts_2.json", "/17"), "this record has no time")
    summary = ExportSummary(
        ("facebook-gareth.zip",), "facebook", "2024 nested JSON", LayoutEvidence.SOURCE, 1,
        {"profile": 12, "posts": 250, "comments": 120, "messages": 3000, "connections": 350}, (HOLDER,), None,
        12, ("your_facebook_activity/odd/thing.json",), 2, (problem,), 1,
    )  # fmt: skip
    return AuditResult(
        (summary,),
        findings() if found is None else found,
        owner,
        {},
        (NotAnswerable("What others say about you", "A download holds your own account only.", ("derbyshire:5d",)),),
        (NotLookedAt("Videos", 14, "This program does not look into films yet."),),
    )

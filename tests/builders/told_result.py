"""An invented result whose words try everything on a report: markup, links, terminal orders, hidden marks."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime

from privacy_audit.dossier import AttackPath, Dossier, KnownFact
from privacy_audit.findings import Box, Concern, Confidence, Evidence, Finding, Severity, Subject
from privacy_audit.guidance import Clause, ClauseKind, Guidance, Pack
from privacy_audit.importing import LayoutEvidence, ReadProblem
from privacy_audit.model import Audience, Moment, Source
from privacy_audit.own_facts import Answer, OwnFacts
from privacy_audit.remedies import Mark, Remedies, Remedy, Step, StepKind
from privacy_audit.report.wording import Bookshelf
from privacy_audit.result import AuditResult, ExportSummary, NotAnswerable, NotLookedAt, Ownership
from privacy_audit.words import Words

HOSTILE = (
    "<script>alert('quokka')</script>",
    '"><img src=x onerror="quokka()">',
    "\x1b[2Jquokka\x07 \x9b31m",
    "quokka \u202efdp.exe\u202c zero\u200bwidth \u2028line \u2066turned \U0010ffff",
    "javascript:quokka()\r\n</article><h1>quokka</h1>",
    "half a letter: quokka \ud83d",
    "</q></li>]]>--><a href='javascript:quokka()'>quokka</a>",
)


_STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def steering(text: str) -> list[str]:
    """What a terminal or a reader's eye would obey."""
    return _STEERING.findall(text)


def evidence(text: str, *spans: tuple[int, int], when: Moment | None = None, place: str = "Post") -> Evidence:
    source = Source("facebook", "your_facebook_activity/posts/your_posts_1.json", "/3/data")
    return Evidence(source, Words(text), spans, when, place=place)


def birthday() -> Finding:
    when = Moment(datetime(2024, 3, 14, 9, 30, tzinfo=UTC), zone_known=False)
    return Finding(
        id="0f3a9c7e11d2",
        check="date-of-birth",
        group="birthday",
        title="Your date of birth is on show",
        why="Banks ask for it when they want to know that it is you.",
        severity=Severity.HIGH,
        confidence=Confidence.SURE,
        platform="facebook",
        audience=Audience.UNKNOWN,
        subject=Subject.ME,
        touches=(Concern.STAFF_SAFETY,),
        evidence=(
            evidence("Born 14.06.1989 in a Tuesday hurry", (5, 15), when=when),
            replace(evidence("", place="Photo"), boxes=(Box(0.1, 0.2, 0.5, 0.9),)),
        ),
        count=4,
        clauses=("essex-police-c3011:3.4c",),
        remedy="facebook/birthday-audience",
        reasons=("It stands in your own words.", "The download does not say who can see it."),
    )


def hostile() -> Finding:
    return replace(
        birthday(),
        id="77aa00b1c2d3",
        check="employer-affiliation",
        group="words",
        title="Posts tell where you work",
        severity=Severity.MEDIUM,
        confidence=Confidence.LIKELY,
        evidence=tuple(evidence(text, (0, len(text) // 2)) for text in HOSTILE),
        count=len(HOSTILE),
        clauses=("ecfrs:6.1",),
        remedy="facebook/one-post",
    )


def result(owner: Ownership = Ownership.UNCONFIRMED, found: tuple[Finding, ...] | None = None) -> AuditResult:
    problem = ReadProblem(
        Source("facebook", "your_facebook_activity/posts/your_posts_2.json", "/7"), "No time is told."
    )
    export = ExportSummary(
        path=("facebook-part-1.zip", "facebook-part-2.zip"),
        platform="facebook",
        layout="2024 nested JSON",
        layout_evidence=LayoutEvidence.SOURCE,
        parts=2,
        records={"posts": 250, "messages": 3000, "profile": 1},
        account_names=("Gareth Pugsley",),
        made=Moment(datetime(2025, 9, 6, tzinfo=UTC)),
        ignored=12,
        unknown=("odd/thing\u202e.json",),
        private=1,
        problems=(problem,),
        problem_count=3,
    )
    return AuditResult(
        (export,),
        (birthday(), hostile()) if found is None else found,
        owner,
        {} if owner is Ownership.CONFIRMED else {"home-and-family": 3, "attack-paths": 2},
        (NotAnswerable("Time spent at work", "No download tells it.", ("derbyshire:6.3",)),),
        (NotLookedAt("Videos", 14, "Films are not looked into yet."), NotLookedAt("Searches", 0, "They are not read.")),
        dossier(found) if owner is Ownership.CONFIRMED else Dossier(),
    )


def dossier(found: tuple[Finding, ...] | None = None) -> Dossier:
    """Two ways open, one closed; with nothing found, all three are."""
    known = found is None
    facts = (
        KnownFact("birthday", "the day of your birthday", ("0f3a9c7e11d2",)),
        KnownFact("employer", "whom you work for", ("77aa00b1c2d3",)),
    )
    fixes = ("0f3a9c7e11d2",) if known else ()
    wait = (("employer", "birthday"), ("plate",))
    paths = (
        AttackPath("bank-questions", "Get past your bank's questions", "Banks ask it.", known, (("birthday",),), fixes),
        AttackPath("wait", "Wait for you & co", "Two facts.", known, wait, fixes),
        AttackPath("home", "Find your home", "An address.", open=False, needs=(("home-address",),)),
    )
    return Dossier(facts if known else (), paths, fixes)


def shelf(answer: Answer = Answer.NO) -> Bookshelf:
    packs = (
        _pack(
            "essex-police-c3011", "Essex Police", "Procedure C 3011", "3.4c", "Keep what banks ask for out of sight."
        ),
        _pack("ecfrs", "Essex Fire", "Social Media Policy", "6.1", "Keep the Service's name out of your own."),
    )
    remedies = (
        _remedy("birthday-audience", Step(StepKind.AUDIENCE, "Set your birthday to Only me.", ("Profile", "About"))),
        _remedy("one-post", Step(StepKind.REMOVE, "Delete the post.", link="https://www.facebook.com/me")),
    )
    return Bookshelf(Guidance(packs), Remedies(remedies), OwnFacts(under_investigation=answer, guidance=(packs[0].id,)))


def _pack(pack: str, issuer: str, title: str, section: str, asks: str) -> Pack:
    clause = Clause(f"{pack}:{section}", (section,), ClauseKind.FINDING, asks, "…", ())
    return Pack(pack, title, issuer, "police", "document.txt", date(2018, 5, 25), (clause,))


def _remedy(name: str, *steps: Step) -> Remedy:
    return Remedy(f"facebook/{name}", f"About {name}", 2, Mark.UNVERIFIED, date(2026, 11, 21), steps)

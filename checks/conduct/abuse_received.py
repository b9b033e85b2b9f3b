"""Threats, stalking, blackmail and abuse that somebody else sends to the user or writes on the user's wall."""

from privacy_audit.checking import Check, Rule, Theme, Weight
from privacy_audit.findings import Concern
from privacy_audit.phrasing import Phrasebook
from privacy_audit.talk import OTHERS, TO_THE_USER

_CLAUSES = ("essex-police-c3011:3.3", "ecfrs:1.3e", "derbyshire:A6")
_BOOK = Phrasebook("abuse_received")

_THEMES = (
    Theme(
        "threat",
        "Somebody threatens you",
        "Nobody has to bear this alone. Your service must know of it to keep you safe, and it may be a crime.",
        Weight.SERIOUS,
        "abuse",
    ),
    Theme(
        "stalking",
        "Somebody follows, watches or waits for you",
        "Contact that you do not want and that goes on is stalking, whatever the words sound like one by one.",
        Weight.SERIOUS,
        "abuse",
    ),
    Theme(
        "blackmail",
        "Somebody wants money or silence from you",
        "Paying seldom ends it. Those who help with this have seen it before and will not judge you.",
        Weight.SERIOUS,
        "blackmail",
    ),
    Theme(
        "exposed",
        "Somebody turns others against you or tells where you are",
        "Words on a wall can bring strangers to a door. The sooner they are reported, the fewer see them.",
        Weight.SERIOUS,
        "abuse",
    ),
    Theme(
        "abuse",
        "Somebody abuses you for your job or for who you are",
        "Abuse is no part of the job. Kept and reported, it can be stopped.",
        Weight.MODERATE,
        "abuse",
    ),
)

CHECK = Check(
    id="abuse-received",
    title="Abuse and threats that you receive",
    clauses=_CLAUSES,
    touches=(Concern.STAFF_SAFETY,),
    themes=_THEMES,
    rules=(Rule("abuse-received.to-you", _BOOK.gate(TO_THE_USER, OTHERS), _BOOK.judge, TO_THE_USER, OTHERS),),
)

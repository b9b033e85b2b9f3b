"""Which texts get a second look, and where the model keeps silent."""

import pytest

from checks import CHECKS
from privacy_audit.checking import Check, Context
from privacy_audit.importing import Holder
from privacy_audit.model import Passage, PassageKind, Source, Voice
from privacy_audit.opinion.scope import head_of, looks_at, may_speak
from privacy_audit.options import SecondLook
from privacy_audit.own_facts import OwnFacts
from tests.corpus import SETTINGS


def test_each_kind_of_text_is_told_to_the_model_as_it_was_taught() -> None:
    told = {context: head_of(*setting) for context, setting in SETTINGS.items()}
    assert told == {context: f"{context}: " for context in SETTINGS}


@pytest.mark.parametrize(
    ("kind", "allowed", "stopped", "expected"),
    [
        (PassageKind.POST, SecondLook.OWN, False, True),
        (PassageKind.POST, SecondLook.NONE, True, False),
        (PassageKind.MESSAGE, SecondLook.OWN, True, False),
        (PassageKind.MESSAGE, SecondLook.MESSAGES, False, False),
        (PassageKind.MESSAGE, SecondLook.MESSAGES, True, True),
        (PassageKind.BIO, SecondLook.MESSAGES, False, True),
    ],
)
def test_private_messages_need_a_further_yes_and_a_rule_that_stopped(
    kind: PassageKind, allowed: SecondLook, stopped: bool, expected: bool
) -> None:
    assert looks_at(kind, "a text of some length", allowed, stopped=stopped) is expected


def test_what_has_no_words_gets_no_second_look() -> None:
    assert not looks_at(PassageKind.POST, "", SecondLook.OWN, stopped=False)
    assert not looks_at(PassageKind.COMMENT, "Haha", SecondLook.OWN, stopped=False)
    assert looks_at(PassageKind.HANDLE, "pcjo", SecondLook.OWN, stopped=False)


def _check(name: str) -> Check:
    return next(check for check in CHECKS if check.id == name)


def test_the_model_keeps_to_the_texts_that_a_check_reads() -> None:
    assert not may_speak(_check("profile-name"), _post(), Context())
    handle = Passage("pc.jo", PassageKind.HANDLE, Voice.OWNER, Source("x", "account.js"))
    assert may_speak(_check("profile-name"), handle, Context())


def _post() -> Passage:
    return Passage("vote for them", PassageKind.POST, Voice.OWNER, Source("x", "tweets.js"))


@pytest.mark.parametrize("restricted", [True, False])
def test_politics_is_spoken_of_only_where_the_role_is_restricted(restricted: bool) -> None:
    context = Context(OwnFacts(politically_restricted=restricted))
    assert may_speak(_check("political-content"), _post(), context) is restricted
    assert may_speak(_check("grievance"), _post(), context)


def test_on_an_official_account_the_job_is_meant_to_be_seen() -> None:
    context = Context(OwnFacts(official_accounts=("@MarshTownPolice",)), {"x": Holder(handles=("MarshTownPolice",))})
    assert not may_speak(_check("employer-affiliation"), _post(), context)
    assert may_speak(_check("contact-details"), _post(), context)

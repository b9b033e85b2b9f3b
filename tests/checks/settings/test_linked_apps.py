"""Linked apps: what each line is about, what has ended, and what only tells that something was done elsewhere."""

import pytest

from checks.settings.linked_apps import CHECK
from privacy_audit.checking import Context, Sighting
from privacy_audit.findings import Confidence
from privacy_audit.model import Audience, LinkedApp, Record, Setting, Source

OWN_APPS = [
    ("x", "Twitter for Android"),
    ("x", "Twitter Web App"),
    ("facebook", "Facebook for iPhone"),
    ("instagram", "Threads"),
    ("google-takeout", "YouTube on TV"),
    ("reddit", "Reddit"),
]
THEMES = [
    ("facebook", "Strava", "active", "copies"),
    ("pinterest", "IFTTT", "", "copies"),
    ("x", "Thread Unroller", "read, write, direct messages", "wide"),
    ("google_takeout", "Inbox Tidy", "full access to mail", "wide"),
    ("facebook", "Which Biscuit Are You?", "active", "linked"),
    ("discord", "Steam", "shown on the profile", "linked"),
    ("snapchat", "Trainer Shop", "Web interactions", "told-on"),
    ("tiktok", "shoes.example.com", "ViewContent", "told-on"),
    ("facebook", "groceries.example.com", "told Facebook what you did there", "told-on"),
]
ENDED = [
    "removed",
    "Expired",
    "Inactive",
    "deauthorized",
    "de-authorised",
    "not connected",
    "Off",
    "uninstalled",
    "False",
]
PASSING_ON = [
    ("Automatically share your story to Facebook", "On", True),
    ("Also post to Twitter", "yes", True),
    ("Cross-posting to Threads", "Enabled", True),
    ("Share my runs to Facebook", "true", True),
    ("Automatically share your story to Facebook", "Off", False),
    ("Share your location with friends", "On", False),
    ("Share usage statistics", "On", False),
    ("Automatically play films", "On", False),
    ("Post approval", "On", False),
    ("Send me e-mails on offers", "On", False),
]


def _told(record: Record) -> list[Sighting]:
    assert CHECK.on_record is not None
    return list(CHECK.on_record(record, Context()))


def _app(importer: str, name: str, state: str, audience: Audience = Audience.UNKNOWN) -> LinkedApp:
    return LinkedApp(Source(importer, "apps.json", "/0"), name, None, state, audience=audience)


@pytest.mark.parametrize(("importer", "name", "state", "theme"), THEMES)
def test_each_line_says_what_it_is_about(importer: str, name: str, state: str, theme: str) -> None:
    assert [sighting.theme for sighting in _told(_app(importer, name, state))] == [theme]


@pytest.mark.parametrize(("importer", "name"), OWN_APPS)
def test_a_platforms_own_programs_are_left_alone(importer: str, name: str) -> None:
    assert _told(_app(importer, name, "active")) == []


def test_one_platforms_program_on_another_is_a_link() -> None:
    assert len(_told(_app("facebook", "Twitter", "active"))) == 1
    assert len(_told(_app("facebook", "Facebook Quiz Maker", "active"))) == 1


@pytest.mark.parametrize("state", ENDED)
def test_what_has_ended_is_left_alone(state: str) -> None:
    assert _told(_app("facebook", "Which Biscuit Are You?", state)) == []


def test_an_unknown_state_is_likely_and_says_so() -> None:
    (sighting,) = _told(_app("reddit", "Relay", ""))
    assert sighting.confidence is Confidence.LIKELY
    assert "does not say" in sighting.reason
    assert _told(_app("reddit", "Relay", "active"))[0].confidence is Confidence.SURE


@pytest.mark.parametrize(("name", "value", "caught"), PASSING_ON)
def test_settings_that_pass_posts_on(name: str, value: str, caught: bool) -> None:
    told = _told(Setting(Source("instagram", "settings.json"), name, value))
    assert [sighting.theme for sighting in told] == (["passing-on"] if caught else [])


def test_a_name_in_other_letters_is_read_as_it_looks() -> None:
    assert _told(_app("x", "Twitter\u200b for iPhone", "read, write")) == []


def test_who_can_see_the_link_is_kept() -> None:
    (sighting,) = _told(_app("discord", "Steam", "shown on the profile", Audience.EVERYONE))
    assert sighting.audience is Audience.EVERYONE

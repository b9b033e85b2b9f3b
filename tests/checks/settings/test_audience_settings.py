"""Settings that leave a door open, those that do not, and exports that say nothing."""

import pytest

from checks.settings.audience_settings import CHECK
from privacy_audit.checking import Context, Gathered, Sighting
from privacy_audit.findings import Confidence
from privacy_audit.model import Audience, FieldKind, ProfileField, Record, Setting, Source

SOURCE = Source("made-up", "preferences/privacy_settings.json", "/label_values/0")

OPEN = [
    ("Your activity: Who can see your future posts?", "Public", "posts"),
    ("Who can see your future posts?", "Friends of friends", "posts"),
    ("Default audience", "Everyone", "posts"),
    ("Who can see your stories?", "Public", "posts"),
    ("Who can see your friends list?", "Public", "not-hidden"),
    ("Who can see your friends list?", "Friends of friends", "not-hidden"),
    ("Who can see the people, Pages and lists you follow?", "Public", "not-hidden"),
    ("Who can look you up using the email address you provided?", "Everyone", "found"),
    ("Who can look you up using the phone number you provided?", "Friends of Friends", "found"),
    ("Do you want search engines outside of Facebook to link to your profile?", "Yes", "found"),
    ("Who can send you friend requests?", "Everyone", "contact"),
    ("Who can follow me", "Public", "contact"),
    ("Review tags people add to your posts before the tags appear?", "Off", "tags"),
    ("Review posts you're tagged in before the post appears on your profile?", "Disabled", "tags"),
    ("Who can see posts you're tagged in on your profile?", "Friends of friends", "tags"),
    ("Who can post on your profile?", "Everyone", "tags"),
    ("Private account", "Off", "account-open"),
    ("Protect your posts", "false", "account-open"),
    ("Profile locked", "No", "account-open"),
    ("Birthday", "Public", "profile-fields"),
    ("Email address visibility", "Everyone", "profile-fields"),
    ("Wer kann deine Fotos sehen: Photos", "Öffentlich", "posts"),
]

CLOSED = [
    ("Who can see your future posts?", "Friends"),
    ("Who can see your future posts?", "Only me"),
    ("Who can see your future posts?", "Friends except acquaintances"),
    ("Default audience", "Custom"),
    ("Who can see your stories?", "Close friends"),
    ("Who can see your friends list?", "Only me"),
    ("Who can look you up using the email address you provided?", "No one"),
    ("Do you want search engines outside of Facebook to link to your profile?", "No"),
    ("Who can send you friend requests?", "Friends of friends"),
    ("Who can follow me", "Friends"),
    ("Review tags people add to your posts before the tags appear?", "On"),
    ("Who can see posts you're tagged in on your profile?", "Friends"),
    ("Who can post on your profile?", "Only me"),
    ("Private account", "On"),
    ("Protect your posts", "true"),
    ("Birthday", "Friends"),
    ("Interface language", "English (UK)"),
    ("Dark mode", "Off"),
    ("Autoplay", "On"),
    ("Favourite audience of all", "Public"),
    ("Birthday reminders by e-mail", "On"),
    ("Email address", "gareth@example.com"),
]


def asked(record: Record) -> list[Sighting]:
    assert CHECK.on_record is not None
    return list(CHECK.on_record(record, Context()))


@pytest.mark.parametrize(("name", "value", "theme"), OPEN)
def test_open_settings_are_shown(name: str, value: str, theme: str) -> None:
    (found,) = asked(Setting(SOURCE, name=name, value=value))
    assert (found.theme, found.confidence) == (theme, Confidence.SURE)
    shown, ((start, end),) = found.evidence[0].quote.reveal(), found.evidence[0].spans
    assert shown[start:end] == value


@pytest.mark.parametrize(("name", "value"), CLOSED)
def test_closed_settings_and_others_are_left_alone(name: str, value: str) -> None:
    assert asked(Setting(SOURCE, name=name, value=value)) == []


def test_an_audience_that_the_importer_knows_speaks_in_any_language() -> None:
    (found,) = asked(Setting(SOURCE, name="Default audience", value="Všichni", audience=Audience.EVERYONE))
    assert found.audience is Audience.EVERYONE
    assert asked(Setting(SOURCE, name="Default audience", value="Jen já", audience=Audience.ONLY_ME)) == []


def test_what_the_export_does_not_say_is_asked_about() -> None:
    (found,) = asked(Setting(SOURCE, name="Default audience", value="Quillbrook people"))
    assert (found.theme, found.confidence) == ("not-told", Confidence.POSSIBLE)
    assert "please check" in found.reason


def whole(*records: Record) -> list[Sighting]:
    assert CHECK.on_whole is not None
    return list(CHECK.on_whole(Gathered(records, {}), Context()))


def test_an_export_without_such_settings_gets_one_line() -> None:
    name = ProfileField(SOURCE, kind=FieldKind.NAME, value="Gareth Pugsley")
    (found,) = whole(name, name)
    assert (found.theme, found.confidence) == ("not-told", Confidence.POSSIBLE)
    assert not found.evidence[0].quote
    assert whole(name, Setting(SOURCE, name="Default audience", value="Friends")) == []
    assert whole() == []

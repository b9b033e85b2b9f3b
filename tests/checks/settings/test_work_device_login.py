"""Sign-ins at work: what a device's or a network's name says by itself, and what only sounds like it."""

import time

import pytest

from checks.settings.work_device_login import CHECK
from privacy_audit.checking import Context, Sighting
from privacy_audit.findings import Confidence
from privacy_audit.importing import Holder
from privacy_audit.model import Login, Source
from privacy_audit.own_facts import OwnFacts

DEVICES = [
    ("LUDBRIDGEPOLICE-WS-0042", "employer"),
    ("ws12.ludbridge.police.uk", "employer"),
    ("Ludbridge Fire Service iPad", "employer"),
    ("Dell Latitude (managed by Ludbridge Borough)", "employer"),
    ("Galaxy A54, work profile", "employer"),
    ("Council laptop", "employer"),
    ("Sam's work iPhone", "work-device"),
    ("Job phone", "work-device"),
    ("Duty mobile", "work-device"),
]
PLACES = [
    ("Ludbridge Police", "employer"),
    ("Ludbridge and Fenwick Police", "employer"),
    ("Invented County Council", "employer"),
    ("Ludbridge Fire & Rescue", "employer"),
]
LEFT_ALONE = [
    ("Huawei P30", ""),
    ("Fire 7 tablet", ""),
    ("Firefox Focus on Android", ""),
    ("LAPTOP-WORKSHOP", ""),
    ("Workbench PC", ""),
    ("Xperia Force", ""),
    ("iPhone of Sergeant Pepper", ""),
    ("Tablet managed by Family Link", ""),
    ("Chrome", "Police Lane, Ludbridge"),
    ("Chrome", "Constabulary Road, Ludbridge"),
    ("Chrome", "Ludbridge Police Station Road"),
    ("Chrome", "Council Bluffs, Iowa"),
    ("Chrome", "Fireclay Street"),
    ("Home office PC", "Ludbridge"),
    ("", ""),
]


def _told(device: str, place: str, context: Context | None = None) -> list[Sighting]:
    assert CHECK.on_record is not None
    login = Login(Source("facebook", "logins.json", "/0"), "sign-in", None, "192.0.2.1", device, place)
    return list(CHECK.on_record(login, context or Context()))


@pytest.mark.parametrize(("device", "theme"), DEVICES)
def test_a_device_says_whose_it_is(device: str, theme: str) -> None:
    (sighting,) = _told(device, "")
    assert (sighting.theme, sighting.confidence) == (theme, Confidence.LIKELY)
    ((start, end),) = sighting.evidence[0].spans
    assert device[start:end]


@pytest.mark.parametrize(("place", "theme"), PLACES)
def test_a_network_says_whose_it_is(place: str, theme: str) -> None:
    assert [sighting.theme for sighting in _told("Chrome on Windows", place)] == [theme]


@pytest.mark.parametrize(("device", "place"), LEFT_ALONE)
def test_what_only_sounds_like_it_is_left_alone(device: str, place: str) -> None:
    assert _told(device, place) == []


def test_the_own_service_is_sure() -> None:
    (sighting,) = _told("Quillbrook Rescue tablet 4", "", Context(OwnFacts(service="Quillbrook Rescue")))
    assert sighting.confidence is Confidence.SURE
    assert _told("Quillbrook Rescue tablet 4", "") == []


def test_an_official_account_may_be_opened_at_work() -> None:
    facts = OwnFacts(official_accounts=("Ludbridge Police",))
    known = Context(facts, {"facebook": Holder(names=("Ludbridge Police",))})
    assert _told("LUDBRIDGEPOLICE-WS-0042", "", known) == []


def test_no_address_is_looked_at() -> None:
    assert CHECK.on_record is not None
    login = Login(Source("x", "ip.json"), "sign-in at Ludbridge Police", ip="192.0.2.1 ludbridge.police.uk")
    assert list(CHECK.on_record(login, Context())) == []


@pytest.mark.parametrize("odd", ["police-" * 20_000, "a" * 200_000, "a." * 100_000, "and " * 50_000, "a-" * 100_000])
def test_long_names_take_no_longer_than_twice_when_doubled(odd: str) -> None:
    """A name as long as a book is still read at once."""
    began = time.process_time()
    _told(odd, odd)
    assert time.process_time() - began < 2

"""Links: known https addresses alone, shown whole before the browser opens."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices  # noqa: TID251 - what the door opens is caught here
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from privacy_audit.how_to import load_how_to
from privacy_audit.remedies import load_remedies
from privacy_audit.sites import is_allowed
from ui.links import LinkDialog, open_link
from ui.look import Look, Theme

GOOD = "https://www.facebook.com/me/about_contact_and_basic_info"


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        (GOOD, True),
        ("https://accountscenter.facebook.com/info_and_permissions/dyi", True),
        ("http://www.facebook.com/", False),
        ("https://facebook.com.example.org/", False),
        ("https://notfacebook.com/", False),
        ("https://facebook.com:8443/", False),
        ("https://user@facebook.com/", False),
        ("https://facebook.com@example.org/", False),
        ("https://example.org/?facebook.com", False),
        ("file:///etc/passwd", False),
        ("javascript:alert(1)", False),
        ("https://facebook.com\\@example.org", False),
        ("https://fаcebook.com/", False),  # noqa: RUF001 - a Cyrillic letter
        ("https://facebook.com/\u202e", False),
        ("https://[::1", False),
        ("", False),
    ],
)
def test_the_list_of_addresses(address: str, allowed: bool) -> None:
    assert is_allowed(address) is allowed


def test_every_address_that_ships_may_be_opened() -> None:
    addresses = [step.link for remedy in load_remedies() for step in remedy.steps if step.link]
    addresses += [guide.link for guide in load_how_to() if guide.link]
    assert [address for address in addresses if not is_allowed(address)] == []


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Addresses that went to the browser."""
    gone: list[str] = []

    def record(url: QUrl) -> bool:
        gone.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", record)
    return gone


def test_the_address_is_shown_and_opens_only_on_a_yes(qtbot: QtBot, opened: list[str]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    open_link(Look(Theme.LIGHT), GOOD, window)
    dialog = window.findChild(LinkDialog)
    assert isinstance(dialog, LinkDialog) and dialog.address.text() == GOOD
    dialog.stay_button.click()
    assert opened == []
    open_link(Look(Theme.LIGHT), GOOD, window)
    last = window.findChildren(LinkDialog)[-1]
    last.open_button.click()
    assert opened == [GOOD]


def test_another_address_is_not_even_offered(qtbot: QtBot, opened: list[str]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    open_link(Look(Theme.LIGHT), "https://example.org/", window)
    assert window.findChild(LinkDialog) is None and opened == []

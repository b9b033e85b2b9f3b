"""The page of the internet: nothing leaves before a yes to the exact words, and what left is listed."""

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from privacy_audit.gateway import Answer, Gateway, GatewayError, Ledger, Request
from ui.look import Look, Theme
from ui.outside import Outside, new_gateway

_PASSWORD = "quokka on a bike"  # noqa: S105 - nobody's
_HASH = hashlib.sha1(_PASSWORD.encode(), usedforsecurity=False).hexdigest().upper()


class _Told(Gateway):
    """Answers what it was told to, and notes it as the door does."""

    def __init__(self, answer: bytes | str) -> None:
        super().__init__(Ledger(lambda: datetime(2026, 11, 21, 9, 0, tzinfo=UTC)))
        self.answer = answer
        self.sent: list[Request] = []

    def send(self, request: Request) -> Answer:
        self.sent.append(request)
        entry = self.ledger.asked(request.purpose, request.host, request.text)
        if isinstance(self.answer, str):
            self.ledger.refused(entry, self.answer, 0)
            raise GatewayError(f"The answer was not taken: {self.answer}. Try later.")
        self.ledger.answered(entry, len(self.answer))
        return Answer(self.answer)


def _outside(qtbot: QtBot, answer: bytes | str = b"") -> tuple[Outside, _Told]:
    gateway = _Told(answer)
    outside = Outside(Look(Theme.LIGHT), lambda: gateway)
    qtbot.addWidget(outside.page)
    outside.page.show()
    return outside, gateway


def test_nothing_leaves_until_the_very_words_were_agreed_to(qtbot: QtBot) -> None:
    outside, gateway = _outside(qtbot, f"{_HASH[5:]}:12\r\n".encode())
    page = outside.page
    assert page.password.echoMode() is QLineEdit.EchoMode.Password
    assert not page.look_first.isEnabled() and page.request.isHidden()
    page.password.setText(_PASSWORD)
    page.look_first.click()
    assert not page.request.isHidden()
    assert f"GET /range/{_HASH[:5]} HTTP/1.1" in page.words.text()
    assert _HASH[5:] not in page.words.text() and _PASSWORD not in page.words.text()
    assert gateway.sent == []
    page.yes.click()
    qtbot.waitUntil(lambda: "12 times" in page.told.words.text(), timeout=2000)
    assert len(gateway.sent) == 1
    assert page.password.text() == "" and page.request.isHidden() and page.password.isEnabled()
    assert "api.pwnedpasswords.com" in page.entries.text() and "came back" in page.entries.text()


def test_not_found_proves_nothing(qtbot: QtBot) -> None:
    outside, _gateway = _outside(qtbot, b"")
    outside.page.password.setText(_PASSWORD)
    outside.page.look_first.click()
    outside.page.yes.click()
    qtbot.waitUntil(lambda: "does not prove" in outside.page.told.words.text(), timeout=2000)


def test_the_list_goes_on_where_it_was(qtbot: QtBot) -> None:
    kept: list[str] = []
    first = new_gateway("", kept.append)
    first.ledger.asked("password-range", "example.com", "GET /range/00000")
    again = new_gateway(kept[-1], kept.append)
    assert again.ledger.entries == first.ledger.entries
    outside = Outside(Look(Theme.LIGHT), lambda: again)
    qtbot.addWidget(outside.page)
    assert "example.com" in outside.page.entries.text()
    assert new_gateway(kept[-1].replace("00000", "00001")).ledger.entries == ()


def test_no_means_no_and_another_password_is_shown_anew(qtbot: QtBot) -> None:
    outside, gateway = _outside(qtbot)
    page = outside.page
    page.password.setText(_PASSWORD)
    page.look_first.click()
    page.no.click()
    assert page.request.isHidden()
    page.look_first.click()
    page.password.setText("another")
    assert page.request.isHidden(), "the words on show belong to the password before"
    assert gateway.sent == []


def test_a_refusal_is_told_and_listed(qtbot: QtBot) -> None:
    outside, _gateway = _outside(qtbot, "it took too long")
    outside.page.password.setText(_PASSWORD)
    outside.page.look_first.click()
    outside.page.yes.click()
    qtbot.waitUntil(lambda: "took too long" in outside.page.told.words.text(), timeout=2000)
    assert "was not taken" in outside.page.entries.text()


def test_the_list_of_what_left_can_be_saved(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outside, _gateway = _outside(qtbot)
    assert not outside.page.save.isEnabled()
    outside.page.password.setText(_PASSWORD)
    outside.page.look_first.click()
    outside.page.yes.click()
    qtbot.waitUntil(outside.page.save.isEnabled, timeout=2000)
    target = tmp_path / "left.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    outside.page.save.click()
    text = target.read_text(encoding="utf-8")
    assert "password-range" in text and _PASSWORD not in text
    outside.close()

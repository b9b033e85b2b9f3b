"""Joins the page of the internet to the network door: shows, asks, sends, and lists what left."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QDir, QObject
from PySide6.QtWidgets import QFileDialog

from privacy_audit.errors import AuditError
from privacy_audit.gateway import Gateway, Ledger, Request
from privacy_audit.gateway.ledger import as_json, from_json
from privacy_audit.gateway.password_range import request_of, times_seen
from privacy_audit.private_files import write_private
from ui.jobs import Errand
from ui.look import Look
from ui.pages.internet import InternetPage
from ui.wording import number_words


def new_gateway(kept: str = "", keep: Callable[[str], None] = lambda _text: None) -> Gateway:
    """A door whose ledger goes on from what was kept. A ledger that was changed is left as it is, and begun anew."""
    try:
        entries = from_json(kept) if kept else ()
    except ValueError:
        entries = ()
    return Gateway(Ledger(lambda: datetime.now().astimezone(), entries, lambda all_of_it: keep(as_json(all_of_it))))


class Outside(QObject):
    """Holds the page for one window. `gateway` is made when something is first asked: its libraries take a while."""

    def __init__(self, look: Look, gateway: Callable[[], Gateway] = new_gateway, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make = gateway
        self._made: Gateway | None = None
        self._request: Request | None = None
        self._password = ""
        self._errand: Errand | None = None
        self.page = InternetPage(look)
        self.page.previewed.connect(self._preview)
        self.page.agreed.connect(self._send)
        self.page.declined.connect(self._decline)
        self.page.ledger_wanted.connect(self._save)
        self.page.show_entries(self._gateway.ledger.entries)

    def close(self) -> None:
        """Nothing of a password is held on to."""
        errand, self._errand = self._errand, None
        if errand is not None:
            errand.close()
        self._forget()

    @property
    def _gateway(self) -> Gateway:
        if self._made is None:
            self._made = self._make()
        return self._made

    def _preview(self, password: str) -> None:
        self.page.say("")
        self._password = password
        self._request = request_of(self._gateway, password)
        self.page.show_request(self._request.text, self._request.host)

    def _decline(self) -> None:
        self._request, self._password = None, ""
        self.page.show_request("", "")

    def _send(self) -> None:
        request, password, gateway = self._request, self._password, self._gateway
        if request is None or self._errand is not None:
            return
        gateway.agree(request)
        self.page.show_request("", "")
        self.page.show_sending(on=True)

        def asked() -> object:
            try:
                return times_seen(gateway.send(request), password)
            except AuditError as error:
                return error.sentence

        self._errand = Errand(asked, self)
        self._errand.done.connect(self._answered)
        self._errand.start()

    def _answered(self, answer: object) -> None:
        self._errand = None
        self._forget()
        self.page.show_entries(self._gateway.ledger.entries)
        if isinstance(answer, str):
            self.page.say(answer)
        elif answer:
            text = self.tr(
                "It stands in lists of stolen passwords, {count} times. Change it wherever you use it, each time to "
                "another one; a password manager makes and keeps them for you."
            )
            self.page.say(text.format(count=number_words(int(str(answer)))))
        else:
            self.page.say(
                self.tr("It does not stand in these lists. That does not prove that nobody knows it: use it once only.")
            )

    def _forget(self) -> None:
        self._request, self._password = None, ""
        self.page.forget_password()
        self.page.show_request("", "")
        self.page.show_sending(on=False)

    def _save(self) -> None:
        start = str(Path(QDir.homePath()) / "what-left-this-computer.json")
        chosen, _kind = QFileDialog.getSaveFileName(self.page, self.tr("Save as"), start)
        if not chosen:
            return
        try:
            write_private(Path(chosen), self._gateway.ledger.as_json().encode())
        except AuditError as error:
            self.page.say(error.sentence)
        else:
            self.page.say(self.tr("Saved, for your eyes alone."))

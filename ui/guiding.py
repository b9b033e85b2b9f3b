"""Holds the packs of one window: takes them in, asks about keys, puts them away, and says which guidance is in use."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from privacy_audit.errors import AuditError
from privacy_audit.library import Library, built_in, cited
from privacy_audit.own_facts import OwnFacts
from privacy_audit.result import AuditResult
from ui.look import Look

if TYPE_CHECKING:
    from privacy_audit.packs import PackShelf, Publisher
    from ui.pages.guidance import GuidancePage


class Guiding(QObject):
    """`changed` tells that other guidance or other steps are in use from now on."""

    changed = Signal()
    kept = Signal(object, object)  # publishers and the bytes of each pack, after every change
    facts_wanted = Signal()

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._made: PackShelf | None = None
        self._library: Library | None = None
        self._waiting: tuple[bytes, Publisher] | None = None
        self._page: GuidancePage | None = None

    @property
    def library(self) -> Library:
        if self._library is None:
            self._library = built_in() if self._made is None else self._made.library()
        return self._library

    @property
    def page(self) -> "GuidancePage":
        if self._page is None:
            from ui.pages.guidance import GuidancePage  # noqa: PLC0415 - signatures are for packs alone

            page = self._page = GuidancePage(self._look)
            page.pack_chosen.connect(self._take)
            page.trusted.connect(self._trust)
            page.declined.connect(self._decline)
            page.put_away.connect(self._put_away)
            page.facts_wanted.connect(self.facts_wanted)
            self._show()
        return self._page

    def drop_page(self) -> None:
        """The window has let its pages go; this one is made anew when it is wanted."""
        self._waiting, self._page = None, None

    def applied(self, result: AuditResult, facts: OwnFacts) -> AuditResult:
        """A result with the clauses and steps that packs bring."""
        if self._made is None or not self._made.packs:
            return result
        return replace(result, findings=cited(result.findings, self.library, facts.guidance))

    def restore(self, publishers: "Sequence[Publisher]", packs: Sequence[bytes]) -> tuple[str, ...]:
        """What the vault kept. Returns a sentence for each pack that is no longer taken."""
        refused = self._shelf.restore(publishers, packs)
        self._changed()
        return refused

    @property
    def _shelf(self) -> "PackShelf":
        if self._made is None:
            from checks import CHECKS  # noqa: PLC0415 - the window is there before the checks are
            from privacy_audit.packs import PackShelf  # noqa: PLC0415

            ids = frozenset(check.id for check in CHECKS)
            self._made = PackShelf(ids, lambda keys, packs: self.kept.emit(tuple(keys), tuple(packs)))
        return self._made

    def _take(self, path: Path) -> None:
        from privacy_audit.packs import PackError, UnknownKeyError  # noqa: PLC0415
        from privacy_audit.packs.pack_file import MOST  # noqa: PLC0415

        self._decline()
        try:
            with path.open("rb") as file:
                data = file.read(MOST + 1)
        except OSError:
            self.page.say(self.tr("The file could not be read. Check that it is still there, and choose it again."))
            return
        try:
            pack = self._shelf.add(data)
        except UnknownKeyError as asked:
            self._waiting = data, asked.publisher
            self.page.ask(asked.publisher.name, asked.fingerprint)
        except PackError as error:
            self.page.say(error.sentence)
        else:
            self._changed()
            self.page.say(self.tr("In use from now on: {title}.").format(title=pack.title))

    def _trust(self) -> None:
        waiting, self._waiting = self._waiting, None
        self.page.ask("", "")
        if waiting is None:
            return
        data, publisher = waiting
        try:
            self._shelf.trust(publisher)
            pack = self._shelf.add(data)
        except AuditError as error:
            self.page.say(error.sentence)
            return
        self._changed()
        self.page.say(self.tr("In use from now on: {title}.").format(title=pack.title))

    def _decline(self) -> None:
        self._waiting = None
        self.page.ask("", "")
        self.page.say("")

    def _put_away(self, name: str) -> None:
        self._shelf.put_away(name)
        self._changed()
        self.page.say(self.tr("Put away. What is built in is in use."))

    def _changed(self) -> None:
        self._library = None
        if self._page is not None:
            self._show()
        self.changed.emit()

    def _show(self) -> None:
        packs = self._made.packs if self._made is not None else ()
        self.page.show_sets(self.library.guidance.packs, packs, datetime.now().astimezone().date())

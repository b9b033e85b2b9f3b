"""Follows a sitting into the open vault: what is decided, told and found is written as it happens."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from privacy_audit.comparing import AuditMemory, Comparison, compare, made_on, remembered
from privacy_audit.decisions import Change
from privacy_audit.options import MessageScope
from privacy_audit.own_facts import OwnFacts
from privacy_audit.people.reviewing import Mark, Outcome, Told
from privacy_audit.result import AuditResult, Ownership
from privacy_audit.vault import Vault, VaultError
from privacy_audit.vault.audits import Expiry
from privacy_audit.vault.decided import without_reason
from privacy_audit.vault.own import Setting
from privacy_audit.vault.people import PersonAnswer
from ui.session import Session
from ui.sitting import pieced_together

if TYPE_CHECKING:
    from privacy_audit.vault.kept_packs import KeptPacks


class Following:
    """The journal of a session's decisions, and the one who writes its facts and results. `told` gets sentences."""

    def __init__(self, session: Session, vault: Vault, told: Callable[[str], None]) -> None:
        self._session, self._vault, self._told = session, vault, told
        self._audit: int | None = None  # the audit of the download that is on show
        self._read: tuple[Path, ...] = ()
        self._behind = False  # something could not be written: the next time all of it is
        self._met: dict[str, str] | None = None  # what is kept of people, by fingerprint, once it was asked for
        self._said = False  # and that was said, which is enough until it has gone well again

    def take_over(self) -> None:
        """A new vault: all that the sitting holds so far goes in."""
        self._write_all()
        self._attach()

    def _write_all(self) -> None:
        decisions = self._session.own_decisions
        self._behind = False
        with self._spoken():
            self._vault.decisions.keep_all(
                tuple(map(self._change, decisions.history)),
                {
                    finding: self._change(Change(finding, None, one)).after or one
                    for finding, one in decisions.all.items()
                },
            )
        self._write_people(self._session.own_people.all)
        self.keep_facts()
        if self._session.result is not None and not self._session.from_vault:
            self.keep_result(self._session.result, made_on(self._session.result))
        self._said = self._behind

    def bring_back(self) -> Expiry:
        """An opened vault: its facts, decisions and newest audit come into the session."""
        vault, session = self._vault, self._session
        session.start_over()
        expiry = vault.audits.expire(datetime.now(UTC))
        session.facts = vault.own.facts
        session.owner = vault.own.owner
        session.facts_asked = session.facts_asked or session.facts != OwnFacts()
        session.decisions.bring_back(vault.decisions.all(), vault.decisions.history())
        newest = vault.audits.newest()
        if newest is not None:
            self.bring_up(newest)
        self._attach()
        return expiry

    def bring_up(self, audit: int) -> None:
        """Shows what is kept of an audit."""
        result = self._vault.audits.result(audit)
        if result is not None:
            self._audit, self._read = audit, ()
            self._session.result, self._session.from_vault = pieced_together(result), True

    def go_on(self, audit: int | None, read: tuple[Path, ...]) -> None:
        """The sitting came back from behind the lock: its audit is already here."""
        self._audit, self._read = audit, read
        self._attach()

    @property
    def place(self) -> tuple[int | None, tuple[Path, ...]]:
        return self._audit, self._read

    def keep_facts(self) -> None:
        """What the user told, and under which names; never those of the made-up officer."""
        if self._session.made_up:
            return
        with self._spoken():
            self._vault.own.facts = self._session.facts
            self._vault.own.is_also(self._session.facts.names, self._today())
            self._session.owner = self._vault.own.owner

    def keep_settings(self, settings: dict[str, Setting]) -> None:
        with self._spoken():
            if self._vault.own.settings != settings:
                self._vault.own.settings = settings

    def keep_packs(self, packs: "KeptPacks") -> None:
        with self._spoken():
            self._vault.own.packs = packs

    def keep_ledger(self, text: str) -> None:
        """Nothing leaves that cannot be noted: what goes wrong here is not caught."""
        self._vault.own.ledger = text

    def keep_result(self, result: AuditResult, made: date) -> None:
        """One audit for one download in one sitting, however often it is read again."""
        session = self._session
        if session.made_up or result.owner is not Ownership.CONFIRMED:
            return
        now = datetime.now(UTC)
        with self._spoken():
            if self._audit is not None and self._read == session.paths and session.paths:
                self._vault.audits.replace(self._audit, result, now, self.memory(result, made))
            else:
                self._audit = self._vault.audits.add(result, now, self.memory(result, made))
                self._read = session.paths

    def memory(self, result: AuditResult, made: date) -> AuditMemory:
        scope = self._session.scope or MessageScope.ALL
        return remembered(result, self._vault.own.fingerprint_key, made, scope, self._vault.wordless.conduct)

    def compared(self, result: AuditResult, made: date) -> Comparison | None:
        """What is on show against the last kept audit of the same sites; None when there is none."""
        if self._session.made_up or self._audit is None:
            return None
        now = self._vault.audits.memory(self._audit) if self._session.from_vault else self.memory(result, made)
        if now is None:
            return None
        earlier = [
            memory
            for memory in self._vault.audits.history(before=self._audit)
            if set(memory.read) & set(now.read) and memory.made_on <= now.made_on
        ]
        return compare(sorted(earlier, key=lambda memory: memory.made_on), now) if earlier else None

    # --- people -------------------------------------------------------------------------------------------------------

    def keep_people(self, told: Told) -> None:
        """What was said of people, without their names."""
        if self._behind:
            self._write_all()
        self._write_people(told)

    def person_answer(self, mark: Mark) -> Outcome | None:
        if self._met is None:
            self._met = {}
            with self._spoken():
                self._met = {one: answer.answer for one, answer in self._vault.people.all().items()}
        kept = self._met.get(self._fingerprint(mark))
        return next((outcome for outcome in Outcome if outcome.value == kept), None)

    def _write_people(self, told: Told) -> None:
        today = self._today()
        answers = {
            self._fingerprint(mark): PersonAnswer(outcome.value, today) if outcome else None
            for mark, outcome in told.items()
        }
        self._met = None
        if answers:
            with self._spoken():
                self._vault.people.put_all(answers)

    def _fingerprint(self, mark: Mark) -> str:
        return self._vault.people.fingerprint(mark.platform, f"{mark.name} {mark.when}".strip())

    # --- the journal --------------------------------------------------------------------------------------------------

    def record(self, change: Change) -> None:
        if self._behind:
            self._write_all()
            return
        with self._spoken():
            self._vault.decisions.record(self._change(change))

    def take_back(self, change: Change) -> None:
        if self._behind:
            self._write_all()
            return
        with self._spoken():
            self._vault.decisions.take_back(self._change(change))

    def _attach(self) -> None:
        self._session.keeps = True
        self._session.own_decisions.journal = self
        self._session.own_people.journal = self

    def _change(self, change: Change) -> Change:
        """A reason may repeat the words of what it is about; where those are not kept, it is not either."""
        result = self._session.result
        finding = next((one for one in result.findings if one.id == change.finding), None) if result else None
        if finding is None or finding not in self._vault.wordless:
            return change
        return replace(change, before=without_reason(change.before), after=without_reason(change.after))

    @contextmanager
    def _spoken(self) -> Iterator[None]:
        try:
            yield
        except VaultError as error:
            self._behind = True
            if not self._said:
                self._said = True
                self._told(error.sentence)

    @staticmethod
    def _today() -> date:
        return datetime.now().astimezone().date()

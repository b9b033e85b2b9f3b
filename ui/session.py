"""Everything that the window knows while it is open: answers, the result and the decisions; in memory alone."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from privacy_audit.decisions import Decisions
from privacy_audit.holders import is_owner
from privacy_audit.importing import Holder
from privacy_audit.options import MessageScope, SecondLook
from privacy_audit.own_facts import Answer, OwnFacts
from privacy_audit.people.reviewing import Answers
from privacy_audit.result import AuditResult


@dataclass(slots=True, repr=False)
class Session:
    """One sitting. `scope` is None until the question about messages has been answered."""

    facts: OwnFacts = field(default_factory=OwnFacts)
    scope: MessageScope | None = None
    second_look: SecondLook = SecondLook.NONE
    facts_asked: bool = False
    made_up: bool = False
    _own: OwnFacts | None = None  # what the user told of themselves, while the made-up officer is on show
    paths: tuple[Path, ...] = ()
    result: AuditResult | None = None
    decisions: Decisions = field(default_factory=Decisions)
    owner: tuple[str, ...] = ()  # the names that the vault knows its owner by
    keeps: bool = False  # a vault follows: decisions outlive the download that they were made on
    from_vault: bool = False  # the result is what was kept of an earlier sitting: exposures alone
    _own_decisions: Decisions | None = None  # while the made-up officer is on show
    people: Answers = field(default_factory=Answers)  # what was said of people, with their names: in memory alone
    _own_people: Answers | None = None  # while the made-up officer is on show

    @property
    def own_decisions(self) -> Decisions:
        """The user's, never those on the made-up officer."""
        return self._own_decisions or self.decisions

    @property
    def own_people(self) -> Answers:
        """What was said of the user's people, never of those of the made-up officer."""
        return self._own_people or self.people

    @property
    def owner_named(self) -> bool:
        """Whether the user has said, now or before, who they are."""
        return bool(self.facts.names or self.owner)

    def knows(self, names: tuple[str, ...]) -> bool:
        """Whether the names in a download are ones that the user gave or confirmed."""
        return is_owner(Holder(names=names), (*self.facts.names, *self.owner))

    def wrote(self, names: tuple[str, ...]) -> bool:
        """Whether one of these writers goes by a name that the user gave, letter for letter."""
        given = {name.casefold() for name in self.facts.names}
        return any(name.casefold() in given for name in names)

    def owns(self, names: tuple[str, ...]) -> None:
        """The user said that this is them: later downloads in the same name are not asked about."""
        new = tuple(name for name in names if name not in self.facts.names)
        self.facts = replace(self.facts, names=(*self.facts.names, *new))

    def answer(self, answer: Answer) -> None:
        self.facts = replace(self.facts, under_investigation=answer)

    def begin_made_up(self) -> None:
        """The made-up officer's facts must not mix with the user's."""
        self.start_over()
        self.made_up, self._own, self.facts = True, self.facts, OwnFacts()
        self._own_decisions, self.decisions = self.decisions, Decisions()
        self._own_people, self.people = self.people, Answers()

    def start_over(self) -> None:
        """Nothing of the last download stays, but for the decisions where a vault keeps them."""
        if self._own is not None:
            self.facts, self._own = self._own, None
        if self._own_decisions is not None:
            self.decisions, self._own_decisions = self._own_decisions, None
        if self._own_people is not None:
            self.people, self._own_people = self._own_people, None
        self.made_up = self.from_vault = False
        self.result = None
        self.paths = ()
        if not self.keeps:
            self.decisions.forget()
            self.people.forget()

    def stop_keeping(self) -> None:
        """The vault follows no more."""
        self.keeps = False
        self.own_decisions.journal = None
        self.own_people.journal = None

    def put_away(self) -> None:
        """Nothing personal stays: the window is locked, or everything was cleared."""
        self.stop_keeping()
        self.start_over()
        self.facts, self.owner = OwnFacts(), ()

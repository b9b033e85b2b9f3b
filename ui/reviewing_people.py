"""Joins the review of people to what the audit gathered, to the answers that are kept, and to the steps."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from privacy_audit.library import Library
from privacy_audit.people.acquaintance import Acquaintance
from privacy_audit.people.reviewing import BATCH, Card, Deck, Outcome
from ui.links import open_link
from ui.look import Look
from ui.models.detail import cited_clause
from ui.pages.people_review import PeopleReviewPage, Standing
from ui.session import Session
from ui.widgets.met_through_work import Guided
from ui.wording import number_words

_CLAUSES = ("derbyshire:5b", "derbyshire:A3", "essex-police-c3011:3.4b")
_REMEDY, _SAFEGUARDING = "connection", "generic/contact-safeguarding"


class ReviewingPeople(QObject):
    """Holds the deck and its page for one window. The deck is made anew for each result."""

    question_wanted = Signal()
    left = Signal()

    def __init__(self, look: Look, session: Session, library: Callable[[], Library], parent: QObject) -> None:
        super().__init__(parent)
        self._look, self._session, self._library = look, session, library
        self._people: tuple[Acquaintance, ...] | None = None
        self._copied = ""
        self.deck = Deck((), session.people)
        page = self.page = PeopleReviewPage(look)
        page.answered.connect(self._answer)
        page.undone.connect(self._undo)
        page.rest_known.connect(self._know_the_rest)
        page.paused.connect(self._pause)
        page.gone_on.connect(self._go_on)
        page.skipped_wanted.connect(self._look_at_skipped)
        page.parted.connect(self._part)
        page.searched.connect(self._search)
        page.named.connect(self._remember)
        page.left.connect(self.left)
        page.question_wanted.connect(self.question_wanted)
        page.link_wanted.connect(self._follow)
        page.copied.connect(self._copy)

    def refresh(self) -> None:
        """Another result brings another deck; the same one goes on where it was, with the newest answer on a case."""
        result = self._session.result
        people = result.people if result is not None else ()
        if people is not self._people or not people:
            self._people = people
            self.deck = Deck(people, self._session.people)
            self.page.names.forget()
            self.page.say("")
            self._show()
        elif self.page.work is not None:
            self.page.work.show_answer(self._session.facts.under_investigation)

    def clear_copied(self) -> None:
        """What was copied from here does not outlive the sitting."""
        if self._copied and QGuiApplication.clipboard().text() == self._copied:
            QGuiApplication.clipboard().clear()
        self._copied = ""

    # --- what the user does -------------------------------------------------------------------------------------------

    def _answer(self, outcome: Outcome) -> None:
        card = self.deck.current
        if card is None:
            return
        self.deck.answer(outcome)
        self.page.say("")
        if outcome is Outcome.WORK:
            self.page.show_work(self._guided(card), self._session.facts.under_investigation)
            self._tally()
            self.page.area.verticalScrollBar().setValue(0)
            self.page.focus_card()
        else:
            self._show()

    def _undo(self) -> None:
        card = self.deck.undo()
        if card is not None:
            self.page.say(self.tr("The last answer was taken back."))
            self._show()

    def _know_the_rest(self) -> None:
        count = self.deck.know_the_rest()
        self._show()
        words = self.tr("You know {count} more personally. Undo takes all of it back.")
        self.page.say(words.format(count=number_words(count)))

    def _pause(self) -> None:
        self.page.show_stop(self.tr("Paused. Every answer so far is in."))
        self._tally()
        self.page.focus_card()

    def _go_on(self) -> None:
        if self.page.standing is Standing.STOPPED:
            self.deck.begin_batch()
        self._show()

    def _look_at_skipped(self) -> None:
        self.deck.look_at_skipped()
        self.deck.begin_batch()
        self._show()

    def _part(self) -> None:
        self.deck.part()
        self.page.say(self.tr("Each has a card of their own now."))
        self._show()

    def _search(self, words: str) -> None:
        count = self.deck.find(words)
        if not count:
            self.page.say(self.tr("Nobody here has a name like that. Try a part of it."))
            return
        text = self.tr("Names like that: {count}. Return in the search brings up the next one.")
        self.page.say(text.format(count=number_words(count)))
        self._show(at_once=True)

    def _remember(self, name: str) -> None:
        """The name is looked for and let go."""
        count = self.deck.remember([name])
        if not count:
            self.page.names.say(
                self.tr("Nobody here is called like that, as far as names tell. Type another, or go on with the cards.")
            )
            return
        text = self.tr("Called like that, or nearly: {count}. They come up next. It may be somebody else of that name.")
        self.page.names.say(text.format(count=number_words(count)))
        self._show(at_once=True)

    def _follow(self, address: str) -> None:
        open_link(self._look, address, self.page)

    def _copy(self, text: str) -> None:
        self._copied = text
        QGuiApplication.clipboard().setText(text)

    # --- what is shown ------------------------------------------------------------------------------------------------

    def _show(self, *, at_once: bool = False) -> None:
        """The card whose turn it is; between two batches a place to stop, unless a name was asked for."""
        card, tally = self.deck.current, self.deck.tally
        if not tally.total and card is None:
            self.page.show_nothing(self._why_nothing())
        elif card is None:
            self.page.show_end(self.tr("Everybody has been looked at. Thank you for taking the time."))
        elif self.deck.batch_over and not at_once:
            words = self.tr("{count} more looked at. {left} are left, and none of it must be done today.")
            self.page.show_stop(words.format(count=BATCH, left=number_words(tally.left)))
        else:
            self.page.show_person(card.person, card.outcome)
        self._tally()
        self.page.focus_card()

    def _tally(self) -> None:
        self.page.show_tally(self.deck.tally, may_undo=self.deck.may_undo)

    def _why_nothing(self) -> str:
        if self._session.from_vault:
            return self.tr(
                "What is kept holds no names, so there is nobody to show. Read the download again, and you go on "
                "where you stopped."
            )
        if self._session.result is None:
            return self.tr("Nothing has been read yet. Choose a download first.")
        return self.tr("The download names no friends, followers or contacts. Another platform's may.")

    def _guided(self, card: Card) -> Guided:
        library, facts = self._library(), self._session.facts
        clauses = (cited_clause(library.guidance, clause, facts) for clause in _CLAUSES)
        platforms = dict.fromkeys(one.platform for one in card.person.appearances)
        return Guided(
            card.name,
            tuple(clause for clause in clauses if clause is not None),
            tuple(library.remedies.remedy(library.remedies.resolve(platform, _REMEDY)) for platform in platforms),
            library.remedies.remedy(_SAFEGUARDING),
        )

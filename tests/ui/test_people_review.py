"""The review of people: walked by keyboard, killed and resumed, lists refused, and safeguarding before any step."""

import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from privacy_audit.events import Finished, HolderFound
from privacy_audit.model import ConnectionKind, Moment
from privacy_audit.own_facts import Answer
from privacy_audit.people.acquaintance import Acquaintance, Appearance, Band
from privacy_audit.people.from_memory import MOST
from privacy_audit.people.reviewing import BATCH, Mark, Outcome
from privacy_audit.vault import VaultFolder, open_vault
from privacy_audit.words import Words
from tests.builders import results
from tests.builders.audits import Scripted
from tests.builders.keeping import JOINING, Open, at, keep, kept_vault, labels, read, starts
from tests.builders.vaults import Drawer, key_store
from ui.pages.people_review import PeopleReviewPage, Standing
from ui.reviewing_people import ReviewingPeople
from ui.walk import Walk
from ui.widgets.labels import PlainLabel

COUNT = 60
KEYS = {
    Outcome.KNOWN: Qt.Key.Key_1,
    Outcome.WORK: Qt.Key.Key_2,
    Outcome.NOT_SURE: Qt.Key.Key_3,
    Outcome.SKIPPED: Qt.Key.Key_Space,
}
TURNS = (Outcome.KNOWN, Outcome.KNOWN, Outcome.WORK, Outcome.NOT_SURE, Outcome.SKIPPED)


def person(name: str, band: Band | None = Band.SILENT, *platforms: str, reason: str = "") -> Acquaintance:
    since = Moment(datetime(2021, 3, 4, tzinfo=UTC))
    shown = tuple(
        Appearance(platform, Words(name), ConnectionKind.FRIEND, since) for platform in ("facebook", *platforms)
    )
    return Acquaintance(shown, band, (reason,) if reason else (), by_name=bool(platforms))


def crowd() -> tuple[Acquaintance, ...]:
    likely = person("Kev Trask", Band.LIKELY, "instagram", reason="They call you by a rank or as an officer.")
    return (likely, *(person(f"Friend Number{number:02}") for number in range(1, COUNT)))


def audit(people: tuple[Acquaintance, ...] = ()) -> Scripted:
    found = replace(results.result(), people=people or crowd())
    return Scripted(HolderFound(0, "facebook", (results.HOLDER,)), JOINING, Finished(found))


def review(qtbot: QtBot, walk: Walk) -> PeopleReviewPage:
    walk.window.page_wanted.emit("people")
    page = at(qtbot, walk, "people")
    assert isinstance(page, PeopleReviewPage)
    return page


def begun(qtbot: QtBot, opened: Open, *people: Acquaintance) -> tuple[Walk, PeopleReviewPage]:
    walk = opened(audit(people))
    read(qtbot, walk)
    return walk, review(qtbot, walk)


def press(qtbot: QtBot, walk: Walk, key: Qt.Key) -> None:
    """To whatever has the keyboard; nothing is clicked."""
    focused = walk.window.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key)


def answers(walk: Walk) -> Counter[Outcome]:
    return Counter(walk.session.people.all.values())


def step(qtbot: QtBot, walk: Walk, page: PeopleReviewPage, turn: int) -> None:
    """One person by keyboard alone, with what comes after the answer."""
    if page.standing is Standing.STOPPED:
        press(qtbot, walk, Qt.Key.Key_Space)
    assert page.standing is Standing.CARD
    outcome = TURNS[turn % len(TURNS)]
    press(qtbot, walk, KEYS[outcome])
    if outcome is Outcome.WORK:
        assert page.standing is Standing.WORK
        press(qtbot, walk, Qt.Key.Key_Space)


def test_sixty_people_by_keyboard_alone_killed_in_the_middle_and_resumed(
    qtbot: QtBot, tmp_path: Path, drawer: Drawer
) -> None:
    windows = starts(qtbot, tmp_path / "data", drawer)
    opened = next(windows)
    walk = opened(audit())
    read(qtbot, walk)
    keep(qtbot, walk)
    page = review(qtbot, walk)
    for turn in range(33):
        step(qtbot, walk, page, turn)
    said, shown = walk.session.people.all, page.card.accessibleName()
    assert len(said) == 33 + 1, "the first card stands for two places"
    shutil.copytree(tmp_path / "data", tmp_path / "after")  # what a killed program leaves: nothing was closed
    again = starts(qtbot, tmp_path / "after", drawer)
    resumed = next(again)(audit())
    qtbot.waitUntil(lambda: resumed.keep.keeping.vault is not None, timeout=10_000)
    read(qtbot, resumed)
    page = review(qtbot, resumed)
    assert page.card.accessibleName() == shown, "the next person is the one who was on show"
    assert {mark: resumed.session.people.of(mark) for mark in said} == dict(said)
    for turn in range(33, COUNT):
        step(qtbot, resumed, page, turn)
    assert page.standing is Standing.END
    kept = Counter(answer.answer for answer in kept_vault(resumed).people.all().values())
    expected = Counter(TURNS[turn % len(TURNS)].value for turn in range(COUNT))
    expected[TURNS[0].value] += 1
    assert kept == expected
    press(qtbot, resumed, Qt.Key.Key_Space)  # those who were skipped come up again
    assert page.standing is Standing.CARD and "Number04" in page.card.accessibleName()
    for left in (windows, again):
        next(left, None)


def test_no_name_is_in_the_vault_and_a_new_start_says_why_nobody_is_shown(
    qtbot: QtBot, opened: Open, tmp_path: Path, drawer: Drawer
) -> None:
    walk = opened(audit())
    read(qtbot, walk)
    page = review(qtbot, walk)
    press(qtbot, walk, Qt.Key.Key_3)
    keep(qtbot, walk)  # what was said before there was a vault goes in
    walk.close()
    vault = open_vault(VaultFolder(tmp_path / "data"), store=key_store(drawer), conduct=frozenset())
    people = vault.people.all()
    rows = vault._pages.rows("SELECT fingerprint, answer, made, remind FROM person")
    vault.close()
    assert [answer.answer for answer in people.values()] == ["not sure", "not sure"]
    assert not any("Trask" in str(row) for row in rows)
    fresh = opened(audit())
    qtbot.waitUntil(lambda: fresh.session.from_vault, timeout=10_000)
    page = review(qtbot, fresh)
    assert page.standing is Standing.NOTHING and "Read the download again" in labels(page)


def test_the_made_up_officers_people_are_never_kept(qtbot: QtBot, opened: Open) -> None:
    walk, _ = begun(qtbot, opened)
    keep(qtbot, walk)
    walk.session.begin_made_up()
    walk.session.people.put({Mark("facebook", "Made Up"): Outcome.WORK})
    assert kept_vault(walk).people.all() == {}
    walk.session.start_over()
    assert not walk.session.people.all


def test_the_lock_takes_the_names_away_and_gives_them_back(qtbot: QtBot, opened: Open) -> None:
    walk, page = begun(qtbot, opened)
    keep(qtbot, walk)
    page = review(qtbot, walk)
    press(qtbot, walk, Qt.Key.Key_1)
    shown = page.card.accessibleName()
    walk.keep.lock()
    assert walk.session.result is None and not walk.session.people.all
    walk.keep.keeping.open()
    qtbot.waitUntil(lambda: walk.session.result is not None, timeout=10_000)
    assert review(qtbot, walk).card.accessibleName() == shown


def test_batches_offer_to_stop(qtbot: QtBot, opened: Open) -> None:
    walk, page = begun(qtbot, opened)
    for _ in range(BATCH):
        press(qtbot, walk, Qt.Key.Key_1)
    assert page.standing is Standing.STOPPED and "35 are left" in page.stop_words.text()
    assert page.rest.isVisible() and "35" in page.rest.accessibleName()
    with qtbot.waitSignal(page.left, timeout=1000):
        page.done.click()
    assert walk.window.current == "findings"
    assert review(qtbot, walk).standing is Standing.STOPPED
    press(qtbot, walk, Qt.Key.Key_U)
    assert page.standing is Standing.CARD and "Number24" in page.card.accessibleName()


def test_the_rest_are_known_with_count_and_undo(qtbot: QtBot, opened: Open) -> None:
    walk, page = begun(qtbot, opened)
    press(qtbot, walk, Qt.Key.Key_3)
    page.rest.click()
    assert page.standing is Standing.END and "59 more" in page.said.text()
    assert answers(walk) == {Outcome.NOT_SURE: 2, Outcome.KNOWN: 59}
    press(qtbot, walk, Qt.Key.Key_U)
    assert page.standing is Standing.CARD and answers(walk) == {Outcome.NOT_SURE: 2}


def test_escape_pauses_and_the_way_goes_on(qtbot: QtBot, opened: Open) -> None:
    walk, page = begun(qtbot, opened)
    press(qtbot, walk, Qt.Key.Key_Escape)
    assert page.standing is Standing.STOPPED and "Paused" in page.stop_words.text()
    assert walk.window.isVisible()
    press(qtbot, walk, Qt.Key.Key_Space)
    assert page.standing is Standing.CARD and "Kev Trask" in page.card.accessibleName()


def test_escape_twice_is_still_the_way_out(qtbot: QtBot, opened: Open) -> None:
    walk, _ = begun(qtbot, opened)
    with qtbot.waitSignal(walk.window.leaving, timeout=1000):
        press(qtbot, walk, Qt.Key.Key_Escape)
        press(qtbot, walk, Qt.Key.Key_Escape)


def test_search_by_key_and_back(qtbot: QtBot, opened: Open) -> None:
    walk, page = begun(qtbot, opened)
    press(qtbot, walk, Qt.Key.Key_Slash)
    focused = walk.window.focusWidget()
    assert focused is page.search
    qtbot.keyClicks(page.search, "number07")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert "Number07" in page.card.accessibleName() and walk.window.focusWidget() is page.card
    page.search.setFocus()
    press(qtbot, walk, Qt.Key.Key_Escape)
    assert walk.window.focusWidget() is page.card and page.standing is Standing.CARD
    page.searched.emit("nobody of that name")
    assert "Nobody here" in page.said.text()


def test_single_keys_can_be_switched_off(qtbot: QtBot, opened: Open) -> None:
    walk, page = begun(qtbot, opened)
    walk.look.single_keys = False
    for key in (*KEYS.values(), Qt.Key.Key_U, Qt.Key.Key_Slash):
        press(qtbot, walk, key)
    assert not walk.session.people.all and walk.window.focusWidget() is page.card
    qtbot.keyClick(page.choices[Outcome.NOT_SURE], Qt.Key.Key_Space)
    assert answers(walk) == {Outcome.NOT_SURE: 2}
    assert not page.keys.isVisible()


def test_buttons_do_what_the_keys_do(qtbot: QtBot, opened: Open) -> None:
    walk, page = begun(qtbot, opened)
    page.choices[Outcome.KNOWN].click()
    page.choices[Outcome.SKIPPED].click()
    page.undo.click()
    assert answers(walk) == {Outcome.KNOWN: 2} and "Number01" in page.card.accessibleName()
    page.pause.click()
    assert page.standing is Standing.STOPPED


def test_two_places_on_one_card_can_be_parted(qtbot: QtBot, opened: Open) -> None:
    walk, page = begun(qtbot, opened)
    assert "Is it one person?" in labels(page) and page.card.part is not None
    page.card.part.click()
    press(qtbot, walk, Qt.Key.Key_1)
    assert walk.session.people.all == {Mark("facebook", "Kev Trask"): Outcome.KNOWN}
    assert "Instagram" in page.card.accessibleName()


# --- met through work -------------------------------------------------------------------------------------------------


def test_met_through_work_shows_the_clauses_and_whom_to_ask(qtbot: QtBot, opened: Open) -> None:
    walk, page = begun(qtbot, opened)
    press(qtbot, walk, Qt.Key.Key_2)
    told = labels(page)
    assert "some friendships should be declared, not hidden" in told and "union or staff association" in told
    assert all(section in told for section in ("section 5b", "section 3.4b")) and "A3" in told
    assert page.work is not None and page.work.cards == (), "no step before the question about safeguarding"
    press(qtbot, walk, Qt.Key.Key_1)
    assert answers(walk) == {Outcome.WORK: 2}, "a key pressed once too often answers for nobody"


def test_a_child_or_somebody_vulnerable_leads_to_safeguarding_and_to_no_ending(qtbot: QtBot, opened: Open) -> None:
    _, page = begun(qtbot, opened)
    page.choices[Outcome.WORK].click()
    assert page.work is not None
    with qtbot.assertNotEmitted(page.question_wanted):
        page.work.choices.choose(0)
    told = labels(page.work)
    assert "safeguarding lead" in told and "999" in told and "leave the contact and the messages as they are" in told
    assert "nfriend" not in told and [card.topic.id for card in page.work.cards] == ["generic/contact-safeguarding"]


def test_the_steps_wait_for_the_evidence_question_and_are_in_its_order(qtbot: QtBot, opened: Open) -> None:
    walk, page = begun(qtbot, opened)
    page.choices[Outcome.WORK].click()
    assert page.work is not None
    page.work.choices.choose(1)
    facebook, instagram = page.work.cards
    assert [card.topic.id for card in (facebook, instagram)] == ["facebook/connection", "instagram/connection"]
    facebook.button.click()
    at(qtbot, walk, "evidence")
    walk.questions.case_answered.emit("people")
    assert not facebook.unfolded
    walk.session.answer(Answer.YES)
    review(qtbot, walk)
    assert page.standing is Standing.WORK
    facebook.button.click()
    told = labels(facebook)
    assert told.index("Keep a copy first") < told.index("unfriend")
    walk.session.answer(Answer.NO)
    review(qtbot, walk)
    assert not any("Keep a copy" in one.text() for one in facebook.findChildren(PlainLabel) if one.isVisible())


# --- names from memory ------------------------------------------------------------------------------------------------


def _paste(qtbot: QtBot, page: PeopleReviewPage, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(page.names.edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def _drop(page: PeopleReviewPage, data: QMimeData) -> None:
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    page.dropEvent(QDropEvent(QPointF(QPoint(10, 10)), copy, data, left, Qt.KeyboardModifier.NoModifier))


def test_a_name_from_memory_brings_up_whoever_is_called_like_it(qtbot: QtBot, opened: Open) -> None:
    _, page = begun(qtbot, opened, *crowd(), person("David Marshfield"))
    qtbot.keyClicks(page.names.edit, "Dave Marshfield")
    qtbot.keyClick(page.names.edit, Qt.Key.Key_Return)
    assert "David Marshfield" in page.card.accessibleName() and "We cannot know" in page.card.accessibleName()
    assert page.names.edit.text() == "" and "may be somebody else" in page.names.notice.words.text()


@pytest.mark.parametrize("text", ["Kev Trask\nJane Roe", "Kev Trask, Jane Roe", "Kev Trask\tJane Roe\tburglary"])
def test_a_list_that_is_pasted_is_refused_with_the_reason(qtbot: QtBot, opened: Open, text: str) -> None:
    _, page = begun(qtbot, opened)
    with qtbot.assertNotEmitted(page.named):
        _paste(qtbot, page, text)
        qtbot.keyClick(page.names.look_for, Qt.Key.Key_Space)
    assert page.names.edit.text() == ""


def test_the_refusal_says_why(qtbot: QtBot, opened: Open) -> None:
    _, page = begun(qtbot, opened)
    _paste(qtbot, page, "Kev Trask\nJane Roe")
    assert "data protection law" in page.names.notice.words.text() and page.names.notice.isVisible()


def _text() -> QMimeData:
    data = QMimeData()
    data.setText("Kev Trask")
    return data


def _file() -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("custody.csv")])
    return data


@pytest.mark.parametrize("made", [_text, _file])
def test_nothing_that_is_dropped_is_read(qtbot: QtBot, opened: Open, made: Callable[[], QMimeData]) -> None:
    _, page = begun(qtbot, opened)
    with qtbot.assertNotEmitted(page.named):
        _drop(page, made())
    assert "Lists and files are not taken here" in page.names.notice.words.text()
    assert not page.names.edit.acceptDrops() and not page.search.acceptDrops()


def test_twenty_names_are_all(qtbot: QtBot, opened: Open) -> None:
    _, page = begun(qtbot, opened)
    named: list[str] = []
    page.named.connect(named.append)
    for number in range(MOST + 1):
        page.names.edit.setText(f"Nobody Numbered{'x' * number}")
        page.names.look_for.click()
    assert len(named) == MOST and "twentieth" in page.names.notice.words.text()


def test_a_name_from_memory_stays_nowhere(qtbot: QtBot, opened: Open) -> None:
    walk, page = begun(qtbot, opened)
    page.names.edit.setText("Zebedee Unheard")
    page.names.look_for.click()
    held = [repr(walk.session), *map(repr, walk.session.people.all)]
    shown = [one.accessibleName() for one in page.findChildren(QWidget)] + [labels(page)]
    assert not any("Zebedee" in text for text in (*held, *shown))
    reviewing = walk.findChild(ReviewingPeople)
    assert reviewing is not None
    assert "Zebedee" not in str(vars(reviewing)) + str(vars(page.names))


def test_an_export_without_people_says_so(qtbot: QtBot, opened: Open) -> None:
    walk = opened(Scripted(HolderFound(0, "facebook", (results.HOLDER,)), JOINING, Finished(results.result())))
    read(qtbot, walk)
    page = review(qtbot, walk)
    assert page.standing is Standing.NOTHING and "names no friends" in labels(page)
    assert not page.names.isVisible()


def test_hidden_marks_in_a_name_are_shown_and_markup_is_text(qtbot: QtBot, opened: Open) -> None:
    _, page = begun(qtbot, opened, person("<b>Kev</b>\u202eksarT"))
    assert "<b>Kev</b>" in labels(page) and "\u202e" not in labels(page)

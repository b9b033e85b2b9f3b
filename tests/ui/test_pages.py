"""Each smaller page alone: what it says, what it asks, and the signal that it gives."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from privacy_audit.events import Progressed, Stage
from privacy_audit.guidance import load_guidance
from privacy_audit.how_to import load_how_to
from privacy_audit.official_accounts import load_official_checklist
from privacy_audit.options import MessageScope, SecondLook
from privacy_audit.own_facts import Answer, OwnFacts
from tests.builders import results
from ui.look import Look, Theme
from ui.pages.choose_export import ChooseExportPage
from ui.pages.evidence_question import EvidenceQuestionPage
from ui.pages.finish import FinishPage
from ui.pages.get_download import GetDownloadPage
from ui.pages.messages_question import MessagesQuestionPage
from ui.pages.not_looked import NotLookedPage
from ui.pages.own_facts import OwnFactsPage
from ui.pages.reading import ReadingPage
from ui.pages.settings import SettingsPage
from ui.pages.welcome import WelcomePage
from ui.pages.which_writer import WhichWriterPage
from ui.pages.whose import WhosePage
from ui.widgets.labels import PlainLabel


@pytest.fixture
def look(qtbot: QtBot) -> Look:
    return Look(Theme.LIGHT)


def words(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(PlainLabel))


def test_the_welcome_says_what_is_read_kept_and_could_be_asked_for(qtbot: QtBot, look: Look) -> None:
    page = WelcomePage(look)
    qtbot.addWidget(page)
    text = words(page)
    for promise in ("stays on this computer", "in memory only", "misconduct or court matter", "keep nothing"):
        assert promise in text
    with qtbot.waitSignals([page.started, page.demo_wanted, page.help_wanted], timeout=500):
        for button in (page.start, page.demo, page.help):
            button.click()


def test_an_organisations_computer_is_spoken_of(qtbot: QtBot, look: Look) -> None:
    for managed in (True, False):
        page = WelcomePage(look, managed=managed)
        qtbot.addWidget(page)
        assert page.managed.isHidden() is not managed
    assert "at home" in words(page)


@pytest.mark.parametrize("place", [0, 1, 2])
def test_the_question_about_messages_needs_an_answer(qtbot: QtBot, look: Look, place: int) -> None:
    page = MessagesQuestionPage(look)
    qtbot.addWidget(page)
    assert not page.go_on.isEnabled() and page.choices.chosen is None
    page.choices.choose(place)
    with qtbot.waitSignal(page.answered, timeout=500) as told:
        page.go_on.click()
    assert told.args == [(MessageScope.NONE, MessageScope.OWN, MessageScope.ALL)[place], SecondLook.OWN]


@pytest.mark.parametrize(
    ("place", "ticked", "expected"),
    [
        (2, (True, False), SecondLook.OWN),
        (2, (True, True), SecondLook.MESSAGES),
        (2, (False, True), SecondLook.NONE),
        (0, (True, True), SecondLook.OWN),
    ],
    ids=["posts", "messages too", "not at all", "no message is read"],
)
def test_the_second_look_at_messages_needs_a_yes_of_its_own(
    qtbot: QtBot, look: Look, place: int, ticked: tuple[bool, bool], expected: SecondLook
) -> None:
    page = MessagesQuestionPage(look)
    qtbot.addWidget(page)
    assert not page.messages.box.isChecked()
    page.posts.box.setChecked(ticked[0])
    page.messages.box.setChecked(ticked[1])
    page.choices.choose(place)
    with qtbot.waitSignal(page.answered, timeout=500) as told:
        page.go_on.click()
    assert told.args[1] is expected


@pytest.mark.parametrize(("place", "answer"), list(enumerate((Answer.NO, Answer.YES, Answer.NOT_SURE))))
def test_the_evidence_question(qtbot: QtBot, look: Look, place: int, answer: Answer) -> None:
    page = EvidenceQuestionPage(look)
    qtbot.addWidget(page)
    page.show_answer(Answer.NOT_ASKED)
    assert not page.go_on.isEnabled()
    page.choices.choose(place)
    with qtbot.waitSignal(page.answered, timeout=500) as told:
        page.go_on.click()
    assert told.args == [answer]
    page.show_answer(answer)
    assert page.choices.chosen == place


def test_a_click_on_the_words_of_a_choice_chooses_it(qtbot: QtBot, look: Look) -> None:
    page = EvidenceQuestionPage(look)
    qtbot.addWidget(page)
    page.show()
    qtbot.mouseClick(page.choices.cards[2], Qt.MouseButton.LeftButton)
    assert page.choices.chosen == 2
    qtbot.mouseClick(page.choices.cards[0], Qt.MouseButton.LeftButton)
    assert page.choices.chosen == 0


def test_whose_asks_about_a_download_that_names_nobody(qtbot: QtBot, look: Look) -> None:
    page = WhosePage(look)
    qtbot.addWidget(page)
    page.ask("", (), known=False)
    assert page.lead.text() == "This download does not say whose it is. Is it yours?"
    assert "No name" in page.names.text() and not page.me.isHidden()


def test_whose_asks_about_a_first_download_and_about_another_name(qtbot: QtBot, look: Look) -> None:
    page = WhosePage(look)
    qtbot.addWidget(page)
    page.ask("facebook", ("Gareth \u202ePugsley",), known=False)
    assert page.names.text() == "Gareth U+202EPugsley" or "\u202e" not in page.names.text()
    assert not page.me.isHidden() and page.other_name.isHidden()
    page.ask("facebook", ("Somebody Else",), known=True)
    assert page.me.isHidden() and not page.other_name.isHidden() and not page.not_mine.isHidden()
    with qtbot.waitSignals([page.renamed, page.refused], timeout=500):
        page.other_name.click()
        page.not_mine.click()


def test_reading_counts_in_words_and_stops_once(qtbot: QtBot, look: Look) -> None:
    page = ReadingPage(look)
    qtbot.addWidget(page)
    page.start()
    page.show_progress(Progressed(Stage.READING, 0, 30, 120, {"messages": 30412, "posts": 1, "likes": 0}, 4))
    assert page.counts.text() == "Read so far: 30,412 messages, 1 post."
    assert page.percent.text() == "25 % read" and page.bar.value() == 250
    assert page.found.text() == "Things to look at so far: 4"
    with qtbot.waitSignal(page.cancelled, timeout=500):
        page.cancel.click()
    assert not page.cancel.isEnabled()


def test_an_empty_total_is_no_division_by_nothing(qtbot: QtBot, look: Look) -> None:
    page = ReadingPage(look)
    qtbot.addWidget(page)
    page.show_progress(Progressed(Stage.OPENING, 0, 0, 0, {}, 0))
    assert page.percent.text() == "0 % read"


def test_files_are_dropped_listed_and_read(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    page = ChooseExportPage(look)
    qtbot.addWidget(page)
    parts = tuple(tmp_path / name for name in ("facebook-1.zip", "facebook-2.zip"))
    data = QMimeData()
    data.setUrls([*(QUrl.fromLocalFile(str(part)) for part in parts), QUrl("https://example.org/x.zip")])
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    page.zone.dropEvent(drop)
    assert page.paths == parts and not page.list_card.isHidden()
    page.add(parts[:1])
    assert page.paths == parts
    with qtbot.waitSignal(page.chosen, timeout=500) as told:
        page.read.click()
    assert told.args == [parts]
    page.empty.click()
    assert page.paths == () and page.list_card.isHidden()


def test_a_refusal_is_shown_and_goes_with_the_next_choice(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    page = ChooseExportPage(look)
    qtbot.addWidget(page)
    page.refuse("This is not a download. Please choose the ZIP file.")
    assert not page.refusal.isHidden() and page.refusal.words.text().startswith("This is not")
    page.add((tmp_path / "x.zip",))
    assert page.refusal.isHidden()


def test_own_facts_are_all_optional(qtbot: QtBot, look: Look) -> None:
    page = OwnFactsPage(look, load_guidance(), load_official_checklist())
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.given, timeout=500) as told:
        page.save.click()
    assert told.args == [OwnFacts()]
    with qtbot.waitSignal(page.skipped, timeout=500):
        page.skip.click()


def test_own_facts_go_in_and_out_unchanged(qtbot: QtBot, look: Look) -> None:
    page = OwnFactsPage(look, load_guidance(), load_official_checklist())
    qtbot.addWidget(page)
    facts = OwnFacts(
        names=("Gareth Pugsley", "Gaz"),
        service="Invented Fire and Rescue",
        role="fire fighter",
        official_accounts=("@invented",),
        under_investigation=Answer.NOT_SURE,
        date_of_birth=date(1989, 3, 14),
        home_town="Ludbridge",
        home_postcode="ZZ1 1ZZ",
        family_names=("Lily", "Jack"),
        politically_restricted=False,
        sick_leave=((date(2024, 1, 8), date(2024, 2, 2)), (date(2025, 3, 3), date(2025, 3, 3))),
        guidance=("ecfrs",),
    )
    page.show_facts(facts)
    with qtbot.waitSignal(page.given, timeout=500) as told:
        page.save.click()
    assert told.args == [facts]


def test_a_date_that_cannot_be_read_is_asked_for_again(qtbot: QtBot, look: Look) -> None:
    page = OwnFactsPage(look, load_guidance(), load_official_checklist())
    qtbot.addWidget(page)
    page.born.setText("some time in spring")
    with qtbot.assertNotEmitted(page.given, wait=20):
        page.save.click()
    assert not page.problem.isHidden() and "spring" not in page.problem.words.text()


@pytest.mark.parametrize(
    ("written", "spans"),
    [
        ("8 January 2024 to 2 February 2024", [(date(2024, 1, 8), date(2024, 2, 2))]),
        ("08/01/2024 - 02/02/2024;", [(date(2024, 1, 8), date(2024, 2, 2))]),
        ("2024-01-08 \u2013 2024-02-02; 3 May 2025", [(date(2024, 1, 8), date(2024, 2, 2)), (date(2025, 5, 3),) * 2]),
        ("", []),
    ],
)
def test_sick_leave_is_read_as_people_write_it(
    qtbot: QtBot, look: Look, written: str, spans: list[tuple[date, date]]
) -> None:
    page = OwnFactsPage(look, load_guidance(), load_official_checklist())
    qtbot.addWidget(page)
    page.sick_leave.setText(written)
    with qtbot.waitSignal(page.given, timeout=500) as told:
        page.save.click()
    assert told.args == [OwnFacts(sick_leave=tuple(spans))]


@pytest.mark.parametrize("written", ["last winter", "2 February 2024 to 8 January 2024", "8 January 2024 to spring"])
def test_sick_leave_that_cannot_be_read_is_asked_for_again(qtbot: QtBot, look: Look, written: str) -> None:
    page = OwnFactsPage(look, load_guidance(), load_official_checklist())
    qtbot.addWidget(page)
    page.sick_leave.setText(written)
    with qtbot.assertNotEmitted(page.given, wait=20):
        page.save.click()
    assert not page.problem.isHidden() and "sick leave" in page.problem.words.text()


def test_what_was_not_looked_at_is_listed_by_name(qtbot: QtBot, look: Look) -> None:
    page = NotLookedPage(look)
    qtbot.addWidget(page)
    page.show_result(results.result())
    text = words(page)
    for part in ("Videos: 14", "your_facebook_activity/odd/thing.json", "this record has no time", "What others say"):
        assert part in text
    page.show_result(None)
    assert not page.empty.isHidden()


def test_how_to_get_a_download_shows_one_site_at_a_time(qtbot: QtBot, look: Look) -> None:
    first = load_how_to()[0]
    other = replace(first, id="other", title="Another site", steps=("Only one step.",))
    page = GetDownloadPage(look, (first, other))
    qtbot.addWidget(page)
    page.show()
    assert all(step in words(page) for step in (*first.steps, first.then))
    assert [card.isVisible() for card in page.cards] == [True, False]
    with qtbot.waitSignal(page.link_wanted, timeout=500) as told:
        page.links[0].click()
    assert told.args == [first.link]
    page.site.setCurrentIndex(1)
    assert [card.isVisible() for card in page.cards] == [False, True]


def test_an_address_that_is_not_on_the_list_has_no_button(qtbot: QtBot, look: Look) -> None:
    page = GetDownloadPage(look, (replace(load_how_to()[0], link="http://example.org/"),))
    qtbot.addWidget(page)
    assert page.links == []


def test_settings_tell_what_changed(qtbot: QtBot, look: Look) -> None:
    page = SettingsPage(look)
    qtbot.addWidget(page)
    with qtbot.waitSignals([page.single_keys_changed, page.motion_changed], timeout=500):
        page.keys.box.click()
        page.motion.box.click()
    page.appearance.scale.setCurrentIndex(page.appearance.scale.findData(150))
    page.appearance.scale.activated.emit(0)
    assert look.scale == 150


def test_dates_are_written_as_people_write_them() -> None:
    from privacy_audit.model import Moment  # noqa: PLC0415
    from ui.wording import moment_words  # noqa: PLC0415

    assert moment_words(Moment(datetime(2024, 1, 9, tzinfo=UTC))) == "9 January 2024"


def test_what_lies_in_a_cloud_is_asked_about_before_it_is_read(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    page = ChooseExportPage(look)
    qtbot.addWidget(page)
    page.add((tmp_path / "facebook.zip",))
    assert page.away.isHidden()
    page.ask_to_fetch()
    assert not page.away.isHidden()
    with qtbot.waitSignal(page.fetch_agreed, timeout=500) as told:
        page.fetch.click()
    assert told.args == [(tmp_path / "facebook.zip",)]


@pytest.mark.parametrize("may_go", [True, False])
def test_the_last_page_names_the_download_and_deletes_nothing_with_a_case(
    qtbot: QtBot, look: Look, may_go: bool
) -> None:
    page = FinishPage(look)
    qtbot.addWidget(page)
    page.show_state(3, 1200, keeps=not may_go)
    page.show_files((Path("facebook-gareth.zip"),), may_go=may_go)
    assert page.tally.text() == "You have sorted 3 of 1,200."
    assert "facebook-gareth.zip" in words(page)
    assert ("bin" in page.offer.lead.text()) is may_go
    assert page.offer.waits.isHidden() is may_go and page.offer.bin.isHidden() is not may_go
    assert ("forgets everything" in page.kept.text()) is may_go


def test_which_writer_puts_the_likely_one_first_and_may_be_skipped(qtbot: QtBot, look: Look) -> None:
    page = WhichWriterPage(look)
    qtbot.addWidget(page)
    page.ask("facebook", ("Zoe", "Ann \u202e", "Gaz"), "Gaz")
    names = [card.radio.accessibleName() for card in page.choices.cards]
    assert names[0] == "Gaz" and all("\u202e" not in name for name in names)
    page.choices.choose(2)
    with qtbot.waitSignal(page.answered, timeout=500) as told:
        page.go_on.click()
    assert told.args == ["Ann \u202e"]
    page.ask("facebook", ("Somebody",), "")
    assert not page.go_on.isEnabled() and len(page.choices.cards) == 1
    with qtbot.waitSignal(page.skipped, timeout=500):
        page.skip.click()

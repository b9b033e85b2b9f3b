"""The page for own facts: places of work, what the role tells, and of which kind each account is."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from privacy_audit.guidance import load_guidance
from privacy_audit.official_accounts import load_official_checklist
from privacy_audit.own_facts import OwnFacts
from ui.look import Look, Theme
from ui.pages.own_facts import OwnFactsPage
from ui.widgets.account_kinds import Account

ACCOUNTS = (Account("facebook", "Sam Fieldhouse"), Account("x", "LudbridgeFire"))


@pytest.fixture
def make_page(qtbot: QtBot) -> Callable[[], OwnFactsPage]:
    def make() -> OwnFactsPage:
        page = OwnFactsPage(Look(Theme.LIGHT), load_guidance(), load_official_checklist())
        qtbot.addWidget(page)
        return page

    return make


@pytest.fixture
def page(make_page: Callable[[], OwnFactsPage]) -> OwnFactsPage:
    return make_page()


def _given(qtbot: QtBot, page: OwnFactsPage) -> OwnFacts:
    with qtbot.waitSignal(page.given, timeout=500) as told:
        page.save.click()
    facts = told.args[0]
    assert isinstance(facts, OwnFacts)
    return facts


def test_places_of_work_go_in_and_out(qtbot: QtBot, page: OwnFactsPage) -> None:
    facts = OwnFacts(places_of_work=("Ludbridge station, 52.3671, -2.7182", "12 Mill Lane, Ludbridge"))
    page.show_facts(facts)
    assert _given(qtbot, page) == facts


@pytest.mark.parametrize(
    ("role", "service", "says"),
    [
        ("police constable", "Kent Police", "we take it to be restricted"),
        ("fire fighter", "Invented Fire and Rescue", "not to be restricted"),
        ("planning officer", "Invented Borough Council", "does not tell it"),
    ],
)
def test_what_the_role_tells_is_said_while_it_is_written(
    page: OwnFactsPage, role: str, service: str, says: str
) -> None:
    page.role.setText(role)
    page.service.setText(service)
    assert says in page.preset.text() and not page.preset.isHidden()
    page.restricted.setCurrentIndex(2)
    assert page.preset.isHidden()


def test_each_account_that_was_read_is_asked_about(qtbot: QtBot, page: OwnFactsPage) -> None:
    page.show_facts(OwnFacts(), ACCOUNTS)
    assert [choice.accessibleName() for choice in page.accounts.choices()] == [
        "Sam Fieldhouse on Facebook",
        "LudbridgeFire on X",
    ]
    assert page.accounts.checklist.isHidden()
    page.accounts.choices()[1].setCurrentIndex(1)
    assert not page.accounts.checklist.isHidden()
    facts = _given(qtbot, page)
    assert facts.official_accounts == ("x: ludbridgefire",)
    page.show_facts(facts, ACCOUNTS)
    assert [choice.currentIndex() for choice in page.accounts.choices()] == [0, 1]
    assert page.accounts.others.text() == ""


def test_an_account_that_was_not_read_is_written_down(qtbot: QtBot, page: OwnFactsPage) -> None:
    page.show_facts(OwnFacts(official_accounts=("@LudbridgeWatch",)), ACCOUNTS[:1])
    assert page.accounts.others.text() == "@LudbridgeWatch"
    assert not page.accounts.checklist.isHidden()
    assert _given(qtbot, page).official_accounts == ("@LudbridgeWatch",)
    page.accounts.others.clear()
    assert page.accounts.checklist.isHidden()


def test_the_checklist_asks_what_the_document_asks(page: OwnFactsPage) -> None:
    steps = load_official_checklist().steps
    assert [tick.accessibleName() for tick in page.accounts.checklist.ticks] == [step.asks for step in steps]


def test_a_name_with_hidden_marks_is_shown_with_them(page: OwnFactsPage) -> None:
    page.show_facts(OwnFacts(), (Account("facebook", "Sam\u202e Field"),))
    assert "\u202e" not in page.accounts.choices()[0].accessibleName()


def test_asking_again_asks_about_the_new_accounts_only(qtbot: QtBot, page: OwnFactsPage) -> None:
    page.show_facts(OwnFacts(), ACCOUNTS)
    page.show_facts(OwnFacts(), ACCOUNTS[:1])
    assert len(page.accounts.choices()) == 1
    assert _given(qtbot, page).official_accounts == ()

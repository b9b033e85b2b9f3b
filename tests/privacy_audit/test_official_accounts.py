"""Which accounts are the service's, and that the checklist for them rests on the document."""

import pytest

from privacy_audit.guidance import load_guidance
from privacy_audit.official_accounts import load_official_checklist, names_official, qualified

ROWS = [
    (("@LudbridgeFire",), "x", ("ludbridgefire",), True),
    (("Ludbridge Fire",), "facebook", ("Ludbridge Fire",), True),
    (("facebook: Ludbridge Fire",), "facebook", ("Ludbridge Fire",), True),
    (("Facebook:Ludbridge Fire",), "facebook", ("ludbridge fire",), True),
    (("x: @LudbridgeFire",), "x", ("@LudbridgeFire",), True),
    (("facebook: Sam Field",), "instagram", ("Sam Field",), False),
    (("Ludbridge",), "facebook", ("Ludbridge Fire",), False),
    ((), "facebook", ("Sam Field",), False),
]


@pytest.mark.parametrize(("told", "importer", "names", "official"), ROWS)
def test_an_account_is_official_where_the_user_says_so(
    told: tuple[str, ...], importer: str, names: tuple[str, ...], official: bool
) -> None:
    assert names_official(told, importer, names) is official


def test_a_qualified_name_comes_back() -> None:
    assert names_official((qualified("x", "@LudbridgeFire"),), "x", ("LudbridgeFire",))


def test_the_checklist_covers_all_four_sections_of_its_clause() -> None:
    checklist = load_official_checklist()
    clause = load_guidance().clause(checklist.clause)
    assert clause is not None
    assert {step.section.rstrip("abcd") for step in checklist.steps} == set(clause.sections)
    assert all(step.asks.endswith("?") for step in checklist.steps)

"""How one looks to others, in the reports: nearer onlookers only what is new, and nothing of the export."""

from dataclasses import replace

import pytest

from privacy_audit.guidance import load_guidance
from privacy_audit.model import Audience
from privacy_audit.own_facts import OwnFacts
from privacy_audit.remedies import load_remedies
from privacy_audit.report.html_report import as_html
from privacy_audit.report.onlooking import HEADING, has_looks, onlookers
from privacy_audit.report.text_report import as_text
from privacy_audit.report.wording import Bookshelf
from privacy_audit.result import AuditResult
from tests.builders import results


def _result(audiences: dict[str, Audience]) -> AuditResult:
    wanted = [finding for finding in results.findings() if finding.id in audiences]
    return results.result(found=tuple(replace(finding, audience=audiences[finding.id]) for finding in wanted))


TABLE = [
    ({}, []),
    (
        {"dob": Audience.EVERYONE},
        [
            ("Somebody without an account:", ["Facebook, open: Your full date of birth."]),
            ("A friend of a friend: nothing more.", []),
            ("A friend: nothing more.", []),
        ],
    ),
    (
        {"dob": Audience.UNKNOWN, "phone": Audience.FRIENDS},
        [
            ("Somebody without an account:", ["Facebook, not told who can see it: Your full date of birth."]),
            ("A friend of a friend: nothing more.", []),
            ("A friend: all of that, and", ["Facebook, open: Your number or e-mail address."]),
        ],
    ),
    (
        {"phone": Audience.FRIENDS},
        [
            ("Somebody without an account: nothing of what was found.", []),
            ("A friend of a friend: nothing of what was found.", []),
            ("A friend:", ["Facebook, open: Your number or e-mail address."]),
        ],
    ),
    ({"dob": Audience.ONLY_ME}, []),
]


@pytest.mark.parametrize(("audiences", "expected"), TABLE)
def test_table(audiences: dict[str, Audience], expected: list[tuple[str, list[str]]]) -> None:
    result = _result(audiences)
    assert has_looks(result) is bool(expected)
    if expected:
        assert [(seen.heading, list(seen.lines)) for seen in onlookers(result)] == expected


def test_both_reports_have_it_only_where_there_is_something_to_see() -> None:
    shelf = Bookshelf(load_guidance(), load_remedies(), OwnFacts())
    for render in (as_text, as_html):
        assert HEADING in render(results.result(), shelf)
        assert HEADING not in render(_result({"dob": Audience.ONLY_ME}), shelf)
        assert "Llewellyn" not in render(results.result(), shelf)

"""What leaves for a password is five characters of a hash; the rest is looked up here."""

import hashlib
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privacy_audit.gateway import Answer, Gateway, Ledger
from privacy_audit.gateway.password_range import request_of, times_seen

_PASSWORD = "password123"  # noqa: S105 - everybody's
_HASH = hashlib.sha1(_PASSWORD.encode(), usedforsecurity=False).hexdigest().upper()


def _gateway() -> Gateway:
    return Gateway(Ledger(lambda: datetime(2026, 11, 21, tzinfo=UTC)))


@given(st.text())
def test_five_characters_leave_and_nothing_else_of_it(password: str) -> None:
    request = request_of(_gateway(), password)
    assert request.host == "api.pwnedpasswords.com"
    assert len(request.path) == len("/range/") + 5
    assert ("Add-Padding", "true") in request.headers
    assert request.text == request_of(_gateway(), password).text


def test_the_same_five_stand_for_many_passwords() -> None:
    assert request_of(_gateway(), _PASSWORD).path == f"/range/{_HASH[:5]}"
    assert _HASH[5:] not in request_of(_gateway(), _PASSWORD).text


@pytest.mark.parametrize(
    ("body", "count"),
    [
        (f"{'0' * 35}:3\r\n{_HASH[5:]}:126927\r\n", 126927),
        (f"{_HASH[5:].lower()}:4\n", 4),
        (f"{_HASH[5:]}:0\r\n", 0),  # padding
        (f"{'0' * 35}:3\r\n", 0),
        (f"{_HASH[5:]}:many\r\n{_HASH[5:20]}:9\r\n", 0),
        ("", 0),
        ("<html>sorry</html>", 0),
    ],
)
def test_the_answer_is_searched_here(body: str, count: int) -> None:
    assert times_seen(Answer(body.encode()), _PASSWORD) == count


@given(st.binary())
def test_any_answer_gives_a_count(body: bytes) -> None:
    assert times_seen(Answer(body), _PASSWORD) >= 0

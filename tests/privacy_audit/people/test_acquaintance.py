"""People cross the pipe from the worker whole, and are no part of what a vault keeps of a result."""

import io
from dataclasses import replace
from datetime import UTC, datetime

from privacy_audit import pipe
from privacy_audit.events import Finished
from privacy_audit.model import ConnectionKind, Moment
from privacy_audit.people.acquaintance import Acquaintance, Appearance, Band
from privacy_audit.vault.plain import about, packed, result_of
from privacy_audit.words import Words
from tests.builders import results

PEOPLE = (
    Acquaintance(
        (
            Appearance("facebook", Words("Kev Trask"), ConnectionKind.FRIEND, Moment(datetime(2021, 1, 2, tzinfo=UTC))),
            Appearance("instagram", Words("kevtrask"), None),
        ),
        Band.LIKELY,
        ("Their request waits for an answer.",),
        by_name=True,
    ),
    Acquaintance((Appearance("facebook", Words("Nan Lee"), ConnectionKind.FOLLOWER),), None),
)


def test_people_cross_the_pipe() -> None:
    stream = io.BytesIO()
    pipe.send(stream, Finished(replace(results.result(), people=PEOPLE)))
    stream.seek(0)
    came = pipe.receive_guarded(stream)
    assert isinstance(came, Finished) and came.result.people == PEOPLE


def test_what_a_vault_keeps_of_a_result_names_nobody() -> None:
    told = about(replace(results.result(), people=PEOPLE))
    assert b"Trask" not in packed(told) and result_of(told, ()).people == ()

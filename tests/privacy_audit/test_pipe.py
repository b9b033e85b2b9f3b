"""The pipe: what a worker sends is plain on every Python, and nothing else is taken from it."""

import io
import pickle
from enum import Enum

import pytest

from privacy_audit import pipe
from privacy_audit.events import Progressed, Refused, Stage
from privacy_audit.findings import Severity

EVENTS = (Progressed(Stage.READING, 0, 1, 2, {"posts": 3}, 4), Refused("A sentence."), Severity.HIGH)


def _sent(value: object) -> io.BytesIO:
    stream = io.BytesIO()
    pipe.send(stream, value)
    stream.seek(0)
    return stream


def test_events_arrive_as_they_were_sent() -> None:
    arrived = pipe.receive_guarded(_sent(EVENTS))
    assert arrived == EVENTS
    assert isinstance(arrived, tuple)
    assert arrived[0].stage is Stage.READING


def test_an_older_python_sends_enums_plainly_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """As Python 3.11.0 to 3.11.3 do by themselves."""
    monkeypatch.setattr(Enum, "__reduce_ex__", lambda self, _protocol: (getattr, (type(self), self.name)))
    assert b"getattr" in pickle.dumps(Stage.READING)
    assert pipe.receive_guarded(_sent(EVENTS)) == EVENTS


@pytest.mark.parametrize("value", [print, pickle.loads, io.BytesIO, getattr])
def test_nothing_else_is_taken(value: object) -> None:
    with pytest.raises(pipe.ParcelError):
        pipe.receive_guarded(_sent((value,)))

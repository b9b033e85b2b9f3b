"""Audits that say what they are told to say, for tests of the window that need no worker."""

from privacy_audit.events import Event, Finished, ResultSoFar, Stopped
from ui.readings import Order


class Scripted:
    """Says its lines; waits at the join for whose it is, as the worker does."""

    def __init__(self, *events: Event) -> None:
        self.ended = False
        self.mine: list[bool] = []
        self._events = list(events)

    def poll(self, timeout: float = 0.0) -> tuple[Event, ...]:
        if not self._events or (isinstance(self._events[0], Finished | ResultSoFar) and not self.mine):
            return ()
        return (self._events.pop(0),)

    def cancel(self) -> None:
        self._events = [Stopped()]

    def confirm_owner(self, *, mine: bool) -> None:
        self.mine.append(mine)

    def close(self) -> None:
        self.ended = True


class Script:
    """Begins one scripted audit after another and keeps the orders."""

    def __init__(self, *audits: Scripted) -> None:
        self.orders: list[Order] = []
        self._audits = list(audits)

    def __call__(self, order: Order) -> Scripted:
        self.orders.append(order)
        return self._audits.pop(0)

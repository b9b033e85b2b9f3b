"""Sends one request that was agreed to, under every guard, and notes it before, after, and when it fails."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

import certifi
import requests
from requests.exceptions import RequestException
from urllib3.exceptions import HTTPError

from privacy_audit.errors import AuditError
from privacy_audit.gateway.addresses import is_open_internet
from privacy_audit.gateway.connecting import CheckedAdapter, Resolve, resolve
from privacy_audit.gateway.ledger import Ledger
from privacy_audit.gateway.purposes import PURPOSES, Purpose, Request, request_for

_CONNECT_S: Final = 5.0
_READ_S: Final = 5.0
_IN_ALL_S: Final = 15.0
_CHUNK: Final = 16_384
_OK: Final = 200
_TRY_LATER: Final = "Nothing on this computer was changed. You can try again later, or leave it."


class GatewayError(AuditError):
    """The answer was not taken. The sentence says why and what to do."""


class NotAgreedError(AuditError):
    """Somebody asked for what the user has not agreed to: nothing was sent."""


@dataclass(frozen=True, slots=True, repr=False)
class Answer:
    body: bytes

    def __repr__(self) -> str:
        return f"<Answer: {len(self.body)} bytes>"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What tests replace: how names are resolved, which addresses will do, whom to trust, how long to wait."""

    resolve: Resolve = resolve
    allowed: Callable[[str], bool] = is_open_internet
    authorities: str = ""
    in_all: float = _IN_ALL_S  # seconds for the whole of it


class Gateway:
    """Shut until a purpose is opened for this sitting; each request needs its own yes to its exact words."""

    def __init__(
        self,
        ledger: Ledger,
        purposes: tuple[Purpose, ...] = PURPOSES,
        surroundings: Surroundings | None = None,
    ) -> None:
        self.ledger = ledger
        self._purposes = {purpose.id: purpose for purpose in purposes}
        self._around = surroundings or Surroundings()
        self._agreed: Request | None = None

    def preview(self, purpose: str, path: str) -> Request:
        """The exact request, to be shown. Raises NotAgreedError for what is not in the program's own list."""
        known = self._purposes.get(purpose)
        try:
            if known is not None:
                return request_for(known, path)
        except ValueError:
            pass
        raise NotAgreedError("That was not asked for, so nothing was sent. This is a mistake of ours; nothing is lost.")

    def agree(self, request: Request) -> None:
        """The user saw these words and said yes, once."""
        self._agreed = request

    def send(self, request: Request) -> Answer:
        """Sends what was agreed to. Raises GatewayError with a sentence; the ledger has it either way."""
        agreed, self._agreed = self._agreed, None
        if agreed != request or request != self.preview(request.purpose, request.path):
            raise NotAgreedError("Nothing was sent: these words were not agreed to. Look at the request and say yes.")
        purpose = self._purposes[request.purpose]
        entry = self.ledger.asked(request.purpose, request.host, request.text)
        body, why = bytearray(), "the program was stopped"
        try:
            why = self._fetched(request, purpose, body)
        finally:
            if why:
                self.ledger.refused(entry, why, len(body))
            else:
                self.ledger.answered(entry, len(body))
        if why:
            raise GatewayError(f"The answer was not taken: {why}. {_TRY_LATER}")
        return Answer(bytes(body))

    def _fetched(self, request: Request, purpose: Purpose, body: bytearray) -> str:
        """Fills `body`; returns why it is not taken, or nothing."""
        adapter = CheckedAdapter(self._around.resolve, self._around.allowed)
        until = time.monotonic() + self._around.in_all
        with requests.Session() as session, _deadline(self._around.in_all, adapter.cut):
            session.trust_env = False  # no proxies, no .netrc, no certificates from the environment
            session.headers.clear()
            session.cookies.clear()
            session.mount("https://", adapter)
            try:
                return self._read(session, request, purpose, body, until)
            except (RequestException, HTTPError, OSError) as error:
                return _told(error, late=time.monotonic() >= until)

    def _read(
        self, session: requests.Session, request: Request, purpose: Purpose, body: bytearray, until: float
    ) -> str:
        response = session.get(
            f"https://{request.host}:{request.port}{request.path}",
            headers=dict(request.headers),
            allow_redirects=False,
            stream=True,
            timeout=(_CONNECT_S, _READ_S),
            verify=self._around.authorities or certifi.where(),
        )
        with response:
            if response.status_code != _OK:
                return "the server sent us elsewhere or said no"
            if response.headers.get("Content-Encoding", "identity") != "identity":
                return "it was packed in a way that we did not ask for"
            for chunk in response.raw.stream(_CHUNK, decode_content=False):
                if time.monotonic() >= until:
                    return "it took too long"
                if len(body) + len(chunk) > purpose.most:
                    return "it was too large"
                body += chunk
        return "" if time.monotonic() < until else "it took too long"


@contextmanager
def _deadline(seconds: float, cut: Callable[[], None]) -> Iterator[None]:
    """A read's own limit starts anew with each byte; this one does not."""
    timer = threading.Timer(seconds, cut)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _told(error: Exception, *, late: bool) -> str:
    """Our own words: an error's text can hold an address."""
    if late:
        return "it took too long"
    if isinstance(error, requests.exceptions.SSLError):
        return "the server could not prove who it is"
    if isinstance(error, requests.exceptions.Timeout):
        return "the server did not answer in time"
    return "there was no connection to it, or it broke off"

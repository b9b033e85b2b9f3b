"""The network door against servers that cheat: each attack is refused or contained, and the ledger stays right."""

import ssl
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from privacy_audit.gateway import Entry, EntryKind, Gateway, GatewayError, Ledger, NotAgreedError, Purpose
from privacy_audit.gateway.door import Surroundings
from privacy_audit.gateway.ledger import is_whole
from tests.builders.tls_server import HOST, Server, serving

pytestmark = pytest.mark.loopback

_PATH = "/range/21BD1"
_IN_ALL = 2.0


def _clock() -> datetime:
    return datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


def _purpose(port: int, most: int = 100_000) -> Purpose:
    return Purpose("password-range", "A test", HOST, r"/range/[0-9A-F]{5}", most, (("Add-Padding", "true"),), port)


def _gateway(server: Server, **changes: object) -> Gateway:
    around = Surroundings(
        resolve=lambda _host, _port: ("127.0.0.1",),
        allowed=lambda _address: True,
        authorities=str(server.authorities),
        in_all=_IN_ALL,
    )
    around = replace(around, **changes)  # type: ignore[arg-type] # a test names what differs
    return Gateway(Ledger(_clock), (_purpose(server.port),), around)


def _sent(gateway: Gateway, path: str = _PATH) -> bytes:
    request = gateway.preview("password-range", path)
    gateway.agree(request)
    return gateway.send(request).body


def _reply(body: bytes = b"hello", status: str = "200 OK", *headers: str) -> bytes:
    head = (f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers)
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body


def _says(data: bytes) -> Callable[[ssl.SSLSocket], None]:
    return lambda visitor: visitor.sendall(data)


def _drips(start: bytes) -> Callable[[ssl.SSLSocket], None]:
    def play(visitor: ssl.SSLSocket) -> None:
        visitor.sendall(start)
        for _ in range(200):
            time.sleep(0.05)
            visitor.sendall(b"x")

    return play


def _floods(visitor: ssl.SSLSocket) -> None:
    visitor.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
    for _ in range(99):
        visitor.sendall(b"x" * 65_536)


def _moves(visitor: ssl.SSLSocket) -> None:
    port = visitor.getsockname()[1]
    visitor.sendall(_reply(b"", "301 Moved", f"Location: https://{HOST}:{port}/range/00000", "Connection: close"))


def test_what_was_shown_is_what_is_sent_to_the_letter(tmp_path: Path) -> None:
    with serving(tmp_path, _says(_reply())) as server:
        gateway = _gateway(server)
        request = gateway.preview("password-range", _PATH)
        gateway.agree(request)
        assert gateway.send(request).body == b"hello"
    assert server.heard == [request.text.encode()]
    asked, answered = gateway.ledger.entries
    assert (asked.kind, asked.text, asked.sent) == (EntryKind.ASKED, request.text, len(request.text))
    assert (answered.kind, answered.received) == (EntryKind.ANSWERED, 5)
    assert is_whole(gateway.ledger.entries)


ATTACKS = {
    "a redirect": _says(_reply(b"", "302 Found", "Location: https://127.0.0.1/")),
    "a redirect to the same host": _moves,
    "an error": _says(_reply(b"oops", "500 Internal Server Error")),
    "no content": _says(_reply(b"", "204 No Content")),
    "packed": _says(_reply(b"\x1f\x8b\x08", "200 OK", "Content-Encoding: gzip")),
    "packed in its own way": _says(_reply(b"??", "200 OK", "Content-Encoding: br, gzip")),
    "too large": _says(_reply(b"x" * 200_000)),
    "endless": _floods,
    "cut off": _says(_reply(b"hello")[:-2]),
    "no HTTP at all": _says(b"SSH-2.0-none\r\n\r\n"),
    "a broken chunk": _says(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n"),
    "headers without end": lambda visitor: visitor.sendall(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 10_000),
    "a dripping body": _drips(b"HTTP/1.1 200 OK\r\n\r\n"),
    "dripping headers": _drips(b"HTTP/1.1 200 OK\r\nX: "),
    "silence": lambda _visitor: time.sleep(4),
    "hung up": lambda visitor: visitor.close(),
}  # fmt: skip


@pytest.mark.parametrize("attack", ATTACKS)
def test_each_attack_is_contained_and_noted(tmp_path: Path, attack: str) -> None:
    with serving(tmp_path, ATTACKS[attack]) as server:
        gateway = _gateway(server)
        begun = time.monotonic()
        with pytest.raises(GatewayError, match="was not taken"):
            _sent(gateway)
        assert time.monotonic() - begun < _IN_ALL + 1.5
    assert server.visits == 1, "nothing is asked twice, and nowhere else"
    asked, refused = gateway.ledger.entries
    assert (asked.kind, refused.kind) == (EntryKind.ASKED, EntryKind.REFUSED)
    assert asked.sent > 0 and refused.text
    assert refused.received <= 100_000
    assert is_whole(gateway.ledger.entries)


def test_a_greeting_that_is_never_answered_ends_too(tmp_path: Path) -> None:
    with serving(tmp_path, _says(b""), handshake=False) as server:
        gateway = _gateway(server)
        begun = time.monotonic()
        with pytest.raises(GatewayError):
            _sent(gateway)
        assert time.monotonic() - begun < _IN_ALL + 1.5
    assert gateway.ledger.entries[-1].kind is EntryKind.REFUSED


def test_a_certificate_for_another_name_is_refused(tmp_path: Path) -> None:
    with (
        serving(tmp_path, _says(_reply()), host="other.example.com") as server,
        pytest.raises(GatewayError, match="could not prove who it is"),
    ):
        _sent(_gateway(server))
    assert server.heard == []


def test_an_authority_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    with (
        serving(tmp_path, _says(_reply())) as server,
        pytest.raises(GatewayError, match="could not prove who it is"),
    ):
        _sent(_gateway(server, authorities=""))
    assert server.heard == []


@pytest.mark.parametrize("addresses", [("127.0.0.1",), ("93.184.216.34", "127.0.0.1"), ("::1",), ()])
def test_a_name_that_leads_home_is_refused_before_any_connection(tmp_path: Path, addresses: tuple[str, ...]) -> None:
    with serving(tmp_path, _says(_reply())) as server:
        gateway = _gateway(server, resolve=lambda *_asked: addresses, allowed=Surroundings().allowed)
        with pytest.raises(GatewayError):
            _sent(gateway)
    assert server.visits == 0
    assert gateway.ledger.entries[-1].kind is EntryKind.REFUSED


def test_a_name_is_asked_for_once_so_that_it_cannot_change_its_mind(tmp_path: Path) -> None:
    asked: list[str] = []

    def resolve(host: str, _port: int) -> tuple[str, ...]:
        asked.append(host)
        return ("127.0.0.1",) if len(asked) == 1 else ("10.0.0.1",)

    with serving(tmp_path, _says(_reply())) as server:
        assert _sent(_gateway(server, resolve=resolve)) == b"hello"
    assert asked == [HOST]


def test_proxies_and_passwords_of_the_surroundings_are_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "HTTP_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    netrc = tmp_path / "netrc"
    netrc.write_text(f"machine {HOST} login somebody password quokka\n", encoding="ascii")
    monkeypatch.setenv("NETRC", str(netrc))
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE"):
        monkeypatch.setenv(name, str(tmp_path / "none.pem"))
    with serving(tmp_path, _says(_reply())) as server:
        assert _sent(_gateway(server)) == b"hello"
    assert b"uthorization" not in server.heard[0]


def test_nothing_is_remembered_from_one_request_to_the_next(tmp_path: Path) -> None:
    with serving(tmp_path, _says(_reply(b"hello", "200 OK", "Set-Cookie: who=you"))) as server:
        gateway = _gateway(server)
        for path in (_PATH, "/range/00000"):
            _sent(gateway, path)
    assert len(server.heard) == 2
    assert not any(b"ookie" in said for said in server.heard)


@pytest.mark.parametrize(
    "path",
    ["/range/21bd1", "/range/21BD12", "/range/", "/", "/range/21BD1?x", "/range/21BD1\r\nX: y", "/range/21BD1\n",
     "//127.0.0.1/range/21BD1", "/range/../21BD1", "", "/range/2\u0661BD1"],
)  # fmt: skip
def test_only_the_purposes_own_words_can_be_asked(tmp_path: Path, path: str) -> None:
    gateway = Gateway(Ledger(_clock), (_purpose(1),))
    with pytest.raises(NotAgreedError):
        gateway.preview("password-range", path)
    with pytest.raises(NotAgreedError):
        gateway.preview("telemetry", _PATH)
    assert gateway.ledger.entries == ()


def test_nothing_is_sent_that_was_not_agreed_to_in_these_words(tmp_path: Path) -> None:
    with serving(tmp_path, _says(_reply())) as server:
        gateway = _gateway(server)
        request = gateway.preview("password-range", _PATH)
        with pytest.raises(NotAgreedError):
            gateway.send(request)
        gateway.agree(request)
        with pytest.raises(NotAgreedError):
            gateway.send(gateway.preview("password-range", "/range/00000"))
        forged = replace(request, headers=(*request.headers, ("X-More", "words")))
        gateway.agree(forged)
        with pytest.raises(NotAgreedError):
            gateway.send(forged)
        gateway.agree(request)
        gateway.send(request)
        with pytest.raises(NotAgreedError):
            gateway.send(request)
    assert len(server.heard) == 1
    assert [entry.kind for entry in gateway.ledger.entries] == [EntryKind.ASKED, EntryKind.ANSWERED]


def test_nothing_leaves_when_it_cannot_be_noted(tmp_path: Path) -> None:
    def full(_entries: Sequence[Entry]) -> None:
        raise OSError("the disk is full")

    with serving(tmp_path, _says(_reply())) as server:
        around = Surroundings(lambda *_asked: ("127.0.0.1",), lambda _address: True, str(server.authorities), _IN_ALL)
        gateway = Gateway(Ledger(_clock, keep=full), (_purpose(server.port),), around)
        with pytest.raises(OSError, match="full"):
            _sent(gateway)
    assert server.visits == 0

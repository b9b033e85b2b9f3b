"""A server on this machine that answers as badly as a test wants, with a certificate of its own making."""

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

HOST = "range.example.com"
Play = Callable[[ssl.SSLSocket], None]


@dataclass
class Server:
    """`heard` is what each visitor said; `visits` counts those that came as far as a connection."""

    port: int
    authorities: Path
    heard: list[bytes] = field(default_factory=list)
    visits: int = 0


def certificate(folder: Path, host: str = HOST) -> tuple[Path, Path]:
    """A certificate that vouches for itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
    now = datetime.now(tz=UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    paths = folder / "server.pem", folder / "server.key"
    paths[0].write_bytes(made.public_bytes(serialization.Encoding.PEM))
    paths[1].write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return paths


@contextlib.contextmanager
def serving(folder: Path, play: Play, *, host: str = HOST, handshake: bool = True) -> Iterator[Server]:
    """Serves one visitor after another until it is left; `handshake` False never answers the first greeting."""
    paths = certificate(folder, host)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*paths)
    listener = socket.create_server(("127.0.0.1", 0))
    server = Server(listener.getsockname()[1], paths[0])
    over = threading.Event()

    def serve() -> None:
        while not over.is_set():
            try:
                raw, _address = listener.accept()
            except OSError:
                return
            server.visits += 1
            with raw, contextlib.suppress(OSError, ssl.SSLError):
                if not handshake:
                    over.wait(10)
                    continue
                with context.wrap_socket(raw, server_side=True) as visitor:
                    server.heard.append(_request(visitor))
                    play(visitor)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        over.set()
        with contextlib.suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join(5)


def _request(visitor: ssl.SSLSocket) -> bytes:
    said = b""
    while b"\r\n\r\n" not in said:
        more = visitor.recv(4096)
        if not more:
            break
        said += more
    return said

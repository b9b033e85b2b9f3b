"""The system's key store: only back ends that we know, found without a look at the environment, waited for briefly."""

import base64
import binascii
import contextlib
import secrets
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, Protocol, TypeVar

from privacy_audit.vault.errors import KeyLostError, KeyStoreError
from privacy_audit.vault.wrapping import KEY_SIZE

_SERVICE: Final = "Privacy Audit"
_PATIENCE: Final = 60.0  # seconds: the system may ask the user for a password of its own
_LOOK: Final = 5.0
_Answer = TypeVar("_Answer")


class Backend(Protocol):
    """What we use of a back end."""

    def get_password(self, service: str, username: str, /) -> str | None: ...
    def set_password(self, service: str, username: str, password: str, /) -> None: ...
    def delete_password(self, service: str, username: str, /) -> None: ...


@dataclass(frozen=True, slots=True, repr=False)
class KeyStore:
    """One back end. Every call runs in a thread of its own, for a prompt of the system may never come back."""

    backend: Backend
    name: str
    patience: float = _PATIENCE

    def new_key(self, vault: str) -> bytes:
        """Makes a key, stores it, reads it back and compares: a store that forgets is found out before it matters."""
        key = secrets.token_bytes(KEY_SIZE)
        written = base64.b64encode(key).decode("ascii")
        self._ask(lambda: self.backend.set_password(_SERVICE, vault, written))
        if self._ask(lambda: self.backend.get_password(_SERVICE, vault)) != written:
            with contextlib.suppress(KeyStoreError):
                self.forget(vault)
            raise KeyStoreError
        return key

    def key(self, vault: str) -> bytes:
        """The key that was stored. Raises KeyLostError when the store works and has none."""
        written = self._ask(lambda: self.backend.get_password(_SERVICE, vault))
        try:
            key = base64.b64decode(written or "", validate=True)
        except (binascii.Error, ValueError):
            raise KeyLostError from None
        if len(key) != KEY_SIZE:
            raise KeyLostError
        return key

    def forget(self, vault: str) -> bool:
        """Takes the key out; says whether one was there."""
        there = self._ask(lambda: self.backend.get_password(_SERVICE, vault)) is not None
        if there:
            self._ask(lambda: self.backend.delete_password(_SERVICE, vault))
        return there

    def _ask(self, question: Callable[[], _Answer]) -> _Answer:
        return in_time(question, self.patience)


def find_key_store() -> KeyStore | None:
    """The first known back end that works here. None: there is no key store, so a passphrase is the way to keep."""
    for name, make in _known():
        try:
            backend = in_time(make, _LOOK)
        except KeyStoreError:
            continue
        return KeyStore(backend, name)
    return None


def in_time(question: Callable[[], _Answer], patience: float) -> _Answer:
    """Raises KeyStoreError when the store refuses, breaks or does not answer in time."""
    answers: list[_Answer] = []

    def ask() -> None:
        try:
            answers.append(question())
        except Exception:  # noqa: BLE001 - round a job: D-Bus, COM and Keychain errors are of many kinds; each is a no
            return

    thread = threading.Thread(target=ask, name="key store", daemon=True)
    thread.start()
    thread.join(patience)
    if not answers:
        raise KeyStoreError
    return answers[0]


def _known() -> Iterator[tuple[str, Callable[[], Backend]]]:
    """Imported by name: the library's own search obeys a variable and a file that may name any class at all."""
    if sys.platform == "win32":
        yield "Windows Credential Locker", _windows
    elif sys.platform == "darwin":
        yield "Keychain", _keychain
    else:
        yield "Secret Service", _secret_service
        yield "KWallet", _kwallet


def _windows() -> Backend:
    from keyring.backends.Windows import WinVaultKeyring  # noqa: PLC0415 - each loads the system's libraries

    backend = _working(WinVaultKeyring)
    setattr(backend, "persist", "local machine")  # noqa: B010 - else the key may roam to the employer with a profile
    return backend


def _keychain() -> Backend:
    from keyring.backends.macOS import Keyring  # noqa: PLC0415

    backend = _working(Keyring)
    setattr(backend, "keychain", None)  # noqa: B010 - a variable of the environment may point elsewhere
    return backend


def _secret_service() -> Backend:
    from keyring.backends.SecretService import Keyring  # noqa: PLC0415

    return _working(Keyring)


def _kwallet() -> Backend:
    from keyring.backends.kwallet import DBusKeyring  # noqa: PLC0415

    return _working(DBusKeyring)


def _working(make: Callable[[], Backend]) -> Backend:
    """A back end says by an error, or by a priority below nought, that it cannot work here."""
    if not getattr(make, "priority", 0) > 0:
        raise RuntimeError("no key store of this kind works here")
    return make()

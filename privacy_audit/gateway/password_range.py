"""Have I Been Pwned's range check: five characters of a hash leave, the answer is searched here, nothing is stored.

Source: https://haveibeenpwned.com/API/v3#PwnedPasswords (k-anonymity; 20 of the 160 bits of SHA-1 leave).
"""

import hashlib
from typing import Final

from privacy_audit.gateway.door import Answer, Gateway
from privacy_audit.gateway.purposes import PASSWORD_RANGE, Request

_SENT: Final = 5
_SUFFIX: Final = 35  # the rest of a SHA-1 in hexadecimal


def request_of(gateway: Gateway, password: str) -> Request:
    """What would leave for this password."""
    return gateway.preview(PASSWORD_RANGE.id, f"/range/{_hash(password)[:_SENT]}")


def times_seen(answer: Answer, password: str) -> int:
    """How often the password stands in lists of stolen ones; 0 when it does not."""
    wanted = _hash(password)[_SENT:]
    for line in answer.body.decode("ascii", "replace").splitlines():
        suffix, _, count = line.strip().partition(":")
        if len(suffix) == _SUFFIX and suffix.upper() == wanted and count.strip().isdecimal():
            return int(count)
    return 0


def _hash(password: str) -> str:
    return hashlib.sha1(password.encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest().upper()

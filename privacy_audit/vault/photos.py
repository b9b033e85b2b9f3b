"""What the photo stage saw in a picture, found again by the picture's content, so that it is not looked at twice."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date

from privacy_audit.vault.pages import Pages

_SIZE = 16


class Photos:
    """Results are bytes of the photo stage's own making; `maker` names its version: another one looks again."""

    def __init__(self, pages: Pages, key: bytes) -> None:
        self._pages, self._key = pages, key

    def fingerprint(self, content_hash: bytes) -> str:
        """Keyed: nobody can ask the vault whether a known picture was among them."""
        return hashlib.blake2b(content_hash, key=self._key, digest_size=_SIZE, person=b"photo").hexdigest()

    def seen(self, fingerprint: str, maker: str) -> bytes | None:
        body = self._pages.one("SELECT body FROM photo WHERE fingerprint = ? AND maker = ?", (fingerprint, maker))
        return body if isinstance(body, bytes) else None

    def all(self, maker: str) -> dict[str, bytes]:
        rows = self._pages.rows("SELECT fingerprint, body FROM photo WHERE maker = ?", (maker,))
        return {str(row[0]): row[1] for row in rows if isinstance(row[1], bytes)}

    def put(self, results: Mapping[str, bytes], maker: str, today: date) -> None:
        """Many at once: a commit a picture would be slow."""
        with self._pages.change() as writing:
            writing.many(
                "INSERT OR REPLACE INTO photo (fingerprint, maker, seen, body) VALUES (?, ?, ?, ?)",
                ((fingerprint, maker, today.isoformat(), body) for fingerprint, body in results.items()),
            )

    def forget(self, fingerprints: Iterable[str]) -> None:
        with self._pages.change() as writing:
            writing.many("DELETE FROM photo WHERE fingerprint = ?", [(fingerprint,) for fingerprint in fingerprints])

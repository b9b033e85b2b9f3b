"""People whom the user looked at, without their names: a keyed fingerprint, the answer and its day."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from privacy_audit.fingerprint import plain_item
from privacy_audit.vault.pages import Pages

_SIZE = 16


@dataclass(frozen=True, slots=True)
class PersonAnswer:
    """`answer` is a word of the page that asked: this module does not know its meaning."""

    answer: str
    made_on: date
    remind_on: date | None = None


class People:
    """`key` makes the fingerprints: without the vault they cannot be tried out against a list of names."""

    def __init__(self, pages: Pages, key: bytes) -> None:
        self._pages, self._key = pages, key

    def fingerprint(self, platform: str, name: str) -> str:
        material = f"{platform}\x1f{plain_item(name)}".encode("utf-8", "replace")
        return hashlib.blake2b(material, key=self._key, digest_size=_SIZE, person=b"person").hexdigest()

    def answer(self, fingerprint: str) -> PersonAnswer | None:
        return self.all().get(fingerprint)

    def all(self) -> dict[str, PersonAnswer]:
        return {
            str(row[0]): PersonAnswer(
                str(row[1]), date.fromisoformat(str(row[2])), date.fromisoformat(str(row[3])) if row[3] else None
            )
            for row in self._pages.rows("SELECT fingerprint, answer, made, remind FROM person")
        }

    def put(self, fingerprint: str, answer: PersonAnswer | None) -> None:
        """None takes the answer back."""
        self.put_all({fingerprint: answer})

    def put_all(self, answers: Mapping[str, PersonAnswer | None]) -> None:
        """All of them, or none: "the rest I know personally" is one answer for many."""
        with self._pages.change() as writing:
            writing.many(
                "DELETE FROM person WHERE fingerprint = ?",
                [(fingerprint,) for fingerprint, answer in answers.items() if answer is None],
            )
            writing.many(
                "INSERT OR REPLACE INTO person (fingerprint, answer, made, remind) VALUES (?, ?, ?, ?)",
                [
                    (fingerprint, answer.answer, answer.made_on.isoformat(), _day(answer.remind_on))
                    for fingerprint, answer in answers.items()
                    if answer is not None
                ],
            )


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None

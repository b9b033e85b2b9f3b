"""What the user told of themselves, whose vault it is, the settings, and the key of its fingerprints."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from privacy_audit.own_facts import Answer, OwnFacts
from privacy_audit.vault.pages import Pages
from privacy_audit.vault.plain import packed, unpacked

if TYPE_CHECKING:
    from privacy_audit.vault.kept_packs import KeptPacks

Setting = str | int | bool


class Own:
    def __init__(self, pages: Pages) -> None:
        self._pages = pages

    @property
    def fingerprint_key(self) -> bytes:
        return self._value("fingerprint key") or b""

    @fingerprint_key.setter
    def fingerprint_key(self, key: bytes) -> None:
        self._put("fingerprint key", key)

    @property
    def facts(self) -> OwnFacts:
        return unpacked(self._value("own facts"), OwnFacts) or OwnFacts()

    @facts.setter
    def facts(self, facts: OwnFacts) -> None:
        """The answer about a case is not written down: it is asked again, and that is the careful way round."""
        self._put("own facts", packed(replace(facts, under_investigation=Answer.NOT_ASKED)))

    @property
    def owner(self) -> tuple[str, ...]:
        """The names that the user said are theirs. They only grow: a vault has one owner."""
        return tuple(str(row[0]) for row in self._pages.rows("SELECT name FROM owner ORDER BY added, name"))

    def is_also(self, names: Iterable[str], today: date) -> None:
        with self._pages.change() as writing:
            writing.many(
                "INSERT OR IGNORE INTO owner (name, added) VALUES (?, ?)",
                [(name, today.isoformat()) for name in names if name],
            )

    @property
    def settings(self) -> dict[str, Setting]:
        raw = self._value("settings")
        try:
            return msgspec.json.decode(raw, type=dict[str, str | int | bool]) if raw else {}
        except msgspec.DecodeError:
            return {}

    @settings.setter
    def settings(self, settings: dict[str, Setting]) -> None:
        self._put("settings", msgspec.json.encode(settings))

    @property
    def packs(self) -> "KeptPacks | None":
        """The user's own guidance; None where there is none."""
        raw = self._value("packs")
        if raw is None:
            return None
        from privacy_audit.vault.kept_packs import KeptPacks  # noqa: PLC0415 - few have any, and it loads signatures

        return unpacked(raw, KeptPacks)

    @packs.setter
    def packs(self, packs: "KeptPacks") -> None:
        self._put("packs", packed(packs))

    @property
    def ledger(self) -> str:
        """What left this computer, as the network door wrote it; empty where nothing did."""
        return (self._value("ledger") or b"").decode("utf-8", "replace")

    @ledger.setter
    def ledger(self, text: str) -> None:
        self._put("ledger", text.encode("utf-8"))

    def _value(self, name: str) -> bytes | None:
        found = self._pages.one("SELECT value FROM fact WHERE name = ?", (name,))
        return found if isinstance(found, bytes) else None

    def _put(self, name: str, value: bytes) -> None:
        with self._pages.change() as writing:
            writing.run("INSERT OR REPLACE INTO fact (name, value) VALUES (?, ?)", (name, value))

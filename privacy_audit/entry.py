"""One entry of an export, asked by names that change their case, blanks and marks from year to year."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from privacy_audit.leaf import Leaf
from privacy_audit.model import Moment, PartialDate
from privacy_audit.text import moment_from_text, partial_date_from_text

_NOTHING = frozenset({"", "n/a"})


@dataclass(frozen=True, slots=True, repr=False)
class Entry:
    """The texts and numbers of a JSON object or a row, by their names in small letters and digits alone."""

    values: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, value: object) -> "Entry":
        texts: dict[str, str] = {}
        for name, leaf in Leaf(value).items():
            text = leaf.text() or ("" if leaf.number() is None else str(leaf.value))
            if text.casefold() not in _NOTHING:
                texts.setdefault(bare(name), text)
        return cls(texts)

    def first(self, *names: str) -> str:
        """The first of these that is filled in; names as `bare` gives them."""
        return next((self.values[name] for name in names if name in self.values), "")

    def moment(self, *names: str) -> Moment | None:
        return moment_from_text(self.first(*names))

    def date(self, *names: str) -> PartialDate | None:
        return partial_date_from_text(self.first(*names))


def bare(name: str) -> str:
    """ "Date & Time" and "date_time" are one name."""
    return "".join(filter(str.isalnum, name.casefold()))

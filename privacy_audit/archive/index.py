"""The index of a tree's paths: a suffix or a glob finds its members without walking over all of them."""

import re
from collections.abc import Iterator, Sequence

from privacy_audit.archive.names import glob_expression, longest_literal, natural, same_letters, skeleton

_FEW = 60  # questions answered by a search over all paths, 1 ms for 50,000


class PathIndex:
    """Over all paths of a tree; answers with positions in the sequence that it was built from.

    The first questions, as in recognising, are answered by a search; tables are built when more of them come.
    """

    def __init__(self, paths: Sequence[str], unsure: frozenset[int] = frozenset()) -> None:
        self._joined = "\n" + same_letters("\n".join(paths)) + "\n"
        self._paths = self._joined[1:-1].split("\n") if paths else []
        self._skeletons = {place: skeleton(self._paths[place]) for place in sorted(unsure)}
        self._by_name: dict[str, list[int]] = {}
        self._by_pair: dict[str, list[int]] = {}
        self._asked = 0

    def find(self, suffix: str) -> int | None:
        wanted = same_letters(suffix).strip("/")
        self._asked += 1
        if not wanted or self._asked <= _FEW:
            found = self._searched(wanted) if wanted else []
        else:
            found = self._looked_up(wanted)
        if not found:
            found = [place for place, path in self._skeletons.items() if ends_in(path, skeleton(wanted))]
        return min(found, key=lambda place: self._paths[place].count("/"), default=None)

    def _searched(self, wanted: str) -> list[int]:
        ends = (place for place in self._holding(f"{wanted}\n"))
        return [place for place in ends if ends_in(self._paths[place], wanted)]

    def _looked_up(self, wanted: str) -> list[int]:
        if not self._by_name:
            self._build()
        pieces = wanted.split("/")
        rows = self._by_name if len(pieces) == 1 else self._by_pair
        # the rows stand with the shallowest first, so that a name that every thread has costs no walk over all threads
        for place in rows.get("/".join(pieces[-2:]), ()):
            if ends_in(self._paths[place], wanted):
                return [place]
        return []

    def _build(self) -> None:
        depths = [path.count("/") for path in self._paths]
        for place in sorted(range(len(self._paths)), key=depths.__getitem__):
            path = self._paths[place]
            cut = path.rfind("/")
            self._by_name.setdefault(path[cut + 1 :], []).append(place)
            if cut > 0:
                self._by_pair.setdefault(path[path.rfind("/", 0, cut) + 1 :], []).append(place)

    def matching(self, pattern: str) -> list[int]:
        wanted = same_letters(pattern).strip("/")
        # the pattern need not be anchored at the path's start: members are found by suffix
        whole = re.compile(r"(?:[^\n]*/)?" + glob_expression(wanted))
        places = {place for place in self._holding(longest_literal(wanted)) if whole.fullmatch(self._paths[place])}
        if self._skeletons and not wanted.isascii():
            bones = re.compile(r"(?:[^\n]*/)?" + glob_expression(skeleton(wanted)))
            places.update(place for place, path in self._skeletons.items() if bones.fullmatch(path))
        return sorted(places, key=lambda place: natural(self._paths[place]))

    def _holding(self, literal: str) -> Iterator[int]:
        """Positions of the paths that hold a literal, by one fast search over all of them joined."""
        if not literal:
            yield from range(len(self._paths))
            return
        joined, line, start = self._joined, 0, 1
        at = joined.find(literal, 1)
        while at >= 0:
            line += joined.count("\n", start, at)
            yield line
            start = joined.find("\n", at) + 1
            line += 1
            at = joined.find(literal, start)


def ends_in(path: str, suffix: str) -> bool:
    """Whether a path ends in a suffix on a slash boundary."""
    return path.endswith(suffix) and (len(path) == len(suffix) or path[-len(suffix) - 1] == "/")

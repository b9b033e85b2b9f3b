"""The cheapest set of items to fix so that no combination of facts is whole: an exact weighted hitting set.

A fact goes only when every item that gives it away is fixed, and one item may give several facts away. Sets of items
are whole numbers: bit n stands for item n.
"""

from collections.abc import Iterable, Mapping, Sequence


def cheapest(costs: Sequence[int], facts: Mapping[str, int], combinations: Iterable[Iterable[str]]) -> int:
    """The set of items with the least cost; of several the smallest, then the one that keeps to earlier items.

    `facts` has the items that give each fact away. A combination with a fact that is not there is not whole.
    """
    wholes = {
        frozenset(facts[fact] for fact in parts) for parts in map(tuple, combinations) if set(parts) <= set(facts)
    }
    least = [whole for whole in wholes if not any(other < whole for other in wholes)]  # the others break with these
    search = _Search(_ranked(costs), sorted(least, key=lambda whole: (len(whole), sorted(whole))))
    search.go_on(0, frozenset())
    return search.best


def _ranked(costs: Sequence[int]) -> list[int]:
    """Costs that no two sets share: first the cost, then how many items, then which ones."""
    count = len(costs)
    room = count + count.bit_length() + 1
    return [(cost << room) + (1 << count) + (1 << place) for place, cost in enumerate(costs)]


class _Search:
    """Branch and bound: each open combination must lose a fact; a branch that cannot beat the best is left."""

    def __init__(self, ranks: list[int], wholes: list[frozenset[int]]) -> None:
        self._ranks = ranks
        self._wholes = wholes
        self.best = 0
        for whole in wholes:
            for items in whole:
                self.best |= items  # all of them: never worse than what is found
        self._bound = self._rank(self.best)

    def go_on(self, fixed: int, kept: frozenset[int]) -> None:
        """`kept` are facts that another branch has tried to take away."""
        rank = self._rank(fixed)
        open_ones = [whole for whole in self._wholes if not any(items & ~fixed == 0 for items in whole)]
        if not open_ones:
            if rank < self._bound:
                self.best, self._bound = fixed, rank
            return
        choices = [sorted(whole - kept, key=lambda items: (self._rank(items & ~fixed), items)) for whole in open_ones]
        if not all(choices) or rank + self._at_least(choices, fixed) >= self._bound:
            return
        tried = kept
        for items in min(choices, key=len):
            self.go_on(fixed | items, tried)
            tried |= {items}

    def _at_least(self, choices: list[list[int]], fixed: int) -> int:
        """What is still to pay at the least: combinations without a common item each cost their cheapest fact."""
        needed, touched = 0, 0
        for options in sorted(choices, key=lambda options: -self._rank(options[0] & ~fixed)):
            items = 0
            for option in options:
                items |= option & ~fixed
            if not items & touched:
                touched |= items
                needed += self._rank(options[0] & ~fixed)
        return needed

    def _rank(self, items: int) -> int:
        total = 0
        while items:
            lowest = items & -items
            total += self._ranks[lowest.bit_length() - 1]
            items ^= lowest
        return total

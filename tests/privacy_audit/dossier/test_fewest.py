"""The solver: a table of small cases, brute force over all subsets on a thousand seeded ones, and a big one."""

import random
from itertools import combinations

import pytest

from privacy_audit.dossier.fewest import cheapest

Case = tuple[list[int], dict[str, int], list[tuple[str, ...]]]

TABLE = [
    ("nothing is open", [3], {"a": 1}, [("a", "b")], set()),
    ("a fact alone opens it", [3, 2], {"a": 0b01, "b": 0b10}, [("a",)], {0}),
    ("the cheaper of two facts goes", [3, 2], {"a": 0b01, "b": 0b10}, [("a", "b")], {1}),
    ("a fact goes only with all its items", [2, 2, 3], {"a": 0b011, "b": 0b100}, [("a", "b")], {2}),
    ("one item gives two facts away", [4, 3, 3], {"a": 1, "b": 1, "c": 2, "d": 4}, [("a", "c"), ("b", "d")], {0}),
    ("the fact that all share", [5, 2, 2, 2], dict(zip("abcd", (1, 2, 4, 8), strict=True)),
     [("a", "b"), ("a", "c"), ("a", "d")], {0}),
    ("of equal costs the smaller set", [1, 1, 2], {"a": 0b011, "b": 0b100}, [("a", "b")], {2}),
    ("of equal sets the earlier items", [2, 2], {"a": 0b01, "b": 0b10}, [("a", "b")], {0}),
]  # fmt: skip


@pytest.mark.parametrize(("_name", "costs", "facts", "needs", "expected"), TABLE, ids=[row[0] for row in TABLE])
def test_table(
    _name: str, costs: list[int], facts: dict[str, int], needs: list[tuple[str, ...]], expected: set[int]
) -> None:
    fixed = cheapest(costs, facts, needs)
    assert {place for place in range(len(costs)) if fixed >> place & 1} == expected


def brute_force(case: Case) -> int:
    """Every subset of the items, the cheapest that closes all."""
    costs, facts, needs = case
    whole = [need for need in needs if set(need) <= set(facts)]
    best: tuple[int, int, int] | None = None
    for size in range(len(costs) + 1):
        for chosen in combinations(range(len(costs)), size):
            fixed = sum(1 << place for place in chosen)
            if all(any(facts[fact] & fixed == facts[fact] for fact in need) for need in whole):
                key = (sum(costs[place] for place in chosen), size, fixed)
                best = key if best is None else min(best, key)
    assert best is not None
    return best[2]


def random_case(chance: random.Random) -> Case:
    items = chance.randint(1, 9)
    costs = [chance.randint(1, 8) for _ in range(items)]
    names = [f"f{number}" for number in range(chance.randint(1, 8))]
    facts = {name: chance.randrange(1, 1 << items) & chance.choice((-1, 0b1010101, 0b11011)) for name in names}
    facts = {name: given for name, given in facts.items() if given}
    pool = [*names, "never-known"]
    needs = [tuple(chance.sample(pool, chance.randint(1, min(3, len(pool))))) for _ in range(chance.randint(0, 9))]
    return costs, facts, needs


def test_brute_force_agrees_on_a_thousand_cases() -> None:
    chance = random.Random(20261121)  # noqa: S311 - cases, not secrets
    cases = [random_case(chance) for _ in range(1000)]
    solved = [cheapest(*case) for case in cases]
    assert [case for case, fixed in zip(cases, solved, strict=True) if brute_force(case) != fixed] == []
    assert sum(fixed.bit_count() > 1 for fixed in solved) > 300, "the cases must be worth solving"


def test_hundreds_of_findings_are_no_burden() -> None:
    chance = random.Random(7)  # noqa: S311 - cases, not secrets
    facts = {f"f{number}": chance.getrandbits(400) | 1 << number for number in range(24)}
    needs = [tuple(chance.sample(sorted(facts), 3)) for _ in range(40)]
    fixed = cheapest([chance.randint(1, 8) for _ in range(400)], facts, needs)
    assert all(any(facts[fact] & ~fixed == 0 for fact in need) for need in needs)

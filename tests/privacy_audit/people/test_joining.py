"""Identities of several platforms become people: by address first, then by name, never two of one platform."""

from privacy_audit.people.joining import Identity, Person, Why, joined, remembered


def _people(*identities: Identity) -> set[tuple[int, ...]]:
    return {person.members for person in joined(identities) if len(person.members) > 1}


def test_names_join_across_platforms() -> None:
    assert _people(
        Identity("facebook", "Margaret Oakshott"),
        Identity("instagram", "peggy.oakshott"),
        Identity("whatsapp", "Peggy Oakshott"),
        Identity("linkedin", "Paul Oakshott"),
    ) == {(0, 1, 2)}


def test_two_of_one_platform_are_two_people() -> None:
    assert _people(Identity("facebook", "Dan Roe"), Identity("facebook", "Daniel Roe")) == set()


def test_a_third_platform_does_not_make_two_of_one_platform_one() -> None:
    people = _people(
        Identity("facebook", "Dan Roe"), Identity("facebook", "Daniel Roe"), Identity("instagram", "Danny Roe")
    )
    assert people in ({(0, 2)}, {(1, 2)})


def test_an_address_joins_what_names_do_not() -> None:
    people = joined(
        (
            Identity("whatsapp", "Boiler man", ("+447700900461",)),
            Identity("facebook", "Kit Farrow", ("+447700900461", "kit@example.com")),
            Identity("linkedin", "Christopher Farrow", ("kit@example.com",)),
        )
    )
    assert people == (Person((0, 1, 2), Why.ADDRESS),)


def test_a_family_name_first_and_an_initial_are_found() -> None:
    assert _people(Identity("a", "Nagy Ilona"), Identity("b", "Ilona Nagy")) == {(0, 1)}
    assert _people(Identity("a", "L. Farrant"), Identity("b", "Lucinda Farrant")) == {(0, 1)}


def test_everybody_comes_out_once() -> None:
    identities = [Identity(f"p{number % 4}", f"Ann{number} Other{number % 7}") for number in range(60)]
    identities += [Identity("x", ""), Identity("y", "")]
    people = joined(identities)
    assert sorted(place for person in people for place in person.members) == list(range(62))


def test_names_from_memory_are_found_under_other_names() -> None:
    identities = (
        Identity("facebook", "Peggy Oakshott"),
        Identity("x", "somebody_else"),
        Identity("whatsapp", "Oakshott M"),
    )
    assert remembered(identities, ("Margaret Oakshott",)) == {0: "Margaret Oakshott", 2: "Margaret Oakshott"}
    assert remembered(identities, ()) == {}


def test_no_repr_holds_a_name() -> None:
    assert "Oakshott" not in repr(Identity("facebook", "Peggy Oakshott", ("+447700900461",)))

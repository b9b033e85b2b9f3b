"""Political restriction: pre-set from role and service, the user's own answer first, asked where nothing tells."""

import pytest

from privacy_audit.own_facts import OwnFacts
from privacy_audit.restriction import is_restricted, told_by_role

RESTRICTED = [
    ("police constable", "Kent Police"),
    ("PC", "Essex Police"),
    ("response officer", "West Mercia Police"),
    ("Special Constable", ""),
    ("Special Sergeant", "Devon and Cornwall Police"),
    ("Detective Inspector", "Gwent Police"),
    ("T/DC", "Northumbria Police"),
    ("Chief Superintendent", ""),
    ("roads policing officer", "Cheshire Constabulary"),
    ("policy officer", "Office of the Police and Crime Commissioner for Norfolk"),
    ("PA to the Deputy Commissioner", "Police, Fire and Crime Commissioner for Essex"),
    ("head of finance", "Essex PFCC"),
    ("engagement officer", "OPCC"),
]
FREE = [
    ("fire fighter", "Essex County Fire and Rescue Service"),
    ("watch manager", "London Fire Brigade"),
    ("fire safety inspector", "Cleveland Fire Brigade"),
    ("on-call firefighter", "Cornwall Fire, Rescue and Community Safety Service"),
    ("Deputy Police, Fire and Crime Commissioner", "Essex PFCC"),
    ("deputy PFCC", ""),
    ("deputy", "Police, Fire and Crime Commissioner for Essex"),
]
ASKED = [
    ("", ""),
    ("PCSO", "Kent Police"),
    ("call handler", "Surrey Police"),
    ("intelligence analyst", "Sussex Police"),
    ("retired sergeant", "Dyfed-Powys Police"),
    ("", "Kent Police"),
    ("planning officer", "Southend-on-Sea City Council"),
    ("social worker", "Derbyshire County Council"),
    ("inspector", "Ofsted"),
    ("teacher", "a school"),
]


@pytest.mark.parametrize(("role", "service"), RESTRICTED)
def test_constables_and_the_commissioners_staff_are_restricted(role: str, service: str) -> None:
    assert told_by_role(role, service) is True
    assert is_restricted(OwnFacts(role=role, service=service))


@pytest.mark.parametrize(("role", "service"), FREE)
def test_fire_staff_and_the_deputy_are_not(role: str, service: str) -> None:
    assert told_by_role(role, service) is False
    assert not is_restricted(OwnFacts(role=role, service=service))


@pytest.mark.parametrize(("role", "service"), ASKED)
def test_where_nothing_tells_it_is_asked_and_nobody_is_restricted(role: str, service: str) -> None:
    assert told_by_role(role, service) is None
    assert not is_restricted(OwnFacts(role=role, service=service))


def test_the_users_own_answer_comes_first() -> None:
    assert is_restricted(OwnFacts(role="planning officer", politically_restricted=True))
    assert not is_restricted(OwnFacts(role="constable", service="Kent Police", politically_restricted=False))

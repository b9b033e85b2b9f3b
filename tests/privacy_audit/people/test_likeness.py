"""Names that could be one person's, and names that look alike and are two people's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privacy_audit.people.likeness import family_key, given_keys, may_be_one
from privacy_audit.people.name_parts import name_parts

SAME = [
    ("Theodora Vance", "Theodora Vance"),
    ("Margaret Oakshott", "Peggy Oakshott"),
    ("Robert Imrie", "Robbo Imrie"),
    ("Sukhdeep Dhillon", "Sukhi Dhillon"),
    ("Chukwuemeka Obi", "Emeka Obi"),
    ("L. Farrant", "Lucinda Farrant"),
    ("JP Reilly", "John Paul Reilly"),
    ("Liz M.", "Elizabeth Marlowe"),
    ("Tamsin Orr-Blake", "Tamsin Orr"),
    ("Gwen Ashby (née Rudge)", "Gwen Rudge"),
    ("Gwen Ashby (Rudge)", "Gwen Rudge"),
    ("Nagy Ilona", "Ilona Nagy"),
    ("Cheung Wing Yan", "Wingyan Cheung"),
    ("Pham Minh Chau", "Chau Pham"),
    ("Amrit Singh Johal", "Amrit Johal"),
    ("Síle Ní Bhriain", "Sile O'Brien"),
    ("Calum MacAskill", "Calum McAskill"),
    ("Ewa Lewandowska", "Ewa Lewandowski"),
    ("Jörg Kühn", "Joerg Kuehn"),
    ("Иван Петров", "Ivan Petrov"),
    ("\U0001d4db\U0001d4f2\U0001d4fc\U0001d4ea Hobday", "Lisa Hobday"),
    ("L1sa H0bday", "Lisa Hobday"),
    ("🌻 Nadia 🌻 Frith", "Nadia Frith"),
    ("Cllr. Bernard Toye OBE", "Bernie Toye"),
    ('Colin "Chalky" Whyte', "Chalky Whyte"),
    ("pippa.lowe_", "Philippa Lowe"),
    ("jmarwood", "Jacob Marwood"),
    ("Abdul Rahim Sarwar", "Abdulrahim Sarwar"),
    ("Zaynab Qureshi", "Zainab Qureshi"),
    ("Stephen Cawdrey", "Stpehen Cawdrey"),
]
DIFFERENT = [
    ("Paul Denholm", "Paula Denholm"),
    ("Francis Ardern", "Frances Ardern"),
    ("Emily Strudwick", "Emilia Strudwick"),
    ("Leslie Pinnock", "Lesley Pinnock"),
    ("Dennis Hoyle", "Denise Hoyle"),
    ("Daisy Frobisher", "Maisie Frobisher"),
    ("Colin Ware", "Colin Warr"),
    ("Adam Hobbs", "Adam Hobson"),
    ("Gavin Keane", "Gavin Kane"),
    ("Ama Owusu-Dodd", "Ama Antwi-Dodd"),
    ("Noor Ali Shah", "Noor Ahmed Shah"),
    ("Ivor Pell Snr", "Ivor Pell Jnr"),
    ("Alex Mowbray (Alexander)", "Alex Mowbray (Alexandra)"),
    ("James Lee", "Lee James Marsh"),
    ("Mei Chan", "Mai Chan"),
    ("Park Min", "Park Minji"),
    ("Kelly", "Kelly Orton"),
    ("Mum", "Mum Dad"),
    ("Siobhan Reilly", "Sinead Reilly"),
    ("Fatima Iqbal", "Fatiha Iqbal"),
    ("", "Somebody Else"),
    ("🔥🔥", "🔥🔥"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_could_be_one(one: str, other: str) -> None:
    assert may_be_one(one, other) and may_be_one(other, one)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_are_two(one: str, other: str) -> None:
    assert not may_be_one(one, other) and not may_be_one(other, one)


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_are_compared_either_way_round(one: str, other: str) -> None:
    assert may_be_one(one, other) == may_be_one(other, one)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_names_that_could_be_one_meet_in_the_index(one: str, other: str) -> None:
    first, second = name_parts(one), name_parts(other)
    words = [{family_key(word) for word in (*part.names, *part.former, *part.beside)} for part in (first, second)]
    begun = [{key for word in (*part.names, *part.beside) for key in given_keys(word)} for part in (first, second)]
    assert words[0] & words[1] or 1 in (len(first.names), len(second.names)) or first.initials or second.initials
    assert begun[0] & begun[1]

"""Lines by which the covering of names and addresses is judged: written before it, for whoever writes it not to read."""

import re
from pathlib import Path

import pytest

LISTS = Path(__file__).parent / "names_and_addresses"
MARKED = re.compile(r"⟦[^⟦⟧⟨⟩]+⟧|⟨[^⟦⟧⟨⟩]+⟩")  # must be covered; may be (province, city, district)


def lines(name: str) -> list[tuple[str, str]]:
    """The customer's name where the centre knows it, and what was said."""
    rows = (LISTS / name).read_text("utf-8").splitlines()
    return [tuple(row.split("\t")) for row in rows]


@pytest.mark.parametrize("name", ["to_cover.tsv", "to_leave.tsv"])
def test_there_are_two_hundred_lines_each_told_apart(name):
    found = lines(name)
    assert len(found) >= 200
    assert len(set(found)) == len(found)
    assert {len(row) for row in found} == {2}


def test_what_is_to_be_covered_is_marked_and_nothing_else_is():
    assert all("⟦" in said and not re.search("[⟦⟧⟨⟩]", MARKED.sub("", said)) for _name, said in lines("to_cover.tsv"))
    assert not any(re.search("[⟦⟧⟨⟩]", said) for _name, said in lines("to_leave.tsv"))

"""Names and addresses: lines written before the code that covers them, and judged as a whole."""

import re
from pathlib import Path

import pytest

from hengcai.base.masking.stretch import ADDRESS, NAME
from hengcai.base.masking.text import stretches

LISTS = Path(__file__).parent / "names_and_addresses"
MARKED = re.compile(r"⟦([^⟦⟧⟨⟩]+)⟧|⟨([^⟦⟧⟨⟩]+)⟩")  # must be covered; may be (province, city, district)
TITLE = re.compile(r"(?:(?i:Mr|Mrs|Ms|Miss|Dr)\.? .|.(?:先生|女士|师傅).)")  # may stay, and the first letter behind it
TO_COVER = ("to_cover.tsv", "to_cover_2.tsv", "to_cover_3.tsv", "to_cover_4.tsv", "to_cover_5.tsv")
TO_LEAVE = ("to_leave.tsv", "to_leave_2.tsv", "to_leave_3.tsv", "to_leave_4.tsv", "to_leave_5.tsv")
PAIRS = list(zip(TO_COVER, TO_LEAVE, strict=True))


def lines(name: str) -> list[tuple[str, str]]:
    """The customer's name where the centre knows it, and what was said."""
    rows = (LISTS / name).read_text("utf-8").splitlines()
    return [tuple(row.split("\t")) for row in rows]


@pytest.mark.parametrize("name", [*TO_COVER, *TO_LEAVE])
def test_there_are_two_hundred_lines_each_told_apart(name):
    found = lines(name)
    assert len(found) >= 200
    assert len(set(found)) == len(found)
    assert {len(row) for row in found} == {2}


@pytest.mark.parametrize(("cover", "leave"), PAIRS)
def test_what_is_to_be_covered_is_marked_and_nothing_else_is(cover, leave):
    assert all("⟦" in said and not re.search("[⟦⟧⟨⟩]", MARKED.sub("", said)) for _name, said in lines(cover))
    assert not any(re.search("[⟦⟧⟨⟩]", said) for _name, said in lines(leave))


def hidden(name: str, text: str) -> set[int]:
    found = stretches(text, known=[name] if name else [])
    return {place for one in found if one.kind in (NAME, ADDRESS) for place in range(one.hidden_start, one.hidden_end)}


def judged(cover: str, leave: str) -> tuple[int, int, int, int]:
    """Marks, marks wholly covered but for a title and a first letter, lines covered beyond them, look-alikes covered."""
    marks = covered = beyond = 0
    for name, said in lines(cover):
        text, must, may = apart(said)
        found = hidden(name, text)
        marks += len(must)
        covered += sum(set(range(first + shown(text[first:end]), end)) <= found for first, end in must)
        known = {place for first, end in (*must, *may) for place in range(first, end)}
        beyond += any(text[place].isalnum() for place in found - known)
    return marks, covered, beyond, sum(bool(hidden(name, said)) for name, said in lines(leave))


def shown(marked: str) -> int:
    title = TITLE.match(marked)
    return title.end() if title else 1


def apart(said: str) -> tuple[str, list[tuple[int, int]], list[tuple[int, int]]]:
    text, must, may, at = "", [], [], 0
    for mark in MARKED.finditer(said):
        text += said[at : mark.start()]
        (must if mark[1] else may).append((len(text), len(text) + len(mark[1] or mark[2])))
        text, at = text + (mark[1] or mark[2]), mark.end()
    return text + said[at:], must, may


@pytest.mark.parametrize(
    ("cover", "leave", "recall", "precision"),
    [
        (*PAIRS[0], 0.99, 0.97),
        (*PAIRS[1], 0.98, 0.97),
        (*PAIRS[2], 0.98, 0.97),
        (*PAIRS[3], 0.97, 0.98),
        (*PAIRS[4], 0.86, 0.97),
    ],
)
def test_so_much_is_covered_and_so_much_of_what_is_covered_was_to_be(cover, leave, recall, precision):
    """The second list holds what is hard: addresses in pieces, names without a surname, families in lower case.

    The third and the fourth were judged once before anybody had read them: .81 and .94, .81 and .95. The bars are
    for what has been read since. The fifth is four lists in one: two hard ones and two of plain talk. Before they were
    read they gave .70 and .95, .71 and .92, .87 and .89, .70 and .97: so much, and no more, is covered of what nobody
    has foreseen, and where the centre tells the customer's name it is covered besides.
    """
    marks, covered, beyond, look_alikes = judged(cover, leave)
    assert covered / marks >= recall
    assert covered / (covered + beyond + look_alikes) >= precision
    assert look_alikes <= 1

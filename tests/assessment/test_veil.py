"""What is hidden cannot be worked out from what is shown."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as some

from hengcai.assessment.rules.veil import THRESHOLD, hidden_among, hidden_within

SIZES = some.dictionaries(some.sampled_from("ABCDEFGH"), some.integers(0, 12), min_size=1)
ATOMS = some.dictionaries(
    some.tuples(*(some.sampled_from(names) for names in ("ABC", "xyz", "12"))),
    some.integers(1, 9),
    min_size=1,
    max_size=10,
)


@given(SIZES)
@settings(max_examples=200, deadline=None)
def test_a_total_less_the_groups_shown_is_never_a_few_people(sizes):
    hidden = hidden_within(sizes)
    assert all(n >= THRESHOLD for group, n in sizes.items() if group not in hidden)
    rest = sum(sizes[group] for group in hidden)
    assert rest == 0 or rest >= THRESHOLD or hidden == set(sizes)


@given(ATOMS)
@settings(max_examples=60, deadline=None)
def test_no_two_breakdowns_give_a_small_part_away(atoms):
    """Solved exactly, with fractions: no part of fewer than five people, and no two of them, is a sum of what is shown."""
    if sum(atoms.values()) < THRESHOLD:
        return
    hidden = hidden_among(atoms)
    order = sorted(atoms)
    shown = [set(order)]
    for place in range(3):
        groups = {atom[place] for atom in order} - hidden[place]
        shown += [{atom for atom in order if atom[place] == group} for group in groups]
    basis = _reduced([[Fraction(int(atom in one)) for atom in order] for one in shown])
    small = [atom for atom in order if atoms[atom] < THRESHOLD]
    targets = [{atom} for atom in small]
    targets += [
        {left, right} for left in small for right in small if left < right and atoms[left] + atoms[right] < THRESHOLD
    ]
    for target in targets:
        assert not _spans(basis, [Fraction(int(atom in target)) for atom in order]), (target, hidden)
    for inner in shown:
        for outer in shown:
            assert not (inner < outer and sum(atoms[one] for one in outer - inner) < THRESHOLD)


def _reduced(rows):
    basis = []
    for row in rows:
        row = _rest(basis, row)
        if any(row):
            lead = next(place for place, value in enumerate(row) if value)
            basis.append((lead, [value / row[lead] for value in row]))
    return basis


def _rest(basis, row):
    for lead, one in basis:
        if row[lead]:
            row = [left - row[lead] * right for left, right in zip(row, one, strict=True)]
    return row


def _spans(basis, target):
    return not any(_rest(basis, target))


def test_a_large_centre_is_veiled_in_seconds():
    atoms = {(f"t{n % 120}", f"p{n % 6}", f"d{n % 4}"): 1 + n % 9 for n in range(480)}
    hidden = hidden_among(atoms)
    assert len(hidden) == 3

"""By hand: a reference on four calls, two others, one of whom missed a fatal fault."""

import pytest

from hengcai.measurement.agreement.consistency import Compared, Reference, consistency
from hengcai.measurement.errors import NotATable, OutOfRange, TooLittleData

ROWS = [
    ("c1", "R", 90, "no"), ("c2", "R", 80, "no"), ("c3", "R", 0, "yes"), ("c4", "R", 70, "no"),
    ("c1", "a", 95, "no"), ("c2", "a", 86, "no"), ("c3", "a", 0, "yes"), ("c5", "a", 50, "no"),
    ("c1", "b", 90, "no"), ("c3", "b", 4, "no"), ("c4", "b", None, "no"),
]  # fmt: skip


def table(rows=ROWS, *, with_fatal=True):
    unit, rater, score, fatal = map(list, zip(*rows, strict=True))
    return Compared(unit, rater, score, fatal if with_fatal else None)


def test_five_points_off_is_consistent_and_six_is_not():
    found = consistency(table(with_fatal=False), Reference("R"))
    assert (found["estimate"], found["n"], found["left_out"]) == (pytest.approx(4 / 5), 5, 1)
    assert found["by_rater"]["a"]["estimate"] == pytest.approx(2 / 3)
    assert found["by_rater"]["b"]["estimate"] == 1


def test_a_fatal_fault_missed_is_not_consistent():
    found = consistency(table(), Reference("R", within=10))
    assert found["by_rater"]["a"]["estimate"] == 1
    assert (found["by_rater"]["b"]["estimate"], found["by_rater"]["b"]["n"]) == (0.5, 2)


def test_a_reference_that_cannot_be_used_is_refused():
    with pytest.raises(TooLittleData, match="unknown"):
        consistency(table(), Reference("nobody"))
    with pytest.raises(TooLittleData, match="nothing_shared"):
        consistency(table(ROWS[:4]), Reference("R"))
    with pytest.raises(NotATable, match="repeated"):
        consistency(table([*ROWS, ("c1", "R", 88, "no")]), Reference("R"))
    with pytest.raises(OutOfRange, match="within"):
        Reference("R", within=-1)

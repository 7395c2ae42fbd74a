import pytest

from hengcai.measurement.effects.verdict import Verdict, verdict
from hengcai.measurement.flags import flags, is_flag
from hengcai.measurement.results import Estimate, unknown


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (0.1, 0.5, Verdict("higher")),
        (-0.5, -0.1, Verdict("lower")),
        (-0.1, 0.5, Verdict("cannot_tell", ("interval_holds_zero",))),
        (0.0, 0.5, Verdict("cannot_tell", ("interval_holds_zero",))),
    ],
)
def test_a_direction_needs_an_interval_on_one_side_of_nothing(low, high, said):
    assert verdict(Estimate(0.2, low, high, 0.1, 9, "m")) == said


def test_a_failed_check_and_a_missing_interval_cannot_tell():
    assert verdict(Estimate(0.2, 0.1, 0.3, 0.1, 9, "m"), doubts=("pre_trend",)) == Verdict(
        "cannot_tell", ("pre_trend",)
    )
    assert verdict(unknown("m", 9, "too_few")) == Verdict("cannot_tell", ("too_few",))
    assert verdict(Estimate(0.2, None, None, None, 9, "m")) == Verdict("cannot_tell", ("no_interval",))


def test_flags_are_read_in_both_languages():
    assert flags([1, 0.0, "1", "0", True, "YES", "no ", "是", "否", "False"], name="f").tolist() == [
        True, False, True, False, True, True, False, True, False, False,
    ]  # fmt: skip
    assert (is_flag(" Yes"), is_flag("1"), is_flag(1)) == (True, False, False)

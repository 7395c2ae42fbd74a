import pytest

from hengcai.measurement.effects.panel import PanelColumns, read_panel
from hengcai.measurement.errors import MeasurementRefusal, NotANumber, NotATable, NothingVaries, TooLittleData


def read(unit, period, outcome, first, cluster=None):
    return read_panel(PanelColumns(unit, period, outcome, first, cluster))


@pytest.mark.parametrize(
    ("periods", "order"),
    [
        ([10, 9], [9, 10]),
        (["2026-9", "2026-10"], ["2026-9", "2026-10"]),
        (["2026Q1", "2025Q4"], ["2025Q4", "2026Q1"]),
        (["2026年12月", "2026年3月"], ["2026年3月", "2026年12月"]),
        (["2026-03-31", "2026-03-05"], ["2026-03-05", "2026-03-31"]),
    ],
)
def test_periods_stand_in_time_order(periods, order):
    panel = read(list("AABB"), periods * 2, [1, 2, 3, 4], [""] * 4)
    assert list(panel.periods) == order
    assert panel.outcome[:, order.index(periods[0])].tolist() == [1, 3]


@pytest.mark.parametrize(
    ("first", "place"), [("", 3), ("2026-02", 1), ("2026-03", 2), ("2026-01-extra", None), ("2027-01", 3)]
)
def test_a_first_training_is_placed_among_the_periods(first, place):
    columns = (list("AAABBB"), ["2026-01", "2026-02", "2026-03"] * 2, range(6), [first] * 3 + [None] * 3)
    if place is None:
        with pytest.raises(NotATable) as refusal:
            read(*columns)
        assert refusal.value.facts == {"column": "first", "value": first, "position": 0}
    else:
        assert read(*columns).first.tolist() == [place, 3]


def test_a_training_between_periods_begins_with_the_next():
    assert read(list("AAABBB"), [1, 3, 4] * 2, range(6), [2] * 3 + [""] * 3).first.tolist() == [1, 3]
    assert read(list("AAABBB"), [1, 3, 4] * 2, range(6), [""] * 6).cautions == ("uneven_periods",)


def test_who_was_trained_from_the_start_and_rows_without_outcome_are_left_out():
    panel = read(list("AABBCC"), [1, 2] * 3, [1, 2, 3, "", 5, 6], [1, 1, 2, 2, "", ""], cluster=list("ssttuu"))
    assert panel.n_units == 2
    assert (panel.first.tolist(), panel.cluster.tolist(), panel.is_clustered) == ([1, 2], [0, 1], True)
    assert panel.cautions == ("left_out:1", "trained_from_the_start:1", "units_with_gaps:1")
    assert read(list("AABB"), [1, 2] * 2, range(4), [0, 0, 2, 2]).n_units == 1


@pytest.mark.parametrize(
    ("columns", "code", "position"),
    [
        ((list("AAA"), [1, 2, 2], [1, 2, 3], [""] * 3), "panel.repeated", 2),
        ((list("AAA"), [1, 2, 3], [1, 2, 3], [2, 2, 3]), "panel.first_changes", 2),
        ((list("AA"), [1, 2], [1, 2], [2, 2], list("st")), "panel.cluster_changes", 1),
        ((list("AA"), [1, "May"], [1, 2], [2, 2]), "panel.period_unreadable", 1),
        ((list("AA"), ["May", "June"], [1, 2], ["", ""]), "panel.period_unreadable", 0),
        ((list("AA"), [1, ""], [1, 2], ["", ""]), "value.missing", 1),
    ],
)
def test_rows_that_contradict_are_named(columns, code, position):
    with pytest.raises(NotATable) as refusal:
        read(*columns)
    assert (refusal.value.code, refusal.value.facts["position"]) == (code, position)


@pytest.mark.parametrize(
    ("columns", "kind"),
    [
        ((list("AB"), [1, 1], [1, 2], ["", ""]), TooLittleData),
        (([], [], [], []), TooLittleData),
        ((list("AA"), [1, 2], [3, 3], [2, 2]), NothingVaries),
        ((list("AA"), [1, 2], [3, "good"], [2, 2]), NotANumber),
        ((list("AA"), [1, 2], [3], [2, 2]), NotATable),
    ],
)
def test_tables_that_hold_no_panel_are_refused(columns, kind):
    with pytest.raises(MeasurementRefusal) as refusal:
        read(*columns)
    assert isinstance(refusal.value, kind)

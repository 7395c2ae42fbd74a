import numpy as np
import pytest
from scipy import stats

from hengcai.measurement.effects import group_time
from hengcai.measurement.effects.group_time import group_time_effects
from hengcai.measurement.effects.panel import PanelColumns, read_panel
from hengcai.measurement.effects.staggered import staggered_effects
from hengcai.measurement.errors import OutOfRange, TooLittleData
from tests.measurement.effects import made

# csdid 0.4.3 (and differences 0.3.0, the same digits): period after or before the training, effect, analytic error
NOT_YET = [
    (-4, -0.19047619, 0.51308333), (-3, -0.44444444, 0.41242699), (-2, 0.3030303, 0.39122911),
    (-1, 0.13541667, 0.35790479), (0, 1.03125, 0.26413876), (1, 1.4, 0.33090784), (2, 1.45, 0.35496479),
    (3, 1.65, 0.46172232),
]  # fmt: skip
NEVER = [
    (-4, -0.33333333, 0.58134582), (-3, -0.41666667, 0.35883363), (-2, 0.18181818, 0.38908859),
    (-1, 0.015625, 0.36084744), (0, 1.046875, 0.2495571), (1, 1.575, 0.39141171), (2, 1.525, 0.38659168),
    (3, 1.65, 0.46172232),
]  # fmt: skip
NO_NEVER = [
    (-2, -0.57142857, 0.41246973), (-1, 0.27555556, 0.32885952), (0, 1.00888889, 0.34816454),
    (1, 1.57333333, 0.33637721), (2, 1.275, 0.52227717),
]  # fmt: skip
OVERALL = {"not-yet": (1.24609375, 0.26681875), "never": (1.3046875, 0.24050990), "none": (1.28074074, 0.30797296)}
SIMPLE = {"not-yet": (1.29878049, 0.24012225), "never": (1.36585366, 0.22803220), "none": (1.28771930, 0.30596350)}


def panel_of(rows, cluster=None):
    return read_panel(PanelColumns(rows["unit"], rows["period"], rows["outcome"], rows["first"], cluster))


def pairs(estimates):
    return [(pytest.approx(value, abs=2e-8), pytest.approx(se, abs=2e-8)) for value, se in estimates]


@pytest.mark.parametrize(
    ("never", "controls", "events", "name"),
    [(True, "not-yet", NOT_YET, "not-yet"), (True, "never", NEVER, "never"), (False, "not-yet", NO_NEVER, "none")],
)
def test_averages_equal_those_of_two_independent_programs(monkeypatch, never, controls, events, name):
    monkeypatch.setattr(group_time, "_scale", lambda panel, arm: panel.n_units / int(arm.sum()))
    found = staggered_effects(panel_of(made.panel(never=never)), controls=controls)
    assert [(one.estimate, one.se) for _, one in found.by_event] == pairs([(value, se) for _, value, se in events])
    assert [event for event, _ in found.by_event] == [event for event, _, _ in events]
    assert [(one.estimate, one.se) for one in (found.effect, found.simple)] == pairs([OVERALL[name], SIMPLE[name]])


def test_groups_equal_those_of_an_independent_program(monkeypatch):
    monkeypatch.setattr(group_time, "_scale", lambda panel, arm: panel.n_units / int(arm.sum()))
    found = staggered_effects(panel_of(made.panel()))
    peer = [(1.4875, 0.29009921), (1.1, 0.37423997), (1.16666667, 0.51144313)]
    assert [(one.estimate, one.se) for _, one in found.by_group] == pairs(peer)
    assert [first for first, _ in found.by_group] == [2, 3, 5]
    last_first, last_period, last = found.group_time[-1]
    assert (last_first, last_period, last.n) == (5, 5, 20)
    assert [(last.estimate, last.se)] == pairs([(1.16666667, 0.51144313)])


def test_one_group_and_two_periods_are_welchs_test_of_the_changes():
    first = [1, 1, 1, "", "", "", ""]
    before, after = [0.0, 1, 2, 3, 4, 5, 6], [2.0, 5, 3, 4, 4, 7, 6]
    rows = {
        "unit": [unit for unit in range(7) for _ in range(2)], "period": [0, 1] * 7,
        "outcome": [value for pair in zip(before, after, strict=True) for value in pair],
        "first": [one for one in first for _ in range(2)],
    }  # fmt: skip
    found = staggered_effects(panel_of(rows))
    change = np.subtract(after, before)
    peer = stats.ttest_ind(change[:3], change[3:], equal_var=False).confidence_interval()
    assert found.effect.estimate == pytest.approx(change[:3].mean() - change[3:].mean())
    assert (found.effect.low, found.effect.high) == (pytest.approx(peer.low), pytest.approx(peer.high))
    assert found.cautions == ("no_period_to_check_trends", "few_units:1")


def test_teams_trained_whole_are_the_people_counted():
    rows = made.panel()
    whole = [unit // 4 for unit in rows["unit"]]
    rows["first"] = [[2, 3, 5, ""][team % 4] for team in whole]
    panel = panel_of(rows, cluster=whole)
    by_team, by_person = staggered_effects(panel).effect, staggered_effects(panel_of(rows)).effect
    assert by_team.estimate == pytest.approx(by_person.estimate)
    assert by_team.se != pytest.approx(by_person.se, rel=1e-3)
    mixed = staggered_effects(panel_of(made.panel(), cluster=[unit % 10 for unit in made.panel()["unit"]])).effect
    assert mixed.low < mixed.estimate < mixed.high


def test_a_period_before_the_training_whose_interval_leaves_nothing_out_is_a_caution_but_no_verdict():
    rows = made.panel()
    rows["outcome"] = [
        value + (0.8 if first == 5 and period == 3 else 0)
        for value, period, first in zip(rows["outcome"], rows["period"], rows["first"], strict=True)
    ]
    for part in (staggered_effects(panel_of(made.panel())), staggered_effects(panel_of(rows))):
        outside = [-event for event, one in part.by_event if event < 0 and not one.low <= 0 <= one.high]
        assert [one for one in part.cautions if one.startswith("changed_before")] == [
            f"changed_before:{event}" for event in sorted(outside)
        ]


def test_people_who_drifted_apart_before_make_it_untold():
    rows = made.panel()
    rows["outcome"] = [
        value + (2.0 * period if first == 3 else 0)
        for value, period, first in zip(rows["outcome"], rows["period"], rows["first"], strict=True)
    ]
    found = staggered_effects(panel_of(rows))
    assert found.effect.low > 0
    assert (found.verdict.code, found.verdict.reasons) == ("cannot_tell", ("pre_trend",))
    assert "pre_trend" in found.cautions
    assert staggered_effects(panel_of(made.panel())).verdict.code == "higher"


def test_small_groups_and_periods_without_controls_are_said():
    rows = made.panel(never=False)
    rows["first"] = [4 if unit == 0 else first for unit, first in zip(rows["unit"], rows["first"], strict=True)]
    found = staggered_effects(panel_of(rows))
    # starters of 2 and of 3 in period 5, starters of 5 in periods 3, 4 and 5
    assert found.cautions == ("group_too_small:4", "last_start_only_compared:5", "periods_without_controls:5")


def test_people_who_miss_a_period_count_where_they_can():
    rows = made.panel()
    rows["outcome"][3] = ""
    found = staggered_effects(panel_of(rows))
    assert found.cautions[:2] == ("left_out:1", "units_with_gaps:1")
    assert found.effect.low < found.effect.estimate < found.effect.high


def test_changes_without_spread_have_no_interval():
    rows = made.panel()
    rows["outcome"] = [
        period + (first != "" and period >= first) for period, first in zip(rows["period"], rows["first"], strict=True)
    ]
    found = staggered_effects(panel_of(rows))
    assert (found.effect.estimate, found.effect.low) == (pytest.approx(1.0), None)
    assert found.verdict.reasons == ("no_spread_left",)


@pytest.mark.parametrize(
    ("first", "code"),
    [
        ([""] * 4, "effect.nobody_treated"),
        ([1] * 4, "effect.all_trained_at_once"),
        ([1, "", "", ""], "panel.groups_too_small"),
    ],
)
def test_without_starters_or_controls_it_is_refused(first, code):
    rows = {"unit": [0, 0, 1, 1, 2, 2, 3, 3], "period": [0, 1] * 4, "outcome": list(range(8)),
            "first": [one for one in first for _ in range(2)]}  # fmt: skip
    with pytest.raises(TooLittleData) as refusal:
        staggered_effects(panel_of(rows))
    assert refusal.value.code == code
    with pytest.raises(OutOfRange):
        group_time_effects(panel_of(rows), controls="somebody")


def starts(*first):
    """Six people over four periods; the table's first period is 0."""
    rows = {"unit": np.repeat(np.arange(6), 4), "period": [0, 1, 2, 3] * 6, "outcome": np.arange(24) % 7}
    return rows | {"first": [one for one in first for _ in range(4)]}


@pytest.mark.parametrize(
    ("first", "controls", "code", "facts"),
    [
        ([0] * 6, "not-yet", "effect.all_trained_from_the_start", {"n": 6, "period": 0}),
        ([-3, -1, 0, 0, 0, 0], "never", "effect.all_trained_from_the_start", {"n": 6, "period": 0}),
        ([0, 0, 0, "", "", ""], "not-yet", "effect.nobody_trained_within", {"n": 3, "early": 3}),
        ([""] * 6, "never", "effect.nobody_treated", {"n": 6}),
        ([2] * 6, "not-yet", "effect.all_trained_at_once", {"n": 6, "period": 2}),
        ([0, 0, 2, 2, 2, 2], "never", "effect.all_trained_at_once", {"n": 4, "period": 2}),
        ([1, 1, 1, 2, 2, 2], "never", "effect.nobody_never_trained", {"n": 6}),
        ([1, 1, 1, 2, 2, ""], "never", "effect.no_controls", {"n": 6}),
    ],
)
def test_starts_that_leave_nothing_to_compare_are_told_apart(first, controls, code, facts):
    with pytest.raises(TooLittleData) as refusal:
        staggered_effects(panel_of(starts(*first)), controls=controls)
    assert (refusal.value.code, refusal.value.facts) == (code, facts)


def test_without_anybody_never_trained_the_last_to_start_are_compared_with():
    found = staggered_effects(panel_of(starts(1, 1, 1, 2, 2, 2)))
    assert [first for first, _ in found.by_group] == [1]
    assert "last_start_only_compared:2" in found.cautions


def simulated(seed: int, n: int, *, teams: bool):
    """Starts in period 2, 3, 5 or never, by lot over people or over teams of five with a shock of their own."""
    random = np.random.default_rng(seed)
    team = np.arange(n) // 5
    start = random.choice([2, 3, 5, 99], n)[team if teams else np.arange(n)]
    shock = random.normal(0, 0.7, (n, 6))[team] if teams else 0
    since = np.arange(6)[None, :] - start[:, None]
    outcome = random.normal(size=(n, 1)) + shock + (1 + 0.2 * since) * (since >= 0) + random.normal(size=(n, 6))
    columns = np.repeat(np.arange(n), 6), np.tile(np.arange(6), n), outcome.ravel()
    first = ["" if one == 99 else int(one) for one in np.repeat(start, 6)]
    return read_panel(PanelColumns(*columns, first, np.repeat(team, 6) if teams else None))


@pytest.mark.slow
@pytest.mark.parametrize(("n", "teams"), [(40, False), (120, False), (200, True)])
def test_intervals_cover_and_false_alarms_of_trends_are_few(n, teams):
    covered, alarms = [], []
    for seed in range(1000):
        found = staggered_effects(simulated(seed, n, teams=teams))
        at_start = dict(found.by_event)[0]
        covered.append(at_start.low <= 1 <= at_start.high)
        alarms.append("pre_trend" in found.cautions)
    assert 0.93 <= np.mean(covered) <= 0.97
    assert np.mean(alarms) < 0.08

"""The cut score of a panel: exact sums, its error, where judges differ; and nobody sees others before they have answered."""

import math
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hengcai.assessment import actions
from hengcai.assessment.models import AngoffPanel, CutScore, PanelJudge
from hengcai.assessment.queries.panels import found_in, panel_moves, panels_seen_by, pass_share, seat_of, sheet_lines
from hengcai.assessment.rules.angoff import Asked, cut_of
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from tests import cast
from tests.assessment.lists import panel

# Worked by hand: five judges, four questions of one point. Sums 2.9, 2.7, 3.0, 2.4, 2.5; mean 2.7; squared differences
# .04 + 0 + .09 + .09 + .04 = .26, over 4 = .065; root .25495; over the root of five = .11402.
TABLE = {
    "A": (80, 70, 60, 80), "B": (75, 65, 60, 70), "C": (90, 70, 65, 75), "D": (70, 50, 50, 70), "E": (80, 45, 55, 70),
}  # fmt: skip


def shares(rows):
    return {judge: {str(place): Fraction(one, 100) for place, one in enumerate(row)} for judge, row in rows.items()}


def asked(n, points=1):
    return [Asked(str(place), Fraction(points)) for place in range(n)]


def test_the_table_worked_by_hand():
    found = cut_of(asked(4), shares(TABLE))
    assert found.judges == {
        "A": Fraction(29, 10), "B": Fraction(27, 10), "C": Fraction(3), "D": Fraction(24, 10), "E": Fraction(25, 10),
    }  # fmt: skip
    assert (found.cut, found.percent, found.caution) == (Fraction(27, 10), Fraction(135, 2), "")
    assert found.se == pytest.approx(0.114018, abs=1e-6)
    assert found.questions[1].sd == pytest.approx(0.117260, abs=1e-6)
    assert found.apart == ()


@given(some.lists(some.lists(some.integers(0, 100), min_size=3, max_size=3), min_size=1, max_size=8))
def test_the_cut_is_the_sum_of_the_questions_means_and_weights_scale_it(rows):
    table = shares({str(place): row for place, row in enumerate(rows)})
    found, double = cut_of(asked(3), table), cut_of(asked(3, 2), table)
    assert found.cut == sum(one.mean for one in found.questions)
    assert double.cut == 2 * found.cut
    assert (found.se is None) == (len(rows) == 1)
    assert found.se is None or math.isclose(double.se, 2 * found.se, abs_tol=1e-12)


def test_a_half_filled_sheet_lowers_nothing_and_small_panels_are_named():
    table = shares(TABLE)
    del table["E"]["3"]
    found = cut_of(asked(4), table)
    assert (found.n_judges, found.caution) == (4, "small")
    assert cut_of(asked(4), {}).caution == "too_small"
    assert cut_of(asked(4), {}).cut is None


def test_judges_far_apart_on_a_question_are_shown():
    found = cut_of(asked(2), shares({"A": (90, 50), "B": (30, 50), "C": (80, 55)}))
    assert [one.id for one in found.apart] == ["0"]


def answered(made, number, values):
    for name, percents in values.items():
        seat = PanelJudge.objects.get(panel=made, user=cast.user(name))
        rows = dict(zip(made.questions.order_by("order").values_list("pk", flat=True), percents, strict=True))
        actions.send_panel_sheet(seat, by=cast.user(name), percents=rows)
    made.refresh_from_db()


FIRST = {"zhou": (80, 60, 50), "feng": (60, 20, 50), "zheng": (70, 90, 50)}
SECOND = {"zhou": (80, 60, 50), "feng": (60, 50, 50), "zheng": (70, 70, 50)}


def test_a_panel_from_the_call_to_the_adopted_cut(db):
    made, zhou = panel(), cast.user("zhou")
    answered(made, 1, {"zhou": FIRST["zhou"]})
    assert found_in(made).rounds[0].cut is None  # nobody, the one who called it included
    with pytest.raises(NotNow, match="too_few_sent"):
        actions.end_first_round(made, by=zhou)
    answered(made, 1, {name: FIRST[name] for name in ("feng", "zheng")})
    actions.end_first_round(made, by=zhou)
    found = found_in(made)
    assert [found.questions[one.id].question.code for one in found.apart] == ["q2"]
    line = sheet_lines(seat_of(made, cast.user("feng")))[1]
    assert (line.percent, line.first, line.spread.high) == (20, 20, Fraction(9, 10))
    answered(made, 2, SECOND)
    actions.close_panel(made, by=zhou)
    assert found_in(made).rounds[1].cut.cut == Fraction(70 + 60 + 50, 100)
    with pytest.raises(NotAllowed):
        actions.adopt_cut(made, by=zhou, why="Mine.")
    cut = actions.adopt_cut(made, by=cast.user("qian"), why="As the panel found.")
    assert (cut.exact, cut.points, cut.total, cut.n_judges) == ("9/5", Decimal("1.8000"), Decimal("3.00"), 3)
    assert pass_share(cut) == Fraction(3, 5)
    assert "adopt_cut" not in panel_moves(made, cast.user("qian"))
    with pytest.raises(NotNow, match="adopted_already"):
        actions.adopt_cut(made, by=cast.user("qian"), why="Again.")


def test_a_judge_fills_in_their_own_sheet_alone_and_once(db):
    made = panel()
    seat = PanelJudge.objects.get(panel=made, user=cast.user("feng"))
    key = made.questions.first().pk
    with pytest.raises(NotAllowed):
        actions.keep_panel_sheet(seat, by=cast.user("zhou"), percents={key: 10})
    with pytest.raises(NotValid, match="percent_wrong"):
        actions.keep_panel_sheet(seat, by=cast.user("feng"), percents={key: 101})
    with pytest.raises(NotValid, match="estimates_missing"):
        actions.send_panel_sheet(seat, by=cast.user("feng"), percents={key: 10})
    answered(made, 1, {"feng": FIRST["feng"]})
    with pytest.raises(NotNow, match="round_over"):
        actions.keep_panel_sheet(seat, by=cast.user("feng"), percents={key: 10})
    assert list(panels_seen_by(cast.user("feng"))) == [made]


def test_another_cut_than_the_panels_needs_to_lie_in_the_test(db):
    made = panel()
    answered(made, 1, FIRST)
    actions.end_first_round(made, by=cast.user("zhou"))
    answered(made, 2, SECOND)
    actions.close_panel(made, by=cast.user("zhou"))
    with pytest.raises(NotValid, match="cut_wrong"):
        actions.adopt_cut(made, by=cast.user("zheng"), points=Fraction(4), why="High.")
    actions.adopt_cut(made, by=cast.user("zheng"), points=Fraction(2), why="A whole number; within the error.")
    assert CutScore.objects.get().panel_exact == "9/5"


@pytest.mark.parametrize(
    ("change", "code"),
    [({"judges": ("zhou", "feng")}, "judges_few"), ({"n": 0}, "questions_wrong")],
)
def test_panels_too_small_or_empty_are_refused(db, change, code):
    with pytest.raises(NotValid, match=code):
        panel(**change)


def test_a_panel_called_off_leads_nowhere(db):
    made = panel()
    actions.drop_panel(made, by=cast.user("zhou"))
    assert (AngoffPanel.objects.get().state, panel_moves(made, cast.user("zhou"))) == ("dropped", [])

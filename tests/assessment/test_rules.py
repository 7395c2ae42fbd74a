"""Questions, branches and answers."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from hengcai.assessment.rules.answering import check_questions, cleaned, shown
from hengcai.assessment.rules.kinds import Asked, Condition
from hengcai.assessment.rules.tally import ANSWERED, counted, told
from hengcai.assessment.rules.tenure import tenure_of
from hengcai.base.errors import NotValid
from tests.cast import MONDAY


def single(code, *, after=None, **more):
    shows_if = Condition(after, ("a",)) if after else None
    return Asked(code, "single", options=("a", "b"), shows_if=shows_if, **more)


@some.composite
def questionnaires(draw):
    """Each question may hang on any question at all, above or below it."""
    count = draw(some.integers(1, 6))
    codes = [f"q{n}" for n in range(count)]
    return [single(code, after=draw(some.sampled_from([None, *codes]))) for code in codes]


@given(questionnaires())
@settings(max_examples=80, deadline=None)
def test_only_branches_that_run_forwards_are_let_in(questions):
    places = {one.code: place for place, one in enumerate(questions)}
    runs_forwards = all(one.shows_if is None or places[one.shows_if.question] < places[one.code] for one in questions)
    if runs_forwards:
        check_questions(questions)
        return
    with pytest.raises(NotValid, match="branch_forward"):
        check_questions(questions)


@given(some.lists(some.sampled_from(["a", "b", None]), min_size=4, max_size=4))
@settings(max_examples=81, deadline=None)
def test_what_hangs_on_a_hidden_question_is_hidden_and_does_not_count(values):
    questions = [single("q0"), single("q1", after="q0"), single("q2", after="q1"), single("q3", after="q0")]
    answers = {f"q{n}": value for n, value in enumerate(values) if value}
    kept = cleaned(questions, answers)
    assert set(kept) <= {one.code for one in shown(questions, kept)}
    assert ("q2" in kept) == (values[0] == values[1] == "a" and values[2] is not None)


def test_a_required_question_is_required_only_where_it_is_shown():
    questions = [single("q0"), single("q1", after="q0", is_required=True)]
    assert cleaned(questions, {"q0": "b"}) == {"q0": "b"}
    with pytest.raises(NotValid, match=r"assessment\.answer_missing"):
        cleaned(questions, {"q0": "a"})


@pytest.mark.parametrize(
    ("kind", "value"),
    [("single", "z"), ("single", ["a"]), ("multiple", "a"), ("scale", "6"), ("scale", 3), ("ten", "11"), ("matrix", {"r9": "1"}),
     ("matrix", {"r1": "9"}), ("short", "x" * 201), ("long", "x" * 2001), ("section", "x")],
)  # fmt: skip
def test_answers_that_do_not_fit_their_question_are_refused(kind, value):
    asked = Asked("q", kind, options=("a", "b"), rows=("r1",))
    with pytest.raises(NotValid):
        cleaned([asked], {"q": value})


def test_unknown_questions_are_refused():
    with pytest.raises(NotValid, match="question_unknown"):
        cleaned([single("q0")], {"q9": "a"})


def test_counting_adds_up():
    asked = [Asked("m", "multiple", options=("a", "b")), Asked("g", "matrix", rows=("r1", "r2")), Asked("t", "long")]
    counts = {}
    for sheet in ({"m": ["a", "b"], "g": {"r1": "5"}}, {"m": ["b"], "g": {"r1": "1", "r2": "3"}, "t": "text"}):
        counts = counted(counts, asked, sheet)
    assert counts["m"] == {ANSWERED: 2, "a": 1, "b": 2}
    assert counts["g.r1"] == {ANSWERED: 2, "5": 1, "1": 1}
    found = told(counts["g.r1"], ("1", "2", "3", "4", "5"))
    assert (found.n, found.mean.estimate) == (2, 3.0)
    assert told(counts["g.r2"], ("1", "2", "3", "4", "5")).mean is None


def test_tenure_by_whole_months():
    assert [tenure_of(MONDAY.replace(month=month), MONDAY) for month in (1, 3)] == ["3m", "3m"]
    assert tenure_of(MONDAY.replace(year=2025, month=12), MONDAY) == "12m"
    assert tenure_of(MONDAY.replace(year=2023), MONDAY) == "over_3y"
    assert tenure_of(None, MONDAY) == ""

"""A question that few answered tells nothing of them: not alone, not less a group, not one breakdown held against another."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from hengcai.assessment import actions
from hengcai.assessment.exporting import survey_rows
from hengcai.assessment.queries.results import results_of
from hengcai.assessment.rules.question_veil import hidden_in_question
from hengcai.assessment.rules.veil import THRESHOLD, hidden_among
from tests import cast
from tests.assessment import asking
from tests.assessment.test_veil import ATOMS, _reduced, _spans

YES = {"trained": "no", "calm": {"r1": "5", "r2": "2"}}


@given(ATOMS, some.randoms())
@settings(max_examples=60, deadline=None)
def test_no_sum_or_difference_of_one_question_is_the_answers_of_a_few(atoms, dice):
    """Solved exactly: of what is shown no one part, nor two, comes out with one to four answers."""
    answered = {atom: dice.randint(0, n) for atom, n in atoms.items()}
    sizes = [_sums(answered, place) for place in range(3)]
    hidden = hidden_in_question(atoms, sizes, hidden_among(atoms))
    if sum(answered.values()) < THRESHOLD:
        assert all(set(one) == kept for one, kept in zip(sizes, hidden, strict=True))
        return
    shown = [set(atoms)]
    shown += [
        {atom for atom in atoms if atom[place] == group}
        for place in range(3)
        for group in set(sizes[place]) - hidden[place]
    ]
    order = sorted(atoms)
    basis = _reduced([[Fraction(int(atom in one)) for atom in order] for one in shown])
    targets = [{left, right} for left in order for right in order]
    targets += [outer - inner for inner in shown for outer in shown if inner < outer]
    for target in targets:
        if 0 < sum(answered[atom] for atom in target) < THRESHOLD:
            assert not _spans(basis, [Fraction(int(atom in target)) for atom in order]), (target, hidden)


def _sums(answered, place):
    found = {}
    for atom, n in answered.items():
        found[atom[place]] = found.get(atom[place], 0) + n
    return found


def closed(optional):
    """Six of each team answer; the question about ten is answered by so many of each."""
    survey_people = {team: asking.agents(6, team=team) for team in ("one", "two")}
    survey = asking.opened()
    for team, people in survey_people.items():
        for place, person in enumerate(people):
            answers = {**YES, "ten": "3"} if place < optional[team] else dict(YES)
            actions.answer_survey(survey, by=person.user, answers=answers, today=asking.TODAY)
    return actions.close_survey(type(survey).objects.get(pk=survey.pk), by=cast.user("zhou"))


def shown(survey, key):
    results = results_of(survey, cast.user("zhou"))
    line = next(one for one in results.lines if one.key == key)
    teams = {str(one.name): one.told and one.told.n for one in line.groups["team"]}
    rows = [row for row in survey_rows(results, "en") if row["question"] == key and row["n"] is not None]
    return line.all and line.all.n, set(teams.values()), {(row["by"], row["n"]) for row in rows}


@pytest.mark.django_db
def test_an_optional_question_that_two_of_twelve_answered_is_hidden_everywhere():
    survey = closed({"one": 2, "two": 0})
    assert shown(survey, "ten") == (None, {None}, set())
    assert shown(survey, "calm.r1")[0] == 12


@pytest.mark.django_db
def test_a_total_less_the_team_shown_is_not_the_two_of_the_other():
    """Of the one team all six answered, of the other two: eight less six would be those two."""
    survey = closed({"one": 6, "two": 2})
    assert shown(survey, "ten")[:2] == (8, {None})
    assert shown(survey, "calm.r1")[1] == {6}
    assert {by for by, _n in shown(survey, "ten")[2]} <= {"all", "post", "tenure"}

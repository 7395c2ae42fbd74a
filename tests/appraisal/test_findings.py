"""Findings: the harshest rater first, each with what is done about it."""

from datetime import date
from fractions import Fraction

import pytest
from django.utils.timezone import localdate

from hengcai.appraisal import actions
from hengcai.appraisal.forms import open_tasks_of
from hengcai.appraisal.models import Finding, Question, RaterFinding, RatingTask, Settlement
from hengcai.appraisal.queries.findings import lines_of, questions_of, rater_lines, result_findings
from hengcai.appraisal.rater_findings import rater_findings
from hengcai.appraisal.rules.raters import Given
from hengcai.appraisal.standing import in_the_way
from hengcai.base.errors import NotAllowed
from hengcai.measurement.quantiles import t_upper_tail
from hengcai.quality.models import Assignment, Evaluation
from tests import cast
from tests.appraisal import stage
from tests.appraisal.refusals import refused
from tests.quality import scene

pytestmark = [pytest.mark.usefixtures("standards"), pytest.mark.django_db]
LATER = date(2026, 4, 20)


@pytest.fixture
def cycle():
    """Zhao gave Li a 2 where three contacts show a 5; He is without a superior's form."""
    made = stage.open_quarter()
    stage.observe(stage.person("li"), "communication", ["5", "5", "5"])
    stage.send(stage.task(made, source="self"), by="li")
    stage.send(stage.task(made), by="zhao", communication=Given(2, reason="the calls drawn were easy"))
    stage.send(stage.task(made, source="practical"), by="zhou")
    return actions.compute_cycle(made, by=cast.user("zheng"))


def far(cycle):
    return Finding.objects.get(kind="far_off", result__participant__cycle=cycle)


def count(cycle):
    return {one.kind: one.count for one in in_the_way(cycle, today=LATER)}.get("findings", 0)


def apart(cycle, name, difference, n):
    facts = {"low": difference - 1, "high": difference + 1, "key": f"rater:evaluations:{name}"}
    return RaterFinding.objects.create(
        cycle=cycle, basis="evaluations", user=cast.user(name), difference=difference, n=n, **facts
    )


def test_a_level_far_from_the_contacts_says_how_likely_their_draw_makes_it(cycle):
    assert (far(cycle).chance, far(cycle).looks) == (None, 1)  # three contacts alike tell nothing of how others may lie
    stage.observe(stage.person("li"), "communication", ["4", "5", "3"], first_id=10)
    again = far(actions.compute_cycle(cycle, by=cast.user("zheng")))
    mean, squares = Fraction(27, 6), Fraction(21, 6)
    error = float(squares / 5 / 6) ** 0.5
    assert float(again.chance) == pytest.approx(2 * t_upper_tail(float(mean - 2) / error, df=5), rel=1e-6)
    assert again.n == 6
    counted = Finding.objects.filter(result__participant__cycle=cycle, kind="not_enough")
    assert set(counted.values_list("chance", "looks")) == {(None, 0)}


def test_the_rater_who_moves_most_is_finding_number_one(cycle):
    apart(cycle, "cao", 2, 10)
    apart(cycle, "chen", -3, 20)
    assert [line.about.name for line in rater_lines(cycle, cast.user("zheng"))] == ["Chen", "Cao"]


def test_only_who_is_beyond_chance_is_a_finding(cycle):
    design = cycle.fair_designs.get(basis="evaluations")
    severities = [(cast.user("chen").pk, 4.0, 1.0), (cast.user("cao").pk, -1.5, 1.0), (cast.user("feng").pk, -2.5, 1.0)]
    design.unknown = ""
    design.detail = {"severities": [{"rater": pk, "severity": s, "se": se, "n": 9} for pk, s, se in severities]}
    found = {one.name: float(one.difference) for one in rater_findings(cycle, [design])}
    assert found == {"Chen": 4.0, "Feng": -2.5}


def test_superiors_apart_from_everybody_are_told_with_the_doubt_where_severity_is_unknown(cycle, monkeypatch):
    zhao, lin = stage.person("zhao").pk, stage.person("lin").pk
    means = {zhao: [2.0, 2.1, 2.2, 2.1], lin: [4.0, 4.1, 4.0, 4.2]}
    monkeypatch.setattr("hengcai.appraisal.rater_findings._superiors", lambda _cycle: means)
    found = {one.name: one for one in rater_findings(cycle, list(cycle.fair_designs.filter(basis="superior")))}
    assert {name: one.basis for name, one in found.items()} == {"Zhao": "superior_mean", "Lin": "superior_mean"}
    assert found["Zhao"].difference > 0 > found["Lin"].difference
    assert found["Zhao"].low <= found["Zhao"].difference <= found["Zhao"].high


def test_a_level_far_from_what_was_seen_comes_before_who_has_no_score(cycle):
    rows = list(result_findings(cycle, cast.user("zheng")))
    assert rows[0] == far(cycle)
    assert {one.kind for one in rows[1:]} <= {"not_enough", "few_customers"}


def test_a_finding_settled_with_a_reason_stands_no_longer_in_the_way_also_when_computed_anew(cycle):
    before = count(cycle)
    refused("appraisal.reason_missing", actions.settle_finding, far(cycle), by=cast.user("zheng"), reason=" ")
    actions.settle_finding(far(cycle), by=cast.user("zheng"), reason="a new product came in")
    assert count(cycle) == before - 1
    refused("appraisal.settled_already", actions.settle_finding, far(cycle), by=cast.user("wu"), reason="again")
    actions.compute_cycle(cycle, by=cast.user("zheng"))
    assert count(cycle) == before - 1
    assert lines_of(cycle, [far(cycle).pk])[0].settlement.reason == "a new product came in"


def test_a_finding_with_other_figures_is_another_finding(cycle):
    actions.settle_finding(far(cycle), by=cast.user("zheng"), reason="a new product came in")
    before = count(cycle)
    stage.observe(stage.person("li"), "communication", ["5"], first_id=9)
    actions.compute_cycle(cycle, by=cast.user("zheng"))
    assert count(cycle) == before + 1


def test_nobody_settles_what_is_about_themselves(cycle):
    row = apart(cycle, "zheng", 3, 9)
    with pytest.raises(NotAllowed):
        actions.settle_rater(row, by=cast.user("zheng"), reason="I am right")
    actions.settle_rater(row, by=cast.user("wu"), reason="calibrated since")
    assert Settlement.objects.get().key == row.key


def test_a_rater_is_asked_and_answers_at_their_home(cycle):
    refused(
        "appraisal.question_empty", actions.ask_about_finding, far(cycle), by=cast.user("zheng"), text="", today=LATER
    )
    facts = {"by": cast.user("zheng"), "text": "Which calls?", "today": LATER}
    asked = actions.ask_about_finding(far(cycle), **facts)
    assert (asked.asked_of, asked.due_on, asked.competency.code) == (
        cast.user("zhao"),
        date(2026, 4, 23),
        "communication",
    )
    refused("appraisal.asked_already", actions.ask_about_finding, far(cycle), **facts)
    assert list(questions_of(cast.user("zhao"))) == [asked]
    with pytest.raises(NotAllowed):
        actions.answer_question(asked, by=cast.user("li"), answer="mine")
    refused("appraisal.answer_empty", actions.answer_question, asked, by=cast.user("zhao"), answer=" ")
    actions.answer_question(asked, by=cast.user("zhao"), answer="the three of 12 March")
    refused("appraisal.answered_already", actions.answer_question, asked, by=cast.user("zhao"), answer="more")
    (line,) = lines_of(cycle, [far(cycle).pk])
    assert (line.waits, line.questions[0].answer) == (False, "the three of 12 March")


def test_who_does_not_sign_in_cannot_be_asked(cycle):
    row = apart(cycle, "cao", 2, 10)
    RaterFinding.objects.filter(pk=row.pk).update(user=None)
    facts = {"by": cast.user("zheng"), "text": "why?", "today": LATER}
    refused("appraisal.no_sign_in", actions.ask_about_rater, RaterFinding.objects.get(), **facts)
    assert not Question.objects.exists()


def test_a_form_given_back_after_the_computing_can_be_sent_and_asks_for_a_new_one(cycle):
    form = far(cycle).task
    actions.return_rating(form, by=cast.user("wu"), reason="look at March again")
    facts = {"by": cast.user("zheng"), "reason": "they will not come", "today": LATER}
    refused("appraisal.sent_since_computed", actions.propose_publication, cycle, **facts)
    assert stage.task(cycle) in open_tasks_of(cast.user("zhao"))
    stage.send(stage.task(cycle), by="zhao", level=4, today=LATER)
    refused("appraisal.sent_since_computed", actions.propose_publication, cycle, **facts)
    actions.compute_cycle(cycle, by=cast.user("zheng"))
    assert not Finding.objects.filter(kind="far_off").exists()
    actions.propose_publication(cycle, **facts)
    refused("appraisal.collecting_is_over", actions.return_rating, stage.task(cycle), by=cast.user("wu"), reason="x")


def test_pressing_lays_the_form_before_its_rater_and_lets_it_in_once_a_day(cycle):
    form = stage.task(cycle, "he")
    assert form not in open_tasks_of(cast.user("lin"))
    actions.nudge_rater(form, by=cast.user("zheng"))
    assert stage.task(cycle, "he") in open_tasks_of(cast.user("lin"))
    refused("appraisal.nudged_today", actions.nudge_rater, form, by=cast.user("wu"))
    stage.send(stage.task(cycle, "he"), by="lin", today=LATER)
    refused("appraisal.nothing_to_nudge", actions.nudge_rater, stage.task(cycle, "he"), by=cast.user("wu"))


def test_somebody_else_rates_after_the_computing(cycle):
    second = actions.add_rater(
        stage.participant(cycle), by=cast.user("wu"), source="superior", rater=stage.person("lin")
    )
    assert second in open_tasks_of(cast.user("lin"))
    stage.send(
        RatingTask.objects.select_related("participant__cycle__framework", "participant__post").get(pk=second.pk),
        by="lin",
        today=LATER,
    )
    actions.compute_cycle(cycle, by=cast.user("zheng"))
    assert far(cycle).result.detail["sources"]["superior"]["n_raters"] == 2


def test_another_analyst_scores_a_harsh_ones_contacts_again(cycle):
    made = [scene.evaluation(stage.person("li")) for _one in range(7)]
    Evaluation.objects.filter(pk__in=[one.pk for one in made]).update(contact_on=stage.END)
    row = apart(cycle, "chen", 3, 7)
    facts = {"by": cast.user("zheng"), "today": localdate()}
    refused("appraisal.rescore_by_another", actions.rescore, row, analyst=cast.user("chen"), **facts)
    assert len(actions.rescore(row, analyst=cast.user("cao"), **facts)) == 5
    assert Assignment.objects.filter(analyst=cast.user("cao")).count() == 5
    refused("appraisal.rescore_under_way", actions.rescore, row, analyst=cast.user("cao"), **facts)
    Assignment.objects.filter(analyst=cast.user("cao")).update(state=Assignment.State.DONE)
    assert len(actions.rescore(row, analyst=cast.user("cao"), **facts)) == 2
    Assignment.objects.filter(analyst=cast.user("cao")).update(state=Assignment.State.DONE)
    refused("appraisal.nothing_to_rescore", actions.rescore, row, analyst=cast.user("cao"), **facts)

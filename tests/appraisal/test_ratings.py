"""Filling a form: drafts, sending in order, reasons, the raters' training, remarks."""

from datetime import timedelta
from fractions import Fraction

import pytest

from hengcai.appraisal import actions
from hengcai.appraisal.forms import form_items, open_tasks_of, rating_form, sent_tasks_of, tasks_of
from hengcai.appraisal.models import Cycle, RaterTraining, RatingTask, Remark
from hengcai.appraisal.queries.results import is_trained, remarks_on
from hengcai.appraisal.rules.raters import Given
from hengcai.appraisal.rules.training import RIGHT_ANSWERS
from hengcai.audit.models import Entry
from hengcai.base.errors import NotAllowed
from hengcai.quality.models import Evaluation
from tests import cast
from tests.appraisal import stage
from tests.appraisal.refusals import refused

pytestmark = pytest.mark.usefixtures("standards")


def save(form, given, *, by="zhao", edit_count=0):
    return actions.save_rating(form, by=cast.user(by), given=given, comment="so far", edit_count=edit_count)


def test_a_draft_may_be_incomplete_and_is_replaced_by_the_next(db):
    form = stage.task(stage.open_quarter())
    save(form, {"communication": Given(Fraction(4), " heard 12 contacts "), "fast_response": Given(None)})
    kept = {rating.competency.code: (rating.level, rating.comment) for rating in form.ratings.all()}
    assert kept == {"communication": (4, "heard 12 contacts"), "fast_response": (None, "")}
    save(stage.task(Cycle.objects.get()), {"communication": Given(Fraction(3))}, edit_count=1)
    form = stage.task(Cycle.objects.get())
    assert (form.state, form.edit_count, form.comment, form.ratings.count()) == ("open", 2, "so far", 1)
    assert form.saved_at is not None


def test_a_form_that_saves_itself_leaves_one_trace_until_it_is_sent_or_given_back(db):
    cycle = stage.open_quarter()
    for number in range(3):
        save(stage.task(cycle), {"communication": Given(Fraction(4))}, edit_count=number)
    actions.return_rating(stage.send(stage.task(cycle), by="zhao"), by=cast.user("wu"), reason="no reasons")
    for number in (4, 5):
        save(stage.task(cycle), {"communication": Given(Fraction(2))}, edit_count=number)
    about = Entry.objects.filter(thing=f"appraisal.ratingtask:{stage.task(cycle).pk}").order_by("number")
    assert list(about.values_list("action", flat=True)) == [
        "save_rating", "send_rating", "return_rating", "save_rating",
    ]  # fmt: skip


def test_an_older_page_never_overwrites_a_newer_draft(db):
    form = stage.task(stage.open_quarter())
    save(form, {"communication": Given(Fraction(4))})
    assert refused("appraisal.stale", save, form, {"communication": Given(Fraction(1))}) == {"edit_count": 1}
    assert form.ratings.get().level == 4


def test_sending_an_older_page_is_refused_too(db):
    form = stage.task(stage.open_quarter())
    stage.train("zhao")
    save(form, {"communication": Given(Fraction(4))})
    old = {"by": cast.user("zhao"), "comment": "", "edit_count": 0, "today": stage.AFTER_SELF}
    refused("appraisal.stale", actions.send_rating, form, given=stage.all_at(form), **old)


def test_a_form_takes_its_own_items_on_1_to_5(db):
    form = stage.task(stage.open_quarter())
    refused("appraisal.item_not_on_form", save, form, {"concurrent_chats": Given(Fraction(4))})
    refused("appraisal.level_outside", save, form, {"communication": Given(Fraction(6))})


def test_a_form_is_sent_complete(db):
    form = stage.task(stage.open_quarter(), source="self")
    given = stage.all_at(form)
    del given["collaboration"]
    facts = {"by": cast.user("li"), "comment": "", "edit_count": 0, "today": stage.IN_TIME}
    assert refused("appraisal.form_incomplete", actions.send_rating, form, given=given, **facts)["items"] == [
        "collaboration"
    ]
    sent = actions.send_rating(form, given={**given, "collaboration": Given(None)}, **facts)
    assert (sent.state, sent.sent_at is not None, sent.edit_count) == ("sent", True, 1)


def test_peers_see_collaboration_only(db):
    cycle = stage.open_quarter()
    assert [item.code for item in form_items(stage.task(cycle, source="peer"))] == ["collaboration"]
    assert [item.code for item in form_items(stage.task(cycle))] == [
        "communication", "problem_solving", "service_awareness", "emotion_management", "collaboration",
        "product_knowledge", "process_policy", "systems_operation", "integrity", "fast_response", "problem_classifying",
    ]  # fmt: skip
    assert [item.code for item in form_items(stage.task(cycle, "zhao", "self"))] == [
        "team_change", "coaching", "fair_rating", "floor_management", "attendance_care", "retention", "collaboration",
    ]  # fmt: skip


def test_the_superior_waits_for_the_self_assessment_until_its_day_has_passed(db):
    cycle = stage.open_quarter()
    assert refused("appraisal.self_first", stage.send, stage.task(cycle), by="zhao", today=stage.SELF_DUE) == {
        "until": stage.SELF_DUE
    }
    stage.send(stage.task(cycle), by="zhao", today=stage.SELF_DUE + timedelta(days=1))
    stage.send(stage.task(cycle, "wang", "self"), by="wang", today=stage.IN_TIME)
    stage.send(stage.task(cycle, "wang"), by="zhao", today=stage.IN_TIME)
    assert RatingTask.objects.filter(source="superior", state="sent").count() == 2


def test_rating_somebody_else_asks_for_the_raters_training_first(db):
    cycle = stage.open_quarter()
    form = stage.task(cycle)
    facts = {"by": cast.user("zhao"), "comment": "", "edit_count": 0, "today": stage.AFTER_SELF}
    refused("appraisal.training_first", actions.send_rating, form, given=stage.all_at(form), **facts)
    save(form, {})
    own = stage.task(cycle, source="self")
    actions.send_rating(own, given=stage.all_at(own), **{**facts, "by": cast.user("li")})


def test_the_training_is_passed_with_every_answer_right_and_counts_from_the_first_time(db):
    zhao = cast.user("zhao")
    for wrong in ({}, {**RIGHT_ANSWERS, "halo": "a"}):
        refused(
            "appraisal.training_wrong", actions.pass_rater_training, zhao, by=zhao, answers=wrong, today=stage.IN_TIME
        )
    assert not is_trained(zhao)
    stage.train("zhao")
    actions.pass_rater_training(zhao, by=zhao, answers=RIGHT_ANSWERS, today=stage.END)
    assert is_trained(zhao)
    assert RaterTraining.objects.get().passed_on == stage.IN_TIME
    with pytest.raises(NotAllowed):
        actions.pass_rater_training(zhao, by=cast.user("lin"), answers=RIGHT_ANSWERS, today=stage.END)


def test_two_levels_from_what_the_contacts_show_ask_for_a_reason(db):
    cycle = stage.open_quarter()
    stage.observe(stage.person("li"), "emotion_management", ["4", "4", "4"])
    facts = refused(
        "appraisal.reason_needed", stage.send, stage.task(cycle), by="zhao", emotion_management=Given(Fraction(2))
    )
    assert facts["codes"] == ["emotion_management"]
    assert len(facts["items"]) == 1
    stage.send(
        stage.task(cycle), by="zhao", emotion_management=Given(Fraction(2), reason="lost it twice on side-by-side days")
    )
    kept = stage.task(cycle).ratings.get(competency__code="emotion_management")
    assert (kept.level, kept.reason) == (2, "lost it twice on side-by-side days")


def test_fewer_than_three_contacts_bind_nobody_and_peers_give_no_reasons(db):
    cycle = stage.open_quarter()
    stage.observe(stage.person("li"), "emotion_management", ["5", "5"])
    stage.observe(stage.person("li"), "collaboration", ["5", "5", "5"], first_id=10)
    stage.send(stage.task(cycle), by="zhao", level=1, collaboration=Given(Fraction(4)))
    stage.send(stage.task(cycle, source="practical"), by="zhou", level=1)
    assert RatingTask.objects.filter(state="sent").count() == 2


def test_a_sent_or_withdrawn_form_says_so(db):
    cycle = stage.open_quarter()
    form = stage.send(stage.task(cycle), by="zhao")
    refused("appraisal.sent_already", save, form, {}, edit_count=1)
    taken_back = stage.task(cycle, source="self")
    actions.withdraw_rater(taken_back, by=cast.user("wu"))
    refused("appraisal.withdrawn", save, taken_back, {}, by="li")


def test_nothing_is_kept_once_collecting_is_over(db):
    cycle = stage.open_quarter()
    form = stage.task(cycle, source="self")
    actions.compute_cycle(cycle, by=cast.user("zheng"))
    refused("appraisal.collecting_is_over", save, form, {}, by="li")


@pytest.mark.parametrize("name", ["li", "lin", "zheng", "wu", "qian", "sun"])
def test_a_form_is_filled_by_its_rater_alone(db, name):
    form = stage.task(stage.open_quarter())
    with pytest.raises(NotAllowed):
        save(form, {}, by=name)


def test_raters_see_their_own_forms_soonest_first(db):
    cycle = stage.open_quarter()
    mine = list(open_tasks_of(cast.user("zhao")))
    assert (mine[0].source, mine[0].participant.person.number) == ("self", "zhao")
    assert {one.rater.number for one in mine} == {"zhao"}
    stage.send(stage.task(cycle), by="zhao")
    assert [one.participant.person.number for one in sent_tasks_of(cast.user("zhao"))] == ["li"]
    actions.withdraw_rater(stage.task(cycle, "wang"), by=cast.user("wu"))
    assert "wang" not in [one.participant.person.number for one in tasks_of(cast.user("zhao"))]
    actions.compute_cycle(cycle, by=cast.user("zheng"))
    assert not open_tasks_of(cast.user("zhao")).exists()


def evaluated(state):
    """One contact of Li's, evaluated, with its evidence as the quality package notes it."""
    from hengcai.evidence.models import Evidence
    from hengcai.quality.models import Assignment, Scorecard

    contact = stage.contact(stage.person("li"), 1, csat="4")
    card = Scorecard.objects.create(
        code="c", name=cast.centre().name, channel="call", kind="weighted", pass_line=60, excellence_line=90
    )
    assignment = Assignment.objects.create(
        contact=contact, analyst=cast.user("chen"), scorecard=card, assigned_by=cast.user("feng"),
        assigned_at=contact.started_at, due_on=stage.END,
    )  # fmt: skip
    Evaluation.objects.create(
        assignment=assignment, agent=contact.agent, scorecard=card, evaluator=cast.user("chen"), contact_on=stage.END,
        state=state, is_current=True,
    )  # fmt: skip
    stage.observe(contact.agent, "communication", ["4"])
    Evidence.objects.update(source_kind="quality.assignment", source_id=assignment.pk)


def lines(form):
    return {line.item.code: line for line in rating_form(form).lines}


def test_the_superior_has_the_periods_evidence_in_view(db):
    cycle = stage.open_quarter()
    evaluated("submitted")
    stage.contact(stage.person("li"), 2, csat="5", complaint="upheld")
    form = rating_form(stage.task(cycle))
    assert form.may_see_evidence
    assert (form.figures.contacts, form.figures.customers, form.figures.csat) == (2, 2, Fraction(9, 2))
    assert (form.figures.upheld, form.figures.evaluations) == (1, 1)
    seen = lines(stage.task(cycle))["communication"].observed
    assert (seen.mean, seen.n, seen.low) == (4, 1, None)


def test_levels_that_ask_for_a_reason_are_known_beforehand_and_only_to_the_superior(db):
    cycle = stage.open_quarter()
    stage.observe(stage.person("li"), "communication", ["4", "3", "5"])
    line = lines(stage.task(cycle))["communication"]
    assert line.far == frozenset({1, 2})
    assert line.observed.low is not None
    assert lines(stage.task(cycle, source="self"))["communication"].far == frozenset()


def test_in_the_self_assessment_only_published_evaluations_are_in_view(db):
    cycle = stage.open_quarter()
    evaluated("submitted")
    own = stage.task(cycle, source="self")
    assert lines(own)["communication"].observed is None
    assert rating_form(own).figures.evaluations == 0
    Evaluation.objects.update(state="published")
    assert lines(own)["communication"].observed.n == 1
    assert rating_form(own).figures.evaluations == 1


def test_peers_and_examiners_see_no_evidence_and_nobody_sees_anothers_rating(db):
    cycle = stage.open_quarter()
    stage.observe(stage.person("li"), "collaboration", ["4", "3", "5"])
    stage.send(stage.task(cycle, source="self"), by="li")
    for source in ("peer", "practical"):
        form = rating_form(stage.task(cycle, source=source))
        assert not form.may_see_evidence
        assert {line.observed for line in form.lines} == {None}
        assert {line.rating for line in form.lines} == {None}
        assert form.others_sent == 1


def test_equal_values_show_no_interval(db):
    cycle = stage.open_quarter()
    stage.observe(stage.person("li"), "communication", ["4", "4", "4"])
    seen = lines(stage.task(cycle))["communication"].observed
    assert (seen.low, seen.high, seen.n) == (None, None, 3)


def test_a_lead_writes_a_remark_beside_the_month_until_it_is_published(db):
    cycle = stage.open_month()
    li, zhao = stage.participant(cycle), stage.person("zhao")
    facts = {"by": cast.user("zhao"), "author": zhao, "source": "superior"}
    refused("appraisal.remark_empty", actions.write_remark, li, text=" ", **facts)
    actions.write_remark(li, text="took the hard ones", **facts)
    actions.write_remark(li, text="took the hardest ones ", **facts)
    assert Remark.objects.get().text == "took the hardest ones"
    assert remarks_on(li, to_rated=True) == [("superior", "took the hardest ones")]
    refused(
        "appraisal.remark_by_another", actions.write_remark, li, text="x", **{**facts, "author": stage.person("lin")}
    )
    actions.compute_cycle(cycle, by=cast.user("zheng"))
    stage.publish(cycle)
    refused("appraisal.remarks_closed", actions.write_remark, stage.participant(cycle), text="x", **facts)


@pytest.mark.parametrize("name", ["lin", "li", "wu", "zhou"])
def test_a_remark_is_for_those_who_lead_the_person(db, name):
    li = stage.participant(stage.open_month())
    with pytest.raises(NotAllowed):
        actions.write_remark(li, by=cast.user(name), author=cast.person(name), source="superior", text="x")


def test_few_peers_remarks_stay_with_the_group(db):
    li = stage.participant(stage.open_month())
    at = stage.contact(stage.person("li"), 9).started_at
    for number in range(2):
        Remark.objects.create(
            participant=li, source="peer", author=stage.colleague(f"p{number}"), text=str(number), written_at=at
        )
    assert remarks_on(li, to_rated=True) == []
    assert len(remarks_on(li, to_rated=False, sees_peers=True)) == 2
    Remark.objects.create(participant=li, source="peer", author=stage.colleague("p3"), text="x", written_at=at)
    assert len(remarks_on(li, to_rated=True)) == 3


def test_a_comment_or_a_reason_longer_than_the_longest_is_refused_by_the_action_itself(db):
    form = stage.task(stage.open_quarter())
    for given in (Given(Fraction(4), "x" * 4001), Given(Fraction(4), "", "x" * 4001)):
        assert refused("text.too_long", save, form, {"communication": given})["most"] == 4000

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from hengcai.accounts.models import RoleGrant
from hengcai.audit.models import Entry
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.evidence.models import Evidence
from hengcai.quality.actions import publish_evaluations, save_draft, submit_evaluation, withdraw_assignment
from hengcai.quality.cards import marks_of
from hengcai.quality.models import Answer, Evaluation
from hengcai.quality.rules.card import Mark
from tests import cast
from tests.quality import scene

pytestmark = pytest.mark.django_db


def draft(given, marks, *, edit_count=0, by="chen", comment=""):
    return save_draft(given, by=cast.user(by), marks=marks, comment=comment, edit_count=edit_count)


def refusal(act, *args, **how):
    with pytest.raises((NotValid, NotNow, NotAllowed)) as caught:
        act(*args, **how)
    return caught.value.code


def values(evaluation):
    return dict(evaluation.answers.values_list("item__code", "value"))


def test_a_draft_holds_what_was_chosen_and_nothing_else():
    given = scene.assignment()
    made = draft(given, {"listening": Mark("2", "too fast", "system", 1), "record": Mark("na")}, comment="so far")
    assert (made.state, made.revision, made.edit_count, made.is_current, made.total) == ("draft", 1, 1, False, None)
    assert values(made) == {"listening": "2", "record": "na"}
    answer = Answer.objects.get(item__code="listening")
    assert (answer.comment, answer.cause, answer.turn) == ("too fast", "system", 1)
    assert given.state == "open"


def test_saving_again_replaces_the_draft():
    given = scene.assignment()
    draft(given, {"listening": Mark("2"), "record": Mark("4")})
    again = draft(given, {"listening": Mark("3")}, edit_count=1)
    assert values(again) == {"listening": "3"}
    assert (Evaluation.objects.count(), again.edit_count) == (1, 2)


def test_a_stale_page_overwrites_nothing():
    given = scene.assignment()
    draft(given, {"listening": Mark("2")})
    for count in (0, 2):
        assert refusal(draft, given, {"listening": Mark("5")}, edit_count=count) == "quality.stale"
    assert refusal(scene.submit, given, edit_count=0) == "quality.stale"
    assert values(Evaluation.objects.get()) == {"listening": "2"}


def test_a_page_left_open_over_a_submission_starts_no_revision():
    given = scene.assignment()
    draft(given, {"listening": Mark("2")})
    scene.submit(given, edit_count=1)
    for count in (0, 1):
        assert refusal(draft, given, {"listening": Mark("5")}, edit_count=count) == "quality.stale"
    assert Evaluation.objects.count() == 1


def test_a_page_that_says_what_is_saved_already_is_in_no_conflict():
    given = scene.assignment()
    draft(given, {"listening": Mark("2", "cut in twice")})
    again = draft(given, {"listening": Mark("2", "cut in twice ")}, edit_count=0)
    assert (again.edit_count, Evaluation.objects.count()) == (1, 1)
    assert refusal(draft, given, {"listening": Mark("2", "cut in once")}, edit_count=0) == "quality.stale"
    assert refusal(draft, given, {"listening": Mark("2", "cut in twice", turn=1)}, edit_count=0) == "quality.stale"


def test_a_submission_sent_behind_its_own_autosave_goes_through():
    given = scene.assignment()
    draft(given, scene.GOOD)
    made = scene.submit(given, edit_count=0)
    assert (made.state, made.revision) == ("submitted", 1)


def test_the_same_submission_sent_twice_is_one():
    given = scene.assignment()
    marks = scene.GOOD | {"listening": Mark("1", "asked twice for the address")}
    first = scene.submit(given, marks)
    assert first.answers.get(item__code="listening").cause == "person"
    assert scene.submit(given, marks, edit_count=0) == first
    assert refusal(scene.submit, given, marks, edit_count=0, comment="and one more word") == "quality.stale"
    assert Evaluation.objects.count() == 1


def test_only_the_analyst_it_was_given_to_opens_it():
    given = scene.assignment()
    for name in ("cao", "feng", "li", "zheng", "wu", "qian"):
        assert refusal(draft, given, {}, by=name).startswith("permission.")


@pytest.mark.parametrize("role", ["hr", "head"])
def test_hr_and_head_never_score_whatever_else_they_are(role):
    given = scene.assignment()
    RoleGrant.objects.create(user=cast.user("chen"), role=role)
    assert refusal(draft, given, {}) == "permission.role"


def test_a_draft_refuses_marks_the_card_does_not_take():
    given = scene.assignment()
    assert refusal(draft, given, {"listening": Mark("6")}) == "quality.mark_unknown"
    assert refusal(draft, given, {"courtesy": Mark("5")}) == "quality.item_unknown"
    assert refusal(draft, given, {"extra": Mark("na")}) == "quality.na_not_allowed"
    assert refusal(draft, given, {"listening": Mark("2", turn=3)}) == "quality.turn_unknown"


def test_work_withdrawn_takes_no_more_marks_and_keeps_those_it_had():
    given = scene.assignment()
    draft(given, {"listening": Mark("2")})
    withdraw_assignment(given, by=cast.user("feng"))
    assert refusal(draft, given, {}, edit_count=1) == "quality.withdrawn"
    assert refusal(scene.submit, given, edit_count=1) == "quality.withdrawn"
    again = scene.assignment(given.contact)
    assert values(draft(again, {"listening": Mark("2"), "wording": Mark("5")}, edit_count=1)) == {
        "listening": "2",
        "wording": "5",
    }


def test_submitting_keeps_the_exact_score_and_closes_the_work():
    given = scene.assignment()
    found = scene.submit(given, comment="calm throughout")
    talk = Fraction(6 * 80 + 2 * 100, 800)
    exact = 40 * talk + 60 * Fraction(5 * 100 + 5 * 80, 1000)
    assert (found.exact, found.exact_without_fatal) == (str(exact), str(exact))
    assert found.total == Decimal(str(float(exact)))
    assert (found.state, found.is_current, found.has_fatal, found.edit_count) == ("submitted", True, False, 1)
    assert found.submitted_at is not None
    assert found.contact_on == date(2026, 3, 12)
    assert found.placement.team == cast.team("one")
    given.refresh_from_db()
    assert given.state == "done"


def test_submitting_a_draft_closes_that_draft():
    given = scene.assignment()
    made = draft(given, {"listening": Mark("2")})
    done = scene.submit(given, edit_count=1)
    assert (done.pk, done.revision, done.edit_count) == (made.pk, 1, 2)
    assert Evaluation.objects.count() == 1


def test_a_contact_after_midnight_counts_on_its_local_day():
    assert scene.evaluation(at=scene.LATE_EVENING).contact_on == date(2026, 4, 1)


def test_an_unfinished_evaluation_is_not_submitted_and_nothing_is_kept():
    given = scene.assignment()
    assert refusal(scene.submit, given, {"listening": Mark("4")}) == "quality.unanswered"
    assert refusal(scene.submit, given, scene.GOOD | {"listening": Mark("2")}) == "quality.comment_missing"
    assert not Evaluation.objects.exists()
    assert not Entry.objects.filter(action="submit_evaluation").exists()


def test_a_fatal_error_keeps_both_totals():
    found = scene.evaluation(marks=scene.GOOD | {"identity": Mark("no", "not asked")})
    assert (found.exact, found.has_fatal) == ("0", True)
    assert Fraction(found.exact_without_fatal) == 34 + 60 * Fraction(4, 10)


def test_nothing_applicable_is_submitted_without_a_score():
    nothing = {code: Mark("na") for code in ("listening", "wording", "identity", "record")} | {"extra": Mark("clear")}
    found = scene.evaluation(marks=nothing)
    assert (found.exact, found.total, found.has_fatal) == ("", None, False)


def test_marks_that_lost_their_condition_are_not_recorded():
    marks = scene.GOOD | {"apology": Mark("1")}
    assert "apology" not in values(scene.evaluation(marks=marks))


def test_an_error_without_a_cause_is_recorded_as_the_persons():
    scene.evaluation(marks=scene.GOOD | {"listening": Mark("2", "cut in")})
    assert Answer.objects.get(item__code="listening").cause == "person"


def test_a_second_submission_is_a_new_revision_with_its_reason():
    given = scene.assignment()
    first = scene.submit(given)
    marks = scene.GOOD | {"record": Mark("5")}
    assert refusal(scene.submit, given, marks, edit_count=1) == "quality.reason_missing"
    second = scene.submit(given, marks, edit_count=1, reason="heard it again")
    first.refresh_from_db()
    assert (first.revision, first.is_current, first.state, values(first)["record"]) == (1, False, "submitted", "4")
    assert (second.revision, second.is_current, second.revision_reason) == (2, True, "heard it again")
    assert second.exact != first.exact


def test_a_revision_may_be_drafted_while_the_first_still_counts():
    given = scene.assignment()
    first = scene.submit(given)
    second = draft(given, scene.GOOD, edit_count=1)
    first.refresh_from_db()
    assert (second.revision, second.state, second.is_current, first.is_current) == (2, "draft", False, True)
    scene.submit(given, edit_count=2, reason="reheard")
    assert Evaluation.objects.filter(is_current=True).get().revision == 2


def evidence(**more):
    rows = Evidence.objects.filter(**more).order_by("competency__code")
    return {row.competency.code: row.exact for row in rows}


def test_a_submission_notes_what_it_says_about_abilities():
    found = scene.evaluation()
    assert evidence() == {"communication": "9/2", "expression": "5", "integrity": "5", "listening": "4"}
    row = Evidence.objects.get(competency__code="communication")
    assert (row.kind, row.on, row.value, row.n) == ("observed", date(2026, 3, 12), Decimal("4.5"), 1)
    assert (row.person, row.team, row.post) == (cast.li(), cast.team("one"), cast.post())
    assert (row.source_kind, row.source_id, row.source_revision) == ("quality.assignment", found.assignment_id, 1)


def test_a_revision_supersedes_what_was_noted_before():
    given = scene.assignment()
    scene.submit(given)
    scene.submit(given, scene.GOOD | {"listening": Mark("5"), "wording": Mark("na")}, edit_count=1, reason="again")
    assert evidence(is_superseded=False) == {"communication": "5", "integrity": "5", "listening": "5"}
    assert len(evidence(is_superseded=True)) == 4


def test_a_revision_that_says_nothing_takes_the_old_evidence_away():
    given = scene.assignment()
    scene.submit(given)
    nothing = {code: Mark("na") for code in ("listening", "wording", "identity", "record")} | {"extra": Mark("clear")}
    scene.submit(given, nothing, edit_count=1, reason="wrong contact")
    assert evidence(is_superseded=False) == {}


def test_a_deduction_card_notes_no_abilities():
    card = scene.scorecard(definition=scene.deduction_definition())
    given = scene.assignment(scene.contact(channel="ticket"), card=card)
    found = scene.submit(given, {"late": Mark("hit", "two days late"), "unclear": Mark("clear")})
    assert found.exact == "92"
    assert not Evidence.objects.exists()


def publish(*rows, by="feng"):
    return publish_evaluations(list(rows), by=cast.user(by))


@pytest.mark.parametrize("by", ["feng", "zheng"])
def test_supervisor_and_group_publish(by):
    made = [scene.evaluation(), scene.evaluation(cast.wang())]
    assert {row.state for row in publish(*made, by=by)} == {"published"}
    assert Evaluation.objects.filter(published_at__isnull=False).count() == 2


@pytest.mark.parametrize("by", ["chen", "li", "zhao", "wu", "qian", "sun"])
def test_nobody_else_publishes(by):
    assert refusal(publish, scene.evaluation(), by=by) == "permission.role"


def test_nobody_publishes_what_they_scored_or_what_is_about_them():
    made = scene.evaluation()
    RoleGrant.objects.create(user=cast.user("chen"), role="quality_supervisor")
    assert refusal(publish, made, by="chen") == "permission.reach"
    RoleGrant.objects.create(user=cast.user("li"), role="appraisal_group")
    assert refusal(publish, made, by="li") == "permission.reach"


def test_publishing_takes_only_current_submitted_ones_all_or_none():
    given = scene.assignment()
    first, other = scene.submit(given), scene.evaluation(cast.wang())
    second = scene.submit(given, edit_count=1, reason="again")
    assert refusal(publish, first, other) == "quality.not_submitted"
    assert refusal(publish, draft(scene.assignment(), {})) == "quality.not_submitted"
    assert refusal(publish) == "quality.nothing_chosen"
    publish(second)
    assert refusal(publish, second) == "quality.not_submitted"
    assert Evaluation.objects.get(pk=other.pk).state == "submitted"


def test_a_published_evaluation_may_be_corrected_by_a_revision_that_is_published_again():
    given = scene.assignment()
    first = scene.submit(given)
    publish(first)
    second = submit_evaluation(
        given, by=given.analyst, marks=scene.GOOD, comment="", edit_count=1, reason="wrong record"
    )
    assert (second.state, Evaluation.objects.get(pk=first.pk).state) == ("submitted", "published")
    publish(second)


def test_each_save_and_submission_leaves_a_trace_about_the_agent():
    given = scene.assignment()
    draft(given, {})
    scene.submit(given, edit_count=1)
    entries = Entry.objects.filter(action__in=["save_draft", "submit_evaluation"])
    assert {entry.subject for entry in entries} == {cast.user("li").pk}
    assert entries.count() == 2


def test_a_draft_that_saves_itself_leaves_one_trace_a_day_and_every_submission_its_own():
    given = scene.assignment()
    for number in range(3):
        draft(given, {}, edit_count=number)
    scene.submit(given, edit_count=3)
    for number in (4, 5):
        draft(given, {}, edit_count=number)
    scene.submit(given, edit_count=6, reason="reheard")
    entries = Entry.objects.filter(action__in=["save_draft", "submit_evaluation"]).order_by("number")
    first, second = (f"quality.evaluation:{one.pk}" for one in Evaluation.objects.order_by("revision"))
    assert list(entries.values_list("action", "thing")) == [
        ("save_draft", first), ("submit_evaluation", first), ("save_draft", second), ("submit_evaluation", second),
    ]  # fmt: skip


def test_marks_come_back_as_they_were_given():
    given = scene.GOOD | {"listening": Mark("2", "cut in", "person", 1)}
    assert marks_of(scene.evaluation(marks=given).answers.select_related("item")) == given

import pytest

from hengcai.accounts.models import RoleGrant
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.quality.actions import judge_case, report_red_line, save_draft
from hengcai.quality.models import Case
from tests import cast
from tests.quality import scene

pytestmark = pytest.mark.django_db


def report(evaluation=None, *, by="chen", code="abuse", reason="swore at 2:14", turn=None) -> Case:
    facts = {"red_line": scene.red_line(code), "reason": reason, "turn": turn}
    return report_red_line(evaluation or scene.evaluation(), by=cast.user(by), **facts)


def judge(case, *, by="feng", confirm=True, judgement="heard it too"):
    return judge_case(case, by=cast.user(by), confirm=confirm, judgement=judgement)


def refusal(act, *args, **how):
    with pytest.raises((NotValid, NotNow, NotAllowed)) as caught:
        act(*args, **how)
    return caught.value.code


def test_a_report_opens_a_case_at_once_even_from_a_draft():
    draft = save_draft(scene.assignment(), by=cast.user("chen"), marks={}, comment="", edit_count=0)
    case = report(draft, turn=2)
    assert (case.state, case.agent, case.turn, case.reported_by) == ("open", cast.li(), 2, cast.user("chen"))


def test_a_report_says_why_and_points_into_the_transcript():
    assert refusal(report, reason=" ") == "quality.case_reason_missing"
    assert refusal(report, turn=3) == "quality.turn_unknown"
    assert not Case.objects.exists()


def test_one_open_case_for_the_same_conduct_in_the_same_contact():
    made = scene.evaluation()
    first = report(made)
    assert refusal(report, made, by="feng") == "quality.case_open_already"
    assert report(made, code="leak").red_line.code == "leak"
    judge(first, confirm=False, judgement="a quotation")
    assert report(made, reason="a second place, at 5:02").state == "open"


@pytest.mark.parametrize("by", ["feng", "zheng"])
def test_supervisor_and_group_report_too(by):
    assert report(by=by).reported_by == cast.user(by)


@pytest.mark.parametrize("by", ["cao", "li", "zhao", "wu", "qian", "zhou"])
def test_others_do_not_report(by):
    assert refusal(report, by=by).startswith("permission.")


@pytest.mark.parametrize(("confirm", "state"), [(True, "confirmed"), (False, "dismissed")])
def test_a_second_person_confirms_or_dismisses(confirm, state):
    found = judge(report(), confirm=confirm)
    found.refresh_from_db()
    assert (found.state, found.judged_by, found.judgement) == (state, cast.user("feng"), "heard it too")
    assert found.judged_at is not None


def test_a_judgement_has_its_grounds_and_is_given_once():
    case = report()
    assert refusal(judge, case, judgement="") == "quality.judgement_missing"
    judge(case)
    assert refusal(judge, case, by="zheng", confirm=False) == "move.state"
    assert Case.objects.get().state == "confirmed"


def test_who_reported_does_not_judge():
    assert refusal(judge, report(by="feng")) == "permission.reach"


def test_who_scored_it_or_is_meant_does_not_judge():
    case = report(by="zheng")
    RoleGrant.objects.create(user=cast.user("chen"), role="quality_supervisor")
    RoleGrant.objects.create(user=cast.user("li"), role="appraisal_group")
    assert refusal(judge, case, by="chen") == "permission.reach"
    assert refusal(judge, case, by="li") == "permission.reach"


@pytest.mark.parametrize("by", ["cao", "zhao", "wu", "qian"])
def test_others_do_not_judge(by):
    assert refusal(judge, report(), by=by) == "permission.role"


@pytest.mark.parametrize("text", ["a\0b", "half \ud83d"])
def test_a_sign_that_no_database_holds_is_refused_in_words(text):
    assert refusal(report, reason=text) == "text.sign_of_no_text"
    assert refusal(judge, report(), judgement=text) == "text.sign_of_no_text"


def test_what_is_written_has_a_longest_whichever_door_it_comes_in_by():
    assert refusal(report, reason="x" * 4001) == "text.too_long"
    case = report(reason="x" * 4000)
    assert refusal(judge, case, judgement="x" * 4001) == "text.too_long"
    assert (
        refusal(save_draft, scene.assignment(), by=cast.user("chen"), marks={}, comment="x" * 4001, edit_count=0)
        == "text.too_long"
    )

"""Who reaches which rows: each test holds something that could leak."""

import pytest

from hengcai.accounts.models import RoleGrant
from hengcai.people.models import Placement
from hengcai.quality import permissions
from hengcai.quality.actions import judge_case, new_version, report_red_line, save_draft
from hengcai.quality.models import Assignment, Case, Evaluation, Scorecard
from tests import cast
from tests.quality import scene

pytestmark = pytest.mark.django_db


@pytest.fixture
def rows(db):
    """Li's is published, Wang's submitted, He's a draft."""
    published, submitted = scene.evaluation(cast.li()), scene.evaluation(cast.wang())
    scene.publish([published])
    scene.contact(cast.he())
    save_draft(scene.assignment(scene.contact(cast.he())), by=cast.user("chen"), marks={}, comment="", edit_count=0)
    return submitted


def seen(name, permission=permissions.SEE, model=Evaluation) -> set[str]:
    return {row.agent.number for row in permission.rows(model.objects.all(), cast.user(name))}


@pytest.mark.parametrize(
    ("name", "agents"),
    [
        ("li", {"li"}), ("wang", set()), ("he", set()), ("zhao", {"li", "wang"}), ("lin", set()), ("chen", {"li", "wang"}),
        ("cao", set()), ("feng", {"li", "wang"}), ("zheng", {"li", "wang"}), ("wu", {"li", "wang"}), ("zhou", {"li", "wang"}),
        ("qian", {"li", "wang"}), ("sun", set()),
    ],
)  # fmt: skip
def test_everyone_sees_the_evaluations_they_answer_for_and_nobody_a_draft(rows, name, agents):
    assert seen(name) == agents


def test_a_lead_still_sees_what_was_dated_in_their_own_term(rows):
    Placement.objects.filter(person=cast.wang()).update(until="2026-03-20")
    Placement.objects.create(person=cast.wang(), since="2026-03-21", team=cast.team("two"), lead=cast.lin())
    assert seen("zhao") == {"li", "wang"}
    assert seen("lin") == {"wang"}


def test_a_lead_sees_nothing_from_before_and_after_their_time(rows):
    Placement.objects.filter(person=cast.wang()).update(lead=cast.lin())
    assert seen("zhao") == {"li"}


@pytest.mark.parametrize("role", ["appraisal_group", "trainer", "hr", "quality_supervisor"])
def test_of_oneself_even_a_wide_role_sees_only_what_is_published(rows, role):
    RoleGrant.objects.create(user=cast.user("wang"), role=role)
    assert seen("wang") == {"li"}


def test_somebody_who_is_locked_out_sees_nothing(rows):
    user = cast.user("feng")
    user.is_active = False
    user.save()
    assert seen("feng") == set()


@pytest.mark.parametrize(("name", "count"), [("chen", 3), ("cao", 0), ("feng", 0), ("li", 0), ("qian", 0), ("sun", 0)])
def test_analysts_open_their_own_work_only(rows, name, count):
    assert permissions.OPEN.rows(Assignment.objects.all(), cast.user(name)).count() == count


@pytest.mark.parametrize(
    ("name", "numbers"),
    [("zheng", {1, 2}), ("feng", {1, 2}), ("qian", {1, 2}), ("li", {1}), ("chen", {1}), ("sun", {1})],
)
def test_drafts_of_scorecards_are_seen_by_those_who_write_them(name, numbers):
    new_version(scene.scorecard(), by=cast.user("zheng"))
    found = permissions.SEE_SCORECARDS.rows(Scorecard.objects.all(), cast.user(name))
    assert {row.number for row in found} == numbers


@pytest.fixture
def cases(rows):
    """Li's is confirmed, Wang's still open."""
    for evaluation in Evaluation.objects.exclude(state="draft"):
        facts = {"red_line": scene.red_line(), "reason": "swore", "turn": None}
        case = report_red_line(evaluation, by=cast.user("chen"), **facts)
        if evaluation.agent == cast.li():
            judge_case(case, by=cast.user("feng"), confirm=True, judgement="heard it")


@pytest.mark.parametrize(
    ("name", "agents"),
    [
        ("li", {"li"}), ("wang", set()), ("zhao", {"li"}), ("lin", set()), ("chen", {"li", "wang"}), ("cao", set()),
        ("feng", {"li", "wang"}), ("zheng", {"li", "wang"}), ("qian", {"li", "wang"}), ("wu", {"li"}), ("zhou", set()), ("sun", set()),
    ],
)  # fmt: skip
def test_an_open_case_is_known_only_to_those_who_handle_it(cases, name, agents):
    assert seen(name, permissions.SEE_CASES, Case) == agents


def test_an_open_case_about_a_group_member_is_closed_to_that_member(cases):
    RoleGrant.objects.create(user=cast.user("wang"), role="appraisal_group")
    assert seen("wang", permissions.SEE_CASES, Case) == {"li"}

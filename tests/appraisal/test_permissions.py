"""Which rows each role reaches: leads of other teams, the rated person, members' own cases, trainers."""

import pytest

from hengcai.appraisal import actions, permissions
from hengcai.appraisal.models import Cycle, Participant, RatingTask, Result
from hengcai.appraisal.queries.board import findings_of, participants_of, people_forms, tasks_on
from hengcai.appraisal.queries.findings import finding_counts
from hengcai.appraisal.queries.results import cycles_seen_by, own_results, policies_seen_by, results_seen_by
from hengcai.base.errors import NotAllowed
from hengcai.people.models import Placement
from tests import cast
from tests.appraisal import stage

pytestmark = pytest.mark.usefixtures("standards")


def people(rows):
    return set(rows.values_list("participant__person__number", flat=True))


def preliminary():
    stage.in_force_everything()
    for name in ("li", "wang", "he", "zheng", "wu"):
        stage.person(name)
    cycle = actions.open_cycle(stage.cycle(), by=cast.user("zheng"), today=stage.END)
    return actions.compute_cycle(cycle, by=cast.user("zheng"))


def published():
    return stage.publish(preliminary())


def test_before_publication_the_group_hr_and_head_alone_see_results(db):
    cycle = preliminary()
    everybody = set(cycle.participants.values_list("person__number", flat=True))
    for name in ("li", "zhao", "lin", "chen", "feng", "zhou", "sun"):
        assert people(results_seen_by(cast.user(name))) == set(), name
        assert not own_results(cast.user(name)).exists()
    assert people(results_seen_by(cast.user("qian"))) == everybody
    assert people(results_seen_by(cast.user("wu"))) == everybody - {"wu"}


def test_a_member_of_the_group_meets_no_result_form_or_finding_of_their_own(db):
    cycle = preliminary()
    zheng = cast.user("zheng")
    mine = Participant.objects.get(cycle=cycle, person__user=zheng)
    assert "zheng" not in people(results_seen_by(zheng))
    assert mine not in participants_of(cycle, zheng)
    assert not tasks_on([mine.pk], zheng).exists()
    assert "zheng" not in {one.result.participant.person.number for one in findings_of(cycle, zheng)}
    assert "wu" in {one.result.participant.person.number for one in findings_of(cycle, zheng)}
    for permission, row in ((permissions.ARRANGE_RATERS, mine), (permissions.CORRECT_RESULT, mine.results.get())):
        with pytest.raises(NotAllowed):
            permission.enter(row, zheng)


def test_once_published_everybody_sees_their_own_and_nobody_elses(db):
    published()
    assert people(own_results(cast.user("li"))) == {"li"}
    assert people(results_seen_by(cast.user("li"))) == set()
    assert people(own_results(cast.user("zheng"))) == {"zheng"}
    assert "zheng" not in people(results_seen_by(cast.user("zheng")))


def test_a_lead_sees_those_led_now_and_then_but_not_another_team_nor_themselves(db):
    published()
    assert people(results_seen_by(cast.user("zhao"))) == {"li", "wang"}
    assert people(results_seen_by(cast.user("lin"))) == {"he"}
    Placement.objects.filter(person__number="wang").update(until=stage.END)
    Placement.objects.create(
        person=cast.wang(), since=stage.IN_TIME, team=cast.team("two"), post=cast.post(), lead=cast.lin()
    )
    assert people(results_seen_by(cast.user("zhao"))) == {"li", "wang"}
    assert people(results_seen_by(cast.user("lin"))) == {"he", "wang"}


def test_a_trainer_sees_published_results_of_others(db):
    cycle = preliminary()
    assert people(results_seen_by(cast.user("zhou"))) == set()
    stage.publish(cycle)
    assert {"li", "he"} <= people(results_seen_by(cast.user("zhou")))


def test_drafts_of_policies_are_their_writers_alone(db):
    actions.add_policy(cast.centre(), by=cast.user("wu"), kind="quarterly", text="customer_minimum: 6")
    for name, count in (("li", 2), ("zhao", 2), ("zhou", 2), ("wu", 3), ("zheng", 3), ("qian", 3)):
        assert policies_seen_by(cast.user(name)).count() == count, name


def test_boards_and_forms_are_for_those_who_run_cycles(db):
    cycle = stage.open_quarter()
    li = stage.participant(cycle)
    for name, sees_cycle, sees_forms in (
        ("li", 0, 0),
        ("zhao", 0, 0),
        ("zhou", 0, 0),
        ("qian", 1, 0),
        ("wu", 1, 1),
        ("zheng", 1, 1),
    ):
        user = cast.user(name)
        assert cycles_seen_by(user).exists() == sees_cycle, name
        assert participants_of(cycle, user).exists() == sees_cycle, name
        assert tasks_on([li.pk], user).exists() == sees_forms, name
        assert bool(people_forms([li], user)[0].tasks) == sees_forms


def test_findings_are_grouped_and_cut_to_the_first_few(db):
    cycle = preliminary()
    assert finding_counts(cycle, cast.user("qian")).keys() == {"not_enough"}
    assert finding_counts(cycle, cast.user("li")) == {}


@pytest.mark.parametrize(
    ("permission", "names"),
    [
        (permissions.RUN_CYCLE, {"zheng", "wu"}),
        (permissions.PUBLISH_CYCLE, {"zheng", "qian"}),
        (permissions.SEE_CYCLE, {"zheng", "wu", "qian"}),
        (permissions.DRAFT_POLICY, {"zheng", "wu"}),
        (permissions.APPROVE_POLICY, {"zheng", "qian"}),
        (permissions.CORRECT_RESULT, {"zheng"}),
        (permissions.IMPORT, {"zheng", "wu"}),
        (permissions.REMARK, {"zhao", "lin", "zheng"}),
    ],
    ids=lambda value: getattr(value, "code", None),
)
def test_who_holds_which_permission(db, permission, names):
    assert {name for name in cast.ROLES if permission.is_held_by(cast.user(name))} == names


def test_ratings_never_reach_the_person_rated(db):
    cycle = stage.open_quarter()
    rated = cast.user("li")
    assert not RatingTask.objects.filter(pk__in=tasks_on([stage.participant(cycle).pk], rated)).exists()
    assert {
        one.source
        for one in permissions.FILL_TASK.rows(RatingTask.objects.filter(participant__person__user=rated), rated)
    } == {"self"}
    assert Cycle.objects.count() == 1
    assert not Result.objects.exists()

"""The home page asks each package, the inbox keeps what notice was given: both know of the same things by the same day."""

from collections import Counter
from datetime import UTC, datetime

import pytest

from hengcai.appraisal import actions as actions_of_cycles
from hengcai.base import clock
from hengcai.inbox.models import Duty
from hengcai.insight.queries.home import tasks_due
from hengcai.quality import actions
from tests import cast
from tests.appraisal import stage
from tests.quality import disputing, scene

TODAY = disputing.TUESDAY
NAMES = ("li", "wang", "zhao", "chen", "cao", "feng", "zheng")
SAME = {"scoring": "score", "scoring.begun": "score", "case": "case.judge"}
OTHERS = ("publish", "cycle", "result", "question", "import", "case.more")  # without a last day of one person's own


def home(name):
    found = Counter()
    for task in tasks_due(cast.user(name), today=TODAY):
        if not task.kind.startswith(OTHERS):
            found[SAME.get(task.kind, task.kind), task.due_on] += (task.total or 1) - (task.done or 0)
    return found


def inbox(name):
    rows = Duty.objects.filter(user=cast.user(name), done_at=None).exclude(kind__startswith="cycle.")
    return Counter(rows.values_list("kind", "due_on"))


def agree():
    assert {name: home(name) for name in NAMES} == {name: inbox(name) for name in NAMES}
    return sum(inbox(name).total() for name in NAMES)


@pytest.fixture(autouse=True)
def everybody(db):
    cast.zhao(), cast.wang()
    for name in NAMES:
        cast.user(name)
    with clock.set_to(datetime(2026, 3, 17, 2, tzinfo=UTC)):
        yield


@pytest.mark.parametrize(("state", "left"), [("open", 2), ("taken", 2), ("marked", 2), ("decided", 0)])
def test_through_a_dispute(state, left):
    disputing.in_state(state)
    assert agree() == left


def test_from_what_is_given_out_to_what_is_confirmed():
    given = scene.assignment()
    assert agree() == 1
    actions.withdraw_assignment(given, by=cast.user("feng"))
    assert agree() == 0
    published = disputing.published(cast.wang())
    assert agree() == 1
    disputing.confirm(published, by="wang")
    assert agree() == 0


def test_a_red_line_waits_for_all_who_may_judge_it():
    evaluation = scene.evaluation()
    case = actions.report_red_line(evaluation, by=cast.user("chen"), red_line=scene.red_line(), reason="heard")
    assert agree() == 2
    actions.judge_case(case, by=cast.user("feng"), confirm=False, judgement="not so")
    assert agree() == 0


def test_through_a_quarter():
    stage.in_force_everything()
    quarter = stage.open_quarter()
    left = agree()
    assert left >= 4
    stage.train("li")
    stage.send(stage.task(quarter, source="self"), by="li", today=stage.START)
    actions_of_cycles.start_computing(quarter, by=cast.user("zheng"))
    assert agree() == 0

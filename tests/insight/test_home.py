"""What is due to whom, and in which words."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hengcai.appraisal.models import Cycle, RatingTask
from hengcai.inbox.duties import Owed, open_duties
from hengcai.insight.letters.home import Now, clauses_of, home
from hengcai.insight.letters.sides import cards, coming
from hengcai.insight.queries.home import next_cycle, tasks_due
from hengcai.insight.queries.sides import sides_of
from hengcai.interactions.models import ImportRun
from hengcai.quality.models import Assignment, Case, Dispute, Evaluation, RedLine
from tests import cast
from tests.insight import stage

pytestmark = pytest.mark.usefixtures("standards")
TODAY = date(2026, 4, 2)
NOW = Now(datetime(2026, 4, 2, 1, 0, tzinfo=UTC), "Asia/Shanghai")


def tasks(name, today=TODAY):
    return tasks_due(cast.user(name), today=today)


def kinds(name, today=TODAY):
    return [task.kind for task in tasks(name, today)]


def said(name, *, language="zh-hans", now=NOW):
    return home(tasks(name, now.today), name=name, now=now, language=language)


def side(name, today=TODAY, language="zh-hans"):
    return cards(sides_of(cast.user(name), today=today), language)


def collecting():
    cycle = stage.quarter(state="collecting")
    cycle.self_due_on, cycle.others_due_on = TODAY, TODAY + timedelta(days=1)
    cycle.superior_due_on, cycle.publish_due_on = TODAY + timedelta(days=4), TODAY + timedelta(days=11)
    cycle.save()
    return cycle


def forms_of(cycle, name):
    one = stage.joined(cycle, name)
    facts = {"participant": one}
    RatingTask.objects.create(source="self", rater=one.person, due_on=cycle.self_due_on, **facts)
    RatingTask.objects.create(source="superior", rater=stage.person("zhao"), due_on=cycle.superior_due_on, **facts)
    RatingTask.objects.create(source="practical", rater=stage.person("zhou"), due_on=cycle.others_due_on, **facts)
    return one


def test_an_agent_assesses_themselves_and_rates_colleagues(db):
    cycle = collecting()
    one = forms_of(cycle, "li")
    RatingTask.objects.create(participant=one, source="peer", rater=stage.person("wang"), due_on=cycle.others_due_on)
    assert kinds("li") == ["rating.self"]
    assert kinds("wang") == ["rating.peer"]
    assert tasks("li")[0].due_on == TODAY
    found = said("li")
    assert found.clauses == ["今天到期\u20091\u2009件"]
    assert found.first.go == "去自评"


def test_a_lead_has_one_line_for_all_their_people_with_progress(db):
    cycle = collecting()
    forms_of(cycle, "li")
    forms_of(cycle, "wang")
    RatingTask.objects.filter(source="superior", participant__person__number="li").update(state="sent")
    found = tasks("zhao")
    assert [(task.kind, task.done, task.total) for task in found] == [("rating.superior", 1, 2)]
    line = said("zhao").groups[0][1][0]
    assert line.what.replace("\u2009", " ") == "一季度技能评价：给 2 位组员评分"


def test_a_form_begun_is_the_thing_to_go_on_with(db):
    cycle = collecting()
    forms_of(cycle, "li")
    RatingTask.objects.filter(source="practical").update(edit_count=2)
    found = tasks("zhou")
    assert [(task.kind, task.is_begun) for task in found] == [("rating.practical", True)]


def test_forms_of_cycles_that_do_not_collect_are_not_due(db):
    cycle = collecting()
    forms_of(cycle, "li")
    Cycle.objects.update(state="preliminary")
    assert kinds("li") == []


def test_published_results_wait_to_be_read_the_newest_of_each_kind_first(db):
    stage.rated(stage.quarter(code="2025-Q4", period=stage.Q4))
    stage.rated(stage.quarter())
    stage.counted(stage.month())
    today = date(2026, 4, 20)
    found = tasks("li", today)
    assert sorted(task.kind for task in found) == ["result", "result", "result.more_results"]
    assert next(task for task in found if task.kind == "result.more_results").facts == {"n": 1}
    assert kinds("li", date(2026, 9, 1)) == []


def test_reading_a_result_takes_it_off_the_list(db, client):
    result = stage.rated(stage.quarter())
    client.force_login(cast.user("li"))
    client.get(f"/results/{result.pk}/")
    assert kinds("li", date(2026, 4, 20)) == []


def given(number, due, *, state="open"):
    item = stage.card()
    contact = stage.contact(stage.person("li"), 800 + number)
    return Assignment.objects.create(
        contact=contact, analyst=cast.user("chen"), scorecard=item.section.scorecard, assigned_by=cast.user("feng"),
        assigned_at=contact.started_at, due_on=due, state=state,
    )  # fmt: skip


def test_an_analyst_s_work_stands_by_due_day_and_card_with_progress(db):
    (
        given(1, TODAY),
        given(2, TODAY, state="done"),
        given(3, TODAY + timedelta(days=1)),
        given(4, TODAY, state="withdrawn"),
    )
    found = tasks("chen")
    assert [(task.kind, task.due_on, task.done, task.total) for task in found] == [
        ("scoring", TODAY, 1, 2), ("scoring", TODAY + timedelta(days=1), 0, 1)
    ]  # fmt: skip
    assert found[0].facts["by"] == "Feng"


def test_a_draft_left_half_done_comes_before_what_is_due_earlier(db):
    given(1, TODAY)
    later = given(2, TODAY + timedelta(days=3))
    draft = stage.evaluated("li", "4", state="draft", number=77)
    draft.assignment = later
    draft.save()
    found = said("chen")
    assert found.first.task.kind == "scoring.begun"
    assert found.first.task.key == later.pk
    assert "已评 1 项" in found.first.more.replace("\u2009", " ")


def test_quality_supervisors_judge_cases_and_publish(db):
    submitted = stage.evaluated("li", "1", state="submitted")
    line = RedLine.objects.create(
        code="abuse", name={"zh": "辱骂客户", "en": "Abuse"}, definition={"zh": "骂", "en": "x"}
    )
    Case.objects.create(
        evaluation=submitted, agent=submitted.agent, red_line=line, reason="x", reported_by=cast.user("chen"),
        reported_at=submitted.submitted_at,
    )  # fmt: skip
    found = tasks("feng")
    assert [task.kind for task in found] == ["case", "publish.evaluations"]
    assert found[0].due_on < TODAY, "due the day it was reported: what is late counts it from there"
    assert said("feng").first.what == "核实红线事件：Li“辱骂客户”"
    assert kinds("chen") == []


def test_many_cases_are_summed_up(db):
    line = RedLine.objects.create(
        code="abuse", name={"zh": "辱骂客户", "en": "Abuse"}, definition={"zh": "骂", "en": "x"}
    )
    submitted = stage.evaluated("li", "1")
    for _number in range(7):
        Case.objects.create(
            evaluation=submitted, agent=submitted.agent, red_line=line, reason="x", reported_by=cast.user("chen"),
            reported_at=submitted.submitted_at,
        )  # fmt: skip
    found = tasks("feng")
    assert [task.kind for task in found] == ["case"] * 5 + ["case.more_cases"]
    assert found[-1].facts == {"n": 2}


@pytest.mark.parametrize(
    ("state", "today", "group", "head"),
    [
        ("draft", date(2026, 3, 30), [], []),
        ("draft", TODAY, ["cycle.open"], []),
        ("collecting", TODAY, ["cycle.collect"], []),
        ("collecting", TODAY + timedelta(days=5), ["cycle.compute"], []),
        ("preliminary", TODAY, ["cycle.publish"], ["cycle.publish"]),
        ("published", TODAY, [], []),
    ],
)
def test_cycles_move_on_by_those_who_may(db, state, today, group, head):
    cycle = collecting()
    forms_of(cycle, "li")
    Cycle.objects.update(state=state)
    assert kinds("zheng", today) == group
    assert kinds("qian", today) == head
    assert kinds("feng", today) == []


def test_when_all_forms_are_in_the_results_can_be_computed_before_the_last_day(db):
    cycle = collecting()
    forms_of(cycle, "li")
    RatingTask.objects.update(state="sent")
    assert kinds("zheng") == ["cycle.compute"]


def test_administrators_see_imports_that_failed_or_left_rows_behind(db):
    facts = {"kind": "people", "path": "x", "started_by": 1}
    ImportRun.objects.create(key="a", file_name="bad.csv", state="failed", **facts)
    ImportRun.objects.create(key="b", file_name="some.csv", state="done", rejected_count=3, **facts)
    ImportRun.objects.create(key="c", file_name="good.csv", state="done", **facts)
    today = ImportRun.objects.get(key="a").started_at.date()
    assert sorted(kinds("sun", today)) == ["import.failed", "import.rejects"]
    assert kinds("li", today) == []


def test_the_groups_and_the_headline_count_what_is_late_and_due(db):
    given(1, TODAY - timedelta(days=1)), given(2, TODAY), given(3, TODAY + timedelta(days=30))
    found = said("chen")
    assert "".join(found.clauses).replace("\u2009", " ") == "今天到期 1 件，另有 1 件已逾期"
    assert [heading.replace("\u2009", " ") for heading, _lines in found.groups] == [
        "已逾期 1 件",
        "今天 1 件",
        "以后 1 件",
    ]
    assert [line.due for _heading, lines in found.groups for line in lines] == ["昨天到期", "今天", "5月2日 周六"]
    assert found.groups[0][1][0].is_late
    english = said("chen", language="en")
    assert english.clauses == ["1 due today, ", "and 1 overdue"]
    assert english.greeting == "Thu, 2 Apr 2026 · good morning, chen"


def test_a_day_is_the_centre_s_day_and_the_greeting_its_hour(db):
    given(1, TODAY)
    evening = Now(datetime(2026, 4, 1, 17, 0, tzinfo=UTC), "Asia/Shanghai")
    assert evening.today == TODAY
    assert said("chen", now=evening).greeting.endswith("早上好")
    assert said("chen", now=Now(datetime(2026, 4, 2, 11, 0, tzinfo=UTC), "Asia/Shanghai")).greeting.endswith("晚上好")


def test_with_nothing_due_the_page_says_what_comes_next(db):
    assert said("li").clauses == ["目前没有待办"]
    assert coming(next_cycle(), is_analyst=False, language="zh-hans") == "有新的待办会出现在这里。"
    assert coming(None, is_analyst=True, language="zh-hans").startswith("分配给您的已全部评完")
    cycle = collecting()
    assert "最晚2026年4月13日发布" in coming(next_cycle(), is_analyst=False, language="zh-hans")
    Cycle.objects.filter(pk=cycle.pk).update(state="draft")
    assert "2026年3月31日以后开始收集评价" in coming(next_cycle(), is_analyst=False, language="zh-hans")
    Cycle.objects.update(state="collecting", publish_due_on=None)
    assert "发布日未定" in coming(next_cycle(), is_analyst=False, language="zh-hans")


def test_each_role_has_the_card_that_suits_it(db):
    stage.rated(stage.quarter())
    stage.counted(stage.month())
    titles = {
        name: [card.title for card in side(name)] for name in ("li", "zhao", "chen", "feng", "qian", "zheng", "sun")
    }
    assert titles == {
        "li": ["我最近的结果"], "zhao": ["Team one的差距"], "chen": ["我的评分尺度", "我这个月"], "feng": ["质检这个月"], "qian": ["中心概况"],
        "zheng": ["考核进度"], "sun": ["系统概况"],
    }  # fmt: skip
    assert next((one.score, one.band) for one in side("li")[0].verdicts) == ("4.0", "良好")


def test_a_trainer_is_told_where_the_appraisal_stands_and_given_no_link_that_is_refused(db):
    stage.month()
    trainer, group = side("zhou")[0], side("zheng")[0]
    assert (trainer.title, trainer.sentences) == (group.title, group.sentences)
    assert (trainer.page, trainer.link) == ("", "")
    assert group.page == "see-cycle"


def test_the_head_s_figures_carry_their_n(db):
    stage.rated(stage.quarter())
    card = side("qian")[0]
    assert card.parts[0].title.replace("\u2009", " ") == "一季度技能评价 · 1 人中 1 人已出分"
    facts = {label: value.replace("\u2009", " ") for label, value in card.parts[0].facts}
    assert facts == {"优秀": "0 人 · 0%", "良好": "1 人 · 100%", "待提升": "0 人 · 0%"}


def test_nobody_s_card_shows_a_colleague(db):
    stage.rated(stage.quarter())
    assert side("wang") == []
    assert "Li" not in repr(side("wang"))


def test_a_person_of_two_roles_has_two_cards_at_most(db):
    cast.user("zhao").role_grants.create(role="agent")
    cast.user("zhao").role_grants.create(role="trainer")
    stage.rated(stage.quarter())
    assert len(side("zhao")) == 2


def test_headings_break_between_clauses(db):
    assert clauses_of("今天到期 2 件，另有 1 件已逾期", "zh-hans") == ["今天到期 2 件，", "另有 1 件已逾期"]
    assert clauses_of("one, two", "en") == ["one, ", "two"]


@pytest.mark.parametrize("name", ["li", "zhao", "chen", "feng", "zheng", "qian", "sun", "zhou", "wu"])
def test_home_costs_the_same_with_three_of_everything(db, name):
    cycle = collecting()
    forms_of(cycle, "li")
    stage.evaluated("li", "4", state="submitted")
    given(1, TODAY)
    few = _queries(name)
    for number in range(2, 5):
        given(number, TODAY + timedelta(days=number))
        stage.evaluated("li", "4", state="submitted", number=number)
    forms_of(cycle, "wang")
    assert _queries(name) == few <= 26


def _queries(name):
    user = cast.user(name)
    with CaptureQueriesContext(connection) as seen:
        tasks_due(user, today=TODAY)
        side(name)
    return len(seen)


def test_one_piece_is_said_as_one(db):
    stage.evaluated("li", "1", state="submitted")
    line = said("feng", language="en").first
    assert line.what == "Publish 1 evaluation"


def of_kind(name, kind):
    return [task for task in tasks(name) if task.kind == kind]


def test_the_agent_has_days_to_confirm_or_dispute_what_is_published(db):
    made = stage.evaluated("li", "4")
    assert of_kind("li", "answer") == []
    Evaluation.objects.filter(pk=made.pk).update(dispute_closes_on=TODAY)
    (task,) = of_kind("li", "answer")
    assert (task.page, task.key, task.due_on, task.facts) == ("see-evaluation", made.pk, TODAY, {"n": 1})
    line = next(
        line for _head, lines in said("li", language="en").groups for line in lines if line.task.kind == "answer"
    )
    assert (line.what, line.who) == ("Confirm or dispute an evaluation", "Quality analysts")
    Evaluation.objects.filter(pk=made.pk).update(dispute_closes_on=TODAY - timedelta(days=1))
    assert of_kind("li", "answer") == []


def test_a_dispute_is_due_to_its_lead_to_who_may_take_it_and_to_who_did(db):
    made = stage.evaluated("li", "1")
    facts = {"raised_by": cast.user("li"), "raised_at": NOW.at, "due_on": TODAY}
    one = Dispute.objects.create(evaluation=made, **facts)
    assert [len(of_kind(name, "dispute.support")) for name in ("zhao", "lin", "li")] == [1, 0, 0]
    assert [len(of_kind(name, "dispute.take")) for name in ("cao", "chen", "feng")] == [1, 0, 0]
    Dispute.objects.filter(pk=one.pk).update(state="taken", decider=cast.user("cao"), opinion_by=cast.user("zhao"))
    assert of_kind("cao", "dispute.take") == of_kind("zhao", "dispute.support") == []
    (task,) = of_kind("cao", "dispute.decide")
    assert (task.page, task.key, task.due_on, task.facts["name"]) == ("see-dispute", one.pk, TODAY, "Li")
    Dispute.objects.filter(pk=one.pk).update(state="decided")
    assert of_kind("cao", "dispute.decide") == []


def test_what_else_lies_in_the_inbox_is_told_a_line_a_kind_and_day(db):
    li = cast.user("li")
    owed = [
        Owed(li.pk, 7, TODAY, "C-1"),
        Owed(li.pk, 8, TODAY, "C-2"),
        Owed(li.pk, 9, TODAY + timedelta(days=1), "C-3"),
    ]
    open_duties("coaching.sign", owed)
    open_duties("score", [Owed(li.pk, 1, TODAY)])  # told by its own line, not by this one
    assert [(one.kind, one.page, one.key, one.due_on) for one in tasks("li")] == [
        ("duty.coaching.sign", "list-coachings", None, TODAY),
        ("duty.coaching.sign", "see-coaching", 9, TODAY + timedelta(days=1)),
    ]
    lines = [(line.what, line.more) for _heading, group in said("li").groups for line in group]
    assert lines == [("签辅导记录", "共 2 件".replace(" ", "\u2009")), ("签辅导记录", "C-3")]

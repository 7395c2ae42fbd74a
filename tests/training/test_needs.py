"""A needs survey from its opening to its issued report."""

from dataclasses import replace

import pytest

from hengcai.assessment.actions import answer_survey, close_survey, load_shipped_questionnaires, open_survey
from hengcai.assessment.actions.surveys import Plan as SurveyPlan
from hengcai.base.bilingual import Bilingual
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.inbox.models import Duty
from hengcai.insight.forms import form_of
from hengcai.interactions.complaint_models import Complaint
from hengcai.paper.forms.form import Choice
from hengcai.paper.forms.registry import form_called
from hengcai.paper.workbook import as_xlsx
from hengcai.training.actions import (
    Found,
    Plan,
    add_benchmark,
    add_task,
    change_project,
    code_matters,
    draft_report,
    draw_interviews,
    edit_report,
    finish_task,
    issue_report,
    sign_interview,
    substitute_interviewee,
    write_interview,
)
from hengcai.training.actions.interviews import Written
from hengcai.training.actions.reports import digest_of
from hengcai.training.models import Interview, Project, Report
from hengcai.training.queries.held import interviews_held
from hengcai.training.queries.projects import interviewees_of, interviewees_seen_by, projects_seen_by
from tests import cast
from tests.training.needs import TODAY, project, with_password

pytestmark = pytest.mark.usefixtures("needs_db")
THEMES = [{"competency": "emotion_management", "kind": "gap", "words": "被骂之后下一通还在抖"}]
WRITTEN = Written(TODAY, "说到上周三那一通", THEMES)


@pytest.fixture
def running(needs_db):
    return draw_interviews(project(), by=cast.user("zhou"), size=12, seed="2026", today=TODAY)


def test_the_levels_are_those_of_the_newest_quarter():
    found = project()
    assert (found.levels_from.isoformat(), found.levels_to.isoformat()) == ("2025-10-01", "2025-12-31")


def test_the_sample_is_drawn_once_across_levels(running):
    strata = list(running.interviewees.values_list("stratum", flat=True))
    assert len(strata) == 12
    assert len(set(strata)) >= 2
    with pytest.raises(NotNow, match="drawn_already"):
        draw_interviews(running, by=cast.user("zhou"), size=12, seed="other", today=TODAY)


def test_whoever_cannot_come_is_replaced_with_a_reason(running):
    first = running.interviewees.order_by("place")[0]
    with pytest.raises(NotValid, match="reason_missing"):
        substitute_interviewee(first, by=cast.user("zhou"), reason=" ", today=TODAY)
    made = substitute_interviewee(first, by=cast.user("zhou"), reason="产假", today=TODAY)
    assert (made.stratum, made.stands_for, made.place) == (first.stratum, first, 13)
    with pytest.raises(NotNow):
        substitute_interviewee(first, by=cast.user("zhou"), reason="again", today=TODAY)


def test_an_interview_is_signed_by_its_writer_with_the_password(running):
    one, zhou, wu = running.interviewees.order_by("place")[0], with_password("zhou"), with_password("wu")
    write_interview(one, by=zhou, written=WRITTEN, edit_count=0, today=TODAY)
    with pytest.raises(NotNow, match="stale"):
        write_interview(one, by=zhou, written=WRITTEN, edit_count=0, today=TODAY)
    with pytest.raises(NotNow, match="signed_by_its_writer"):
        sign_interview(one, by=wu, password="pass-word-1")
    with pytest.raises(NotValid, match="password"):
        sign_interview(one, by=zhou, password="no")
    assert sign_interview(one, by=zhou, password="pass-word-1").signed_at
    with pytest.raises(NotNow, match="interview_signed"):
        write_interview(one, by=zhou, written=WRITTEN, edit_count=1, today=TODAY)
    assert [row["notes"] for row in interviews_held(one.person)] == ["说到上周三那一通"]


def test_interviews_are_read_by_the_group_and_the_person_alone(running):
    one = running.interviewees.order_by("place")[0]
    assert interviewees_of(running, cast.user("zhou")).count() == 12
    assert not interviewees_of(running, cast.user("zheng")).exists()
    assert not interviewees_seen_by(cast.user("zhao")).exists()
    assert not interviewees_seen_by(cast.user("qian")).exists()
    assert list(interviewees_seen_by(one.person.user)) == [one]


def test_only_the_group_runs_it(running):
    with pytest.raises(NotAllowed):
        draft_report(running, by=cast.user("zheng"), today=TODAY)
    with pytest.raises(NotValid, match="not_able"):
        change_project(running, by=cast.user("zhou"), plan=Plan("x", [cast.user("zhao").pk], TODAY, TODAY), today=TODAY)


def test_tasks_stand_in_their_owner_s_inbox(running):
    task = add_task(running, by=cast.user("zhou"), what="发问卷", owner=cast.user("wu"), due_on=TODAY)
    assert Duty.objects.get(kind="needs.task", done_at=None).user == cast.user("wu")
    finish_task(task, by=cast.user("zhou"))
    assert not Duty.objects.filter(kind="needs.task", done_at=None).exists()
    with pytest.raises(NotValid, match="not_of_group"):
        add_task(running, by=cast.user("zhou"), what="x", owner=cast.user("zheng"), due_on=TODAY)


def surveyed(people):
    used = load_shipped_questionnaires(cast.centre(), by=cast.user("zhou"), today=TODAY)[0]
    made = open_survey(used, by=cast.user("zhou"), plan=SurveyPlan("问卷", TODAY), today=TODAY)
    rows = {"attitude": ("initiative", "etiquette", "follow", "secrecy"), "talk": ("restate", "cut", "ask", "order"),
            "know": ("product", "latest", "policy", "rights", "system", "record"), "solve": ("cause", "two", "complaint", "handover"),
            "calm": ("abuse", "next", "pause")}  # fmt: skip
    for place, person in enumerate(people):
        grids = {
            code: dict.fromkeys(some, "2" if code == "calm" else str(4 + place % 2)) for code, some in rows.items()
        }
        answers = {**grids, "channel": ["inbound"], "trained": "none", "want": ["emotion_management"]}
        answer_survey(made, by=person.user, answers=answers, today=TODAY)
    return close_survey(made, by=cast.user("zhou"))


def complained(people):
    for place in range(12):
        Complaint.objects.create(
            agent=people[place],
            received_at=f"2026-02-{place + 1:02}T08:00:00Z",
            text="x",
            matter="态度生硬",
            judged="upheld",
        )


@pytest.fixture
def reported(needs_db, running):
    complained(needs_db)
    plan = Plan(running.name, [cast.user("zhou").pk], running.first_on, running.last_on, survey=surveyed(needs_db).pk)
    change_project(running, by=cast.user("zhou"), plan=plan, today=TODAY)
    code_matters(running, by=cast.user("zhou"), codes={"态度生硬": "emotion_management"})
    zhou = with_password("zhou")
    for one in running.interviewees.all():
        write_interview(one, by=zhou, written=WRITTEN, edit_count=0, today=TODAY)
        sign_interview(one, by=zhou, password="pass-word-1")
    add_benchmark(running, by=zhou, found=Found("一次解决率", "85%", "行业白皮书", TODAY, own="78%"))
    return draft_report(running, by=zhou, today=TODAY)


def test_the_report_ranks_by_sources_and_says_so(reported):
    first, *rest = reported.facts["places"]
    assert (first["competency"], first["rank"]) == ("emotion_management", 1)
    verdicts = {one["source"]: one["verdict"] for one in first["signals"]}
    assert verdicts == {
        "survey": "need", "gap": "need", "complaints": "need", "listening": "cannot_tell", "interviews": "need"
    }  # fmt: skip
    assert all(one["rank"] != 1 for one in rest)
    assert "情绪管理" in reported.texts["summary"].zh
    assert "Emotion" in reported.texts["summary"].en
    assert reported.facts["survey"] == {"asked": 24, "answered": 24, "name": "问卷"}
    people = [one.person for one in reported.project.interviewees.select_related("person")]
    told = str(reported.facts) + str(reported.texts)
    assert not any(one.name in told or one.number in told for one in people)
    assert "被骂之后" not in told


def test_issued_it_never_changes(reported):
    zhou, found = cast.user("zhou"), reported.project
    texts = {**reported.texts, "advice": Bilingual("先练情绪", "Practise calm first")}
    edit_report(found, by=zhou, texts=texts, edit_count=reported.edit_count)
    with pytest.raises(NotNow, match="stale"):
        edit_report(found, by=zhou, texts=texts, edit_count=reported.edit_count)
    assert not projects_seen_by(cast.user("li")).exists()
    issue_report(found, by=zhou)
    kept = Report.objects.get()
    assert kept.digest == digest_of(kept)
    assert kept.texts["advice"] == Bilingual("先练情绪", "Practise calm first")
    assert list(projects_seen_by(cast.user("li"))) == [found]
    for act, how in (
        (draft_report, {"today": TODAY}),
        (edit_report, {"texts": texts, "edit_count": 2}),
        (issue_report, {}),
    ):
        with pytest.raises(NotNow):
            act(Project.objects.get(), by=zhou, **how)


def test_it_prints_in_both_languages(reported):
    issue_report(reported.project, by=cast.user("zhou"))
    for language, said in (("zh-hans", "培训优先级"), ("en", "Priorities")):
        choice = Choice({"project": reported.project_id})
        made = form_of(form_called("status-report"), choice, user=cast.user("li"), language=language, today=TODAY)
        assert said in repr(made.paper)
        assert as_xlsx(made.paper)


def test_a_report_in_the_making_is_not_for_agents(reported):
    choice = Choice({"project": reported.project_id})
    with pytest.raises(NotNow, match="no_report"):
        form_of(form_called("status-report"), choice, user=cast.user("li"), language="en", today=TODAY)


def test_an_interview_prints_for_the_group_and_the_person(running):
    one = running.interviewees.order_by("place")[0]
    write_interview(one, by=cast.user("zhou"), written=WRITTEN, edit_count=0, today=TODAY)
    kind, choice = form_called("interview-record"), Choice({"interviewee": one.pk})
    for who in (cast.user("wu"), one.person.user):
        assert "上周三" in repr(form_of(kind, choice, user=who, language="zh-hans", today=TODAY).paper)
    with pytest.raises(NotNow):
        form_of(kind, choice, user=cast.user("zhao"), language="zh-hans", today=TODAY)


def test_wrong_interviews_are_refused(running):
    one, zhou = running.interviewees.order_by("place")[0], cast.user("zhou")
    for wrong in (
        replace(WRITTEN, notes=" "), replace(WRITTEN, themes=[{**THEMES[0], "competency": "x"}]),
        replace(WRITTEN, held_on=TODAY.replace(year=2027)),
    ):  # fmt: skip
        with pytest.raises(NotValid):
            write_interview(one, by=zhou, written=wrong, edit_count=0, today=TODAY)
    assert not Interview.objects.exists()
    with pytest.raises(NotNow, match="not_to_sign"):
        sign_interview(one, by=zhou, password="x")

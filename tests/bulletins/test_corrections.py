"""Corrections of the knowledge base: reported, answered, mended, confirmed; those of quality open themselves, once."""

from datetime import timedelta

import pytest

from hengcai.base.bilingual import Bilingual
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.bulletins import actions
from hengcai.bulletins.models import Correction
from hengcai.bulletins.queries.corrections import Filters, corrections_seen_by, topic_figures
from hengcai.bulletins.queries.held import corrections_held
from hengcai.bulletins.rules.corrections import Report
from hengcai.inbox.models import Duty
from hengcai.quality.actions import name_cause_owner, submit_evaluation
from hengcai.quality.rules.marks import Mark
from tests import cast
from tests.bulletins.scene import TODAY, people
from tests.quality import scene

pytestmark = pytest.mark.django_db
REPORT = Report("退货期限", "还写着 7 天", better="15 天", link="https://kb.example/1")


def topic(owner="feng"):
    return actions.keep_topic(
        cast.centre(), by=cast.user("zhou"), name=Bilingual("售后", "After sales"), owner=cast.user(owner)
    )


def reported(by="li", under=None, report=REPORT):
    cast.person(by)
    return actions.report_knowledge(cast.centre(), by=cast.user(by), report=report, topic=under, today=TODAY)


def owing(kind):
    return set(Duty.objects.filter(kind=kind, done_at=None).values_list("user__username", flat=True))


def test_a_report_goes_to_the_owner_and_comes_back_to_the_reporter():
    made = reported(under=topic())
    assert owing("knowledge.mend") == {"feng"}
    actions.accept_knowledge(made, by=cast.user("feng"), mend_by=TODAY + timedelta(days=2), today=TODAY)
    assert Correction.objects.filter(Filters(late=True).condition(TODAY + timedelta(days=3))).exists()
    actions.mend_knowledge(made, by=cast.user("feng"), done="改为 15 天", link="https://kb.example/1", today=TODAY)
    assert (owing("knowledge.mend"), owing("knowledge.confirm")) == (set(), {"li"})
    actions.reopen_knowledge(made, by=cast.user("li"), reason="英文页没改", today=TODAY)
    assert (owing("knowledge.mend"), made.mend_by) == ({"feng"}, None)
    actions.mend_knowledge(made, by=cast.user("feng"), done="都改了", today=TODAY)
    actions.confirm_knowledge(made, by=cast.user("li"))
    assert (made.state, made.reopened, owing("knowledge.confirm")) == ("closed", 1, set())
    assert [one["state"] for one in corrections_held(cast.li())] == ["closed"]


def test_without_a_topic_the_trainers_have_it_and_may_put_it_under_one():
    cast.user("zhou")
    made = reported()
    assert owing("knowledge.mend") == {"zhou"}
    actions.sort_knowledge(made, by=cast.user("zhou"), topic=topic())
    assert owing("knowledge.mend") == {"feng"}


def test_a_topics_new_owner_gets_what_is_open():
    under = topic()
    reported(under=under)
    actions.keep_topic(cast.centre(), by=cast.user("zhou"), name=under.name, owner=cast.user("qian"), topic=under)
    assert owing("knowledge.mend") == {"qian"}


def test_who_neither_reported_nor_owns_it_sees_and_decides_nothing():
    people()
    made = reported(under=topic())
    assert {name for name in ("li", "wang", "zhao", "lin", "feng", "chen") if corrections_seen_by(cast.user(name))} == {
        "li", "zhao", "feng",
    }  # fmt: skip
    for name in ("li", "wang"):
        with pytest.raises(NotAllowed):
            actions.decline_knowledge(made, by=cast.user(name), reason="x", today=TODAY)
    actions.decline_knowledge(made, by=cast.user("feng"), reason="新规 20 日才生效", today=TODAY)
    with pytest.raises(NotAllowed):
        actions.confirm_knowledge(made, by=cast.user("wang"))
    with pytest.raises(NotNow):
        actions.mend_knowledge(made, by=cast.user("feng"), done="x", today=TODAY)


@pytest.mark.parametrize(
    "report", [Report("", "x"), Report("x", " "), Report("x", "y", link="javascript:1"), Report("x" * 201, "y")]
)
def test_what_says_too_little_is_refused(report):
    with pytest.raises(NotValid):
        reported(report=report)


def _error(agent=None):
    """Li's contact with one error the knowledge base caused."""
    given = scene.assignment(scene.contact(agent))
    code = next(iter(scene.GOOD))
    marks = {**scene.GOOD, code: Mark("2", comment="知识库是旧的，电话 13812345678", cause="knowledge")}
    return submit_evaluation(given, by=given.analyst, marks=marks, comment="", edit_count=0)


def test_an_error_quality_put_down_to_the_knowledge_base_opens_one_and_never_two():
    made = _error()
    name_cause_owner(cast.centre(), by=cast.user("feng"), cause="knowledge", owner=cast.user("zhou"))
    scene.publish([made])
    found = Correction.objects.get()
    assert (found.source, found.contact, found.reporter) == ("quality", made.assignment.contact, made.evaluator)
    assert found.owner == cast.user("zhou")
    assert "13812345678" not in found.wrong
    from hengcai.accounts.models import system_user

    again = actions.take_over_errors(cast.centre(), by=system_user(), evaluations=[made.pk], today=TODAY)
    assert again == []
    assert Correction.objects.count() == 1


def test_figures_by_topic_count_the_unmended_as_waiting():
    under = topic()
    rows = [reported(under=under) for _ in range(6)]
    for one in rows[:4]:
        actions.mend_knowledge(one, by=cast.user("feng"), done="改了", today=TODAY)
    actions.decline_knowledge(rows[4], by=cast.user("feng"), reason="无误", today=TODAY)
    today = rows[0].reported_at.date()
    (one,) = topic_figures(cast.user("zhou"), first=today - timedelta(days=1), last=today + timedelta(days=1))
    assert (one.n, one.declined, one.open, one.days.n, sum(one.by_month)) == (6, 1, 1, 5, 6)
    assert one.days.hours is not None

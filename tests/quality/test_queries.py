from datetime import date, timedelta
from fractions import Fraction

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hengcai.base.errors import NotAllowed
from hengcai.interactions.queries import ContactFilter
from hengcai.quality import permissions
from hengcai.quality.actions import (
    add_scorecard,
    new_version,
    save_draft,
    withdraw_assignment,
)
from hengcai.quality.models import Assignment, Evaluation
from hengcai.quality.queries import (
    VERDICTS,
    assignments_given_seen_by,
    contacts_to_assign,
    newest_seen,
    scorecard_page,
    scorecards_in_force,
    summary_of,
    waiting_for_publication,
    work_of,
    work_rows,
)
from hengcai.quality.rules.card import Mark
from tests import cast
from tests.quality import scene

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 31)


def draft(given, marks):
    return save_draft(given, by=cast.user("chen"), marks=marks, comment="", edit_count=0)


def queries_of(read) -> int:
    with CaptureQueriesContext(connection) as found:
        read()
    return len(found)


def test_the_heading_counts_what_is_open_late_due_started_and_done():
    scene.submit(scene.assignment())
    draft(scene.assignment(), {"listening": Mark("4")})
    scene.assignment()
    withdraw_assignment(scene.assignment(), by=cast.user("feng"))
    scene.assignment(analyst=cast.user("cao"))
    work = work_of(cast.user("chen"), today=TODAY)
    assert (work.open_count, work.late_count, work.due_today_count, work.started_count, work.done_count) == (
        2,
        0,
        2,
        1,
        1,
    )
    assert work.total_count == 3
    assert work_of(cast.user("chen"), today=TODAY + timedelta(days=1)).late_count == 2
    assert work_of(cast.user("li"), today=TODAY).total_count == 0


def rows(user="feng", today=TODAY):
    return work_rows(assignments_given_seen_by(cast.user(user)), today=today)


def test_a_row_says_how_far_a_contact_is():
    scene.submit(scene.assignment())
    draft(scene.assignment(), {"listening": Mark("4"), "remark": Mark("noted", "calm")})
    scene.assignment()
    done, begun, fresh = rows(today=date(2026, 4, 2))
    assert (done.evaluation, done.exact, done.is_late) == (
        Evaluation.objects.get(is_current=True).pk,
        Fraction(88),
        False,
    )
    assert (begun.answered_count, begun.item_count, begun.exact, begun.is_late, begun.days_left) == (
        1,
        6,
        None,
        True,
        -2,
    )
    assert begun.saved_at is not None
    assert (fresh.answered_count, fresh.saved_at, fresh.evaluation) == (0, None, None)


def test_those_who_give_no_work_see_no_work_of_others():
    scene.assignment()
    assert [rows(name) for name in ("chen", "li", "wu", "zhao")] == [[], [], [], []]


def test_work_takes_the_same_queries_for_three_rows_as_for_one():
    scene.assignment()
    cast.user("feng")
    alone = queries_of(rows)
    for _ in range(2):
        draft(scene.assignment(scene.contact(cast.wang())), {})
    assert queries_of(rows) == alone
    assert alone <= 6  # the reader and their roles among them


def test_a_scorecards_page_shows_what_each_item_is_worth():
    scene.red_line("abuse")
    page = scorecard_page(scene.scorecard(red_lines=["abuse"]), cast.user("li"))
    weights = {item.item.code: item.weight for part in page.sections for item in part.items}
    assert weights["listening"] == Fraction(30, 100)
    assert weights["identity"] == weights["record"] == weights["apology"] == Fraction(20, 100)
    assert weights["extra"] == weights["remark"] == 0
    assert [part.weight for part in page.sections] == [Fraction(40, 100), Fraction(60, 100)]
    assert [one.code for one in page.red_lines] == ["abuse"]
    assert (page.moves, page.may_manage, page.faults, page.evaluation_count) == ([], False, [], 0)


def test_versions_are_shown_as_far_as_one_may_see_them():
    first = scene.scorecard()
    scene.evaluation()
    second = new_version(first, by=cast.user("zheng"))
    page = scorecard_page(second, cast.user("zheng"))
    assert [one.number for one in page.versions] == [2, 1]
    assert {move.name for move in page.moves} == {"publish_scorecard", "rewrite_scorecard"}
    assert [one.number for one in scorecard_page(first, cast.user("li")).versions] == [1]
    assert scorecard_page(first, cast.user("li")).evaluation_count == 1
    with pytest.raises(NotAllowed):
        scorecard_page(second, cast.user("li"))


def test_a_drafts_page_names_everything_that_keeps_it_from_being_published():
    wrong = scene.definition(pass_line="95")
    wrong["sections"][0]["weight"] = "30"
    scene.library()
    made = add_scorecard(cast.centre(), by=cast.user("zheng"), definition=wrong)
    faults = scorecard_page(made, cast.user("feng")).faults
    assert [fault.code for fault in faults] == ["quality.lines_out_of_order", "quality.section_weights"]


def test_cards_in_force_by_channel():
    call = scene.scorecard()
    ticket = scene.scorecard(definition=scene.deduction_definition())
    new_version(call, by=cast.user("zheng"))
    assert list(scorecards_in_force()) == [call, ticket]
    assert list(scorecards_in_force("ticket")) == [ticket]


def test_contacts_to_give_out_leave_out_those_without_words():
    contact = scene.contact()
    scene.contact(turns=[])
    withdraw_assignment(scene.assignment(contact), by=cast.user("feng"))
    assert [(one.pk, one.given_count) for one in contacts_to_assign(cast.user("feng"))] == [(contact.pk, 0)]
    scene.assignment(contact)
    assert [one.given_count for one in contacts_to_assign(cast.user("feng"))] == [1]
    assert not contacts_to_assign(cast.user("feng"), only_new=True).exists()
    assert not contacts_to_assign(cast.user("chen")).exists()


def test_contacts_to_give_out_can_be_narrowed():
    scene.contact(cast.li())
    scene.contact(cast.wang(), channel="chat")
    found = contacts_to_assign(cast.user("zheng"), ContactFilter(channel="chat"))
    assert [one.agent for one in found] == [cast.wang()]


def listed(name):
    user = cast.user(name)
    return permissions.SEE.rows(Evaluation.objects.filter(newest_seen(user)), user)


def test_while_a_correction_waits_the_agent_still_sees_what_was_published():
    given = scene.assignment()
    scene.publish([scene.submit(given)])
    second = scene.submit(given, scene.GOOD | {"record": Mark("5")}, edit_count=1, reason="reheard")
    assert [one.revision for one in listed("li")] == [1]
    assert [one.revision for one in listed("feng")] == [2]
    scene.publish([second])
    assert [one.revision for one in listed("li")] == [2]


def test_a_list_is_summed_up_in_one_query(django_assert_num_queries):
    scene.evaluation()  # 88
    scene.evaluation(marks=scene.GOOD | {"listening": Mark("5"), "record": Mark("5")})  # 100
    scene.evaluation(marks=scene.GOOD | {"identity": Mark("no", "not asked")})  # 0
    nothing = {code: Mark("na") for code in ("listening", "wording", "identity", "record")} | {"extra": Mark("clear")}
    scene.evaluation(marks=nothing)
    with django_assert_num_queries(1):
        found = summary_of(Evaluation.objects.all())
    assert (found.count, found.scored_count, found.fatal_count) == (4, 3, 1)
    assert (found.excellent_count, found.pass_count, found.fail_count) == (1, 2, 1)
    assert found.mean == pytest.approx(188 / 3)
    assert found.deviation == pytest.approx(54.601, abs=0.01)


def test_an_empty_list_has_no_mean():
    found = summary_of(Evaluation.objects.none())
    assert (found.count, found.mean, found.deviation) == (0, None, None)


@pytest.mark.parametrize(
    ("total", "verdict"), [("89.95", "excellent"), ("89.94", "pass"), ("59.95", "pass"), ("59.94", "fail")]
)
def test_lists_draw_the_lines_where_pages_do(total, verdict):
    made = scene.evaluation()
    Evaluation.objects.filter(pk=made.pk).update(total=total)
    assert [name for name, rows in VERDICTS.items() if Evaluation.objects.filter(rows).exists()] == [verdict]


def test_what_waits_for_publication_leaves_out_what_one_scored_oneself():
    scene.evaluation()
    done = scene.evaluation(cast.wang())
    scene.publish([done], by="zheng")
    assert [one.agent for one in waiting_for_publication(cast.user("feng"))] == [cast.li()]
    assert not waiting_for_publication(cast.user("chen")).exists()
    assert Assignment.objects.filter(state="done").count() == 2

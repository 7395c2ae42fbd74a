"""The panel's papers: terms beside rights, minutes that are final, tasks that are late, project groups."""

from datetime import timedelta

import pytest

from hengcai.base import clock
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.council import actions
from hengcai.council.actions.group import Errand, Minutes
from hengcai.council.queries.group import group_of, is_short_of_years, service_of, tasks_listed
from hengcai.council.rules.group import Mandate, Point, years_of_service
from hengcai.inbox.models import Duty
from tests import cast
from tests.paper.laying import everything, made, refused

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def seat(name, **more):
    facts = {"part": "analyst", "chosen": "elected", "since": clock.today(), "until": None, **more}
    return actions.add_seat(cast.centre(), by=cast.user("wu"), user=cast.user(name), mandate=Mandate(**facts))


VOTED = (Point("口径", "讨论过", "统一", (2, 0, 0)),)


def minutes(*present, points=VOTED, **more):
    return Minutes("例会", more.get("held_on", clock.today()), [cast.user(name) for name in present], list(points))


def written(*present):
    return actions.write_meeting(cast.centre(), by=cast.user("zheng"), minutes=minutes(*present), today=clock.today())


def test_a_term_and_a_role_are_two_things_and_the_page_says_where_they_differ():
    cast.user("zheng")
    seat("chen")
    found = group_of(cast.user("wu"), today=clock.today())
    assert [(one.seat.user.username, one.lacks_right) for one in found.seats] == [("chen", True)]
    assert [user.username for user in found.without_seat] == ["zheng"]
    seat("zheng")
    assert not group_of(cast.user("wu"), today=clock.today()).without_seat


def test_terms_of_one_member_do_not_overlap():
    one = seat("zheng", until=clock.today() + 9 * DAY)
    with pytest.raises(NotNow, match="seated_already"):
        seat("zheng", since=clock.today() + 9 * DAY)
    seat("zheng", since=clock.today() + 10 * DAY)
    with pytest.raises(NotValid, match="until_before"):
        actions.end_seat(one, by=cast.user("wu"), until=clock.today() - DAY)
    with pytest.raises(NotAllowed):
        actions.end_seat(one, by=cast.user("zheng"), until=clock.today())


def test_minutes_are_final_once_a_second_member_who_was_there_approves_them():
    meeting = written("zheng", "qian")
    assert [duty.user.username for duty in Duty.objects.filter(kind="meeting.approve")] == ["qian"]
    with pytest.raises(NotAllowed):
        actions.approve_meeting(meeting, by=cast.user("zheng"))
    actions.approve_meeting(meeting, by=cast.user("qian"))
    with pytest.raises(NotNow):
        actions.edit_meeting(meeting, by=cast.user("qian"), minutes=minutes("qian"), edit_count=1, today=clock.today())
    text = everything(made("minutes", meeting=meeting.pk, reader="wu"))
    assert all(said in text for said in ("口径", "讨论过", "赞成 2，反对 0，弃权 0", "Qian"))
    refused("form.no_meeting", made, "minutes", meeting=meeting.pk, reader="li")


def test_who_was_not_there_does_not_approve_and_whoever_edits_is_its_writer():
    meeting = written("zheng", "wu")
    with pytest.raises(NotNow, match="was_not_there"):
        actions.approve_meeting(meeting, by=cast.user("qian"))
    with pytest.raises(NotNow, match="stale"):
        actions.edit_meeting(
            meeting, by=cast.user("qian"), minutes=minutes("qian", "wu"), edit_count=0, today=clock.today()
        )
    both = minutes("zheng", "qian")
    actions.edit_meeting(meeting, by=cast.user("qian"), minutes=both, edit_count=1, today=clock.today())
    with pytest.raises(NotAllowed):
        actions.approve_meeting(meeting, by=cast.user("qian"))
    assert actions.approve_meeting(meeting, by=cast.user("zheng")).state == "approved"


@pytest.mark.parametrize(("more", "code"), [
    ({"points": ()}, "council.points_missing"), ({"points": (Point("x", votes=(2, 1, 0)),)}, "council.votes_more_than_present"),
    ({"held_on": clock.today() + 2 * DAY}, "council.held_when"),
])  # fmt: skip
def test_minutes_say_what_was_decided_by_those_who_were_there(more, code):
    with pytest.raises(NotValid) as found:
        actions.write_meeting(
            cast.centre(), by=cast.user("zheng"), minutes=minutes("zheng", "qian", **more), today=clock.today()
        )
    assert found.value.code == code


def test_a_task_lies_with_its_owner_until_they_say_what_came_of_it():
    errand = Errand("发问卷", cast.user("li"), clock.today())
    task = actions.set_errand(cast.centre(), by=cast.user("zheng"), errand=errand, today=clock.today())
    assert Duty.objects.get(kind="council.do").user == cast.user("li")
    assert list(tasks_listed(cast.user("li"), late_on=clock.today() + DAY)) == [task]
    assert not tasks_listed(cast.user("wang")).exists()
    with pytest.raises(NotAllowed):
        actions.finish_errand(task, by=cast.user("wang"), result="x")
    actions.finish_errand(task, by=cast.user("li"), result="回收 110 份")
    assert not Duty.objects.filter(done_at=None).exists()


def test_a_senior_agent_of_a_project_group_has_ten_years_or_is_marked():
    person = cast.li()
    years = service_of([person.user_id], today=clock.today())
    assert is_short_of_years("senior", years[person.user_id])
    assert years_of_service(cast.HIRED, cast.HIRED.replace(year=cast.HIRED.year + 10)) == 10
    assert not is_short_of_years("senior", 10)
    assert not is_short_of_years("member", None)

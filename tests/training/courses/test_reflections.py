"""复盘 notes: read by the writer, their lead and the trainers of the session, and by nobody else."""

from datetime import timedelta

import pytest

from hengcai.base import clock
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.inbox.models import Duty
from hengcai.training import actions
from hengcai.training.actions import Qualification, Thoughts, When
from hengcai.training.models import Reflection
from hengcai.training.queries.reflections import reflections_seen_by
from tests import cast
from tests.training.courses.made import course

pytestmark = pytest.mark.usefixtures("course_db")


@pytest.fixture
def session():
    people = {name: cast.person(name) for name in ("li", "wang", "he", "zhao", "lin", "zhou")}
    found, start = course(), clock.now() + timedelta(days=2)
    lin = actions.qualify_trainer(people["lin"], by=cast.user("zhou"), given=Qualification("trainer", clock.today()))
    when = When(start, start + timedelta(hours=2), places=5, place="301", trainers=[lin])
    made = actions.plan_session(found, by=cast.user("zhou"), when=when)
    actions.book_seat(made, by=cast.user("li"))
    return made


def noted(name="li", **more):
    thoughts = Thoughts("客户要退费", "我先解释了政策。", "先听完再说。", **more)
    return actions.add_reflection(cast.person(name), by=cast.user(name), thoughts=thoughts)


def readers(note):
    names = ("li", "wang", "zhao", "lin", "zhou", "wu", "qian", "feng")
    return {name for name in names if reflections_seen_by(cast.user(name)).filter(pk=note.pk).exists()}


def test_of_a_contact_the_lead_reads_it_and_no_trainer(session):
    assert readers(noted()) == {"li", "zhao"}


def test_of_a_session_its_trainers_read_it_too(session):
    assert readers(noted(session=session)) == {"li", "zhao", "lin"}


def test_one_notes_only_where_one_was(session):
    with pytest.raises(NotValid):
        noted("wang", session=session)
    thoughts = Thoughts("x", "x", "x")
    with pytest.raises(NotAllowed):
        actions.add_reflection(cast.person("wang"), by=cast.user("li"), thoughts=thoughts)


def test_what_is_missing_is_asked_for(session):
    with pytest.raises(NotValid):
        actions.add_reflection(cast.person("li"), by=cast.user("li"), thoughts=Thoughts("x", " ", "x"))
    assert not Reflection.objects.exists()


def test_the_next_step_stands_in_the_inbox_by_its_day(session):
    due = clock.today() + timedelta(days=3)
    note = noted(next_step="请师傅听两通", next_on=due)
    assert Duty.objects.get(kind="reflection.step", user=cast.user("li"), done_at=None).due_on == due
    actions.finish_reflection(note, by=cast.user("li"), today=clock.today())
    assert not Duty.objects.filter(kind="reflection.step", done_at=None).exists()


def test_the_lead_replies_and_the_writer_does_not(session):
    note = noted()
    actions.reply_to_reflection(note, by=cast.user("zhao"), words="下次先问订单号。")
    for name in ("li", "zhou"):
        with pytest.raises(NotAllowed):
            actions.reply_to_reflection(note, by=cast.user(name), words="x")
    assert Reflection.objects.get().replied_by == cast.user("zhao")


def test_an_older_page_overwrites_nothing_and_only_the_writer_removes_it(session):
    note, newer = noted(), Thoughts("改过", "x", "y")
    actions.edit_reflection(note, by=cast.user("li"), thoughts=newer, edit_count=0)
    with pytest.raises(NotNow):
        actions.edit_reflection(note, by=cast.user("li"), thoughts=newer, edit_count=0)
    with pytest.raises(NotAllowed):
        actions.remove_reflection(note, by=cast.user("zhao"))
    actions.remove_reflection(note, by=cast.user("li"))
    assert not Reflection.objects.exists()

"""Discussions: for who learns the course or is of the session; what is reported reaches a trainer, who hides it with a reason."""

from datetime import timedelta

import pytest

from hengcai.base import clock
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.inbox.models import Duty
from hengcai.training import actions
from hengcai.training.actions import Qualification, When
from hengcai.training.models import Post, PostReport
from hengcai.training.queries.discussions import posts_seen, threads_seen_by
from tests import cast
from tests.training.courses.made import course

pytestmark = pytest.mark.usefixtures("course_db")


@pytest.fixture
def people():
    return {name: cast.person(name) for name in ("li", "wang", "he", "zhao", "lin", "zhou")}


@pytest.fixture
def thread(people):
    found = course()
    for name in ("li", "wang"):
        actions.enrol(found, by=cast.user(name))
    return actions.open_course_thread(
        found, by=cast.user("li"), title="退费怎么说", words="客户说 13812345678 打不通。"
    )


@pytest.fixture
def session(people):
    found, start = course(code="calm"), clock.now() + timedelta(days=2)
    lin = actions.qualify_trainer(people["lin"], by=cast.user("zhou"), given=Qualification("trainer", clock.today()))
    when = When(start, start + timedelta(hours=2), places=5, place="301", trainers=[lin])
    made = actions.plan_session(found, by=cast.user("zhou"), when=when)
    actions.book_seat(made, by=cast.user("wang"))
    return made


def first(thread):
    return thread.posts.order_by("pk")[0]


def seen_by(name, thread):
    return posts_seen(thread, cast.user(name))[0]


@pytest.mark.parametrize(("name", "sees"), [("li", 1), ("wang", 1), ("he", 0), ("zhao", 0), ("zhou", 1)])
def test_who_learns_the_course_reads_it(thread, name, sees):
    assert threads_seen_by(cast.user(name)).count() == sees


@pytest.mark.parametrize(("name", "sees"), [("wang", 1), ("lin", 1), ("zhou", 1), ("li", 0), ("he", 0)])
def test_a_sessions_talk_is_for_who_is_of_it(session, name, sees):
    actions.open_session_thread(session, by=cast.user("wang"), title="带什么", words="要带电脑吗？")
    assert threads_seen_by(cast.user(name)).count() == sees


def test_nobody_else_writes_in_it(thread):
    for act in (
        lambda by: actions.answer_thread(thread, by=by, words="x"),
        lambda by: actions.report_post(first(thread), by=by, reason="x"),
        lambda by: actions.open_course_thread(course(code="other"), by=by, title="x", words="x"),
    ):
        with pytest.raises(NotAllowed):
            act(cast.user("he"))


def test_a_reported_post_waits_for_the_trainers_until_it_is_settled(thread):
    zhou, post = cast.user("zhou"), first(thread)
    for _twice in range(2):
        actions.report_post(post, by=cast.user("wang"), reason="有客户号码")
    assert PostReport.objects.count() == 1
    assert Duty.objects.filter(kind="post.reported", user=zhou, source_id=thread.pk, done_at=None).count() == 1
    actions.hide_post(post, by=zhou, reason="写了客户的号码")
    assert not Duty.objects.filter(kind="post.reported", done_at=None).exists()
    assert [seen_by(name, thread).words for name in ("wang", "li", "zhou")] == ["", post.words, post.words]
    assert (seen_by("wang", thread).post.hidden_because, seen_by("wang", thread).moves) == ("写了客户的号码", [])


def test_a_trainer_of_the_session_is_asked_and_no_other(session):
    thread = actions.open_session_thread(session, by=cast.user("wang"), title="带什么", words="要带电脑吗？")
    actions.report_post(first(thread), by=cast.user("lin"), reason="跑题")
    assert list(Duty.objects.filter(kind="post.reported").values_list("user__username", flat=True)) == ["lin"]
    actions.keep_post(first(thread), by=cast.user("lin"))
    assert Post.objects.get().state == Post.State.SHOWN
    assert not Duty.objects.filter(kind="post.reported", done_at=None).exists()


def test_hiding_wants_a_reason_and_the_right(thread):
    with pytest.raises(NotValid):
        actions.hide_post(first(thread), by=cast.user("zhou"), reason="  ")
    with pytest.raises(NotAllowed):
        actions.hide_post(first(thread), by=cast.user("wang"), reason="x")
    with pytest.raises(NotAllowed):
        actions.pin_thread(thread, by=cast.user("li"), is_pinned=True)


def test_taken_back_words_are_gone_and_the_title_with_them(thread):
    with pytest.raises(NotAllowed):
        actions.take_back_post(first(thread), by=cast.user("zhou"))
    actions.take_back_post(first(thread), by=cast.user("li"))
    thread.refresh_from_db()
    assert (first(thread).words, thread.title) == ("", "–")
    with pytest.raises(NotNow):
        actions.report_post(first(thread), by=cast.user("wang"), reason="x")


def test_pinned_ones_stand_first(thread):
    later = actions.open_course_thread(course(code="b"), by=cast.user("zhou"), title="新", words="x")
    assert [one.pk for one in threads_seen_by(cast.user("zhou"))] == [later.pk, thread.pk]
    actions.pin_thread(thread, by=cast.user("zhou"), is_pinned=True)
    assert [one.pk for one in threads_seen_by(cast.user("zhou"))] == [thread.pk, later.pk]

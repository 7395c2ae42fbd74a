"""A learner's way from the catalogue to a finished course, and a trainer's through a draft, without scripts."""

from datetime import timedelta

import pytest

from hengcai.base import clock
from hengcai.training.actions import add_course
from hengcai.training.definitions import write_text
from hengcai.training.models import Course, Enrolment, Progress
from tests import cast
from tests.training.courses.made import course, definition, pair

pytestmark = pytest.mark.usefixtures("course_db")


@pytest.fixture
def li(client):
    cast.person("li")
    return signed_in(client, "li")


@pytest.fixture
def zhou(client):
    return signed_in(client, "zhou")


def signed_in(client, name):
    client.force_login(cast.user(name))
    client.cookies["hengcai_language"] = "en"
    return client


def read(answer):
    return answer.content.decode()


def test_from_the_catalogue_to_the_last_lesson(li):
    made = course()
    assert "The first thirty seconds" in read(li.get("/courses/"))
    way = li.post(f"/courses/{made.pk}/", {"do": "enrol"}).url
    assert "Check yourself" in read(li.get(f"{way}lessons/first/"))
    wrong = li.post(f"{way}lessons/first/", {"q-q1": "b", "q-q2": "a"})
    assert "Try again" in read(wrong)
    right = li.post(f"{way}lessons/first/", {"q-q1": "a", "q-q2": "b"})
    assert "Next lesson" in read(right)
    li.post(f"{way}lessons/second/", {})
    assert Enrolment.objects.get().state == Enrolment.State.FINISHED
    assert "Finished" in read(li.get("/learning/"))


def test_what_was_not_answered_is_said(li):
    way = li.post(f"/courses/{course().pk}/", {"do": "enrol"}).url
    answer = li.post(f"{way}lessons/first/", {"q-q1": "a"})
    assert answer.status_code == 422
    assert "Question 2 has not been answered yet." in read(answer)


def test_time_is_kept_by_the_page_itself(li):
    now = clock.now()
    way = li.post(f"/courses/{course().pk}/", {"do": "enrol"}).url
    for after in (0, 30):
        with clock.set_to(now + timedelta(seconds=after)):
            told = li.post(f"{way}lessons/first/", {"do": "keep", "seconds": "45", "place": "400"})
    assert (told.json(), Progress.objects.get().seconds) == ({"seconds": 30, "place": 400, "furthest": 0}, 30)


def test_a_learner_reads_no_answers_before_the_lesson(li):
    made = course()
    assert li.get(f"/courses/{made.pk}/lessons/first/").status_code == 403
    way = li.post(f"/courses/{made.pk}/", {"do": "enrol"}).url
    for address in (f"/courses/{made.pk}/", f"{way}lessons/first/", f"/api/training/courses/{made.pk}"):
        assert "反馈" not in read(li.get(address))


def test_a_trainer_builds_a_course_by_forms(zhou):
    head = {
        "code": "calm", "title_zh": "稳住", "module": "stress", "tier": "advanced", "audience": ["in_post"], "hours": "2",
        "competency_1": "listening", "from_1": "2", "to_1": "3",
    }  # fmt: skip
    assert zhou.post("/courses/add/", head).status_code == 302
    made = Course.objects.get(code="calm")
    standard = {
        "edit_count": 0, "methods": ["case"], "aims_skill_zh": "慢下来\n听完", "aims_skill_en": "slow down", "trainer_zh": "班组长",
        "topic_1_zh": "呼吸", "points_1_zh": "四拍", "minutes_classroom": "60", "what_classroom_zh": "练习",
    }  # fmt: skip
    assert zhou.post(f"/courses/{made.pk}/edit/standard/", standard).status_code == 302
    lesson = {"edit_count": 1, "title_zh": "第一课", "minutes": "8", "body_zh": "正文"}
    assert zhou.post(f"/courses/{made.pk}/edit/add-lesson/", lesson).status_code == 302
    made.refresh_from_db()
    assert made.standard["aims"]["skill"][0].en == "slow down"
    assert zhou.post(f"/courses/{made.pk}/", {"do": "publish"}).status_code == 302


def test_what_a_form_does_not_show_stays(zhou):
    made = course()
    zhou.post(f"/courses/{made.pk}/", {"do": "copy"})
    draft = Course.objects.get(state="draft")
    lesson = {"edit_count": 0, "title_zh": "改名", "minutes": "12", "body_zh": "新", "check": ["q1"]}
    assert zhou.post(f"/courses/{draft.pk}/edit/lessons/first/", lesson).status_code == 302
    draft.refresh_from_db()
    assert (len(draft.quiz), draft.lessons.count(), draft.lessons.get(code="first").asks) == (2, 2, ["q1"])


def test_an_older_form_overwrites_nothing(zhou):
    zhou.post(f"/courses/{course().pk}/", {"do": "copy"})
    draft = Course.objects.get(state="draft")
    lesson = {"edit_count": 7, "title_zh": "旧页", "minutes": "12"}
    assert zhou.post(f"/courses/{draft.pk}/edit/lessons/first/", lesson).status_code == 409


def test_a_lesson_may_be_called_add(zhou):
    made = draft(
        lessons=[{"code": "add", "title": pair("加一", "Add one"), "minutes": 5, "body": pair("正文"), "check": []}]
    )
    assert "Add one" in read(zhou.get(f"/courses/{made.pk}/edit/lessons/add/"))
    assert "Add one" not in read(zhou.get(f"/courses/{made.pk}/edit/add-lesson/"))
    zhou.post(f"/courses/{made.pk}/edit/add-lesson/", {"title_zh": "新的一课", "minutes": "5", "edit_count": "0"})
    assert [one.code for one in made.lessons.order_by("order")] == ["add", "lesson_1"]


@pytest.mark.parametrize(
    ("page", "sent"),
    [
        ("", {"title_zh": "我写的标题", "module": "culture", "tier": "advanced", "hours": "1"}),
        ("text/", {"text": "code: openings  # 我写的标题"}),
        ("lessons/first/", {"title_zh": "我写的标题", "minutes": "5"}),
    ],
)
def test_whoever_was_overtaken_keeps_what_they_typed(zhou, page, sent):
    made = draft()
    Course.objects.filter(pk=made.pk).update(edit_count=1)
    if page == "text/":
        sent = {"text": write_text(Course.objects.get(pk=made.pk)) + "# 我写的标题"}
    answer = zhou.post(f"/courses/{made.pk}/edit/{page}", {**sent, "edit_count": "0"})
    assert (answer.status_code, "我写的标题" in read(answer)) == (409, True)
    assert "changed by someone else" in read(answer)


def draft(**changes):
    return add_course(cast.centre(), by=cast.user("zhou"), definition=definition(**changes))

"""The files of a package: by the word in the address alone, apart from everything, and not for long."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from hengcai.base import clock
from hengcai.courseware import tokens
from hengcai.courseware.actions import open_run
from hengcai.courseware.queries.runs import address_in_frame
from hengcai.training.actions import add_course
from hengcai.training.definitions import definition_of
from tests import cast
from tests.courseware.conftest import course_db, made  # noqa: F401
from tests.courseware.made import new_files, old_files, received, way
from tests.training.courses.made import definition

pytestmark = pytest.mark.usefixtures("course_db")


@pytest.fixture
def run():
    cast.person("li")
    mine = way(received(old_files() | {"film.mp4": "0123456789"}))
    return open_run(mine, by=cast.user("li"), lesson=mine.course.lessons.get(), part="I1", today=clock.today())


def beside(run, name):
    return address_in_frame(run).replace("index.html", name)


def test_a_page_comes_with_our_scripts_first_and_in_an_origin_of_its_own(run):
    address = address_in_frame(run)
    answer = Client().get(address)
    page, policy = answer.content.decode(), answer["Content-Security-Policy"]
    assert (
        page.index(".hengcai/start.js") < page.index("scorm12") < page.index("package_frame") < page.index("finder.js")
    )
    assert policy.startswith("sandbox allow-scripts allow-forms;")
    assert "allow-same-origin" not in policy
    assert "frame-ancestors" not in policy  # a frame within it has an ancestor that cannot be named
    assert f"default-src http://testserver{address.removesuffix('index.html')} data:" in policy
    assert (answer["Access-Control-Allow-Origin"], answer["Referrer-Policy"]) == ("*", "no-referrer")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert not answer.cookies
    assert "X-Frame-Options" not in answer


def test_nothing_else_of_ours_may_be_read_from_another_origin(run):
    client = Client()
    client.force_login(cast.user("li"))
    for address in ("/", f"/learning/{run.enrolment_id}/lessons/play/package/", "/api/courseware/runs"):
        assert "Access-Control-Allow-Origin" not in client.get(address)


def test_a_film_is_sent_in_pieces_and_names_are_found_in_any_spelling(run):
    answer = Client().get(beside(run, "Film.MP4"), headers={"Range": "bytes=2-4"})
    assert (answer.status_code, answer.content, answer["Content-Type"]) == (206, b"234", "video/mp4")
    assert Client().get(beside(run, "nothing.js")).status_code == 404
    assert Client().get(beside(run, "../../etc/passwd")).status_code == 404
    assert Client().post(beside(run, "index.html")).status_code == 405


def test_the_word_ends_with_the_session_the_hours_and_the_account(run):
    address = address_in_frame(run)
    assert Client().get(address).status_code == 200
    assert Client().get(address.replace("~", "~x")).status_code == 410
    user = cast.user("li")
    user.is_active = False
    user.save()
    assert Client().get(address).status_code == 410
    user.is_active = True
    user.save()
    open_run(run.enrolment, by=user, lesson=run.lesson, part="I1", today=clock.today())
    assert Client().get(address).status_code == 410


def test_the_word_holds_for_a_shift(run, monkeypatch):
    token = tokens.token_of(tokens.Told(tokens.RUN, run.pk, run.session))
    assert tokens.told_by(token) == tokens.Told("r", run.pk, run.session)
    later = (timezone.now() + timedelta(hours=9)).timestamp()
    monkeypatch.setattr("django.core.signing.time.time", lambda: later)
    assert tokens.told_by(token) is None


def test_only_who_may_look_through_packages_gets_a_word_to_look():
    made_here = received(new_files())
    for name, status in (("zhou", 200), ("li", 410)):
        token = tokens.token_of(tokens.Told(tokens.LOOK, made_here.pk, cast.user(name).pk))
        assert Client().get(reverse("open-package-file", args=[token, "part/start.htm"])).status_code == status


def test_a_package_is_put_into_a_draft_and_stays_when_its_lesson_is_edited():
    made_here, zhou = received(old_files()), cast.user("zhou")
    draft = add_course(cast.centre(), by=zhou, definition=definition())
    client = Client()
    client.force_login(zhou)
    client.post(f"/packages/{made_here.pk}/", {"do": "put", "course": draft.pk, "title_zh": "课件", "minutes": "20"})
    draft.refresh_from_db()
    lesson = definition_of(draft)["lessons"][-1]
    assert (lesson["kind"], lesson["media"], lesson["minutes"]) == ("scorm", made_here.code, 20)
    changed = {"edit_count": draft.edit_count, "title_zh": "新题目", "minutes": "25", "media": made_here.code}
    assert client.post(f"/courses/{draft.pk}/edit/lessons/{lesson['code']}/", changed).status_code == 302
    again = definition_of(draft)["lessons"][-1]
    assert (again["kind"], again["media"], again["title"]["zh"]) == ("scorm", made_here.code, "新题目")

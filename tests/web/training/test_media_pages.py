"""A lesson's recording as a phone asks for it: in pieces, from where one stopped, by who learns the course and nobody else."""

import pytest

from hengcai.base import clock
from hengcai.training import actions
from hengcai.training.models import Course, LessonFile, Progress
from tests import cast
from tests.training.courses import files
from tests.training.courses.made import definition
from tests.web.training.test_learning_pages import read, signed_in

pytestmark = pytest.mark.usefixtures("course_db")


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def heard():
    found = files.listening(captions={"zh": files.VTT}, transcript={"zh": "您好，请讲。", "en": "Hello."})
    return actions.publish_course(found, by=cast.user("zhou"), today=clock.today())


@pytest.fixture
def way(heard, client):
    cast.person("li")
    return f"/learning/{actions.enrol(heard, by=cast.user('li')).pk}/"


def fetched(client, place, **headers):
    """Read to its end, which closes the file behind it."""
    answer = client.get(place, headers=headers)
    whole = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return answer, whole


def test_pieces_are_what_was_asked_for(way, client):
    li, whole = signed_in(client, "li"), files.sound()
    place = f"{way}lessons/hear/media/"
    answer = li.get(place, headers={"range": "bytes=100-199"})
    assert (answer.status_code, answer.content) == (206, whole[100:200])
    assert answer["Content-Range"] == f"bytes 100-199/{len(whole)}"
    assert (answer["Accept-Ranges"], answer["Content-Type"]) == ("bytes", "audio/wav")
    assert li.get(place, headers={"range": "bytes=-10"}).content == whole[-10:]
    open_ended = li.get(place, headers={"range": "bytes=0-"})
    assert len(open_ended.content) == min(len(whole), 1 << 19)
    assert li.get(place, headers={"range": f"bytes={len(whole)}-"}).status_code == 416
    stale = {"range": "bytes=0-9", "if-range": '"another"'}
    assert fetched(li, place, **stale)[1] == whole


def test_only_who_learns_or_teaches_it_gets_the_file(way, heard, client):
    cast.person("wang")
    place, taught = f"{way}lessons/hear/media/", f"/courses/{heard.pk}/lessons/hear/media/"
    assert signed_in(client, "wang").get(place).status_code == 404
    assert client.get(taught).status_code == 403
    assert signed_in(client, "zhao").get(place).status_code == 404  # leads see how far, not the lesson
    assert fetched(signed_in(client, "zhou"), taught)[0].status_code == 200
    client.logout()
    assert client.get(place).status_code == 302


def test_the_page_tells_size_and_place_before_anything_is_loaded(way, client):
    li = signed_in(client, "li")
    Progress.objects.create(
        enrolment_id=int(way.split("/")[2]), lesson=Course.objects.get().lessons.get(code="hear"), place=17, furthest=17,
        seen_at=clock.now(),
    )  # fmt: skip
    page = read(li.get(f"{way}lessons/hear/"))
    assert 'preload="metadata"' in page
    assert 'data-place="17"' in page
    assert "1.0 MB" in page
    assert "you are at 0:17" in page
    assert "Hello." in page


def test_captions_come_as_they_were_written(way, client):
    answer = signed_in(client, "li").get(f"{way}lessons/hear/captions/zh/")
    assert (answer["Content-Type"], read(answer)) == ("text/vtt; charset=utf-8", files.VTT)
    assert client.get(f"{way}lessons/hear/captions/en/").status_code == 404


def test_a_file_is_opened_by_a_button_that_keeps_it(way, client):
    li = signed_in(client, "li")
    assert read(li.post(f"{way}lessons/read/", {})).count("Open and read the file first.") == 1
    to = li.post(f"{way}lessons/read/", {"do": "open"})
    assert (to.status_code, to.url) == (302, f"{way}lessons/read/media/")
    assert fetched(li, to.url)[0]["Content-Disposition"] == 'inline; filename="page.pdf"'
    assert li.post(f"{way}lessons/read/", {}).status_code == 200
    assert Progress.objects.get(lesson__code="read").done_at


def test_a_trainer_uploads_with_the_lesson_itself(client):
    zhou = signed_in(client, "zhou")
    draft = actions.add_course(cast.centre(), by=cast.user("zhou"), definition=definition())
    sent = {
        "edit_count": 0,
        "title_zh": "听一通",
        "minutes": "3",
        "captions_zh": files.VTT,
        "upload": files.upload(files.sound(3), "好电话.wav"),
    }
    assert zhou.post(f"/courses/{draft.pk}/edit/add-lesson/", sent).status_code == 302
    lesson = draft.lessons.get(order=3)
    assert (lesson.kind, lesson.media, lesson.part["captions"].zh) == ("audio", "好电话.wav", files.VTT.strip())
    assert "好电话.wav" in read(zhou.get(f"/courses/{draft.pk}/edit/files/"))
    assert "<audio" in read(zhou.get(f"/courses/{draft.pk}/lessons/{lesson.code}/"))


def test_a_wrong_upload_keeps_what_was_typed_and_says_why(client):
    zhou = signed_in(client, "zhou")
    draft = actions.add_course(cast.centre(), by=cast.user("zhou"), definition=definition())
    sent = {"edit_count": 0, "title_zh": "听一通", "minutes": "3", "upload": files.upload(b"MZ", "x.mp4")}
    answer = zhou.post(f"/courses/{draft.pk}/edit/add-lesson/", sent)
    assert (answer.status_code, LessonFile.objects.count()) == (422, 0)
    assert "听一通" in read(answer)


def test_too_large_is_said_before_it_is_read(client, monkeypatch):
    monkeypatch.setattr("hengcai.training.receiving.MOST_MEGABYTES", {"video": 0, "audio": 0, "file": 0})
    zhou = signed_in(client, "zhou")
    draft = actions.add_course(cast.centre(), by=cast.user("zhou"), definition=definition())
    sent = {"do": "add", "file": files.upload(files.sound(60))}
    answer = zhou.post(f"/courses/{draft.pk}/edit/files/", sent)
    assert answer.status_code == 413
    assert "too large" in read(answer)

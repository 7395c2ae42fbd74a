"""Recordings and files of lessons: taken for what they are, kept to the second, and no second more than the clock has."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengcai.base import clock
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.training import actions
from hengcai.training.actions import Stop
from hengcai.training.models import LessonFile, Progress
from hengcai.training.receiving import drop_lesson_file, path_of
from hengcai.training.rules.captions import check_captions
from hengcai.training.rules.pace import FASTEST, Met, met
from tests import cast
from tests.training.courses import files
from tests.training.courses.made import definition

pytestmark = pytest.mark.usefixtures("course_db")


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def way():
    cast.person("li")
    made = actions.publish_course(files.listening(), by=cast.user("zhou"), today=clock.today())
    return actions.enrol(made, by=cast.user("li"))


def draft():
    return actions.add_course(cast.centre(), by=cast.user("zhou"), definition=definition())


def lesson(way, code):
    return way.course.lessons.get(code=code)


def kept(way, code, seconds, place, *, after):
    with clock.set_to(clock.now() + timedelta(seconds=after)):
        return actions.keep_place(way, by=cast.user("li"), lesson=lesson(way, code), stop=Stop(seconds, place))


def finish(way, code):
    return actions.finish_lesson(way, by=cast.user("li"), lesson=lesson(way, code), answers={}, today=clock.today())


def test_no_second_is_counted_that_the_clock_does_not_have(way):
    assert kept(way, "hear", 50, 50, after=0).seconds == 0  # the first report starts the time
    told = kept(way, "hear", 50, 50, after=20)
    assert (told.seconds, told.place) == (20, 50)
    assert 39 <= told.furthest <= 40  # twice the time that passed, however far the player was moved


def test_two_tabs_share_one_clock(way):
    kept(way, "hear", 0, 0, after=0), kept(way, "read", 0, 0, after=1)
    kept(way, "hear", 30, 30, after=31), kept(way, "read", 30, 0, after=32)
    assert sum(Progress.objects.values_list("seconds", flat=True)) <= 32


@given(st.lists(st.tuples(st.integers(-5, 5000), st.integers(-5, 5000), st.floats(-9, 900)), max_size=15))
def test_time_and_way_stay_within_the_clock(reports):
    now, passed = Met(), 0.0
    for told, place, elapsed in reports:
        now, passed = met(now, told=told, place=place, elapsed=elapsed, length=600), passed + max(elapsed, 0)
    assert now.seconds <= passed
    assert now.furthest <= min(600, FASTEST * now.seconds)
    assert 0 <= now.place <= 600


def test_a_recording_is_done_after_nine_tenths(way):
    kept(way, "hear", 0, 0, after=0)
    kept(way, "hear", 30, 30, after=30)
    with pytest.raises(NotValid) as refused:
        finish(way, "hear")
    assert (refused.value.code, refused.value.facts["length"]) == ("training.media_not_through", "1:00")
    kept(way, "hear", 30, 58, after=61)
    assert finish(way, "hear").done_at


def test_what_can_be_read_is_done_when_it_was_read_long_enough():
    cast.person("li")
    made = files.listening(transcript={"zh": "您好，请讲。"})
    way = actions.enrol(actions.publish_course(made, by=cast.user("zhou"), today=clock.today()), by=cast.user("li"))
    kept(way, "hear", 0, 0, after=0)
    kept(way, "hear", 30, 0, after=31)
    assert finish(way, "hear").done_at


def test_a_file_is_opened_before_it_is_done(way):
    with pytest.raises(NotValid) as refused:
        finish(way, "read")
    assert refused.value.code == "training.file_not_opened"
    actions.open_lesson_file(way, by=cast.user("li"), lesson=lesson(way, "read"))
    assert finish(way, "read").done_at


@pytest.mark.parametrize(
    ("content", "kind", "media_type", "seconds"),
    [
        (files.sound(3), "audio", "audio/wav", 3),
        (files.picture(), "video", "video/mp4", 2),
        (files.picture(codec="libvpx", container="webm"), "video", "video/webm", 2),
        (b"%PDF-1.7 x", "file", "application/pdf", 0),
        (files.office(), "file", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", 0),
    ],
    ids=["wav", "mp4", "webm", "pdf", "docx"],
)
def test_a_file_is_what_its_content_says(content, kind, media_type, seconds):
    made = files.received(draft(), content, "whatever.txt")
    assert (made.kind, made.media_type, made.seconds, made.byte_count) == (kind, media_type, seconds, len(content))
    assert path_of(made).read_bytes() == content


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "training.file_unknown_kind"),
        (b"<html><script>", "training.file_unknown_kind"),
        (b"MZ" + bytes(100), "training.file_unknown_kind"),
        (files.office("a.txt"), "training.file_unknown_kind"),
        (files.office("word/vbaProject.bin") , "training.file_unknown_kind"),
        (files.picture(codec="mpeg4"), "training.media_not_playable"),
    ],
    ids=["empty", "html", "exe", "zip", "macro", "mpeg4"],
)  # fmt: skip
def test_what_no_lesson_shows_is_refused_and_leaves_nothing(content, code, tmp_path):
    with pytest.raises(NotValid) as refused:
        files.received(draft(), content, "lesson.mp4")
    assert refused.value.code == code
    assert [one for one in tmp_path.rglob("*") if one.is_file()] == []


def test_a_name_stands_for_one_content():
    made = draft()
    first = files.received(made, b"%PDF-1", "a.pdf")
    assert files.received(made, b"%PDF-1", "../x/a.pdf") == first
    with pytest.raises(NotValid) as refused:
        files.received(made, b"%PDF-2", "a.pdf")
    assert refused.value.code == "training.file_name_taken"
    assert len(list(path_of(first).parent.iterdir())) == 1


def test_a_file_in_use_stays_and_another_goes(way):
    zhou, used = cast.user("zhou"), LessonFile.objects.get(name="call.wav")
    with pytest.raises(NotNow):
        drop_lesson_file(used, by=zhou)
    spare = files.received(actions.copy_course(way.course, by=zhou), b"%PDF-9", "b.pdf")
    drop_lesson_file(spare, by=zhou)
    assert path_of(used).is_file()
    assert not path_of(spare).exists()


def test_a_lesson_without_its_file_is_not_published():
    made = files.listening(media="other.wav")
    with pytest.raises(NotNow) as refused:
        actions.publish_course(made, by=cast.user("zhou"), today=clock.today())
    assert refused.value.code == "training.media_missing"


def test_only_who_writes_courses_adds_files():
    with pytest.raises(NotAllowed):
        actions.add_lesson_file(draft(), by=cast.user("li"), received=None)


def test_the_next_version_shares_the_files(way):
    copied = actions.copy_course(way.course, by=cast.user("zhou"))
    assert actions.publish_course(copied, by=cast.user("zhou"), today=clock.today()).lessons.get(code="hear").media


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("1\n00:00.000 --> 00:04.000\n", 1),
        ("WEBVTT\n\n", 2),
        ("WEBVTT\n\n00:04.000 --> 00:01.000\nx", 3),
        ("WEBVTT\n\n00:00,000 --> 00:04,000\nx", 3),
        ("WEBVTT\n\n00:09.000 --> 00:10.000\nx\n\n00:01.000 --> 00:02.000\ny", 6),
    ],
)
def test_captions_that_players_would_drop_are_named_by_line(text, line):
    with pytest.raises(NotValid) as refused:
        check_captions(text, lesson="hear")
    assert refused.value.facts == {"lesson": "hear", "line": line}


def test_captions_of_every_shape_players_take():
    check_captions(files.VTT, lesson="x")
    check_captions("WEBVTT - 字幕\n\nNOTE x\n\n1\n01:00:00.000 --> 01:00:04.500 align:start\nx\n", lesson="x")

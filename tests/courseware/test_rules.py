"""What a manifest says, what a part may report, and what that comes to."""

from fractions import Fraction

import pytest

from hengcai.base.errors import NotValid
from hengcai.courseware.rules.archive import Packed, check_entries, folder_of_manifest, inside, written_name
from hengcai.courseware.rules.elements import check_values
from hengcai.courseware.rules.handing_over import Learner, first_values
from hengcai.courseware.rules.manifest import Part, path_of, read_manifest
from hengcai.courseware.rules.pages import has_frames, with_scripts
from hengcai.courseware.rules.standing import Standing, duration, seconds_between, standing_of
from tests.courseware.made import NEW_MANIFEST, OLD_MANIFEST

OLD, NEW = OLD_MANIFEST.format(title="A"), NEW_MANIFEST.format(title="B")
PART = Part("I1", "One", "index.html")
RESOURCES = '<resource identifier="R1" type="webcontent" adlcp:scormtype="sco" href="index.html">'


def refusal(work):
    with pytest.raises(NotValid) as refused:
        work()
    return refused.value.code


def test_a_manifest_of_1_2_gives_its_part_with_what_it_is_judged_by():
    told = read_manifest(OLD.encode())
    assert (told.edition, told.standard, told.title) == ("1.2", "1.2", "A")
    assert told.parts == (Part("I1", "Opening", "index.html", launch_data="start=1", mastery="80"),)


def test_a_manifest_of_2004_gives_its_parts_in_order_however_deep():
    told = read_manifest(NEW.encode())
    first, leaflet = told.parts
    assert told.edition == "2004 4th"
    assert (first.href, first.passing, first.is_sco) == ("part/start.htm?mode=a", "0.8", True)
    assert (leaflet.title, leaflet.is_sco) == ("Leaflet", False)
    assert path_of(first.href) == "part/start.htm"


@pytest.mark.parametrize(
    ("version", "edition"), [("CAM 1.3", "2004 2nd"), ("2004 3rd Edition", "2004 3rd"), ("1.2", "1.2")]
)
def test_editions_are_told_by_their_word(version, edition):
    assert read_manifest(NEW.replace("2004 4th Edition", version).encode()).edition == edition


def test_a_manifest_without_a_word_is_told_by_its_namespace():
    assert read_manifest(OLD.replace("<schemaversion>1.2</schemaversion>", "").encode()).edition == "1.2"


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("<manifest>", "courseware.manifest_broken"),
        ("<other/>", "courseware.manifest_broken"),
        ('<!DOCTYPE m [<!ENTITY a "b">]><manifest/>', "courseware.manifest_entities"),
        (OLD.replace(">1.2<", ">AICC 4.0<").replace("adlcp_rootv1p2", "x"), "courseware.not_scorm"),
        (OLD.replace('identifierref="R1"', ""), "courseware.nothing_to_play"),
        (OLD.replace('identifierref="R1"', 'identifierref="R9"'), "courseware.part_without_page"),
        (OLD.replace(RESOURCES, RESOURCES.replace("index.html", "https://x.example/")), "courseware.part_outside"),
        (OLD.replace(RESOURCES, RESOURCES.replace("index.html", "../x.html")), "courseware.part_outside"),
        (NEW.replace('"I3"', '"I2"'), "courseware.part_twice"),
    ],
)
def test_a_manifest_that_names_nothing_to_play_is_refused(source, code):
    assert refusal(lambda: read_manifest(source.encode())) == code


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (Packed("../x", 1, 1), "courseware.name_unsafe"),
        (Packed("/etc/x", 1, 1), "courseware.name_unsafe"),
        (Packed("C:/x", 1, 1), "courseware.name_unsafe"),
        (Packed("a/./x", 1, 1), "courseware.name_unsafe"),
        (Packed("a" * 401, 1, 1), "courseware.name_unsafe"),
        (Packed("x", 1, 1, mode=0o120777), "courseware.link_inside"),
        (Packed("x", 1, 1, mode=0o020644), "courseware.link_inside"),
        (Packed("x", 1, 1, is_locked=True), "courseware.locked_inside"),
        (Packed("x", 2_000_000, 2_000), "courseware.unpacks_large"),
        (Packed("x", 2_000_000_000, 1_999_999_999), "courseware.unpacks_large"),
    ],
)
def test_an_entry_no_course_needs_is_refused_before_anything_is_unpacked(entry, code):
    assert refusal(lambda: check_entries([Packed("ok", 5, 5), entry])) == code


def test_too_many_entries_and_one_name_twice_are_refused():
    assert refusal(lambda: check_entries([Packed(f"f{n}", 1, 1) for n in range(10_001)])) == "courseware.too_many_files"
    assert refusal(lambda: check_entries([Packed("a", 1, 1), Packed("a", 1, 1)])) == "courseware.name_twice"


def test_names_written_by_chinese_tools_are_read_as_they_were_meant():
    for coding in ("gb18030", "utf-8"):
        assert written_name("课件/第一课.html".encode(coding).decode("cp437"), flags=0) == "课件/第一课.html"
    assert written_name("a\\b.html", flags=0) == "a/b.html"
    assert written_name("课", flags=0x800) == "课"


def test_a_package_zipped_with_its_folder_is_taken_too():
    assert folder_of_manifest(["course/imsmanifest.xml", "course/a.html"]) == "course"
    assert (inside("course/a.html", "course"), inside("__MACOSX/x", ""), inside("other/b", "course")) == (
        "a.html",
        None,
        None,
    )
    assert refusal(lambda: folder_of_manifest(["a/b/imsmanifest.xml"])) == "courseware.no_manifest"


@pytest.mark.parametrize(
    ("standard", "element", "value", "code"),
    [
        ("1.2", "cmi.suspend_data", "x" * 4097, "courseware.value_long"),
        ("2004", "cmi.suspend_data", "x" * 64001, "courseware.value_long"),
        ("1.2", "cmi.core.lesson_location", "x" * 256, "courseware.value_long"),
        ("1.2", "cmi.core.lesson_status", "won", "courseware.value_wrong"),
        ("2004", "cmi.score.scaled", "1e9", "courseware.value_wrong"),
        ("2004", "cmi.learner_name", "x", "courseware.element_unknown"),
        ("1.2", "cmi.core.student_id", "x", "courseware.element_unknown"),
        ("1.2", "cmi.location", "x", "courseware.element_unknown"),
    ],
)
def test_what_the_standard_does_not_allow_is_refused_by_name(standard, element, value, code):
    assert refusal(lambda: check_values(standard, {element: value})) == code


def test_what_the_standard_allows_is_kept():
    check_values("1.2", {"cmi.suspend_data": "x" * 4096, "cmi.interactions.0.correct_responses.0.pattern": "a"})
    check_values("2004", {"cmi.suspend_data": "x" * 64000, "cmi.score.scaled": "-0.5", "adl.nav.request": "continue"})
    many = {f"cmi.interactions.{n}.id": "x" for n in range(6001)}
    assert refusal(lambda: check_values("1.2", many)) == "courseware.state_large"


def old(part=PART, *, is_over=False, **values):
    return standing_of(
        "1.2", {f"cmi.core.{name.replace('__', '.')}": told for name, told in values.items()}, part, is_over=is_over
    )


def new(part=PART, *, is_over=False, **values):
    return standing_of(
        "2004", {f"cmi.{name.replace('__', '.')}": told for name, told in values.items()}, part, is_over=is_over
    )


def test_a_part_of_1_2_is_passed_by_its_mastery_score_whatever_it_says():
    part = Part("I", "One", "x", mastery="80")
    assert old(part, lesson_status="completed", score__raw="85") == Standing("completed", "passed", Fraction(17, 20))
    failed = old(part, lesson_status="passed", score__raw="79")
    assert (failed.success, failed.is_done) == ("failed", False)
    assert old(part, lesson_status="incomplete", score__raw="85").success == "unknown"


def test_a_part_of_1_2_that_says_nothing_is_done_when_it_says_goodbye():
    assert not old().is_done
    assert old(is_over=True).is_done
    assert not old(is_over=True, exit="suspend").is_done
    assert not old(is_over=True, lesson_status="incomplete").is_done
    assert old(lesson_status="browsed").completion == "incomplete"


def test_a_part_of_2004_is_judged_by_the_shares_of_its_manifest():
    part = Part("I", "One", "x", passing="0.8", threshold="1")
    assert new(part, score__scaled="0.8", progress_measure="1").is_done
    assert new(part, score__scaled="0.79", completion_status="completed").success == "failed"
    assert new(part, progress_measure="0.99", completion_status="completed").completion == "incomplete"
    assert new(completion_status="completed", success_status="failed").is_done is False
    assert new(success_status="passed").is_done
    assert new(is_over=True).is_done
    assert not new(is_over=True, exit="suspend").is_done


def test_a_score_is_a_share_of_its_own_range():
    assert new(score__raw="30", score__min="20", score__max="40").share == Fraction(1, 2)
    assert old(score__raw="150").share == 1
    assert old(score__raw="5", score__min="9", score__max="9").share is None
    assert new(score__scaled="-0.5").share == 0


def test_time_is_the_servers_and_one_report_adds_no_more_than_it_can():
    assert (seconds_between(0, 59.9), seconds_between(0, 9000), seconds_between(9, 0)) == (59, 90, 0)
    assert (duration(3723, standard="1.2"), duration(3723, standard="2004")) == ("0001:02:03", "PT1H2M3S")


def test_a_part_is_told_where_its_learner_stopped_and_nothing_of_the_last_sitting():
    kept = {"cmi.core.lesson_location": "7", "cmi.core.exit": "suspend", "cmi.core.session_time": "0001:00:00"}
    given = first_values("1.2", PART, learner=Learner("70001", "李"), kept=kept, total="0000:00:09", mode="normal")
    assert (given["cmi.core.entry"], given["cmi.core.lesson_location"], given["cmi.core.total_time"]) == (
        "resume",
        "7",
        "0000:00:09",
    )
    assert {"cmi.core.exit", "cmi.core.session_time"} & given.keys() == set()
    fresh = first_values("2004", PART, learner=Learner("70001", "李"), kept={}, total="PT0H0M0S", mode="review")
    assert (fresh["cmi.mode"], fresh["cmi.credit"], "cmi.entry" in fresh) == ("review", "no-credit", False)


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (b"<html><HEAD lang=a><script>", b"<html><HEAD lang=a>TAG<script>"),
        (b"<html lang='zh'><body>", b"<html lang='zh'>TAG<body>"),
        (b"<!DOCTYPE html>\n<p>", b"<!DOCTYPE html>TAG\n<p>"),
        (b"\xef\xbb\xbf<p>", b"\xef\xbb\xbfTAG<p>"),
        (b"<header>x</header>", b"TAG<header>x</header>"),
    ],
)
def test_our_scripts_stand_before_any_of_a_page(page, told):
    assert with_scripts(page, ["/a.js"]) == told.replace(b"TAG", b'<script src="/a.js"></script>')


def test_a_page_in_two_bytes_a_sign_keeps_its_coding():
    page = b"\xff\xfe" + "<head></head>课".encode("utf-16-le")
    assert with_scripts(page, ["/a.js"])[2:].decode("utf-16-le") == '<head><script src="/a.js"></script></head>课'


def test_frames_are_noticed():
    pages = (b"<FRAMESET rows=1>", b"<iframe src=x>", b"<framework>")
    assert [has_frames(one) for one in pages] == [True, True, False]

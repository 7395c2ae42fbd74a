"""Packages taken in: what is hostile leaves nothing behind, what is fit lies under numbers."""

import stat
import zipfile
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.courseware.models import Package, PackageFile
from hengcai.courseware.queries.packages import file_at, lessons_playing
from hengcai.courseware.unpacking import look_through, path_of_file, receive_package, take_out
from hengcai.training.actions import add_course
from tests import cast
from tests.courseware.made import new_files, old_files, packed, playing, received
from tests.training.courses.made import definition, pair

pytestmark = pytest.mark.usefixtures("course_db")


def refused(content, tmp_path):
    upload = SimpleUploadedFile("x.zip", content)
    with pytest.raises(NotValid) as told:
        receive_package(cast.centre(), upload, by=cast.user("zhou"), name="x.zip")
    assert not Package.objects.exists()
    assert list((tmp_path / "courseware").iterdir()) == []
    return told.value.code


def with_entry(change):
    into = BytesIO(packed(old_files()))
    with zipfile.ZipFile(into, "a") as archive:
        change(archive)
    return into.getvalue()


def linked(archive):
    info = zipfile.ZipInfo("link")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    archive.writestr(info, "/etc/passwd")


def blown(archive):
    archive.writestr("zeros", b"\0" * 5_000_000, zipfile.ZIP_DEFLATED)


def as_lzma(whole):
    """The last of its parts says it is packed in a way it is not."""
    for sign, after in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        place = whole.rindex(sign) + after
        whole = whole[:place] + b"\x0e\x00" + whole[place + 2 :]
    return whole


def test_hostile_zips_are_refused_and_leave_nothing_behind(tmp_path):
    whole = packed(old_files())
    assert refused(b"no zip at all", tmp_path) == "courseware.zip_damaged"
    assert refused(whole[:-60], tmp_path) == "courseware.zip_damaged"
    assert refused(whole.replace(b"PK\x03\x04", b"PK\x03\x05", 3), tmp_path) == "courseware.zip_damaged"
    assert refused(with_entry(lambda one: one.writestr("../../out.html", "x")), tmp_path) == "courseware.name_unsafe"
    assert refused(as_lzma(whole), tmp_path) == "courseware.zip_damaged"
    assert refused(with_entry(linked), tmp_path) == "courseware.link_inside"
    assert refused(with_entry(blown), tmp_path) == "courseware.unpacks_large"
    assert refused(packed({"a.html": "x"}), tmp_path) == "courseware.no_manifest"
    assert refused(packed({**old_files(), "index.html": ""} | {}, prefix="a/b/"), tmp_path) == "courseware.no_manifest"
    files = old_files()
    del files["index.html"]
    assert refused(packed(files), tmp_path) == "courseware.page_missing"
    assert not (tmp_path / "out.html").exists()


def test_an_entry_that_gives_more_than_it_said_is_refused(tmp_path):
    """Its size in the table of contents is a lie, and so is its checksum then."""
    whole = packed({**old_files(), "lie.bin": "x" * 999})
    place = whole.rindex(b"lie.bin") - 46
    lie = whole[: place + 24] + (9).to_bytes(4, "little") + whole[place + 28 :]
    assert refused(lie, tmp_path) == "courseware.zip_damaged"


def test_a_package_lies_under_numbers_and_is_found_by_any_spelling(tmp_path):
    made = received(old_files(), prefix="Complaints/")
    assert (made.title, made.edition, made.file_count, made.has_frames) == ("Complaints", "1.2", 5, False)
    found = file_at(made, "CSS/Style.css")
    assert path_of_file(found).read_text().startswith("h1")
    assert sorted(one.name for one in (tmp_path / made.folder).iterdir()) == list("01234")
    assert file_at(made, "nothing") is None


def test_frames_on_its_first_page_are_noted():
    assert received(old_files() | {"index.html": "<frameset><frame src=a></frameset>"}).has_frames


def test_the_same_zip_twice_is_refused():
    received(old_files())
    with pytest.raises(NotValid, match=r"courseware\.known"):
        received(old_files())
    received(new_files())
    assert Package.objects.count() == 2


def test_only_trainers_and_hr_take_packages_in():
    with pytest.raises(NotAllowed):
        received(old_files(), by="li")


def test_a_package_that_is_played_stays(tmp_path):
    made = received(old_files())
    playing(made)
    assert [one.code for one in lessons_playing(made)] == ["play"]
    with pytest.raises(NotNow, match=r"courseware\.still_played"):
        take_out(made, by=cast.user("zhou"))
    other = received(new_files())
    take_out(other, by=cast.user("zhou"))
    assert not (tmp_path / other.folder).exists()
    assert not PackageFile.objects.filter(package=other).exists()
    received(new_files())  # it may come again


def test_a_course_that_names_no_package_is_refused():
    lesson = {"code": "play", "kind": "scorm", "title": pair("课件"), "minutes": 5}
    for more, code in (
        ({}, "training.course_package_wrong"),
        ({"media": "package_9"}, "training.course_package_unknown"),
        ({"media": "package_9", "check": ["q1"]}, "training.course_package_wrong"),
    ):
        with pytest.raises(NotValid, match=code):
            add_course(cast.centre(), by=cast.user("zhou"), definition=definition(lessons=[lesson | more]))


def test_a_zip_is_looked_through_without_keeping_anything(tmp_path):
    place = tmp_path / "x.zip"
    place.write_bytes(packed(new_files()))
    assert [one.title for one in look_through(place).parts] == ["First", "Leaflet"]
    assert not Package.objects.exists()

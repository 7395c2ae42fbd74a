"""Files that are broken or made to do harm: one clear line with file, line and reason, and nothing is written."""

import io
import zipfile

import pytest

from hengcai.assessment.formats.known import convert, format_in, read_questions
from hengcai.assessment.formats.notes import Report
from hengcai.base.errors import NotValid
from hengcai.base.say import say

GOOD = '<question type="essay"><name><text>ok</text></name><questiontext format="html"><text>Why?</text></questiontext></question>'
ITEM = '<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="q"><itemBody>{}</itemBody></assessmentItem>'


def quiz(inner, *, head=""):
    return f'<?xml version="1.0"?>\n{head}<quiz>\n{inner}\n</quiz>'


def refused(tmp_path, name, content, *, form=None):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(NotValid) as found:
        convert(path, tmp_path / "out.jsonl", Report(name), forms=(form, "jsonl"), language="zh")
    assert not (tmp_path / "out.jsonl").exists()
    assert sorted(one.name for one in tmp_path.iterdir()) == [name]
    told = say(found.value, "en")
    assert told.startswith(name)
    assert "?" not in told.split(":")[0]
    return found.value


BOMB = '<!DOCTYPE quiz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>\n'
OUTSIDE = '<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n'


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [(quiz(GOOD, head=BOMB), "entities", 2), (quiz(GOOD, head=OUTSIDE), "entities", 2), (quiz("<a>" * 500 + "</a>" * 500), "too_deep", 3),
     (quiz(GOOD)[:-10], "xml_broken", 3), ("<html></html>", "not_moodle", None), (quiz(""), "none", None),
     (quiz(GOOD + "\n" + GOOD.replace("Why?", "&lt;script&gt;x&lt;/script&gt;")), "script", 4),
     (quiz(GOOD + "\n" + GOOD.replace("Why?", "&lt;b&gt;" * 300)), "too_deep", 4)],
)  # fmt: skip
def test_hostile_xml_is_refused(tmp_path, content, code, line):
    found = refused(tmp_path, "bad.xml", content)
    assert found.code == f"questions.{code}"
    assert found.facts.get("line") == line


NUMBER = (
    '<question type="numerical"><name><text>n</text></name><answer fraction="100"><text>{}</text></answer></question>'
)


@pytest.mark.parametrize("number", ["1e999999999", "9" * 5000, "NaN", "inf", "1e99"])
def test_huge_numbers_are_refused(tmp_path, number):
    found = refused(tmp_path, "bad.xml", quiz(NUMBER.format(number)))
    assert found.code in ("question.number_wrong", "question.number_outside")
    assert found.facts["line"] == 3


def package(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def manifest(*hrefs):
    rows = "".join(
        f'<resource identifier="r{n}" type="imsqti_item_xmlv2p1" href="{href}"/>' for n, href in enumerate(hrefs)
    )
    return f'<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"><resources>{rows}</resources></manifest>'


PACKAGES = {
    "names": ({"imsmanifest.xml": manifest("i.xml"), "../../etc/cron.d/x": "x"}, "unsafe_name"),
    "absolute": ({"imsmanifest.xml": manifest("i.xml"), "/etc/x": "x"}, "unsafe_name"),
    "href": ({"imsmanifest.xml": manifest("../i.xml")}, "unsafe_name"),
    "address": ({"imsmanifest.xml": manifest("file://x/i.xml")}, "unsafe_name"),
    "bomb": ({"imsmanifest.xml": manifest("i.xml"), "i.xml": b"\0" * 8_000_000}, "packed_too_large"),
    "missing": ({"imsmanifest.xml": manifest("i.xml")}, "part_missing"),
    "no manifest": ({"i.xml": ITEM}, "no_manifest"),
    "entities": ({"imsmanifest.xml": manifest("i.xml"), "i.xml": BOMB.replace("quiz", "x") + ITEM}, "entities"),
    "script": ({"imsmanifest.xml": manifest("i.xml"), "i.xml": ITEM.format("<script>x</script>")}, "script"),
    "deep": ({"imsmanifest.xml": manifest("i.xml"), "i.xml": ITEM.format("<p>" * 300 + "</p>" * 300)}, "too_deep"),
    "empty": ({"imsmanifest.xml": manifest()}, "none"),
}


@pytest.mark.parametrize("name", PACKAGES)
def test_hostile_packages_are_refused(tmp_path, name):
    parts, code = PACKAGES[name]
    assert refused(tmp_path, "bad.zip", package(parts)).code == f"questions.{code}"


def spoilt(whole):
    """A part that says it is packed by LZMA and is not; a name that says it is UTF-8 and is not."""
    lzma = whole
    for sign, after in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        place = lzma.rindex(sign) + after
        lzma = lzma[:place] + b"\x0e\x00" + lzma[place + 2 :]
    return [lzma, whole.replace("题.xml".encode(), b"\xff\xff\xff.xml")]


@pytest.mark.parametrize("which", [0, 1])
def test_a_package_that_is_not_what_it_says_is_refused(tmp_path, which):
    parts = {"题.xml": ITEM, "imsmanifest.xml": manifest("题.xml")}
    assert refused(tmp_path, "bad.zip", spoilt(package(parts))[which]).code == "questions.zip_damaged"


def test_a_package_that_is_cut_off_is_refused(tmp_path):
    assert refused(tmp_path, "bad.zip", package(PACKAGES["missing"][0])[:60]).code == "questions.zip_damaged"


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [("::a:: What {=x ~y", "questions.braces", 1), ("\n\nWhat }{", "questions.braces", 3), ("What {x}", "questions.answers_unread", 1),
     ("What {#x}", "question.number_wrong", 1), ("Only text", "questions.description", 1), ("// nothing\n", "questions.none", None),
     ("x" * 600_000, "questions.gift_long", 1), ("[html]<script>a</script> {T}", "questions.script", 1)],
)  # fmt: skip
def test_broken_gift_is_refused(tmp_path, content, code, line):
    found = refused(tmp_path, "bad.gift", content)
    assert found.code == code
    assert found.facts.get("line") == line


@pytest.mark.parametrize(
    ("content", "code"),
    [("[" * 100_000, "questions.json_broken"), ('{"id": NaN}', "question.number_wrong"), ('{"id": "q", "kind": "essay", "points": 1e999}', "question.number_wrong"),
     ('{"id": "q", "kind": "essay", "points": ' + "9" * 5000 + "}", "question.number_wrong"), ("[]", "question.not_object"), ('{"id": "q"', "questions.json_broken")],
)  # fmt: skip
def test_broken_lines_are_refused(tmp_path, content, code):
    found = refused(tmp_path, "bad.jsonl", content)
    assert (found.code, found.facts["line"]) == (code, 1)


def test_what_is_wrong_with_one_question_leaves_the_others(tmp_path):
    path = tmp_path / "some.gift"
    path.write_text("::a::One {T}\n\n::b::Two {\n\n::a::Three {=x ~y}\n", "utf-8")
    report = Report("some.gift")
    assert [one.id for one in read_questions(path, report)] == ["a", "a-2"]
    assert [(note.question, note.refusal.facts["line"]) for note in report.notes] == [("b", 3)]


@pytest.mark.parametrize(
    ("name", "head", "form"),
    [("a.xml", quiz(GOOD), "moodle"), ("a.xml", ITEM, "qti21"), ("a.xml", '<qti-assessment-item xmlns="x">', "qti30"), ("a.txt", "Q {T}", "gift"),
     ("a.gift", "Q {T}", "gift"), ("a.jsonl", "{}", "jsonl"), ("a.txt", '{"id": "x"}', "jsonl")],
)  # fmt: skip
def test_a_files_format_is_seen(tmp_path, name, head, form):
    (tmp_path / name).write_text(head, "utf-8")
    assert format_in(tmp_path / name) == form

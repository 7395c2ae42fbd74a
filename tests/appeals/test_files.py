"""Evidence: judged by what it contains, given up when it lies or is too large, and nothing else is lost."""

from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from hengcai.appeals import actions
from hengcai.appeals.models import Proposal
from hengcai.appeals.receiving import path_of, receive_evidence
from hengcai.audit.models import Entry
from hengcai.base.errors import NotValid
from tests import cast
from tests.api.asking import problem, sent
from tests.appeals import appeal_scene as ap

pytestmark = pytest.mark.django_db
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 50


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path / "media")


def office(part, *more):
    held = BytesIO()
    with ZipFile(held, "w") as archive:
        for name in (part, *more):
            archive.writestr(name, "x")
    return held.getvalue()


def send(appeal, name, content):
    return receive_evidence(appeal, SimpleUploadedFile(name, content), name=name, by=cast.user("li"))


@pytest.mark.parametrize(("name", "content", "kind"), [
    ("a.png", PNG, "image/png"), ("b.JPEG", b"\xff\xd8\xff\xe0123", "image/jpeg"), ("c.pdf", b"%PDF-1.7 x", "application/pdf"),
    ("d.txt", "当天的通话".encode(), "text/plain"), ("e.docx", office("word/document.xml"), "application/vnd.openxml"),
    ("f.xlsx", office("xl/workbook.xml"), "application/vnd.openxml"), ("../../g.png", PNG, "image/png"),
])  # fmt: skip
def test_what_it_says_it_is_and_is_is_kept_under_a_name_of_ours(name, content, kind):
    made = send(ap.filed(), name, content)
    assert made.media_type.startswith(kind)
    assert (path_of(made.place).read_bytes(), "/" in made.name, made.byte_count) == (content, False, len(content))
    assert "." not in path_of(made.place).name


@pytest.mark.parametrize(("name", "content", "code"), [
    ("a.pdf", PNG, "appeals.file_lies"), ("a.png.exe", PNG, "appeals.file_lies"), ("a", PNG, "appeals.file_lies"),
    ("a.exe", b"MZ\x90\x00\x03", "appeals.file_unknown"), ("a.png", b"<svg onload=alert(1)>", "appeals.file_unknown"),
    ("a.txt", b"  <!DOCTYPE html><script>", "appeals.file_unknown"), ("a.txt", b"", "appeals.file_unknown"),
    ("a.docx", office("word/document.xml", "word/vbaProject.bin"), "appeals.file_unknown"),
    ("a.zip", office("x.txt"), "appeals.file_unknown"), ("a.docx", b"PK\x03\x04broken", "appeals.file_unknown"),
])  # fmt: skip
def test_what_lies_or_is_of_no_known_kind_leaves_nothing_behind(name, content, code):
    one = ap.filed()
    send(one, "first.png", PNG)
    with pytest.raises(NotValid) as refused:
        send(one, name, content)
    assert refused.value.code == code
    assert [row.name for row in one.files.all()] == ["first.png"]
    assert len(list(path_of("appeals").iterdir())) == 1


def test_too_large_is_refused_by_what_is_said_and_by_what_comes(settings):
    settings.EVIDENCE_BYTES = 60
    one = ap.filed()
    with pytest.raises(NotValid, match="file_too_large"):
        send(one, "a.png", PNG + b"0" * 10)
    liar = SimpleUploadedFile("a.png", PNG + b"0" * 10)
    liar.size = 5
    with pytest.raises(NotValid, match="file_too_large"):
        receive_evidence(one, liar, name="a.png", by=cast.user("li"))
    assert not list(path_of("appeals").iterdir())


def enter(name):
    client = Client()
    client.force_login(cast.user(name))
    client.cookies["hengcai_language"] = "en"
    return client


def status(name, address):
    """Read to its end, which closes the file behind it."""
    answer = enter(name).get(address)
    b"".join(answer)
    return answer.status_code


def test_two_gigabytes_are_refused_before_any_of_it_is_read():
    one = ap.filed()
    address = reverse("see-appeal", args=[one.pk])
    answer = enter("li").post(address, b"", content_type="multipart/form-data; boundary=x", CONTENT_LENGTH="2000000000")
    assert answer.status_code == 413
    assert "50 MB" in answer.content.decode()
    assert ap.again(one).grounds == ap.PETITION.grounds


def test_too_late_too_large_or_lying_each_is_one_clear_line_by_page_and_by_api():
    one = ap.filed()
    li, address = enter("li"), reverse("see-appeal", args=[one.pk])
    lying = {"do": "file", "file": SimpleUploadedFile("a.pdf", PNG)}
    page = li.post(address, lying)
    assert (page.status_code, "contains png" in page.content.decode()) == (422, True)
    lying["file"].seek(0)
    problem(li.post(f"/api/appeals/{one.pk}/files", lying), 422, "appeals.file_lies")
    two_gigabytes = {"content_type": "multipart/form-data; boundary=x", "CONTENT_LENGTH": "2000000000"}
    problem(li.post(f"/api/appeals/{one.pk}/files", b"", **two_gigabytes), 413, "appeals.request_too_large")
    record = ap.result("wang").record
    facts = {"subjects": ["figures"], "grounds": "理由", "wanted": "改"}
    wang = enter("wang")
    yesterday = localdate() - timedelta(days=1)
    type(record).objects.filter(pk=record.pk).update(appeal_by=yesterday)
    page = wang.post(reverse("add-appeal", args=[record.pk]), facts)
    assert (page.status_code, f"was {yesterday}" in page.content.decode()) == (409, True)
    problem(sent(wang, "/appeals", {**facts, "result": record.result_id}), 409, "appeals.window_closed")
    assert not one.files.exists()


def test_it_is_saved_and_never_opened_and_only_by_the_appellant_and_members():
    one = ap.filed()
    made = send(one, "证据.png", PNG)
    address = reverse("open-evidence", args=[one.pk, made.pk])
    answer = enter("li").get(address)
    assert answer["Content-Disposition"].startswith("attachment")
    assert (answer["X-Content-Type-Options"], "sandbox" in answer["Content-Security-Policy"]) == ("nosniff", True)
    assert b"".join(answer.streaming_content) == PNG
    codes = {name: status(name, address) for name in ("wu", "feng", "zheng", "qian", "zhao", "wang", "sun")}
    assert codes == {"wu": 200, "feng": 200, "zheng": 404, "qian": 404, "zhao": 404, "wang": 404, "sun": 404}
    assert Entry.objects.filter(action="open_evidence", subject=cast.user("li").pk).count() == 3


def test_the_way_by_its_pages_from_filing_to_the_answer():
    ap.published_month()
    record = ap.result().record
    li, address = enter("li"), reverse("add-appeal", args=[record.pk])
    empty = li.post(address, {"grounds": "一段话"})
    assert (empty.status_code, "一段话" in empty.content.decode()) == (422, True)
    made = li.post(address, {"subjects": ["figures"], "grounds": "理由", "wanted": "改"})
    page = made["Location"]
    assert li.post(page, {"do": "file", "file": SimpleUploadedFile("a.png", PNG)}).status_code == 302
    assert li.post(page, {"do": "file", "file": SimpleUploadedFile("a.pdf", PNG)}).status_code == 422
    first, second = (enter(user.username) for user in ap.sitting(ap.Appeal.objects.get())[:2])
    assert first.post(page, {"do": "hear", "held_on": "", "present": "李", "words": "听了"}).status_code == 302
    assert "counts now" in first.get(page).content.decode().lower()
    ruled = {"ruled-figure::wording": "100"}
    assert first.post(page, {"do": "propose", "outcome": "upheld", "reasons": "有误"}).status_code == 422
    assert first.post(page, {"do": "propose", "outcome": "upheld", "reasons": "有误", **ruled}).status_code == 302
    assert "有误" not in li.get(page).content.decode()
    assert second.post(page, {"do": "agree"}).status_code == 409  # what was not seen is not agreed to
    seen = {"proposal": Proposal.objects.latest("pk").pk}
    assert second.post(page, {"do": "agree", **seen}).status_code == 302
    told = li.get(page).content.decode()
    assert ("有误" in told, "After the appeal" in told, ap.Appeal.objects.get().outcome) == (True, True, "upheld")
    assert actions.read_answer(ap.Appeal.objects.get(), by=cast.user("li")).read_at

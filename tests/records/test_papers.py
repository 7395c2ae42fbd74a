"""Answers on paper: two people, a file that is what it is, and nobody silent who could not speak."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.cli.program import run
from hengcai.inbox.models import Duty
from hengcai.jobs.worker import work_once
from hengcai.people.models import Person
from hengcai.records import actions, tasks
from hengcai.records.keeping import file_of
from hengcai.records.models import Batch, Check, PaperAnswer, Record, Seal
from hengcai.records.receiving import path_of, receive_paper
from hengcai.records.rules import papers
from hengcai.records.rules.papers import Sheet
from hengcai.records.rules.sealing import judged, line_of
from tests import cast
from tests.appraisal.refusals import refused
from tests.records import scene
from tests.records.scene import A_DAY, LAST_DAY, PUBLISHED_ON, at, password_of, record

pytestmark = [pytest.mark.usefixtures("standards"), pytest.mark.django_db]
PDF = b"%PDF-1.7 " + b"0" * 60
SIGNED = Sheet("signed", PUBLISHED_ON + A_DAY, "Zhang of HR")


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path / "media")


def without_sign_in(name="li"):
    """Before the month is published."""
    person = cast.person(name)
    Person.objects.filter(pk=person.pk).update(user=None)
    for one in ("wu", "qian"):
        cast.user(one)
    return scene.published_month()


def enter(sheet=SIGNED, *, by="zhao", content=PDF, name="li", day=PUBLISHED_ON + 2 * A_DAY):
    with at(day):
        upload = SimpleUploadedFile("scan.pdf", content)
        return receive_paper(record(name), upload, by=cast.user(by), sheet=sheet, today=day)


def confirm(paper, *, by="wu"):
    with at(PUBLISHED_ON + 3 * A_DAY):
        return actions.confirm_paper(record(), by=cast.user(by), paper=paper)


def duties(kind):
    return {one.user.username for one in Duty.objects.filter(kind=kind, done_at=None).select_related("user")}


def test_whoever_has_no_sign_in_is_asked_on_paper_and_never_taken_for_silent():
    without_sign_in()
    assert duties("record.paper") == {"zhao"}
    with at(LAST_DAY + A_DAY):
        tasks.round_to_its_end()
    assert (record().outcome, record("wang").outcome) == ("", "silent")


def test_it_counts_once_a_second_person_has_confirmed_it_and_binds_the_scan():
    without_sign_in()
    paper = enter()
    assert (record().state, duties("record.paper"), duties("record.paper_check")) == ("notified", set(), {"wu", "qian"})
    refused("records.paper_waits", enter)
    confirm(paper)
    one, seal = record(), Seal.objects.get()
    assert (one.outcome, one.on_paper, duties("record.paper_check")) == ("signed", True, set())
    content = json.loads(seal.content)
    assert content["outcome"]["paper"]["file_sha256"] == paper.digest
    assert "Zhang" not in seal.content
    assert seal.values["paper"]["value"]["seen_by"] == "Zhang of HR"
    assert judged(line_of(seal.content, seal.digest, seal.values)).faults == []
    refused("records.paper_closed", confirm, paper)


def test_nobody_confirms_what_they_entered_nor_anything_of_their_own():
    scene.published_month()
    paper = enter(by="wu")
    refused("records.paper_second", confirm, paper)
    with pytest.raises(NotAllowed):
        confirm(paper, by="zhao")
    with pytest.raises(NotAllowed):
        enter(by="li")
    confirm(paper, by="qian")
    assert duties("record.paper_counted") == {"li"}


@pytest.mark.parametrize(("sheet", "code"), [
    (Sheet("perhaps", PUBLISHED_ON, "Z"), "records.paper_outcome"), (Sheet("signed", None, "Z"), "records.paper_day"),
    (Sheet("signed", PUBLISHED_ON - A_DAY, "Z"), "records.paper_day"),
    (Sheet("signed", PUBLISHED_ON + 3 * A_DAY, "Z"), "records.paper_day"),
    (Sheet("signed", PUBLISHED_ON, " "), "records.paper_seen_by"), (Sheet("signed", PUBLISHED_ON, "Li"), "records.paper_seen_by"),
    (Sheet("objected", PUBLISHED_ON, "Z"), "records.paper_words.objected"),
    (Sheet("silent", PUBLISHED_ON, "Z", " "), "records.paper_words.silent"),
])  # fmt: skip
def test_a_sheet_says_what_is_missing(sheet, code):
    scene.published_month()
    refused(code, enter, sheet)


def test_a_file_that_is_none_or_too_large_leaves_nothing_behind(client, monkeypatch):
    scene.published_month()
    monkeypatch.setattr(papers, "MEGABYTES", 1)
    refused("records.paper_kind", enter, content=b"<svg onload=alert(1)>")
    refused("records.paper_too_large", enter, content=PDF + b"0" * 1_000_000)
    assert not PaperAnswer.objects.exists()
    assert not path_of("records").exists() or not list(path_of("records").iterdir())
    client.force_login(cast.user("wu"))
    for address in (f"/records/{record().pk}/", f"/api/records/{record().pk}/papers"):
        sent = {"content_type": "multipart/form-data; boundary=x", "CONTENT_LENGTH": "2000000000"}
        answer = client.post(address, b"", **sent)
        assert (answer.status_code, "1 MB" in answer.content.decode()) == (413, True)


def test_the_interview_comes_first_but_for_an_objection():
    scene.published_quarter()
    refused("records.paper_interview_first", enter)
    confirm(enter(Sheet("objected", PUBLISHED_ON, "Z", "那通不是我接的")))
    assert (record().outcome, record().words) == ("objected", "那通不是我接的")


def test_handed_over_without_an_answer_is_silence_that_two_people_saw():
    without_sign_in()
    confirm(enter(Sheet("silent", PUBLISHED_ON, "Z", "当面交给本人，本人说不签")))
    assert (record().outcome, record().on_paper) == ("silent", True)


def test_sent_back_it_is_entered_anew_and_an_answer_given_here_overtakes_it():
    scene.published_month()
    paper = enter()
    with pytest.raises(NotValid):
        actions.return_paper(record(), by=cast.user("wu"), paper=paper, reason=" ")
    actions.return_paper(record(), by=cast.user("wu"), paper=paper, reason="看不清日期")
    assert duties("record.paper") == {"zhao"}
    second = enter()
    password = password_of("li")
    actions.sign_record(record(), by=cast.user("li"), password=password)
    second.refresh_from_db()
    assert (second.state, record().on_paper) == ("overtaken", False)
    with pytest.raises(NotNow):
        confirm(second)


def test_the_pages_of_entering_opening_and_confirming(client):
    scene.published_month()
    address = f"/records/{record().pk}/"
    facts = {"do": "paper", "outcome": "signed", "seen_by": "Zhang", "signed_on": "2026-04-13"}
    with at(PUBLISHED_ON):
        client.force_login(cast.user("zhao"))
        missing = client.post(address, facts)
        assert (missing.status_code, 'value="Zhang"' in missing.content.decode()) == (422, True)
        assert client.post(address, {**facts, "file": SimpleUploadedFile("a.pdf", PDF)}).status_code == 302
        paper = PaperAnswer.objects.get()
        client.force_login(cast.user("qian"))
        assert "Zhang" in client.get(address).content.decode()
        assert b"".join(client.get(f"{address}papers/{paper.pk}/")) == PDF
        assert client.post(address, {"do": "confirm_paper", "paper": paper.pk}).status_code == 302
    assert "Zhang" in client.get(address).content.decode()
    client.force_login(cast.user("li"))
    assert "Zhang" in client.get(address).content.decode()
    client.force_login(cast.user("wang"))
    assert client.get(f"{address}papers/{paper.pk}/").status_code == 404


def test_erasure_takes_the_scan_and_the_names_and_the_archive_still_verifies(
    capsys, tmp_path, django_capture_on_commit_callbacks
):
    without_sign_in()
    confirm(enter())
    with at(LAST_DAY + A_DAY):
        tasks.round_to_its_end()
    bundle = tmp_path / "one.json"
    assert run(["bundle", "li", "--to", str(bundle)]) == 0
    (told,) = json.loads(bundle.read_text())["results"]
    assert (told["on_paper"], told["paper_seen_by"]) == (True, "Zhang of HR")
    with django_capture_on_commit_callbacks(execute=True):
        actions.erase_personal_texts([record()], by=cast.user("wu"), reason="left")
    assert not list(path_of("records").iterdir())
    assert (PaperAnswer.objects.get().seen_by, b"Zhang" in file_of(Batch.objects.get()).read_bytes()) == ("–", False)
    check = _checked(by="sun")
    assert (check.files, check.fault_count, check.erased, check.records) == (
        1,
        0,
        1,
        Record.objects.exclude(batch=None).count(),
    )
    file_of(Batch.objects.get()).unlink()
    assert [one["code"] for one in _checked(by="wu").faults] == ["file_gone"]


def _checked(*, by):
    made = actions.check_archive(cast.centre(), by=cast.user(by))
    assert actions.check_archive(cast.centre(), by=cast.user(by)).pk == made.pk
    while work_once():
        pass
    return Check.objects.get(pk=made.pk)


def test_the_command_writes_pdf_or_json_and_knows_who_is_there(tmp_path):
    scene.published_month()
    assert run(["bundle", "li", "--to", str(tmp_path / "a.txt")]) == 1
    assert run(["bundle", "nobody"]) == 1
    assert run(["bundle", "li", "--json", "-"]) == 0

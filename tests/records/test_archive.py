"""Answered records are put away when nobody can appeal any more; what happens to a file afterwards is found."""

import json

import pytest

from hengcai.audit.models import Entry
from hengcai.audit.queries import verify
from hengcai.cli.program import run
from hengcai.jobs.worker import work_once
from hengcai.records import actions, tasks
from hengcai.records.keeping import file_of
from hengcai.records.models import Batch, Record, Seal
from hengcai.records.queries.archives import archive_faults, copy_of
from hengcai.records.rules.verifying import verified
from tests import cast
from tests.appraisal.refusals import refused
from tests.records import scene
from tests.records.scene import A_DAY, LAST_DAY, at, password_of, record

pytestmark = [pytest.mark.usefixtures("standards"), pytest.mark.django_db]


def answered():
    """Li signs, Wang objects, He is silent; then a day passes in which the round goes."""
    scene.published_month()
    password = password_of("li")
    actions.sign_record(record(), by=cast.user("li"), password=password)
    password = password_of("wang")
    actions.object_to_record(
        record("wang"), by=cast.user("wang"), password=password, words="不是我的通话", today=LAST_DAY
    )


def archived():
    answered()
    with at(LAST_DAY + A_DAY):
        tasks.round_to_its_end()
    return Batch.objects.get()


def test_the_round_of_the_day_after_archives_every_outcome_as_what_it_is():
    answered()
    with at(LAST_DAY):
        assert tasks.round_to_its_end() == 0
    actions.hold_record(record("wang"), by=cast.user("zheng"), because="an appeal is open")
    with at(LAST_DAY + A_DAY):
        tasks.ask_for_records_round()
        tasks.ask_for_records_round()
        while work_once():
            pass
    states = dict(Record.objects.values_list("person__number", "outcome"))
    assert (states["li"], states["wang"], states["he"]) == ("signed", "objected", "silent")
    assert (record().state, record("wang").state, record("he").state) == ("archived", "objected", "archived")
    actions.release_record(record("wang"), by=cast.user("zheng"))
    with at(LAST_DAY + 2 * A_DAY):
        tasks.round_to_its_end()
    assert record("wang").state == "archived"
    assert Batch.objects.count() == 2


def test_the_file_holds_together_and_the_audit_log_keeps_its_head():
    batch = archived()
    told = verified(file_of(batch).read_bytes(), is_batch=True)
    assert (told.records, told.faults, told.head) == (batch.count, [], batch.head)
    entry = Entry.objects.get(action="note_archive_head")
    assert entry.kept.values["head"] == batch.head
    assert list(archive_faults()) == []
    assert verify() == []


def test_a_file_changed_replaced_or_gone_is_found_against_the_audit_log():
    batch = archived()
    path = file_of(batch)
    whole = path.read_bytes()
    path.write_bytes(whole.replace("不是我的通话".encode(), "这是我的通话".encode()))
    assert [one.code for one in archive_faults()] == ["text"]
    *_lines, _last, _end = whole.split(b"\n")
    path.write_bytes(_forged(batch))
    assert [one.code for one in archive_faults()] == ["foreign_head"]
    path.unlink()
    assert [one.code for one in archive_faults()] == ["file_gone"]


def _forged(batch):
    """A whole file that agrees with itself, of other people's hands."""
    seals = list(Seal.objects.filter(record__batch=batch).order_by("record"))[:1]
    return b"".join(line + b"\n" for line in actions.archives.lines_of(batch, seals))


def test_erasure_of_a_leaver_leaves_the_archive_verifiable_and_nothing_of_their_words():
    batch = archived()
    gone = [record("wang")]
    refused("records.reason_missing", actions.erase_personal_texts, gone, by=cast.user("wu"), reason=" ")
    actions.erase_personal_texts(gone, by=cast.user("wu"), reason="left, asked for it")
    data = file_of(batch).read_bytes()
    told = verified(data, is_batch=True)
    assert (told.faults, told.erased, told.head) == ([], 1, batch.head)
    assert list(archive_faults()) == []
    assert "不是我的通话" not in data.decode() + str(Seal.objects.get(record=gone[0]).values)
    assert record("wang").words == "–"


def test_ones_own_copy_leaves_out_single_ratings_and_verifies_too():
    archived()
    own, group = (json.loads(copy_of(record(), cast.user(name))) for name in ("li", "zheng"))
    assert own["sha256"] == group["sha256"]
    assert (own["values"]["full"], own["values"]["ratings"]) == (None, None)
    assert group["values"]["full"]["value"]["detail"]["agent"] == "li"
    assert verified(copy_of(record(), cast.user("li")), is_batch=False).faults == []


def test_a_sealed_record_holds_no_number_a_database_could_round():
    archived()

    def floats(value):
        if isinstance(value, dict | list):
            return any(floats(one) for one in (value.values() if isinstance(value, dict) else value))
        return isinstance(value, float)

    assert not any(floats(json.loads(one.content)) or floats(one.values) for one in Seal.objects.all())


def test_the_command_verifies_files_and_names_what_does_not_match(capsys, tmp_path):
    batch = archived()
    path = tmp_path / "copy.jsonl"
    path.write_bytes(file_of(batch).read_bytes())
    assert run(["archive", "verify", str(path), str(file_of(batch))]) == 0
    assert run(["archive", "verify", str(path), "--head", "0" * 64]) == 1
    path.write_bytes(path.read_bytes().replace(b'"signed"', b'"silent"', 1))
    capsys.readouterr()
    assert run(["archive", "verify", str(path), "--json", "-"]) == 1
    (told,) = json.loads(capsys.readouterr().out)["files"]
    assert [(one["line"], one["code"]) for one in told["faults"]] == [(1, "content")]
    assert run(["archive", "verify", str(tmp_path / "none.json")]) == 1


def test_export_writes_a_file_or_a_folder_that_verify(capsys, tmp_path):
    archived()
    one, folder = tmp_path / "all.jsonl", tmp_path / "all"
    assert run(["archive", "export", "--to", str(one)]) == 0
    assert run(["archive", "export", "--to", str(folder), "--agent", "li"]) == 0
    assert run(["archive", "verify", str(one), str(folder / "manifest.json")]) == 0
    assert run(["archive", "export", "--to", str(folder), "--agent", "nobody"]) == 1
    assert run(["audit", "verify"]) == 0

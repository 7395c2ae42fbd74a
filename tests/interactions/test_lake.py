"""The lake and its manifest when others work on them at the same time, and when something is amiss."""

import pytest

from hengcai.base.errors import NotNow
from hengcai.interactions import compaction, files, importing, lake
from hengcai.interactions.actions.importing import start_import
from hengcai.interactions.kinds import contacts as kind
from hengcai.interactions.kinds.registry import MovedOnError
from hengcai.interactions.models import Contact, ImportRun, LakePart
from hengcai.interactions.queries import read_turns, turns_of
from tests import cast
from tests.interactions.bringing import bring, counts, csv_file, row


@pytest.fixture
def two_parts(db, tmp_path):
    cast.li()
    bring(csv_file(tmp_path / "a.csv", [row(1), row(2)]))
    bring(csv_file(tmp_path / "b.csv", [row(3)]))
    return list(Contact.objects.order_by("key"))


def test_an_object_store_is_refused_in_so_many_words(db, tmp_path, settings):
    cast.li()
    settings.LAKE = "s3://bucket/lake"
    with pytest.raises(NotNow) as caught:
        bring(csv_file(tmp_path / "a.csv", [row(1)]))
    assert caught.value.code == "lake.not_a_folder"
    assert ImportRun.objects.get().refusal["code"] == "lake.not_a_folder"
    assert not Contact.objects.exists()


def test_a_part_that_is_gone_is_named(two_parts):
    path = LakePart.objects.order_by("pk").first().path
    (lake.root() / path).unlink()
    with pytest.raises(NotNow) as caught:
        read_turns(two_parts)
    assert (caught.value.code, caught.value.facts["path"]) == ("lake.part_missing", path)


def test_a_part_that_holds_other_conversations_is_never_shown(two_parts):
    one, _two, three = two_parts
    (lake.root() / one.part.path).write_bytes((lake.root() / three.part.path).read_bytes())
    with pytest.raises(NotNow) as caught:
        turns_of(one)
    assert caught.value.code == "lake.row_differs"


def test_parts_merged_by_somebody_else_meanwhile_are_left_alone(two_parts, monkeypatch):
    def merged_meanwhile(*_args, **_kwargs):
        raise MovedOnError

    monkeypatch.setattr(compaction, "move_parts", merged_meanwhile)
    day = LakePart.objects.first().day
    before = {path.name for path in lake._files(lake.root())}
    assert compaction.compact([day], by=cast.user("feng")) == 0
    assert {path.name for path in lake._files(lake.root())} == before


def test_swapping_parts_that_are_no_longer_there_moves_nothing(two_parts):
    from hengcai.interactions.actions.compaction import Move, move_parts

    parts = list(LakePart.objects.order_by("pk"))
    assert compaction.compact([parts[0].day], by=cast.user("feng")) == 2
    with pytest.raises(MovedOnError):
        move_parts([Move(part, "contacts/day=2026-03-16/other.parquet", 0) for part in parts], by=cast.user("feng"))
    assert len(read_turns(Contact.objects.all())) == 3
    assert compaction.compact([parts[0].day], by=cast.user("feng")) == 0


def test_parts_are_merged_up_to_a_size(two_parts, monkeypatch):
    monkeypatch.setattr(compaction, "SMALL_FILE_ROWS", 2)
    assert compaction.compact([LakePart.objects.first().day], by=cast.user("feng")) == 0


def test_a_part_merged_between_the_look_and_the_reading_is_found_again(two_parts, monkeypatch):
    read, day = lake.read_rows, LakePart.objects.first().day

    def merged_first(path, places):
        monkeypatch.setattr(lake, "read_rows", read)
        compaction.compact([day], by=cast.user("feng"))
        return read(path, places)

    monkeypatch.setattr(lake, "read_rows", merged_first)
    assert all(turns for turns in read_turns(two_parts).values())


def test_a_name_already_taken_in_the_lake_is_not_written_over(two_parts):
    first = LakePart.objects.order_by("pk").first()
    name = first.path.rsplit("/", 1)[1].removesuffix(".parquet")
    before = (lake.root() / first.path).read_bytes()
    facts = lake.Conversation("x", "li", two_parts[0].started_at, "call", "", (), {"queue": "q"})
    (part,) = lake.write_part(name, lake.frame_of([facts]).with_columns(day=first.day))
    assert part.path != first.path
    assert (lake.root() / first.path).read_bytes() == before


def test_rows_another_file_brought_meanwhile_are_looked_at_again(db, tmp_path, monkeypatch):
    cast.li()
    ours, theirs = csv_file(tmp_path / "a.csv", [row(1), row(2)]), csv_file(tmp_path / "b.csv", [row(1)])
    write = kind._write_parts

    def brought_meanwhile(chunk, sorting):
        monkeypatch.setattr(kind, "_write_parts", write)
        bring(theirs)
        write(chunk, sorting)

    monkeypatch.setattr(kind, "_write_parts", brought_meanwhile)
    assert counts(bring(ours)) == (2, 1, 0, 1, 0)
    assert Contact.objects.count() == 2
    assert all(read_turns(Contact.objects.all()).values())


def test_rows_that_never_hold_still_end_in_a_refusal(db, tmp_path, monkeypatch):
    cast.li()
    bring(csv_file(tmp_path / "a.csv", [row(1)]))
    monkeypatch.setattr(kind, "known_contacts", lambda _keys: {})
    with pytest.raises(NotNow) as caught:
        bring(csv_file(tmp_path / "b.csv", [row(1), row(2)]))
    assert caught.value.code == "import.too_busy"
    assert Contact.objects.count() == 1


def test_a_chunk_another_process_took_in_is_not_taken_in_again(db, tmp_path, monkeypatch):
    cast.li()
    path = csv_file(tmp_path / "a.csv", [row(1)])
    by = cast.user("feng")
    run = start_import(cast.centre(), by=by, file=files.look_at(path, kind="contacts"))
    prepare = importing._chunk

    def taken_meanwhile(*args):
        chunk = prepare(*args)
        monkeypatch.setattr(importing, "_chunk", prepare)
        other = ImportRun.objects.get()
        files._readers.clear()
        importing.import_chunk(other, by=by)
        return chunk

    monkeypatch.setattr(importing, "_chunk", taken_meanwhile)
    assert importing.import_chunk(run, by=by).is_finished
    run.refresh_from_db()
    assert counts(run) == (1, 1, 0, 0, 0)
    assert Contact.objects.count() == 1

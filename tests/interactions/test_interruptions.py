"""Whatever stops an import at whatever moment: started again it ends with exactly all rows, each with its own words."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hengcai.interactions import compaction, files, importing, lake
from hengcai.interactions.actions import contacts as contact_actions
from hengcai.interactions.actions import importing as import_actions
from hengcai.interactions.kinds import contacts as kind
from hengcai.interactions.kinds import registry
from hengcai.interactions.models import Contact, ImportRun, LakePart
from hengcai.interactions.queries import read_turns
from tests import cast
from tests.interactions.bringing import bring, counts, csv_file, row

ROWS = 60


class PulledPlugError(Exception):
    """Stands for a loss of power: nothing in the code expects it."""


@pytest.fixture
def small_chunks(monkeypatch):
    from dataclasses import replace

    monkeypatch.setitem(registry.KINDS, "contacts", replace(kind.HANDLER, chunk_rows=10))


def the_file(tmp_path: Path) -> Path:
    cast.li()
    rows = [row(n, started_at=f"2026-03-{n % 3 + 1:02d}T09:00:00", text=f"客服：第 {n} 通") for n in range(ROWS)]
    rows[17]["csat"] = "9"
    rows[41]["agent"] = "nobody"
    return csv_file(tmp_path / "a.csv", rows)


def assert_whole(run: ImportRun) -> None:
    assert counts(run) == (ROWS, ROWS - 2, 0, 0, 2)
    assert sorted(run.rejects.values_list("row", flat=True)) == [19, 43]
    contacts = list(Contact.objects.all())
    assert len({contact.key for contact in contacts}) == len(contacts) == ROWS - 2
    said = read_turns(contacts)
    assert all(said[contact.pk][0]["text"] == f"第 {contact.key[1:]} 通" for contact in contacts)
    assert sum(LakePart.objects.values_list("row_count", flat=True)) == ROWS - 2


def files_named() -> set[str]:
    return set(LakePart.objects.values_list("path", flat=True))


STEPS = [
    (lake, "_sync"),
    (lake, "write_part"),
    (kind, "_write_parts"),
    (contact_actions, "_insert_new"),
    (contact_actions, "_add_parts"),
    (contact_actions, "insert_rows"),
    (import_actions, "_keep_rejects"),
    (import_actions, "_advance"),
    (import_actions, "finish_import"),
]


@pytest.mark.parametrize(("module", "name"), STEPS, ids=[name for _module, name in STEPS])
@pytest.mark.parametrize("is_after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("call", [1, 3])
@pytest.mark.django_db(transaction=True)
def test_a_plug_pulled_at_any_step(tmp_path, monkeypatch, small_chunks, module, name, is_after, call):
    path, done, calls = the_file(tmp_path), getattr(module, name), []

    def pulled(*args, **kwargs):
        calls.append(1)
        if len(calls) == call and not is_after:
            raise PulledPlugError
        found = done(*args, **kwargs)
        if len(calls) == call:
            raise PulledPlugError
        return found

    with monkeypatch.context() as patch:
        patch.setattr(module, name, pulled)
        try:
            bring(path)
        except PulledPlugError:
            files._readers.clear()
    assert_whole(bring(path) if ImportRun.objects.get().state == "running" else ImportRun.objects.get())


@pytest.mark.parametrize("name", ["read_part", "write_day", "remove"])
@pytest.mark.parametrize("is_after", [False, True])
@pytest.mark.django_db(transaction=True)
def test_a_plug_pulled_while_parts_are_merged(tmp_path, monkeypatch, small_chunks, name, is_after):
    run = bring(the_file(tmp_path))
    done = getattr(lake, name)

    def pulled(*args):
        if is_after:
            done(*args)
        raise PulledPlugError

    with monkeypatch.context() as patch:
        patch.setattr(lake, name, pulled)
        with pytest.raises(PulledPlugError):
            compaction.compact_some(run, by=cast.user("sun"))
    assert_whole(run)
    while compaction.compact_some(run, by=cast.user("sun")):
        pass
    assert_whole(run)
    assert {path.rsplit("/", 1)[0] for path in files_named()} == {
        f"contacts/day=2026-03-{day:02d}" for day in (1, 2, 3)
    }


def test_merging_keeps_every_conversation_with_its_contact(db, tmp_path, small_chunks):
    run = bring(the_file(tmp_path))
    assert files_named() == {f"contacts/arriving/{run.pk}-{number}.parquet" for number in range(6)}
    while compaction.compact_some(run, by=cast.user("sun")):
        pass
    assert_whole(run)
    assert files_named() == {f"contacts/day=2026-03-{day:02d}/{run.pk}-0.parquet" for day in (1, 2, 3)}
    assert {path.relative_to(lake.root()).as_posix() for path in lake._files(lake.root())} == files_named()


def test_a_reader_that_looked_before_a_merge_still_finds_the_words(db, tmp_path, small_chunks):
    run = bring(the_file(tmp_path))
    looked = list(Contact.objects.order_by("pk"))
    while compaction.compact_some(run, by=cast.user("sun")):
        pass
    assert len([turns for turns in read_turns(looked).values() if turns]) == ROWS - 2


def test_what_a_kill_left_in_the_lake_is_read_by_nobody_and_swept_when_old(db, tmp_path, small_chunks):
    run = bring(the_file(tmp_path))
    folder = lake.root() / "contacts" / "day=2026-03-01"
    arriving = lake.root() / lake.ARRIVING
    left = [folder / "77-0.parquet", folder / ".78-0.parquet.tmp", arriving / "79-0.parquet"]
    folder.mkdir(exist_ok=True)
    for path in left:
        path.write_bytes(b"half a part")
    assert compaction.sweep() == []
    for path in left:
        os.utime(path, (0, 0))
    assert sorted(compaction.sweep()) == [path.relative_to(lake.root()).as_posix() for path in sorted(left)]
    assert_whole(run)


def test_a_file_with_nothing_but_bad_rows_is_read_in_bounded_pieces(db, tmp_path, small_chunks):
    path = tmp_path / "a.csv"
    path.write_text("id,agent,started_at,channel\n" + "one,two\n" * 35)
    run = bring(path)
    assert counts(run) == (35, 0, 0, 0, 35)
    assert run.chunk_count == 4
    assert list(run.rejects.order_by("row").values_list("row", flat=True)) == list(range(2, 37))


def test_a_second_process_on_the_same_run_gives_way(db, tmp_path, small_chunks):
    path = the_file(tmp_path)
    from hengcai.accounts.models import system_user
    from hengcai.accounts.queries import the_centre

    by = system_user()
    run = import_actions.start_import(the_centre(), by=by, file=files.look_at(path, kind="contacts"))
    importing.import_chunk(run, by=by)
    other = ImportRun.objects.get()
    stale = files.Reader(ImportRun(kind="contacts", path=str(path)))
    stale.at = dict(run.cursor)
    assert bring(path).pk == other.pk
    stale.close()
    progress = importing.import_chunk(run, by=by)
    assert progress.is_finished
    assert_whole(run)


CHILD = """
import sys
from dataclasses import replace
from pathlib import Path
import django
django.setup()
from django.core.management import call_command
if sys.argv[2] == "prepare":
    call_command("migrate", verbosity=0, run_syncdb=True)
    from tests import cast
    cast.li()
    sys.exit(0)
from hengcai.accounts.models import system_user
from hengcai.accounts.queries import the_centre
from hengcai.interactions import compaction, files, importing, lake
from hengcai.interactions.actions.importing import start_import
from hengcai.interactions.kinds import registry
from hengcai.interactions.models import Contact, ImportRun, LakePart
from hengcai.interactions.queries import read_turns
registry.KINDS["contacts"] = replace(registry.KINDS["contacts"], chunk_rows=100)
by = system_user()
run = start_import(the_centre(), by=by, file=files.look_at(Path(sys.argv[1]), kind="contacts"))
print(run.read_count, flush=True)
for progress in importing.import_whole(run, by=by):
    print(progress.done_count, flush=True)
while compaction.compact_some(run, by=by):
    pass
lake.SAFE_AGE_SECONDS = -1
compaction.sweep()
contacts = list(Contact.objects.all())
said = read_turns(contacts)
own = all(said[one.pk][0]["text"] == "n" + one.key[1:] for one in contacts)
there = {path.relative_to(lake.root()).as_posix() for path in lake._files(lake.root())}
same = there == set(LakePart.objects.values_list("path", flat=True))
added = sum(ImportRun.objects.values_list("added_count", flat=True))
rows = sum(LakePart.objects.values_list("row_count", flat=True))
print("end", run.rejected_count, added, len({one.key for one in contacts}), len(contacts), rows, own, same)
"""
LONG = 6_000


@pytest.mark.slow
def test_killed_in_mid_file_again_and_again_it_ends_with_exactly_all_rows(tmp_path):
    rows = [row(n, started_at=f"2026-03-{n % 9 + 1:02d}T09:00:00", text=f"agent: n{n}") for n in range(LONG)]
    path = csv_file(tmp_path / "a.csv", rows)
    repository = Path(__file__).resolve().parents[2]
    home = {"HENGCAI_HOME": str(tmp_path / "home"), "HENGCAI_SECRET_KEY": "x", "PYTHONPATH": str(repository)}
    environment = {**os.environ, **home, "DJANGO_SETTINGS_MODULE": "hengcai.settings"}
    (tmp_path / "home").mkdir()
    command = [sys.executable, "-c", CHILD, str(path)]
    subprocess.run([*command, "prepare"], env=environment, check=True, cwd=repository)
    dice, resumed_at = random.Random(7), []
    for kill in range(1, 8):
        child = subprocess.Popen([*command, "run"], env=environment, stdout=subprocess.PIPE, text=True, cwd=repository)
        resumed_at.append(int(child.stdout.readline()))
        while int(child.stdout.readline()) < LONG * kill // 9:
            pass
        time.sleep(dice.uniform(0, 0.03))
        child.send_signal(signal.SIGKILL)
        child.communicate()
    done = subprocess.run(
        [*command, "run"], env=environment, capture_output=True, text=True, check=True, cwd=repository
    )
    said = done.stdout.split("\n")
    resumed_at.append(int(said[0]))
    assert resumed_at == sorted(set(resumed_at))
    assert resumed_at[0] == 0
    assert all(LONG * kill // 9 <= at < LONG for kill, at in enumerate(resumed_at))
    assert said[-2] == f"end 0 {LONG} {LONG} {LONG} {LONG} True True"

"""What somebody who may write into the database can do to the chain: found by `audit verify`, or why it cannot be.

The chain: 1–2 of version 1, as written before the subject stood in the hash; 4 erases the values of 2.
"""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from django.db import connection
from django.utils import timezone

from hengcai.audit import heads, queries
from hengcai.audit.action import note
from hengcai.audit.actions import erase_values
from hengcai.audit.models import Entry, Head, Values
from hengcai.audit.reading import chain
from hengcai.audit.rules import GENESIS, Walk, digest
from hengcai.base.errors import NotValid
from tests.audit.test_action import erase_and_note
from tests.cast import user

pytestmark = pytest.mark.django_db
ENTRY, VALUES, HEAD = "audit_entry", "audit_values", "audit_head"
LAST = 8
Tamper = Callable[[], object]
ERASED: dict[str, object] = {}  # what stood behind entry 2


def run(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def edit(column: str, value: object, *, of: int = 5, table: str = ENTRY) -> Tamper:
    key = {ENTRY: "number", VALUES: "entry_id", HEAD: "id"}[table]
    return lambda: run(f'UPDATE {table} SET "{column}" = %s WHERE {key} = %s', value, of)  # noqa: S608


def edits(number: int, **columns: object) -> Tamper:
    return lambda: [edit(column, value, of=number, table=VALUES)() for column, value in columns.items()]


def drop(*numbers: int) -> Tamper:
    def tamper() -> None:
        Values.objects.filter(entry__in=numbers).delete()
        Entry.objects.filter(number__in=numbers).delete()

    return tamper


def reseal(*, start: int = 1, with_head: bool = True, **columns: object) -> None:
    """Every hash from `start` on worked out anew, as whoever knows the program can; `columns` for all of them."""
    previous = getattr(Entry.objects.filter(number__lt=start).order_by("number").last(), "hash", GENESIS)
    for number in Entry.objects.filter(number__gte=start).order_by("number").values_list("number", flat=True):
        Entry.objects.filter(number=number).update(**columns)
        link = next(kept.link for kept in chain() if kept.link.number == number)
        Entry.objects.filter(number=number).update(previous=previous, hash=link.hash(previous))
        previous = link.hash(previous)
    if with_head:
        last = Entry.objects.order_by("number").last()
        Head.objects.update(number=last.number if last else 0, hash=previous)


def then(*steps: Tamper) -> Tamper:
    return lambda: [step() for step in steps]


def resealed(*steps: Tamper, start: int = 1, with_head: bool = True, **columns: object) -> Tamper:
    return then(*steps, lambda: reseal(start=start, with_head=with_head, **columns))


def swap(one: int, other: int) -> Tamper:
    """What two entries say trades places; number and hashes stay."""
    columns = ["at", "action", "doer", "role", "thing", "digest"]

    def tamper() -> None:
        first, second = (Entry.objects.filter(number=number).values(*columns).get() for number in (one, other))
        Entry.objects.filter(number=one).update(**second)
        Entry.objects.filter(number=other).update(**first)

    return tamper


def renumber(old: int, new: int) -> Tamper:
    def tamper() -> None:
        row, kept = Entry.objects.filter(number=old).values().get(), Values.objects.filter(entry=old).values().get()
        Entry.objects.create(**{**row, "number": new})
        Values.objects.filter(entry=old).delete()
        Values.objects.create(**{**kept, "entry_id": new})
        Entry.objects.filter(number=old).delete()

    return tamper


def insert(number: int, *, action: str = "open_report", thing: str = "people.person:1") -> Tamper:
    """An entry of the attacker's own, sealed as if it followed the one before."""
    before = Entry.objects.filter(number__lt=number).order_by("number").last
    values: dict[str, str] = {}

    def tamper() -> None:
        facts = {"action": action, "thing": thing, "doer": "1", "role": "admin", "digest": digest("s", values)}
        one = before()
        Entry.objects.create(number=number, at=one.at, previous=one.hash, hash="-", version=2, **facts)
        Values.objects.create(entry_id=number, salt="s", values=values)
        link = next(kept.link for kept in chain() if kept.link.number == number)
        Entry.objects.filter(number=number).update(hash=link.hash(one.hash))

    return tamper


def forged_erasure(number: int, by: int, **left: object) -> Tamper:
    return edits(number, **{"salt": None, "values": None, "erased_by": by, **left})


def insert_first() -> None:
    """In the place of the first entry, sealed by itself."""
    values: dict[str, str] = {}
    facts = {"action": "open_report", "thing": "people.person:1", "doer": "1", "role": "admin"}
    one = Entry(number=1, at=timezone.now(), previous=GENESIS, hash="-", version=1, digest=digest("s", values), **facts)
    one.save(force_insert=True)
    Values.objects.create(entry=one, salt="s", values=values)
    link = next(kept.link for kept in chain())
    Entry.objects.filter(number=1).update(hash=link.hash(GENESIS))


def unchecked() -> None:
    """The database's own checks are no obstacle to who may write into its file."""
    if connection.vendor == "sqlite":
        run("PRAGMA ignore_check_constraints = 1")


EMPTY_HEAD = lambda: Head.objects.update(number=0, hash=GENESIS)  # noqa: E731
NO_HEAD = lambda: Head.objects.all().delete()  # noqa: E731
FOUND: dict[str, tuple[Tamper, str]] = {
    "another action": (edit("action", "read_result"), "edited"),
    "another doer": (edit("doer", "999"), "edited"),
    "another role": (edit("role", "agent"), "edited"),
    "another thing": (edit("thing", "people.person:9"), "edited"),
    "another moment": (edit("at", "2020-01-01 00:00:00+00:00"), "edited"),
    "another subject": (edit("subject", 424242), "edited"),
    "no subject": (edit("subject", None), "edited"),
    "another digest": (edit("digest", "0" * 64), "edited"),
    "another hash": (edit("hash", "0" * 64), "edited"),
    "another previous hash": (edit("previous", "0" * 64), "order"),
    "an earlier version": (edit("version", 1), "version"),
    "a version there is not": (edit("version", 3), "version"),
    "subject out of the hash again, tail sealed anew": (resealed(start=5, version=1), "version"),
    "a later version for an old entry": (edit("version", 2, of=1), "edited"),
    "an entry cut from the middle": (drop(5), "gap"),
    "the first entry cut": (drop(1), "gap"),
    "the last entry cut": (drop(LAST), "truncated"),
    "three entries cut from the end": (drop(6, 7, 8), "truncated"),
    "an entry cut from the middle, tail sealed anew": (resealed(drop(5), start=6), "gap"),
    "two entries swapped": (swap(5, 6), "edited"),
    "an entry under another number": (renumber(5, 50), "gap"),
    "an entry more at the end, head left": (insert(9), "head_short"),
    "another first entry": (then(drop(1), insert_first), "order"),
    "an entry edited and the tail sealed anew, head left": (
        resealed(edit("doer", "999"), start=5, with_head=False), "foreign_head",
    ),
    "the head's hash": (edit("hash", "0" * 64, of=1, table=HEAD), "foreign_head"),
    "the head short of the last entry": (edit("number", 6, of=1, table=HEAD), "head_short"),
    "the head beyond the last entry": (edit("number", 99, of=1, table=HEAD), "truncated"),
    "the head gone": (NO_HEAD, "head_missing"),
    "the head as of an empty log": (EMPTY_HEAD, "head_short"),
    "a second head": (lambda: Head.objects.create(pk=2, number=LAST, hash="0" * 64), "head_more"),
    "its contents differ": (edit("values", '{"name": "nobody"}', table=VALUES), "values"),
    "another salt": (edit("salt", "0" * 32, table=VALUES), "values"),
    "values emptied": (edit("values", None, table=VALUES), "values"),
    "values and salt emptied": (edits(5, values=None, salt=None), "missing_values"),
    "the row of values gone": (lambda: Values.objects.filter(entry=5).delete(), "missing_values"),
    "an erasure by an entry that is not there": (forged_erasure(5, 99), "erasure_unbacked"),
    "an erasure by an entry of another kind": (forged_erasure(5, 6), "erasure_unbacked"),
    "an erasure by an earlier entry": (forged_erasure(5, 3), "erasure_unbacked"),
    "an erasure by itself": (forged_erasure(5, 5), "erasure_unbacked"),
    "an erasure by the erasure of another": (forged_erasure(5, 4), "erasure_unbacked"),
    "an erasure with the salt left": (forged_erasure(2, 4, salt="0" * 32), "erasure_left"),
    "an erasure with values left": (forged_erasure(2, 4, values='{"name": "somebody"}'), "erasure_left"),
    "an erasure taken back": (edits(2, erased_by=None), "missing_values"),
    "erased values put back as they were, from a backup": (
        lambda: Values.objects.filter(entry=2).update(**ERASED, erased_by=None), "erasure_undone",
    ),
    "erased values written again": (edits(2, erased_by=None, salt="s", values="{}"), "values"),
}  # fmt: skip
A_WHOLE_REWRITE = "it agrees with itself; a head kept elsewhere tells it"
NOT_FOUND: dict[str, tuple[Tamper, str]] = {
    "the whole chain sealed anew with another doer": (resealed(edit("doer", "999")), A_WHOLE_REWRITE),
    "all of it of version 1": (resealed(version=1), A_WHOLE_REWRITE),
    "the end cut and the head set back": (resealed(drop(7, 8), start=7), A_WHOLE_REWRITE),
    "everything gone": (then(drop(*range(1, LAST + 1)), EMPTY_HEAD), A_WHOLE_REWRITE),
}
NEVER_FOUND: dict[str, tuple[Tamper, str]] = {
    "the subject of an entry of version 1": (edit("subject", 424242, of=1), "it never stood in those hashes"),
    "an entry added at the end with its head": (
        resealed(insert(9), start=9), "it is what the program itself would write; it stands in the log for all to see",
    ),
    "an erasure with an entry of its own": (
        resealed(insert(9, action="erase_values", thing="audit.entry:5"), forged_erasure(5, 9), start=9),
        "the same: the log shows who is said to have erased it",
    ),
}  # fmt: skip


@pytest.fixture(autouse=True)
def _home(settings, tmp_path):
    settings.HOME = tmp_path / "home"
    settings.HOME.mkdir()


@pytest.fixture(autouse=True)
def _chain():
    sun = user("sun")
    for name in ("li", "wang", "li"):
        note("open_report", user(name), by=sun, cycle="2026-Q1")
    ERASED.update(Values.objects.filter(entry=2).values("salt", "values").get())
    erase_values(Entry.objects.get(number=2), by=sun, reason="asked for")
    for name in ("zhao", "li", "wang", "li"):
        note("open_report", user(name), by=sun, cycle="2026-Q2")
    Entry.objects.filter(number__lte=2).update(version=1)
    reseal()
    assert queries.verify() == []
    yield
    if connection.vendor == "sqlite":
        run("PRAGMA ignore_check_constraints = 0")


def test_there_are_at_least_forty_of_them():
    assert len(FOUND) + len(NOT_FOUND) + len(NEVER_FOUND) >= 40


@pytest.mark.parametrize("name", FOUND)
def test_a_tampering_is_found_and_named(name):
    tamper, code = FOUND[name]
    tamper()
    assert code in {fault.code for fault in queries.verify()}


@pytest.mark.parametrize("name", NOT_FOUND)
def test_what_agrees_with_itself_is_found_by_a_head_kept_elsewhere(name, settings, tmp_path):
    settings.AUDIT_HEADS = str(tmp_path / "heads.jsonl")
    heads.keep_when_due()
    NOT_FOUND[name][0]()
    assert {fault.code for fault in queries.verify()} <= {"foreign_head", "truncated"}
    assert queries.verify()
    settings.AUDIT_HEADS = ""
    assert queries.verify() == []


@pytest.mark.parametrize("name", NEVER_FOUND)
def test_what_cannot_be_found_has_its_reason(name, settings, tmp_path):
    settings.AUDIT_HEADS = str(tmp_path / "heads.jsonl")
    heads.keep_when_due()
    tamper, reason = NEVER_FOUND[name]
    tamper()
    assert queries.verify() == []
    assert reason


def test_heads_edited_in_their_file_speak_against_the_chain_or_are_named(settings, tmp_path):
    path = tmp_path / "heads.jsonl"
    settings.AUDIT_HEADS = str(path)
    heads.keep_when_due()
    kept = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps({**kept, "hash": "0" * 64}), "utf-8")
    assert [(fault.number, fault.code) for fault in queries.verify()] == [(LAST, "foreign_head")]
    path.write_text(json.dumps({**kept, "number": LAST + 1}), "utf-8")
    assert [(fault.number, fault.code) for fault in queries.verify()] == [(LAST + 1, "truncated")]
    for line in (
        "nothing",
        "[1]",
        "[" * 100_000,
        json.dumps({**kept, "number": -1}),
        json.dumps({**kept, "number": "8"}),
    ):
        path.write_text(f"{json.dumps(kept)}\n{line}\n", "utf-8")
        with pytest.raises(NotValid) as refusal:
            queries.verify()
        assert (refusal.value.code, refusal.value.facts["line"]) == ("audit.heads_broken", 2)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="a column of PostgreSQL takes its own kind alone")
def test_a_broken_chain_says_where_and_how(settings):
    edit("at", "yesterday")()
    assert {(fault.number, fault.code) for fault in queries.verify()} == {(5, "date"), (5, "edited")}


def test_an_erasure_inside_another_act_names_its_own_entry():
    erase_and_note(Entry.objects.get(number=7), by=user("sun"))
    assert (7, 10) in queries.erasures()
    assert queries.verify() == []


WHERE_ANYTHING_FITS: dict[str, tuple[Tamper, str]] = {
    "a moment that is none": (edit("at", "yesterday"), "date"),
    "an impossible day": (edit("at", "2026-02-30 10:00:00"), "date"),
    "an empty moment": (edit("at", ""), "date"),
    "values that are no JSON": (then(unchecked, edit("values", '{"name": ', table=VALUES)), "values"),
    "an erasure by no number": (forged_erasure(5, "x"), "erasure_unbacked"),  # type: ignore[arg-type]
    "a doer that is no text": (edit("doer", b"\xff"), "edited"),
    "a doer of broken UTF-8": (lambda: run("UPDATE audit_entry SET doer = CAST(x'ff' AS text) WHERE number = 5"), "edited"),
    "a moment of bytes": (edit("at", b"\xff"), "date"),
    "values of bytes": (then(unchecked, edit("values", b"\xff", table=VALUES)), "values"),
    "a salt of broken UTF-8": (
        lambda: run("UPDATE audit_values SET salt = CAST(x'ff' AS text) WHERE entry_id = 5"), "values",
    ),
    "a name said twice in the values": (
        lambda: run("""UPDATE audit_values SET "values" = '{"name": "x", ' || substr("values", 2) WHERE entry_id = 5"""),
        "values",
    ),
    "a head that is no number": (edit("number", "x", of=1, table=HEAD), "head_missing"),
    "a head's hash of broken UTF-8": (lambda: run("UPDATE audit_head SET hash = CAST(x'ff' AS text)"), "foreign_head"),
}  # fmt: skip


@pytest.mark.skipif(connection.vendor != "sqlite", reason="a column of PostgreSQL takes its own kind alone")
@pytest.mark.parametrize("name", WHERE_ANYTHING_FITS)
def test_what_sqlite_takes_in_any_column_is_found_and_ends_no_reading(name):
    tamper, code = WHERE_ANYTHING_FITS[name]
    tamper()
    assert code in {fault.code for fault in queries.verify()}
    assert len(queries.lines_of(queries.entries_seen_by(user("sun")))) == LAST


def test_values_left_behind_an_entry_that_is_gone_are_found():
    left = Values.objects.create(entry_id=99, salt="s", values={"name": "somebody"})
    assert [(fault.number, fault.code) for fault in queries.verify()] == [(99, "values_alone")]
    left.delete()


def test_a_row_whose_number_is_none_is_named_by_the_place_it_stands_at():
    first, *_others = chain()
    nameless = replace(first, link=replace(first.link, number="x"))
    assert [(fault.number, fault.code) for fault in Walk().take(nameless)] == [(1, "number")]

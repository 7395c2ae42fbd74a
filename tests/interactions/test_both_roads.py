"""Rows judged as whole columns and rows judged one by one: the same contacts, words, rejects and digests."""

import csv
import random
from dataclasses import replace
from datetime import UTC
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from hengcai.accounts.models import system_user
from hengcai.base.tables.by_place import Limits
from hengcai.base.tables.reading import Columns, open_table
from hengcai.interactions.files import look_at
from hengcai.interactions.importing import try_file
from hengcai.interactions.kinds import contacts as kind
from hengcai.interactions.kinds import registry
from hengcai.interactions.models import Contact, ImportRun
from hengcai.interactions.queries import read_conversations
from hengcai.interactions.rules.contact import OPTIONAL, REQUIRED, contact_of
from hengcai.interactions.rules.plain_contacts import plain_contacts
from hengcai.interactions.rules.turns import Turn
from tests import cast
from tests.interactions.bringing import bring, counts

HEADER = ("id", "agent", "started_at", "ended_at", "channel", "language", "queue", "recording", "csat", "recommend",
          "complaint", "resolved_first_contact", "text", "customer", "matter", "note")  # fmt: skip
MOMENTS = [
    "2026-03-16T09:00:00", "2026-03-16 09:00", "2026-03-16T09:00:00Z", "2026-03-16T09:00:00+08:00", "2026-03-16",
    "2026-03-16T09:00:00-05:30", "2026-03-16T09:00:00.250", "20260316T090000", "2026-02-30T09:00:00", "1989-12-31T23:59",
    "1990-01-01T00:00", "2199-12-31T23:59:59", "2200-01-01T00:00:00", "2026-04-05T02:30:00", "2026-10-04T02:30:00",
    "2026-10-04T01:59:59", "2026-10-05T00:10:00", "2026-04-06T02:30:00", "2026-03-16T24:00:00", "2026-03-16T23:59:60",
    "２０２６-03-16T09:00:00", "2026-03-16t09:00:00", "2026-03-16_09:00:00", "2026-13-01T00:00:00", "soon", "", " ",
]  # fmt: skip
NASTY = {
    "id": ["c1", "C-2.x", " c3", "c4 ", "c\u200b5", "ｃ６", "=7", "", " ", "x" * 80, "x" * 81, "客户8", "c\u00a09", "a_x0041_"],
    "agent": ["li", "wang", " li", "li\u3000", "LI", "", "n" * 40, "n" * 41, "李", "-1"],
    "started_at": MOMENTS,
    "ended_at": ["", "", *MOMENTS],
    "channel": ["call", "chat", "CALL", " call", "visit", "fax", "", "ｃall"],
    "language": ["", "zh", "en-GB", " zh", "a" * 8, "a" * 9, "中"],
    "queue": ["", "Q1", "一线", " Q", "Q ", "a\tb", "q" * 500, "q" * 501, "\x1cq", "q\u00a0", '"', "\\", "\U0001f600"],
    "recording": ["", "a.wav"],
    "csat": ["", "4", "4.0", "4.50", "05", "4.", "5.00", "5.01", "0.99", "4.999", "１", " 3 ", "1e0", "nan", "+4", "-1"],
    "recommend": ["", "0", "10", "10.0", "10.00", "10.1", "9.99", "00", "007", "-0"],
    "complaint": ["", "none", "open", "Open", "upheld ", "lost"],
    "resolved_first_contact": ["", "yes", "是", "NO", "0", "2", " y"],
    "text": [
        "", "agent: hello", "客服：您好\n客户：我要退货", "客服：您好\n还有\n\n 客户: 好", "nobody speaks", "AGENT : a\nb", "system:x",
        "agent:", "agent:\nlater", "  \n ", "\nagent: x", "客服：a\r\n客户：b", "cuſtomer: hi", "客服：a\x85b", "客服：a\u2028客户：b",
        "agent: \t tab \t\nx", "agent:\u3000全\u3000", "坐席:\"引\" \\ \U0001f600\u200b", "agent: " + "长" * 30_000, "客服：\x1c a",
        "agents: x", "agent - x", "客服客户：x", "agent: a: b：c", "顾客：a\n用户：b\n系统：c",
    ],
    "customer": ["", "13800138000", "C-9", "c-9", "Ｃ－9", " C-9", "张先生", "z" * 501, "a\tb", "\u200b"],
    "matter": ["", "退货", "退 货", "Refund", "REFUND ", "\u200b", "m" * 500],
    "note": ["", "x", " ", "“n”", "a\nb"],
}  # fmt: skip
PLAIN = {"id": "c1", "agent": "li", "started_at": "2026-03-16T09:00:00", "channel": "call"}
SECRET = b"of this installation"
ZONES = [ZoneInfo("Asia/Shanghai"), ZoneInfo("Australia/Sydney"), ZoneInfo("Australia/Lord_Howe")]

some_cell = st.sampled_from(HEADER).flatmap(
    lambda name: st.tuples(
        st.just(name), st.sampled_from(NASTY[name]) | st.text(st.characters(exclude_categories=("Cs",)), max_size=6)
    )
)
some_row = st.lists(some_cell, max_size=5).map(lambda cells: {**dict.fromkeys(HEADER, ""), **PLAIN, **dict(cells)})


def written(path: Path, rows) -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, HEADER)
        writer.writeheader()
        writer.writerows({name: cell.replace("\0", "") for name, cell in row.items()} for row in rows)
    return path


def known_as(facts: dict, zone) -> dict:
    """Facts of a plain row in the words of `ContactFacts`."""
    moments = {name: facts[name] and facts[name].replace(tzinfo=UTC) for name in ("started_at", "ended_at")}
    scores = {name: Decimal(facts[name]) if facts[name] else None for name in ("csat", "recommend")}
    return {**facts, **moments, **scores, "turns": tuple(Turn(**turn) for turn in facts["turns"])}


@given(st.lists(some_row, min_size=1, max_size=12), st.sampled_from(ZONES))
@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
def test_a_plain_row_is_the_row_the_careful_road_reads(tmp_path: Path, rows, zone) -> None:
    path = written(tmp_path / "a.csv", rows)
    used = frozenset({*REQUIRED, *OPTIONAL})
    wanted = Columns(REQUIRED, OPTIONAL)
    with open_table(path, wanted) as one, open_table(path, wanted) as other:
        block = one.block(one.layout(), Limits(100, ("text",), 10_000_000))
        careful = {row.number: row for row in other}
    for line in plain_contacts(block, zone=zone, used=used, secret=SECRET).iter_rows(named=True):
        row = careful[block.numbers[line["n"]]]
        extra = {name: value for name, value in row.original.items() if name not in used}
        facts, found = contact_of(row.values, zone=zone, extra=extra, secret=SECRET), known_as(line, zone)
        assert found["id"] == facts.key
        same = ("agent", "started_at", "ended_at", "channel", "language", "csat", "recommend", "complaint", "turns",
                "is_resolved_first", "turn_count", "matter_key")  # fmt: skip
        assert {name: found[name] for name in same} == {name: getattr(facts, name) for name in same}
        assert found["digest"] == facts.digest()
        assert found["aside"] == kind.rules.aside_text(facts.aside)


def test_a_column_of_our_name_that_the_mapping_passes_over_leaves_all_rows_to_the_careful_road(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", [{**dict.fromkeys(HEADER, ""), **PLAIN, "queue": "night"}])
    with open_table(path, Columns(REQUIRED, OPTIONAL)) as table:
        block = table.block(table.layout(), Limits(100, ("text",), 10_000_000))
    counts_of = [
        len(plain_contacts(block, zone=ZONES[0], used=frozenset({*REQUIRED, *OPTIONAL} - passed_over)))
        for passed_over in (set(), {"queue"}, {"customer"})
    ]
    assert counts_of == [1, 0, 0]


def nasty_file(path: Path, seed: int, count: int) -> Path:
    dice, rows = random.Random(seed), []
    for number in range(count):
        row = {**dict.fromkeys(HEADER, ""), **PLAIN, "id": f"c{number}", "csat": "4", "text": f"agent: n{number}"}
        row["started_at"] = f"2026-{dice.randint(3, 4):02d}-{dice.randint(1, 9):02d}T{dice.randint(0, 23):02d}:15:00"
        for name in dice.sample(HEADER, dice.choice([0, 0, 0, 1, 2, 3])):
            row[name] = dice.choice(NASTY[name])
        if number % 9 == 0:
            row["id"] = f"c{dice.randint(0, number)}"
        rows.append(row)
    return written(path, rows)


def everything(run: ImportRun) -> dict:
    contacts = list(Contact.objects.order_by("key").select_related("agent", "part"))
    said = read_conversations(contacts)
    plain = ("key", "started_at", "ended_at", "channel", "language", "csat",
             "recommend", "complaint", "is_resolved_first", "matter_key", "turn_count", "digest")  # fmt: skip
    return {
        "counts": counts(run),
        "contacts": [[getattr(one, name) for name in plain] + [one.agent.number] for one in contacts],
        "days": [one.part and one.part.day for one in contacts],
        "said": [said[one.pk] for one in contacts],
        "rejects": list(run.rejects.order_by("row").values_list("row", "column", "code", "facts", "original")),
        "summary": run.summary,
    }


def tried_without_keeping(path: Path, options: dict) -> tuple:
    steps = list(try_file(look_at(path, kind="contacts", options=options), by=system_user()))
    rejects = [(one.row, one.column, one.code) for _trial, some in steps for one in some]
    return steps[-1][0].read_count, replace(steps[-1][0].outcome, rejects=[]), sorted(rejects)


@pytest.mark.parametrize("options", [{}, {"people": "create"}, {"people": "create", "update": True}])
@pytest.mark.parametrize("zone", ["Asia/Shanghai", "Australia/Sydney"])
def test_a_file_of_every_kind_of_row_comes_in_alike_on_both_roads(db, tmp_path, monkeypatch, settings, options, zone):
    settings.TIME_ZONE = zone
    cast.li()
    site = cast.site()
    site.time_zone = "Asia/Tokyo"
    site.save()
    first, second = nasty_file(tmp_path / "a.csv", 1, 300), nasty_file(tmp_path / "b.csv", 2, 300)
    found = []
    for by_columns in (True, False):
        handler = replace(kind.HANDLER, chunk_rows=70, by_columns=by_columns)
        monkeypatch.setitem(registry.KINDS, "contacts", handler)
        with transaction.atomic():
            tried = tried_without_keeping(first, options)
            found.append([tried, *(everything(bring(path, **options)) for path in (first, second, first))])
            transaction.set_rollback(True)
    assert found[0] == found[1]
    assert found[0][1]["counts"][1] > 100
    assert found[0][1]["counts"][4] > 30


def test_an_ordinary_file_is_judged_by_columns_alone(db, tmp_path, monkeypatch):
    def one_by_one(*_args, **_kwargs):
        raise AssertionError

    cast.li()
    monkeypatch.setattr(kind.rules, "contact_of", one_by_one)
    said = {
        "text": "客服：您好\n客户：我要退货\n还有一件事",
        "csat": "4.5",
        "customer": "13800138000",
        "matter": "退货",
    }
    ordinary = {**dict.fromkeys(HEADER, ""), **PLAIN, **said}
    path = written(tmp_path / "a.csv", [{**ordinary, "id": f"c{number}", "queue": "一线"} for number in range(50)])
    assert counts(bring(path)) == (50, 50, 0, 0, 0)
    assert counts(bring(path)) == (50, 0, 0, 50, 0)

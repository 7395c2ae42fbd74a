"""Contacts coming in: what is kept, what is passed over, what is rejected."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal

from hengcai.interactions.models import Contact, LakePart
from hengcai.interactions.queries import read_conversations, read_turns
from hengcai.people.models import Person
from tests import cast
from tests.interactions.bringing import HEADER, TEXT, bring, counts, csv_file, jsonl_file, row

TURNS = [
    {"speaker": "agent", "text": "您好", "start": 0},
    {"speaker": "customer", "text": "我要退货", "start": 2.5, "end": 4},
]


def test_a_csv_row_becomes_a_narrow_contact_and_its_words_lie_in_the_lake(db, tmp_path):
    cast.li()
    run = bring(csv_file(tmp_path / "a.csv", [row(1)]))
    contact = Contact.objects.get()
    assert counts(run) == (1, 1, 0, 0, 0)
    assert (contact.key, contact.agent.number, contact.channel, contact.csat) == ("c1", "li", "call", Decimal("4.00"))
    assert contact.started_at == datetime(2026, 3, 16, 1, tzinfo=UTC)
    assert (contact.turn_count, contact.part.day, contact.part.row_count) == (2, date(2026, 3, 16), 1)
    assert read_turns([contact]) == {
        contact.pk: [{"speaker": "agent", "text": "您好，请讲。"}, {"speaker": "customer", "text": "我的快递还没到。"}]
    }


def test_everything_a_jsonl_row_may_say_is_kept(db, tmp_path):
    cast.li()
    full = row(1, ended_at="2026-03-16T09:06:31+08:00", language="zh", direction="in", queue="Q1", skill_group="卡",
               csat=4.5, recommend=10, complaint="upheld", resolved_first_contact=True, recording="a.wav",
               turns=TURNS, note={"deep": [1]})  # fmt: skip
    del full["text"]
    bring(jsonl_file(tmp_path / "a.jsonl", [full]))
    contact = Contact.objects.get()
    assert (contact.csat, contact.recommend, contact.complaint) == (Decimal("4.50"), Decimal("10.00"), "upheld")
    assert (contact.is_resolved_first, contact.language) == (True, "zh")
    assert contact.ended_at == datetime(2026, 3, 16, 1, 6, 31, tzinfo=UTC)
    kept = read_conversations([contact])[contact.pk]
    assert kept["turns"] == [{**TURNS[0], "start": 0.0}, {**TURNS[1], "end": 4.0}]
    assert kept["aside"] == {
        "note": {"deep": [1]},
        "direction": "in",
        "queue": "Q1",
        "skill_group": "卡",
        "recording": "a.wav",
    }


def test_a_contact_without_turns_comes_in_marked_empty(db, tmp_path):
    cast.li()
    bring(csv_file(tmp_path / "a.csv", [row(1, text="")]))
    contact = Contact.objects.get()
    assert (contact.turn_count, contact.part) == (0, None)
    assert read_turns([contact]) == {contact.pk: []}


def test_the_day_of_a_part_is_the_local_day_of_the_agents_site(db, tmp_path):
    cast.li()
    site = cast.site()
    late = row(1, started_at="2026-03-16T23:30:00+08:00")
    bring(csv_file(tmp_path / "a.csv", [late]))
    site.time_zone = "Asia/Tokyo"
    site.save()
    bring(csv_file(tmp_path / "b.csv", [{**late, "id": "c2"}]))
    assert [part.day for part in LakePart.objects.order_by("pk")] == [date(2026, 3, 16), date(2026, 3, 17)]


def test_the_same_file_again_is_passed_over_row_by_row(db, tmp_path):
    cast.li()
    path = csv_file(tmp_path / "a.csv", [row(1), row(2)])
    first, second = bring(path), bring(path)
    assert first.pk != second.pk
    assert counts(second) == (2, 0, 0, 2, 0)
    assert Contact.objects.count() == 2


def test_the_same_id_with_other_content_is_rejected_unless_update_is_said(db, tmp_path):
    cast.li()
    bring(csv_file(tmp_path / "a.csv", [row(1)]))
    changed = csv_file(tmp_path / "b.csv", [row(1, csat="2", text=TEXT + "\n客服：好的。")])
    refused = bring(changed)
    assert counts(refused) == (1, 0, 0, 0, 1)
    assert refused.rejects.get().code == "contact.id_taken"
    assert Contact.objects.get().csat == 4
    updated = bring(changed, update=True)
    contact = Contact.objects.get()
    assert counts(updated) == (1, 0, 1, 0, 0)
    assert (contact.csat, contact.turn_count, len(read_turns([contact])[contact.pk])) == (2, 3, 3)


def test_a_row_repeated_within_a_file_comes_in_once(db, tmp_path):
    cast.li()
    run = bring(csv_file(tmp_path / "a.csv", [row(1), row(1), row(1, csat="1")]))
    assert counts(run) == (3, 1, 0, 1, 1)
    reject = run.rejects.get()
    assert (reject.row > 3, reject.code, reject.facts["first"]) == (True, "contact.id_twice", 2)


def test_with_update_the_last_of_repeated_rows_holds(db, tmp_path):
    cast.li()
    run = bring(csv_file(tmp_path / "a.csv", [row(1), row(1, csat="1")]), update=True)
    assert counts(run) == (2, 1, 1, 0, 0)
    assert Contact.objects.get().csat == 1


def test_a_further_column_in_a_later_export_is_not_other_content(db, tmp_path):
    cast.li()
    bring(csv_file(tmp_path / "a.csv", [row(1)]))
    run = bring(csv_file(tmp_path / "b.csv", [row(1, note="new")], [*HEADER, "note"]))
    assert counts(run) == (1, 0, 0, 1, 0)


def test_unknown_agents_are_rejected_or_made_without_a_team(db, tmp_path):
    cast.li()
    rows = [row(1), row(2, agent="900"), row(3, agent="900", started_at="2026-03-01 08:00")]
    path = csv_file(tmp_path / "a.csv", rows)
    assert counts(bring(path)) == (3, 1, 0, 0, 2)
    run = bring(path, people="create")
    assert counts(run) == (3, 2, 0, 1, 0)
    made = Person.objects.get(number="900")
    assert run.summary["people"] == {"count": 1, "names": ["900"]}
    assert made.employments.get().hired_on == date(2026, 3, 1)
    assert made.placements.get().team is None


def test_a_mapping_renames_fixes_and_reads_deep(db, tmp_path):
    cast.li()
    deep = {"ref": "x1", "who": {"agent": "li"}, "at": {"second": 90}, "turns": TURNS}
    mapping = {"id": "ref", "agent": "who.agent", "channel": "kind"}
    from datetime import datetime as dt

    from hengcai.base.tables.mapping import Origin

    mapping["started_at"] = Origin(path="at.second", add_seconds_to=dt.fromisoformat("2026-01-05T09:00:00"))
    mapping["channel"] = Origin(path="kind", default="chat")
    mapping["language"] = Origin(constant="zh")
    bring(jsonl_file(tmp_path / "a.jsonl", [deep]), mapping=mapping)
    contact = Contact.objects.get()
    assert (contact.key, contact.channel, contact.language) == ("x1", "chat", "zh")
    assert contact.started_at == datetime(2026, 1, 5, 1, 1, 30, tzinfo=UTC)


def test_the_same_rows_in_another_kind_of_file_are_the_same_content(db, tmp_path):
    from hengcai.base.sheets import Sheet, write_sheet

    cast.li()
    bring(csv_file(tmp_path / "a.csv", [row(1)]))
    values = row(1)
    write_sheet(tmp_path / "a.xlsx", Sheet("a", HEADER, [[str(values[name]) for name in HEADER]]))
    assert counts(bring(tmp_path / "a.xlsx")) == (1, 0, 0, 1, 0)
    import polars as pl

    pl.DataFrame([values]).write_parquet(tmp_path / "a.parquet")
    assert counts(bring(tmp_path / "a.parquet")) == (1, 0, 0, 1, 0)


def test_turns_may_stand_as_json_in_a_cell(db, tmp_path):
    cast.li()
    header = ["id", "agent", "started_at", "channel", "turns"]
    plain = {name: value for name, value in row(1).items() if name in header}
    bring(csv_file(tmp_path / "a.csv", [{**plain, "turns": json.dumps(TURNS)}], header))
    assert Contact.objects.get().turn_count == 2


def test_a_turn_over_twenty_thousand_characters_is_split_and_told(db, tmp_path):
    cast.li()
    long = "请稍等。" * 6_000
    path = csv_file(tmp_path / "a.csv", [row(1, text=f"客服：{long}\n客户：好"), row(2)])
    run = bring(path)
    contact = Contact.objects.get(key="c1")
    turns = read_turns([contact])[contact.pk]
    assert [(turn["speaker"], len(turn["text"])) for turn in turns] == [
        ("agent", 20_000),
        ("agent", 4_000),
        ("customer", 1),
    ]
    assert contact.turn_count == 3
    assert run.summary["long_turns"] == {"count": 1, "names": ["c1"]}
    assert counts(bring(path)) == (2, 0, 0, 2, 0)


def test_the_digest_of_a_split_turn_is_that_of_the_row_as_it_was_sent(db, tmp_path):
    cast.li()
    bring(csv_file(tmp_path / "a.csv", [row(1, text="客服：" + "字" * 30_000)]))
    assert Contact.objects.get().digest == "932522ca68230eadfb8e394e679a8b75"


def test_a_cell_of_millions_of_characters_is_rejected_by_its_beginning(db, tmp_path):
    cast.li()
    run = bring(csv_file(tmp_path / "a.csv", [row(1, csat="4" * 2_000_000), row(2)]))
    assert counts(run) == (2, 1, 0, 0, 1)
    assert len(run.rejects.get().facts["value"]) == 501

"""Files made on the spot and brought in the way the command and the worker do."""

import csv
import json
from pathlib import Path

from hengcai.accounts.models import User, system_user
from hengcai.accounts.queries import the_centre
from hengcai.interactions import files
from hengcai.interactions.actions.importing import start_import
from hengcai.interactions.importing import import_whole
from hengcai.interactions.models import ImportRun

HEADER = ["id", "agent", "started_at", "channel", "csat", "text"]
TEXT = "客服：您好，请讲。\n客户：我的快递还没到。"


def row(number: int, **changes: object) -> dict[str, object]:
    plain = {"id": f"c{number}", "agent": "li", "started_at": "2026-03-16T09:00:00", "channel": "call", "csat": "4"}
    return {**plain, "text": TEXT, **changes}


def csv_file(path: Path, rows: list[dict[str, object]], header: list[str] | None = None) -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, header or HEADER, extrasaction="raise", restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path


def jsonl_file(path: Path, rows: list[dict[str, object]]) -> Path:
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in rows), "utf-8")
    return path


def bring(path: Path, kind: str = "contacts", *, by: User | None = None, mapping=None, **options: object) -> ImportRun:
    """From look to finish."""
    doer = by or system_user()
    run = start_import(the_centre(), by=doer, file=files.look_at(path, kind=kind, mapping=mapping, options=options))
    for _progress in import_whole(run, by=doer):
        pass
    run.refresh_from_db()
    return run


def counts(run: ImportRun) -> tuple[int, int, int, int, int]:
    """read, added, updated, passed over, rejected"""
    return run.read_count, run.added_count, run.updated_count, run.passed_over_count, run.rejected_count

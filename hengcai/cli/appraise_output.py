"""Where the appraisal commands put their results: a table on screen, JSON, or a file of rows."""

import argparse
import json
import os
import sys
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from hengcai.base.say import knows, sentence
from hengcai.cli import appraise_words  # noqa: F401 - its sentences register themselves

if TYPE_CHECKING:
    from hengcai.base.sheets import Cell

_GAP = "  "
_TEXTS = ("agent", "status", "band", "grade", "reasons")


Few = Mapping[tuple[str, str], tuple[int, int]]
"""Agent and source or indicator → how many there were, how many are asked for."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """`head` are the keys before `agents` in JSON; `names` and `rows` the same results as a table of text; `few` says for
    a reader how many there were where there were too few."""

    head: dict[str, Any]
    agents: Iterable[dict[str, Any]]
    names: tuple[str, ...]
    rows: Iterable[list[str]]
    few: Few = field(default_factory=dict)


def write(outcome: Outcome, chosen: argparse.Namespace) -> int:
    """Everything is worked out before the first file is touched; a file is there whole or not at all."""
    rows = list(outcome.rows) if chosen.to or not chosen.json else []
    agents = list(outcome.agents) if chosen.json else []
    if chosen.to:
        into_file(
            chosen.to,
            lambda stream: write_table(stream, outcome.names, rows, as_csv=chosen.to.suffix.lower() == ".csv"),
        )
        _tell("appraise.written", path=chosen.to, count=len(rows))
    if chosen.json == "-":
        print(json.dumps({**outcome.head, "agents": agents}, ensure_ascii=stdout_is_narrow()))
        return 0
    if chosen.json:
        text = json.dumps({**outcome.head, "agents": agents}, ensure_ascii=False)
        into_file(Path(chosen.json), lambda stream: stream.write(text.encode() + b"\n"))
        _tell("appraise.written", path=chosen.json, count=len(agents))
    if not chosen.json and not chosen.to:
        _print_table(outcome.names, rows, outcome.few)
    return 0


def told(code: str, **facts: object) -> str:
    return sentence(code, _language(), facts)


def _language() -> str:
    return os.environ.get("HENGCAI_LANGUAGE", "zh-hans")


def _tell(code: str, **facts: object) -> None:
    print(told(code, **facts), file=sys.stderr)


def into_file(path: Path, fill: Callable[[BinaryIO], object]) -> None:
    """Grows beside its name first; a device, such as /dev/stdout, is written to directly."""
    if path.exists() and not path.is_file():
        with path.open("wb") as stream:
            fill(stream)
        return
    growing = path.with_name(path.name + ".part")
    try:
        with growing.open("wb") as stream:
            fill(stream)
        growing.replace(path)
    finally:
        growing.unlink(missing_ok=True)


def write_table(stream: BinaryIO, names: Sequence[str], rows: Sequence[Sequence[str]], *, as_csv: bool) -> None:
    """Codes, not sentences: this file is for programs and spreadsheets alike."""
    if not as_csv:
        from hengcai.base.sheets import Sheet, write_sheet

        write_sheet(stream, Sheet("appraisal", names, [_with_numbers(names, row) for row in rows]))
        return
    from hengcai.base.tables.csv_out import csv_bytes

    stream.write(csv_bytes(names, rows))


def _with_numbers(names: Sequence[str], row: Sequence[str]) -> "list[Cell]":
    return [cell if name in _TEXTS else Decimal(cell) if cell else None for name, cell in zip(names, row, strict=True)]


def _print_table(names: Sequence[str], rows: Sequence[Sequence[str]], few: Few) -> None:
    """The first cell of a row is the agent."""
    if not rows:
        _tell("appraise.nobody")
    shown = [
        [_heading(name) for name in names],
        *([_shown(name, cell, row[0], few) for name, cell in zip(names, row, strict=True)] for row in rows),
    ]
    widths = [max(_width(row[place]) for row in shown) for place in range(len(names))]
    for row in shown:
        print(_GAP.join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)).rstrip())


def _heading(name: str, *, is_indicator: bool = False) -> str:
    """A centre's own indicator goes by its code."""
    known = next((told(code) for code in (f"head.{name}", f"table_source.{name}") if knows(code)), "")
    return known or _shipped_names(_language())[is_indicator].get(name, name)


@cache
def _shipped_names(language: str) -> tuple[dict[str, str], dict[str, str]]:
    """What groups and indicators are called, within a line."""
    from hengcai.framework.shipped import shipped_indicator_names

    groups, indicators = shipped_indicator_names("en" if language.startswith("en") else "zh")
    return _within_a_line(groups), _within_a_line(indicators)


def _within_a_line(names: Mapping[str, str]) -> dict[str, str]:
    return {code: name[:1].lower() + name[1:] for code, name in names.items()}


def _shown(name: str, cell: str, agent: str, few: Few) -> str:
    """Codes in the reader's words; an identifier cannot break the line it stands in."""
    if name == "reasons":
        return "; ".join(_reason(reason, agent, few) for reason in cell.split(" ") if reason)
    code = {"status": f"table_status.{cell}", "band": f"table_band.{cell}", "grade": f"table_band.{cell}"}.get(name, "")
    return (
        told(code)
        if knows(code)
        else "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in cell)
    )


def _reason(reason: str, agent: str, few: Few) -> str:
    kind, _, what = reason.partition(":")
    if kind == "few" and (agent, what) in few:
        n, least = few[agent, what]
        return told("table_reason.few.of", what=_heading(what, is_indicator=True), n=n, least=least)
    return told(f"table_reason.{kind}", what=_heading(what, is_indicator=True))


def _width(text: str) -> int:
    """In columns of a terminal, where Chinese signs take two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def stdout_is_narrow() -> bool:
    return (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"

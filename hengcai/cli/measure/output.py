"""Where the measuring commands put their results: one JSON object, or tables of its keys with their plain names."""

import argparse
import json
import sys
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hengcai.cli.appraise_output import told
from hengcai.cli.measure.cautions import explained
from hengcai.cli.measure.figures import is_p, is_whole, whole, written
from hengcai.cli.measure.names import code_of

Json = Mapping[str, Any]
_GAP = "  "
_LISTS = ("reasons", "cautions")
_FIRST = "consistency"  # the trade's own figure stands before all others
_SPARED = "method"  # for those who cite it: in JSON only


@dataclass(frozen=True)
class Table:
    """`path` are the keys that lead to it; in a table of estimates the first column, without a key, holds keys."""

    path: tuple[str, ...]
    keys: list[str]
    rows: list[list[str]]

    @property
    def is_by_key(self) -> bool:
        return self.keys[0] == ""


def write(found: Json, chosen: argparse.Namespace) -> int:
    found = _unsigned(found)
    if chosen.json == "-":
        print(json.dumps(found, ensure_ascii=_stdout_is_narrow(), allow_nan=False))
    elif chosen.json:
        Path(chosen.json).write_text(json.dumps(found, ensure_ascii=False, allow_nan=False) + "\n", "utf-8")
        print(told("measure.written", path=chosen.json), file=sys.stderr)
    else:
        _print(found, chosen.measure)
    return 0


def _unsigned(found: Any) -> Any:
    """0 has no sign."""
    if isinstance(found, float):
        return found + 0.0
    if isinstance(found, Mapping):
        return {name: _unsigned(value) for name, value in found.items()}
    return [_unsigned(one) for one in found] if isinstance(found, list) else found


def _print(found: Json, command: str) -> None:
    for table in sorted(tables(found), key=lambda one: one.path[:1] != (_FIRST,)):
        print(_title(table.path, command))
        print_rows(_named(table, command))
        print()
    for key, value in plain(found).items():
        print(f"{' '.join(part for part in (key, name_of(key, command)) if part)}: {whole(value, key)}")
    for line in explained(found):
        print(line)


def plain(found: Json) -> dict[str, Any]:
    """What stands in no table and says something."""
    return {
        key: value
        for key, value in found.items()
        if (value if key in _LISTS else not isinstance(value, Mapping | list) and value is not None)
    }


def name_of(key: str, command: str) -> str:
    """Nothing for what comes from the table itself, such as the name of an item."""
    code = code_of(key, command)
    return told(code) if code else ""


def _title(path: tuple[str, ...], command: str) -> str:
    if not path:
        return f"[{told('measure.estimates')}]"
    names = [name for name in (name_of(part, command) for part in path) if name]
    return f"[{' '.join(path)}] {' · '.join(names)}".rstrip()


def _named(table: Table, command: str) -> list[list[str]]:
    """Names in a line under the keys; where rows are told by key, in a column beside them."""
    heads = [table.keys, [name_of(key, command) for key in table.keys]]
    if not table.is_by_key:
        return [*heads, *table.rows]
    names = [name_of(row[0], command) for row in table.rows]
    if not any(names):
        return [*heads, *table.rows]
    beside = [[row[0], name, *row[1:]] for row, name in zip(table.rows, names, strict=True)]
    return [*([head[0], "", *head[1:]] for head in heads), *beside]


def tables(found: Json, *, path: tuple[str, ...] = ()) -> Iterator[Table]:
    """Every list of objects is a table; estimates that stand side by side are one; the rest goes deeper."""
    estimates = {name: value for name, value in found.items() if _is_estimate(value)}
    if estimates:
        yield _table(path, [{"": name, **value} for name, value in estimates.items()])
    single = {name: value for name, value in found.items() if path and not isinstance(value, Mapping | list)}
    single.pop(_SPARED, None)
    if single:
        yield Table(path, ["", "value"], [[name, whole(value, name)] for name, value in single.items()])
    for name, value in found.items():
        if _is_list_of_objects(value):
            yield _table((*path, name), [_flat(one) for one in value])
            for one in value:
                yield from tables({key: below for key, below in one.items() if _is_list_of_objects(below)}, path=path)
        elif isinstance(value, Mapping) and not _is_estimate(value):
            yield from tables(value, path=(*path, name))


def _is_list_of_objects(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, Mapping) for one in value)


def _is_estimate(value: object) -> bool:
    """One with further figures below it is a table of its own."""
    told = isinstance(value, Mapping) and {"estimate", "low", "high", "method"} <= set(value)
    return told and not any(isinstance(one, Mapping) for one in value.values())  # type: ignore[attr-defined]


def _flat(row: Json) -> dict[str, Any]:
    """An estimate within a row shows its figure and its interval, and the row why a figure of it is missing."""
    told_row: dict[str, Any] = {}
    reasons: list[str] = list(row.get("cautions", ()))
    for name, value in row.items():
        if _is_estimate(value):
            told_row |= {name: value["estimate"], f"{name}.low": value["low"], f"{name}.high": value["high"]}
            reasons += [one for one in value.get("cautions", ()) if one not in reasons]
        elif not _is_list_of_objects(value):
            told_row[name] = value
    return told_row | ({"cautions": reasons} if reasons else {})


def _table(path: tuple[str, ...], rows: Sequence[Mapping[str, Any]]) -> Table:
    keys = [key for key in dict.fromkeys(key for row in rows for key in row) if key != _SPARED]
    columns = [_column(key, [row.get(key) for row in rows]) for key in keys]
    return Table(path, keys, [list(row) for row in zip(*columns, strict=True)])


def _column(key: str, values: list[Any]) -> list[str]:
    write_one = whole if all(map(is_whole, values)) and not is_p(key) else written
    return [write_one(value, key) for value in values]


def print_rows(rows: Sequence[Sequence[str]]) -> None:
    widths = [max(_width(row[place]) for row in rows) for place in range(len(rows[0]))]
    for row in rows:
        line = _GAP.join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()
        if line:
            print(line)


def _width(text: str) -> int:
    """In columns of a terminal, where Chinese signs take two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def _stdout_is_narrow() -> bool:
    return (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"

"""Where the measuring commands put their results: one JSON object, or tables that bear the names of its keys."""

import argparse
import json
import sys
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from hengcai.cli.appraise_output import told
from hengcai.cli.measure.cautions import explained
from hengcai.measurement.results import decimal

Json = Mapping[str, Any]
Table = tuple[str, list[str], list[list[str]]]
_GAP = "  "
_LISTS = ("reasons", "cautions")


def write(found: Json, chosen: argparse.Namespace) -> int:
    found = _unsigned(found)
    if chosen.json == "-":
        print(json.dumps(found, ensure_ascii=_stdout_is_narrow(), allow_nan=False))
    elif chosen.json:
        Path(chosen.json).write_text(json.dumps(found, ensure_ascii=False, allow_nan=False) + "\n", "utf-8")
        print(told("measure.written", path=chosen.json), file=sys.stderr)
    else:
        _print(found)
    return 0


def _unsigned(found: Any) -> Any:
    """0 has no sign."""
    if isinstance(found, float):
        return found + 0.0
    if isinstance(found, Mapping):
        return {name: _unsigned(value) for name, value in found.items()}
    return [_unsigned(one) for one in found] if isinstance(found, list) else found


def _print(found: Json) -> None:
    for title, names, rows in tables(found):
        print(f"[{title}]")
        _print_table([names, *rows])
        print()
    plain = {name: value for name, value in found.items() if not isinstance(value, Mapping | list) or name in _LISTS}
    for name, value in plain.items():
        print(f"{name}: {_shown(value)}")
    for line in explained(found):
        print(line)


def tables(found: Json, *, prefix: str = "") -> Iterator[Table]:
    """Every list of objects is a table; estimates that stand side by side are one; the rest goes deeper."""
    estimates = {name: value for name, value in found.items() if _is_estimate(value)}
    if estimates:
        yield _table(prefix or told("measure.estimates"), [{"": name, **value} for name, value in estimates.items()])
    plain = {name: value for name, value in found.items() if prefix and not isinstance(value, Mapping | list)}
    if plain:
        yield _table(prefix, [{"": name, "value": value} for name, value in plain.items()])
    for name, value in found.items():
        title = f"{prefix} {name}".strip()
        if isinstance(value, list) and value and all(isinstance(one, Mapping) for one in value):
            yield _table(title, [_flat(one) for one in value])
        elif isinstance(value, Mapping) and not _is_estimate(value):
            yield from tables(value, prefix=title)


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
        else:
            told_row[name] = value
    return told_row | ({"cautions": reasons} if reasons else {})


def _table(title: str, rows: Sequence[Mapping[str, Any]]) -> Table:
    names = list(dict.fromkeys(name for row in rows for name in row))
    return title, names, [[_shown(row.get(name)) for name in names] for row in rows]


def _shown(value: object) -> str:
    """Numbers to four decimals; a text cannot break the line it stands in."""
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, float | list | Mapping):
        return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in str(value))
    if isinstance(value, float):
        return decimal(value, 4)
    if isinstance(value, list):
        return " ".join(_shown(one) for one in value)
    return " ".join(f"{name}={_shown(one)}" for name, one in value.items())


def _print_table(rows: Sequence[Sequence[str]]) -> None:
    widths = [max(_width(row[place]) for row in rows) for place in range(len(rows[0]))]
    for row in rows:
        print(_GAP.join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)).rstrip())


def _width(text: str) -> int:
    """In columns of a terminal, where Chinese signs take two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def _stdout_is_narrow() -> bool:
    return (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"

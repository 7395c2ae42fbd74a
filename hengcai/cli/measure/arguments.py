"""Arguments that several measuring commands have in common."""

import argparse
import re
import sys
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hengcai.base.ids import Spellings
from hengcai.cli.appraise_output import told
from hengcai.cli.measure import column_words, facets_words, plot_words  # noqa: F401 - their sentences register themselves

if TYPE_CHECKING:
    from hengcai.measurement.columns import Coded

JOINED = ("unit", "contact")
PICTURES = {"facets": ("map", "categories"), "scores": ("fair", "severity")}
WRONG_USAGE = 2
LARGEST, SMALLEST, MOST = 100_000_000, Decimal("1e-12"), 1_000
_NUMBER = re.compile(r"\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*", re.ASCII)
Misuse = Callable[[argparse.Namespace], str | None]


def columns(command: Any, required: str, optional: str = "") -> None:
    """A contact or unit may be told by several columns together, with commas between."""
    for name in (*required.split(), *optional.split()):
        metavar, text = "COLUMN,…" if name in JOINED else "COLUMN", told(f"measure.column.{name}")
        command.add_argument(f"--{name}", metavar=metavar, required=name in required.split(), help=text)


def confidence(command: Any) -> None:
    command.add_argument("--confidence", metavar="SHARE", type=number, default=0.95, help=told("measure.confidence"))


def picture(command: Any, kind: str) -> None:
    """A choice only where there are several pictures."""
    command.add_argument("--plot", metavar="FILE.svg", type=Path, help=told("measure.plot"))
    known = PICTURES.get(kind, ())
    if known:
        command.add_argument("--picture", choices=known, default=known[0], help=told("measure.picture", known=known))


def refuse_misuse(command: Any, misuse: Misuse) -> None:
    """For what argparse cannot tell: options that need or exclude one another. `misuse` names the sentence."""
    command.set_defaults(run=partial(_run, command, misuse, command.get_default("run")))


def _run(
    command: argparse.ArgumentParser,
    misuse: Misuse,
    run: Callable[[argparse.Namespace], int],
    chosen: argparse.Namespace,
) -> int:
    wrong = misuse(chosen)
    if wrong is None:
        return run(chosen)
    command.print_usage(sys.stderr)
    print(f"{command.prog}: {told(wrong)}", file=sys.stderr)
    return WRONG_USAGE


def names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def number(text: str) -> float:
    """0, or what is neither too large nor too small for the figures of any centre."""
    value = float(text) if _NUMBER.fullmatch(text) else float("nan")
    if value == 0 or float(SMALLEST) <= abs(value) <= LARGEST:
        return value
    raise argparse.ArgumentTypeError(
        told("measure.number_wanted", value=text, smallest=f"{SMALLEST:f}", largest=LARGEST)
    )


def count(text: str) -> int:
    """Up to a thousand of something."""
    if text.isascii() and text.isdigit() and len(text) <= len(str(MOST)) and int(text) <= MOST:
        return int(text)
    raise argparse.ArgumentTypeError(told("measure.count_wanted", value=text, most=MOST))


def numbers(text: str) -> tuple[float, ...]:
    return tuple(number(part) for part in text.split(","))


def pair_of_names(text: str) -> tuple[str, str]:
    first, second = names(text) if text.count(",") == 1 else ("", "")
    if not first or not second:
        raise argparse.ArgumentTypeError(told("measure.two_columns", value=text))
    return first, second


def range_of(text: str) -> tuple[float, float]:
    if text.count(",") != 1:
        raise argparse.ArgumentTypeError(told("measure.two_numbers", value=text))
    low, high = numbers(text)
    return low, high


def named(text: str) -> tuple[str, str]:
    """`NAME=VALUE`."""
    name, sign, value = text.partition("=")
    if not (name.strip() and sign and value.strip()):
        raise argparse.ArgumentTypeError(told("measure.name_and_value", value=text))
    return name.strip(), value.strip()


def named_numbers(text: str) -> tuple[str, tuple[float, ...]]:
    name, value = named(text)
    return name, numbers(value)


def parts(option: str, found: str) -> list[str]:
    """The columns an option names."""
    return list(names(found)) if option in JOINED else [found]


def put_together(columns_of: "dict[str, Coded]", chosen: argparse.Namespace) -> None:
    """Several columns that tell a contact or unit together become one more, under the name they were given by."""
    from hengcai.measurement.columns import joined

    for option in JOINED:
        found = getattr(chosen, option, None)
        if found is not None and found not in columns_of:
            columns_of[found] = joined([columns_of[name] for name in names(found)], " / ")


def spellings_of(column: "Coded | None") -> Spellings:
    """Ids named beside the table are spelled as in the table, where it knows them."""
    spellings = Spellings()
    for label in () if column is None else column.labels:
        spellings[str(label)]
    return spellings

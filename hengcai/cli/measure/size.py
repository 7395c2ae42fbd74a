"""`hengcai measure size …`: how many contacts to draw for the precision wanted, and how to share them out."""

import argparse
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from hengcai.cli.appraise_output import told
from hengcai.cli.measure import arguments as given
from hengcai.cli.measure import size_words  # noqa: F401 - its sentences register themselves

if TYPE_CHECKING:
    from hengcai.measurement.columns import Coded

Json = dict[str, Any]
COLUMNS = ("agent", "contact", "score")
LARGEST = 100_000_000
EXAMPLE = """--within 0.2 --spread 0.6 --of 120
  hengcai measure size marks.csv --agent agent --contact contact --score score --within 0.2 --of 120
  hengcai measure size --within 0.05 --share 0.5 --of 3000
  hengcai measure size --total 200 --part call=2000,0.5 --part chat=700,0.8 --part ticket=300,0.9 --json -"""


def options(command: Any) -> None:
    """Three questions under one name: an average, a share, and the parts of a total."""
    command.add_argument("--within", metavar="NUMBER", type=given.number, help=told("measure.size.within"))
    command.add_argument("--spread", metavar="NUMBER", type=given.number, help=told("measure.size.spread"))
    for name in COLUMNS:
        command.add_argument(f"--{name}", metavar="COLUMN", help=told(f"measure.size.column.{name}"))
    command.add_argument("--share", metavar="SHARE", type=given.number, help=told("measure.size.share"))
    command.add_argument("--of", metavar="NUMBER", type=contacts, help=told("measure.size.of"))
    command.add_argument("--total", metavar="NUMBER", type=contacts, help=told("measure.size.total"))
    parts = {"type": part, "action": "append", "default": []}
    command.add_argument("--part", metavar="NAME=NUMBER,SPREAD", help=told("measure.size.part"), **parts)
    given.confidence(command)
    given.refuse_misuse(command, _misuse)


def contacts(text: str) -> int:
    """A number of contacts."""
    if text.isascii() and text.isdigit() and 0 < int(text[: len(str(LARGEST)) + 1]) <= LARGEST:
        return int(text)
    raise argparse.ArgumentTypeError(told("measure.size.contacts_wanted", value=text, most=LARGEST))


def part(text: str) -> tuple[str, int, float]:
    name, value = given.named(text)
    number, comma, spread = value.partition(",")
    if not comma:
        raise argparse.ArgumentTypeError(told("measure.size.part_wanted", value=text))
    return name, contacts(number.strip()), given.number(spread)


def work(table: "Mapping[str, Coded]", chosen: argparse.Namespace) -> Json:
    from hengcai.measurement.reports import size as report

    if chosen.total is not None:
        return report.shared_out(chosen.part, total=chosen.total)
    wanted = report.Wanted(chosen.within, chosen.of, chosen.confidence)
    if chosen.share is not None:
        return report.for_share(chosen.share, wanted=wanted)
    if chosen.file is None:
        return report.for_mean(chosen.spread, wanted=wanted)
    return report.for_mean_of(table, roles=(chosen.agent, chosen.contact, chosen.score), wanted=wanted)


def _misuse(chosen: argparse.Namespace) -> str | None:
    known = (chosen.spread is not None, chosen.share is not None, chosen.file is not None)
    if chosen.total is not None or chosen.part:
        alone = chosen.total is not None and chosen.part and chosen.within is None and not any(known)
        return None if alone else "measure.size.of_parts"
    if chosen.within is None or sum(known) != 1:
        return "measure.size.which"
    columns = sum(getattr(chosen, name) is not None for name in COLUMNS)
    return None if columns == (len(COLUMNS) if chosen.file else 0) else "measure.size.columns"

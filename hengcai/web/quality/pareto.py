"""Errors by cause as a picture with its table: which few causes make up most of them."""

from dataclasses import dataclass
from datetime import date

from django.utils.safestring import mark_safe

from hengcai.paper.drawing.pareto import pareto
from hengcai.quality.rules.causes import VITAL, vital_few
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import percent


@dataclass(frozen=True)
class Shown:
    """`rows`: cause, errors, their share, the share up to there. `finding` stands above the picture."""

    month: date
    total: int
    finding: str
    picture: str
    rows: list[tuple[str, int, str, str]]


def pareto_shown(bars, month):
    """Nothing where no error was counted."""
    if not bars:
        return None
    total = sum(bar.n for bar in bars)
    named = [(word(f"quality.cause.{bar.cause or 'none'}"), bar) for bar in bars]
    few = named[: len(vital_few(bars))]
    facts = {
        "causes": [name for name, _bar in few],
        "percent": percent(few[-1][1].cumulative),
        "month": f"{month:%Y-%m}",
    }
    finding = word("quality.pareto.one" if len(few) == 1 else "quality.pareto.few", **facts)
    drawn = pareto([(name, bar.n, float(bar.cumulative)) for name, bar in named], name=finding, vital=float(VITAL))
    rows = [(name, bar.n, percent(bar.n / total), percent(bar.cumulative)) for name, bar in named]
    return Shown(month, total, finding, mark_safe(drawn), rows)  # noqa: S308 - words are escaped where they are drawn

"""What the pages say of a survey's results."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from hengcai.assessment.rules.tally import share_of
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import percent, points


@dataclass(frozen=True)
class Choice:
    """One answer: how many gave it, their share and its interval."""

    text: Any
    count: int
    share: str
    interval: str
    percent: int


@dataclass(frozen=True)
class Shown:
    line: Any
    mean: str
    choices: list

    @property
    def key(self):
        return self.line.key


def shown_lines(results):
    return [Shown(one, mean_said(one.all), _choices(one)) for one in results.lines]


def mean_said(told):
    """`3.8 [3.6–4.0]`; nothing where there is no mean, the mean alone where no interval can be told."""
    mean = told.mean if told else None
    if mean is None or mean.estimate is None:
        return ""
    interval = f" [{points(mean.low)}–{points(mean.high)}]" if mean.low is not None else ""
    return f"{points(mean.estimate)}{interval}"


def _choices(line):
    if line.all is None:
        return []
    return [_choice(line, value) for value in line.values]


def _choice(line, value):
    count = line.all.counts.get(value, 0)
    share = share_of(count, line.all.n)
    low, high = (percent(share.low), percent(share.high)) if share else ("", "")
    whole = round(100 * (share.estimate or 0)) if share else 0
    text = line.label(value)
    shown = value if str(text) == value else text if line.question.kind in ("single", "multiple") else f"{value} {text}"
    return Choice(shown, count, percent(share.estimate) if share else "", f"{low}–{high}", whole)


@dataclass(frozen=True)
class Part:
    """One breakdown of one question, as rows of a table."""

    heading: str
    heads: list
    rows: list


def breakdown_of(shown):
    return [_part(shown.line, by, groups) for by, groups in shown.line.groups.items() if groups]


def _part(line, by, groups):
    has_mean = bool(line.all and line.all.mean)
    values = () if has_mean else line.values
    heads = [_("Group"), "n", *([_("Mean")] if has_mean else [line.label(value) for value in values])]
    return Part(word(f"assessment.by.{by}"), heads, [_row(by, one, values, has_mean=has_mean) for one in groups])


def _row(by, group, values, *, has_mean):
    name = word(f"assessment.tenure.{group.code}") if by == "tenure" and group.code else group.name or _("unknown")
    if group.told is None:
        return name, [_("fewer than 5, or hidden to protect a small group")]
    cells = [mean_said(group.told)] if has_mean else [str(group.told.counts.get(value, 0)) for value in values]
    return name, [str(group.told.n), *cells]

"""What the pages of effects say and draw."""

from dataclasses import dataclass
from typing import Any

from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from hengcai.measurement.plots.effects import event_study_plot
from hengcai.measurement.plots.frame import Words
from hengcai.measurement.plots.rows import Interval
from hengcai.web.shell.says import word

PLACES = {"satisfaction": 3, "first_contact_resolution": 3}
KNOWN = {
    "too_few_trained",
    "interval_holds_zero",
    "pre_trend",
    "no_interval",
    "bunching_at_cut",
    "take_up_hardly_jumps",
}


@dataclass(frozen=True)
class Shown:
    """One outcome in sentences, with its picture where there is one."""

    effect: Any
    title: str
    lines: list
    naive: list
    plot: str
    table: list


def brief(known):
    """One outcome in a sentence."""
    return told(known.verdict, known.outcome, known.found)


def shown(effect, *, with_plot=True):
    detail, places = effect.detail, PLACES.get(effect.outcome, 1)
    report = detail["report"]
    title = told(effect.verdict, effect.outcome, report.get("effect"))
    return Shown(
        effect,
        title,
        _lines(detail, places),
        _naive(detail, places),
        _plot(effect, report, title) if with_plot else "",
        _table(report, places),
    )


def told(verdict, outcome, found):
    """A verdict with its figure and interval, in one sentence."""
    name, places = word(f"programme.outcome.{outcome}"), PLACES.get(outcome, 1)
    if not found or found["low"] is None:
        return word("programme.effect.told.unknown", outcome=name)
    numbers = {
        "effect": signed(found["estimate"], places),
        "low": signed(found["low"], places),
        "high": signed(found["high"], places),
    }
    return word(f"programme.effect.told.{verdict}", outcome=name, **numbers)


def _lines(detail, places):
    reasons = [one for one in detail["reasons"] if one != "interval_holds_zero"]
    lines = [word(f"programme.reason.{one if one in KNOWN else 'other'}") for one in dict.fromkeys(reasons)]
    if detail["visible"] is not None and detail["verdict"] in ("no_difference", "not_yet"):
        lines.append(word("programme.effect.visible", visible=plain(detail["visible"], places)))
    if detail["more"]:
        lines.append(word("programme.effect.more", n=detail["more"]))
    if detail.get("elsewhere"):
        lines.append(word("programme.effect.elsewhere", n=detail["elsewhere"]))
    return lines


def _naive(detail, places):
    naive = detail["naive"]
    if naive["before"] is None or naive["after"] is None:
        return []
    change = naive["after"] - naive["before"]
    told = {"n": naive["n"], "before": plain(naive["before"], places), "after": plain(naive["after"], places)}
    lines = [word("programme.effect.naive", effect=signed(change, places), **told)]
    others = naive["others_before"]
    if others is not None and others - naive["before"] > 0 and detail["verdict"] != "better":
        lines.append(word("programme.effect.way_back", gap=plain(others - naive["before"], places)))
    return lines


def _plot(effect, report, title):
    events = [(float(one["event"]), _interval(one["effect"])) for one in report.get("by_event", [])]
    if not any(one.estimate is not None for _event, one in events):
        return ""
    words = Words(
        title,
        x=_("Months since the training"),
        y=word(f"programme.outcome.{effect.outcome}"),
        main=_("effect with 95% interval"),
    )
    return mark_safe(event_study_plot(events, words, start=_("training")))  # noqa: S308 - words are escaped where they are drawn


def _interval(found):
    return Interval(found["estimate"], found["low"], found["high"], found["n"])


def _table(report, places):
    return [
        (one["event"], signed(one["effect"]["estimate"], places), between(one["effect"], places), one["effect"]["n"])
        for one in report.get("by_event", [])
    ]


def between(found, places):
    return "" if found["low"] is None else f"[{signed(found['low'], places)}, {signed(found['high'], places)}]"


def signed(value, places):
    """With a true minus; never -0."""
    text = f"{abs(value):.{places}f}"
    return text if float(text) == 0 else f"{'+' if value > 0 else '−'}{text}"


def plain(value, places):
    return f"{value:.{places}f}"

"""What the page of an effect says and draws of the line that sends people to a course."""

from dataclasses import dataclass

from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from hengcai.base.say import knows
from hengcai.measurement.plots.effects import Discontinuity, Side, discontinuity_plot
from hengcai.measurement.plots.frame import Words
from hengcai.measurement.plots.rows import interval
from hengcai.web.programme.drawing import KNOWN, PLACES, between, plain, signed, told
from hengcai.web.shell.says import word

OBEYED = 0.995  # of the share trained; from there on the rule was kept as good as always
NEAR = ("too_few_below", "too_few_above", "too_few_values_below", "too_few_values_above", "effect.too_few_rows")


@dataclass(frozen=True)
class ShownLine:
    """`widths`: (reach, below, above, effect, interval)."""

    title: str
    head: str
    lines: list
    plot: str
    widths: list


def line_shown(effect, *, with_plot=True):
    """None where no line sends people to the course."""
    found = effect.detail.get("line")
    if not found:
        return None
    places, report = PLACES.get(effect.outcome, 1), found["report"]
    title = told(found["verdict"], effect.outcome, report.get("effect"))
    head = word("programme.line.head", kind=word(f"programme.line.kind.{found['kind']}"), band=_band(found["band"]))
    widths = [_width(one, places) for one in found["widths"] if one["effect"]["estimate"] is not None]
    return ShownLine(title, head, _lines(found, places), _plot(effect, found, title) if with_plot else "", widths)


def _band(code):
    return word(f"band.{code}") if knows(f"band.{code}") else code


def _lines(found, places):
    report, lines = found["report"], []
    if report.get("bandwidth"):
        counted = {"reach": plain(report["bandwidth"], 1), **report["n"]}
        lines.append(word("programme.line.reach", **counted))
    lines += [_reason(one) for one in dict.fromkeys(found["reasons"]) if one != "interval_holds_zero"]
    if _turns(found["widths"]):
        lines.append(word("programme.line.turns"))
    lines += _checks(report)
    if found["visible"] is not None and found["verdict"] in ("no_difference", "not_yet"):
        lines.append(word("programme.effect.visible", visible=plain(found["visible"], places)))
    return lines


def _reason(code):
    base = code.partition(":")[0]
    known = base if base in KNOWN else "too_few_near" if base in NEAR else "other"
    return word(f"programme.reason.{known}")


def _checks(report):
    """How many went as the rule says, and whether the two sides join."""
    if not report:
        return []
    lines = []
    share = (report.get("take_up") or {}).get("estimate")
    if share is not None and abs(share) < OBEYED:
        lines.append(word("programme.line.take_up", share=f"{abs(share) * 100:.0f}%"))
    density = report["density"]
    if density is None:
        return [*lines, word("programme.line.density_unknown")]
    counts = {"n": density["below"] + density["above"], "below": density["below"], "above": density["above"]}
    joins = "bunching_at_cut" not in report["reasons"]
    return [*lines, word("programme.line.density", **counts)] if joins else lines


def _turns(widths):
    """Whether the figure changes its sign with the reach."""
    values = [one["effect"]["estimate"] for one in widths if one["effect"]["estimate"] is not None]
    return any(value > 0 for value in values) and any(value < 0 for value in values)


def _width(one, places):
    counts = one["n"]
    effect = one["effect"]
    return (
        plain(one["bandwidth"], 1),
        counts["below"],
        counts["above"],
        signed(effect["estimate"], places),
        between(effect, places),
    )


def _plot(effect, found, title):
    """People in groups of neighbours: nobody stands alone."""
    bins = [(x, y, x < 0) for x, y, _n in found["bins"]]
    if not bins:
        return ""
    left, right = (_ends(one) for one in found["lines"])
    words = Words(
        title, x=_("Points above the line"), y=word(f"programme.outcome.{effect.outcome}"), main=_("below the line, sent"),
        ghost=_("above the line, not sent"),
    )  # fmt: skip
    drawn = Discontinuity(bins, 0.0, Side(left, _("sent")), Side(right, _("not sent")),
                          interval(found["report"].get("effect")))  # fmt: skip
    return mark_safe(discontinuity_plot(drawn, words))  # noqa: S308 - words are escaped where they are drawn


def _ends(line):
    if not line:
        return None
    (x, y), (further, end) = line
    return (x, y), (further, end)

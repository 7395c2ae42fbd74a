"""Severity over months as a picture and as its table."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from hengcai.measurement.plots.drift import drift_plot
from hengcai.measurement.plots.frame import Words
from hengcai.measurement.plots.rows import NOTHING, Interval
from hengcai.quality.queries.revealed import Drift
from hengcai.quality.rules.calibration import tells
from hengcai.web.quality.calibrating import figure


def drift_picture(drift: Drift) -> str:
    raters = {name: [_interval(one) for one in line] for name, line in drift.rows.items()}
    words = Words(
        title=_title(drift),
        note=_(
            "Levels stricter than the average of everyone in the session, with 95% interval; points below the line are more lenient."
        ),
    )
    return drift_plot(raters, words, periods=[date_format(month, "y-m") for month in drift.months])


def _title(drift: Drift) -> str:
    """Whose newest severity can be told from the panel's."""
    newest = {name: [one for one in line if one] for name, line in drift.rows.items()}
    apart = [name for name, line in newest.items() if line and tells({"low": line[-1].low, "high": line[-1].high})]
    if not apart:
        return _("In the latest session no one was significantly strict or lenient")
    return _("Significantly strict or lenient in the latest session: %(names)s") % {"names": _(", ").join(apart)}


def _interval(one) -> Interval:
    return NOTHING if one is None else Interval(one.estimate, one.low, one.high, one.n)


def month_name(month) -> str:
    return date_format(month, "Y-m")


def drift_rows(drift: Drift) -> list[tuple[str, list[str]]]:
    return [(name, [_told(one) for one in line]) for name, line in drift.rows.items()]


def _told(one) -> str:
    return "—" if one is None else figure({"estimate": one.estimate, "low": one.low, "high": one.high}, signed=True)

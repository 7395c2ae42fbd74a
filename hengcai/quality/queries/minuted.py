"""One revealed session as its record 校准会记录 tells it, as far as its reader may know."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hengcai.base.permissions import Doer
from hengcai.quality import permissions
from hengcai.quality.calibration_models import Calibration, Seat
from hengcai.quality.queries.calibrations import BEFORE_REVEAL, calibrations_seen_by
from hengcai.quality.queries.revealed import (
    ItemRow,
    SeverityRow,
    Table,
    Unclear,
    gauge_of,
    severities_of,
    tables_of,
    unclear_among,
)
from hengcai.quality.rules.calibration import Gauge

Json = Mapping[str, Any]


@dataclass(frozen=True)
class Minuted:
    """`items`: each once, for its agreement; `alike`: by name, the share of totals like the reference; `seats`: whose
    outcome the reader may know."""

    calibration: Calibration
    analysts: Sequence[str]
    tables: Sequence[Table]
    items: Sequence[ItemRow]
    severities: Sequence[SeverityRow]
    alike: Mapping[str, Json]
    gauge: Gauge | None
    unclear: Sequence[Unclear]
    seats: Sequence[Seat]

    @property
    def names(self) -> Mapping[str, str]:
        return dict(self.calibration.findings.get("names", {}))

    @property
    def overall(self) -> Json:
        return dict(self.calibration.findings.get("overall", {}))


def session_to_print(user: Doer, number: int) -> Minuted | None:
    """Before the reveal there is nothing to read."""
    one = calibrations_seen_by(user).filter(pk=number).exclude(state__in=BEFORE_REVEAL).first()
    return _minuted(one, user) if one else None


def _minuted(one: Calibration, user: Doer) -> Minuted:
    tables = tables_of(one)
    seats = one.seats.select_related("analyst").order_by("analyst__name", "analyst")
    items = {row.code: row for table in tables for row in table.rows if row.agreement}
    return Minuted(
        calibration=one,
        analysts=[seat.analyst.name for seat in seats],
        tables=tables,
        items=sorted(items.values(), key=lambda row: (row.item.section_id, row.item.order)),
        severities=severities_of(one),
        alike=_alike(one),
        gauge=gauge_of(one),
        unclear=unclear_among(tables),
        seats=list(permissions.SEE_CERTIFICATES.rows(seats, user)),
    )


def _alike(one: Calibration) -> dict[str, Json]:
    shares = (one.findings.get("consistency") or {}).get("by_rater", {})
    names = one.findings.get("names", {})
    return {names.get(key, key): share for key, share in shares.items()}

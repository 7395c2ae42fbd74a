"""Agents over periods, and when each was first trained."""

from bisect import bisect_left
from dataclasses import dataclass, replace

import numpy as np

from hengcai.measurement.columns import Codes, Column, Floats, check_lengths, codes, compact, numbers
from hengcai.measurement.effects.periods import NUMBER, Key, period_keys
from hengcai.measurement.effects.sample import check_varies
from hengcai.measurement.errors import NotATable, TooLittleData
from hengcai.measurement.flags import Flags


@dataclass(frozen=True)
class PanelColumns:
    """The columns; `first` is the period of the first training, empty for never; `cluster` a team, say."""

    unit: Column
    period: Column
    outcome: Column
    first: Column
    cluster: Column | None = None


@dataclass(frozen=True)
class Panel:
    """Outcomes, units down and periods across, NaN where missing.

    `first` is a place among `periods`, their number for never within them. `cluster` is the unit unless given.
    `from_the_start` counts the units left out since they were trained before or in the first period.
    """

    outcome: Floats
    first: Codes
    cluster: Codes
    periods: tuple[object, ...]
    is_clustered: bool
    cautions: tuple[str, ...]
    from_the_start: int = 0

    @property
    def never(self) -> int:
        return len(self.periods)

    @property
    def n_never(self) -> int:
        return int((self.first == self.never).sum())

    @property
    def n_units(self) -> int:
        return int(self.first.size)


def read_panel(columns: PanelColumns) -> Panel:
    """Codes the long table; rows without outcome are left out, and so are units trained when the table begins."""
    given = {"unit": columns.unit, "period": columns.period, "outcome": columns.outcome, "first": columns.first}
    check_lengths(**given, **({} if columns.cluster is None else {"cluster": columns.cluster}))
    outcome = numbers(columns.outcome, name="outcome")
    rows = np.flatnonzero(~np.isnan(outcome))
    check_varies(outcome[rows])
    times = _times(columns, rows)
    unit, n_units = compact(codes(columns.unit)[0][rows])
    first = _one_per_unit(times.first, unit, n_units, ("panel.first_changes", "first", rows))
    cluster = np.arange(n_units)
    if columns.cluster is not None:
        teams = compact(codes(columns.cluster)[0][rows])[0]
        cluster = _one_per_unit(teams, unit, n_units, ("panel.cluster_changes", "cluster", rows))
    table = _spread(outcome[rows], unit * len(times.labels) + times.period, (n_units, len(times.labels)), rows)
    cautions = (*_counted("left_out", outcome.size - rows.size), *times.cautions)
    return _from_the_start(Panel(table, first, cluster, times.labels, columns.cluster is not None, cautions))


@dataclass(frozen=True)
class _Times:
    """Of each row its period's place, the place of the first training, and the periods in order."""

    period: Codes
    first: Codes
    labels: tuple[object, ...]
    cautions: tuple[str, ...]


def _times(columns: PanelColumns, rows: Codes) -> _Times:
    whens, shape = period_keys(columns.period, name="period")
    starts, _ = period_keys(columns.first, name="first", shape=shape)
    label: dict[Key, object] = {}
    for row in rows.tolist():
        key = whens[row]
        if key is None:
            raise NotATable("value.missing", column="period", position=row)
        label.setdefault(key, columns.period[row])
    ordered = sorted(label)
    if len(ordered) < 2:
        raise TooLittleData("panel.too_few_periods", n=len(ordered), needed=2)
    place = {key: position for position, key in enumerate(ordered)}
    period = np.array([place[key] for key in (whens[row] for row in rows) if key is not None], np.int64)
    first = np.array([_start(starts[row], ordered) for row in rows], np.int64)
    uneven = shape == NUMBER and not np.allclose(np.diff(ordered, axis=0), np.diff(ordered, axis=0)[0])
    return _Times(period, first, tuple(label[key] for key in ordered), ("uneven_periods",) if uneven else ())


def _start(key: Key | None, ordered: list[Key]) -> int:
    """The first period that is not before the training; before the table's first period it is -1."""
    if key is None:
        return len(ordered)
    return -1 if key < ordered[0] else bisect_left(ordered, key)


def _one_per_unit(values: Codes, unit: Codes, n_units: int, refusal: tuple[str, str, Codes]) -> Codes:
    """The value each unit has in all its rows."""
    code, column, rows = refusal
    kept = np.empty(n_units, np.int64)
    kept[unit[::-1]] = values[::-1]
    changed = np.flatnonzero(kept[unit] != values)
    if changed.size:
        raise NotATable(code, column=column, position=int(rows[changed[0]]))
    return kept


def _spread(outcome: Floats, cell: Codes, size: tuple[int, int], rows: Codes) -> Floats:
    table = np.full(size[0] * size[1], np.nan)
    distinct, first_at = np.unique(cell, return_index=True)
    if distinct.size < cell.size:
        again = np.setdiff1d(np.arange(cell.size), first_at)[0]
        raise NotATable("panel.repeated", column="period", position=int(rows[again]))
    table[cell] = outcome
    return table.reshape(size)


def _from_the_start(panel: Panel) -> Panel:
    """Without the units that were trained before or in the first period: nothing is known of them before."""
    stays: Flags = panel.first > 0
    early = int(panel.n_units - stays.sum())
    gaps = int(np.isnan(panel.outcome[stays]).any(axis=1).sum())
    cautions = (*panel.cautions, *_counted("trained_from_the_start", early), *_counted("units_with_gaps", gaps))
    return replace(
        panel,
        outcome=panel.outcome[stays],
        first=panel.first[stays],
        cluster=compact(panel.cluster[stays])[0],
        cautions=cautions,
        from_the_start=early,
    )


def _counted(code: str, n: int) -> tuple[str, ...]:
    return (f"{code}:{n}",) if n else ()

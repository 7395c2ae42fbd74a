"""Rows of intervals with a name each: severity, agreement, fair scores, widths, ratios of selection."""

from collections.abc import Sequence
from dataclasses import replace

from hengcai.measurement.plots.frame import Words
from hengcai.measurement.plots.rows import Look, Row, rows_plot

ENOUGH_AGREEMENT = 0.667  # from there on tentative conclusions hold (Krippendorff 2004, p. 241)
FOUR_FIFTHS = 0.8  # 29 CFR 1607.4(D)


def severity_plot(rows: Sequence[Row], words: Words, *, zero: str = "0") -> str:
    """Forest of raters, harshest above, round the line of the mean severity."""
    ordered = sorted(rows, key=lambda row: (row.main.estimate is None, -(row.main.estimate or 0.0)))
    return rows_plot(ordered, words, Look(lines=((0.0, zero),), signed=True))


def agreement_plot(rows: Sequence[Row], words: Words, *, line: tuple[float, str] | None = None) -> str:
    """Items by agreement, least above; those of which nothing is known stand last with their reason."""
    ordered = sorted(rows, key=lambda row: (row.main.estimate is None, row.main.estimate or 0.0))
    return rows_plot(ordered, words, Look(lines=() if line is None else (line,), within=(0.0, 1.0)))


def fair_scores_plot(rows: Sequence[Row], words: Words, *, cuts: Sequence[float] = ()) -> str:
    """Fair score with its interval, raw average as a ring, lines at the cuts; rows stay in the order given."""
    return rows_plot(rows, words, Look(lines=[(cut, f"{cut:g}") for cut in cuts]))


def widths_plot(rows: Sequence[Row], words: Words) -> str:
    """Two intervals a row, one above the other: what the automated scores added to people's."""
    return rows_plot(rows, words, Look(doubled=True))


def ratios_plot(rows: Sequence[Row], words: Words, *, line: str = "0.8") -> str:
    """Ratio of a group's selection rate to the highest one's, with 4/5 and equality; unknown ones with their reason."""
    return rows_plot(rows, words, Look(lines=((FOUR_FIFTHS, line), (1.0, "1")), within=(0.5, 1.1)))


def without_counts(rows: Sequence[Row]) -> list[Row]:
    """The same rows for a chart whose counts mean different things."""
    return [replace(row, main=replace(row.main, n=None)) for row in rows]

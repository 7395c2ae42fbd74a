"""Columns of local times in UTC, where no clock change is near; the rest is for the careful road."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache

import polars as pl

from hengcai.base.days import readings

WRITTEN_MOMENT = (
    "(199[0-9]|2[01][0-9]{2})-[01][0-9]-[0-3][0-9][T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?"
    "(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])?"
)
MICRO = 1_000_000
HOURS_AROUND = range(-24, 49)


def in_utc(written: pl.Series, zone: tzinfo) -> pl.Series:
    """Of what has the shape of `WRITTEN_MOMENT`: null for a day that is none, near a clock change, or empty."""
    text = pl.col("text")
    cells = written.alias("text").to_frame()
    has_seconds = text.str.slice(16, 1) == ":"
    offset = pl.when(has_seconds).then(text.str.slice(19)).otherwise(text.str.slice(16))
    parts = cells.select(
        text.str.slice(0, 10).str.to_date("%Y-%m-%d", strict=False).alias("day"),
        (_number(11) * 3600 + _number(14) * 60 + pl.when(has_seconds).then(_number(17)).otherwise(0)).alias("second"),
        offset.alias("offset"),
    )
    written_offset = _offset_seconds(pl.col("offset"))
    here = parts["day"].replace_strict(*_offsets(parts["day"], zone), return_dtype=pl.Int32())
    seconds = pl.col("second") - pl.when(pl.col("offset") == "").then(here).otherwise(written_offset)
    micro = seconds.cast(pl.Int64()) * MICRO
    return parts.select((pl.col("day").cast(pl.Datetime("us")) + micro.cast(pl.Duration("us"))).alias("at"))["at"]


def local_days(moments: pl.Series, zone: tzinfo) -> pl.Series:
    """The days of moments in UTC where clocks of the zone are; null near a clock change."""
    days = moments.dt.date()
    here = days.replace_strict(*_offsets(days, zone), return_dtype=pl.Int32()).cast(pl.Int64()) * MICRO
    return (moments + here.cast(pl.Duration("us"))).dt.date()


def _number(at: int) -> pl.Expr:
    return pl.col("text").str.slice(at, 2).cast(pl.Int32(), strict=False)


def _offset_seconds(offset: pl.Expr) -> pl.Expr:
    hours = offset.str.slice(1, 2).cast(pl.Int32(), strict=False)
    minutes = offset.str.slice(4, 2).cast(pl.Int32(), strict=False)
    size = hours * 3600 + minutes * 60
    return pl.when(offset == "Z").then(0).when(offset.str.starts_with("-")).then(-size).otherwise(size)


def _offsets(days: pl.Series, zone: tzinfo) -> tuple[pl.Series, pl.Series]:
    known = days.drop_nulls().unique()
    found = [_steady_offset(day, zone) for day in known.to_list()]
    return pl.concat([known, pl.Series([None], dtype=pl.Date())]), pl.Series([*found, None], dtype=pl.Int32())


@lru_cache(maxsize=20_000)
def _steady_offset(day: date, zone: tzinfo) -> int | None:
    """Seconds before UTC, the same on the day before, the day and the day after; None where they are not."""
    midnight = datetime.combine(day, time())
    around = [midnight + timedelta(hours=hours) for hours in HOURS_AROUND]
    found = {tuple(local.replace(tzinfo=UTC) - moment for moment in readings(local, zone)) for local in around}
    if len(found) > 1:
        return None
    ((offset,),) = found
    return offset // timedelta(seconds=1)

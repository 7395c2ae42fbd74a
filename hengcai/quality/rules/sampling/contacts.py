"""The frame of a plan: which contacts may be drawn, and the stratum and the week of each."""

import hashlib
from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import date, tzinfo
from itertools import accumulate
from typing import Any

import polars as pl

from hengcai.base.errors import NotValid
from hengcai.base.tables.frames import Chunk
from hengcai.interactions.rules import values as cells
from hengcai.interactions.rules.contact import LONGEST_ID, LONGEST_NUMBER
from hengcai.interactions.rules.plain_contacts import SHAPES
from hengcai.interactions.rules.plain_moments import in_utc, local_days
from hengcai.quality.rules.sampling.conditions import CHOICES
from hengcai.quality.rules.sampling.plan import Plan

NEEDED = ("id", "agent", "started_at", "channel")
SAID = ("turns", "text", "recording")
"""A contact of which nothing stands in any of those its file has cannot be heard or read."""
NOTHING = r"^\s*(\[\s*\])?\s*$"
ORDINARY = -1
FRAME = {"id": pl.String(), "agent": pl.String(), "monday": pl.Date(), "rule": pl.Int16()}
Read = Callable[[str], Any]


class Contacts:
    """Takes a file chunk by chunk; `frame` is what of it may be drawn, in no order that means anything."""

    def __init__(self, plan: Plan, *, zone: tzinfo, said: Sequence[str], is_whole: bool = False) -> None:
        """`said`: those of `SAID` that the file has, or may have where it has no header; `is_whole`: of the latter,
        whether all may be drawn as long as nothing stands in any of them."""
        self._plan, self._zone, self._said = plan, zone, said
        self._is_whole = is_whole or not said
        self._ids: list[pl.Series] = []
        self._parts: list[pl.DataFrame] = []
        self._numbers: list[Sequence[int]] = []
        self._place: dict[str, object] = {}

    def take(self, chunk: Chunk) -> None:
        self._place = chunk.place
        ids = self._read(chunk, "id", lambda text: cells.identity({"id": text}, "id", most=LONGEST_ID))
        agents = self._distinct(
            chunk, "agent", lambda text: cells.identity({"agent": text}, "agent", most=LONGEST_NUMBER), pl.String()
        )
        days, channels = self._days(chunk), self._channels(chunk)
        self._ids.append(ids)
        self._numbers.append(chunk.numbers)
        first, last = self._plan.period
        said = self._is_said(chunk.frame)
        self._is_whole = self._is_whole and not said.any()
        met = pl.DataFrame([ids, agents, days.dt.truncate("1w").alias("monday"), self._rules(chunk), said])
        is_in = days.is_between(first, last)
        if self._plan.channels:
            is_in &= channels.is_in(list(self._plan.channels))
        self._parts.append(met.filter(is_in))

    def frame(self) -> pl.DataFrame:
        self._check_ids()
        rows = pl.concat([pl.DataFrame(schema={**FRAME, "said": pl.Boolean()}), *self._parts])
        return (rows if self._is_whole else rows.filter("said")).drop("said")

    def _is_said(self, rows: pl.DataFrame) -> pl.Series:
        nothing = [pl.lit(value=True), *(pl.col(name).str.contains(NOTHING) for name in self._said)]
        return ~rows.select(pl.repeat(0, pl.len()), pl.all_horizontal(nothing).alias("said"))["said"]

    def _rules(self, chunk: Chunk) -> pl.Series:
        """The first each meets."""
        expression = pl.lit(ORDINARY, pl.Int16())
        for place, rule in reversed(list(enumerate(self._plan.rules))):
            held = [
                self._distinct(chunk, one.column, one.holds, pl.Boolean()).alias(str(at))
                for at, one in enumerate(rule.where)
            ]
            expression = pl.when(pl.all_horizontal(held)).then(pl.lit(place, pl.Int16())).otherwise(expression)
        return chunk.frame.select(pl.repeat(0, pl.len()).alias("n"), expression.alias("rule"))["rule"]

    def _channels(self, chunk: Chunk) -> pl.Series:
        known, words = CHOICES["channel"]

        def read(text: str) -> str:
            return cells.choice(
                cells.required({"channel": text}, "channel", most=20), "channel", known=known, words=words
            )

        return self._distinct(chunk, "channel", read, pl.String())

    def _days(self, chunk: Chunk) -> pl.Series:
        """Where the centre's clocks are; only what is unusual is read one by one."""
        written = chunk.frame["started_at"]
        is_plain = written.str.contains(SHAPES["started_at"])
        usual = pl.select(pl.when(is_plain).then(written).otherwise(pl.lit(""))).to_series()
        days = local_days(in_utc(usual, self._zone), self._zone)

        def read(text: str) -> date:
            required = cells.required({"started_at": text}, "started_at", most=40)
            return cells.moments(required, "started_at", zone=self._zone)[0].astimezone(self._zone).date()

        return self._one_by_one(chunk, "started_at", days, read)

    def _read(self, chunk: Chunk, name: str, read: Read) -> pl.Series:
        written = chunk.frame[name]
        usual = pl.select(pl.when(written.str.contains(SHAPES[name])).then(written)).to_series()
        return self._one_by_one(chunk, name, usual, read)

    def _one_by_one(self, chunk: Chunk, name: str, found: pl.Series, read: Read) -> pl.Series:
        """Fills what is null in `found`."""
        odd = found.is_null().arg_true()
        if not len(odd):
            return found.alias(name)
        told = [_read_at(chunk, place, chunk.frame[name][place], read) for place in odd.to_list()]
        return found.scatter(odd, pl.Series(told, dtype=found.dtype)).alias(name)

    def _distinct(self, chunk: Chunk, name: str, read: Read, kind: pl.DataType) -> pl.Series:
        """Each different text is read once; of one that is refused the first row is named."""
        written = chunk.frame[name]
        texts = written.unique(maintain_order=True)
        told = []
        for text in texts.to_list():
            try:
                told.append(read(text))
            except NotValid:
                _read_at(chunk, int((written == text).arg_max() or 0), text, read)
        return written.replace_strict(texts, pl.Series(told, dtype=kind), return_dtype=kind)

    def _check_ids(self) -> None:
        ids = pl.concat(self._ids) if self._ids else pl.Series("id", [], dtype=pl.String())
        if ids.n_unique() == len(ids):
            return
        place = int(ids.is_first_distinct().not_().arg_max() or 0)
        starts = [0, *accumulate(len(numbers) for numbers in self._numbers)]
        chunk = bisect_right(starts, place) - 1
        row = self._numbers[chunk][place - starts[chunk]]
        raise NotValid("sampling.id_twice", **self._place, row=row, column="id", value=ids[place])


def _read_at(chunk: Chunk, place: int, text: str, read: Read) -> Any:
    try:
        return read(text)
    except NotValid as refusal:
        raise NotValid(refusal.code, **{**refusal.facts, **chunk.place, "row": chunk.numbers[place]}) from None


def digest(ids: pl.Series) -> str:
    """Of the sorted ids with a line end between any two."""
    joined = ids.sort().str.join("\n").item() if len(ids) else ""
    return hashlib.sha256(joined.encode()).hexdigest()

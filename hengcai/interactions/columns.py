"""A chunk of contacts as columns: its plain rows, the day of each, and the words of all on their way to the lake."""

from collections.abc import Collection, Sequence
from datetime import UTC, date, tzinfo

import polars as pl

from hengcai.base.tables.rejects import ADDED
from hengcai.interactions import lake
from hengcai.interactions.batches import Arrival
from hengcai.interactions.kinds.registry import Chunk
from hengcai.interactions.lookups import Zones, matter_secret
from hengcai.interactions.rules.contact import ContactFacts
from hengcai.interactions.rules.plain_contacts import plain_contacts
from hengcai.interactions.rules.plain_moments import local_days

REJECTS_SAY = frozenset(ADDED)


def plain_rows(chunk: Chunk, *, zone: tzinfo) -> pl.DataFrame | None:
    """None where the file does not come as columns."""
    if chunk.block is None:
        return None
    used = chunk.columns_used
    if REJECTS_SAY.issubset(chunk.block.layout.columns):
        used |= REJECTS_SAY
    return plain_contacts(chunk.block, zone=zone, used=used, secret=matter_secret())


def lots(
    rows: pl.DataFrame, before: Sequence[str | None], *, others: Collection[str], agents: Collection[str] | None
) -> tuple[pl.DataFrame, int, pl.DataFrame]:
    """New rows, how many are there already with the same content, and those to be looked at one by one.

    `before`: the digest each row's id had until now, if any; `others`: ids of rows that are not here; `agents`: those
    who are known, or None where all will be.
    """
    known = pl.Series("before", before or [None] * len(rows), dtype=pl.String())
    clear = ~(rows["id"].is_duplicated() | rows["id"].is_in(list(others)))
    if agents is not None:
        clear &= rows["agent"].is_in(list(agents))
    is_new = clear & known.is_null()
    is_there = clear & (known == rows["digest"]).fill_null(value=False)
    return rows.filter(is_new), int(is_there.sum()), rows.filter(~(is_new | is_there))


def with_days(rows: pl.DataFrame, zones: Zones, *, zone: tzinfo) -> pl.DataFrame:
    """`day` of each, and no `place` in the lake yet: the centre's all at once where no clock change is near, otherwise one by one."""
    days = local_days(rows["started_at"], zone)
    is_odd = days.is_null() | rows["agent"].is_in(list(zones.elsewhere))
    odd = rows.filter(is_odd).select("agent", "started_at").iter_rows()
    theirs = pl.Series([zones.day_of(agent, moment.replace(tzinfo=UTC)) for agent, moment in odd], dtype=pl.Date())
    return rows.with_columns(
        days.scatter(is_odd.arg_true(), theirs).alias("day"), pl.lit(None, dtype=pl.Int64()).alias("place")
    )


def first_days(rows: pl.DataFrame) -> list[tuple[str, date]]:
    return list(rows.group_by("agent").agg(pl.col("day").min()).iter_rows())


def write_words(
    name: str, plain: pl.DataFrame | None, arrivals: Sequence[Arrival]
) -> tuple[list[lake.Slice], pl.DataFrame | None]:
    """What was said goes to the lake; each row and arrival that says something learns its `place` in the part of its
    day."""
    spoken = {at: one for at, one in enumerate(arrivals) if one.facts.turns or one.facts.aside}
    words = [_words(spoken.values()).with_columns(at=pl.Series(list(spoken), dtype=pl.Int64()))]
    if plain is not None:
        plain = plain.drop("place").with_row_index("at").with_columns(at=-1 - pl.col("at").cast(pl.Int64()))
        words.append(_plain_words(plain))
    rows = pl.concat(words).sort("day", maintain_order=True)
    places = rows.select("at", pl.int_range(pl.len()).over("day").alias("place"))
    for at, place in places.filter(pl.col("at") >= 0).iter_rows():
        spoken[at].place = place
    parts = lake.write_part(name, rows.drop("at")) if len(rows) else []
    return parts, plain if plain is None else plain.join(places, on="at", how="left", maintain_order="left")


def _words(arrivals: Collection[Arrival]) -> pl.DataFrame:
    days = pl.Series("day", [one.day for one in arrivals], dtype=pl.Date())
    return lake.frame_of([_conversation(one.facts) for one in arrivals]).with_columns(days)


def _conversation(facts: ContactFacts) -> lake.Conversation:
    return lake.Conversation(
        facts.key, facts.agent, facts.started_at, facts.channel, facts.language, facts.turns, facts.aside
    )


def _plain_words(plain: pl.DataFrame) -> pl.DataFrame:
    """Laid out as `lake.frame_of` does."""
    said = plain.filter((pl.col("turns").list.len() > 0) | (pl.col("aside") != ""))
    return said.select(
        "id", "agent", pl.col("started_at").dt.replace_time_zone("UTC"), "channel", "language", "turns", "aside",
        "day", "at",
    )  # fmt: skip

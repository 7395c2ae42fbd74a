"""Columns of text with a speaker before each line, turned into turns all at once."""

from json.encoder import encode_basestring_ascii

import polars as pl

from hengcai.interactions.rules.turns import SPEAKERS

SHAPE = "^[^\x00-\x08\x0b-\x1f\x7f-\x9f\u017f\u2028\u2029]*$"
"""Line breaks are \\n only, and no letter becomes another when its case is folded."""
_ASCII = "|".join(word for word in SPEAKERS if word.isascii())
_OTHER = "|".join(word for word in SPEAKERS if not word.isascii())
_LINE = rf"^((?i-u:{_ASCII})|{_OTHER})\s*[:：]\s*(.*)$"
TURN = {"speaker": pl.String(), "text": pl.String(), "start": pl.Float64(), "end": pl.Float64()}
TURNS = pl.List(pl.Struct(TURN))


def with_turns(rows: pl.DataFrame) -> pl.DataFrame:
    """`turns`, `turn_count` and `said` (the turns as the digest has them) beside `n` and `text`.

    A row whose text begins without a speaker is left out.
    """
    lines = _lines(rows)
    begins = pl.col("n") != pl.col("n").shift(1, fill_value=-1)
    nameless = lines.filter(begins & pl.col("speaker").is_null())["n"]
    if len(nameless):
        rows = rows.filter(~pl.col("n").is_in(nameless.implode()))
        lines = lines.filter(~pl.col("n").is_in(nameless.implode()))
    found = _folded(_turns(lines))
    joined = rows.join(found, on="n", how="left", maintain_order="left")
    return joined.with_columns(
        pl.col("turns").fill_null(pl.lit([], dtype=TURNS)),
        pl.col("turn_count").fill_null(0),
        pl.concat_str(pl.lit("["), pl.col("said").fill_null(""), pl.lit("]")).alias("said"),
    )


def _lines(rows: pl.DataFrame) -> pl.DataFrame:
    """Each line that is not blank: its row, its speaker where it names one, and what is said."""
    spoken = rows.filter(pl.col("text") != "").select(pl.col("n").cast(pl.Int64()), pl.col("text").str.split("\n"))
    lines = spoken.explode("text").with_columns(pl.col("text").str.strip_chars()).filter(pl.col("text") != "")
    groups = pl.col("text").str.extract_groups(_LINE)
    parts = lines.select("n", "text", groups.struct[0].alias("name"), groups.struct[1].alias("words"))
    name = pl.col("name").str.to_lowercase().replace_strict(SPEAKERS, default=None, return_dtype=pl.String())
    words = pl.when(pl.col("name").is_null()).then(pl.col("text")).otherwise(pl.col("words").str.strip_chars())
    return parts.select("n", name.alias("speaker"), words.alias("text"))


def _turns(lines: pl.DataFrame) -> pl.DataFrame:
    """A line without a speaker goes on with the turn before it."""
    if lines["speaker"].null_count() == 0:
        return lines
    turn = pl.col("speaker").is_not_null().cum_sum().alias("turn")
    whole = lines.group_by(turn, maintain_order=True)
    return whole.agg(pl.col("n").first(), pl.col("speaker").first(), pl.col("text").str.join("\n")).drop("turn")


def _folded(turns: pl.DataFrame) -> pl.DataFrame:
    nothing = pl.lit(None, dtype=pl.Float64())
    texts = pl.Series("written", list(map(encode_basestring_ascii, turns["text"].to_list())), dtype=pl.String())
    is_spoken = (pl.col("speaker") != "system") & (pl.col("text") != "")
    flat = turns.with_columns(texts).select(
        pl.col("n").cast(pl.UInt32()),
        pl.struct("speaker", "text", nothing.alias("start"), nothing.alias("end")).alias("turns"),
        is_spoken.cast(pl.UInt32()).alias("turn_count"),
        pl.format('["{}", {}, null, null]', "speaker", "written").alias("said"),
    )
    return flat.group_by("n", maintain_order=True).agg(
        "turns", pl.col("turn_count").sum(), pl.col("said").str.join(", ")
    )

"""Everything that is read of scorecards, work given out, evaluations and cases, as far as its reader may see it."""

from hengcai.quality.queries.figures import Difference, IndicatorShare, indicator_shares, rescore

__all__ = ["Difference", "IndicatorShare", "indicator_shares", "rescore"]

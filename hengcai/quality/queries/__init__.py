"""Everything that is read of scorecards, work given out, evaluations and cases, as far as its reader may see it."""

from hengcai.quality.holding import own_cards, scorecards_in_force
from hengcai.quality.queries.assigning import GivenFilter, contacts_to_assign, given_out, given_rows
from hengcai.quality.queries.figures import Difference, IndicatorShare, indicator_shares, rescore
from hengcai.quality.queries.lists import VERDICTS, Summary, newest_seen, summary_of, waiting_for_publication
from hengcai.quality.queries.scorecards import CardItem, CardPage, CardSection, scorecard_page
from hengcai.quality.queries.work import (
    Work,
    WorkRow,
    assignments_given_seen_by,
    work_of,
    work_rows,
)

__all__ = [
    "VERDICTS",
    "CardItem",
    "CardPage",
    "CardSection",
    "Difference",
    "GivenFilter",
    "IndicatorShare",
    "Summary",
    "Work",
    "WorkRow",
    "assignments_given_seen_by",
    "contacts_to_assign",
    "given_out",
    "given_rows",
    "indicator_shares",
    "newest_seen",
    "own_cards",
    "rescore",
    "scorecard_page",
    "scorecards_in_force",
    "summary_of",
    "waiting_for_publication",
    "work_of",
    "work_rows",
]

"""Everything that writes quality data: scorecards, work given out, marks, red-line cases."""

from hengcai.quality.actions.assignments import assign_contacts, withdraw_assignment
from hengcai.quality.actions.cases import judge_case, report_red_line
from hengcai.quality.actions.evaluations import publish_evaluations, save_draft, submit_evaluation
from hengcai.quality.actions.months import sum_up_months
from hengcai.quality.actions.publishing import publish_scorecard
from hengcai.quality.actions.scorecards import (
    add_scorecard,
    delete_scorecard,
    new_version,
    rewrite_scorecard,
)
from hengcai.quality.actions.seeds import load_seed_scorecards

__all__ = [
    "add_scorecard",
    "assign_contacts",
    "delete_scorecard",
    "judge_case",
    "load_seed_scorecards",
    "new_version",
    "publish_evaluations",
    "publish_scorecard",
    "report_red_line",
    "rewrite_scorecard",
    "save_draft",
    "submit_evaluation",
    "sum_up_months",
    "withdraw_assignment",
]

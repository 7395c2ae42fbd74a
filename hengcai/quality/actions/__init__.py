"""Everything that writes quality data: scorecards, work given out, marks, red-line cases."""

from hengcai.quality.actions.assignments import assign_contacts, withdraw_assignment
from hengcai.quality.actions.cases import judge_case, report_red_line
from hengcai.quality.actions.evaluations import publish_evaluations, save_draft, submit_evaluation
from hengcai.quality.actions.months import sum_up_months
from hengcai.quality.actions.picks import give_picks, replace_pick
from hengcai.quality.actions.plans import close_plan, draw_plan, draw_week, edit_plan, make_plan, start_plan
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
    "close_plan",
    "delete_scorecard",
    "draw_plan",
    "draw_week",
    "edit_plan",
    "give_picks",
    "judge_case",
    "load_seed_scorecards",
    "make_plan",
    "new_version",
    "publish_evaluations",
    "publish_scorecard",
    "replace_pick",
    "report_red_line",
    "rewrite_scorecard",
    "save_draft",
    "start_plan",
    "submit_evaluation",
    "sum_up_months",
    "withdraw_assignment",
]

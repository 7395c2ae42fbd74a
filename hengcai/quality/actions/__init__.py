"""Everything that writes quality data: scorecards, work given out, marks, red-line cases."""

from hengcai.quality.actions.assignments import assign_contacts, withdraw_assignment
from hengcai.quality.actions.calibrations import (
    agree_marks,
    agree_reference,
    certify_analyst,
    close_calibration,
    edit_calibration,
    hand_in_blind,
    open_scoring,
    plan_calibration,
    reveal_marks,
    save_blind,
    write_minutes,
)
from hengcai.quality.actions.cases import judge_case, report_red_line
from hengcai.quality.actions.disputes import (
    add_opinion,
    confirm_evaluation,
    decide_dispute,
    dispute_evaluation,
    give_back_dispute,
    mark_blind,
    take_dispute,
    take_over_dispute,
    withdraw_dispute,
)
from hengcai.quality.actions.evaluations import (
    change_by_decision,
    change_by_recheck,
    publish_evaluations,
    save_draft,
    submit_evaluation,
)
from hengcai.quality.actions.exclusions import end_exclusion, enter_exclusion
from hengcai.quality.actions.measures import (
    answer_cause,
    close_cause,
    collect_causes,
    name_cause_owner,
    sum_up_measures,
)
from hengcai.quality.actions.months import sum_up_months
from hengcai.quality.actions.picks import give_picks, replace_pick
from hengcai.quality.actions.plan_work import assign_plan, compare_plan
from hengcai.quality.actions.plans import close_plan, draw_plan, draw_week, edit_plan, make_plan, start_plan
from hengcai.quality.actions.publishing import publish_scorecard
from hengcai.quality.actions.rechecks import (
    close_recheck,
    draw_rechecks,
    give_recheck,
    mark_recheck,
    save_recheck,
    settle_recheck,
    submit_recheck,
    take_over_recheck,
)
from hengcai.quality.actions.scorecards import (
    add_scorecard,
    delete_scorecard,
    new_version,
    rewrite_scorecard,
)
from hengcai.quality.actions.seeds import load_seed_scorecards
from hengcai.quality.actions.undo import undo_submission

__all__ = [
    "add_opinion",
    "add_scorecard",
    "agree_marks",
    "agree_reference",
    "answer_cause",
    "assign_contacts",
    "assign_plan",
    "certify_analyst",
    "change_by_decision",
    "change_by_recheck",
    "close_calibration",
    "close_cause",
    "close_plan",
    "close_recheck",
    "collect_causes",
    "compare_plan",
    "confirm_evaluation",
    "decide_dispute",
    "delete_scorecard",
    "dispute_evaluation",
    "draw_plan",
    "draw_rechecks",
    "draw_week",
    "edit_calibration",
    "edit_plan",
    "end_exclusion",
    "enter_exclusion",
    "give_back_dispute",
    "give_picks",
    "give_recheck",
    "hand_in_blind",
    "judge_case",
    "load_seed_scorecards",
    "make_plan",
    "mark_blind",
    "mark_recheck",
    "name_cause_owner",
    "new_version",
    "open_scoring",
    "plan_calibration",
    "publish_evaluations",
    "publish_scorecard",
    "replace_pick",
    "report_red_line",
    "reveal_marks",
    "rewrite_scorecard",
    "save_blind",
    "save_draft",
    "save_recheck",
    "settle_recheck",
    "start_plan",
    "submit_evaluation",
    "submit_recheck",
    "sum_up_measures",
    "sum_up_months",
    "take_dispute",
    "take_over_dispute",
    "take_over_recheck",
    "undo_submission",
    "withdraw_assignment",
    "withdraw_dispute",
    "write_minutes",
]

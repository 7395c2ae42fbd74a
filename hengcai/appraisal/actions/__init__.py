"""Verbs of the appraisal, by noun."""

from hengcai.appraisal.actions.cycles import add_cycle, add_participant, add_rater, open_cycle, publish_cycle, reopen_cycle, withdraw_rater
from hengcai.appraisal.actions.policies import add_policy, load_shipped_policies, publish_policy
from hengcai.appraisal.actions.ratings import add_marks, pass_rater_training, save_rating, send_rating, write_remark
from hengcai.appraisal.actions.results import compute_cycle, correct_result

__all__ = [
    "add_cycle", "add_marks", "add_participant", "add_policy", "add_rater", "compute_cycle", "correct_result",
    "load_shipped_policies", "open_cycle", "pass_rater_training", "publish_cycle", "publish_policy", "reopen_cycle",
    "save_rating", "send_rating", "withdraw_rater", "write_remark",
]  # fmt: skip

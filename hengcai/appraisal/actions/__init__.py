"""Verbs of the appraisal, by noun."""

from hengcai.appraisal.actions.acknowledgements import (
    acknowledge_policy,
    ask_joiners,
    nudge_signers,
    take_in_signatures,
)
from hengcai.appraisal.actions.calendar import Terms, lay_out_cycle, pass_deadline, settle_template
from hengcai.appraisal.actions.corrections import (
    confirm_correction,
    confirm_correction_alone,
    decline_correction,
    open_corrections,
    propose_correction,
    read_correction,
)
from hengcai.appraisal.actions.cycles import Dates, add_cycle, change_draft, open_cycle, reopen_cycle
from hengcai.appraisal.actions.exam_marks import take_exam_marks, take_practical_marks
from hengcai.appraisal.actions.files import add_marks, take_in_marks, take_in_ratings
from hengcai.appraisal.actions.findings import (
    answer_question,
    ask_about_finding,
    ask_about_pattern,
    ask_about_rater,
    nudge_rater,
    rescore,
    settle_finding,
    settle_pattern,
    settle_rater,
)
from hengcai.appraisal.actions.lengthening import lengthen_cycle, nudge_late
from hengcai.appraisal.actions.policies import (
    add_policy,
    amend_policy,
    delete_policy,
    load_shipped_policies,
    publish_policy,
    rewrite_policy,
)
from hengcai.appraisal.actions.policy_comments import answer_comment, comment_on_policy
from hengcai.appraisal.actions.procedure import (
    announce_policy,
    decide_policy,
    discuss_policy,
    explain_change,
    withdraw_policy,
)
from hengcai.appraisal.actions.publication import (
    confirm_publication,
    confirm_publication_alone,
    decline_publication,
    propose_publication,
    publish_cycle,
    take_back_publication,
)
from hengcai.appraisal.actions.raters import (
    add_participant,
    add_rater,
    draw_second_superiors,
    return_rating,
    withdraw_rater,
)
from hengcai.appraisal.actions.ratings import pass_rater_training, save_rating, send_rating, write_remark
from hengcai.appraisal.actions.results import (
    compute_cycle,
    compute_fairness,
    compute_part,
    correct_result,
    start_computing,
    sum_up_teams,
)
from hengcai.appraisal.actions.rulings import rule_on_result

__all__ = [
    "Dates",
    "Terms",
    "acknowledge_policy",
    "add_cycle",
    "add_marks",
    "add_participant",
    "add_policy",
    "add_rater",
    "amend_policy",
    "announce_policy",
    "answer_comment",
    "answer_question",
    "ask_about_finding",
    "ask_about_pattern",
    "ask_about_rater",
    "ask_joiners",
    "change_draft",
    "comment_on_policy",
    "compute_cycle",
    "compute_fairness",
    "compute_part",
    "confirm_correction",
    "confirm_correction_alone",
    "confirm_publication",
    "confirm_publication_alone",
    "correct_result",
    "decide_policy",
    "decline_correction",
    "decline_publication",
    "delete_policy",
    "discuss_policy",
    "draw_second_superiors",
    "explain_change",
    "lay_out_cycle",
    "lengthen_cycle",
    "load_shipped_policies",
    "nudge_late",
    "nudge_rater",
    "nudge_signers",
    "open_corrections",
    "open_cycle",
    "pass_deadline",
    "pass_rater_training",
    "propose_correction",
    "propose_publication",
    "publish_cycle",
    "publish_policy",
    "read_correction",
    "reopen_cycle",
    "rescore",
    "return_rating",
    "rewrite_policy",
    "rule_on_result",
    "save_rating",
    "send_rating",
    "settle_finding",
    "settle_pattern",
    "settle_rater",
    "settle_template",
    "start_computing",
    "sum_up_teams",
    "take_back_publication",
    "take_exam_marks",
    "take_in_marks",
    "take_in_ratings",
    "take_in_signatures",
    "take_practical_marks",
    "withdraw_policy",
    "withdraw_rater",
    "write_remark",
]

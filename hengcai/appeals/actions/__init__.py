"""Verbs of appeals, by noun."""

from hengcai.appeals.actions.answers import agree_to_answer, answer_appeal, disagree_with_answer, propose_answer
from hengcai.appeals.actions.appeals import (
    add_evidence,
    add_statement,
    file_appeal,
    read_answer,
    withdraw_appeal,
)
from hengcai.appeals.actions.panel import (
    answer_opinion,
    appoint_members,
    ask_opinion,
    hear_appeal,
    step_back,
)

__all__ = [
    "add_evidence", "add_statement", "agree_to_answer", "answer_appeal", "answer_opinion", "appoint_members", "ask_opinion",
    "disagree_with_answer", "file_appeal", "hear_appeal", "propose_answer", "read_answer", "step_back", "withdraw_appeal",
]  # fmt: skip

"""The verbs of this package."""

from hengcai.training.actions.interviews import (
    draw_interviews,
    sign_interview,
    substitute_interviewee,
    write_interview,
)
from hengcai.training.actions.projects import (
    Found,
    Plan,
    add_benchmark,
    add_task,
    change_project,
    code_matters,
    finish_task,
    open_project,
    remove_benchmark,
)
from hengcai.training.actions.reports import draft_report, edit_report, issue_report

__all__ = [
    "Found",
    "Plan",
    "add_benchmark",
    "add_task",
    "change_project",
    "code_matters",
    "draft_report",
    "draw_interviews",
    "edit_report",
    "finish_task",
    "issue_report",
    "open_project",
    "remove_benchmark",
    "sign_interview",
    "substitute_interviewee",
    "write_interview",
]

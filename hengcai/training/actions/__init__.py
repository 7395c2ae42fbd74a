"""The verbs of this package."""

from hengcai.training.actions.courses import (
    add_course,
    copy_course,
    edit_course,
    load_shipped_courses,
    publish_course,
    retire_course,
)
from hengcai.training.actions.interviews import (
    draw_interviews,
    sign_interview,
    substitute_interviewee,
    write_interview,
)
from hengcai.training.actions.learning import (
    Order,
    Stop,
    assign_course,
    enrol,
    finish_course,
    finish_lesson,
    keep_place,
    withdraw_enrolment,
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
    "Order",
    "Plan",
    "Stop",
    "add_benchmark",
    "add_course",
    "add_task",
    "assign_course",
    "change_project",
    "code_matters",
    "copy_course",
    "draft_report",
    "draw_interviews",
    "edit_course",
    "edit_report",
    "enrol",
    "finish_course",
    "finish_lesson",
    "finish_task",
    "issue_report",
    "keep_place",
    "load_shipped_courses",
    "open_project",
    "publish_course",
    "remove_benchmark",
    "retire_course",
    "sign_interview",
    "substitute_interviewee",
    "withdraw_enrolment",
    "write_interview",
]

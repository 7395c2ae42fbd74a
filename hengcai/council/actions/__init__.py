"""Verbs of the panel's own work, by noun."""

from hengcai.council.actions.group import (
    add_project,
    add_seat,
    approve_meeting,
    close_project,
    drop_errand,
    edit_meeting,
    end_seat,
    finish_errand,
    join_project,
    set_errand,
    write_meeting,
)
from hengcai.council.actions.suggestions import (
    answer_suggestion,
    note_article,
    read_suggestion,
    suggest,
    suggest_unnamed,
    take_up_suggestion,
)

__all__ = [
    "add_project", "add_seat", "answer_suggestion", "approve_meeting", "close_project", "drop_errand", "edit_meeting",
    "end_seat", "finish_errand", "join_project", "note_article", "read_suggestion", "set_errand", "suggest", "suggest_unnamed",
    "take_up_suggestion", "write_meeting",
]  # fmt: skip

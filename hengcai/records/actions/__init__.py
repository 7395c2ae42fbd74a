"""The only place that writes records."""

from hengcai.records.actions.answers import note_silences, object_to_record, sign_record
from hengcai.records.actions.archives import archive_records, erase_personal_texts
from hengcai.records.actions.checks import check_archive, note_check
from hengcai.records.actions.interviews import appoint_interview, hold_interview, save_interview, skip_interview
from hengcai.records.actions.notes import note_training
from hengcai.records.actions.papers import confirm_paper, enter_paper, return_paper
from hengcai.records.actions.records import hold_record, open_records, release_record, renew_record, replace_record

__all__ = [
    "appoint_interview",
    "archive_records",
    "check_archive",
    "confirm_paper",
    "enter_paper",
    "erase_personal_texts",
    "hold_interview",
    "hold_record",
    "note_check",
    "note_silences",
    "note_training",
    "object_to_record",
    "open_records",
    "release_record",
    "renew_record",
    "replace_record",
    "return_paper",
    "save_interview",
    "sign_record",
    "skip_interview",
]  # fmt: skip

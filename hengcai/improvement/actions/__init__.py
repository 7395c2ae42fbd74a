from hengcai.improvement.actions.from_causes import raise_from_cause
from hengcai.improvement.actions.months import draft_month, edit_month, enter_meeting, issue_month, revise_month
from hengcai.improvement.actions.remedies import (
    add_proof_file,
    check_remedy,
    close_remedy,
    drop_remedy,
    finish_remedy,
    go_on_with_remedy,
    hand_over_remedy,
    put_off_remedy,
    raise_remedy,
    return_remedy,
)
from hengcai.improvement.actions.standing import (
    count_places,
    deliver_report,
    make_report,
    read_report,
    subscribe,
    subscribe_other,
    unsubscribe,
)

__all__ = [
    "add_proof_file",
    "check_remedy",
    "close_remedy",
    "count_places",
    "deliver_report",
    "draft_month",
    "drop_remedy",
    "edit_month",
    "enter_meeting",
    "finish_remedy",
    "go_on_with_remedy",
    "hand_over_remedy",
    "issue_month",
    "make_report",
    "put_off_remedy",
    "raise_from_cause",
    "raise_remedy",
    "read_report",
    "return_remedy",
    "revise_month",
    "subscribe",
    "subscribe_other",
    "unsubscribe",
]

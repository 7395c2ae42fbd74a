from hengcai.improvement.actions.from_causes import raise_from_cause
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

__all__ = [
    "add_proof_file",
    "check_remedy",
    "close_remedy",
    "drop_remedy",
    "finish_remedy",
    "go_on_with_remedy",
    "hand_over_remedy",
    "put_off_remedy",
    "raise_from_cause",
    "raise_remedy",
    "return_remedy",
]

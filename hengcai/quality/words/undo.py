"""A submission taken back: why it may not be."""

WORDS = {
    "quality.undo_nothing": (
        "没有可以撤回的提交：这份评分还没有提交，或已经撤回。",
        "There is nothing to undo: this evaluation has not been submitted, or has already been withdrawn.",
    ),
    "quality.undo_too_late": (
        "提交后 {seconds} 秒内才能撤回，现在已经过了。需要改分的，请打开这一份写明原因后重新提交。",
        "A submission can only be undone within {seconds} seconds. To change the score, open the evaluation and submit it again "
        "with a reason.",
    ),
    "quality.undo_seen": (
        "这一份已经进入发布、复核或红线核实，不能撤回。需要改分的，请写明原因后重新提交。",
        "This evaluation has already gone on to publication, a recheck or a red-line case. To change the score, submit it again "
        "with a reason.",
    ),
}

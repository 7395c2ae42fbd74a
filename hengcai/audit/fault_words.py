"""What is said of each fault of the chain."""

FAULTS: dict[str, tuple[str, str]] = {
    "gap": ("该条缺失，后面的接不上", "is missing, so the next one does not follow"),
    "number": ("这里有一条编号不是数字", "has a number that cannot be read"),
    "order": ("接不上前一条", "does not follow the one before it"),
    "edited": ("被改过，和自己的哈希对不上", "was edited: it does not match its hash"),
    "date": ("时间读不出来", "has no readable time"),
    "version": ("哈希的版本号不对", "has the wrong hash version"),
    "values": ("内容被改过", "has been changed: its contents differ from what was sealed"),
    "missing_values": ("内容缺失，且没有抹除记录", "has lost its contents, but no entry erased them"),
    "erasure_unbacked": (
        "标为已抹除，后面却没有对应的抹除记录",
        "is marked as erased, but no later entry erased it",
    ),
    "erasure_left": ("已抹除，却还留着内容或盐值", "was erased, but its contents or salt are still there"),
    "erasure_undone": ("写着抹除了另一条，那一条却没有抹除", "says it erased another entry, which is not erased"),
    "truncated": (
        "留存的链头在这一条，日志却到不了这一条，后面被截掉了",
        "is recorded in a saved chain head, but the log ends before it",
    ),
    "foreign_head": (
        "和留存的链头对不上，日志被改写过",
        "does not match a saved chain head: the log has been rewritten",
    ),
    "head_short": ("链头停在这一条，后面却还有记录", "is where the chain head points, but more entries follow"),
    "head_missing": (
        "是最后一条，链头却不见了，或者读不出来",
        "is the last one, but the chain head is missing or cannot be read",
    ),
    "head_more": ("是最后一条，链头却不止一个", "is the last one, but there is more than one chain head"),
    "values_alone": ("不见了，内容却还留着", "is missing, but its contents are still there"),
}

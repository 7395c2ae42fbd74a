"""Heads and notes of a survey's files."""

WORDS = {
    "assessment.head.question": ("题号", "Question"),
    "assessment.head.text": ("题目", "Text"),
    "assessment.head.by": ("分组方式", "Grouped by"),
    "assessment.head.group": ("分组", "Group"),
    "assessment.head.n": ("回答人数", "n"),
    "assessment.head.mean": ("均分", "Mean"),
    "assessment.head.low": ("可信范围下限", "Interval from"),
    "assessment.head.high": ("可信范围上限", "Interval to"),
    "assessment.head.answer": ("答案", "Answer"),
    "assessment.head.count": ("人数", "Count"),
    "assessment.sheet.figures": ("结果", "Results"),
    "assessment.sheet.texts": ("文字回答", "Written answers"),
    "assessment.sheet.notes": ("说明", "About"),
    "assessment.sheet.about": (
        "发给 {asked} 人，{answered} 人填写。不足 {threshold} 人的组不显示；为避免用总数相减推出来，可能连带隐藏另一组。",
        "Sent to {asked} people; {answered} answered. Groups of fewer than {threshold} are hidden, and "
        "sometimes another group with them, so that hidden figures cannot be worked out by subtraction.",
    ),
    "assessment.hidden": ("（不显示）", "(hidden)"),
}

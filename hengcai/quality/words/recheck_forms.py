"""What the record of a recheck says on paper."""

WORDS = {
    "form.recheck": ("复核记录", "Recheck record"),
    "form.recheck.note": (
        "复核人没有看过初评，按同一张评分表独立评分。两次总分相差超过允许范围，或者致命项不同的，由质检主管写明理由裁定。",
        "Someone who has not seen the first score scores the contact again on the same scorecard. If the totals are too far "
        "apart, or the fatal items differ, the quality supervisor decides and gives a reason.",
    ),
    "form.used_for.recheck": ("发布前复核质检结果用", "Used for rechecking evaluations before publication"),
    "form.recheck.ruling": ("复核结论与理由", "What was settled, and why"),
    "form.no_recheck": (
        "没有编号 {number} 的复核，或者复核评分还没有提交，现在不能看。",
        "There is no recheck {number}, or its second score has not been submitted yet.",
    ),
    "form.ask.recheck": ("复核编号", "Recheck number"),
    "form.fact.why_rechecked": ("复核原因", "Why rechecked"),
    "form.fact.rechecked_by": ("复核人", "Scored again by"),
    "form.fact.recheck_due_on": ("复核期限", "Due by"),
    "form.fact.first_total": ("初评总分", "First total"),
    "form.fact.second_total": ("复核总分", "Second total"),
    "form.fact.settled_on": ("办结日期", "Settled on"),
    "form.column.first_mark": ("初评评分", "First mark"),
    "form.column.first_words": ("初评依据", "Evidence, first"),
    "form.column.second": ("复核评分", "Second mark"),
    "form.column.second_words": ("复核依据", "Evidence, second"),
    "form.column.settled": ("最终评分", "Settled mark"),
    "form.sign.rechecker": ("复核人", "Scored again by"),
    "form.sign.supervisor": ("质检主管", "Quality supervisor"),
}

"""Rulings after an appeal: what is refused, what the audit log calls it."""

WORDS = {
    "appraisal.ruling_unknown": (
        "这份结果里没有这一项，或者同一项填了两次，请检查：{part}。",
        "This result has no such part, or the part was entered twice: {part}.",
    ),
    "appraisal.ruling_value": (
        "“{part}”的数值 {value} 不对，小数最多六位。",
        "{value} is not valid for {part}. Enter a number with no more than six decimal places.",
    ),
    "appraisal.ruling_range": (
        "{value} 超出范围，应在 {low} 到 {high} 之间。",
        "{value} is out of range. Enter a number from {low} to {high}.",
    ),
    "appraisal.ruling_by_one": (
        "至少要由两名没有参与评分的成员共同决定。",
        "At least two members who had no part in the score must decide this together.",
    ),
    "audit.did.rule_on_result": ("按申诉处理结果更正了考核结果", "Corrected a result after an appeal decision"),
    "audit.thing.appraisal.ruling": ("申诉后改定的数据", "figure changed by an appeal decision"),
}

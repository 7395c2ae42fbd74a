"""Boards: titles, counts, what stands out."""

WORDS = {
    "board.title.head": ("中心看板", "Centre dashboard"),
    "board.title.appraisal_group": ("考核小组看板", "Review panel dashboard"),
    "board.title.lead": ("班组看板", "Team dashboard"),
    "board.title.quality_supervisor": ("质检看板", "Quality dashboard"),
    "board.title.trainer": ("培训看板", "Training dashboard"),
    "board.title.hr": ("人力资源看板", "HR dashboard"),
    "board.moved": (
        "{place}：{name} {before} → {value}，变化 {change}",
        "{place}: {name} {before} → {value}, change {change}",
    ),
    "board.nothing": (
        "与上个月相比，没有超出误差的变化。",
        "Nothing has changed significantly since the previous month.",
    ),
    "board.drawn": ("{place}{name}，近几个月，百分比", "{place}: {name} in recent months, per cent"),
    "board.count.remedies_open": ("未验证的整改", "Corrective actions to verify"),
    "board.count.remedies_late": ("逾期的整改", "Corrective actions overdue"),
    "board.count.remedies_not": ("验证没有改善的整改", "Corrective actions that did not help"),
    "board.count.coaching_open": ("未结束的辅导", "Coaching still open"),
    "board.count.coaching_late": ("逾期未复查的辅导", "Coaching follow-ups overdue"),
    "board.count.causes_open": ("未答复的差错归因", "Causes of errors not answered yet"),
    "board.count.people": ("在职人数", "Current employees"),
    "board.count.new": ("近 30 天入职", "Joined in the last 30 days"),
    "board.count.probation_ends": ("30 天内试用期满", "Probation ending within 30 days"),
    "board.attrition": (
        "月流失率 {value} {interval}（离职 {left} 人 ÷ 当月在职过的 {held} 人），上月 {before}，{said}",
        "Attrition {value} {interval} ({left} leavers ÷ {held} employed during the month); previous month "
        "{before}: {said}",
    ),
    "right.insight.board.see": ("查看看板", "See dashboards"),
}

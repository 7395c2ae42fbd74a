"""Boards: titles, counts, what stands out."""

WORDS = {
    "board.title.head": ("中心看板", "The centre's board"),
    "board.title.appraisal_group": ("考核小组看板", "The review panel's board"),
    "board.title.lead": ("班组看板", "The team's board"),
    "board.title.quality_supervisor": ("质检看板", "The quality board"),
    "board.title.trainer": ("培训看板", "The training board"),
    "board.title.hr": ("人力资源看板", "The HR board"),
    "board.moved": (
        "{place}：{name} {before} → {value}，变化 {change}",
        "{place}: {name} {before} → {value}, change {change}",
    ),
    "board.nothing": (
        "与上个月相比，没有超出误差的变化。",
        "Nothing moved significantly against the month before.",
    ),
    "board.drawn": ("{place}{name}，近几个月，百分比", "{place}, {name} over the last months, in per cent"),
    "board.count.remedies_open": ("未验证的整改", "Measures still to be verified"),
    "board.count.remedies_late": ("逾期的整改", "Measures overdue"),
    "board.count.remedies_not": ("验证没有改善的整改", "Measures that did not help"),
    "board.count.coaching_open": ("未结束的辅导", "Coaching not closed"),
    "board.count.coaching_late": ("逾期未复查的辅导", "Coaching follow-ups overdue"),
    "board.count.causes_open": ("未答复的差错归因", "Causes of errors not answered"),
    "board.count.people": ("在职人数", "People employed"),
    "board.count.new": ("近 30 天入职", "Hired in the last 30 days"),
    "board.count.probation_ends": ("30 天内试用期满", "Probation ends within 30 days"),
    "board.attrition": (
        "月流失率 {value} {interval}（离职 {left} 人 ÷ 当月在职过的 {held} 人），上月 {before}，{said}",
        "Attrition {value} {interval} ({left} leavers ÷ {held} employed in the month); the month before {before}: {said}",
    ),
    "right.insight.board.see": ("查看看板", "See boards"),
}

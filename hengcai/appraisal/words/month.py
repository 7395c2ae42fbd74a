WORDS = {
    "appraisal.heading.month": ("{score} 分的计算过程", "How the {score} points were calculated"),
    "appraisal.heading.month.plain": ("各组与各项指标", "Groups and indicators"),
    "appraisal.month.why": (
        "满分 100。每项得分率乘以分值，全程按精确值计算，只在最后四舍五入一次，保留一位小数。依据《{policy}》第 {number} 版。",
        "Out of 100. Each share is multiplied by its points, unrounded throughout and rounded once at the "
        "end. Based on “{policy}”, version {number}.",
    ),
    "appraisal.month.total": ("合计 {exact}，四舍五入", "Sum {exact}, rounded"),
    "appraisal.basis.rated": ("{n} 份质检的平均，{value}%", "mean of {n} evaluations, {value}%"),
    "appraisal.basis.rated.one": ("1 份质检，{value}%", "one evaluation, {value}%"),
    "appraisal.basis.first_contact_resolution.marked": (
        "{whole} 件里 {part} 件导入时标为首次解决，{value}（没有客户编号和诉求类别可查，只看标记）",
        "{part} of {whole} marked as resolved at first contact, {value}; there is no customer or subject to "
        "look up, so only the mark counts",
    ),
    "appraisal.basis.first_contact_resolution.recorded": (
        "{whole} 件首次联系里 {part} 件首次解决，{value}。按记录判断：同一客户 {days} 天内没有为同一件事再来，"
        "也没标“未解决”才算",
        "{part} of {whole} first contacts resolved, {value}. Based on the records: the customer did not "
        "contact us again about the same matter within {days} days, and the contact is not marked unresolved",
    ),
    "appraisal.basis.first_contact_resolution.both": (
        "{whole} 件里 {part} 件首次解决，{value}。其中 {recorded} 件按记录判断：同一客户 {days} 天内没有为同一件事再来，也没标“未解决”"
        "才算；其余缺客户编号或诉求类别，以导入的标记为准",
        "{part} of {whole} resolved at first contact, {value}. Of these, {recorded} are based on the "
        "records: the customer did not contact us again about the same matter within {days} days, and the "
        "contact is not marked unresolved. The rest have no customer or subject, so only their mark counts",
    ),
    "appraisal.basis.satisfaction": (
        "{whole} 个评价里 {part} 个满意（4 分及以上），{value}",
        "{part} of {whole} ratings satisfied (4 or more), {value}",
    ),
    "appraisal.basis.upheld_complaints": ("判为有责的投诉 {part} 件", "upheld complaints: {part}"),
    "appraisal.basis.time_to_resolution": (
        "导入的平均时长 {value} 小时（应当只含服务时间里、单子在本人手里的时间）",
        "imported average time {value} hours, which should only include service hours while the ticket was "
        "with the agent",
    ),
    "appraisal.basis.resolved": (
        "按工单流转记录：本月由本人结单的工单 {whole} 张，在本人手里的服务时间平均 {value} 小时",
        "from the ticket log: tickets closed by this person in the month: {whole}; on average {value} "
        "service hours in their hands",
    ),
    "appraisal.basis.counted": ("统计值 {value}", "counted value {value}"),
    "appraisal.basis.none": ("本月没有数据", "no data this month"),
    "appraisal.basis.few": (
        "{basis}。不足 {least} 个，样本太少，本月不计",
        "{basis}; with fewer than {least}, this is not counted this month",
    ),
    "appraisal.rule.least": ("{rule}；不足 {least} 个不计", "{rule}; not counted below {least}"),
    "appraisal.rule.more": ("{floor}起得分，{target}得满分", "points from {floor}, full points at {target}"),
    "appraisal.rule.less": ("{target}以内得满分，{floor}起不得分", "full points up to {target}, none from {floor}"),
    "appraisal.rule.hours": ("{value} 小时", "{value} hours"),
    "appraisal.rule.step": ("{from_value} 得 {share}", "{share} from {from_value}"),
    "appraisal.rule.per_event": ("每件扣这项分值的 {off}", "each takes off {off} of its points"),
    "appraisal.month.levels": (
        "质检的 4 级是对每个人、每一次的要求，得 80%；3 级是差了一样，得 60%；5 级得 100%。评分表另有规定的，按评分表。",
        "In evaluations, a 4 is what is expected of everyone, every time, and earns 80%; a 3 means one part "
        "was missing and earns 60%; a 5 earns 100%. Where the scorecard says otherwise, the scorecard "
        "applies.",
    ),
    "appraisal.month.moved": (
        "{name}没有数据，其 {points} 分按比例分给了同组其余指标。",
        "No data for {name}: its {points} points were shared among the rest of its group in proportion.",
    ),
    "appraisal.month.moved.few": (
        "{name}只有 {count} 个，样本太少，不计；其 {points} 分按比例分给了同组其余指标。",
        "Only {count} for {name}, too few to count: its {points} points were shared among the rest of its "
        "group in proportion.",
    ),
    "appraisal.month.moved.group": (
        "{name}整组没有数据，其 {points} 分按比例分给了其余各组。",
        "No data for any of {name}: its {points} points were shared among the other groups in proportion.",
    ),
    "appraisal.month.complaints": (
        "只有判为有责的投诉才扣分；未判定的和无责的不计。",
        "Only complaints that were upheld take points off.",
    ),
    "appraisal.heading.remarks": ("评语（不计分）", "Comments (weight 0)"),
    "appraisal.remarks.why": (
        "权重 0：仅供参考，不影响上面的得分。",
        "Weight 0: for reference only; they do not change any of the figures above.",
    ),
    "appraisal.remarks.none": ("没有评语。", "There are no comments."),
    "appraisal.column.indicator": ("指标", "Indicator"),
    "appraisal.column.basis": ("依据", "Basis"),
    "appraisal.column.share": ("得分率", "Share"),
    "appraisal.column.points": ("分值", "Points"),
    "appraisal.column.earned": ("得分", "Earned"),
}

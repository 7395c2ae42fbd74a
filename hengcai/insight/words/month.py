WORDS = {
    "insight.heading.month": ("{score} 分是这样来的", "Where the {score} points come from"),
    "insight.heading.month.plain": ("各组与各项指标", "Groups and indicators"),
    "insight.month.why": (
        "满分 100。每项得分率乘分值，全程按分数算，只在最后取一次一位小数。依据《{policy}》第 {number} 版。",
        "Out of 100. Each share times its points, exact throughout and rounded once at the end. By “{policy}”, "
        "version {number}.",
    ),
    "insight.column.indicator": ("指标", "Indicator"),
    "insight.column.basis": ("依据", "Counted from"),
    "insight.column.share": ("得分率", "Share"),
    "insight.column.points": ("分值", "Points"),
    "insight.column.earned": ("得分", "Earned"),
    "insight.month.total": ("合计 {exact}，四舍五入", "Sum {exact}, rounded half up"),
    "insight.basis.rated": ("{n} 份质检的平均，{value}%", "mean of {n} evaluations, {value}%"),
    "insight.basis.rated.one": ("1 份质检，{value}%", "one evaluation, {value}%"),
    "insight.basis.first_contact_resolution": (
        "{whole} 件里 {part} 件首次解决，{value}",
        "{part} of {whole} settled at first contact, {value}",
    ),
    "insight.basis.satisfaction": (
        "{whole} 个评价里 {part} 个满意（4 分及以上），{value}",
        "{part} of {whole} ratings satisfied (4 or more), {value}",
    ),
    "insight.basis.upheld_complaints": ("判为有责的投诉 {part} 件", "upheld complaints: {part}"),
    "insight.basis.time_to_resolution": ("导入的平均时长 {value} 小时", "imported mean time {value} hours"),
    "insight.basis.counted": ("统计值 {value}", "counted value {value}"),
    "insight.basis.none": ("这个月没有数据", "no data this month"),
    "insight.rule.more": ("{floor}起得分，{target}得满分", "points from {floor}, full at {target}"),
    "insight.rule.less": ("{target}以内得满分，{floor}起不得分", "full up to {target}, none from {floor}"),
    "insight.rule.hours": ("{value} 小时", "{value} hours"),
    "insight.rule.step": ("{from_value} 得 {share}", "{share} from {from_value}"),
    "insight.rule.per_event": ("每件扣这项分值的 {off}", "each takes {off} of its points off"),
    "insight.month.moved": (
        "{name}没有数据，它的 {points} 分按比例分给了同组其余指标。",
        "No data on {name}: its {points} points went to the rest of its group in proportion.",
    ),
    "insight.month.moved.group": (
        "{name}整组没有数据，它的 {points} 分按比例分给了其余各组。",
        "No data on any of {name}: its {points} points went to the other groups in proportion.",
    ),
    "insight.month.complaints": (
        "只有判为有责的投诉才扣分；没判的和无责的不算。",
        "Only complaints that were upheld take points off.",
    ),
    "insight.heading.remarks": ("评语（不计分）", "Remarks (weight 0)"),
    "insight.remarks.why": (
        "权重 0：只供参考，不改上面的分。",
        "Weight 0: for reference, they change no figure above.",
    ),
    "insight.remarks.none": ("没有评语。", "There are none."),
    "insight.month.figure": (
        "0 到 100 分的刻度上，这个月 {score}，{grade}。",
        "On a scale from 0 to 100: {score}, {grade}.",
    ),
}

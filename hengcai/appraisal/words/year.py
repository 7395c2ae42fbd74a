WORDS = {
    "appraisal.heading.year": ("{score} 分的计算过程", "How {score} points were reached"),
    "appraisal.heading.year.plain": ("计入本年的各月、各季", "Months and quarters of the year"),
    "appraisal.year.why": (
        "各月得分的平均占 {months}，各季评级折合的分的平均占 {quarters}；只用已发布的分，按发布时的一位小数计算，最后四舍五入一次。"
        "级别折分：{points}，"
        "两点之间按比例。",
        "{months} the mean of the months, {quarters} the mean of the quarters' levels as points. Only published scores count, as they "
        "were announced; the sum is rounded once at the end. Levels become points: {points}, in proportion between.",
    ),
    "appraisal.year.map": ("{level} 级 {points} 分", "{level} is {points}"),
    "appraisal.year.column.part": ("周期", "Cycle"),
    "appraisal.year.column.score": ("发布时的分", "As announced"),
    "appraisal.year.column.points": ("折合百分制", "Out of 100"),
    "appraisal.year.months": ("各月平均，占 {share}", "Mean of the months, {share}"),
    "appraisal.year.quarters": ("各季平均，占 {share}", "Mean of the quarters, {share}"),
    "appraisal.year.missing.months": ("本年没有已发布的月度得分。", "No month of the year has a published score."),
    "appraisal.year.missing.quarters": ("本年没有已发布的季度得分。", "No quarter of the year has a published score."),
    "appraisal.year.service_too_short": (
        "到年末在职 {months} 个月，不满 {least} 个月，不出年度分。",
        "{months} months of service by the end of the year; a yearly score needs {least}.",
    ),
    "appraisal.year.note": (
        "只含已发布的月度、季度得分；更正过的按更正后的分。",
        "Published months and quarters only; a corrected score counts as corrected.",
    ),
    "appraisal.column.months_mean": ("各月平均", "Mean of months"),
    "appraisal.column.quarters_mean": ("各季平均（百分制）", "Mean of quarters, out of 100"),
    "appraisal.column.service": ("在职月数", "Months of service"),
}

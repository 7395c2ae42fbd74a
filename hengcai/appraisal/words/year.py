WORDS = {
    "appraisal.heading.year": ("{score} 分的计算过程", "How the {score} points were calculated"),
    "appraisal.heading.year.plain": ("计入本年的各月、各季", "Months and quarters of the year"),
    "appraisal.year.why": (
        "各月得分的平均占 {months}，各季评级折合的分的平均占 {quarters}；只用已发布的分，按发布时的一位小数计算，最后四舍五入一次。"
        "级别折分：{points}，"
        "两点之间按比例。",
        "{months} is the average of the months, {quarters} the average of the quarters' levels converted to "
        "points. Only published scores count, as published; the sum is rounded once at the end. Levels "
        "convert as follows: {points}, in proportion between.",
    ),
    "appraisal.year.map": ("{level} 级 {points} 分", "{level} is {points}"),
    "appraisal.year.column.part": ("周期", "Cycle"),
    "appraisal.year.column.score": ("发布时的分", "As published"),
    "appraisal.year.column.points": ("折合百分制", "Out of 100"),
    "appraisal.year.months": ("各月平均，占 {share}", "Average of the months, {share}"),
    "appraisal.year.quarters": ("各季平均，占 {share}", "Average of the quarters, {share}"),
    "appraisal.year.missing.months": (
        "本年没有已发布的月度得分。",
        "There is no published score for any month of the year.",
    ),
    "appraisal.year.missing.quarters": (
        "本年没有已发布的季度得分。",
        "There is no published score for any quarter of the year.",
    ),
    "appraisal.year.service_too_short": (
        "到年末在职 {months} 个月，不满 {least} 个月，不出年度分。",
        "Months of service at the end of the year: {months}. An annual score requires {least}.",
    ),
    "appraisal.year.note": (
        "只含已发布的月度、季度得分；更正过的按更正后的分。",
        "Published months and quarters only; corrected scores count as corrected.",
    ),
    "appraisal.column.months_mean": ("各月平均", "Average of months"),
    "appraisal.column.quarters_mean": ("各季平均（百分制）", "Average of quarters, out of 100"),
    "appraisal.column.service": ("在职月数", "Months of service"),
}

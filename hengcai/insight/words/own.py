WORDS = {
    "own.title": ("我的评分尺度", "My severity and agreement"),
    "own.severity.same": (
        "与质检员均值相比{lean} {points} 分，可信范围含 0，差异不显著。",
        "{lean} than the average analyst by {points} points; the interval includes 0, so the difference is not significant.",
    ),
    "own.severity.harsh": (
        "同样的表现，您比质检员均值低 {points} 分，差异显著：评分尺度偏严。",
        "For the same work you score {points} points below the average analyst: a significant difference, on the strict side.",
    ),
    "own.severity.mild": (
        "同样的表现，您比质检员均值高 {points} 分，差异显著：评分尺度偏松。",
        "For the same work you score {points} points above the average analyst: a significant difference, on the lenient side.",
    ),
    "own.severity.figures": ("{figures} 分 · {n} 条 · {cycle}", "{figures} points · {n} contacts · {cycle}"),
    "own.severity.figures.one": ("{figures} 分 · 1 条 · {cycle}", "{figures} points · 1 contact · {cycle}"),
    "own.severity.months": ("按月，满分 100；0 为质检员均值", "By month, out of 100; 0 is the average analyst"),
    "own.severity.never": (
        "评分尺度暂无数据：首期考核计算后才有。",
        "Severity is not known yet: it is calculated with the first appraisal period.",
    ),
    "own.lean.harsh": ("偏严", "Stricter"),
    "own.lean.mild": ("偏松", "More lenient"),
    "own.unknown": ("无法判断", "unknown"),
    "own.unknown.no_data": (
        "无法判断评分尺度：{cycle}没有您评的记录。",
        "Severity is not known: you scored nothing in {cycle}.",
    ),
    "own.unknown.too_few": (
        "无法判断评分尺度：{cycle}评的记录太少。",
        "Severity is not known: too few contacts were scored in {cycle}.",
    ),
    "own.unknown.constant": (
        "无法判断评分尺度：{cycle}所有人得分相同。",
        "Severity is not known: all scores were the same in {cycle}.",
    ),
    "own.unknown.one_rater": (
        "无法判断评分尺度：{cycle}只有一人评分，没有可比的。",
        "Severity is not known: only one analyst scored in {cycle}.",
    ),
    "own.unknown.not_linked": (
        "无法判断评分尺度：{cycle}质检员之间没有共同评过的客服代表，无法区分是评分偏严还是表现较差。",
        "Severity is not known: in {cycle} no agents were scored in common, so strict scoring cannot be told from weak performance.",
    ),
    "own.unknown.no_interval": (
        "无法判断评分尺度：{cycle}共同评过的样本太少，无法估计误差。",
        "Severity is not known: too few contacts were scored in common in {cycle} to estimate the error.",
    ),
    "own.agreement.exact": ("一致率（逐项）", "Item agreement"),
    "own.agreement.alpha": ("总分的 α", "Alpha of total scores"),
    "own.agreement.figures": ("{value}{interval} · {n} 条", "{value}{interval} · {n} contacts"),
    "own.agreement.same": ("评分全部相同，无法计算 · {n} 条", "all the same, unknown · {n} contacts"),
    "own.agreement.note": (
        "{day}以来两人都评过的记录；不显示另一人是谁。",
        "Contacts since {day} scored by two analysts; the other analyst is not shown.",
    ),
    "own.agreement.few": (
        "一致率暂无数据：近三个月您和他人都评过的记录有 {n} 条，满 {least} 条才计算。",
        "Agreement is not known: in the last three months {n} of your contacts were also scored by someone else; {least} are needed.",
    ),
    "own.agreement.few.one": (
        "一致率暂无数据：近三个月您和他人都评过的记录只有 1 条，满 {least} 条才计算。",
        "Agreement is not known: in the last three months one of your contacts was also scored by someone else; {least} are needed.",
    ),
    "own.few": ("{n} 条，太少", "{n}: too few"),
    "own.column.month": ("月份", "Month"),
    "own.column.severity": ("评分尺度", "Severity"),
    "own.column.exact": ("一致率", "Agreement"),
    "own.table": ("每月评分尺度和一致率", "Severity and agreement by month"),
}

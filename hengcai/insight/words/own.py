WORDS = {
    "own.title": ("我的松紧度", "My severity and agreement"),
    "own.severity.same": (
        "与质检员的平均相比{lean} {points} 分，区间含 0，还不能说有差别。",
        "{lean} than the average analyst by {points} points; the interval holds 0, so no difference can be told.",
    ),
    "own.severity.harsh": (
        "同样的表现，你比质检员的平均少给 {points} 分，是偏严，不是误差。",
        "For the same work you give {points} points less than the average analyst: harsher, beyond chance.",
    ),
    "own.severity.mild": (
        "同样的表现，你比质检员的平均多给 {points} 分，是偏松，不是误差。",
        "For the same work you give {points} points more than the average analyst: milder, beyond chance.",
    ),
    "own.severity.figures": ("{figures} 分 · {n} 条 · {cycle}", "{figures} points · {n} contacts · {cycle}"),
    "own.severity.figures.one": ("{figures} 分 · 1 条 · {cycle}", "{figures} points · 1 contact · {cycle}"),
    "own.severity.months": ("按月，满分 100；0 是质检员的平均", "By month, out of 100; 0 is the average analyst"),
    "own.severity.never": (
        "松紧度还看不出：要等一期考核算过以后。",
        "Severity is not known yet: it comes with the first computed period.",
    ),
    "own.lean.harsh": ("偏严", "Harsher"),
    "own.lean.mild": ("偏松", "Milder"),
    "own.unknown": ("看不出", "not known"),
    "own.unknown.no_data": (
        "松紧度还看不出：{cycle}里没有你评的记录。",
        "Severity is not known: you scored nothing in {cycle}.",
    ),
    "own.unknown.too_few": (
        "松紧度还看不出：{cycle}里评的记录太少。",
        "Severity is not known: too little was scored in {cycle}.",
    ),
    "own.unknown.constant": (
        "松紧度还看不出：{cycle}里所有人得的都是同一个分。",
        "Severity is not known: everybody got the same mark in {cycle}.",
    ),
    "own.unknown.one_rater": (
        "松紧度还看不出：{cycle}里只有一个人在评，没有别人可比。",
        "Severity is not known: one person alone scored in {cycle}.",
    ),
    "own.unknown.not_linked": (
        "松紧度还看不出：{cycle}里各人评的客服代表没有重叠，分不清是评得严，还是客服代表做得差。",
        "Severity is not known: in {cycle} no agents were scored in common, so a harsh mark cannot be told from weak work.",
    ),
    "own.unknown.no_interval": (
        "松紧度还看不出：{cycle}里共同评过的太少，误差算不出来。",
        "Severity is not known: too little was scored in common in {cycle} to tell its error.",
    ),
    "own.agreement.exact": ("一致率（逐项）", "Items marked alike"),
    "own.agreement.alpha": ("总分的 α", "Alpha of totals"),
    "own.agreement.figures": ("{value}{interval} · {n} 条", "{value}{interval} · {n} contacts"),
    "own.agreement.same": ("分都一样，算不出 · {n} 条", "all alike, not known · {n} contacts"),
    "own.agreement.note": (
        "{day}以来两人评过的同一条记录，另一人是谁不显示。",
        "Contacts since {day} that two analysts scored; who the other was is not shown.",
    ),
    "own.agreement.few": (
        "一致率还算不出：近三个月你和别人评过同一条的有 {n} 条，满 {least} 条才算。",
        "Agreement is not known: {n} of your contacts of three months were scored by somebody else too; it takes {least}.",
    ),
    "own.agreement.few.one": (
        "一致率还算不出：近三个月你和别人评过同一条的只有 1 条，满 {least} 条才算。",
        "Agreement is not known: one of your contacts of three months was scored by somebody else too; it takes {least}.",
    ),
    "own.few": ("{n} 条，太少", "{n}: too few"),
    "own.column.month": ("月份", "Month"),
    "own.column.severity": ("松紧", "Severity"),
    "own.column.exact": ("一致率", "Alike"),
    "own.table": ("按月的松紧和一致率", "Severity and agreement by month"),
}

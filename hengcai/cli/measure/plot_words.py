"""Titles, axes and notes of the pictures that measuring commands draw."""

from hengcai.base.say import register

WORDS: dict[str, dict[str, str]] = {
    "measure.plot": {"zh": "把图写成 SVG 文件", "en": "draw the result as an SVG file"},
    "measure.picture": {"zh": "画哪一张：{known}", "en": "which picture: {known}"},
    "measure.plot.suffix": {
        "zh": "“{value}”不是 .svg 文件名。",
        "en": "“{value}” is not the name of an .svg file.",
    },
    "measure.plot.needs_item": {
        "zh": "一致性的图按项画，请加 --item。",
        "en": "agreement is drawn by item: add --item.",
    },
    "measure.plot.nothing_known": {
        "zh": "没有一个数能算出来，画不成图。",
        "en": "no figure could be calculated, so there is nothing to draw.",
    },
    "measure.plot.many": {
        "zh": "图上是前 {shown} 行，其余 {rest} 行见表格。",
        "en": "The first {shown} rows; {rest} more are in the table.",
    },
    "measure.plot.interval": {"zh": "估计值与 {percent}% 可信范围", "en": "estimate with {percent}% interval"},
    "measure.plot.unknown": {"zh": "算不出", "en": "cannot be calculated"},
    "measure.plot.items_below": {
        "zh": "{n} 项里有 {k} 项各评各的：{names}",
        "en": "{k} of {n} items are not marked consistently: {names}",
    },
    "measure.plot.items_unsure": {
        "zh": "{n} 项里有 {k} 项低于 {level}，但都还不能确定",
        "en": "{k} of {n} items are below {level}, but none of them definitely",
    },
    "measure.plot.items_enough": {"zh": "{n} 项都不低于 {level}", "en": "All {n} items reach {level}"},
    "measure.plot.alpha": {"zh": "扣除偶然因素后的一致程度（α）", "en": "agreement beyond chance (alpha)"},
    "measure.plot.alpha_line": {"zh": "{level}：可作初步结论", "en": "{level}: tentative conclusions"},
    "measure.plot.reached": {
        "zh": "{x} × {along}、{n} × {by}，Φ 就到 {level}",
        "en": "Φ reaches {level} with {x} × {along} and {n} × {by}",
    },
    "measure.plot.reached_alone": {"zh": "{x} × {along}，Φ 就到 {level}", "en": "Φ reaches {level} with {x} × {along}"},
    "measure.plot.not_reached": {
        "zh": "图上的安排都到不了 {level}，最好的是 {best}",
        "en": "None of these designs reaches {level}; the best reaches {best}",
    },
    "measure.plot.phi": {"zh": "与标准线比时的可信程度（Φ）", "en": "reliability against a limit (Φ)"},
    "measure.plot.number_of": {"zh": "{name}（个数）", "en": "number: {name}"},
    "measure.plot.spread": {
        "zh": "{facet}：{low_name}最低（{low}），{high_name}最高（{high}）",
        "en": "{facet}: from {low_name} ({low}) to {high_name} ({high})",
    },
    "measure.plot.logit": {"zh": "尺上的位置（logit）", "en": "place on the scale (logits)"},
    "measure.plot.expected": {"zh": "预期得分", "en": "expected"},
    "measure.plot.map": {
        "zh": "“{object}”越往上越强；其他各面越往上越严、越难。",
        "en": "{object}: the higher, the abler; all others: the higher, the harsher or harder.",
    },
    "measure.plot.categories_used": {"zh": "{n} 档各有用处", "en": "Each of the {n} categories is used"},
    "measure.plot.categories_hidden": {
        "zh": "{n} 档里有 {k} 档在任何地方都不是最可能的：{names}",
        "en": "{k} of {n} categories are never the most likely: {names}",
    },
    "measure.plot.eta": {
        "zh": "能力减去评分尺度和难度（logit）",
        "en": "ability less severity and difficulty (logits)",
    },
    "measure.plot.probability": {"zh": "概率", "en": "probability"},
    "measure.plot.one_scale": {
        "zh": "各项各有一套门槛，一张图画不下；请用 --model rating-scale。",
        "en": "each element has thresholds of its own, which one picture cannot show: use --model rating-scale.",
    },
    "measure.plot.sure_below": {
        "zh": "{n} 人里有 {k} 人基本可以肯定低于 {cut}",
        "en": "{k} of {n} are below {cut} with near certainty",
    },
    "measure.plot.none_below": {
        "zh": "{n} 人里还没有谁能肯定低于 {cut}",
        "en": "None of {n} is below {cut} with near certainty",
    },
    "measure.plot.fair_title": {"zh": "{n} 人的公平分", "en": "Fair scores of {n} people"},
    "measure.plot.not_linked": {
        "zh": "质检员之间没有连起来，没有校正：只有原始均分",
        "en": "The analysts are not linked, so scores cannot be adjusted: raw averages only",
    },
    "measure.plot.fair": {"zh": "公平分与 {percent}% 可信范围", "en": "fair score with {percent}% interval"},
    "measure.plot.raw": {"zh": "原始均分", "en": "raw average"},
    "measure.plot.score": {"zh": "得分", "en": "score"},
    "measure.plot.severe": {
        "zh": "{n} 位质检员里，{k} 位与均值差异显著：{names}",
        "en": "{k} of {n} analysts differ significantly from the mean: {names}",
    },
    "measure.plot.severe_none": {
        "zh": "{n} 位质检员的评分尺度看不出差别",
        "en": "No difference in severity can be shown among {n} analysts",
    },
    "measure.plot.severity": {"zh": "偏松 ← 评分尺度（分） → 偏严", "en": "lenient ← severity (points) → harsh"},
    "measure.plot.mean": {"zh": "平均", "en": "mean"},
    "measure.plot.width": {
        "zh": "加上机评，总体可信范围的宽度是只看人评的 {percent}%",
        "en": "With automated scores, the overall interval is {percent}% as wide as with human scores alone",
    },
    "measure.plot.width_unknown": {
        "zh": "人评太少，总体的可信范围还算不出",
        "en": "Too few human scores to calculate the overall interval",
    },
    "measure.plot.powered": {"zh": "机评加人评，{percent}% 可信范围", "en": "human and automated, {percent}% interval"},
    "measure.plot.human": {"zh": "只看人评", "en": "human only"},
    "measure.plot.overall": {"zh": "总体", "en": "overall"},
}

register(WORDS)

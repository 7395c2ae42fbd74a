"""Titles, axes and notes of the pictures of impact, effect and survival."""

from hengcai.base.say import register

WORDS: dict[str, dict[str, str]] = {
    "measure.plot.ratio_sure": {
        "zh": "{names}入选的比例明显低于“{reference}”的五分之四",
        "en": "{names}: selection rate definitely below four fifths of that of {reference}",
    },
    "measure.plot.ratio_below": {
        "zh": "{names}不到“{reference}”的五分之四，但还不能确定",
        "en": "{names}: below four fifths of {reference}, but not definitely",
    },
    "measure.plot.ratio_enough": {
        "zh": "没有哪一组低于“{reference}”的五分之四",
        "en": "No group is below four fifths of {reference}",
    },
    "measure.plot.ratio": {"zh": "入选率与“{reference}”之比", "en": "selection rate divided by that of {reference}"},
    "measure.plot.bias_found": {
        "zh": "总分相同的人，在这些项上差得多：{names}",
        "en": "Among people with the same total, these items differ strongly: {names}",
    },
    "measure.plot.bias_none": {"zh": "{n} 项里没有明显偏向哪一组的", "en": "None of {n} items clearly favours a group"},
    "measure.plot.bias": {
        "zh": "总分相同时，{groups}比“{reference}”高多少",
        "en": "at the same total: {groups} minus {reference}",
    },
    "measure.plot.effect_unknown": {"zh": "还看不出来：数据不够", "en": "Cannot tell yet: too little data"},
    "measure.plot.effect_cannot_tell": {
        "zh": "还看不出来：{estimate}，可信范围 [{low}, {high}]",
        "en": "Cannot tell yet: {estimate} [{low}, {high}]",
    },
    "measure.plot.effect_higher": {
        "zh": "培训之后高了 {estimate}，可信范围 [{low}, {high}]",
        "en": "Higher by {estimate} [{low}, {high}] with the training",
    },
    "measure.plot.effect_lower": {
        "zh": "培训之后反而低了：{estimate}，可信范围 [{low}, {high}]",
        "en": "Lower with the training: {estimate} [{low}, {high}]",
    },
    "measure.plot.true_score": {"zh": "扣除测不准之后", "en": "adjusted for measurement error"},
    "measure.plot.as_measured": {"zh": "同样的起点相比", "en": "compared at the same score before"},
    "measure.plot.difference": {"zh": "两组直接相减", "en": "plain difference"},
    "measure.plot.effect_axis": {"zh": "{outcome}的变化", "en": "change of {outcome}"},
    "measure.plot.below_cut": {"zh": "{cut} 以下", "en": "below {cut}"},
    "measure.plot.above_cut": {"zh": "{cut} 及以上", "en": "{cut} and over"},
    "measure.plot.trained": {"zh": "参训", "en": "trained"},
    "measure.plot.not_trained": {"zh": "没参训", "en": "not trained"},
    "measure.plot.jump": {"zh": "分数线处的差", "en": "gap at the cut-off"},
    "measure.plot.event": {"zh": "参训后第几期", "en": "periods since the training"},
    "measure.plot.before_training": {"zh": "参训之前（应当没有差别）", "en": "before it (no difference expected)"},
    "measure.plot.changed_before": {
        "zh": "注意：第 {periods} 期还没参训就有了差别，先查原因。",
        "en": "Caution: there was already a difference in period {periods}, before the training. Find out why first.",
    },
    "measure.plot.training": {"zh": "参训", "en": "training"},
    "measure.plot.everybody": {"zh": "全部", "en": "all"},
    "measure.plot.still_there": {"zh": "留存比例", "en": "share still employed"},
    "measure.plot.at_risk": {"zh": "留存人数", "en": "number still employed"},
    "measure.plot.median": {
        "zh": "{n} 人里，半数人在岗到 {median}",
        "en": "Of {n} people, half stayed until {median}",
    },
    "measure.plot.median_not_reached": {
        "zh": "{n} 人里，离职的还不到一半",
        "en": "Of {n} people, fewer than half have left",
    },
    "measure.plot.groups_differ": {
        "zh": "{groups}：留存有差异（p {p}）",
        "en": "{groups}: length of stay differs (p {p})",
    },
    "measure.plot.groups_alike": {
        "zh": "{groups}：看不出留存差异（p {p}）",
        "en": "{groups}: no difference in length of stay can be shown (p {p})",
    },
}

register(WORDS)

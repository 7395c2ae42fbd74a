"""Sentences about policies and the appraisal's tables."""

from hengcai.base.say import register

WORDS: dict[str, dict[str, str]] = {
    "policy.source_unknown": {"zh": "没有“{value}”这个评价来源。", "en": "“{value}” is not a source of ratings."},
    "policy.outside": {"zh": "{value} 不在 {low} 到 {high} 之间。", "en": "{value} is not between {low} and {high}."},
    "policy.marks_not_covered": {
        "zh": "笔试分数换算要从 0 分写到 100 分。",
        "en": "the conversion of written marks must run from 0 to 100.",
    },
    "policy.levels_fall": {"zh": "分数越高，级别不能越低。", "en": "a higher mark may not give a lower level."},
    "policy.mode_unknown": {
        "zh": "取整方式只有 half_up（四舍五入），没有“{value}”。",
        "en": "rounding is half_up, not “{value}”.",
    },
    "policy.indicator_twice": {
        "zh": "指标“{indicator}”已在别的组里。",
        "en": "“{indicator}” is already in another group.",
    },
    "policy.hand_picked_unknown": {
        "zh": "手工指定的记录只能写：{known}，不能是“{value}”。",
        "en": "Contacts picked by hand can only be {known}, not “{value}”.",
    },
    "policy.observed_unknown": {
        "zh": "神秘顾客和跟听只能写：{known}，不能是“{value}”。",
        "en": "Mystery visits and live listening can only be {known}, not “{value}”.",
    },
    "policy.answer_unknown": {
        "zh": "“{value}”不能用在这里，可选：{known}。",
        "en": "“{value}” cannot be used here; choose from {known}.",
    },
    "policy.kind_unknown": {
        "zh": "“{value}”不是计分规则，可用 linear、steps、per_event。",
        "en": "“{value}” is not a scoring rule; use linear, steps or per_event.",
    },
    "policy.floor_is_target": {
        "zh": "起点和目标都是 {value}，算不出得分。",
        "en": "floor and target are both {value}, so no score can be calculated.",
    },
    "policy.not_rising": {"zh": "{value} 应当大于前一个值。", "en": "{value} must be larger than the value before it."},
    "policy.empty": {"zh": "“{key}”至少要有一项。", "en": "“{key}” needs at least one entry."},
    "policy.code_unfit": {
        "zh": "代码“{value}”不可用：不能重复，不能有空格或标点。",
        "en": "the code “{value}” cannot be used: codes must be unique and contain no spaces or punctuation.",
    },
    "policy.bands_out_of_order": {
        "zh": "等次应当从高到低排列，{value} 不低于前一个等次。",
        "en": "bands go from high to low, and {value} is not below the band before it.",
    },
    "policy.bands_open_below": {
        "zh": "最后一个等次应当从 {lowest} 或更低开始，否则有人没有等次。",
        "en": "the last band must begin at {lowest} or below, or some scores have no band.",
    },
    "policy.coefficient_rises": {
        "zh": "等次越低，绩效系数不能越高：“{grade}”高过了“{better}”。",
        "en": "A lower band cannot have a higher coefficient: “{grade}” is above “{better}”.",
    },
    "policy.sum_wrong": {
        "zh": "“{key}”合计应为 {total}，现在是 {found}。",
        "en": "“{key}” must sum to {total}; it sums to {found}.",
    },
    "policy.required_without_weight": {
        "zh": "“{source}”是必需的来源，却没有权重。",
        "en": "“{source}” is required as evidence but has no weight.",
    },
    "appraisal.source_unknown": {
        "zh": "没有“{value}”这个评价来源，可用：{known}。",
        "en": "“{value}” is not a source; choose from {known}.",
    },
    "appraisal.score_outside": {
        "zh": "分数“{value}”不在 1 到 5 之间。",
        "en": "the score “{value}” is not between 1 and 5.",
    },
    "appraisal.recommend_outside": {
        "zh": "推荐度“{value}”不在 0 到 10 之间。",
        "en": "the recommendation “{value}” is not between 0 and 10.",
    },
    "appraisal.rating_twice": {
        "zh": "同一个人、来源、评价人“{rater}”和项目“{item}”已经出现过。",
        "en": "an earlier row already has this agent, source, rater “{rater}” and item “{item}”.",
    },
    "appraisal.customers_twice": {
        "zh": "已经用 --csat 给了客户评分，评价表里不能再有 customer 行。",
        "en": "customers' scores come from --csat, so the table of ratings must not contain customer rows.",
    },
    "appraisal.day_malformed": {
        "zh": "“{value}”不是日期。请先写年，例如 2026-01-05 或 2026/1/5。",
        "en": "“{value}” is not a date. Write the year first, such as 2026-01-05 or 2026/1/5.",
    },
    "appraisal.mark_outside": {
        "zh": "分数“{value}”不在 0 到 100 之间。",
        "en": "the mark “{value}” is not between 0 and 100.",
    },
    "appraisal.mark_twice": {
        "zh": "同一个人“{test}”第 {attempt} 次考试的成绩已经出现过。",
        "en": "an earlier row already has attempt {attempt} of the test “{test}” for this agent.",
    },
    "appraisal.attempt_unknown": {
        "zh": "“{value}”不可用：1 是首考，2 是补考。",
        "en": "“{value}” is not valid: enter 1 for the first attempt or 2 for the resit.",
    },
    "appraisal.name_missing": {"zh": "这一格不能空着。", "en": "this cell may not be empty."},
    "appraisal.indicator_unknown": {
        "zh": "考核制度里没有指标“{value}”，可用：{known}。",
        "en": "the policy has no indicator “{value}”; choose from {known}.",
    },
    "appraisal.indicator_twice": {
        "zh": "同一个人的指标“{indicator}”已经出现过。",
        "en": "an earlier row already has the indicator “{indicator}” for this agent.",
    },
    "appraisal.part_unknown": {
        "zh": "“{value}”不能用在这里，可用：{known}（month 月度，quarter 季度）。",
        "en": "“{value}” is not part of a year; choose from {known}.",
    },
    "appraisal.part_twice": {
        "zh": "同一个人“{cycle}”的得分已经出现过。",
        "en": "an earlier row already has the score of “{cycle}” for this agent.",
    },
    "appraisal.service_differs": {
        "zh": "在职月数“{value}”和前面写的 {before} 不一致。",
        "en": "service_months is {value} here and {before} in an earlier row for this agent.",
    },
    "appraisal.count_not_whole": {
        "zh": "“{value}”不是整数：n 填这个数由多少件、多少个评价得来，不知道就空着。",
        "en": "“{value}” is not a whole number: n is the number of cases or ratings behind the figure; leave it empty if unknown.",
    },
    "appraisal.figures_wrong": {
        "zh": "有 {count} 个指标的数据不合理，这个月没有计算：{figures}。请把正确的数重新导入，选“更新已有的记录”（--update），再计算。",
        "en": "{count} figures are impossible, so the month was not calculated: {figures}. Import the correct ones with "
        "--update, then calculate again.",
    },
    "appraisal.figures_wrong.one": {
        "zh": "有 1 个指标的数据不合理，这个月没有计算：{figures}。请把正确的数重新导入，选“更新已有的记录”（--update），再计算。",
        "en": "One figure is impossible, so the month was not calculated: {figures}. Import the correct one with --update, then "
        "calculate again.",
    },
}

register(WORDS)

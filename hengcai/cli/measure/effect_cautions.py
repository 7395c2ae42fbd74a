"""What the cautions and reasons of `hengcai measure effect` and `survival` mean, in words below the tables."""

from hengcai.base.say import register

WORDS: dict[str, dict[str, str]] = {
    "measure.caution.left_out": {
        "zh": "{a} 行缺少需要的数据，没有计入",
        "en": "{a} rows with missing data were left out",
    },
    "measure.caution.before_taken_as_exact": {
        "zh": "培训前的得分当作没有误差；知道它的信度，请给 --reliability",
        "en": "the score before was taken to be free of error; if its reliability is known, use --reliability",
    },
    "measure.caution.little_true_variance": {
        "zh": "培训前的得分里真实差异很少，校正后的数字不稳",
        "en": "the score before contains few true differences, so the corrected figure is unstable",
    },
    "measure.caution.no_spread_left": {
        "zh": "数值之间没有剩下差异，给不出可信范围",
        "en": "there are no differences left from which to calculate an interval",
    },
    "measure.caution.rests_on_one_cluster": {
        "zh": "有一边只有一个班组，班组之间差多少无从知道",
        "en": "one side is a single team, so differences between teams cannot be estimated",
    },
    "measure.caution.bunching_at_cut": {
        "zh": "分数线一侧的人不寻常地多，可能有人为调整过分数",
        "en": "unusually many people are on one side of the cut-off: scores may have been adjusted",
    },
    "measure.caution.coarse_running": {
        "zh": "分数线附近只有 {a} 种不同的分数，太粗",
        "en": "there are only {a} different scores near the cut-off, which is coarse",
    },
    "measure.caution.few_rows_for_density_check": {
        "zh": "人太少，查不出分数线附近有没有扎堆",
        "en": "too few people to check whether scores pile up near the cut-off",
    },
    "measure.caution.smoothing_bias_large": {
        "zh": "曲线弯得厉害，靠近分数线的估计可能有偏",
        "en": "the curve bends so much that the figure at the cut-off may be biased",
    },
    "measure.caution.smoothing_bias_not_in_interval": {
        "zh": "可信范围没有算进曲线弯曲带来的偏差",
        "en": "the interval does not include the bias caused by the bend of the curve",
    },
    "measure.caution.take_up_hardly_jumps": {
        "zh": "分数线两边参训的比例差别很小",
        "en": "the share of people trained hardly differs between the two sides of the cut-off",
    },
    "measure.caution.take_up_does_not_jump": {
        "zh": "分数线两边参训的比例没有差别，分不出作用",
        "en": "the share of people trained does not differ between the two sides of the cut-off, so no effect can be seen",
    },
    "measure.caution.too_few_below": {"zh": "分数线以下只有 {a} 人", "en": "only {a} people below the cut-off"},
    "measure.caution.too_few_above": {"zh": "分数线以上只有 {a} 人", "en": "only {a} people above the cut-off"},
    "measure.caution.too_few_values_below": {
        "zh": "分数线以下只有 {a} 种不同的分数",
        "en": "only {a} different scores below the cut-off",
    },
    "measure.caution.too_few_values_above": {
        "zh": "分数线以上只有 {a} 种不同的分数",
        "en": "only {a} different scores above the cut-off",
    },
    "measure.caution.interval_holds_zero": {
        "zh": "可信范围里有 0，还不能确定有没有差别",
        "en": "the interval includes 0: there may be no difference",
    },
    "measure.caution.trained_from_the_start": {
        "zh": "{a} 人在第一期或更早就参训了，没有参训前的数据，没有计入",
        "en": "{a} people were trained in the first period or earlier, so there is no data from before their training; they were left out",
    },
    "measure.caution.units_with_gaps": {
        "zh": "{a} 人有的期没有数据，只在有数据的期计入",
        "en": "{a} people have no data for some periods and only count in the others",
    },
    "measure.caution.uneven_periods": {"zh": "各期间隔不一样", "en": "the periods are not evenly spaced"},
    "measure.caution.group_too_small": {
        "zh": "{a} 参训的这一批不到两人（或两个班组），没有计入",
        "en": "those trained in {a} are fewer than two people (or teams) and were left out",
    },
    "measure.caution.last_start_only_compared": {
        "zh": "没有一直没参训的人：最后一批（{a} 参训）只用来对照，这一批的培训效果给不出",
        "en": "everyone was trained in the end: the last group ({a}) only serves for comparison, so its own effect is unknown",
    },
    "measure.caution.periods_without_controls": {
        "zh": "有 {a} 处（批次 × 期）找不到没参训的人来比，没有计入",
        "en": "{a} combinations of group and period have no one untrained to compare with and were left out",
    },
    "measure.caution.pre_trend": {
        "zh": "参训之前各批的走势就不一样，差别不能算成培训的作用",
        "en": "the groups were already moving apart before the training, so the difference cannot be attributed to it",
    },
    "measure.caution.changed_before": {
        "zh": "注意：参训前第 {a} 期就已经有了差别（可信范围不含 0）。先查那一期出了什么事，再说是不是培训的效果",
        "en": "caution: there was already a difference in period {a}, before the training (the interval does not include 0). "
        "Find out what happened in that period before you attribute anything to the training",
    },
    "measure.caution.no_period_to_check_trends": {
        "zh": "参训之前只有一期，查不出走势是否一致",
        "en": "there is only one period before the training, so whether the groups developed alike cannot be checked",
    },
    "measure.caution.few_units": {
        "zh": "{a} 参训的这一批人数很少，可信范围只能当大概看",
        "en": "few people were trained in {a}: treat their interval as a rough guide",
    },
    "measure.caution.few_people": {"zh": "只有 {a} 人，太少", "en": "only {a} people"},
    "measure.caution.few_leavers": {"zh": "“{a}”只有 {b} 人离开", "en": "only {b} of “{a}” have left"},
    "measure.caution.not_in_log_rank": {
        "zh": "“{a}”没有和别的组同时在岗过，没有参加比较",
        "en": "“{a}” was never employed at the same time as another group and was left out of the comparison",
    },
    "measure.caution.groups_not_side_by_side": {
        "zh": "各组没有同时在岗过，没法比",
        "en": "the groups were never employed at the same time, so they cannot be compared",
    },
    "measure.caution.beyond_last_time": {
        "zh": "超出了有记录的最长时间",
        "en": "longer than anyone has been on record",
    },
    "measure.caution.nobody_remained": {"zh": "已经没有人留下", "en": "no one remained"},
    "measure.caution.median_not_reached": {
        "zh": "离开的还不到一半，给不出中位数",
        "en": "fewer than half have left, so there is no median",
    },
    "measure.caution.upper_limit_not_reached": {
        "zh": "时间不够长，可信范围没有上限",
        "en": "the period on record is too short for an upper limit",
    },
    "measure.caution.nobody_left_before_horizon": {
        "zh": "在这段时间里没有人离开",
        "en": "no one left within this time",
    },
    "measure.caution.hazards_left_out": {
        "zh": "{a} 人缺少时间或因素，没有计入风险比",
        "en": "{a} people have no length of stay or lack a factor and are not included in the hazard ratios",
    },
    "measure.caution.few_leavers_per_covariate": {
        "zh": "每个因素只摊到 {a} 个离开的人，不到 10 个，风险比不稳",
        "en": "only {a} leavers per factor, fewer than 10: the hazard ratios are unstable",
    },
    "measure.caution.hazard_not_proportional": {
        "zh": "“{a}”的风险比前期和后期不一样，不能只用一个数概括",
        "en": "the hazard ratio of “{a}” changes over time, so one number cannot describe it",
    },
    "measure.caution.runs_to_infinity": {
        "zh": "有这一项的人全走了或全没走，风险比没有上限",
        "en": "all or none of the people with this factor left, so the ratio has no limit",
    },
    "measure.caution.unit_too_large": {
        "zh": "这一列的一个单位远大于人与人的差别，请换小一点的单位",
        "en": "one unit of this column is far larger than the differences between people: use a smaller unit",
    },
}

register(WORDS)

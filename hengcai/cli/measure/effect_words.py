"""Help and refusals of `hengcai measure effect` and `hengcai measure survival`."""

from hengcai.base.say import register

WORDS: dict[str, dict[str, str]] = {
    "measure.effect": {
        "zh": "检验培训效果：参训与未参训比较，按分数线参训，分批参训；数据不够时会注明“看不出来”",
        "en": "measures the effect of training: trained against untrained, a cut-off or staggered starts; says so when there are too "
        "few data to tell",
    },
    "measure.effect.of_two_groups": {
        "zh": "参训和未参训两组相比（每行一个人，要给 --treated）",
        "en": "trained against untrained (one person per row, needs --treated)",
    },
    "measure.effect.of_a_cut": {
        "zh": "分数低于某条线的人去参训（每行一个人）",
        "en": "training for those below a cut-off (one person per row)",
    },
    "measure.effect.of_starts": {
        "zh": "分批参训（每行一个人的一期）",
        "en": "staggered starts (one person and period per row)",
    },
    "measure.effect.outcome": {
        "zh": "看什么有没有变，例如培训后的得分",
        "en": "what may have changed, such as the score after",
    },
    "measure.effect.treated": {
        "zh": "是否参训：1/0、是/否、yes/no；按分数线参训时，只有实际参训和分数线不一致才需要给",
        "en": "whether trained: 1 or 0, yes or no; with a cut-off, only if the cut-off did not decide it alone",
    },
    "measure.effect.cluster": {
        "zh": "班组：同组的人情况相近，误差按班组算",
        "en": "the team: people in a team resemble each other, so errors are calculated by team",
    },
    "measure.effect.before": {"zh": "培训前的得分", "en": "the score before"},
    "measure.effect.reliability": {
        "zh": "培训前得分的信度（0 到 1），用来扣除测量误差带来的偏差",
        "en": "reliability of the score before (0 to 1), used to remove the bias its error would cause",
    },
    "measure.effect.error_variance": {
        "zh": "培训前得分的误差有多大（方差，也就是误差的平方），代替 --reliability",
        "en": "error variance of the score before (the square of the error), instead of --reliability",
    },
    "measure.effect.running": {"zh": "按哪一列的分数决定谁去参训", "en": "the score that decided who was trained"},
    "measure.effect.cut": {"zh": "分数线：低于它的参训", "en": "the cut-off: those below it were trained"},
    "measure.effect.bandwidth": {
        "zh": "离分数线多近的人算进来；不给则自动选",
        "en": "how far on either side of the cut-off people are included; default: chosen from the data",
    },
    "measure.effect.unit": {"zh": "工号", "en": "the person"},
    "measure.effect.period": {"zh": "哪一期，例如 2026-03 或 2026Q1", "en": "the period, such as 2026-03 or 2026Q1"},
    "measure.effect.first": {
        "zh": "第一次参训是哪一期；一直没参训的空着",
        "en": "the period of the first training; empty for never",
    },
    "measure.effect.controls": {
        "zh": "和谁比：当时还没参训的人（not-yet，默认），或始终没参训的人（never）",
        "en": "comparison group: people not trained by then (not-yet, default) or never trained (never)",
    },
    "measure.effect.which": {
        "zh": "请说明和谁比：--treated（参训与未参训），或 --running 加 --cut（分数线），或 --unit、--period、--first（分批参训）。",
        "en": "say what to compare: --treated (trained and untrained), --running with --cut (a cut-off), or --unit, --period and "
        "--first (staggered starts).",
    },
    "measure.effect.before_alone": {
        "zh": "只有培训前后两个分数说明不了什么，没参训的人也可能变。请用 --treated 给出谁参训、谁没参训。",
        "en": "scores before and after alone prove nothing: untrained people may change too. Use --treated to say who was "
        "trained and who was not.",
    },
    "measure.effect.error_of_nothing": {
        "zh": "--reliability 和 --error-variance 说的是培训前的得分，要和 --before 一起用。",
        "en": "--reliability and --error-variance refer to the score before training: use them together with --before.",
    },
    "measure.effect.one_error": {
        "zh": "--reliability 和 --error-variance 只能给一个。",
        "en": "use either --reliability or --error-variance, not both.",
    },
    "measure.effect.needed_of_a_cut": {
        "zh": "按分数线看效果，--running 和 --cut 两个都要给。",
        "en": "for a cut-off, both --running and --cut are required.",
    },
    "measure.effect.foreign_of_a_cut": {
        "zh": "按分数线看效果时，用不上 --before、--reliability、--error-variance。",
        "en": "--before, --reliability and --error-variance cannot be used with a cut-off.",
    },
    "measure.effect.needed_of_starts": {
        "zh": "分批参训要同时给 --unit、--period、--first。",
        "en": "for staggered starts, --unit, --period and --first are all required.",
    },
    "measure.effect.foreign_of_starts": {
        "zh": "分批参训只用 --unit、--period、--first、--controls，不能和另外两种比法的选项混用。",
        "en": "staggered starts only use --unit, --period, --first and --controls; options of the other designs cannot be "
        "combined with them.",
    },
    "measure.value.not_yes_or_no": {
        "zh": "“{value}”看不出是还是否。请写 1 或 0、是或否。",
        "en": "“{value}” is neither yes nor no. Write 1 or 0, yes or no.",
    },
    "measure.effect.nobody_treated": {
        "zh": "{n} 人里没有一个参训，没法比。",
        "en": "none of the {n} people was trained, so there is nothing to compare.",
    },
    "measure.effect.anticipation": {
        "zh": "预先期数不能是负数：{value}。",
        "en": "The number of periods before the training cannot be negative: {value}.",
    },
    "measure.effect.all_trained_from_the_start": {
        "zh": "{n} 个人在第一期（{period}）或更早就都参训了：没有参训前的数据，也没有不参训的人，没法比。请把参训前的各期也放进表里。",
        "en": "all {n} people were trained in the first period ({period}) or earlier: there is no data from before the training "
        "and no one untrained to compare with. Include the periods before the training in the table.",
    },
    "measure.effect.nobody_trained_within": {
        "zh": "{early} 个人在第一期或更早就参训了，其余 {n} 个人一直没有参训：没有参训前的数据，没法比。请把参训前的各期也放进表里。",
        "en": "{early} people were trained in the first period or earlier and the other {n} never: there is no data from before "
        "the training. Include the periods before the training in the table.",
    },
    "measure.effect.all_trained_at_once": {
        "zh": "{n} 个人都在同一期（{period}）参训，没有同期不参训的人可比。前后变化不单独给出：不参训也可能变。",
        "en": "all {n} people were trained in the same period ({period}), so there is no one to compare with. A before-and-after "
        "difference is never shown alone: scores might have changed without training.",
    },
    "measure.effect.nobody_never_trained": {
        "zh": "{n} 个人最后都参训了，没有一直没参训的人。请去掉 --controls never，改与当时还没参训的人比。",
        "en": "all {n} people were trained in the end, so no one stayed untrained. Leave out --controls never to compare with "
        "those not yet trained.",
    },
    "measure.effect.no_controls": {
        "zh": "{n} 人里找不到没参训的人来比。前后变化不单独给出：没参训的人也可能变。",
        "en": "none of the {n} people can serve as an untrained comparison. A before-and-after difference is never shown alone: "
        "untrained people may change too.",
    },
    "measure.effect.too_few_in_group": {
        "zh": "参训 {treated} 人、未参训 {control} 人，每边至少要 {needed} 人。",
        "en": "{treated} were trained and {control} not; at least {needed} of each are needed.",
    },
    "measure.effect.too_few_rows": {
        "zh": "能用的只有 {n} 行，至少要 {needed} 行。",
        "en": "only {n} rows can be used; at least {needed} are needed.",
    },
    "measure.effect.outcome_constant": {
        "zh": "所有人的结果都是 {value}，看不出任何变化。",
        "en": "the outcome is {value} for everyone, so no change can be seen.",
    },
    "measure.effect.one_cluster": {
        "zh": "所有人都在同一个班组，按班组算不出误差。",
        "en": "everyone is in one team, so the error cannot be calculated by team.",
    },
    "measure.effect.columns_depend": {
        "zh": "参训与否和培训前的得分完全重合，分不开。",
        "en": "who was trained follows exactly from the score before, so the two cannot be told apart.",
    },
    "measure.effect.before_constant": {
        "zh": "两组内培训前的得分都没有差别，用不上 --before。",
        "en": "the score before is the same for everyone within each group: leave out --before.",
    },
    "measure.effect.reliability_out_of_range": {
        "zh": "--reliability 必须大于 0、不超过 1：{reliability}。",
        "en": "--reliability must be above 0 and no more than 1: {reliability}.",
    },
    "measure.effect.error_variance_negative": {
        "zh": "--error-variance 不能是负数：{variance}。",
        "en": "--error-variance cannot be negative: {variance}.",
    },
    "measure.effect.error_exceeds_spread": {
        "zh": "照 --reliability 说的，培训前得分的误差是组内差异的 {error_share} 倍，剩不下真实差异，无法校正。",
        "en": "with this --reliability, the error of the score before is {error_share} times the spread within the groups: no "
        "true differences are left, so it cannot be corrected for.",
    },
    "measure.discontinuity.cut_not_a_number": {
        "zh": "分数线“{value}”不是数字。",
        "en": "the cut-off “{value}” is not a number.",
    },
    "measure.discontinuity.running_constant": {
        "zh": "所有人这一列的分数都一样，分数线两边没法比。",
        "en": "everyone has the same score, so there is no one on the other side of the cut-off.",
    },
    "measure.discontinuity.bandwidth_not_positive": {
        "zh": "带宽必须大于 0：{bandwidth}。",
        "en": "--bandwidth must be above 0: {bandwidth}.",
    },
    "measure.panel.too_few_periods": {
        "zh": "只有 {n} 期，至少要 {needed} 期。",
        "en": "only {n} period is available; at least {needed} are needed.",
    },
    "measure.panel.period_unreadable": {
        "zh": "“{value}”和其他期的写法不同，排不出先后。请统一写法，例如 2026-03。",
        "en": "“{value}” is written differently from the other periods, so they cannot be put in order. Write them all in the "
        "same way, such as 2026-03.",
    },
    "measure.panel.first_changes": {
        "zh": "同一个人的第一次参训时间前后不一致。",
        "en": "the same person has two different dates of first training.",
    },
    "measure.panel.cluster_changes": {
        "zh": "同一个人在两个班组里。请用参训前所在的班组。",
        "en": "the same person is in two teams. Use the team before the training throughout.",
    },
    "measure.panel.repeated": {
        "zh": "同一个人的同一期出现了两次。",
        "en": "the same person and period appear twice.",
    },
    "measure.panel.groups_too_small": {
        "zh": "每一批参训的都不到 {needed} 人（或 {needed} 个班组），没法比。",
        "en": "none of the staggered starts has {needed} people (or {needed} teams), so there is nothing to compare.",
    },
    "measure.survival": {
        "zh": "离职分析：留存曲线、在岗时间中位数、各组比较、与离职相关的因素",
        "en": "analyses attrition: retention curves, median length of stay, groups compared, and factors associated with leaving",
    },
    "measure.survival.time": {
        "zh": "在岗时间，例如天数；还在岗的写到今天为止",
        "en": "length of stay, in days for example; up to today for people still employed",
    },
    "measure.survival.event": {"zh": "是否已离职：1/0、是/否、yes/no", "en": "whether they left: 1 or 0, yes or no"},
    "measure.survival.group": {
        "zh": "按什么分组，例如招聘渠道、班组",
        "en": "what to group by, such as channel or team",
    },
    "measure.survival.covariates": {
        "zh": "可能与离职有关的列（数字或是/否），用逗号隔开",
        "en": "columns that may be associated with leaving (numbers, or yes or no), separated by commas",
    },
    "measure.survival.at": {
        "zh": "看哪些时点的留存率，例如 30,90,180",
        "en": "times at which to show the retention rate, such as 30,90,180",
    },
    "measure.survival.lifelines_missing": {
        "zh": "离职分析要用 lifelines，这里没有安装。请运行：{install}",
        "en": "the analysis of attrition needs lifelines, which is not installed. Run: {install}",
    },
    "measure.survival.negative_time": {"zh": "在岗时间不能是负数。", "en": "a length of stay cannot be negative."},
    "measure.survival.at_negative": {
        "zh": "时点必须是不小于 0 的数：{at}。",
        "en": "a time must be 0 or more: {at}.",
    },
    "measure.survival.too_few": {
        "zh": "能用的只有 {n} 人，至少要 {needed} 人。",
        "en": "only {n} people can be used; at least {needed} are needed.",
    },
    "measure.survival.nobody_left": {
        "zh": "{n} 人里没有人离职，画不出留存曲线。",
        "en": "none of the {n} people has left, so there is no curve to draw.",
    },
    "measure.survival.no_time_passed": {
        "zh": "所有人的在岗时间都是 0。",
        "en": "the length of stay is 0 for everyone.",
    },
    "measure.survival.too_few_left": {
        "zh": "离职的只有 {n} 人，看这么多因素至少要 {needed} 人。",
        "en": "only {n} people have left; at least {needed} are needed for this many factors.",
    },
    "measure.survival.nobody_stayed_longer": {
        "zh": "没有人比离职的人待得更久，看不出什么因素与离职有关。",
        "en": "no one stayed longer than those who left, so no factor can be associated with leaving.",
    },
    "measure.survival.covariate_constant": {
        "zh": "这一列所有人都一样，看不出与离职的关系。",
        "en": "this column is the same for everyone, so no association with leaving can be seen.",
    },
    "measure.survival.covariates_depend": {
        "zh": "这些列互相重合，分不开：{covariates}。请去掉一列。",
        "en": "these columns contain the same information and cannot be told apart: {covariates}. Leave one out.",
    },
    "measure.survival.cox_not_converged": {
        "zh": "风险比算不稳，请减少 --covariates。",
        "en": "the hazard ratios could not be calculated reliably; use fewer --covariates.",
    },
}

register(WORDS)

"""What the cautions of a result mean, in words below its tables; JSON keeps the codes."""

from collections.abc import Iterator, Mapping
from typing import Any

from hengcai.base.say import knows, register
from hengcai.cli.appraise_output import told

WORDS: dict[str, dict[str, str]] = {
    "measure.caution.not_linked": {
        "zh": "各组质检员没有共同评过的交互记录，评分尺度比不出来，所以没有扣除",
        "en": "the analysts have no contacts in common, so severity cannot be compared and was not adjusted for",
    },
    "measure.caution.one_rater": {
        "zh": "只有一位质检员，谈不上偏严偏松",
        "en": "there is only one analyst, so severity cannot be estimated",
    },
    "measure.caution.too_few_agents": {
        "zh": "不到三位客服，没有收缩",
        "en": "fewer than three agents: scores were not moved towards the mean",
    },
    "measure.caution.too_few_contacts": {
        "zh": "每位客服的交互记录太少，估计不出误差，不给可信范围",
        "en": "too few contacts per agent to estimate the error: no intervals",
    },
    "measure.caution.too_few": {"zh": "个数太少（{a}）", "en": "too few of them ({a})"},
    "measure.caution.too_few_human": {"zh": "人工评分太少（{a} 个）", "en": "too few scored by a person ({a})"},
    "measure.caution.human_without_automated": {
        "zh": "{a} 个人工评分没有对应的自动评分，没有用上",
        "en": "{a} scores by a person without an automated one were not used",
    },
    "measure.caution.automated_not_used": {
        "zh": "自动评分没有用上：数目太少，或都一样",
        "en": "the automated scores were not used: too few, or all the same",
    },
    "measure.caution.automated_not_helpful": {
        "zh": "自动评分与人工评分不同向，没有用上",
        "en": "the automated scores run counter to those given by people and were not used",
    },
    "measure.caution.agents_hardly_differ": {
        "zh": "客服之间几乎没有差别，差别的可信范围给不出来",
        "en": "agents hardly differ, so there is no interval for their variance",
    },
    "measure.caution.subsets": {
        "zh": "数据分成 {a} 块互不相连的部分，只能在同一块里比较",
        "en": "the table falls into {a} unconnected parts: only compare within a part",
    },
    "measure.caution.linked_by_extremes_only": {
        "zh": "只靠全最高或全最低的人连在一起，这种连接不可靠",
        "en": "only connected by people with all highest or all lowest scores, which is not reliable",
    },
    "measure.caution.without_measure": {
        "zh": "有 {a} 个没法放到尺上：只和同样没法放上去的一起评过",
        "en": "{a} have no place on the scale: they were only rated together with each other",
    },
    "measure.caution.categories_unused": {
        "zh": "中间有 {a} 个分数没人用过，相邻的分数合在一起算",
        "en": "{a} scores in between were never given; neighbouring scores were joined",
    },
    "measure.caution.thresholds_disordered": {
        "zh": "{a} 个门槛次序颠倒：有的分数在哪一段都不是最可能的，可以考虑合并",
        "en": "{a} thresholds are out of order: some scores are never the most likely; consider joining them",
    },
    "measure.caution.not_converged": {
        "zh": "计算没有收敛，数字不能用：多半是有人的评分全最高或全最低，或数据太少",
        "en": "the calculation did not converge; do not use these figures. Usually someone has only highest or only lowest "
        "scores, or there are too few data",
    },
    "measure.caution.objects_do_not_differ": {"zh": "被评的人之间没有差别", "en": "the people rated do not differ"},
    "measure.caution.anchors_idle": {
        "zh": "“{a}”有 {b} 个固定值在表里没有对应的人",
        "en": "{b} anchored ids of “{a}” are not in the table",
    },
    "measure.caution.at_zero": {"zh": "估计为 0，只给上限", "en": "estimated at 0, with an upper limit only"},
    "measure.caution.negative": {
        "zh": "算出来是负数（{a}），按 0 计",
        "en": "the result was negative ({a}) and counts as 0",
    },
    "measure.caution.no_interval": {"zh": "给不出可信范围", "en": "no interval can be given"},
    "measure.caution.one_level": {"zh": "只有一个，没有差异可言", "en": "only one level, so there is no variance"},
    "measure.caution.confounded_with": {
        "zh": "与“{a}”分不开",
        "en": "cannot be told from “{a}”",
    },
    "measure.caution.not_separable": {"zh": "“{a}”单独分不出来", "en": "“{a}” cannot be told apart"},
    "measure.caution.cells_averaged": {
        "zh": "同一组合有 {a} 行（例如各项得分），已先取平均：表里的数说的都是平均以后的分数",
        "en": "{a} rows of the same combination (such as the items of one scoring) were averaged first: all figures refer to that average",
    },
    "measure.caution.residual_zero": {
        "zh": "分数完全由各项相加得出，没有其余的波动，改用方差分析",
        "en": "scores are sums of effects without a residual: analysis of variance instead",
    },
    "measure.caution.study.too_many_levels": {
        "zh": "人数太多，改用方差分析，不给可信范围",
        "en": "too many levels: analysis of variance instead, without intervals",
    },
    "measure.caution.study.blocks_too_large": {
        "zh": "组合太多，改用方差分析，不给可信范围",
        "en": "too many combinations: analysis of variance instead, without intervals",
    },
    "measure.caution.study.too_much_work": {
        "zh": "计算量太大，改用方差分析，不给可信范围；--facets 少写一列就能算",
        "en": "the calculation is too large: analysis of variance was used instead, without intervals; use one facet fewer",
    },
    "measure.caution.reml_failed": {
        "zh": "默认的算法（REML）解不出来，改用方差分析",
        "en": "the default method (REML) gave no result: analysis of variance was used instead",
    },
    "measure.caution.reml_not_converged": {
        "zh": "默认的算法（REML）没有收敛，改用方差分析，不给可信范围",
        "en": "the default method (REML) did not converge: analysis of variance was used instead, without intervals",
    },
    "measure.caution.object_variance_at_zero": {
        "zh": "没有发现被评的人之间有真实差异",
        "en": "no true differences between the objects were found",
    },
    "measure.caution.units_left_out": {
        "zh": "{a} 个对象没有让每位质检员都评，没有计入",
        "en": "{a} units not scored by every analyst were left out",
    },
    "measure.caution.pairs_left_out": {
        "zh": "{a} 对质检员的评分没有变化，没有计入",
        "en": "{a} pairs of analysts whose scores do not vary were left out",
    },
    "measure.caution.ratings.constant": {
        "zh": "评分都一样，谈不上一致性",
        "en": "all ratings are the same, so agreement cannot be measured",
    },
    "measure.caution.ratings.one_rater": {"zh": "只有一位质检员", "en": "there is only one analyst"},
    "measure.caution.ratings.no_overlap": {
        "zh": "没有两位质检员评过同样的对象，请安排双评",
        "en": "no two analysts have scored the same contacts: arrange double scoring",
    },
    "measure.caution.ratings.too_few_complete_units": {
        "zh": "每位质检员都评过的对象不到两个",
        "en": "fewer than two units were scored by every analyst",
    },
    "measure.caution.ratings.too_many_values": {
        "zh": "不同的分数太多，像是连续数值",
        "en": "too many different scores: these look like measurements, not a rating scale",
    },
    "measure.caution.scores.names": {"zh": "分数是名称，不能按数字算", "en": "scores are names, not numbers"},
    "measure.caution.one_contact": {"zh": "只有一条交互记录，给不出可信范围", "en": "only one contact: no interval"},
    "measure.caution.one_unit": {"zh": "只有一个对象，给不出可信范围", "en": "only one unit: no interval"},
    "measure.caution.jackknife_incomplete": {
        "zh": "去掉一部分交互记录就算不出来，不给可信范围",
        "en": "without some of the contacts it cannot be calculated, so no interval is given",
    },
    "measure.caution.constant_resamples": {
        "zh": "{a} 次重抽样里评分都一样，没有计入",
        "en": "{a} resamples without any variation were left out",
    },
    "measure.caution.nothing_varies": {"zh": "数值都一样", "en": "all values are the same"},
    "measure.caution.no_width": {
        "zh": "变化太少，算不出误差有多大，不给可信范围",
        "en": "there is too little variation to estimate the error: no interval",
    },
    "measure.caution.not_finite": {"zh": "“{a}”算不出有限的数", "en": "“{a}” is not a finite number"},
    "measure.caution.one_rating_a_scoring": {
        "zh": "每次只评一个分，分不出评分本身的波动",
        "en": "only one mark per scoring, so the variation of the scoring itself cannot be separated",
    },
}

register(WORDS)


CODED = ("design", "verdict", "status", "class", "matching")
"""Keys whose values are codes."""


def explained(found: Any) -> Iterator[str]:
    """One line for each code and caution in the result, once; one without words is left to stand for itself."""
    for kind, code in dict.fromkeys(codes(found)):
        head, *facts = code.split(":")
        if knows(f"measure.{kind}.{head}"):
            names = dict(zip("ab", facts, strict=False))
            yield f"{code} — {told(f'measure.{kind}.{head}', **names)}"


def codes(found: Any) -> Iterator[tuple[str, str]]:
    """Kind and code of every finding, state and caution in a result."""
    if isinstance(found, Mapping):
        for name, value in found.items():
            if name in ("cautions", "reasons"):
                yield from (("caution", code) for code in value)
            elif name in CODED and isinstance(value, str):
                yield "code", value
            else:
                yield from codes(value)
    elif isinstance(found, list):
        for one in found:
            yield from codes(one)

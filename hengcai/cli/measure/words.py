"""Help and refusals of the measuring commands."""

from hengcai.base.say import register

WORDS: dict[str, dict[str, str]] = {
    "measure.help": {
        "zh": "评分的统计分析：只读表格，不用数据库",
        "en": "statistics of ratings from a table, with no database",
    },
    "measure.agreement": {
        "zh": "计算质检员评分的一致程度：一致率，扣除偶然因素后的一致程度（alpha、kappa、AC1/AC2），单个分数的可信程度（ICC）",
        "en": "measures how far analysts agree: consistency, agreement beyond chance (alpha, kappas, AC1/AC2) and the reliability of "
        "a score (ICC)",
    },
    "measure.generalizability": {
        "zh": "概化研究（听几通、几个人听）：分数的差异从哪里来，可信程度如何，换一种安排会怎样",
        "en": "measures generalizability: where differences in scores come from, how reliable scores are, and what another number of "
        "contacts or analysts would give",
    },
    "measure.facets": {
        "zh": "客服水平、质检员评分尺度、评分项难易放到同一把尺上比（多面 Rasch 模型）",
        "en": "places ability, analysts' severity and item difficulty on one scale (many-facet Rasch)",
    },
    "measure.scores": {
        "zh": "公平分：先扣除质检员评分尺度的偏严偏松，证据少的再往平均靠（收缩），并给出落在各等次的概率",
        "en": "calculates fair scores: adjusts for severity, moves scores with little evidence towards the mean, and gives the "
        "chance of each band",
    },
    "measure.estimate": {
        "zh": "用少量人工评分校正自动评分，估计每位客服的均分",
        "en": "estimates each agent's mean from automated scores, corrected by a sample of scores given by people",
    },
    "measure.file": {"zh": "表格：每行一个评分", "en": "table with one rating per row"},
    "measure.json": {
        "zh": "结果写成 JSON：- 为标准输出，或文件名",
        "en": "results as JSON: - for standard output, or a file",
    },
    "measure.design": {
        "zh": "设计，例如 “A x (R:T)”；不给则全部交叉",
        "en": "design such as “A x (R:T)”; default: all crossed",
    },
    "measure.steps_by": {
        "zh": "用 --model partial-credit 时，哪个面里每个成员各用一套门槛，默认最后一个面",
        "en": "facet whose elements each have their own thresholds with partial-credit; default: the last facet",
    },
    "measure.bias_correction": {
        "zh": "按 (L-1)/L 校正联合估计的偏差",
        "en": "corrects the joint fit's bias by (L-1)/L",
    },
    "measure.cuts": {"zh": "等次线，从低到高，例如 3.5,4.5", "en": "band thresholds in rising order, such as 3.5,4.5"},
    "measure.confidence": {
        "zh": "可信范围的置信度，默认 0.95",
        "en": "confidence level of intervals, default 0.95",
    },
    "measure.example": {"zh": "例：", "en": "example:"},
    "measure.written": {"zh": "已写入 {path}。", "en": "written to {path}."},
    "measure.estimates": {"zh": "估计值", "en": "estimates"},
    "measure.yes": {"zh": "是", "en": "yes"},
    "measure.no": {"zh": "否", "en": "no"},
    "measure.p.small": {"zh": "小于 0.001", "en": "< 0.001"},
    "measure.refused": {"zh": "算不出来：{why}。", "en": "this cannot be calculated: {why}."},
    "measure.value.not_a_number": {"zh": "“{value}”不是数字。", "en": "“{value}” is not a number."},
    "measure.value.outside": {
        "zh": "“{value}”超出范围：这里只能是 0，或绝对值在 {smallest} 到 {largest} 之间的数。请看是不是填错了列。",
        "en": "“{value}” is out of range: write 0, or a number whose size is between {smallest} and {largest}. "
        "Is it in the wrong column?",
    },
    "measure.value.missing": {"zh": "这里缺少数字。", "en": "a number is missing here."},
    "measure.ratings.constant": {
        "zh": "所有评分都一样，没有差异可分析。",
        "en": "all ratings are the same, so there are no differences to analyse.",
    },
    "measure.ratings.none": {"zh": "表里没有评分。", "en": "the table contains no ratings."},
    "measure.ratings.too_few": {
        "zh": "评分只有 {n} 个，至少要 {needed} 个。",
        "en": "there are {n} ratings; at least {needed} are needed.",
    },
    "measure.ratings.one_rater": {
        "zh": "只有一位质检员，比不出一致性。",
        "en": "there is only one analyst, so agreement cannot be measured.",
    },
    "measure.ratings.no_overlap": {
        "zh": "没有一条交互记录由两位质检员评过，比不出偏严偏松。请安排双评。",
        "en": "no contact was scored by two analysts, so severity cannot be compared. Arrange double scoring.",
    },
    "measure.ratings.repeated": {
        "zh": "同一质检员对同一对象评了两次。如果要几列合起来才能确定一条记录，请把这几列都写上，例如 --unit contact,date，或加 --item；"
        "若真是先后评了两次，请加 --repeats separate。",
        "en": "the same analyst rated the same unit twice. If several columns together identify a unit, list them all, such as "
        "--unit contact,date, or add --item; if it really was rated on two occasions, add --repeats separate.",
    },
    "measure.ratings.all_extreme": {
        "zh": "每个人的评分不是全部最低就是全部最高，没法放到同一把尺上比。",
        "en": "everyone has only lowest or only highest scores, so they cannot be placed on a common scale.",
    },
    "measure.ratings.too_many_categories": {
        "zh": "不同的分数有 {n} 种，最多 {most} 种；这像是连续数值，不是等级评分。",
        "en": "there are {n} different scores; the limit is {most}. These look like measurements, not a rating scale.",
    },
    "measure.weights.negative": {"zh": "权重不能是负数。", "en": "a weight cannot be negative."},
    "measure.weights.sum_zero": {"zh": "权重之和为零。", "en": "the weights add up to zero."},
    "measure.cuts.not_rising": {
        "zh": "等次线必须从低到高：{cuts}。",
        "en": "band thresholds must be in rising order: {cuts}.",
    },
    "measure.confidence.out_of_range": {
        "zh": "--confidence 必须在 0 和 1 之间：{confidence}。",
        "en": "--confidence must be between 0 and 1: {confidence}.",
    },
    "measure.facets.named_twice": {
        "zh": "同一列用了两次：{facets}。",
        "en": "the same column is used twice: {facets}.",
    },
    "measure.facets.unknown_steps_facet": {"zh": "“{facet}”不是列出的面。", "en": "“{facet}” is not among the facets."},
    "measure.facets.correction_is_for_jml": {
        "zh": "偏差校正只用于 jml。",
        "en": "the bias correction can only be used with jml.",
    },
    "measure.facets.too_few": {
        "zh": "至少要给一面，例如质检员。",
        "en": "give at least one facet, such as the analyst.",
    },
    "measure.sample.probability": {
        "zh": "抽中概率必须大于 0（不小于 {smallest}）、不超过 1：{value}。",
        "en": "a chance of being drawn must be above 0 (at least {smallest}) and no more than 1: {value}.",
    },
    "measure.scores.no_automated": {"zh": "没有任何自动评分。", "en": "there are no automated scores."},
    "measure.scale": {
        "zh": "人工评分的最低分和最高分，例如 0,100：均分和可信范围不会超出；不给时，只认得 0/1 和 1 到 5 的整数分",
        "en": "lowest and highest score a person can give, such as 0,100: means and intervals stay within them; without it only 0 or "
        "1 and whole scores from 1 to 5 are recognised",
    },
    "measure.two_numbers": {
        "zh": "“{value}”要写成两个数，中间用逗号，例如 0,100",
        "en": "“{value}” should be two numbers separated by a comma, such as 0,100",
    },
    "measure.scale.not_rising": {
        "zh": "--scale 要先写最低分再写最高分：{low}、{high}。",
        "en": "--scale takes the lowest score first, then the highest: {low}, {high}.",
    },
    "measure.scale.outside": {
        "zh": "{value} 分不在 --scale 写的 {low} 到 {high} 之间。",
        "en": "a score of {value} is outside the {low} to {high} of --scale.",
    },
    "measure.design.unreadable": {
        "zh": "设计“{text}”看不懂。请写成“A x (R:T)”的格式。",
        "en": "the design “{text}” is not valid. Write it like “A x (R:T)”.",
    },
    "measure.design.columns_differ": {
        "zh": "设计用到 {design}，列给的是 {columns}。",
        "en": "the design uses {design}, but the columns given are {columns}.",
    },
    "measure.study.too_few_scores": {
        "zh": "评分只有 {n} 个，至少要 {needed} 个。",
        "en": "there are {n} scores; at least {needed} are needed.",
    },
}

register(WORDS)

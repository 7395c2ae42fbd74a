"""Help and refusals of facets, studies and the columns they share."""

from hengcai.base.say import register

OPTIONS: dict[str, dict[str, str]] = {
    "measure.two_columns": {
        "zh": "这里要写两列，用逗号隔开：{value}。",
        "en": "enter two columns separated by a comma: {value}.",
    },
    "measure.number_wanted": {
        "zh": "“{value}”不行：这里要写 0，或绝对值在 {smallest} 到 {largest} 之间的数。",
        "en": "“{value}” is not valid: write 0, or a number whose size is between {smallest} and {largest}.",
    },
    "measure.count_wanted": {
        "zh": "“{value}”不行：这里要写不超过 {most} 的整数。",
        "en": "“{value}” is not valid: write a whole number up to {most}.",
    },
    "measure.name_and_value": {"zh": "这里要写成“列名=值”：{value}。", "en": "write it as NAME=VALUE: {value}."},
    "measure.repeats": {
        "zh": "同一质检员对同一对象评了两次时：refuse 当作差错，separate 当作先后两次分别比较",
        "en": "an analyst's second rating of a unit: a mistake (refuse), or another occasion (separate)",
    },
    "measure.reference": {
        "zh": "这一位名下的分是校准时商定的标准分：另算各位质检员的一致率（consistency）",
        "en": "analyst under whose name the calibrated scores are recorded: also shows how often the others come close to them "
        "(consistency)",
    },
    "measure.within": {
        "zh": "与标准分相差几分以内算一致（百分制总分），默认 5",
        "en": "how many points off the calibrated score still count as consistent (totals out of 100), default 5",
    },
    "measure.fatal": {
        "zh": "写明有没有致命错误（是/否）的列：和标准分判得不一样就不算一致",
        "en": "column that says whether there was a fatal error (yes/no): it must be judged as in the calibrated score",
    },
    "measure.reference.unknown": {
        "zh": "表里没有质检员“{reference}”。请照质检员那一列的写法填 --reference。",
        "en": "there is no analyst “{reference}” in the table. Write --reference as it appears in the analyst column.",
    },
    "measure.reference.nothing_shared": {
        "zh": "“{reference}”评过的对象，别人都没有评过，算不出一致率。请安排双评。",
        "en": "no one else rated what “{reference}” rated, so consistency cannot be calculated. Arrange double scoring.",
    },
    "measure.reference.within": {
        "zh": "--within 是 {within}，不能是负数。",
        "en": "--within cannot be negative: {within}.",
    },
    "measure.pairable_only": {
        "zh": "算 AC1、AC2 里各分数的占比时，不计只有一个人评过的对象",
        "en": "leaves units with a single rating out of the prevalences of AC1 and AC2",
    },
    "measure.anchor": {
        "zh": "把这一面在尺上的位置固定为文件里的值（列 id、measure），用来和上一季度保持同一把尺",
        "en": "holds elements of a facet at the file's measures (columns id, measure), to keep last quarter's scale",
    },
    "measure.group_anchor": {
        "zh": "把这一面每一组的平均固定为文件里的值（列 id、group、measure），组内各自仍可变动",
        "en": "holds the mean of each group of a facet (columns id, group, measure) while its members move",
    },
    "measure.anchor_steps": {
        "zh": "固定门槛（列 category、estimate）",
        "en": "holds thresholds (columns category, estimate)",
    },
    "measure.raters": {
        "zh": "哪一面是质检员，用来数完全一致的次数；默认是对象之后的第一面",
        "en": "facet of the analysts, used to count exact agreements; default: the first after the object",
    },
    "measure.bias": {
        "zh": "找出这两面之间的偏差（交互作用）并两两比较；可以重复写多个",
        "en": "looks for bias between two facets and compares it pair by pair; may be given several times",
    },
    "measure.units": {
        "zh": "再换算成自己的单位：被评者中最低的记 LOW，最高的记 HIGH，例如 0,100",
        "en": "also in your own units: the lowest object at LOW, the highest at HIGH, such as 0,100",
    },
    "measure.origin": {"zh": "自定单位里 0 logit 对应的值", "en": "what 0 logits are in your own units"},
    "measure.spacing": {"zh": "自定单位里一个 logit 有多大", "en": "how many of your own units equal one logit"},
    "measure.study_method": {
        "zh": "分数的差异怎么拆开算：reml 或方差分析 anova",
        "en": "how variance is split: reml, or the analysis of variance (anova)",
    },
    "measure.fixed": {
        "zh": "固定的面：结论只针对表里的这些条目，不推广到别的",
        "en": "fixed facets: conclusions apply only to these items, not to similar ones",
    },
    "measure.numbers": {
        "zh": "比较这一面取不同个数时的可信程度，例如 rater=1,2,3；可以重复写多个",
        "en": "sizes of a facet for which reliability is compared, such as rater=1,2,3; may be given several times",
    },
    "measure.price": {
        "zh": "这一面每多一个的成本，rating 是每个评分的成本；与 --wanted-se 同用",
        "en": "cost of one more of a facet, or of one rating under the name rating; use with --wanted-se",
    },
    "measure.wanted_se": {
        "zh": "想要的误差（分）：找出达到它的最省安排",
        "en": "the error wanted, in points: finds the cheapest design that reaches it",
    },
}

REFUSALS: dict[str, dict[str, str]] = {
    "measure.units_twice": {
        "zh": "--units 与 --origin、--spacing 只能用一种。",
        "en": "use either --units or --origin and --spacing.",
    },
    "measure.units.spacing": {
        "zh": "单位的大小必须是大于 0 的数：{spacing}。",
        "en": "the spacing must be a number above 0: {spacing}.",
    },
    "measure.units.range": {
        "zh": "单位的范围要从低到高：{low} 到 {high}。",
        "en": "the range of units must go from low to high: {low} to {high}.",
    },
    "measure.units.objects_do_not_differ": {
        "zh": "被评者没有高低之分，无法按范围换算单位。",
        "en": "the people rated do not differ, so units cannot be converted by range.",
    },
    "measure.group_of_two_means": {
        "zh": "“{group}”组前面写的平均与这一行不同。",
        "en": "the group “{group}” has a different mean in an earlier row.",
    },
    "measure.anchored_twice": {
        "zh": "“{value}”前面已经有一行。",
        "en": "there is already an earlier row for “{value}”.",
    },
    "measure.anchors.not_finite": {"zh": "固定的值必须是普通的数。", "en": "anchors must be finite numbers."},
    "measure.anchors.thresholds_of_a_rating_scale_only": {
        "zh": "只有共用一套门槛（rating-scale）时才能固定门槛。",
        "en": "thresholds can only be held fixed with rating-scale.",
    },
    "measure.anchors.unknown_facet": {
        "zh": "要固定的“{facet}”不在各面之中。",
        "en": "“{facet}”, which is to be anchored, is not among the facets.",
    },
    "measure.anchors.unknown_threshold": {
        "zh": "没有进入分数 {category} 的门槛可固定：表里没有这个分数，或它是最低分。",
        "en": "there is no threshold into category {category}: the table lacks it, or it is the lowest.",
    },
    "measure.anchors.none_met": {
        "zh": "“{facet}”的 {n} 个固定值，编号在表里一个也没有。请核对编号写法。",
        "en": "none of the {n} anchored ids of “{facet}” is in the table. Check how they are written.",
    },
    "measure.anchors.in_two_groups": {
        "zh": "“{facet}”里有人同时在两个组。",
        "en": "an element of “{facet}” is in two groups.",
    },
    "measure.anchors.groups_of_objects_are_for_jml": {
        "zh": "被评者的分组固定只用于 jml。",
        "en": "group anchors of the objects are for jml only.",
    },
    "measure.contrasts.too_many": {
        "zh": "两两比较有 {n} 对，最多 {most} 对；请换人数较少的两面。",
        "en": "there are {n} pairs to compare; the limit is {most}. Choose facets with fewer elements.",
    },
    "measure.facets.unknown_pair": {
        "zh": "“{first}”和“{second}”必须是两个不同的面。",
        "en": "“{first}” and “{second}” must be two different facets.",
    },
    "measure.facets.unknown_raters": {
        "zh": "“{facet}”不在对象之后的各面之中。",
        "en": "“{facet}” is not among the facets after the object.",
    },
    "measure.decision.facets_differ": {
        "zh": "写的是 {asked}，可以写的是 {facets}。",
        "en": "{asked} is not a facet that can be used; use {facets}.",
    },
    "measure.decision.all_fixed": {
        "zh": "所有的面都固定了，就没有误差可谈：{facets}。请至少留一面。",
        "en": "with all facets fixed there is no error to estimate: {facets}. Leave at least one random.",
    },
    "measure.decision.not_positive": {
        "zh": "“{facet}”的个数必须大于 0：{numbers}。",
        "en": "numbers of “{facet}” must be above 0: {numbers}.",
    },
    "measure.decision.wanted_se": {
        "zh": "想要的误差必须大于 0：{wanted_se}。",
        "en": "--wanted-se must be above 0: {wanted_se}.",
    },
    "measure.decision.not_reachable": {
        "zh": "每面最多 {most} 个误差也到不了 {wanted_se}，最好只能到 {least_se}。",
        "en": "even {most} of each facet do not reach a standard error of {wanted_se}; the best is {least_se}.",
    },
    "measure.decision.prices": {
        "zh": "成本不能为负，也不能全为 0。",
        "en": "costs cannot be negative, and they cannot all be 0.",
    },
    "measure.decision.too_many_rows": {
        "zh": "要比较的组合有 {rows} 种，最多 {most} 种。",
        "en": "there are {rows} combinations to compare; the limit is {most}.",
    },
    "measure.design.factor_twice": {
        "zh": "设计里有一项写了两次：{factors}。",
        "en": "the design contains the same factor twice: {factors}.",
    },
    "measure.design.no_facet": {
        "zh": "除了“{object}”还要至少一面，例如质检员。",
        "en": "besides “{object}” the design needs a facet, such as the analyst.",
    },
    "measure.design.number_of_factors": {
        "zh": "设计要有 {least} 到 {most} 项：{factors}。",
        "en": "a design has {least} to {most} factors: {factors}.",
    },
    "measure.design.object_missing": {
        "zh": "设计里没有“{object}”：{factors}。",
        "en": "“{object}” is not in the design: {factors}.",
    },
    "measure.ratings.too_many_values": {
        "zh": "不同的分数有 {values} 种，对象有 {units} 个，多得无法比较；这像是连续数值，不是等级评分。",
        "en": "{values} different scores over {units} units are too many to compare. These look like measurements, not a rating scale.",
    },
    "measure.study.nothing_separable": {
        "zh": "每个组合只有一个评分，分不出差异来自谁。请让质检员多评几个共同的对象，或少写几面。",
        "en": "with only one score per combination, the sources of variance cannot be told apart. Have analysts score more "
        "contacts in common, or use fewer facets.",
    },
    "measure.study.object_not_separable": {
        "zh": "“{object}”的差异与别的来源混在一起，分不开：至少要两个“{object}”，各有两个以上的评分。",
        "en": "the variance of “{object}” cannot be separated from the rest: at least two are needed, each scored more than once.",
    },
    "measure.table.lengths_differ": {"zh": "各列长短不一。", "en": "the columns have different lengths."},
}

register(OPTIONS | REFUSALS)

"""What the cautions of `hengcai measure impact` mean, and those of comparisons without a rule, in words."""

from hengcai.base.say import register

WORDS: dict[str, dict[str, str]] = {
    "measure.caution.small_group": {"zh": "有一组只有 {a} 人，太少", "en": "one of the groups has only {a} people"},
    "measure.caution.one_selection_turns_it": {
        "zh": "换一个人的去留，结论就翻过来",
        "en": "a different decision for one person would reverse the finding",
    },
    "measure.caution.undecided_left_out": {
        "zh": "{a} 人还没有定是否录用，没有计入",
        "en": "{a} people without a decision yet were left out",
    },
    "measure.caution.nobody_decided": {
        "zh": "“{a}”里还没有一个人定下是否录用",
        "en": "no decision has been made yet for anyone in “{a}”",
    },
    "measure.caution.reference_not_highest": {
        "zh": "拿来对照的组不是录用率最高的",
        "en": "the comparison group does not have the highest selection rate",
    },
    "measure.caution.reference_without_selected": {
        "zh": "对照的组一个也没有录用，没法相除",
        "en": "no one in the comparison group was selected, so there is no ratio",
    },
    "measure.caution.empty_cell": {
        "zh": "有一组全录用了或全没录用，可信范围换了一种算法",
        "en": "all or none of one group were selected, so the interval was calculated in another way",
    },
    "measure.caution.few_persons_for_classes": {
        "zh": "人数偏少（小的一组 {a} 人），A、B、C 的分级只能作参考，要结合可信范围看",
        "en": "few people ({a} in the smaller group): treat classes A, B and C as rough and look at the intervals",
    },
    "measure.caution.answers_averaged": {
        "zh": "同一个人同一项有几个评分，先取平均",
        "en": "several marks of one person and item were averaged first",
    },
    "measure.caution.incomplete_persons_left_out": {
        "zh": "{a} 人没有答全，没有计入",
        "en": "{a} people did not answer all items and were left out",
    },
    "measure.caution.without_total": {
        "zh": "{a} 人没有总分，没有计入",
        "en": "{a} people have no total and were left out",
    },
    "measure.caution.nobody_matched": {
        "zh": "两组之间配不出总分相同的人",
        "en": "no people in the two groups have the same total",
    },
    "measure.caution.odds_ratio_without_limits": {
        "zh": "有一边全答对或全答错，倍数没有上限",
        "en": "one side has only right or only wrong answers, so the ratio has no limit",
    },
    "measure.caution.logistic_without_limits": {
        "zh": "复核的算法没有算出来：分得太干净",
        "en": "the second method gave no result: the answers separate too cleanly",
    },
    "measure.caution.too_few_in_common": {"zh": "共同的人或项太少，比不了", "en": "too few people or items in common"},
    "measure.caution.too_few_persons": {"zh": "人太少，给不出可信范围", "en": "too few people for an interval"},
    "measure.caution.nothing_to_compare": {"zh": "没有可比的", "en": "nothing to compare"},
    "measure.caution.refused": {"zh": "有一部分算不出来（{a}）", "en": "one part could not be calculated ({a})"},
    "measure.caution.assumes_assignment_by_chance": {
        "zh": "只有当谁参训是随机定的，这个差才是培训的作用",
        "en": "this difference is the effect of the training only if it was decided at random who was trained",
    },
    "measure.caution.reliability_taken_as_known": {
        "zh": "培训前得分的信度（--reliability）当作是准确的",
        "en": "the reliability of the score before (--reliability) is taken as exact",
    },
    "measure.caution.not_if_assigned_by_the_measured_score": {
        "zh": "如果是按培训前的得分挑人参训的，不要用这一种，改用 --cut",
        "en": "do not use this if people were selected by that score: use --cut instead",
    },
}

register(WORDS)

"""What the cautions of `hengcai measure impact` mean, and those of comparisons without a rule, in words."""

from hengcai.base.say import register

WORDS: dict[str, dict[str, str]] = {
    "measure.caution.small_group": {"zh": "有一组只有 {a} 人，太少", "en": "one of the groups has {a} people only"},
    "measure.caution.one_selection_turns_it": {
        "zh": "换一个人的去留，结论就翻过来",
        "en": "one person's decision would turn the finding round",
    },
    "measure.caution.undecided_left_out": {
        "zh": "{a} 人还没有定是否录用，没有计入",
        "en": "{a} people have not been decided on and were left out",
    },
    "measure.caution.nobody_decided": {
        "zh": "“{a}”里还没有一个人定下是否录用",
        "en": "nobody of “{a}” has been decided on",
    },
    "measure.caution.reference_not_highest": {
        "zh": "拿来对照的组不是录用率最高的",
        "en": "the group compared with does not have the highest rate",
    },
    "measure.caution.reference_without_selected": {
        "zh": "对照的组一个也没有录用，没法相除",
        "en": "nobody of the group compared with was selected, so that there is no ratio",
    },
    "measure.caution.empty_cell": {
        "zh": "有一组全录用了或全没录用，可信范围换了一种算法",
        "en": "all or none of one group were selected: the interval is found another way",
    },
    "measure.caution.few_persons_for_classes": {
        "zh": "人数偏少（小的一组 {a} 人），A、B、C 的分级打折扣看，多看可信范围",
        "en": "few people ({a} in the smaller group): take the classes as rough and read the intervals",
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
        "en": "the groups have nobody with the same total",
    },
    "measure.caution.odds_ratio_without_limits": {
        "zh": "有一边全答对或全答错，倍数没有上限",
        "en": "one side is all right or all wrong: the ratio runs to infinity",
    },
    "measure.caution.logistic_without_limits": {
        "zh": "复核的算法没有算出来：分得太干净",
        "en": "the second method found no limits: the answers part too cleanly",
    },
    "measure.caution.too_few_in_common": {"zh": "共同的人或项太少，比不了", "en": "too few people or items in common"},
    "measure.caution.too_few_persons": {"zh": "人太少，给不出可信范围", "en": "too few people for an interval"},
    "measure.caution.nothing_to_compare": {"zh": "没有可比的", "en": "nothing to compare"},
    "measure.caution.refused": {"zh": "有一部分算不出来（{a}）", "en": "one part could not be worked out ({a})"},
    "measure.caution.assumes_assignment_by_chance": {
        "zh": "只有当谁参训是随机定的，这个差才是培训的作用",
        "en": "this is the training's doing only if chance decided who was trained",
    },
    "measure.caution.reliability_taken_as_known": {
        "zh": "训前分可信几成（--reliability）当作是准的",
        "en": "the reliability of the score before is taken as known",
    },
    "measure.caution.not_if_assigned_by_the_measured_score": {
        "zh": "如果是照训前分挑人去的，不要用这一种，改用 --cut",
        "en": "not for people picked by that very score: use --cut for them",
    },
}

register(WORDS)

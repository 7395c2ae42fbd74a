"""Sentences of `hengcai measure items`."""

from hengcai.base.say import register

WORDS: dict[str, dict[str, str]] = {
    "measure.items": {
        "zh": "试题分析：每题的难度、区分度和选项，整卷的信度",
        "en": "item analysis: difficulty, discrimination and options of each item, reliability of the test",
    },
    "measure.items.person": {"zh": "谁答的：列名", "en": "column: who answered"},
    "measure.items.item": {"zh": "哪道题：列名", "en": "column: which item"},
    "measure.items.score": {"zh": "得分：列名", "en": "column: the score"},
    "measure.items.option": {"zh": "选了哪个选项：列名", "en": "column: the option chosen"},
    "measure.items.max": {
        "zh": "每题满分；不给就取每题的最高得分",
        "en": "the most an item can earn; default: the highest score seen of each item",
    },
    "measure.items.repeated": {
        "zh": "同一个人的同一道题出现了两次。",
        "en": "the same person and item stand in the table twice.",
    },
    "measure.items.max_not_positive": {"zh": "满分要大于 0：{value}。", "en": "the maximum must be above 0: {value}."},
    "measure.items.above_max": {
        "zh": "得分高过满分 {largest}。",
        "en": "the score is above the maximum of {largest}.",
    },
    "measure.caution.few_persons": {
        "zh": "只有 {a} 人作答，数字很不稳",
        "en": "{a} people answered: too few for steady figures",
    },
    "measure.caution.negative_discrimination": {
        "zh": "总分高的人反而答得差：答案可能给错了，或题目有歧义",
        "en": "the able do worse on it: the key may be wrong or the item ambiguous",
    },
    "measure.caution.pairs_missing": {
        "zh": "有人没有答全，其余题的总分按他答了的题算",
        "en": "some did not answer every item: their rest is of those they answered",
    },
    "measure.caution.option_draws_the_able": {
        "zh": "错误选项“{a}”，总分高的人选得更多",
        "en": "the wrong option “{a}” draws more of the able than of the others",
    },
    "measure.caution.persons_left_out": {
        "zh": "{a} 人没有答全，信度没有计入",
        "en": "{a} people did not answer every item and were left out of alpha",
    },
    "measure.caution.max_unknown": {
        "zh": "没有人得分，不知道满分是多少",
        "en": "nobody scored, so that the maximum is not known",
    },
}

register(WORDS)

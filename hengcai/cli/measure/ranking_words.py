"""Sentences of `hengcai measure ranking`."""

from hengcai.base.say import register

WORDS: dict[str, dict[str, str]] = {
    "measure.ranking": {
        "zh": "小组排序：成员之间有多一致（肯德尔 W），合起来的名次",
        "en": "rankings of a panel: how far its members agree (Kendall's W), and the pooled ranking",
    },
    "measure.ranking.judge": {"zh": "谁排的：列名", "en": "column: who ranked"},
    "measure.ranking.item": {"zh": "排什么：列名", "en": "column: what was ranked"},
    "measure.ranking.rank": {
        "zh": "名次：列名，1 最高，可以并列",
        "en": "column: the rank, 1 is highest, ties allowed",
    },
    "measure.ranking.incomplete": {
        "zh": "允许没排全：没排的项平分剩下的名次",
        "en": "allows incomplete rankings: items left out share the mean of the ranks left over",
    },
    "measure.ranking.one_judge": {
        "zh": "只有 {n} 个人排了名次，至少要 {needed} 人。",
        "en": "there are rankings of {n} person; at least {needed} are needed.",
    },
    "measure.ranking.one_item": {
        "zh": "只排了 {n} 项，至少要 {needed} 项。",
        "en": "{n} item was ranked; at least {needed} are needed.",
    },
    "measure.ranking.repeated": {
        "zh": "同一个人的同一项出现了两次。",
        "en": "the same person and item stand in the table twice.",
    },
    "measure.ranking.left_out": {
        "zh": "{judge} 没有排这些项：{items}。请补全，或加上 --incomplete。",
        "en": "{judge} did not rank {items}. Complete the ranking, or add --incomplete.",
    },
    "measure.ranking.all_tied": {
        "zh": "每个人都把所有项排成并列，算不出一致程度。",
        "en": "everyone tied everything, so agreement cannot be told.",
    },
    "measure.caution.ranking_filled": {
        "zh": "{a} 没有排全，没排的项平分了剩下的名次",
        "en": "{a} did not rank everything: items left out share the mean of the ranks left over",
    },
}

register(WORDS)

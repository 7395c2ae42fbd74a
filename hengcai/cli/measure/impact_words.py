"""Help and refusals of `hengcai measure impact`."""

from hengcai.base.say import register

WORDS: dict[str, dict[str, str]] = {
    "measure.impact": {
        "zh": "检查公平性：各组录用率之比（五分之四规则）；题目或质检员对水平相当、组别不同的人是否一样",
        "en": "checks fairness between groups: selection rates (four-fifths rule); items or analysts that treat equally able people "
        "differently",
    },
    "measure.impact.of_selection": {"zh": "看录用（每行一个人）", "en": "who is selected (one person per row)"},
    "measure.impact.of_items": {
        "zh": "看题目和质检员（每行一个评分）",
        "en": "items and analysts (one answer or rating per row)",
    },
    "measure.impact.group": {
        "zh": "分组所在的列，例如性别、职场、招聘渠道；几组都行",
        "en": "column of the group, such as gender, site, channel; any number of groups",
    },
    "measure.impact.reference": {
        "zh": "和哪一组比；不给则录用看录用率最高的组，题目看人数最多的组",
        "en": "the group to compare with; default: the one with the highest rate, or for items the one with most people",
    },
    "measure.impact.selected": {
        "zh": "是否录用：1/0、是/否、yes/no；空着表示还没定",
        "en": "whether selected: 1 or 0, yes or no; empty: not decided yet",
    },
    "measure.impact.item": {"zh": "题目或评分项", "en": "the item"},
    "measure.impact.person": {
        "zh": "答题人或被评人；一个人只能在一组",
        "en": "the person who answered or was rated; each person belongs to one group",
    },
    "measure.impact.score": {"zh": "得分：对错（0/1）或等级", "en": "the score: right or wrong (1 or 0), or a scale"},
    "measure.impact.total": {
        "zh": "按哪个总分把水平相当的人放在一起比；不给则由各题得分相加",
        "en": "the score on which people are matched; default: the sum over items",
    },
    "measure.impact.rater": {
        "zh": "质检员；给了就另出 Rasch 模型下“题目×组”“质检员×组”两张表",
        "en": "the analyst; with it also item x group and analyst x group tables of the Rasch model",
    },
    "measure.impact.match": {
        "zh": "total：总分含本题（默认）；rest：扣掉本题",
        "en": "total: with the item itself (default); rest: without it",
    },
    "measure.impact.bins": {
        "zh": "总分太细时并成几档再比",
        "en": "groups the matching scores into this many bins of equal size",
    },
    "measure.impact.purify": {
        "zh": "先挑出差异大的题（C 类），从总分里去掉后再算一遍",
        "en": "leaves items of class C out of the totals and repeats the analysis",
    },
    "measure.impact.rasch": {
        "zh": "没有质检员也出 Rasch 模型下的“题目×组”表",
        "en": "item x group table of the Rasch model even without analysts",
    },
    "measure.impact.model": {
        "zh": "Rasch 模型：各题共用一套门槛（rating-scale，默认），或每题一套（partial-credit）",
        "en": "Rasch model: all items share their thresholds (rating-scale, default) or each has its own",
    },
    "measure.impact.which": {
        "zh": "请给 --selected（看录用），或同时给 --item、--person、--score（看题目）。",
        "en": "give --selected (who is selected), or --item, --person and --score together (items).",
    },
    "measure.impact.not_both": {
        "zh": "--selected 只看录用，不能和看题目的选项一起用。",
        "en": "--selected cannot be combined with the options for items.",
    },
    "measure.impact.total_given": {
        "zh": "--match 和 --purify 用于由各题相加的总分，给了 --total 就用不上。",
        "en": "--match and --purify are for totals summed over items, not for a given --total.",
    },
    "measure.impact.not_yes_or_no": {
        "zh": "“{value}”看不出录用没有。请写 1 或 0、是或否。",
        "en": "“{value}” does not say whether the person was selected. Write 1 or 0, yes or no.",
    },
    "measure.impact.one_group": {
        "zh": "能比的只有一组（{groups}），至少要两组。",
        "en": "there is only one group to compare ({groups}); at least two are needed.",
    },
    "measure.impact.no_decisions": {"zh": "还没有任何录用决定。", "en": "no selection decisions have been made yet."},
    "measure.impact.nobody_selected": {
        "zh": "{n} 人里一个也没有录用，录用率没法相比。",
        "en": "none of the {n} people was selected, so rates cannot be compared.",
    },
    "measure.impact.unknown_reference": {
        "zh": "没有“{reference}”这一组，表里有：{groups}。",
        "en": "there is no group “{reference}”; the table contains {groups}.",
    },
    "measure.impact.person_in_two_groups": {
        "zh": "同一个人在两个组里。",
        "en": "the same person is in two groups.",
    },
    "measure.impact.two_totals": {
        "zh": "同一个人有两个不同的总分。",
        "en": "the same person has two different totals.",
    },
    "measure.impact.answer_repeated": {
        "zh": "同一个人的同一题出现了两次。如果是多位质检员评的，请给 --rater。",
        "en": "the same person and item appear twice. If several analysts rated, use --rater.",
    },
    "measure.impact.one_item": {
        "zh": "只有一道题，总分就是这道题本身，没法找出水平相当的人。请用 --total 给出另外的总分。",
        "en": "there is only one item, so the total is the item itself and people of equal level cannot be found. Give another "
        "score with --total.",
    },
    "measure.impact.nobody_complete": {
        "zh": "{n} 人里没有一个能算出总分（{items} 道题都要有得分）。请用 --total 给出总分。",
        "en": "none of the {n} people has a total (all {items} items need a score). Give a total with --total.",
    },
    "measure.impact.unknown_matching": {"zh": "不认识的总分：{matching}。", "en": "unknown matching: {matching}."},
    "measure.impact.too_few_bins": {
        "zh": "至少要分两档，不能是 {bins}。",
        "en": "at least two bins are needed, not {bins}.",
    },
}

register(WORDS)

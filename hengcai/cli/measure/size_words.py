"""Help and refusals of `hengcai measure size`."""

from hengcai.base.say import register

WORDS: dict[str, dict[str, str]] = {
    "measure.size": {
        "zh": "计算抽检量：均分或合格率的误差要控制在多少以内、需要抽多少通；总量怎么分到各部分",
        "en": "calculates how many contacts to draw for an average or a pass rate, and how to share out a total",
    },
    "measure.size.file": {
        "zh": "已经评过的表格，从里面算出各通之间通常差几分；给了它就不用 --spread",
        "en": "table of marks already given, from which the spread is calculated; instead of --spread",
    },
    "measure.size.within": {
        "zh": "误差控制在上下多少以内：均分写几分（0.2），合格率写比例（0.05 是 5 个百分点）",
        "en": "how close the figure must be: points for an average (0.2), a share for a rate (0.05 is 5 points)",
    },
    "measure.size.spread": {
        "zh": "同一个人的录音通常差几分（标准差）；没有自己的数时，1–5 分制可先用 0.6",
        "en": "how far one person's contacts usually differ, in points (standard deviation); on a scale of 1 to 5, use 0.6 "
        "until you have your own",
    },
    "measure.size.share": {
        "zh": "预计的合格率（0 到 1），不清楚就写 0.5",
        "en": "expected rate (0 to 1); use 0.5 if nothing is known",
    },
    "measure.size.of": {
        "zh": "一共有多少通；不给就当作很多",
        "en": "number of contacts in all; default: very many",
    },
    "measure.size.total": {
        "zh": "一共抽多少通，分给 --part 写的各部分",
        "en": "number of contacts to share out among the parts",
    },
    "measure.size.part": {
        "zh": "一个部分：名称=通数,各通之间通常差几分；可以重复写多个",
        "en": "a part: name=contacts,spread; may be given several times",
    },
    "measure.size.part_wanted": {
        "zh": "“{value}”要写成 名称=通数,差几分，例如 电话=2000,0.5",
        "en": "“{value}” should be name=contacts,spread, such as call=2000,0.5",
    },
    "measure.size.contacts_wanted": {
        "zh": "“{value}”不行：这里要写 1 到 {most} 的整数。",
        "en": "“{value}” is not valid: write a whole number from 1 to {most}.",
    },
    "measure.size.which": {
        "zh": "请给 --within，再给 --spread、--share 或一张评过的表，三样里给一样。",
        "en": "give --within together with one of --spread, --share or a table of marks.",
    },
    "measure.size.columns": {
        "zh": "--agent、--contact、--score 和表格要一起给。",
        "en": "--agent, --contact and --score must all be given together with a table.",
    },
    "measure.size.of_parts": {
        "zh": "分配通数只用 --total 和 --part，两样都要给。",
        "en": "to share out contacts, use only --total and --part, and give both.",
    },
    "measure.plan.not_positive": {"zh": "这里要写大于 0 的数：{value}。", "en": "enter a number above 0: {value}."},
    "measure.plan.share": {
        "zh": "--share 要小于 1：{share}。写成比例，85% 写 0.85。",
        "en": "--share must be below 1: {share}. Write 85 per cent as 0.85.",
    },
    "measure.plan.strata": {"zh": "“通常差几分”不能是负数。", "en": "--spread cannot be negative."},
    "measure.plan.part_twice": {"zh": "“{name}”写了两次。", "en": "“{name}” is named twice."},
    "measure.plan.total": {
        "zh": "一共抽 {n} 通分不了：至少 {least} 通（每部分两通），最多 {most} 通。",
        "en": "{n} contacts cannot be shared out: the number must be between {least} (two per part) and {most}.",
    },
    "measure.plan.one_contact_each": {
        "zh": "表里每位客服只有一通，算不出各通之间通常差几分。",
        "en": "the table has only one contact per agent, so how far contacts differ cannot be calculated.",
    },
}

register(WORDS)

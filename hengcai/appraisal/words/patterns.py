"""What stands out in how a cycle was rated: kinds, rights, and what the audit log calls the acts."""

from hengcai.base.say import register

WORDS = {
    "pattern.mutual": {"zh": "互评互给最高分", "en": "Peers who rate each other highest"},
    "pattern.same_level": {"zh": "给所有人几乎一样的分", "en": "Everyone rated almost the same"},
    "pattern.halo": {"zh": "各项分几乎没有差别（晕轮）", "en": "Items hardly differ (halo)"},
    "pattern.disagree": {"zh": "评价来源之间分歧大", "en": "Sources that disagree"},
    "pattern.self_apart": {"zh": "自评与他人评价相差大", "en": "Self-rating far from the others' ratings"},
    "pattern.outlier": {"zh": "总分明显偏离全体", "en": "Score far from everyone else's"},
    "pattern.moved": {"zh": "总分与上期相差大", "en": "Score far from the previous one"},
    "pattern.missing": {"zh": "缺来源集中在一个班组", "en": "Missing sources concentrated in one team"},
    "pattern.team_apart": {"zh": "班组整体偏高或偏低", "en": "Team noticeably above or below the rest"},
    "pattern.say.mutual": {
        "zh": "{names}互评时，都把自己打出的最高分给了对方（{value} 对）。"
        "本期互相评过的共 {looks} 对，这样的有 {n} 对，偶然预计 {expected} 对。",
        "en": "{names} gave each other the highest mark they gave anyone (pairs: {value}). Of the {looks} pairs "
        "who rated each other, {n} did so; by chance alone, {expected} would be expected.",
    },
    "pattern.say.same_level": {
        "zh": "{name}给 {n} 人的分几乎一样（{source}）：人与人之间的标准差只有 {value} 级，其他评价人为 {expected} 级。",
        "en": "{name} rated {n} people almost the same ({source}): the standard deviation between them is {value} "
        "levels, compared with {expected} among other raters.",
    },
    "pattern.say.halo": {
        "zh": "{name}的 {n} 份表里各项几乎没有差别（{source}）：各项之间的标准差只有 {value} 级，其他评价人为 {expected} 级。",
        "en": "In {name}’s {n} forms, the items hardly differ ({source}): their standard deviation is {value} "
        "levels, compared with {expected} in other raters’ forms.",
    },
    "pattern.say.disagree": {
        "zh": "{name}：{source}减{other}为 {value} 级，全体的中位差为 {expected} 级。",
        "en": "{name}: {source} minus {other} is {value} levels; the median for everyone is {expected}.",
    },
    "pattern.say.self_apart": {
        "zh": "{name}：自评减他人评价为 {value} 级，全体的中位差为 {expected} 级。",
        "en": "{name}: the self-rating minus the others’ ratings is {value} levels; the median for everyone is "
        "{expected}.",
    },
    "pattern.say.outlier": {
        "zh": "{name}：总分 {value}，全体中位数 {expected}。",
        "en": "{name}: score {value}; the median for everyone is {expected}.",
    },
    "pattern.say.moved": {
        "zh": "{name}：总分比上期变化 {value}，全体变化的中位数为 {expected}。",
        "en": "{name}: the score changed by {value} since the last cycle; the median change is {expected}.",
    },
    "pattern.say.missing": {
        "zh": "{team}：{n} 人里有 {value} 人缺{source}；按全体的比例，应有 {expected} 人。",
        "en": "{team}: {value} of {n} people have no {source}; at the overall rate, {expected} would be expected.",
    },
    "pattern.say.team_apart": {
        "zh": "{team}：{n} 人平均 {value}，全体平均 {expected}。",
        "en": "{team}: the average for {n} people is {value}; the overall average is {expected}.",
    },
    "pattern.chance.people": {
        "zh": "单看一个人，偶然出现的概率约 {chance}；这次看了 {looks} 个，偶然预计有 {expected} 个。",
        "en": "The probability of this by chance is {chance} for one person; {looks} were checked, so {expected} "
        "would be expected by chance.",
    },
    "pattern.chance.teams": {
        "zh": "单看一个班组，偶然出现的概率约 {chance}；这次看了 {looks} 个，偶然预计有 {expected} 个。",
        "en": "The probability of this by chance is {chance} for one team; {looks} were checked, so {expected} "
        "would be expected by chance.",
    },
    "pattern.chance.raters": {
        "zh": "单看一位评价人，偶然出现的概率约 {chance}；这次看了 {looks} 位，偶然预计有 {expected} 位。",
        "en": "The probability of this by chance is {chance} for one rater; {looks} were checked, so {expected} "
        "would be expected by chance.",
    },
    "pattern.chance.pairs": {
        "zh": "单看这几个人，偶然出现的概率约 {chance}；整个周期里偶然出现同样罕见的一组，概率约 {adjusted}。",
        "en": "The probability of this by chance is {chance} for these people alone, and {adjusted} for any "
        "equally unlikely group in the whole cycle.",
    },
    "finding.chance.far_off": {
        "zh": "假如这一级就是实际水平，抽到的记录平均差这么远的概率约 {chance}；这个人共对比了 {looks} 项，偶然预计 {expected} 项。",
        "en": "If that level were right, the probability of sampled contacts differing this much is {chance}; {looks} levels of "
        "this person were compared, so {expected} would be expected by chance.",
    },
    "finding.chance.same": {
        "zh": "抽到的记录各项得分都一样，算不出偶然差这么远的概率。",
        "en": "All the contacts sampled came out the same, so the probability of this by chance cannot be estimated.",
    },
    "finding.chance.count": {
        "zh": "“没有出分”和“客户评价太少”是数出来的，够不够数一下就知道，与偶然无关，所以不写概率。",
        "en": "“No score” and “too few customer ratings” are simple counts: the minimum is met or it is not. Chance plays no "
        "part, so no probability is shown.",
    },
    "right.appraisal.pattern.see": {"zh": "查看评分异常提示", "en": "See rating patterns"},
    "right.appraisal.rater.see": {"zh": "查看一位评价人交的评价", "en": "See one rater's forms"},
    "right.appraisal.pattern.settle": {"zh": "处理评分异常提示", "en": "Resolve rating patterns"},
    "audit.did.ask_about_pattern": {"zh": "就评分异常请评价人补依据", "en": "Asked a rater about a rating pattern"},
    "audit.did.settle_pattern": {"zh": "处理了一条评分异常提示", "en": "Resolved a rating pattern"},
    "audit.thing.appraisal.levelmargins": {"zh": "能力级别的可信范围", "en": "intervals of levels"},
    "audit.thing.appraisal.pattern": {"zh": "评分异常提示", "en": "rating pattern"},
}
register(WORDS)

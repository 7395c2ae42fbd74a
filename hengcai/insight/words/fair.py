"""Of fair scores: what they are, what they come from, why there is none."""

WORDS = {
    "insight.fair.heading": (
        "去掉评分松紧，公平分是 {fair}（原分 {raw}）",
        "With raters' severity taken out: {fair} (as given: {raw})",
    ),
    "insight.fair.heading.evaluations": (
        "去掉质检员的松紧，质检均分是 {fair}（原来 {raw}）",
        "Evaluations with analysts' severity taken out: {fair} (as given: {raw})",
    ),
    "insight.fair.heading.unknown": ("公平分：这一期说不出", "Fair score: it cannot be told this time"),
    "insight.fair.why": (
        "有人打分偏严，有人偏松。只有几个人评过同一个人（或同一条记录），才分得清是评得严还是做得差。计入考核的是原分，公平分放在旁边给人看。",
        "Some raters are harsh, some lenient. Only where several have rated the same person (or contact) can a harsh mark be "
        "told from weak work. What counts is the score as given; the fair score stands beside it.",
    ),
    "insight.fair.column.basis": ("分数", "Score"),
    "insight.fair.column.raw": ("原分", "As given"),
    "insight.fair.column.fair": ("公平分", "Fair"),
    "insight.fair.column.interval": ("95% 区间", "95% interval"),
    "insight.fair.column.bands": ("落在各等级的可能", "Chance of each band"),
    "insight.fair.column.note": ("依据", "From"),
    "insight.fair.basis.final": ("总分", "Final score"),
    "insight.fair.basis.superior": ("上级评分", "Superior"),
    "insight.fair.basis.peer": ("同事评分", "Peers"),
    "insight.fair.basis.evaluations": ("质检均分", "Evaluations"),
    "insight.fair.from.final": ("按来源权重合成", "from the sources by their weights"),
    "insight.fair.from.superior": ("{n} 份上级评价", "{n} superiors' forms"),
    "insight.fair.from.superior.one": ("1 份上级评价", "one superior's form"),
    "insight.fair.from.peer": ("{n} 份同事评价", "{n} peers' forms"),
    "insight.fair.from.peer.one": ("1 份同事评价", "one peer's form"),
    "insight.fair.from.evaluations": ("{n} 条交互记录", "{n} contacts"),
    "insight.fair.from.evaluations.one": ("1 条交互记录", "one contact"),
    "insight.fair.legend.fair": ("公平分与区间", "fair, with interval"),
    "insight.fair.legend.cut": ("等级线", "where bands begin"),
    "insight.fair.band": ("{band} {share}", "{band} {share}"),
    "insight.fair.line.excellent": ("优秀线以上", "above the excellence line"),
    "insight.fair.line.pass": ("合格", "pass"),
    "insight.fair.line.fail": ("不合格", "below the pass line"),
    "insight.fair.unknown.no_data": ("这一期没有", "nothing this period"),
    "insight.fair.unknown.too_few": ("分数太少，还不能判断", "too few marks to tell"),
    "insight.fair.unknown.constant": (
        "所有人得的都是同一个分，看不出松紧",
        "everybody got the same mark, so no severity shows",
    ),
    "insight.fair.unknown.one_rater": (
        "只有一个人在评，没有别人可比，松紧说不出",
        "only one person rated: there is nobody to compare with",
    ),
    "insight.fair.unknown.one_rater.evaluations": (
        "只有一位质检员在评，没有别人可比，松紧说不出",
        "only one analyst scored: there is nobody to compare with",
    ),
    "insight.fair.unknown.not_linked": (
        "评的人之间没有共同评过的人，分不清是评得严还是人弱，所以不修正",
        "raters share nobody, so harsh marks cannot be told from weak work; nothing is corrected",
    ),
    "insight.fair.unknown.not_linked.superior": (
        "上级各评各的人，没有人由两位上级评过，分不清是评得严还是人弱，所以不修正",
        "each superior rated their own people and nobody had two, so harsh marks cannot be told from weak work; nothing is "
        "corrected",
    ),
    "insight.fair.unknown.by_lot": (
        "同事抽签来评，一人只评几个，量不出松紧，所以不修正；抽到谁算作抽样误差，计进总分的区间",
        "peers are drawn by lot and rate a few each, too few to tell severity, so nothing is corrected; whom one drew counts "
        "as chance in the final score's interval",
    ),
    "insight.fair.unknown.not_linked.evaluations": (
        "质检员之间没有共同评过的人，分不清是评得严还是做得差，所以不修正",
        "analysts scored nobody in common, so harsh marks cannot be told from weak work; nothing is corrected",
    ),
    "insight.fair.unknown.no_interval": (
        "共同评过的太少，修正得出一个数，却说不出它的误差，所以不给",
        "too few in common: a number could be worked out but not its error, so none is given",
    ),
    "insight.fair.note.counts": (
        "计入考核的是原分；对本人不利的决定，如果说不出落在这个等级的把握，要由人来复核。",
        "What counts is the score as given; where the chance of its band is not known, a decision against the person goes to "
        "a human review.",
    ),
    "insight.fair.note.final": (
        "总分的公平分只修正上级这一项；同事抽到谁、客户是哪几位，误差都算进了区间；自评和实操照原样，它们的误差说不出，没有算进去。等级从取整以后的分读。",
        "Only the superior's part is corrected. Which peers and customers it happened to be is in the interval; "
        "self-assessment and practical test stand as they are, and as their error cannot be known it is not. Bands are read "
        "from the rounded score.",
    ),
    "insight.fair.note.evaluations": (
        "质检均分是致命项清零以前的分：致命错误是事实，不是松紧，另外处理。记录越少，公平分越往全体的平均靠，区间也越宽。",
        "Evaluations are taken before a fatal error sets them to 0: that is a fact, not a yardstick, and handled apart. The "
        "fewer the contacts, the closer the fair score lies to everybody's mean and the wider its interval.",
    ),
    "insight.fair.note.unknown": (
        "想让下一期说得出：让一部分人由两位评价人各评一次，互不知道对方的分。",
        "To know it next time: have some people rated by two raters, neither knowing the other's marks.",
    ),
    "insight.result.certainty.known": (
        "{score} 是原分；去掉评分松紧以后是 {fair}，95% 区间 {interval}：{bands}。",
        "{score} is the score as given; with raters' severity taken out it is {fair}, 95% interval {interval}: {bands}.",
    ),
    "insight.result.certainty.known.coarse": (
        "{score} 是原分；去掉评分松紧以后是 {fair}，95% 区间 {interval}。",
        "{score} is the score as given; with raters' severity taken out it is {fair}, 95% interval {interval}.",
    ),
    "insight.how.severity.known": (
        "有一部分人由两位上级评过，谁偏严谁偏松测得出；去掉以后的分写在“公平分”一节，计入的仍是原分。",
        "Some people were rated by two superiors, so severity can be told; the score freed of it stands under the fair score. "
        "What counts is the score as given.",
    ),
}

"""Of fair scores: what they are, what they come from, why there is none."""

WORDS = {
    "insight.fair.heading": (
        "剔除评分尺度差异后，公平分为 {fair}（原分 {raw}）",
        "Adjusted for rater severity: {fair} (as given: {raw})",
    ),
    "insight.fair.heading.evaluations": (
        "剔除质检员评分尺度差异后，质检均分为 {fair}（原分 {raw}）",
        "Evaluations adjusted for analyst severity: {fair} (as given: {raw})",
    ),
    "insight.fair.heading.unknown": ("本期样本不足，无法计算公平分", "Fair score: not enough data this period"),
    "insight.fair.why": (
        "有人评分偏严，有人偏松。只有多人评过同一个人（或同一条记录），才能区分是评分偏严还是表现较差。计入考核的是原分，公平分仅供参考。",
        "Some raters are strict, some lenient. Only where several have rated the same person (or contact) can strict marking be "
        "told from weak performance. The score as given counts; the fair score is for reference.",
    ),
    "insight.fair.column.basis": ("分数", "Score"),
    "insight.fair.column.raw": ("原分", "As given"),
    "insight.fair.column.fair": ("公平分", "Fair"),
    "insight.fair.column.interval": ("95% 可信范围", "95% interval"),
    "insight.fair.column.bands": ("落在各等次的概率", "Probability of each band"),
    "insight.fair.column.note": ("依据", "From"),
    "insight.fair.basis.final": ("总分", "Final score"),
    "insight.fair.basis.superior": ("上级评分", "Line manager"),
    "insight.fair.basis.peer": ("同事评分", "Peers"),
    "insight.fair.basis.evaluations": ("质检均分", "Evaluations"),
    "insight.fair.from.final": ("按来源权重合成", "from the sources by their weights"),
    "insight.fair.from.superior": ("{n} 份上级评价", "{n} line managers' forms"),
    "insight.fair.from.superior.one": ("1 份上级评价", "one line manager's form"),
    "insight.fair.from.peer": ("{n} 份同事评价", "{n} peers' forms"),
    "insight.fair.from.peer.one": ("1 份同事评价", "one peer's form"),
    "insight.fair.from.evaluations": ("{n} 条交互记录", "{n} contacts"),
    "insight.fair.from.evaluations.one": ("1 条交互记录", "one contact"),
    "insight.fair.legend.fair": ("公平分与可信范围", "fair score and 95% interval"),
    "insight.fair.legend.cut": ("等次线", "band thresholds"),
    "insight.fair.band": ("{band} {share}", "{band} {share}"),
    "insight.fair.line.excellent": ("达到优秀线", "above the excellence mark"),
    "insight.fair.line.pass": ("合格", "pass"),
    "insight.fair.line.fail": ("不合格", "below the pass mark"),
    "insight.fair.unknown.no_data": ("本期没有数据", "no data this period"),
    "insight.fair.unknown.too_few": ("评分太少，不能判断", "too few scores to tell"),
    "insight.fair.unknown.constant": (
        "所有人得分相同，无法判断评分尺度",
        "all scores are the same, so severity cannot be estimated",
    ),
    "insight.fair.unknown.one_rater": (
        "只有一人评分，没有可比的，无法判断评分尺度",
        "only one rater, so there is no one to compare with",
    ),
    "insight.fair.unknown.one_rater.evaluations": (
        "只有一位质检员评分，没有可比的，无法判断评分尺度",
        "only one analyst, so there is no one to compare with",
    ),
    "insight.fair.unknown.not_linked": (
        "评价人之间没有共同评过的人，无法区分是评分偏严还是表现较差，不做校正",
        "raters rated no one in common, so strict marking cannot be told from weak performance; no adjustment is made",
    ),
    "insight.fair.unknown.not_linked.superior": (
        "没有人由两位上级评过，无法区分是评分偏严还是表现较差，不做校正",
        "no one was rated by two line managers, so strict marking cannot be told from weak performance; no adjustment is "
        "made",
    ),
    "insight.fair.unknown.by_lot": (
        "同事由抽签产生，一人只评几个，无法判断评分尺度，不做校正；抽签带来的误差已计入总分的可信范围",
        "peers are drawn at random and rate a few people each, too few to estimate severity, so no adjustment is made; the "
        "effect of the draw "
        "is included in the final score's interval",
    ),
    "insight.fair.unknown.not_linked.evaluations": (
        "质检员之间没有共同评过的客服代表，无法区分是评分偏严还是表现较差，不做校正",
        "analysts scored no agent in common, so strict marking cannot be told from weak performance; no adjustment is made",
    ),
    "insight.fair.unknown.no_interval": (
        "共同评过的样本太少，误差无法估计，不给出公平分",
        "too few rated in common to estimate the margin of error, so no fair score is given",
    ),
    "insight.fair.note.counts": (
        "计入考核的是原分；对本人不利的决定，如果不知道落在该等次的概率，必须人工复核。",
        "The score as given counts; where the probability of its band is not known, a decision against the person goes to "
        "a human review.",
    ),
    "insight.fair.note.final": (
        "总分的公平分只校正上级评分；同事抽签和客户抽样的误差已计入可信范围；自评和实操不校正，误差未知，没有计入。"
        "等次按四舍五入后的分确定。",
        "Only line managers' scores are adjusted. The sampling of peers and customers is in the interval; "
        "self-assessment and practical test are not adjusted and their error is unknown, so it is not included. Bands are taken "
        "from the rounded score.",
    ),
    "insight.fair.note.evaluations": (
        "质检均分用致命项清零以前的分：致命错误是事实，与评分尺度无关，另行处理。样本越少，公平分越接近全体均值，可信范围越宽。",
        "Evaluations are taken before a fatal error sets them to 0: fatal errors are facts, not a matter of severity. The "
        "fewer the contacts, the closer the fair score is to the overall mean and the wider its interval.",
    ),
    "insight.fair.note.unknown": (
        "下一期要能计算：安排一部分人由两位评价人各自独立评分。",
        "To have one next period, have some people rated independently by two raters.",
    ),
    "insight.result.certainty.month.known": (
        "{score} 分的 95% 可信范围 {interval}：来自抽检的 {n} 条交互记录和本月统计的件数，换一批样本可能不同。{bands}。",
        "The 95% interval of {score} is {interval}: from {n} contacts sampled and the numbers counted in the month; other contacts "
        "would give another figure. {bands}.",
    ),
    "insight.result.certainty.month.few_contacts": (
        "{score} 分的可信范围未知：本月抽检不足 3 条交互记录，无法估计误差。",
        "The interval of {score} is unknown: fewer than three contacts were sampled this month, too few to estimate the error.",
    ),
    "insight.result.certainty.month.nothing_varies": (
        "{score} 分的可信范围未知：抽检的交互记录得分全部相同，无法估计误差。",
        "The interval of {score} is unknown: all contacts sampled scored the same, so the error cannot be estimated.",
    ),
    "insight.fair.from.final.month": ("{n} 条交互记录和本月统计", "{n} contacts and the month's counts"),
    "insight.fair.basis.final.month": ("本月总分", "The month's total"),
    "insight.rated.unknown": ("{n} 份评价，可信范围未知", "{n} ratings, interval unknown"),
    "insight.rated.unknown.one": ("1 份评价，可信范围未知", "1 rating, interval unknown"),
    "insight.rated.known": ("{n} 份评价，95% 可信范围 {interval}", "{n} ratings, 95% interval {interval}"),
    "insight.rated.known.one": ("1 份评价，95% 可信范围 {interval}", "1 rating, 95% interval {interval}"),
    "insight.rated.ruled": ("申诉处理后认定", "decided in an appeal"),
    "insight.fair.unknown.few_contacts": ("抽检不足 3 条交互记录。", "Fewer than three contacts were sampled."),
    "insight.fair.unknown.nothing_varies": (
        "抽检得分全部相同，无法估计误差。",
        "All contacts scored the same, so the error cannot be estimated.",
    ),
    "insight.fair.unknown.no_sample": (
        "没有抽检，也没有可计误差的统计。",
        "No contacts were sampled, and the counts have no known error.",
    ),
    "insight.fair.note.final.month": (
        "本月总分不做尺度校正，公平分一栏就是总分；可信范围按抽检的权重和统计的件数估计，上级和同事评语不计分。",
        "The month's total is not adjusted: the fair column repeats it. Its interval follows the sampling weights and the "
        "numbers counted; comments carry no points.",
    ),
    "insight.fair.heading.month": ("本月总分 {raw} 的可信范围", "How certain the month's {raw} is"),
    "insight.result.certainty.known": (
        "{score} 是原分；剔除评分尺度差异后为 {fair}，95% 可信范围 {interval}：{bands}。",
        "{score} is the score as given; adjusted for rater severity it is {fair}, 95% interval {interval}: {bands}.",
    ),
    "insight.result.certainty.known.coarse": (
        "{score} 是原分；剔除评分尺度差异后为 {fair}，95% 可信范围 {interval}。",
        "{score} is the score as given; adjusted for rater severity it is {fair}, 95% interval {interval}.",
    ),
    "insight.how.severity.known": (
        "有一部分人由两位上级评过，可以测出谁偏严、谁偏松；校正后的分见“公平分”，计入的仍是原分。",
        "Some people were rated by two line managers, so severity can be estimated; the adjusted score is shown under Fair score. "
        "The score as given counts.",
    ),
    "insight.heading.of_peers": ("同事写的话", "What peers wrote"),
    "insight.of_peers.why": (
        "至少三位同事写了才显示；不写是谁写的，顺序打乱；班组长看不到。",
        "Shown only where three peers or more wrote something: no names, and in mixed order. Team leads do not see them.",
    ),
}

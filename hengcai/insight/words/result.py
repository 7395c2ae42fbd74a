HEAD = {
    "insight.result.head": ("{cycle} · {post} · {day}发布", "{cycle} · {post} · published {day}"),
    "insight.result.head.draft": ("{cycle} · {post} · 还没有发布", "{cycle} · {post} · not published yet"),
    "insight.result.score": ("：{score}，", ": {score}"),
    "insight.result.line": ("{band}：{score}", "{band}: {score}"),
    "insight.result.no_score.why": ("原因：{reasons}。", "Why: {reasons}."),
    "insight.change.quarter.up": (
        "比上季度高 {size}；可信范围未知，无法判断是否真有变化。",
        "{size} above last quarter; the interval is unknown, so this may be chance.",
    ),
    "insight.change.quarter.down": (
        "比上季度低 {size}；可信范围未知，无法判断是否真有变化。",
        "{size} below last quarter; the interval is unknown, so this may be chance.",
    ),
    "insight.change.quarter.up.within": (
        "比上季度高 {size}，变化在误差范围内。",
        "{size} above last quarter, within the margin of error.",
    ),
    "insight.change.quarter.down.within": (
        "比上季度低 {size}，变化在误差范围内。",
        "{size} below last quarter, within the margin of error.",
    ),
    "insight.change.quarter.up.beyond": (
        "比上季度高 {size}，变化显著（超出误差范围）。",
        "{size} above last quarter, a significant change (beyond the margin of error).",
    ),
    "insight.change.quarter.down.beyond": (
        "比上季度低 {size}，变化显著（超出误差范围）。",
        "{size} below last quarter, a significant change (beyond the margin of error).",
    ),
    "insight.change.quarter.up.half": (
        "比上季度高 {size}；上季度的可信范围未知，无法判断是否真有变化。",
        "{size} above last quarter, whose interval is not known, so this may be chance.",
    ),
    "insight.change.quarter.down.half": (
        "比上季度低 {size}；上季度的可信范围未知，无法判断是否真有变化。",
        "{size} below last quarter, whose interval is not known, so this may be chance.",
    ),
    "insight.change.quarter.same": ("与上季度相同。", "The same as last quarter."),
    "insight.change.quarter.first": ("没有上季度的分可比。", "No score last quarter to compare with."),
    "insight.change.month.up": (
        "比上月高 {size} 分；抽检量有限，无法判断是否真有变化。",
        "{size} points above last month; few contacts were scored, so this may be chance.",
    ),
    "insight.change.month.down": (
        "比上月低 {size} 分；抽检量有限，无法判断是否真有变化。",
        "{size} points below last month; few contacts were scored, so this may be chance.",
    ),
    "insight.change.month.same": ("与上月相同。", "The same as last month."),
    "insight.change.month.first": ("没有上月的分可比。", "No score last month to compare with."),
    "insight.scale.moved": (
        "{said}能力库第 {number} 版（含）以前的级和分，已按现在各级的含义换算后再比；当时发布的没有改。",
        "{said} Levels and scores up to version {number} of the library are converted to what each level means today; "
        "what was published then is unchanged.",
    ),
    "insight.change.probation.first": (
        "试用期结束时评一次，没有上一期。",
        "Carried out once, at the end of probation.",
    ),
    "insight.change.special.first": (
        "专项评估，没有上一期可比。",
        "Special appraisal: there is no earlier one to compare with.",
    ),
    "insight.change.special.up": (
        "比上一次专项评估高 {size}；无法判断是否真有变化。",
        "{size} above the last special appraisal; this may be chance.",
    ),
    "insight.change.special.down": (
        "比上一次专项评估低 {size}；无法判断是否真有变化。",
        "{size} below the last special appraisal; this may be chance.",
    ),
    "insight.change.special.same": ("与上一次专项评估相同。", "The same as in the last special appraisal."),
    "insight.change.year.first": ("没有上一年的分可比。", "No score last year to compare with."),
    "insight.change.year.up": ("比上一年高 {size} 分。", "{size} points above last year."),
    "insight.change.year.down": ("比上一年低 {size} 分。", "{size} points below last year."),
    "insight.change.year.same": ("与上一年相同。", "The same as last year."),
    "insight.result.all_met": (
        "已评的 {n} 项能力全部达到岗位要求。",
        "All {n} abilities rated meet the role's requirements.",
    ),
    "insight.result.some_met": (
        "已评的 {total} 项能力中 {met} 项达到岗位要求；{below}。",
        "{met} of the {total} abilities rated meet the role's requirements; {below}.",
    ),
    "insight.result.below_one": ("{name} {level}，要求 {required}", "{name} {level} against {required}"),
    "insight.result.none_rated": ("各项能力都没有评级。", "No ability was given a level."),
    "insight.result.not_rated": ("{names}证据不足，没有评级。", "No level for {names}: not enough evidence."),
    "insight.result.certainty": (
        "{score} 的可信范围未知：评价人之间共同评过的人太少，无法估计误差，也无法给出落在其他等次的概率。",
        "The interval of {score} is unknown: raters rated too few people in common to estimate the error, so the probability "
        "of another band is unknown too.",
    ),
    "insight.result.certainty.counted": (
        "{score} 由 {n} 位评价人给出，可信范围未知：评价人之间共同评过的人太少，无法估计误差，也无法给出落在其他等次的概率。",
        "{score} was given by {n} raters and its interval is unknown: they rated too few people in common to estimate the "
        "error, so the probability of another band is unknown too.",
    ),
    "insight.result.certainty.month": (
        "{score} 分的可信范围未知：分数来自抽检的交互记录和本月统计，换一批样本会有差异。",
        "The interval of {score} is unknown: it comes from the contacts sampled and the month's figures, and other "
        "contacts would give a somewhat different figure.",
    ),
    "insight.result.certainty.year": (
        "{score} 分的可信范围未知：它由各月、各季的分合成，那些分本身没有可信范围。",
        "The interval of {score} is unknown: it is made of the months' and quarters' scores, which carry none.",
    ),
    "insight.figure.label": (
        "{low} 到 {high} 分，本期 {score}，等次为{band}。",
        "On a scale from {low} to {high}: {score}, in the band {band}.",
    ),
    "insight.figure.now": ("本期 {score}", "now {score}"),
    "insight.figure.before": ("上一期 {score}", "before {score}"),
}
SOURCES = {
    "insight.heading.sources": ("{score} 由{count}个来源合成", "How {count} sources make up {score}"),
    "insight.heading.sources.plain": ("各来源得分", "Scores by source"),
    "insight.sources.why": (
        "条的长短表示权重，右边是各来源的得分。",
        "The bar shows the weights, the right column the scores.",
    ),
    "insight.sources.label": ("各来源的权重：{weights}", "Weights of the sources: {weights}"),
    "insight.sources.weight": ("{name} {weight}", "{name} {weight}"),
    "insight.note.superior": ("{n} 位上级，{ratings} 项评分的平均", "average of {ratings} scores by {n} line managers"),
    "insight.note.superior.one": (
        "一位上级，{ratings} 项评分的平均",
        "average of {ratings} scores by one line manager",
    ),
    "insight.note.self": ("本人自评，{ratings} 项评分的平均", "average of {ratings} self-assessed scores"),
    "insight.note.peer": (
        "{n} 位其他岗位同事，只评协作能力；不显示姓名",
        "{n} peers from other roles, on collaboration only; names are not shown",
    ),
    "insight.note.peer.one": (
        "一位其他岗位同事，只评协作能力；不显示姓名",
        "one peer from another role, on collaboration only; the name is not shown",
    ),
    "insight.note.customer": (
        "{months}的满意度和推荐度，{ratings} 个评价",
        "satisfaction and recommendation of {months}, {ratings} ratings",
    ),
    "insight.note.customer.rate": (
        "{months}的满意度和推荐度合为一个来源：{contacts} 条记录里有 {ratings} 个评价，参评率 {share}",
        "satisfaction and recommendation of {months}, one source: {ratings} of {contacts} contacts rated, response rate {share}",
    ),
    "insight.note.months": ("{first} 到 {last} 月", "months {first} to {last}"),
    "insight.note.practical": ("{ratings} 个分的平均", "average of {ratings} scores"),
    "insight.note.practical.both": (
        "情景模拟 {scenario} 级，笔试 {mark} 分折合 {level} 级",
        "scenario {scenario}; written test {mark}, which maps to {level}",
    ),
    "insight.note.practical.rating": ("情景模拟 {scenario} 级，没有笔试", "scenario {scenario}; no written test"),
    "insight.note.practical.mark": (
        "没有情景模拟，笔试 {mark} 分折合 {level} 级",
        "no scenario; written test {mark}, which maps to {level}",
    ),
    "insight.note.quality": ("{ratings} 份质检的平均", "average of {ratings} evaluations"),
    "insight.note.superior_and_peer": (
        "同事评分单独列出，会让人推断出谁给了几分，所以与上级合并显示，也不显示四舍五入前的分。",
        "If peers were shown separately, people could work out who gave what. So they are shown in one line with the line manager, "
        "and the unrounded score is not shown.",
    ),
    "insight.note.missing": ("没有评价", "nothing received"),
    "insight.note.missing.moved": (
        "没有评价，这 {weight} 的权重按比例分给了其余来源",
        "nothing received; its weight of {weight} was shared among the other sources",
    ),
    "insight.note.few": ("不足 {least} 个评价，该来源不计入", "fewer than {least} ratings, not counted"),
    "insight.note.few.peer": (
        "不足 {least} 位同事，该来源不计入：人数太少，会让人推断出谁给了几分",
        "fewer than {least} peers rated, not counted: with so few people could work out who gave what",
    ),
    "insight.note.few.peer.moved": (
        "不足 {least} 位同事，该来源不计入：人数太少，会让人推断出谁给了几分；这 {weight} 的权重按比例分给了其余来源",
        "fewer than {least} peers rated, not counted: with so few people could work out who gave what; its "
        "weight of {weight} was shared among the other sources",
    ),
    "insight.note.few.moved": (
        "不足 {least} 个评价，该来源不计入；这 {weight} 的权重按比例分给了其余来源",
        "fewer than {least} ratings, not counted; its weight of {weight} was shared among the other sources",
    ),
}
ABILITIES = {
    "insight.heading.abilities": ("{count}项能力", "Abilities: {count}"),
    "insight.abilities.why": (
        "评定级别与质检观察分别列出，不合并计算。",
        "Rated levels and levels observed in contacts are shown side by side and never averaged.",
    ),
    "insight.abilities.open": ("点名称查看该项标准。", "Click a name to see its standard."),
    "insight.abilities.chart": ("{name}的各项能力与岗位要求", "Abilities of {name} against the role's requirements"),
    "insight.abilities.radar": (
        "雷达图：{name}的各项能力（实线）与岗位要求（虚线）",
        "Radar: abilities of {name} (filled) against the role profile (dashed)",
    ),
    "insight.legend.rated": ("评定级别", "rated"),
    "insight.legend.before": ("上一期", "last period"),
    "insight.legend.required": ("岗位要求", "required"),
    "insight.legend.below": ("低于要求", "below"),
    "insight.legend.observed": ("观察均值与可信范围", "observed, with interval"),
    "insight.rated.known.sure": (
        "{n} 份评价，95% 可信范围 {interval}，确定低于要求",
        "{n} ratings, 95% interval {interval}, definitely below the requirement",
    ),
    "insight.rated.known.maybe": (
        "{n} 份评价，95% 可信范围 {interval}，还不能确定低于要求",
        "{n} ratings, 95% interval {interval}, not certain to be below the requirement",
    ),
    "insight.certain.sure": ("确定低于要求", "definitely below"),
    "insight.certain.maybe": ("不能确定", "not certain"),
    "insight.certain.unknown": ("可信范围未知", "interval unknown"),
    "insight.column.rated_interval": ("评定的 95% 可信范围", "95% interval of the level"),
    "insight.column.certain": ("是否低于要求", "Below the requirement"),
    "insight.rated.none": ("证据不足，没有评级", "not enough evidence, no level"),
    "insight.rated.withheld": ("同事也评这一项，不单独显示级别", "also rated by peers: not shown separately"),
    "insight.rated.withheld.why": (
        "{name}同事也评，单独列出会让人推断出谁给了几分，所以不显示级别。",
        "{name} is also rated by peers: shown separately, people could work out who gave what, so no level is shown.",
    ),
    "insight.observed": ("观察 {mean} {interval} · {n} 条记录", "observed {mean} {interval} · {n} contacts"),
    "insight.observed.flat": (
        "观察 {mean} · {n} 条记录，评分全部相同，无法计算可信范围",
        "observed {mean} · {n} contacts, all the same, so no interval",
    ),
    "insight.observed.few": ("观察 {n} 条，样本太少，不计算均值", "observed {n} times, too few for an average"),
    "insight.observed.few.one": ("观察 1 条，样本太少，不计算均值", "observed once, too few for an average"),
    "insight.observed.none": ("没有观察到", "not observed"),
    "insight.column.ability": ("能力", "Ability"),
    "insight.column.rated": ("评定", "Rated"),
    "insight.column.ratings": ("评价份数", "Ratings"),
    "insight.column.required": ("岗位要求", "Required"),
    "insight.column.before": ("上一期", "Last period"),
    "insight.column.observed": ("观察均值", "Observed"),
    "insight.column.interval": ("95% 可信范围", "95% interval"),
    "insight.column.contacts": ("记录条数", "Contacts"),
}
GROUNDS = {
    "insight.basis": ("查看依据", "Evidence"),
    "insight.basis.none": (
        "这一项没有评语，已发布的质检里也没有涉及。",
        "There are no comments on this one, and no published evaluation covers it.",
    ),
    "insight.given": ("{source}评了 {level}", "{source}: {level}"),
    "insight.given.none": ("{source}选了“未观察到”", "{source}: not observed"),
    "insight.given.reason": ("与质检结果不一致的原因：{text}", "Why it differs from the evaluations: {text}"),
    "insight.given.comment": ("评语：{text}", "Comment: {text}"),
    "insight.heading.given": ("评价人填写的依据", "Raters' evidence"),
    "insight.heading.general": ("总体评语", "General comments"),
    "insight.heading.figures": ("本期数据", "This period in figures"),
    "insight.figures.why": (
        "上级评分时看到的也是这些数据。",
        "The line manager saw the same figures when rating.",
    ),
    "insight.figures.contacts": ("接待量", "Contacts handled"),
    "insight.figures.customers": ("客户满意度", "Customer satisfaction"),
    "insight.figures.customers.of": ("{score}（{n} 个评价）", "{score} ({n} ratings)"),
    "insight.figures.customers.of.one": ("{score}（1 个评价）", "{score} (1 rating)"),
    "insight.figures.nobody": ("没有评价", "no ratings"),
    "insight.figures.upheld": ("有责投诉", "Upheld complaints"),
    "insight.figures.evaluations": ("质检结果", "Evaluations"),
    "insight.figures.more": (
        "上级评分时还看到 {n} 份未发布的质检结果，这里不显示内容。",
        "The line manager also saw {n} unpublished evaluations; they are not shown here.",
    ),
    "insight.figures.more.one": (
        "上级评分时还看到 1 份未发布的质检结果，这里不显示内容。",
        "The line manager also saw one unpublished evaluation; it is not shown here.",
    ),
    "insight.sheet.given": ("评分依据", "Raters' evidence"),
}
SAYINGS = {
    "insight.heading.words": ("优点与待改进", "Strengths and points to improve"),
    "insight.heading.good": ("优点", "Strengths"),
    "insight.heading.practise": ("待改进", "To improve"),
    "insight.gap.above": (
        "{name} {level}，比岗位要求的 {required} 高 {size}。",
        "{name} {level}: {size} above the required {required}.",
    ),
    "insight.gap.met": (
        "{name} {level}，达到岗位要求的 {required}。",
        "{name} {level}: exactly the required {required}.",
    ),
    "insight.gap.below": (
        "{name} {level}，比岗位要求的 {required} 低 {size}。",
        "{name} {level}: {size} below the required {required}.",
    ),
    "insight.moment": ("查看片段 {day}", "See this extract, {day}"),
    "insight.moment.whole": ("查看记录 {day}", "See this contact, {day}"),
    "insight.words.no_evaluations": (
        "本期没有已发布的质检结果，没有可查看的片段。",
        "No evaluation of this period has been published, so there is no extract to open.",
    ),
    "insight.words.no_notes": (
        "本期已发布的 {n} 份质检结果中，没有写明依据的高分或低分。",
        "None of the {n} published evaluations has a high or low score with evidence.",
    ),
    "insight.words.no_good.month": ("本月没有写明依据的高分。", "No high score with evidence this month."),
    "insight.words.no_gap.month": ("本月没有写明依据的低分。", "No low score with evidence this month."),
    "insight.words.no_good": ("没有一项达到岗位要求。", "No ability meets the role's requirements yet."),
    "insight.words.no_gap": ("已评的各项都达到岗位要求。", "Every ability rated meets the role's requirements."),
}
HOW = {
    "insight.heading.how": ("{score} 的计算过程", "How {score} was calculated"),
    "insight.heading.how.plain": ("为什么没有出分", "Why there is no score"),
    "insight.how.why": (
        "全程按精确值计算，只在最后四舍五入一次，保留一位小数。依据《{policy}》第 {number} 版。",
        "Calculated exactly and rounded once at the end. Under “{policy}”, version {number}.",
    ),
    "insight.column.source": ("来源", "Source"),
    "insight.column.basis": ("依据", "Basis"),
    "insight.column.score": ("得分", "Score"),
    "insight.column.weight": ("权重", "Weight"),
    "insight.column.part": ("计入", "Contribution"),
    "insight.how.sum": ("{count} 项的分合计 {sum} ÷ {count}", "{count} scores, sum {sum} ÷ {count}"),
    "insight.how.sum.peer": ("{count} 份合计 {sum} ÷ {count}", "{count} forms, sum {sum} ÷ {count}"),
    "insight.how.customers": ("{count} 个评价合计 {sum} ÷ {count}", "{count} ratings, sum {sum} ÷ {count}"),
    "insight.how.items": (
        "{ratings} 个评分，先按项平均，再对 {count} 项平均",
        "{ratings} scores: averaged by item, then over {count} items",
    ),
    "insight.how.both": (
        "（情景模拟 {scenario} + 笔试 {mark} 分折合 {level}）÷ 2",
        "(scenario {scenario} + written test {mark} as {level}) ÷ 2",
    ),
    "insight.how.total": ("合计 {exact}，四舍五入", "Sum {exact}, rounded"),
    "insight.how.total.veiled": ("按四舍五入前的分合计，再四舍五入", "Summed unrounded, then rounded"),
    "insight.how.written": (
        "笔试分折合级别：{points}，两点之间按比例。",
        "Written test marks become levels: {points}, in proportion between.",
    ),
    "insight.how.written.point": ("{mark} 分折合 {level}", "{mark} is {level}"),
    "insight.how.resit": (
        "补考成绩更高才采用，最多按 60 分计。",
        "A resit counts only if better, and at most as 60.",
    ),
    "insight.how.moved": (
        "未计入的来源：{names}。其权重按比例分给了其余来源，上面是分配后的权重。",
        "Not counted: {names}. Their weight was shared among the others; the weights above include that.",
    ),
    "insight.how.severity": (
        "评价人之间共同评过的人太少，无法判断谁偏严、谁偏松，没有校正。",
        "Raters rated too few people in common to tell who is strict or lenient, so no adjustment was made.",
    ),
    "insight.how.quality": (
        "质检分不计入，只作参照，列为“观察”；自动评分没有参与。",
        "Quality evaluations do not count towards this score; they are shown for reference as observed. No automated scoring was used.",
    ),
    "insight.how.otherwise": (
        "本人与上级看法相差一级以上的：{names}。看法不同不等于谁对谁错，面谈时可以各举一个例子。",
        "The self-assessment and the line manager's rating differ by a level or more on: {names}. That does "
        "not mean either is wrong; each can bring an example to the appraisal meeting.",
    ),
    "insight.how.veiled": (
        "合并的一行是四舍五入后的总分减去其余各行得出的，各行相加与四舍五入前的分会略有出入。",
        "The combined line is the rounded total less the other lines, so the sum differs slightly from the exact one.",
    ),
    "insight.how.least": (
        "制度要求：必须有{required}，且有评价的来源权重合计不低于 {weight}。",
        "The policy requires {required}, and sources with a total weight of at least {weight}.",
    ),
}
DRAWN = {
    "insight.heading.drawn": ("交互记录的抽取方式", "How the contacts were selected"),
    "insight.drawn.how": ("抽取方式", "Selection"),
    "insight.drawn.how.by_hand": (
        "由质检主管人工指定，不是随机抽取，不能代表全部。",
        "Selected manually by the quality supervisor, not at random; they do not represent all contacts.",
    ),
    "insight.drawn.how.drawn": (
        "评过的 {drawn} 条都按抽检计划随机抽取，同一层里每条抽中的概率相同；占本期全部记录的 {share}%。",
        "All {drawn} contacts scored were drawn at random under a sampling plan, each contact of a stratum with the same "
        "chance; they are {share}% of the period's contacts.",
    ),
    "insight.drawn.how.both": (
        "评过的里面，{drawn} 条按抽检计划随机抽取，{hand} 条人工指定；合计占本期全部记录的 {share}%。人工指定的不能代表全部。",
        "{drawn} of the contacts scored were drawn at random under a sampling plan, {hand} selected manually; together "
        "they are {share}% of the period's contacts. Those selected manually do not represent all contacts.",
    ),
    "insight.drawn.how.none": ("本期还没有评过的记录。", "None of the period's contacts has been scored yet."),
    "insight.drawn.count": ("数量", "Number"),
    "insight.drawn.count.of": (
        "{first}到{last}共 {contacts} 条交互记录，质检已评 {evaluated} 条，已发布 {published} 条。",
        "{contacts} contacts from {first} to {last}; {evaluated} were scored and {published} published.",
    ),
    "insight.drawn.who": ("质检员", "Scored by"),
    "insight.drawn.who.analysts": ("{n} 位质检员", "{n} analysts"),
    "insight.drawn.who.analysts.one": ("一位质检员", "one analyst"),
    "insight.drawn.who.nobody": ("还没有评", "no one yet"),
    "insight.drawn.check": ("核对", "Check"),
    "insight.drawn.check.link": ("查看这 {n} 条的评分", "See these {n} evaluations"),
    "insight.drawn.check.link.one": ("查看这一条的评分", "See this evaluation"),
    "insight.drawn.check.none": ("发布后可在“质检结果”查看。", "See them under Evaluations once published."),
    "insight.heading.history": ("历次结果", "Earlier results"),
    "insight.history.chart": ("{name}历次得分", "Scores of {name} over time"),
}
WORDS = HEAD | SOURCES | ABILITIES | GROUNDS | SAYINGS | HOW | DRAWN

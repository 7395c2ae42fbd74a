HEAD = {
    "insight.result.head": ("{cycle} · {post} · {day}发布", "{cycle} · {post} · published {day}"),
    "insight.result.head.draft": ("{cycle} · {post} · 还没有发布", "{cycle} · {post} · not published yet"),
    "insight.result.score": ("：{score}，", ": {score}"),
    "insight.result.line": ("{band}：{score}", "{band}: {score}"),
    "insight.result.no_score.why": ("原因：{reasons}。", "Why: {reasons}."),
    "insight.change.quarter.up": (
        "比上季度高 {size}；区间还不知道，说不准是不是真的变了。",
        "{size} above last quarter; the interval is not known, so this may be chance.",
    ),
    "insight.change.quarter.down": (
        "比上季度低 {size}；区间还不知道，说不准是不是真的变了。",
        "{size} below last quarter; the interval is not known, so this may be chance.",
    ),
    "insight.change.quarter.up.within": (
        "比上季度高 {size}，变化在误差之内。",
        "{size} above last quarter, a change within error.",
    ),
    "insight.change.quarter.down.within": (
        "比上季度低 {size}，变化在误差之内。",
        "{size} below last quarter, a change within error.",
    ),
    "insight.change.quarter.up.beyond": (
        "比上季度高 {size}，超出了误差。",
        "{size} above last quarter, more than error would give.",
    ),
    "insight.change.quarter.down.beyond": (
        "比上季度低 {size}，超出了误差。",
        "{size} below last quarter, more than error would give.",
    ),
    "insight.change.quarter.up.half": (
        "比上季度高 {size}；上季度的区间不知道，说不准是不是真的变了。",
        "{size} above last quarter, whose interval is not known, so this may be chance.",
    ),
    "insight.change.quarter.down.half": (
        "比上季度低 {size}；上季度的区间不知道，说不准是不是真的变了。",
        "{size} below last quarter, whose interval is not known, so this may be chance.",
    ),
    "insight.change.quarter.same": ("和上季度一样。", "The same as last quarter."),
    "insight.change.quarter.first": ("没有上季度的分可比。", "There is no last quarter to compare with."),
    "insight.change.month.up": (
        "比上月高 {size} 分；抽评次数有限，说不准是不是真的变了。",
        "{size} points above last month; few contacts were scored, so this may be chance.",
    ),
    "insight.change.month.down": (
        "比上月低 {size} 分；抽评次数有限，说不准是不是真的变了。",
        "{size} points below last month; few contacts were scored, so this may be chance.",
    ),
    "insight.change.month.same": ("和上月一样。", "The same as last month."),
    "insight.change.month.first": ("没有上月的分可比。", "There is no last month to compare with."),
    "insight.scale.moved": (
        "{said}能力库第 {number} 版（含）以前的级和分，已按现在各级的含义换算后再比；当时发布的没有改。",
        "{said} Levels and scores up to version {number} of the library are converted to what each level means today; "
        "what was published then is unchanged.",
    ),
    "insight.change.probation.first": ("试用期结束时评一次，没有上一期。", "Given once, when probation ends."),
    "insight.result.all_met": (
        "评出来的 {n} 项能力都达到岗位要求。",
        "All {n} abilities rated reach what the post asks.",
    ),
    "insight.result.some_met": (
        "评出来的 {total} 项能力里 {met} 项达到岗位要求；{below}。",
        "{met} of the {total} abilities rated reach what the post asks; {below}.",
    ),
    "insight.result.below_one": ("{name} {level}，要求 {required}", "{name} {level} against {required}"),
    "insight.result.none_rated": ("各项能力都没有给级。", "No ability was given a level."),
    "insight.result.not_rated": ("{names}证据不够，没有给级。", "No level for {names}: not enough evidence."),
    "insight.result.certainty": (
        "{score} 的区间还不知道：评价人各评各的，没有重叠到能算出误差，所以也说不出落在别的等级的可能有多大。",
        "The interval of {score} is not known: raters overlap too little for an error to be worked out, so the chance "
        "of another band is not known either.",
    ),
    "insight.result.certainty.counted": (
        "{score} 由 {n} 位评价人给出，区间还不知道：评价人各评各的，没有重叠到能算出误差，所以也说不出落在别的等级的可能有多大。",
        "{score} was given by {n} raters and its interval is not known: they overlap too little for an error to be worked "
        "out, so the chance of another band is not known either.",
    ),
    "insight.result.certainty.month": (
        "{score} 分的区间还不知道：分数来自抽到的交互记录和本月的统计，换一批记录会有出入。",
        "The interval of {score} is not known: it comes from the contacts drawn and the month's counts, and other "
        "contacts would give a somewhat different figure.",
    ),
    "insight.figure.label": (
        "{low} 到 {high} 分的刻度上，这一期 {score}，落在{band}。",
        "On a scale from {low} to {high}: {score}, in the band {band}.",
    ),
    "insight.figure.now": ("这一期 {score}", "now {score}"),
    "insight.figure.before": ("上一期 {score}", "before {score}"),
}
SOURCES = {
    "insight.heading.sources": ("{count}个来源怎样合成 {score}", "How {count} sources make {score}"),
    "insight.heading.sources.plain": ("各来源给的分", "What each source gave"),
    "insight.sources.why": (
        "条的长短是权重，右边是各来源给的分。",
        "The bar shows the weights, the right column what each source gave.",
    ),
    "insight.sources.label": ("各来源的权重：{weights}", "Weights of the sources: {weights}"),
    "insight.sources.weight": ("{name} {weight}", "{name} {weight}"),
    "insight.note.superior": ("{n} 位上级，{ratings} 项评分的平均", "mean of {ratings} marks by {n} superiors"),
    "insight.note.superior.one": ("一位上级，{ratings} 项评分的平均", "mean of {ratings} marks by one superior"),
    "insight.note.self": ("本人交的那份，{ratings} 项评分的平均", "mean of {ratings} marks from the own form"),
    "insight.note.peer": (
        "{n} 位别岗同事，只评协作能力；不显示是谁",
        "{n} colleagues of other posts, on collaboration only; who they are is not shown",
    ),
    "insight.note.peer.one": (
        "一位别岗同事，只评协作能力；不显示是谁",
        "one colleague of another post, on collaboration only; who it is is not shown",
    ),
    "insight.note.customer": (
        "{months}的满意度和推荐度，{ratings} 个评价",
        "satisfaction and recommendation of {months}, {ratings} ratings",
    ),
    "insight.note.months": ("{first} 到 {last} 月", "months {first} to {last}"),
    "insight.note.practical": ("{ratings} 个分的平均", "mean of {ratings} marks"),
    "insight.note.practical.both": (
        "情景模拟 {scenario} 级，笔试 {mark} 分折 {level} 级",
        "scenario {scenario}; written test {mark}, which maps to {level}",
    ),
    "insight.note.practical.rating": ("情景模拟 {scenario} 级，没有笔试", "scenario {scenario}; no written test"),
    "insight.note.practical.mark": (
        "没有情景模拟，笔试 {mark} 分折 {level} 级",
        "no scenario; written test {mark}, which maps to {level}",
    ),
    "insight.note.quality": ("{ratings} 份质检的平均", "mean of {ratings} evaluations"),
    "insight.note.superior_and_peer": (
        "同事打的分单独列出来，就能推出谁打了几分，所以和上级合成一行，取整前的分也不写。",
        "If colleagues were shown apart, one could work out who gave what. So they stand in one line with the superior, "
        "and the unrounded score is left out.",
    ),
    "insight.note.missing": ("没有评价", "nothing received"),
    "insight.note.missing.moved": (
        "没有评价，这 {weight} 的权重按比例分给了其余来源",
        "nothing received; its {weight} went to the other sources in proportion",
    ),
    "insight.note.few": ("不到 {least} 个评价，不计入", "fewer than {least} ratings, not counted"),
    "insight.note.few.peer": (
        "不到 {least} 位同事，不计入：人太少，从得分能推出谁打了几分",
        "fewer than {least} colleagues rated, not counted: with so few one could work out who gave what",
    ),
    "insight.note.few.peer.moved": (
        "不到 {least} 位同事，不计入：人太少，从得分能推出谁打了几分；这 {weight} 的权重按比例分给了其余来源",
        "fewer than {least} colleagues rated, not counted: with so few one could work out who gave what; its {weight} went to the "
        "other sources in proportion",
    ),
    "insight.note.few.moved": (
        "不到 {least} 个评价，不计入；这 {weight} 的权重按比例分给了其余来源",
        "fewer than {least} ratings, not counted; its {weight} went to the other sources in proportion",
    ),
}
ABILITIES = {
    "insight.heading.abilities": ("{count}项能力", "Abilities: {count}"),
    "insight.abilities.why": (
        "评出来的级和质检里观察到的是两回事，并排写，不合在一起算。",
        "What was rated and what was observed in contacts stand side by side and are never averaged.",
    ),
    "insight.abilities.open": ("点开名字看这一项的标准。", "A name leads to its standard."),
    "insight.abilities.chart": ("{name}的各项能力与岗位要求", "Abilities of {name} against the post"),
    "insight.abilities.radar": (
        "雷达图：{name}的各项能力（实线）与岗位要求（虚线）",
        "Radar: abilities of {name} (filled) against the post's profile (dashed)",
    ),
    "insight.legend.rated": ("评出来的级", "rated"),
    "insight.legend.before": ("上一期", "last period"),
    "insight.legend.required": ("岗位要求", "the post asks"),
    "insight.legend.below": ("低于要求", "below"),
    "insight.legend.observed": ("观察均值与区间", "observed, with interval"),
    "insight.rated.unknown": ("{n} 份评价，区间还不知道", "{n} ratings, interval not known"),
    "insight.rated.unknown.one": ("1 份评价，区间还不知道", "1 rating, interval not known"),
    "insight.rated.none": ("证据不够，没有给级", "not enough evidence, no level"),
    "insight.rated.withheld": ("同事也评这一项，不单独显示等级", "rated by peers too: not shown apart"),
    "insight.rated.withheld.why": (
        "{name}同事也评，单独列出来就能推出谁打了几分，所以这一项不显示等级。",
        "{name} is rated by peers too: shown apart, one could work out who gave what, so it has no level here.",
    ),
    "insight.observed": ("观察 {mean} {interval} · {n} 条记录", "observed {mean} {interval} · {n} contacts"),
    "insight.observed.flat": (
        "观察 {mean} · {n} 条记录，条条相同，算不出区间",
        "observed {mean} · {n} contacts, all alike, so no interval",
    ),
    "insight.observed.few": ("观察 {n} 条，太少，不给均值", "observed {n} times, too few for a mean"),
    "insight.observed.few.one": ("观察 1 条，太少，不给均值", "observed once, too little for a mean"),
    "insight.observed.none": ("没有观察到", "not observed"),
    "insight.column.ability": ("能力", "Ability"),
    "insight.column.rated": ("评定", "Rated"),
    "insight.column.ratings": ("评价份数", "Ratings"),
    "insight.column.required": ("岗位要求", "Required"),
    "insight.column.before": ("上一期", "Last period"),
    "insight.column.observed": ("观察均值", "Observed"),
    "insight.column.interval": ("95% 区间", "95% interval"),
    "insight.column.contacts": ("记录条数", "Contacts"),
}
GROUNDS = {
    "insight.basis": ("看依据", "The grounds"),
    "insight.basis.none": (
        "这一项没有写评语，发布的质检里也没有写到它。",
        "Nobody wrote about this one, and no evaluation published speaks of it.",
    ),
    "insight.given": ("{source}评了 {level}", "{source}: {level}"),
    "insight.given.none": ("{source}选了“未观察到”", "{source}: not observed"),
    "insight.given.reason": ("为什么和质检看到的不一样：{text}", "Why it differs from what the contacts show: {text}"),
    "insight.given.comment": ("评语：{text}", "Remark: {text}"),
    "insight.heading.given": ("评分时写下的依据", "What raters wrote"),
    "insight.heading.general": ("总的评语", "In general"),
    "insight.heading.figures": ("本期数据", "This period in figures"),
    "insight.figures.why": (
        "上级打分时，表旁边放的也是这些。",
        "The same figures stood beside the superior's form.",
    ),
    "insight.figures.contacts": ("接待量", "Contacts handled"),
    "insight.figures.customers": ("客户打分", "Customers say"),
    "insight.figures.customers.of": ("{score}（{n} 个评价）", "{score} ({n} ratings)"),
    "insight.figures.customers.of.one": ("{score}（1 个评价）", "{score} (1 rating)"),
    "insight.figures.nobody": ("没有人评", "nobody rated"),
    "insight.figures.upheld": ("有责投诉", "Upheld complaints"),
    "insight.figures.evaluations": ("质检结果", "Evaluations"),
    "insight.figures.more": (
        "上级打分时还能看到 {n} 份没有发布的质检结果，内容不在这里。",
        "The superior could also read {n} evaluations that are not published; they are not shown here.",
    ),
    "insight.figures.more.one": (
        "上级打分时还能看到 1 份没有发布的质检结果，内容不在这里。",
        "The superior could also read one evaluation that is not published; it is not shown here.",
    ),
    "insight.sheet.given": ("评分依据", "What raters wrote"),
}
SAYINGS = {
    "insight.heading.words": ("做得好的和要练的", "What goes well, what to practise"),
    "insight.heading.good": ("做得好的", "What goes well"),
    "insight.heading.practise": ("要练的", "What to practise"),
    "insight.gap.above": (
        "{name} {level}，比岗位要求的 {required} 高 {size}。",
        "{name} {level}: {size} above the {required} the post asks.",
    ),
    "insight.gap.met": (
        "{name} {level}，正好是岗位要求的 {required}。",
        "{name} {level}: exactly the {required} the post asks.",
    ),
    "insight.gap.below": (
        "{name} {level}，比岗位要求的 {required} 低 {size}。",
        "{name} {level}: {size} below the {required} the post asks.",
    ),
    "insight.moment": ("看这一段 {day}", "See this moment, {day}"),
    "insight.moment.whole": ("看这一条 {day}", "See this contact, {day}"),
    "insight.words.no_evaluations": (
        "这一期没有发布的质检结果，所以没有可以点开看的片段。",
        "No evaluation of this period has been published, so there is no moment to open.",
    ),
    "insight.words.no_notes": (
        "这一期发布的 {n} 份质检结果里，没有写了依据的高分或低分。",
        "The {n} evaluations published carry no high or low mark with its grounds written.",
    ),
    "insight.words.no_good.month": ("这个月没有写了依据的高分。", "No high mark with its grounds this month."),
    "insight.words.no_gap.month": ("这个月没有写了依据的低分。", "No low mark with its grounds this month."),
    "insight.words.no_good": ("没有一项评到岗位要求。", "No ability reaches what the post asks yet."),
    "insight.words.no_gap": ("评出来的各项都达到了岗位要求。", "Every ability rated reaches what the post asks."),
}
HOW = {
    "insight.heading.how": ("{score} 是这样算出来的", "How {score} was worked out"),
    "insight.heading.how.plain": ("为什么没有出分", "Why there is no score"),
    "insight.how.why": (
        "全程按分数算，只在最后取一次一位小数，四舍五入。依据《{policy}》第 {number} 版。",
        "Exact fractions throughout, rounded once at the end, half up. By “{policy}”, version {number}.",
    ),
    "insight.column.source": ("来源", "Source"),
    "insight.column.basis": ("依据", "Counted from"),
    "insight.column.score": ("得分", "Score"),
    "insight.column.weight": ("权重", "Weight"),
    "insight.column.part": ("计入", "Counts as"),
    "insight.how.sum": ("{count} 项的分合计 {sum} ÷ {count}", "{count} marks, sum {sum} ÷ {count}"),
    "insight.how.sum.peer": ("{count} 份合计 {sum} ÷ {count}", "{count} forms, sum {sum} ÷ {count}"),
    "insight.how.customers": ("{count} 个评价合计 {sum} ÷ {count}", "{count} ratings, sum {sum} ÷ {count}"),
    "insight.how.items": (
        "{ratings} 个评分，先按项平均，{count} 项再平均",
        "{ratings} marks: mean by item, then over {count} items",
    ),
    "insight.how.both": (
        "（情景 {scenario} + 笔试 {mark} 分折 {level}）÷ 2",
        "(scenario {scenario} + written {mark} as {level}) ÷ 2",
    ),
    "insight.how.total": ("合计 {exact}，四舍五入", "Sum {exact}, rounded half up"),
    "insight.how.total.veiled": ("按没取整的分合计，四舍五入", "Summed unrounded, then rounded half up"),
    "insight.how.written": (
        "笔试分折成级：{points}，中间按直线。",
        "A written mark becomes a level: {points}, straight between.",
    ),
    "insight.how.written.point": ("{mark} 分折 {level}", "{mark} is {level}"),
    "insight.how.resit": (
        "补考的成绩更好才用，而且最多按 60 分算。",
        "A resit counts when better, and then at most 60.",
    ),
    "insight.how.moved": (
        "没有计入的来源：{names}。它们的权重按比例分给了其余来源，上面用的是分过以后的权重。",
        "Not counted: {names}. Their weight went to the others in proportion; the weights above are those after that.",
    ),
    "insight.how.severity": (
        "评价人之间共同评过的人太少，测不出谁偏严谁偏松，所以没有修正。",
        "Raters have too few people in common to tell who is harsh or lenient, so nothing was corrected.",
    ),
    "insight.how.quality": (
        "质检分不进这个分，只作参照，写成“观察”；自动评分没有参与。",
        "Quality evaluations do not enter this score; they stand beside it as observed. No automated score took part.",
    ),
    "insight.how.veiled": (
        "合并的那一行是拿取整以后的总分减去其余各行得来的，所以各行相加和没取整的分会有一点出入。",
        "The joint line is what the other lines leave of the rounded total, so the sum is slightly off the exact one.",
    ),
    "insight.how.least": (
        "制度要求：必须有{required}，而且有评价的来源加起来不少于 {weight} 的权重。",
        "The policy asks for {required}, and for sources that carry at least {weight} of the weight.",
    ),
}
DRAWN = {
    "insight.heading.drawn": ("这些交互记录是怎样抽到的", "How the contacts were drawn"),
    "insight.drawn.how": ("怎么挑", "Chosen"),
    "insight.drawn.how.by_hand": (
        "由质检主管手工指定，不是随机抽的；所以不能拿它们推算全部。",
        "By hand by the quality supervisor, not at random; they cannot stand for all contacts.",
    ),
    "insight.drawn.count": ("多少", "How many"),
    "insight.drawn.count.of": (
        "{first}到{last}共 {contacts} 条交互记录，质检评了 {evaluated} 条，发布了 {published} 条。",
        "{contacts} contacts from {first} to {last}; {evaluated} were scored and {published} published.",
    ),
    "insight.drawn.who": ("谁来评", "Scored by"),
    "insight.drawn.who.analysts": ("{n} 位质检员", "{n} analysts"),
    "insight.drawn.who.analysts.one": ("一位质检员", "one analyst"),
    "insight.drawn.who.nobody": ("还没有人评", "nobody yet"),
    "insight.drawn.check": ("可以核对", "Check it"),
    "insight.drawn.check.link": ("看这 {n} 条的评分", "See these {n} evaluations"),
    "insight.drawn.check.link.one": ("看这一条的评分", "See this evaluation"),
    "insight.drawn.check.none": ("发布以后就能在“质检结果”里看到。", "They stand under Evaluations once published."),
    "insight.heading.history": ("历次结果", "Earlier results"),
    "insight.history.chart": ("{name}历次的分", "Scores of {name} over time"),
}
WORDS = HEAD | SOURCES | ABILITIES | GROUNDS | SAYINGS | HOW | DRAWN

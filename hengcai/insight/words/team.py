TITLES = {
    "insight.team.title.print": ("团队技能差距分析报告", "Team gap report"),
    "insight.team.line": (
        "{team} · {n} 人 · {cycle} · 对照{post}岗位画像第 {number} 版",
        "{team} · {n} people · {cycle} · against the profile of {post}, version {number}",
    ),
    "insight.team.line.several": (
        "{team} · {n} 人 · {cycle} · 按岗位对照各自的画像",
        "{team} · {n} people · {cycle} · each post against its own profile",
    ),
    "insight.team.title.shared": ("{name}是全班的短板", "{name} is the team's shared weakness"),
    "insight.team.title.shared.newcomers": (
        "{name}是全班的短板，新人还差在{other}",
        "{name} is the team's shared weakness; newcomers also lack {other}",
    ),
    "insight.team.title.few": (
        "{people} 人里只有 {n} 人有等级，说明不了全班",
        "Levels of {n} of {people} people: they cannot speak for the team",
    ),
    "insight.team.cover": (
        "下面说的只是这 {n} 人，不是全班 {people} 人。有等级的不到 {share}%，或不到 {least} 人，就不替全班下结论。",
        "What follows is about these {n} people, not about all {people}. Below {share}% of the team, or {least} people, nothing "
        "is said of the team as a whole.",
    ),
    "insight.team.title.some": ("{name}有人没到岗位要求", "Some miss what the post asks on {name}"),
    "insight.team.title.all": ("有分的人各项都到了岗位要求", "Everybody with a level reaches what the post asks"),
    "insight.team.title.nothing": ("这一期还没有可看的能力等级", "There are no levels to look at yet"),
    "insight.team.kind.rated": ("评定", "Rated"),
    "insight.team.kind.observed": ("观察", "Observed"),
    "insight.team.kind.rated.why": (
        "上级、本人、同事和实操评出来的级；区间还不知道。",
        "Levels given by superiors, self, peers and practical tests; their interval is not known.",
    ),
    "insight.team.kind.observed.why": (
        "质检在交互记录里看到的，每人每项不到 3 条的不算。",
        "What evaluations saw in contacts; fewer than three contacts a person and ability do not count.",
    ),
}
FINDINGS = {
    "insight.finding.standard": (
        "{total} 人中 {below} 人的{name}低于 3 分，{bracket}；岗位要求是 {required}。",
        "{below} of {total} stand below 3 on {name}, {bracket}; the post asks for {required}.",
    ),
    "insight.finding.standard.unknown": (
        "{total} 人中 {below} 人的{name}低于 3 分，区间还不知道；岗位要求是 {required}。",
        "{below} of {total} stand below 3 on {name}, interval not known; the post asks for {required}.",
    ),
    "insight.finding.post": (
        "{total} 人中 {below} 人的{name}低于要求的 {required}，其中 {surely} 人说得准。",
        "{below} of {total} miss the {required} asked on {name}; of {surely} one can be sure.",
    ),
    "insight.finding.post.unsure": (
        "{total} 人中 {below} 人的{name}低于要求的 {required}，还没有一个说得准。",
        "{below} of {total} miss the {required} asked on {name}; of none can one be sure yet.",
    ),
    "insight.finding.post.unknown": (
        "{total} 人中 {below} 人的{name}低于要求的 {required}，区间还不知道。",
        "{below} of {total} miss the {required} asked on {name}, interval not known.",
    ),
    "insight.finding.post.leaning": (
        "区间够得着 {required} 的一共到 {maybe} 人，再评几条记录才能分清。",
        "With intervals that reach below {required} it may be up to {maybe}; a few more contacts would tell.",
    ),
    "insight.finding.newcomers": ("{n} 位新人的{name}平均 {mean}。", "The {n} newcomers average {mean} on {name}."),
    "insight.finding.newcomers.why": (
        "{names}入职不到半年。人少，只能说这几位，不能说新人都这样。",
        "{names} joined within half a year. They are few: this is about them, not about newcomers as such.",
    ),
    "insight.finding.all_meet": (
        "{names}有分的人全部达到要求，不用安排。",
        "Everybody with a level meets {names}; nothing to arrange.",
    ),
    "insight.finding.all_meet.without": (
        "{names}证据不够，没有给分。",
        "Not enough evidence to give {names} a level.",
    ),
    "insight.finding.of_post": ("{post}：{finding}", "{post}: {finding}"),
    "insight.finding.change.within": (
        "上季度是 {before} 人，变化在误差之内。",
        "Last quarter it was {before}; the change is within error.",
    ),
    "insight.finding.change.more": ("上季度是 {before} 人，确实多了。", "Last quarter it was {before}: it has grown."),
    "insight.finding.change.fewer": (
        "上季度是 {before} 人，确实少了。",
        "Last quarter it was {before}: it has fallen.",
    ),
    "insight.finding.change.same": ("上季度也是 {before} 人。", "Last quarter it was {before} as well."),
    "insight.finding.change.unknown": (
        "上季度是 {before} 人；区间还不知道，说不准是不是真的变了。",
        "Last quarter it was {before}; without intervals one cannot tell whether it changed.",
    ),
    "insight.finding.change.new": ("上季度没有可比的数。", "There is no figure of last quarter to compare with."),
    "insight.finding.see": ("看是哪几位", "See who"),
    "insight.finding.none": (
        "没有一项能力有三分之一的人低于 3 分，也没有人低于岗位要求。",
        "On no ability does a third stand below 3, and nobody misses what the post asks.",
    ),
}
MAP = {
    "insight.heading.heat": ("每人每项与岗位要求", "Each person, each ability"),
    "insight.heading.heat.post": ("{post}：每人每项与岗位要求", "{post}: each person, each ability"),
    "insight.heat.caption": (
        "{n} 人 {count} 项能力的级与岗位要求，按姓名排",
        "{n} people, {count} abilities and what the post asks, by name",
    ),
    "insight.heat.name": ("姓名", "Name"),
    "insight.heat.required": ("岗位要求", "Required"),
    "insight.heat.sure": ("低于要求", "below"),
    "insight.heat.maybe": ("可能低于要求", "perhaps below"),
    "insight.legend.sure": ("▼ 低于要求，整个区间在下面", "▼ below, with the whole interval"),
    "insight.legend.maybe": ("▽ 可能低于，区间跨线", "▽ perhaps below, interval crosses"),
    "insight.legend.maybe.rated": ("▽ 低于要求，区间还不知道", "▽ below, interval not known"),
    "insight.legend.ok": ("达到", "reached"),
    "insight.heat.none": ("证据不够", "too little"),
    "insight.heat.none.observed": ("没观察到", "not observed"),
    "insight.heat.few": ("只有 {n} 条", "{n} only"),
    "insight.heat.newcomer": ("入职不到半年", "under six months here"),
    "insight.heat.foot.sure": ("说得准低于要求", "Surely below"),
    "insight.heat.foot.below": ("低于要求", "Below"),
    "insight.heat.of": ("/ {n} 人", "of {n}"),
    "insight.heat.note.observed": (
        "按姓名排，不排名次。小字是 95% 区间。",
        "By name, never by rank. Small print is the 95% interval.",
    ),
    "insight.heat.open": ("点姓名看这个人的依据。", "A name leads to the evidence."),
    "insight.heat.note.rated": (
        "按姓名排，不排名次。评定的级没有区间：评价人之间共同评过的人太少。",
        "By name, never by rank. Rated levels have no interval: raters have too few people in common.",
    ),
}
MORE = {
    "insight.heading.means": ("和上季度比", "Against last quarter"),
    "insight.means.why": (
        "实心点是这一季度有分的人的平均，空心圈是上季度，竖线是岗位要求。人数可能不同，差一点不说明什么。",
        "The dot is this quarter's mean over people with a level, the ring last quarter's, the tick what the post asks. "
        "Numbers of people may differ; small differences say nothing.",
    ),
    "insight.means.first": ("上季度没有结果，没得比。", "There is no last quarter to compare with."),
    "insight.means.now": ("{mean}（{n} 人）", "{mean} ({n})"),
    "insight.means.before": ("上季度 {mean}（{n} 人）", "was {mean} ({n})"),
    "insight.means.before.none": ("上季度没有", "none before"),
    "insight.means.none": ("没有分", "no level"),
    "insight.means.chart": ("{team}各项能力的平均，这一季度与上季度", "Mean levels of {team}, this quarter and last"),
    "insight.column.mean": ("平均", "Mean"),
    "insight.column.mean_before": ("上季度平均", "Mean last quarter"),
    "insight.column.people": ("人数", "People"),
    "insight.column.people_before": ("上季度人数", "People last quarter"),
    "insight.heading.next": ("接下来做什么", "What to do next"),
    "insight.next.about": ("来自发现：{name}", "From the finding on {name}"),
    "insight.next.who": ("低于要求的 {n} 位", "The {n} below"),
    "insight.next.look": (
        "先和每一位看一段本人的记录（点名字进去），看清差在哪一步，再定练什么。",
        "Look at a moment of their own contacts with each of them first (the name leads there), then agree what to practise.",
    ),
    "insight.next.few": (
        "{names}评过的记录不到 3 条，请质检主管再派几条，才分得清。",
        "Fewer than three contacts of {names} were scored; ask the quality supervisor for a few more to tell.",
    ),
    "insight.next.intervals": (
        "评定的级说不准谁真低于要求；换到“观察”再看一遍，两边都低的先练。",
        "Rated levels cannot tell who is surely below; look again under Observed, and begin with those low on both.",
    ),
    "insight.next.again": (
        "下一季度在同一张图上再比：人数的括号分开了，才算真的变了。",
        "Compare on the same map next quarter: only when the brackets part has it really changed.",
    ),
    "insight.next.nothing": (
        "没有要补的短板。把这一页带到班会上，让做得好的讲讲怎么做的。",
        "There is no gap to close. Take this page to the team meeting and let those who do well tell how.",
    ),
}
WORDS = TITLES | FINDINGS | MAP | MORE

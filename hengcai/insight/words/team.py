TITLES = {
    "insight.team.title.print": ("团队技能差距分析报告", "Team gap report"),
    "insight.team.line": (
        "{team} · {n} 人 · {cycle} · 对照{post}岗位画像第 {number} 版",
        "{team} · {n} people · {cycle} · against the role profile of {post}, version {number}",
    ),
    "insight.team.line.several": (
        "{team} · {n} 人 · {cycle} · 按岗位对照各自的画像",
        "{team} · {n} people · {cycle} · each role against its own profile",
    ),
    "insight.team.title.shared": ("{name}是全组的短板", "{name} is a weakness across the team"),
    "insight.team.title.shared.newcomers": (
        "{name}是全组的短板，新人另缺{other}",
        "{name} is a weakness across the team; new starters also lack {other}",
    ),
    "insight.team.title.few": (
        "{people} 人中只有 {n} 人已评级，不能代表全组",
        "Only {n} of {people} people have levels: not enough to represent the team",
    ),
    "insight.team.cover": (
        "以下只针对这 {n} 人，不代表全组 {people} 人。已评级的不足 {share}%，或不足 {least} 人，不对全组下结论。",
        "What follows is about these {n} people, not all {people}. With fewer than {share}% of the team, or {least} people, nothing "
        "is concluded about the team as a whole.",
    ),
    "insight.team.title.some": ("{name}有人未达到岗位要求", "Some are below the role's requirement on {name}"),
    "insight.team.title.all": ("已评级的人各项都达到岗位要求", "Everyone with a level meets the role's requirements"),
    "insight.team.title.nothing": ("本期还没有能力级别", "No levels yet this period"),
    "insight.team.kind.rated": ("评定", "Rated"),
    "insight.team.kind.observed": ("观察", "Observed"),
    "insight.team.kind.rated.why": (
        "上级、本人、同事和实操评定的级别；可信范围未知。",
        "Levels given by line managers, self, peers and practical tests; the interval is unknown.",
    ),
    "insight.team.kind.rated.known.why": (
        "上级、本人、同事和实操评定的级别；可信范围来自两位上级都评过的人，上级评分的尺度差异已剔除。",
        "Levels given by line managers, self, peers and practical tests; the intervals come from people two line managers rated, "
        "with line managers' severity taken out.",
    ),
    "insight.team.kind.observed.why": (
        "质检在交互记录中的观察，每人每项不足 3 条的不计。",
        "Levels observed in evaluations of contacts; fewer than three contacts per person and ability are not counted.",
    ),
}
FINDINGS = {
    "insight.finding.standard": (
        "{total} 人中 {below} 人的{name}低于 3 级，{bracket}；岗位要求是 {required} 级。",
        "{below} of {total} are below 3 on {name}, {bracket}; the role requires {required}.",
    ),
    "insight.finding.standard.unknown": (
        "{total} 人中 {below} 人的{name}低于 3 级，可信范围未知；岗位要求是 {required} 级。",
        "{below} of {total} are below 3 on {name}, interval unknown; the role requires {required}.",
    ),
    "insight.finding.post": (
        "{total} 人中 {below} 人的{name}低于要求的 {required}，其中 {surely} 人确定低于要求。",
        "{below} of {total} are below the required {required} on {name}; {surely} of them definitely.",
    ),
    "insight.finding.post.unsure": (
        "{total} 人中 {below} 人的{name}低于要求的 {required}，但都在可信范围内，还不能确定谁低于要求。",
        "{below} of {total} are below the required {required} on {name}; none of them definitely yet.",
    ),
    "insight.finding.post.unknown": (
        "{total} 人中 {below} 人的{name}低于要求的 {required}，可信范围未知。",
        "{below} of {total} are below the required {required} on {name}, interval unknown.",
    ),
    "insight.finding.post.leaning": (
        "可信范围内可能低于 {required} 的最多 {maybe} 人，多评几条记录才能确定。",
        "Allowing for the intervals, up to {maybe} may be below {required}; a few more contacts would settle it.",
    ),
    "insight.finding.newcomers": ("{n} 位新人的{name}平均 {mean}。", "The {n} new starters average {mean} on {name}."),
    "insight.finding.newcomers.why": (
        "{names}入职不足半年。人数少，只针对这几位，不代表所有新人。",
        "{names} joined within the last six months. The number is small: this is about them, not new starters in general.",
    ),
    "insight.finding.all_meet": (
        "{names}：已评级的人全部达到要求，无需安排。",
        "Everyone with a level meets the requirement on {names}; no action needed.",
    ),
    "insight.finding.all_meet.without": (
        "{names}证据不足，没有评级。",
        "Not enough evidence to give {names} a level.",
    ),
    "insight.finding.of_post": ("{post}：{finding}", "{post}: {finding}"),
    "insight.finding.change.within": (
        "上季度是 {before} 人，变化在误差范围内。",
        "Last quarter it was {before}; the change is within the margin of error.",
    ),
    "insight.finding.change.more": (
        "上季度是 {before} 人，显著增加。",
        "Last quarter it was {before}: a significant increase.",
    ),
    "insight.finding.change.fewer": (
        "上季度是 {before} 人，显著减少。",
        "Last quarter it was {before}: a significant decrease.",
    ),
    "insight.finding.change.same": ("上季度也是 {before} 人。", "Last quarter it was {before} as well."),
    "insight.finding.change.unknown": (
        "上季度是 {before} 人；可信范围未知，无法判断是否真有变化。",
        "Last quarter it was {before}; without intervals we cannot tell whether it changed.",
    ),
    "insight.finding.change.new": ("上季度没有可比的数据。", "No figure last quarter to compare with."),
    "insight.finding.see": ("查看人员", "See who"),
    "insight.finding.none": (
        "没有哪项能力有三分之一的人低于 3 级，也没有人低于岗位要求。",
        "No ability has a third of people below 3, and no one is below the role's requirements.",
    ),
}
MAP = {
    "insight.heading.heat": ("每人各项能力与岗位要求", "Each person and ability"),
    "insight.heading.heat.post": ("{post}：每人各项能力与岗位要求", "{post}: each person and ability"),
    "insight.heat.caption": (
        "{n} 人 {count} 项能力的级别与岗位要求，按姓名排序",
        "{n} people, {count} abilities and the role's requirements, by name",
    ),
    "insight.heat.name": ("姓名", "Name"),
    "insight.heat.required": ("岗位要求", "Required"),
    "insight.heat.sure": ("低于要求", "below"),
    "insight.heat.maybe": ("可能低于要求", "possibly below"),
    "insight.legend.sure": (
        "▼ 确定低于要求：整个可信范围都低于要求",
        "▼ definitely below: the whole interval is below",
    ),
    "insight.legend.maybe": ("▽ 可能低于要求：可信范围跨越要求线", "▽ possibly below: the interval crosses the line"),
    "insight.legend.maybe.rated": ("▽ 低于要求，可信范围未知", "▽ below, interval unknown"),
    "insight.legend.ok": ("达到要求", "met"),
    "insight.heat.none": ("证据不足", "not enough"),
    "insight.heat.none.observed": ("未观察到", "not observed"),
    "insight.heat.few": ("只有 {n} 条", "{n} only"),
    "insight.heat.newcomer": ("入职不足半年", "under six months here"),
    "insight.heat.foot.sure": ("确定低于要求", "Definitely below"),
    "insight.heat.foot.below": ("低于要求", "Below"),
    "insight.heat.of": ("/ {n} 人", "of {n}"),
    "insight.heat.note.observed": (
        "按姓名排序，不排名次。小字为 95% 可信范围。",
        "People are listed by name and are never ranked. The small figures are the 95% interval.",
    ),
    "insight.heat.open": ("点姓名查看依据。", "Click a name to see the evidence."),
    "insight.heat.note.rated": (
        "按姓名排序，不排名次。评定级别没有可信范围：评价人之间共同评过的人太少。",
        "People are listed by name and are never ranked. Rated levels have no interval, because the raters have rated too few "
        "people in common.",
    ),
}
MORE = {
    "insight.heading.means": ("和上季度比", "Against last quarter"),
    "insight.means.why": (
        "实心点为本季度均值，空心圈为上季度均值，竖线为岗位要求。两季人数可能不同，小幅差异不说明问题。",
        "The dot is this quarter's average over people with a level, the circle last quarter's, the tick the role's requirement. "
        "Numbers of people may differ; small differences mean little.",
    ),
    "insight.means.first": ("上季度没有结果，无法对比。", "No results last quarter to compare with."),
    "insight.means.now": ("{mean}（{n} 人）", "{mean} ({n})"),
    "insight.means.before": ("上季度 {mean}（{n} 人）", "was {mean} ({n})"),
    "insight.means.before.none": ("上季度没有", "none before"),
    "insight.means.none": ("没有级别", "no level"),
    "insight.means.chart": ("{team}各项能力均值，本季度与上季度", "Average levels of {team}, this quarter and last"),
    "insight.column.mean": ("均值", "Average"),
    "insight.column.mean_before": ("上季度均值", "Average last quarter"),
    "insight.column.people": ("人数", "People"),
    "insight.column.people_before": ("上季度人数", "People last quarter"),
    "insight.heading.next": ("下一步", "Next steps"),
    "insight.next.about": ("来自发现：{name}", "From the finding on {name}"),
    "insight.next.who": ("低于要求的 {n} 位", "The {n} below"),
    "insight.next.look": (
        "先和每位一起看一段本人的记录（点姓名进入），找到差距所在，再确定练习内容。",
        "First go through an extract of their own contacts with each person (click the name), then agree what to practise.",
    ),
    "insight.next.few": (
        "{names}评过的记录不足 3 条，请质检主管再分配几条，才能判断。",
        "Fewer than three contacts of {names} were scored; ask the quality supervisor to assign a few more.",
    ),
    "insight.next.intervals": (
        "评定级别无法确定谁低于要求；切换到“观察”再看，两边都低的优先安排。",
        "Rated levels cannot show who is definitely below; check under Observed, and start with those low on both.",
    ),
    "insight.next.again": (
        "下一季度用同一张图对比：人数的可信范围不重叠，才算真有变化。",
        "Compare on the same chart next quarter: only when the ranges no longer overlap has it really changed.",
    ),
    "insight.next.nothing": (
        "没有需要补的短板。可在班前会上分享，请做得好的同事介绍做法。",
        "There is no gap to close. Share this page at the team briefing and ask those who do well to explain how.",
    ),
}
WORDS = TITLES | FINDINGS | MAP | MORE

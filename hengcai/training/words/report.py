"""The sentences the status report is drafted of, and its headings."""

SENTENCES = {
    "training.report.summary.none": (
        "从这些来源看，还不能确定哪一项能力需要优先培训。",
        "No source shows for certain that any one competency needs training first.",
    ),
    "training.report.summary.place": ("第 {rank} 位：{name}，依据是{sources}。", "Place {rank}: {name}, by {sources}."),
    "training.report.summary.tied": (
        "{names}并列，现有数据分不出先后。",
        "{names} share a place: these figures do not tell which comes first.",
    ),
    "training.report.summary.open": ("还不能判断的：{names}。", "Not to be told yet: {names}."),
    "training.report.method.days": (
        "投诉、表扬、差错和跟听统计 {first} 至 {last}，评价取 {levels_first} 至 {levels_last}。",
        "Complaints, praise, errors and listening are of {first} to {last}, rated levels of {levels_first} to {levels_last}.",
    ),
    "training.report.method.rule": (
        "排序办法：每项能力看五个来源，样本不少于 5 且 95% 可信范围整个落在界限一侧，才算“需要”或“不明显”，"
        "否则算“看不出”。界限：问卷均分低于 4；评价低于岗位要求；占有责投诉的比例高于平均水平；跟听低于 4 "
        "级的超过五分之一；访谈提到的超过四分之一。判为“需要”的来源越多，位次越前；一样多的并列。",
        "How places are found: each competency is looked at by five sources. A source says "
        "need or no need only where it rests on 5 or more and its 95 % interval lies wholly "
        "on one side of its bar; otherwise it cannot tell. The bars: survey mean below 4; "
        "levels below what the post requires; more than an even share of upheld complaints; more "
        "than one in five marks below level 4 in listening; named by more than one in four "
        "in interviews. More sources that say need, a higher place; equal numbers share it.",
    ),
    "training.report.survey.none": (
        "没有可用的问卷结果：调查还没有结束，或者填写的不足 5 人。",
        "There are no survey results: it is not closed, or fewer than 5 people answered.",
    ),
    "training.report.survey.answered": (
        "问卷发给 {asked} 人，{answered} 人填写（{share}）。",
        "The survey was sent to {asked} people; {answered} answered ({share}).",
    ),
    "training.report.survey.lowest": ("自评最低的是：{list}。", "They rate themselves lowest on: {list}."),
    "training.report.levels.rated": ("这段时间有 {n} 人的技能评价。", "{n} people were rated in this time."),
    "training.report.levels.none": ("这段时间没有技能评价。", "Nobody was rated in this time."),
    "training.report.levels.lowest": (
        "评价减岗位要求，得数最低的是：{list}。",
        "Rated levels less what posts require are lowest on: {list}.",
    ),
    "training.report.complaints.none": ("这段时间没有投诉记录。", "There are no complaints of this time."),
    "training.report.complaints.count": (
        "投诉 {total} 件，其中有责 {upheld} 件；最多的原因：{list}。",
        "{total} complaints, {upheld} of them upheld; most frequent causes: {list}.",
    ),
    "training.report.complaints.one": ("{matter} {count} 件", "{matter} {count}"),
    "training.report.complaints.unnamed": ("未注明原因", "no cause given"),
    "training.report.complaints.praise": ("表扬 {total} 件。", "Praise: {total}."),
    "training.report.complaints.praised": (
        "表扬 {total} 件；最多的原因：{list}。",
        "Praise: {total}; named most often: {list}.",
    ),
    "training.report.complaints.causes": (
        "质检差错的归因：{list}。",
        "Errors found in quality were put down to: {list}.",
    ),
    "training.report.listening.count": (
        "跟听 {contacts} 通。在岗 {people} 人中，{enough} 人听满 3 通，{some} 人听了不足 3 通，其余没有听。",
        "{contacts} contacts were listened to. Of {people} agents, {enough} were "
        "listened to three times or more, {some} fewer times, the others not at all.",
    ),
    "training.report.interviews.none": ("没有抽取访谈对象，没有访谈。", "No interviews were drawn."),
    "training.report.interviews.count": (
        "按评价水平分层抽取 {drawn} 人访谈（随机种子 {seed}），{signed} 份记录已签字。",
        "{drawn} people were drawn across performance levels (seed {seed}); {signed} interviews are signed.",
    ),
    "training.report.interviews.themes": ("访谈中提到最多的短板：{list}。", "Gaps named most in interviews: {list}."),
    "training.report.interviews.one": ("{name}（{count} 人）", "{name} ({count} people)"),
    "training.report.advice.none": ("建议先补足数据，再定培训重点。", "Gather more before deciding what to train."),
    "training.report.advice.first": (
        "建议下一季度的培训先安排：{names}。",
        "Train first in the coming quarter: {names}.",
    ),
    "training.report.advice.check": (
        "培训后再看一次这几个来源，比较前后变化。",
        "Look at the same sources again after the training.",
    ),
}
CHARTS = {
    "training.chart.survey": (
        "问卷自评均分，从低到高；虚线是 4，▼ 表示可信范围整个低于 4",
        "Survey self-ratings, lowest first; dashed line: 4. ▼ the whole interval lies below it",
    ),
    "training.chart.gap": (
        "评价减岗位要求，从差得多的排起；虚线是 0，▼ 表示可信范围整个低于 0",
        "Rated level less what the post requires, largest gap first; dashed line: 0. ▼ the whole interval lies below it",
    ),
    "training.chart.listening": (
        "跟听低于 4 级的占比，从高到低；虚线是 20%，▼ 表示可信范围整个高于 20%",
        "Share of marks below level 4 in listening, highest first; dashed line: 20%. ▼ the whole interval lies above it",
    ),
    "training.chart.interviews": (
        "访谈中提到为短板的人数占比，从高到低；虚线是 25%，▼ 表示可信范围整个高于 25%",
        "Share of interviews that named it as a gap, highest first; dashed line: 25%. ▼ the whole interval lies above it",
    ),
    "training.chart.complaints": ("投诉原因（件数）", "Complaints by cause"),
    "training.chart.praise": ("表扬原因（件数）", "Praise by cause"),
}
HEADINGS = {
    "training.section.summary": ("结论", "Summary"),
    "training.section.method": ("数据来源与方法", "Sources and method"),
    "training.section.survey": ("问卷", "Survey"),
    "training.section.levels": ("评价与岗位要求", "Rated levels and requirements"),
    "training.section.complaints": ("投诉、表扬与差错", "Complaints, praise and errors"),
    "training.section.listening": ("跟听", "Listening"),
    "training.section.interviews": ("访谈", "Interviews"),
    "training.section.advice": ("建议", "Advice"),
}
FORMS = {
    "form.status-report": ("客服团队技能现状分析报告", "Team skill status report"),
    "form.status-report.note": (
        "只写团队整体，不写任何个人。数字后面的方括号是 95% 可信范围，n 是样本量。",
        "About the team as a whole, about no one person. Square brackets hold 95 % intervals; n is how many it rests on.",
    ),
    "form.used_for.status-report": ("需求调研结束后发布", "Issued at the end of a needs survey"),
    "form.ask.project": ("调研编号", "Number of the needs survey"),
    "form.no_report": (
        "没有编号 {number} 的报告，或者不在您的查看范围内。",
        "There is no report {number}, or you do not have access to it.",
    ),
    "form.report.draft": ("草稿，还没有发布", "Draft, not issued yet"),
    "form.report.issued": ("{day}发布，由 {name} 签发", "Issued on {day} by {name}"),
    "form.report.priorities": ("培训优先级", "Priorities"),
    "form.report.benchmarks": ("行业标杆", "Benchmarks"),
    "form.report.matters": ("投诉原因", "Causes of complaints"),
    "form.report.digest": ("哈希值", "Digest"),
    "form.column.rank": ("位次", "Place"),
    "form.column.ability": ("能力", "Competency"),
    "form.column.by_survey": ("问卷均分", "Survey mean"),
    "form.column.by_gap": ("评价减要求", "Level less requirement"),
    "form.column.by_complaints": ("占有责投诉比例", "Share of upheld complaints"),
    "form.column.by_listening": ("跟听低于 4 级", "Below level 4 in listening"),
    "form.column.by_interviews": ("访谈提到的比例", "Named in interviews"),
    "form.report.not_ranked": ("–", "–"),
    "form.report.cannot_tell": ("看不出", "cannot tell"),
    "form.report.count": ("件数", "Number"),
    "form.report.upheld": ("有责", "Upheld"),
    "form.report.matter": ("原因", "Cause"),
    "form.report.praise": ("表扬原因", "Praise by cause"),
    "form.report.praised_for": ("表扬原因", "Praised for"),
    "form.report.measure": ("指标", "Measure"),
    "form.report.own": ("本中心", "Ours"),
    "form.report.value": ("标杆", "Benchmark"),
    "form.report.source": ("来源", "Source"),
    "form.report.on": ("日期", "Day"),
    "form.sign.survey_group": ("调研小组", "Survey group"),
    "form.sign.centre_head": ("中心负责人", "Centre head"),
}
WORDS = SENTENCES | CHARTS | HEADINGS | FORMS

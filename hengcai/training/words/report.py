"""The sentences the status report is drafted of, and its headings."""

SENTENCES = {
    "training.report.summary.none": (
        "从这些来源看，还不能确定哪一项能力需要优先培训。",
        "None of the sources shows for certain that a particular competency needs training first.",
    ),
    "training.report.summary.place": (
        "第 {rank} 位：{name}，依据是{sources}。",
        "Priority {rank}: {name}, based on {sources}.",
    ),
    "training.report.summary.tied": (
        "{names}并列，现有数据分不出先后。",
        "{names} rank equally: the figures do not show which should come first.",
    ),
    "training.report.summary.open": ("还不能判断的：{names}。", "Not clear yet: {names}."),
    "training.report.method.days": (
        "投诉、表扬、差错和跟听统计 {first} 至 {last}，评价取 {levels_first} 至 {levels_last}。",
        "Complaints, praise, errors and live listening cover {first} to {last}; rated levels cover "
        "{levels_first} to {levels_last}.",
    ),
    "training.report.method.rule": (
        "排序办法：每项能力看五个来源，样本不少于 5 且 95% 可信范围整个落在界限一侧，才算“需要”或“不明显”，"
        "否则算“看不出”。界限：问卷均分低于 4；评价低于岗位要求；占有责投诉的比例高于平均水平；跟听低于 4 "
        "级的超过五分之一；访谈提到的超过四分之一。判为“需要”的来源越多，位次越前；一样多的并列。",
        "How priorities are set: five sources are checked for each competency. A source only says “need” or "
        "“no need” if it is based on at least 5 cases and its 95% interval lies entirely on one side of the "
        "threshold; otherwise it says “cannot tell”. Thresholds: survey mean below 4; rated levels below "
        "what the role requires; more than an even share of upheld complaints; more than one in five marks "
        "below level 4 in live listening; named by more than one in four interviewees. The more sources say "
        "“need”, the higher the priority; equal numbers share a priority.",
    ),
    "training.report.survey.none": (
        "没有可用的问卷结果：调查还没有结束，或者填写的不足 5 人。",
        "No survey results are available: the survey has not closed, or fewer than 5 people answered.",
    ),
    "training.report.survey.answered": (
        "问卷发给 {asked} 人，{answered} 人填写（{share}）。",
        "The survey was sent to {asked} people; {answered} answered ({share}).",
    ),
    "training.report.survey.lowest": ("自评最低的是：{list}。", "Agents rate themselves lowest on: {list}."),
    "training.report.levels.rated": ("这段时间有 {n} 人的技能评价。", "People rated in this period: {n}."),
    "training.report.levels.none": ("这段时间没有技能评价。", "No one was rated in this period."),
    "training.report.levels.lowest": (
        "评价减岗位要求，得数最低的是：{list}。",
        "The largest shortfalls against role requirements: {list}.",
    ),
    "training.report.complaints.none": ("这段时间没有投诉记录。", "There were no complaints in this period."),
    "training.report.complaints.count": (
        "投诉 {total} 件，其中有责 {upheld} 件；最多的原因：{list}。",
        "Complaints: {total}, of which {upheld} upheld. Most frequent causes: {list}.",
    ),
    "training.report.complaints.one": ("{matter} {count} 件", "{matter} {count}"),
    "training.report.complaints.unnamed": ("未注明原因", "no cause given"),
    "training.report.complaints.praise": ("表扬 {total} 件。", "Praise from customers: {total}."),
    "training.report.complaints.praised": (
        "表扬 {total} 件；最多的原因：{list}。",
        "Praise from customers: {total}; most often for: {list}.",
    ),
    "training.report.complaints.causes": (
        "质检差错的归因：{list}。",
        "Errors found in evaluations were attributed to: {list}.",
    ),
    "training.report.listening.count": (
        "跟听 {contacts} 通。在岗 {people} 人中，{enough} 人听满 3 通，{some} 人听了不足 3 通，其余没有听。",
        "Contacts listened to live: {contacts}. Of {people} agents, {enough} were listened to three times or "
        "more, {some} less often and the rest not at all.",
    ),
    "training.report.interviews.none": ("没有抽取访谈对象，没有访谈。", "No one was selected for interview."),
    "training.report.interviews.count": (
        "按评价水平分层抽取 {drawn} 人访谈（随机种子 {seed}），{signed} 份记录已签字。",
        "{drawn} people were selected across performance levels (seed {seed}); {signed} interview records "
        "have been signed.",
    ),
    "training.report.interviews.themes": (
        "访谈中提到最多的短板：{list}。",
        "Gaps mentioned most often in interviews: {list}.",
    ),
    "training.report.interviews.one": ("{name}（{count} 人）", "{name} ({count} people)"),
    "training.report.advice.none": (
        "建议先补足数据，再定培训重点。",
        "Collect more data before deciding what to train.",
    ),
    "training.report.advice.first": (
        "建议下一季度的培训先安排：{names}。",
        "Train these first next quarter: {names}.",
    ),
    "training.report.advice.check": (
        "培训后再看一次这几个来源，比较前后变化。",
        "After the training, check the same sources again.",
    ),
}
CHARTS = {
    "training.chart.survey": (
        "问卷自评均分，从低到高；虚线是 4，▼ 表示可信范围整个低于 4",
        "Survey self-ratings, lowest first; dashed line: 4. ▼ the whole interval is below it",
    ),
    "training.chart.gap": (
        "评价减岗位要求，从差得多的排起；虚线是 0，▼ 表示可信范围整个低于 0",
        "Rated level minus what the role requires, largest gap first; dashed line: 0. ▼ the whole interval is below it",
    ),
    "training.chart.listening": (
        "跟听低于 4 级的占比，从高到低；虚线是 20%，▼ 表示可信范围整个高于 20%",
        "Share of marks below level 4 in live listening, highest first; dashed line: 20%. ▼ the whole "
        "interval is above it",
    ),
    "training.chart.interviews": (
        "访谈中提到为短板的人数占比，从高到低；虚线是 25%，▼ 表示可信范围整个高于 25%",
        "Share of interviewees who named it as a gap, highest first; dashed line: 25%. ▼ the whole interval "
        "is above it",
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
    "training.section.listening": ("跟听", "Live listening"),
    "training.section.interviews": ("访谈", "Interviews"),
    "training.section.advice": ("建议", "Recommendations"),
}
FORMS = {
    "form.status-report": ("客服团队技能现状分析报告", "Team skills status report"),
    "form.status-report.note": (
        "只写团队整体，不写任何个人。数字后面的方括号是 95% 可信范围，n 是样本量。",
        "About the team as a whole; no individual is described. Square brackets show 95% intervals; n is the "
        "size of the sample.",
    ),
    "form.used_for.status-report": ("需求调研结束后发布", "Issued at the end of a training needs analysis"),
    "form.ask.project": ("调研编号", "Number of the training needs analysis"),
    "form.no_report": (
        "没有编号 {number} 的报告，或者不在您的查看范围内。",
        "There is no report {number}, or you do not have access to it.",
    ),
    "form.report.draft": ("草稿，还没有发布", "Draft, not issued yet"),
    "form.report.issued": ("{day}发布，由 {name} 签发", "Issued on {day} by {name}"),
    "form.report.priorities": ("培训优先级", "Priorities"),
    "form.report.benchmarks": ("行业标杆", "Benchmarks"),
    "form.report.matters": ("投诉原因", "Causes of complaints"),
    "form.report.digest": ("哈希值", "Checksum"),
    "form.column.rank": ("位次", "Priority"),
    "form.column.ability": ("能力", "Competency"),
    "form.column.by_survey": ("问卷均分", "Survey mean"),
    "form.column.by_gap": ("评价减要求", "Level minus requirement"),
    "form.column.by_complaints": ("占有责投诉比例", "Share of upheld complaints"),
    "form.column.by_listening": ("跟听低于 4 级", "Below level 4 in live listening"),
    "form.column.by_interviews": ("访谈提到的比例", "Mentioned in interviews"),
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
    "form.report.on": ("日期", "Date"),
    "form.sign.survey_group": ("调研小组", "Working group"),
    "form.sign.centre_head": ("中心负责人", "Head of the centre"),
}
WORDS = SENTENCES | CHARTS | HEADINGS | FORMS

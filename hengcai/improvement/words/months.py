"""质量分析月报 and its meeting: sentences that are drafted, parts, refusals."""

SENTENCES = {
    "improvement.month.figure": (
        "{name}为 {value}（{counts}，95% 可信范围 {interval}）；上月 {before}，变化 {change}，{said}。",
        "{name}: {value} ({counts}; 95% interval {interval}). Previous month: {before}; change {change}, {said}.",
    ),
    "improvement.month.alone": (
        "{name}为 {value}（{counts}，95% 可信范围 {interval}）；上月没有可比的数据。",
        "{name}: {value} ({counts}; 95% interval {interval}). There is no figure from the previous month to "
        "compare it with.",
    ),
    "improvement.month.count": ("{name}为 {value}；上月 {before}。", "{name}: {value}. Previous month: {before}."),
    "improvement.month.moved.up": ("上升，差异显著", "a significant rise"),
    "improvement.month.moved.down": ("下降，差异显著", "a significant fall"),
    "improvement.month.moved.within": ("在误差之内", "within the margin of error"),
    "improvement.month.moved.cannot_tell": ("还不能判断", "cannot tell"),
    "improvement.month.items": (
        "失分最多的评分项（处数）：{names}。",
        "Items most often marked below the standard: {names}.",
    ),
    "improvement.month.causes": (
        "差错共 {total} 处，其中{names}合计占 {share}。",
        "Errors: {total}. Together, these causes account for {share} of them: {names}.",
    ),
    "improvement.month.grades": (
        "月度考核已发布，{people} 人有等次：{shares}。",
        "Monthly appraisal (published): people with a band {people}: {shares}.",
    ),
    "improvement.month.grades_before": ("上月：{shares}。", " Previous month: {shares}."),
    "improvement.month.coaching": (
        "做了辅导面谈 {held} 次，双方签齐 {signed} 次；复查 {looked} 次，有改善 {higher}，变差 {lower}，还看不出 {cannot_tell}。",
        "Coaching: sessions held {held}, signed by both {signed}; followed up {looked} (improved {higher}, "
        "got worse {lower}, cannot be told yet {cannot_tell}).",
    ),
    "improvement.month.remedies": (
        "整改：新提出 {raised} 项，完成 {done} 项，验证 {checked} 项"
        "（有改善 {is_improved}，没有改善 {is_not}，还看不出 {is_cannot_tell}）；"
        "目前未验证 {open} 项，其中逾期 {late} 项。",
        "Corrective actions: {raised} raised, {done} done, {checked} verified ({is_improved} improved, "
        "{is_not} not improved, {is_cannot_tell} cannot be told yet); {open} still to be verified, {late} of "
        "them overdue.",
    ),
}
PAGE = {
    "improvement.month.title": ("质量分析月报", "Monthly quality analysis"),
    "improvement.month.subtitle": ("{month} · {number}", "{month} · {number}"),
    "improvement.month.draft": ("草稿", "draft"),
    "improvement.month.not_issued": ("草稿，未签发", "Draft, not issued"),
    "improvement.month.issued": ("{name} {day}签发", "Issued by {name}, {day}"),
    "improvement.month.revised": ("本次修订的原因：{because}", "Reason for this revision: {because}"),
    "improvement.month.summary": ("总体判断", "Summary"),
    "improvement.month.focus": ("下月重点", "Next month"),
    "improvement.month.nothing_beyond": (
        "与上月相比，没有一项指标的变化超出误差。",
        "No figure changed significantly compared with the previous month.",
    ),
    "improvement.month.part.beyond": ("变化超出误差的指标", "Significant changes"),
    "improvement.month.part.service": ("服务情况", "Service"),
    "improvement.month.part.quality": ("质检结果", "Evaluation results"),
    "improvement.month.part.errors": ("差错", "Errors"),
    "improvement.month.part.work": ("质检工作", "The quality team's work"),
    "improvement.month.part.grades": ("月度考核", "Monthly appraisal"),
    "improvement.month.part.coaching": ("辅导", "Coaching"),
    "improvement.month.part.remedies": ("整改", "Corrective actions"),
    "improvement.month.drawn": ("{name}，近几个月，百分比", "{name} in recent months, per cent"),
    "improvement.month.drawn_causes": ("差错原因构成", "Errors by cause"),
    "improvement.month.meeting": ("质量分析会 {day}", "Quality meeting, {day}"),
    "improvement.month.attendees": ("参加人：{names}。", "Present: {names}."),
    "improvement.month.column.number": ("序号", "No."),
    "improvement.month.column.decision": ("决定", "Decision"),
    "improvement.month.state.draft": ("草稿", "Draft"),
    "improvement.month.state.issued": ("已签发", "Issued"),
    "move.edit_month": ("修改月报", "Edit the analysis"),
    "move.issue_month": ("签发", "Issue"),
}
REFUSALS = {
    "improvement.month_unknown": ("请选择月份。", "Choose a month."),
    "improvement.month_none": (
        "{month}还没有质量分析月报，请先起草。",
        "There is no quality analysis for {month} yet.",
    ),
    "improvement.month_runs": ("{month}还没有结束，结束以后才能起草月报。", "{month} has not ended yet."),
    "improvement.month_empty": (
        "{month}还没有统计好的数据，暂时不能起草月报。",
        "No data has been counted for {month} yet, so an analysis cannot be drafted.",
    ),
    "improvement.month_issued": (
        "这个月的月报已经签发（{number}）。需要改的，请开始修订。",
        "The analysis for this month has already been issued ({number}). To change it, create a revision.",
    ),
    "improvement.month_not_newest": ("只能修订已签发的最新一版。", "Only the latest issued version can be revised."),
    "improvement.month_draft": (
        "月报签发以后才能登记会议。",
        "You can record a meeting once the analysis has been issued.",
    ),
    "improvement.month_stale": (
        "这份草稿刚被改过，您的页面不是最新的。请刷新后再改。",
        "This draft has just been changed by someone else. Reload the page and make your changes again.",
    ),
    "improvement.summary_missing": ("签发前请先写总体判断。", "Write the summary before you issue the analysis."),
    "improvement.sentence_unknown": (
        "月报里没有“{key}”这一句，请刷新后再改。",
        "The analysis has no sentence “{key}”.",
    ),
    "improvement.sentence_long": ("一句最多 {most} 个字。", "A sentence can have {most} characters at most."),
    "improvement.meeting_day": (
        "请填开会日期，不能晚于今天，也不能早于月报的月份。",
        "Enter the date of the meeting. It cannot be later than today or earlier than the month of the analysis.",
    ),
    "improvement.meeting_empty": ("请填参加人。", "Enter who attended."),
    "improvement.meeting_decisions": (
        "一次会议最多登记 {most} 项决定。",
        "A meeting can have {most} decisions at most.",
    ),
    "improvement.attendee_unknown": ("没有账号“{name}”，请检查。", "There is no account called “{name}”."),
}
WORDS = SENTENCES | PAGE | REFUSALS

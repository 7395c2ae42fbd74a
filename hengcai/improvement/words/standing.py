"""Standing reports: figures with their definitions, spans, what the pages and papers of them say."""

FIGURES = {
    "improvement.figure.contacts": ("接待量", "Contacts"),
    "improvement.figure.contact_time": ("平均接待时长", "Average contact time"),
    "improvement.figure.satisfied": ("满意率", "Satisfaction rate"),
    "improvement.figure.rated": ("参评率", "Response rate"),
    "improvement.figure.resolved": ("首次解决率", "First-contact resolution"),
    "improvement.figure.complained": ("有责投诉率", "Upheld complaint rate"),
    "improvement.figure.scored": ("质检量", "Evaluations"),
    "improvement.figure.score": ("质检平均分", "Average score"),
    "improvement.figure.passed": ("合格率", "Pass rate"),
    "improvement.figure.excellent": ("优秀率", "Excellence rate"),
    "improvement.figure.fatal": ("致命错误率", "Fatal error rate"),
    "improvement.figure.disputed": ("申诉率", "Dispute rate"),
}
DEFINED = {
    "improvement.figure.contacts.defined": (
        "这段时间开始的交互记录，各渠道都算。",
        "Contacts that started in the period, on all channels.",
    ),
    "improvement.figure.contact_time.defined": (
        "从开始到结束的平均时长；工单和没有结束时间的不算，超过 12 小时的当作没有及时关闭，也不算。",
        "Average time from start to end. Tickets, contacts without an end time and contacts longer than 12 "
        "hours are left out.",
    ),
    "improvement.figure.satisfied.defined": (
        "评分 4 分及以上（满分 5 分）÷ 有评分的交互记录。",
        "Ratings of 4 or 5 out of 5 ÷ contacts that were rated.",
    ),
    "improvement.figure.rated.defined": (
        "有满意度评分的交互记录 ÷ 全部交互记录。参评率低的时候，满意率只代表愿意评的客户。",
        "Contacts with a rating ÷ all contacts. Where this is low, the satisfaction rate only represents the "
        "customers who chose to answer.",
    ),
    "improvement.figure.resolved.defined": (
        "首次联系就解决的 ÷ 记了是否首次解决的交互记录。",
        "Contacts resolved first time ÷ contacts for which this was recorded.",
    ),
    "improvement.figure.complained.defined": (
        "认定有责的投诉涉及的交互记录 ÷ 全部交互记录。还没有认定的不算，认定之后数字会变。",
        "Contacts with an upheld complaint ÷ all contacts. Complaints not yet judged do not count, so the "
        "figure can still rise.",
    ),
    "improvement.figure.scored.defined": (
        "这段时间的交互记录里，质检结果已经发布的份数，按规则抽的也算。",
        "Published evaluations of contacts in the period, including contacts selected by a rule.",
    ),
    "improvement.figure.score.defined": (
        "已经发布的质检结果的平均总分。只反映评过的这些。",
        "Average total of the published evaluations. It only reflects what was scored.",
    ),
    "improvement.figure.passed.defined": (
        "总分达到合格线的 ÷ 已经发布的质检结果。只反映评过的这些。",
        "Evaluations at or above the pass mark ÷ published evaluations. It only reflects what was scored.",
    ),
    "improvement.figure.excellent.defined": (
        "总分达到优秀线的 ÷ 已经发布的质检结果。只反映评过的这些。",
        "Evaluations at or above the excellence mark ÷ published evaluations. It only reflects what was scored.",
    ),
    "improvement.figure.fatal.defined": (
        "有致命错误的 ÷ 已经发布的质检结果。一份里有几处只算一份。",
        "Evaluations with at least one fatal error ÷ published evaluations.",
    ),
    "improvement.figure.disputed.defined": (
        "提出过申诉的 ÷ 已经发布的质检结果。偏高或偏低都要看原因。",
        "Disputed evaluations ÷ published evaluations. If this is unusually high or low, find out why.",
    ),
}
SPANS = {
    "improvement.span.day": ("日报", "Daily report"),
    "improvement.span.week": ("周报", "Weekly report"),
    "improvement.span.month": ("月报", "Monthly report"),
    "improvement.span.quarter": ("季报", "Quarterly report"),
    "improvement.group.service": ("服务", "Service"),
    "improvement.group.quality": ("质检", "Quality"),
    "improvement.centre": ("全中心", "The whole centre"),
    "duty.report.read": ("报表已送达", "A report has been delivered"),
    "improvement.report.title": ("{place}{span}", "{span}: {place}"),
    "improvement.report.days": ("{first} 至 {last}", "{first} to {last}"),
    "improvement.report.against.day": ("与上周同一天比较。", "Compared with the same weekday a week ago."),
    "improvement.report.against.week": ("与上一周比较。", "Compared with the previous week."),
    "improvement.report.against.month": ("与上个月比较。", "Compared with the previous month."),
    "improvement.report.against.quarter": ("与上个季度比较。", "Compared with the previous quarter."),
    "improvement.report.method": (
        "方括号里是 95% 可信范围，比例按 Wilson 法，平均数按 t 法；差距的可信范围含 0 的，写“在误差之内”。"
        "生成之后数据再有变化，这份报表不变。",
        "Square brackets show 95% intervals (Wilson for shares, Student's t for averages). A change whose "
        "interval includes 0 is within the margin of error. Once generated, this report does not change, "
        "even if the data do.",
    ),
    "improvement.report.nothing": (
        "这段时间还没有数据。",
        "There is no data for this period.",
    ),
    "improvement.report.parts": ("分项", "Breakdown"),
    "improvement.report.definitions": ("指标说明", "Definitions"),
    "improvement.report.defined": ("{name}：{definition}", "{name}: {definition}"),
    "improvement.report.made": ("{at}生成", "generated {at}"),
    "improvement.column.figure": ("指标", "Figure"),
    "improvement.column.value": ("本期", "This period"),
    "improvement.column.counts": ("样本量", "Sample"),
    "improvement.column.before": ("上期", "Previous"),
    "improvement.column.change": ("变化", "Change"),
    "improvement.column.said": ("判断", "Assessment"),
    "improvement.column.place": ("职场/班组", "Site or team"),
    "improvement.place_unknown": ("没有“{place}”这个范围，请重新选择。", "There is no site, team or role “{place}”."),
    "improvement.day_unknown": (
        "“{day}”不是日期，请写成 2026-03-31。",
        "“{day}” is not a date. Write it like 2026-03-31.",
    ),
    "improvement.span_unknown": ("请选日报、周报、月报或季报。", "Choose daily, weekly, monthly or quarterly."),
    "improvement.hour_unknown": ("请选送达的时间。", "Choose a delivery time."),
    "improvement.reader_unable": (
        "{name}没有查看这个范围报表的权限，不能替对方订阅。",
        "{name} may not see these reports, so they cannot be subscribed to them.",
    ),
    "improvement.reader_unknown": (
        "没有账号或工号“{name}”。",
        "There is no account or employee number {name}.",
    ),
    "improvement.subscribed_already": (
        "{name}已经订了这份报表。",
        "{name} already receives this report.",
    ),
    "improvement.period_runs": (
        "这一期到 {last} 才结束，结束之后才能出报表。",
        "This period ends on {last}. The report can be generated after that.",
    ),
}
WORDS = FIGURES | DEFINED | SPANS

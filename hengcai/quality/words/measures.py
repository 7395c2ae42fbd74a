"""The quality team's own measures: names, definitions, verdicts."""

MEASURES = {
    "quality.measure.heard": ("抽检率", "Share of contacts scored"),
    "quality.measure.covered": ("人员覆盖率", "Agent coverage"),
    "quality.measure.rechecked": ("复核率", "Recheck rate"),
    "quality.measure.accurate": ("质检准确率", "Scoring accuracy"),
    "quality.measure.consistent": ("质检一致率", "Consistency with the calibrated score"),
    "quality.measure.disputed": ("申诉率", "Dispute rate"),
    "quality.measure.changed": ("改判率", "Overturn rate"),
    "quality.measure.prompt": ("反馈及时率", "Feedback given on time"),
    "quality.measure.mended": ("整改完成率", "Corrective actions completed"),
    "quality.measure.passed": ("合格率", "Pass rate"),
    "quality.measure.excellent": ("优秀率", "Excellence rate"),
    "quality.measure.fatal": ("致命错误率", "Fatal error rate"),
    "quality.measure.customer": ("客户关键错误率", "Customer-critical errors"),
    "quality.measure.business": ("业务关键错误率", "Business-critical errors"),
    "quality.measure.compliance": ("合规关键错误率", "Compliance-critical errors"),
    "quality.measure.nonfatal": ("非致命错误率", "Non-fatal errors"),
    "quality.measure.handling": ("平均评分用时", "Average scoring time"),
}
DEFINITIONS = {
    "quality.measure.heard.defined": (
        "当月的交互记录里，评过分的（不论谁评、评几次，算一条）÷ 当月全部交互记录。",
        "Contacts of the month that were scored, once each however often, ÷ all contacts of the month.",
    ),
    "quality.measure.covered.defined": (
        "当月有交互记录且至少被评过一条的客服代表 ÷ 当月有交互记录的客服代表。",
        "Agents of whom at least one contact was scored ÷ agents who had any contact in the month.",
    ),
    "quality.measure.rechecked.defined": (
        "已经给出复核评分的质检结果 ÷ 提交的质检结果，随机抽中的和致命错误必核的都算。",
        "Evaluations with a second score, drawn at random or for a fatal error, ÷ evaluations submitted.",
    ),
    "quality.measure.accurate.defined": (
        "随机抽中、已经办结的复核里，初评没有改动的 ÷ 全部。致命错误必核的不算在内，否则会偏低。",
        "Settled random rechecks in which the first score stood ÷ all settled random rechecks. Rechecks made only because of a "
        "fatal error are left out, as they would lower the figure.",
    ),
    "quality.measure.consistent.defined": (
        "校准会上，总分与标准分相差不超过 5 分、判定的致命项也相同的评分 ÷ 与标准分比较过的评分；"
        "要求不低于 90%。按商定标准分的月份算，只有全中心的数。",
        "Calibration scores with a total within 5 points of the calibrated score and the same fatal items ÷ scores compared "
        "with it. The target is at least 90%. Counted in the month the calibrated score was agreed; whole centre only.",
    ),
    "quality.measure.disputed.defined": (
        "客服代表提出申诉的质检结果 ÷ 已经发布、可以申诉的质检结果。偏高或偏低都要看原因。",
        "Evaluations that were disputed ÷ evaluations published and open to dispute. If this is unusually high or low, find out why.",
    ),
    "quality.measure.changed.defined": (
        "裁定后改了评分的申诉 ÷ 已经裁定的申诉。",
        "Disputes that changed a mark ÷ disputes decided.",
    ),
    "quality.measure.prompt.defined": (
        "提交后 {days} 个工作日内发布给本人的质检结果 ÷ 已经发布或者已经超过期限的质检结果。",
        "Evaluations published within {days} working days of submission ÷ those published or past that day.",
    ),
    "quality.measure.mended.defined": (
        "当月到期的差错归因整改里，已经办结的 ÷ 全部到期的。只有全中心的数。",
        "Corrective measures for causes of errors that fell due in the month and have been closed ÷ all that fell due. For the "
        "whole centre only.",
    ),
    "quality.measure.passed.defined": (
        "总分达到合格线的质检结果 ÷ 已经发布的质检结果。只反映评过的这些，不能当成全部交互记录的合格率。",
        "Evaluations at or above the pass mark ÷ those published. It covers only what was scored, not all contacts.",
    ),
    "quality.measure.excellent.defined": (
        "总分达到优秀线的质检结果 ÷ 已经发布的质检结果。只反映评过的这些。",
        "Evaluations at or above the excellence mark ÷ those published. It covers only what was scored.",
    ),
    "quality.measure.fatal.defined": (
        "有致命错误的质检结果 ÷ 已经发布的质检结果。一份里有几处只算一份。",
        "Evaluations with a fatal error, once each, ÷ those published.",
    ),
    "quality.measure.customer.defined": (
        "犯了客户关键错误（直接损害客户的致命项）的质检结果 ÷ 已经发布的质检结果。",
        "Evaluations with a fatal error that harms the customer ÷ those published.",
    ),
    "quality.measure.business.defined": (
        "犯了业务关键错误（给公司造成损失的致命项）的质检结果 ÷ 已经发布的质检结果。",
        "Evaluations with a fatal error that costs the business ÷ those published.",
    ),
    "quality.measure.compliance.defined": (
        "犯了合规关键错误（违反法规或监管要求的致命项）的质检结果 ÷ 已经发布的质检结果。",
        "Evaluations with a fatal error against law or regulation ÷ those published.",
    ),
    "quality.measure.nonfatal.defined": (
        "有非致命错误的质检结果 ÷ 已经发布的质检结果。归因在本人之外的不算。",
        "Evaluations with any error that is not fatal ÷ those published. Errors that the agent did not cause are left out.",
    ),
    "quality.measure.handling.defined": (
        "质检员在评分台上评一份的平均用时，停下不动的时间不算。",
        "Average time an analyst spent on an evaluation on the scoring desk; idle time does not count.",
    ),
}
SAID = {
    "quality.moved.up": ("上升，差异显著", "Up, significant"),
    "quality.moved.down": ("下降，差异显著", "Down, significant"),
    "quality.moved.within": ("在误差之内", "Within chance"),
    "quality.moved.cannot_tell": ("还不能判断", "Cannot tell"),
    "quality.measures.work": ("质检工作", "The quality team's work"),
    "quality.measures.results": ("质检结果", "Results"),
    "quality.measures.errors": ("错误", "Errors"),
    "quality.cause.none": ("没有归因", "No cause given"),
    "quality.measure_unknown": ("没有“{code}”这个指标。", "There is no measure {code}."),
    "quality.measures_none": (
        "{month}还没有可以统计的质检数据，或者不在您的查看范围内。",
        "There are no quality figures for {month}, or you do not have access to them.",
    ),
}
WORDS = MEASURES | DEFINITIONS | SAID

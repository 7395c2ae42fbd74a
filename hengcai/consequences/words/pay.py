"""Pay runs, bases, reviews: states, moves, duties, refusals."""

NAMES = {
    "consequences.run.state.prepared": ("待审定", "Awaiting sign-off"),
    "consequences.run.state.decided": ("已审定", "Signed off"),
    "consequences.run.state.exported": ("已转薪酬", "Sent to payroll"),
    "consequences.run.state.called_off": ("已撤销", "Cancelled"),
    "consequences.run.kind.month": ("月度绩效工资", "Monthly performance pay"),
    "consequences.run.kind.year": ("年终奖金", "Year-end bonus"),
    "consequences.line.kind.regular": ("本期", "This period"),
    "consequences.line.kind.difference": ("补差", "Adjustment"),
    "consequences.cause.corrected": ("结果更正", "Result corrected"),
    "consequences.cause.reviewed": ("人工复核", "Human review"),
    "consequences.cause.released": ("申诉办结", "Appeal decided"),
    "consequences.log.kind.pay": ("绩效工资、年终奖金", "Pay runs"),
    "consequences.log.kind.review": ("扣减复核", "Pay reductions reviewed"),
    "consequences.log.kind.plan": ("绩效改进计划", "Improvement plans"),
    "consequences.log.kind.move": ("人员变动", "Job changes"),
    "consequences.log.kind.award": ("奖项", "Awards"),
    "consequences.log.cut": ("绩效工资扣减", "Reduction in performance pay"),
    "consequences.log.plan": ("绩效改进计划", "Improvement plan"),
    "consequences.by.system": ("自动重算", "Recalculated automatically"),
    "consequences.appeal.rejected": (
        "申诉未予支持，按原等次执行",
        "The appeal was not upheld; the band applies as it was",
    ),
    "consequences.appeal.withdrawn": (
        "本人撤回申诉，按原等次执行",
        "The appeal was withdrawn; the band applies as it was",
    ),
    "consequences.review.state.open": ("待人工复核", "Awaiting review"),
    "consequences.review.state.upheld": ("按等次执行", "Upheld"),
    "consequences.review.state.waived": ("不扣减", "Waived"),
    "consequences.review.state.overtaken": ("结果已更正", "Result corrected since"),
    "move.prepare_run_anew": ("重新核算", "Recalculate"),
    "move.call_off_run": ("撤销", "Cancel the run"),
    "move.decide_run": ("审定", "Sign off"),
    "move.export_run": ("登记已转薪酬", "Send to payroll"),
    "move.uphold_review": ("按等次执行", "Uphold the reduction"),
    "move.waive_review": ("不扣减", "Waive the reduction"),
    "duty.consequences.decide": ("审定绩效工资", "Sign off a pay run"),
    "duty.consequences.look": ("复核待定的绩效扣减", "Review pay reductions on hold"),
}
WHY = {
    "consequences.why.probability_unknown": (
        "还不能判断这个等次是不是偶然造成的：算不出可信范围。要先人工复核，复核之前绩效系数按 1.0 发。",
        "There is no interval for this band, so whether it is due to chance cannot be determined. Someone has to review it "
        "first; until then the coefficient is 1.0.",
    ),
    "consequences.why.probability_below": (
        "真实水平确实这么低的概率是 {chance}，没有超过制度规定的 {bar}。要先人工复核，复核之前绩效系数按 1.0 发。",
        "The probability that the true level is this low is {chance}, which is not above the policy’s "
        "threshold of {bar}. Someone has to review it first; until then the coefficient is 1.0.",
    ),
    "consequences.why.appeal_open": (
        "申诉 {number} 还没有答复，最迟 {due}。答复之前不按这个等次扣减；答复后多退少补，进下一期。",
        "Appeal {number} has not been decided yet; the decision is due by {due}. Until then nothing is taken "
        "off for this band; afterwards any difference goes into the next run.",
    ),
    "consequences.why.no_grade": (
        "本月依据不足，没有等次，绩效系数按 1.0 发。",
        "There was not enough evidence for a band this month, so the coefficient is 1.0.",
    ),
    "consequences.why.no_coefficient": (
        "制度没有给这个等次规定绩效系数，按 1.0 发。",
        "The policy sets no coefficient for this band, so it is 1.0.",
    ),
}
REFUSALS = {
    "consequences.reason_missing": (
        "请写明理由，本人会看到。",
        "Enter your reason. The person it is about can read it.",
    ),
    "consequences.not_a_published_month": (
        "只有已发布的月度考核才能核算绩效工资，请先发布。",
        "Performance pay can only be calculated for a monthly cycle that has been published.",
    ),
    "consequences.run_there_already": (
        "这个月份或年度已经核算过，请打开原来的核算表。",
        "There is already a pay run for this period.",
    ),
    "consequences.year_not_over": ("{year} 年还没有结束，年终奖金要到年末以后核算。", "{year} has not ended yet."),
    "consequences.nobody_to_pay": (
        "没有可核算的人。请先导入绩效工资基数，生效日期不能晚于本期最后一天。",
        "There is no one to pay. Import the pay bases first, with a start date no later than the last day of "
        "the period.",
    ),
    "consequences.run_stale": (
        "有 {count} 行所依据的结果、复核或申诉已经变了，请先重新核算。",
        "Lines based on a result, review or appeal that has since changed: {count}. Recalculate the run first.",
    ),
    "consequences.own_line": (
        "这张表里有您本人的工资，不能由您审定，请另一位来审定。",
        "This run includes your own pay, so someone else has to sign it off.",
    ),
    "consequences.second_person": (
        "核算和审定要由两个人来做，请另一位来审定。",
        "The person who prepared a run cannot sign it off. Ask a second person to do so.",
    ),
    "consequences.alone_because": (
        "这里没有第二个人能审定。请写明为什么由您一人核算并审定。",
        "No one else here can sign off this run. Enter why you are both preparing it and signing it off.",
    ),
    "consequences.amount_outside": ("金额要在 0 到 1 亿之间。", "Enter an amount from 0 to less than 100 million."),
    "consequences.amount_places": ("金额最多写到分。", "Enter an amount with no more than two decimal places."),
    "consequences.coefficient_outside": ("绩效系数要在 0 到 10 之间。", "Enter a coefficient from 0 to 10."),
    "consequences.cell_missing": ("这一格必须填写。", "This cell cannot be empty."),
    "consequences.day_unreadable": (
        "“{value}”不是日期，请写成 2026-03-01。",
        "“{value}” is not a date. Write it like 2026-03-01.",
    ),
    "consequences.person_unknown": (
        "没有工号为 {number} 的人，请检查工号。",
        "No one has the employee number {number}.",
    ),
    "consequences.base_twice": (
        "工号 {number} 在 {day} 有两行，请只留一行。",
        "There are two rows for {number} starting on {day}.",
    ),
    "consequences.base_there_already": (
        "工号 {number} 从 {day} 起已经有另一个基数。要改，请用新的生效日期；已审定的工资不受影响。",
        "{number} already has a different base from {day}. To change it, use a later start date; pay already "
        "signed off is not affected.",
    ),
    "consequences.source_missing": (
        "请写明依据，例如文件名和文号，200 字以内。",
        "Enter where this is laid down, such as the notice and its number, in no more than 200 characters.",
    ),
    "consequences.minimum_there_already": (
        "从 {day} 起已经登记过最低工资标准，请换一个生效日期。",
        "There is already a minimum wage from {day}.",
    ),
    "consequences.no_file": ("请选一个文件。", "Choose a file."),
    "consequences.year_and_pool": (
        "请填写年度和奖金总额。",
        "Enter the year and the bonus pool.",
    ),
    "consequences.site_unknown": ("没有这个职场，请重新选择。", "There is no site with this name."),
    "consequences.several_sites": (
        "有几个职场，请选是哪一个。",
        "There is more than one site. Choose which one this applies to.",
    ),
}
WORDS = NAMES | WHY | REFUSALS

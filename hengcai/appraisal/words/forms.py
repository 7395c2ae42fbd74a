WORDS = {
    "form.not_observed": ("未观察", "not observed"),
    "form.more_lines": ("另有 {n} 行，都在 PDF 和工作簿里。", "{n} more lines are in the PDF and the workbook."),
    "form.more_lines.one": ("另有 1 行，在 PDF 和工作簿里。", "One more line is in the PDF and the workbook."),
    "form.scale": ("1　2　3　4　5　未观察", "1  2  3  4  5  not observed"),
    "form.written": ("笔试", "Written test"),
    "form.conclusion": ("结论", "Conclusion"),
    "form.conclusion.choices": (
        "□ 按期转正　□ 延长试用至 ______　□ 不予转正",
        "□ confirmed in post   □ probation extended to ______   □ not confirmed",
    ),
    "form.conclusion.grounds": ("依据与下一步：", "Evidence and next step:"),
    "form.remarks": ("评语（权重 0）", "Comments (weight 0)"),
    "form.policy": ("考核办法说明", "How you are appraised"),
    "form.policy.note": (
        "把制度里的每一条说明白；例子里的数按这一版制度算出来。看明白了再签收。",
        "What the policy says, in everyday words. The example is calculated with this version. Sign once it "
        "is clear to you.",
    ),
    "form.used_for.policy": (
        "制度公示时每人一份，看明白后签收",
        "For everyone when a policy comes into force, to be acknowledged",
    ),
    "form.ask.policy": ("制度", "Policy"),
    "form.fact.in_force": ("施行日期", "In force from"),
    "form.self-assessment": ("技能自评表", "Self-assessment form"),
    "form.rating": ("上级/同事评价表", "Line manager's and peers' rating form"),
    "form.practical": ("实操考核评分表", "Practical test marking sheet"),
    "form.skill-summary": ("技能评分汇总表", "Skill score summary"),
    "form.month-sheet": ("月度绩效考核表", "Monthly performance sheet"),
    "form.probation": ("试用期评价表", "Probation appraisal form"),
    "form.self-assessment.note": (
        "对照标准表，按本期平时的表现自评级别；没有机会表现的写“未观察”。依据写一两件具体的事。",
        "Rate your usual work in this period against the standard. Write “not observed” where there was no "
        "occasion. As evidence, give one or two real examples.",
    ),
    "form.rating.note": (
        "按整个考核期评级，不只看最近一两次，也不因为一项好就项项都评高；没有观察到的写“未观察”。与本期质检相差两级以上的，写明理由。",
        "Rate the whole period, not just the last few weeks, and each ability separately. Write “not "
        "observed” where you saw nothing. If you are two levels or more away from the period's evaluations, "
        "give a reason.",
    ),
    "form.practical.note": (
        "情景模拟按标准表评级。笔试满分 100，60 分及格，可补考一次，补考成绩最多按 60 分算。",
        "The scenario is rated against the standard. The written test is marked out of 100, with a pass mark "
        "of 60; one resit is allowed and counts as 60 at most.",
    ),
    "form.skill-summary.note": (
        "按姓名排序，不排名次。各来源的分保留一位小数，总分按四舍五入前的分计算，只在最后四舍五入一次。",
        "People are listed by name and are never ranked. Each source is shown to one decimal place; the "
        "final score is calculated from unrounded figures and rounded once.",
    ),
    "form.month-sheet.note": (
        "满分 100。没有数据的指标，分值分给同组其余指标；整组没有数据的，分给其余各组。评语权重 0。",
        "Out of 100. If an indicator has no data, its points go to the rest of its group; if a whole group "
        "has none, to the other groups. Comments carry no weight.",
    ),
    "form.probation.note": (
        "试用期结束时填写一次，按本岗位要求评级；结论写明依据和下一步。",
        "Completed once at the end of probation, against the requirements of the role. The conclusion gives "
        "the evidence and the next step.",
    ),
    "form.used_for.self-assessment": ("每季度本人先填", "Completed first, by the person, every quarter"),
    "form.used_for.rating": (
        "上级填全部能力，同事只填协作",
        "Line managers rate every ability, peers collaboration only",
    ),
    "form.used_for.practical": ("情景模拟和笔试", "Scenario and written test"),
    "form.used_for.skill-summary": (
        "一个季度全员的分，一行一人",
        "Everyone's scores for a quarter, one line per person",
    ),
    "form.used_for.month-sheet": ("一个月的指标与得分", "Indicators and points for a month"),
    "form.used_for.probation": ("试用期结束时", "Completed at the end of probation"),
    "form.fact.rater": ("评价人", "Rater"),
    "form.fact.rater.peer": ("同事 {n}", "Peer {n}"),
    "form.fact.final": ("总分与等次", "Final and band"),
    "form.column.level": ("级（1–5）", "Level (1–5)"),
    "form.column.grounds": ("依据（哪一次、说了什么）", "Evidence (which occasion, what was said)"),
    "form.column.test": ("笔试", "Written test"),
    "form.column.mark": ("成绩", "Mark"),
    "form.column.resit": ("补考成绩", "Resit"),
    "form.column.counts": ("计入", "Counts as"),
    "form.column.superior": ("上级", "Line manager"),
    "form.column.self": ("自评", "Self"),
    "form.column.peer": ("同事", "Peers"),
    "form.column.customer": ("客户", "Customers"),
    "form.column.practical": ("实操", "Practical"),
    "form.column.final": ("总分", "Final"),
    "form.column.band": ("等次", "Band"),
    "form.column.total": ("总分", "Total"),
    "form.column.grade": ("等次", "Band"),
    "form.column.group": ("组", "Group"),
    "form.column.rated_by": ("谁来评", "Rated by"),
    "form.column.rule": ("怎么得分", "How points are earned"),
    "form.column.service_indicator": ("指标", "Indicator"),
    "form.column.points": ("分值", "Points"),
    "form.column.basis": ("依据", "Basis"),
    "form.column.earned": ("得分", "Earned"),
    "form.column.required": ("岗位要求", "Required"),
    "form.column.reached": ("评定", "Level"),
    "form.ask.cycle": ("考核周期", "Cycle"),
    "form.ask.cycle.blank": ("空表，不选周期", "Blank, for no cycle"),
    "form.ask.number": ("工号", "Employee number"),
    "form.ask.number.hint": (
        "填了就按系统里的数据填表，不填就是空表。",
        "If you enter a number, the form is filled in from the system; if you leave it empty, the form is blank.",
    ),
    "form.ask.source": ("以什么身份评", "Rated as"),
}

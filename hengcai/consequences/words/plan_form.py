"""Sentences of 绩效改进计划, and why a move waits."""

WORDS = {
    "form.improvement_plan": ("绩效改进计划", "Performance improvement plan"),
    "form.improvement_plan.note": (
        "差距要写看得见、听得到的事实和样本数；目标要写到旁人也能判断有没有做到。本人可以不签，并写明理由。到期复评，"
        "以复评结果为准。",
        "Describe the gap as what was seen or heard, and on how many contacts. Write goals that anyone could "
        "check. The person may refuse to sign and say why. The plan ends with a reassessment, which decides "
        "the outcome.",
    ),
    "form.used_for.improvement_plan": (
        "结果在最低一档时，由上级和本人一起填写",
        "Completed by the line manager and the person together, after a result in the lowest band",
    ),
    "form.ask.plan": ("计划编号", "Plan number"),
    "form.no_improvement_plan": (
        "没有编号 {number} 的改进计划，或者不在您的查看范围内。",
        "There is no improvement plan {number}, or you do not have access to it.",
    ),
    "form.fact.plan_support": ("辅导人", "Supported by"),
    "form.fact.plan_days": ("起止日期", "Start and end"),
    "form.fact.plan_from": ("依据的结果", "Based on"),
    "form.fact.plan_person_signed": ("本人签字", "Signed by the person"),
    "form.fact.plan_lead_signed": ("辅导人签字", "Signed by the supporter"),
    "form.improvement_plan.days": ("{first} – {last}", "{first} – {last}"),
    "form.improvement_plan.from": ("{cycle}：{score}（{band}）", "{cycle}: {score} ({band})"),
    "form.improvement_plan.gap": ("差距和依据", "Gap and evidence"),
    "form.improvement_plan.goals": ("目标", "Goals"),
    "form.improvement_plan.support": ("支持措施", "Support"),
    "form.improvement_plan.other_post": ("期间调整岗位", "Temporary change of role"),
    "form.improvement_plan.refusal": ("拒签理由", "Why the person did not sign"),
    "form.improvement_plan.unsigned": ("未签字执行的理由", "Why the plan started without a signature"),
    "form.improvement_plan.change": ("复评结果", "Reassessment"),
    "form.improvement_plan.changed": (
        "计划前 {before}，复评 {after}。{verdict}。",
        "Before {before}, reassessment {after}. {verdict}.",
    ),
    "form.improvement_plan.overtaken": ("依据的变化", "Change to the result"),
    "form.improvement_plan.overtaken_because": (
        "所依据的结果已经更正，不再是最低一档。",
        "The result this plan was based on has been corrected and is no longer in the lowest band.",
    ),
    "form.improvement_plan.ending": ("结论", "Outcome"),
    "form.column.plan_part": ("项目", "Section"),
    "form.column.plan_words": ("内容", "What is agreed"),
    "form.sign.plan_lead": ("辅导人", "Supported by"),
    "consequences.move.why.probability_unknown": (
        "还不能判断复评结果是不是偶然造成的：评价人共同评过的人太少，算不出可信范围。要先由提议人以外的人复核。",
        "Whether the reassessment is due to chance cannot be determined, because too few people were rated by more than one "
        "rater to calculate an interval. Another person has to review it first.",
    ),
    "consequences.move.why.probability_below": (
        "真实水平确实这么低的概率是 {chance}，没有超过制度规定的 {bar}，要先由提议人以外的人复核。",
        "The probability that the true level is this low is {chance}, which is not above the policy’s "
        "threshold of {bar}. Another person has to review it first.",
    ),
}

"""Sentences of 个人发展计划."""

WORDS = {
    "form.growth_plan": ("个人发展计划", "Personal development plan"),
    "form.growth_plan.note": (
        "目标写做得到、看得见的事，最多五条；每条写清谁提供什么支持、哪天看结果。",
        "Write up to five goals that can be achieved and seen. For each, say who gives what support and when "
        "it will be reviewed.",
    ),
    "form.used_for.growth_plan": (
        "年度面谈后由本人和上级一起填写",
        "Completed by the person and their line manager after the annual appraisal meeting",
    ),
    "form.ask.growth_plan": ("计划编号", "Plan number"),
    "form.no_growth_plan": (
        "没有编号 {number} 的发展计划，或者不在您的查看范围内。",
        "There is no development plan {number}, or you do not have access to it.",
    ),
    "form.fact.plan_year": ("年度", "Year"),
    "form.fact.plan_superior": ("上级", "Line manager"),
    "form.growth_plan.wish": ("本人的发展意愿", "Where I want to go"),
    "form.growth_plan.strengths": ("优势", "Strengths"),
    "form.growth_plan.goals": ("发展目标", "Goals"),
    "form.fact.growth_person_signed": ("本人签字", "Signed by the person"),
    "form.fact.growth_superior_signed": ("上级签字", "Signed by the line manager"),
    "form.growth_plan.ending": ("年末回顾", "Year-end review"),
    "form.column.goal_what": ("目标", "Goal"),
    "form.column.goal_competency": ("能力", "Competency"),
    "form.column.goal_how": ("怎么做", "How"),
    "form.column.goal_support": ("支持措施", "Support"),
    "form.column.goal_due": ("完成日期", "By"),
    "form.column.goal_outcome": ("完成结果", "Outcome"),
    "form.sign.plan_superior": ("上级", "Line manager"),
}

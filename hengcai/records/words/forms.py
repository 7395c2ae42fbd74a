"""Sentences of the printed forms."""

INTERVIEW = {
    "form.interview": ("绩效面谈记录表", "Appraisal meeting record"),
    "form.interview.note": (
        "只写事实和双方的约定，不写对人的评价。改进计划要写明做什么、什么时候做到。",
        "Write facts and agreements, not judgements of the person. For each step of the plan, say what will "
        "be done and by when.",
    ),
    "form.used_for.interview": (
        "上级和被考核人面谈时填写",
        "Filled in at the meeting by the line manager and the person appraised",
    ),
    "form.interview.strengths": ("优点", "Strengths"),
    "form.interview.gaps": ("差距", "Gaps"),
    "form.interview.own_words": ("本人陈述", "The person's own comments"),
    "form.interview.plan": ("约定的改进计划", "Agreed plan"),
    "form.column.plan_step": ("做什么", "What will be done"),
    "form.column.plan_by": ("完成日期", "By"),
    "form.fact.led_by": ("面谈人", "Held by"),
    "form.fact.place": ("地点", "Place"),
    "form.sign.interviewer": ("面谈人", "Line manager or other manager holding the meeting"),
    "form.ask.record": ("结果确认编号", "Confirmation number"),
    "form.no_record": (
        "没有编号 {number} 的结果确认，或者不在您的查看范围内。",
        "There is no confirmation {number}, or you do not have access to it.",
    ),
    "records.erased": ("个人信息已清除", "personal data erased"),
}
CONFIRMATION = {
    "form.confirmation": ("结果确认书", "Result confirmation"),
    "form.confirmation.note": (
        "签字表示本人已知悉结果、制度和依据。不认同的，请写明理由；要求重新认定，请在期限内提出申诉。",
        "By signing, you acknowledge the result, the policy and the evidence. If you disagree, write down "
        "why. To have the result reconsidered, appeal within the time limit.",
    ),
    "form.used_for.confirmation": (
        "结果发布后，由本人签字确认",
        "Signed by the person appraised once the result is published",
    ),
    "form.confirmation.policy": ("{name}（第 {number} 版）", "{name} (version {number})"),
    "form.confirmation.open": ("请在 {day} 前签字或提出异议", "Respond by {day}"),
    "form.confirmation.answered": ("{state}，{day}", "{state}, {day}"),
    "form.confirmation.statement": ("本人意见", "The person's response"),
    "form.confirmation.agree": ("□ 本人已知悉并确认以上结果。", "□ I have seen this result and confirm it."),
    "form.confirmation.object": ("□ 本人有异议，理由如下：", "□ I disagree with this result, for these reasons:"),
    "form.confirmation.seen_by": ("在场见证人：{name}", "Witnessed by {name}"),
    "form.confirmation.hash": ("记录哈希值（SHA-256）：{hash}", "Hash of the record (SHA-256): {hash}"),
    "form.column.score_part": ("评价来源或指标组", "Source or group of indicators"),
    "form.column.score_weight": ("权重或分值", "Weight or points"),
    "form.column.score_given": ("得分", "Score"),
    "form.fact.policy": ("所用制度", "Policy"),
    "form.fact.notified": ("通知日期", "Notice given"),
    "form.fact.appeal_by": ("申诉截止日", "Last day to appeal"),
    "form.fact.answer": ("本人反馈", "Response"),
}
WORDS = INTERVIEW | CONFIRMATION

"""Sentences of 考核申诉表 and 处理结果通知书."""

WORDS = {
    "form.appeal": ("考核申诉表", "Appraisal appeal"),
    "form.appeal.note": (
        "请写清是哪一项、什么时候、怎么回事，并附证据。申诉不会使得分变低。",
        "Say which item you are appealing, when it happened and what happened, and add evidence. An appeal "
        "cannot lower your score.",
    ),
    "form.appeal.said": (
        "{kind}，{day}，{name}记录，在场：{present}。{words}",
        "{kind}, {day}, recorded by {name}, present: {present}. {words}",
    ),
    "form.used_for.appeal": (
        "对考核结果有异议时，由本人填写",
        "Completed by anyone who wants to appeal against their own result",
    ),
    "form.ask.appeal": ("申诉编号", "Appeal number"),
    "form.no_appeal": (
        "没有编号 {number} 的申诉，或者不在您的查看范围内。",
        "There is no appeal {number}, or you do not have access to it.",
    ),
    "form.fact.number": ("工号", "Number"),
    "form.fact.appeal_cycle": ("考核周期", "Cycle"),
    "form.fact.filed_on": ("提出日期", "Filed on"),
    "form.fact.appeal_due": ("答复期限", "Decision due"),
    "form.fact.answered_on": ("答复日期", "Decided on"),
    "form.column.evidence_name": ("证据材料", "Evidence file"),
    "form.column.evidence_kind": ("类型", "Type"),
    "form.column.evidence_digest": ("哈希值（前 16 位）", "Digest (first 16)"),
    "form.sign.handler": ("处理成员", "Appeal panel member"),
    "form.appeal.subjects": ("申诉事项", "What the appeal is about"),
    "form.appeal.grounds": ("理由和事实", "Reasons and facts"),
    "form.appeal.wanted": ("申诉请求", "Outcome requested"),
    "form.appeal.files": ("证据材料", "Evidence files"),
    "form.appeal.heard": ("听取意见", "Hearing"),
    "form.appeal.answer": ("处理结果", "Decision"),
    "form.appeal.changed": ("申诉前后", "Before and after"),
    "form.appeal.figure": ("项目", "Item"),
    "form.appeal.before": ("发布时", "As published"),
    "form.appeal.after": ("申诉后", "After the appeal"),
    "form.appeal-letter": ("处理结果通知书", "Appeal outcome letter"),
    "form.appeal-letter.note": (
        "申诉的书面答复，一式两份，本人和档案各存一份。",
        "The written decision: one copy for the appellant, one for the file.",
    ),
    "form.used_for.appeal-letter": ("书面答复考核申诉", "To tell the appellant the decision in writing"),
    "form.appeal_letter.opening": (
        "{name}：您于 {day} 对“{cycle}”考核结果提出的申诉（编号 {number}）已处理完毕，现答复如下。",
        "{name}: your appeal of {day} against your result for “{cycle}” (appeal number {number}) has been "
        "decided as follows.",
    ),
    "form.appeal_letter.opening_blank": (
        "________：您于____年__月__日对考核结果提出的申诉已处理完毕，现答复如下。",
        "________: your appeal of ________ against your result has been decided as follows.",
    ),
    "form.appeal_letter.decision": ("处理结果", "Decision"),
    "form.appeal_letter.reasons": ("理由", "Reasons"),
    "form.appeal_letter.members": ("处理成员", "Appeal panel"),
    "form.appeal_letter.drawn": (
        "{names}。成员由系统从没有参与评分的人中抽取（种子 {seed}）。",
        "{names}. They were drawn at random by the system from people who had no part in the score (seed {seed}).",
    ),
    "form.appeal_letter.appointed": (
        "{names}。能抽取的人不足，改为指定，原因：{because}",
        "{names}. Too few people could be drawn at random, so the panel was appointed. Reason: {because}",
    ),
    "form.appeal_letter.remedies": (
        "对本答复仍有异议的，可以依法申请劳动争议调解或仲裁。",
        "If you still disagree, you can apply for mediation or arbitration, as the law provides for labour disputes.",
    ),
}

"""What the audit log calls these acts and rows, and what each right is."""

ACTS = {
    "audit.did.file_appeal": ("提出了考核申诉", "Filed an appeal"),
    "audit.did.add_evidence": ("给申诉添加了证据", "Added evidence to an appeal"),
    "audit.did.add_statement": ("给申诉补充了说明", "Added a further statement to an appeal"),
    "audit.did.withdraw_appeal": ("撤回了申诉", "Withdrew an appeal"),
    "audit.did.read_answer": ("查看了申诉的答复", "Read the decision on an appeal"),
    "audit.did.appoint_members": ("指定了申诉处理成员", "Appointed the panel for an appeal"),
    "audit.did.step_back": ("退出了申诉处理", "Stood down from an appeal"),
    "audit.did.hear_appeal": ("登记了听取申诉意见的情况", "Recorded the hearing of an appeal"),
    "audit.did.ask_opinion": ("就申诉请上级作说明", "Asked a line manager about an appeal"),
    "audit.did.answer_opinion": ("就申诉作了说明", "Answered a question about an appeal"),
    "audit.did.propose_answer": ("提出了申诉处理意见", "Proposed a decision on an appeal"),
    "audit.did.agree_to_answer": ("同意申诉处理意见", "Agreed to the proposed decision on an appeal"),
    "audit.did.disagree_with_answer": ("不同意申诉处理意见", "Disagreed with the proposed decision on an appeal"),
    "audit.did.answer_appeal": ("答复了申诉", "Decided an appeal"),
    "audit.did.export_appeals": ("导出了申诉清单", "Exported a list of appeals"),
    "audit.did.open_evidence": ("打开了申诉证据", "Opened evidence in an appeal"),
}
THINGS = {
    "audit.thing.appeals.appeal": ("考核申诉", "appeal"),
    "audit.thing.appeals.evidence": ("申诉证据", "evidence in an appeal"),
    "audit.thing.appeals.hearingnote": ("听取申诉意见的记录", "hearing note"),
    "audit.thing.appeals.opinion": ("就申诉作的说明", "answer to a question about an appeal"),
    "audit.thing.appeals.panelmember": ("申诉处理成员", "appeal panel member"),
    "audit.thing.appeals.proposal": ("申诉处理意见", "proposed decision on an appeal"),
    "audit.thing.appeals.vote": ("申诉表决", "vote on an appeal"),
}
RIGHTS = {
    "right.appeals.appeal.file": ("对自己的考核结果提出申诉", "Appeal against their own result"),
    "right.appeals.appeal.see": ("查看申诉", "See appeals"),
    "right.appeals.appeal.read": (
        "查看申诉的理由、证据和听取记录",
        "Read the reasons, evidence and hearing of an appeal",
    ),
    "right.appeals.appeal.pursue": ("补充、撤回自己的申诉", "Add to or withdraw their own appeal"),
    "right.appeals.appeal.handle": ("处理抽到自己的申诉", "Handle an appeal they were selected for"),
    "right.appeals.appeal.appoint": (
        "抽不足时指定申诉处理成员",
        "Appoint the appeal panel where too few could be drawn",
    ),
    "right.appeals.appeal.count": ("查看申诉统计", "See appeal statistics"),
    "right.appeals.opinion.say": ("应处理成员的询问作说明", "Answer questions from an appeal panel"),
}
WORDS = ACTS | THINGS | RIGHTS

"""Awards, their public notice, objections; requests to look again; the explanation of a result."""

NAMES = {
    "consequences.award.kind.outstanding": ("优秀客服代表", "Outstanding agent"),
    "consequences.award.kind.star": ("服务之星", "Service star"),
    "consequences.award.means.outstanding": (
        "季度结果在最高一档，在职满 6 个月，当季没有认定成立的红线事件。",
        "Quarterly result in the highest band, at least six months of service, no red-line case upheld in the quarter.",
    ),
    "consequences.award.means.star": (
        "当月结果在最高一档，当月没有认定成立的红线事件。",
        "Monthly result in the highest band, no red-line case upheld in the month.",
    ),
    "consequences.award.state.nominated": ("已提名", "Nominated"),
    "consequences.award.state.notice": ("公示中", "Under public notice"),
    "consequences.award.state.granted": ("已授予", "Granted"),
    "consequences.award.state.declined": ("未授予", "Declined"),
    "consequences.look.state.asked": ("待答复", "Awaiting answer"),
    "consequences.look.state.answered": ("已答复", "Answered"),
    "consequences.look.matter.score": ("结果是怎么得出来的", "How the result came about"),
    "consequences.look.matter.following": ("根据结果作出的决定", "What was decided on the result"),
    "consequences.look.last_resort.head": (
        "其他有权复核的人都参与过这个结果，所以由中心负责人复核。负责人没有参与过。",
        "Everyone else had a part in this result, so the head of the centre reviews it. The head had no part in it.",
    ),
    "consequences.look.last_resort.head_with_part": (
        "有权复核的人都参与过这个结果，所以由中心负责人复核。负责人自己也参与过，特此说明。",
        "Everyone had a part in this result, so the head of the centre reviews it. Please note that the head "
        "had a part in it too.",
    ),
    "consequences.look.outcome.stands": ("结果不变", "The result stands"),
    "consequences.look.outcome.to_correct": ("需要更正，已转考核小组", "To be corrected by the review panel"),
    "move.open_notice": ("开始公示", "Publish the notice"),
    "move.grant_award": ("授予", "Grant the award"),
    "move.decline_award": ("不授予", "Decline the award"),
    "move.answer_look_again": ("答复", "Answer the request"),
    "duty.award.check": ("核对评优提名，开始公示", "Check a nomination and publish the notice"),
    "duty.award.grant": ("评优公示期满，决定是否授予", "Decide on an award now that its notice period is over"),
    "duty.award.answer": ("答复对评优的异议", "Answer an objection to an award"),
    "duty.look.again": ("答复人工复核请求", "Answer a request for human review"),
}
REFUSALS = {
    "consequences.award_unknown": ("没有这种奖项，请重新选择。", "There is no such award."),
    "consequences.award_result": (
        "请选这个人已发布的、有效的结果。",
        "Choose a published result of this person that is still valid.",
    ),
    "consequences.award_cycle.quarter": (
        "优秀客服代表以季度结果为准，请选季度结果。",
        "This award is based on a quarterly result.",
    ),
    "consequences.award_cycle.month": (
        "服务之星以月度结果为准，请选月度结果。",
        "This award is based on a monthly result.",
    ),
    "consequences.award_band": ("结果不在最高一档，不符合评优条件。", "The result is not in the highest band."),
    "consequences.award_service": (
        "在职不满 {months} 个月，不符合评优条件。",
        "This person has less than {months} months of service.",
    ),
    "consequences.award_red_line": (
        "这一期有 {count} 起认定成立的红线事件，不能评优。",
        "Red-line cases upheld in the period: {count}. The award cannot be given.",
    ),
    "consequences.nominated_already": ("这个结果已经提名过，不用再提名。", "This result has already been nominated."),
    "consequences.notice_over": (
        "公示已经结束，不能再提异议。仍有问题的，请联系人力资源。",
        "The public notice has ended, so objections can no longer be made.",
    ),
    "consequences.notice_runs": (
        "公示到 {until} 为止，之后才能授予。",
        "The notice runs until {until}. The award can be granted after that day.",
    ),
    "consequences.objection_missing": ("请写明异议和理由。", "Enter your objection."),
    "consequences.objections_open": (
        "还有 {count} 条异议没有答复，请先逐条答复。",
        "Objections still to be answered: {count}. Answer them first.",
    ),
    "consequences.objection_answered": (
        "这条异议已经答复过，不用再答复。",
        "This objection has already been answered.",
    ),
    "consequences.objection_own": ("不能答复自己提的异议，请由别人答复。", "You cannot answer your own objection."),
    "consequences.granted_by_nominator": (
        "提名人不能自己授予，请由别人决定。",
        "The person who nominated cannot also grant the award. Ask someone else.",
    ),
    "consequences.objected_already": (
        "您对这次评优已经提过异议，不用再提；结果更正以后可以再提一次。",
        "You have already objected to this award. You can object again only if the result is corrected.",
    ),
    "consequences.look_open_already": (
        "您已经就这件事请求过人工复核，请等待答复。",
        "You have already asked for a review of this. Please wait for the answer.",
    ),
    "consequences.looked_already": (
        "这件事已经人工复核过并答复了您，每个结果只能就同一件事请求一次。仍不同意的，可以在期限内申诉。",
        "This has already been reviewed and answered. You can ask once about the same matter of a result. If you still "
        "disagree, you can appeal while the time to appeal runs.",
    ),
    "consequences.matter_unknown": ("请选择要复核的是哪一件事。", "Choose what should be reviewed."),
    "consequences.nobody_to_look": (
        "这里还没有能做人工复核的人，请联系人力资源。",
        "No one here can review this result at the moment. Please contact HR.",
    ),
    "consequences.outcome_unknown": ("请选一个结论。", "Choose an outcome."),
}
AUDIT = {
    "audit.did.nominate": ("提名评优", "Nominated someone for an award"),
    "audit.did.open_notice": ("开始了评优公示", "Published the notice of an award"),
    "audit.did.object_to_award": ("对评优提出了异议", "Objected to an award"),
    "audit.did.answer_objection": ("答复了评优异议", "Answered an objection to an award"),
    "audit.did.grant_award": ("授予了奖项", "Granted an award"),
    "audit.did.decline_award": ("没有授予奖项", "Declined an award"),
    "audit.did.ask_to_look_again": ("请求人工复核结果", "Asked for a human review of a result"),
    "audit.did.answer_look_again": ("答复了人工复核请求", "Answered a request for human review"),
    "audit.thing.consequences.nomination": ("评优提名", "nomination"),
    "audit.thing.consequences.objection": ("评优异议", "objection to an award"),
    "audit.thing.consequences.lookagain": ("人工复核请求", "request for human review"),
}
RIGHTS = {
    "right.consequences.award.nominate": ("提名评优（本人除外）", "Nominate people for awards, never themselves"),
    "right.consequences.award.see": ("查看评优提名", "See nominations"),
    "right.consequences.notice.see": ("查看评优公示", "See public notices of awards"),
    "right.consequences.award.object": ("对公示中的评优提出异议", "Object to an award during its public notice"),
    "right.consequences.notice.open": ("开始评优公示", "Publish the notice of an award"),
    "right.consequences.award.answer": ("答复评优异议", "Answer objections to awards"),
    "right.consequences.award.grant": ("授予奖项（本人除外）", "Grant awards, never their own"),
    "right.consequences.award.decline": ("不授予奖项", "Decline awards"),
    "right.consequences.look.ask": ("请求人工复核自己的结果", "Ask for a human review of their own result"),
    "right.consequences.look.see": ("查看人工复核请求", "See requests for human review"),
    "right.consequences.look.answer": (
        "答复分给自己的人工复核请求",
        "Answer requests for human review assigned to them",
    ),
}
WORDS = NAMES | REFUSALS | AUDIT | RIGHTS

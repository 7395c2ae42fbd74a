"""Awards, their public notice, objections; requests to look again; the explanation of a result."""

NAMES = {
    "consequences.award.kind.outstanding": ("优秀客服代表", "Outstanding agent"),
    "consequences.award.kind.star": ("服务之星", "Service star"),
    "consequences.award.means.outstanding": (
        "季度结果在最高一档，在职满 6 个月，当季没有认定成立的红线事件。",
        "The quarter in the highest band, six months of service, no confirmed red line in the quarter.",
    ),
    "consequences.award.means.star": (
        "当月结果在最高一档，当月没有认定成立的红线事件。",
        "The month in the highest grade, no confirmed red line in the month.",
    ),
    "consequences.award.state.nominated": ("已提名", "Nominated"),
    "consequences.award.state.notice": ("公示中", "Public notice"),
    "consequences.award.state.granted": ("已授予", "Granted"),
    "consequences.award.state.declined": ("未授予", "Declined"),
    "consequences.look.state.asked": ("待答复", "Waiting for an answer"),
    "consequences.look.state.answered": ("已答复", "Answered"),
    "consequences.look.outcome.stands": ("结果不变", "The result stands"),
    "consequences.look.outcome.to_correct": ("需要更正，已转考核小组", "To be corrected by the review panel"),
    "move.open_notice": ("开始公示", "Open the public notice"),
    "move.grant_award": ("授予", "Grant"),
    "move.decline_award": ("不授予", "Decline"),
    "move.answer_look_again": ("答复", "Answer"),
    "duty.award.check": ("核对评优提名，开始公示", "Check a nomination and open its notice"),
    "duty.award.grant": ("评优公示期满，决定是否授予", "Decide an award after its notice"),
    "duty.award.answer": ("答复对评优的异议", "Answer an objection to an award"),
    "duty.look.again": ("答复人工复核请求", "Somebody asks that a person looks again"),
}
REFUSALS = {
    "consequences.award_unknown": ("没有这种奖项，请重新选择。", "There is no such award."),
    "consequences.award_result": (
        "请选这个人已发布的、有效的结果。",
        "Choose a published result of this person that still holds.",
    ),
    "consequences.award_cycle.quarter": (
        "优秀客服代表以季度结果为准，请选季度结果。",
        "This award rests on the result of a quarter.",
    ),
    "consequences.award_cycle.month": (
        "服务之星以月度结果为准，请选月度结果。",
        "This award rests on the result of a month.",
    ),
    "consequences.award_band": ("结果不在最高一档，不符合评优条件。", "The result does not lie in the highest band."),
    "consequences.award_service": (
        "在职不满 {months} 个月，不符合评优条件。",
        "There are fewer than {months} months of service.",
    ),
    "consequences.award_red_line": (
        "这一期有 {count} 起认定成立的红线事件，不能评优。",
        "There are {count} confirmed red lines in the period, which rules an award out.",
    ),
    "consequences.nominated_already": ("这个结果已经提名过，不用再提名。", "This result has been nominated already."),
    "consequences.notice_over": (
        "公示已经结束，不能再提异议。仍有问题的，请联系人力资源。",
        "The public notice is over.",
    ),
    "consequences.notice_runs": (
        "公示到 {until} 为止，之后才能授予。",
        "The notice runs until {until}; grant it after that day.",
    ),
    "consequences.objection_missing": ("请写明异议和理由。", "Say what you object to."),
    "consequences.objections_open": (
        "还有 {count} 条异议没有答复，请先逐条答复。",
        "{count} objections are not answered yet.",
    ),
    "consequences.objection_answered": ("这条异议已经答复过，不用再答复。", "This objection has been answered."),
    "consequences.objection_own": ("不能答复自己提的异议，请由别人答复。", "You cannot answer your own objection."),
    "consequences.granted_by_nominator": (
        "提名人不能自己授予，请由别人决定。",
        "Whoever nominated does not grant: ask somebody else.",
    ),
    "consequences.look_open_already": (
        "您已经请求过人工复核，请等待答复。",
        "You have asked already; the answer is still to come.",
    ),
    "consequences.nobody_to_look": (
        "这里还没有能做人工复核的人，请联系人力资源。",
        "There is nobody here yet who could look at it; please ask HR.",
    ),
    "consequences.outcome_unknown": ("请选一个结论。", "Choose an outcome."),
}
AUDIT = {
    "audit.did.nominate": ("提名评优", "Nominated somebody for an award"),
    "audit.did.open_notice": ("开始了评优公示", "Opened an award's public notice"),
    "audit.did.object_to_award": ("对评优提出了异议", "Objected to an award"),
    "audit.did.answer_objection": ("答复了评优异议", "Answered an objection to an award"),
    "audit.did.grant_award": ("授予了奖项", "Granted an award"),
    "audit.did.decline_award": ("没有授予奖项", "Declined an award"),
    "audit.did.ask_to_look_again": ("请求人工复核结果", "Asked that a person looks at a result again"),
    "audit.did.answer_look_again": ("答复了人工复核请求", "Answered a request to look again"),
    "audit.thing.consequences.nomination": ("评优提名", "nomination"),
    "audit.thing.consequences.objection": ("评优异议", "objection to an award"),
    "audit.thing.consequences.lookagain": ("人工复核请求", "request to look again"),
}
RIGHTS = {
    "right.consequences.award.nominate": ("提名评优（本人除外）", "Nominate people for awards, never themselves"),
    "right.consequences.award.see": ("查看评优提名", "See nominations"),
    "right.consequences.notice.see": ("查看评优公示", "See public notices of awards"),
    "right.consequences.award.object": ("对公示中的评优提出异议", "Object to an award while its notice is up"),
    "right.consequences.notice.open": ("开始评优公示", "Open an award's public notice"),
    "right.consequences.award.answer": ("答复评优异议", "Answer objections to awards"),
    "right.consequences.award.grant": ("授予奖项（本人除外）", "Grant awards, never their own"),
    "right.consequences.award.decline": ("不授予奖项", "Decline awards"),
    "right.consequences.look.ask": ("请求人工复核自己的结果", "Ask that a person looks at their own result again"),
    "right.consequences.look.see": ("查看人工复核请求", "See requests to look again"),
    "right.consequences.look.answer": ("答复分给自己的人工复核请求", "Answer requests to look again given to them"),
}
WORDS = NAMES | REFUSALS | AUDIT | RIGHTS

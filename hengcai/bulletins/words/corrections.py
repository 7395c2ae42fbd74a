"""Corrections of the knowledge base: states, moves, rights, refusals, acts."""

NAMES = {
    "knowledge.state.reported": ("待受理", "Reported"),
    "knowledge.state.accepted": ("整改中", "Accepted"),
    "knowledge.state.declined": ("不采纳", "Declined"),
    "knowledge.state.mended": ("已更正，待确认", "Corrected, to be confirmed"),
    "knowledge.state.closed": ("已办结", "Closed"),
    "knowledge.source.hand": ("人工提出", "Reported by a person"),
    "knowledge.source.quality": ("质检发现", "Found by quality"),
    "move.sort_knowledge": ("归到主题", "Put under a topic"),
    "move.accept_knowledge": ("采纳", "Accept"),
    "move.decline_knowledge": ("不采纳", "Decline"),
    "move.mend_knowledge": ("更正完成", "Corrected"),
    "move.confirm_knowledge": ("确认", "Confirm"),
    "move.reopen_knowledge": ("还是不对，退回", "Not right yet"),
    "duty.knowledge.mend": ("处理知识库纠错", "Correct the knowledge base"),
    "duty.knowledge.confirm": ("确认知识库更正", "Confirm a correction of the knowledge base"),
}
RIGHTS = {
    "right.bulletins.correction.report": ("提出知识库纠错", "Report errors in the knowledge base"),
    "right.bulletins.correction.see": ("查看知识库纠错", "See corrections of the knowledge base"),
    "right.bulletins.correction.mend": ("处理知识库纠错", "Answer reports and correct entries"),
    "right.bulletins.correction.sort": ("给纠错归主题", "Put corrections under a topic"),
    "right.bulletins.correction.confirm": ("确认或退回更正", "Confirm or reopen corrections"),
    "right.bulletins.topic.keep": ("设定知识库主题和负责人", "Keep topics of the knowledge base and their owners"),
    "right.bulletins.correction.count": ("查看知识库纠错统计", "See figures on corrections"),
    "right.bulletins.correction.take_over": (
        "把质检发现的知识库差错转为纠错",
        "Open corrections for errors found by quality",
    ),
}
REFUSALS = {
    "knowledge.report_missing": (
        "请写条目名称（200 个字以内）和哪里不对。",
        "Enter the entry, in up to 200 characters, and what is wrong.",
    ),
    "knowledge.report_long": (
        "链接最多 400 个字符，交互编号最多 80 个字符。",
        "A link can have 400 characters, a contact number 80.",
    ),
    "knowledge.link_wrong": (
        "链接要以 https:// 或 http:// 开头。",
        "A link has to start with https:// or http://.",
    ),
    "knowledge.day_wrong": (
        "更正日期要在今天到一年之内。",
        "Choose a day between today and one year from now.",
    ),
    "knowledge.reason_missing": ("请写不采纳的理由。", "Enter why it is declined."),
    "knowledge.mended_missing": ("请写改成了什么。", "Enter what the entry says now."),
    "knowledge.reopen_missing": ("请写还有哪里不对。", "Enter what is still wrong."),
    "knowledge.topic_wrong": (
        "请写主题名称（60 个字以内），负责人要是在用账号。",
        "Enter a name of up to 60 characters, and an owner whose account is active.",
    ),
    "knowledge.days_wrong": (
        "更正期限在 1 到 {most} 个工作日之间。",
        "Choose between 1 and {most} working days.",
    ),
}
AUDIT = {
    "audit.did.keep_topic": ("设定了知识库主题", "Set up a topic of the knowledge base"),
    "audit.did.end_topic": ("停用或恢复了知识库主题", "Closed or reopened a topic of the knowledge base"),
    "audit.did.report_knowledge": ("提出了知识库纠错", "Reported an error in the knowledge base"),
    "audit.did.take_over_errors": ("把质检差错转为知识库纠错", "Opened corrections for errors found by quality"),
    "audit.did.sort_knowledge": ("给知识库纠错归了主题", "Put a knowledge base error under a topic"),
    "audit.did.accept_knowledge": ("采纳了知识库纠错", "Accepted a knowledge base correction"),
    "audit.did.decline_knowledge": ("没有采纳知识库纠错", "Declined a knowledge base correction"),
    "audit.did.mend_knowledge": ("更正了知识库条目", "Corrected an entry of the knowledge base"),
    "audit.did.confirm_knowledge": ("确认了知识库更正", "Confirmed that the knowledge base is right"),
    "audit.did.reopen_knowledge": ("退回了知识库更正", "Reopened a knowledge base correction"),
    "audit.thing.bulletins.topic": ("知识库主题", "topic of the knowledge base"),
    "audit.thing.bulletins.correction": ("知识库纠错", "correction of the knowledge base"),
}
WORDS = NAMES | RIGHTS | REFUSALS | AUDIT

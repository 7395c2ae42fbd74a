"""The bank of questions: states, moves, rights, refusals."""

STATES = {
    "assessment.bank.state.draft": ("草稿", "Draft"),
    "assessment.bank.state.review": ("待审题", "To be reviewed"),
    "assessment.bank.state.published": ("已发布", "Published"),
    "assessment.bank.state.retired": ("已停用", "Retired"),
    "assessment.bank.kind.single": ("单选题", "One choice"),
    "assessment.bank.kind.multiple": ("多选题", "Several choices"),
    "assessment.bank.kind.true_false": ("判断题", "True or false"),
    "assessment.bank.kind.numeric": ("数值题", "A number"),
    "assessment.bank.kind.short": ("填空题", "A short answer"),
    "assessment.bank.kind.matching": ("配对题", "Matching"),
    "assessment.bank.kind.cloze": ("文中填空题", "Gaps in a text"),
    "assessment.bank.kind.essay": ("问答题", "An essay"),
    "assessment.bank.level.1": ("记住", "Recall"),
    "assessment.bank.level.2": ("会用", "Apply"),
    "assessment.bank.level.3": ("会判断", "Judge"),
}
MOVES = {
    "move.edit_bank_question": ("修改试题", "Edit the question"),
    "move.submit_bank_question": ("提交审题", "Submit for review"),
    "move.send_back_bank_question": ("退回修改", "Send back"),
    "move.publish_bank_question": ("审核通过并发布", "Approve and publish"),
    "move.retire_bank_question": ("停用试题", "Retire the question"),
}
RIGHTS = {
    "right.assessment.bank.see": ("查看题库", "See the question bank"),
    "right.assessment.bank.write": ("编写、导入、停用试题", "Write, import and retire questions"),
    "right.assessment.bank.review": ("审题", "Review questions"),
}
REFUSALS = {
    "bank.code_known": (
        "编号 {code} 已经用过，请换一个；要改已发布的试题，请在它的页面上改版。",
        "There is already a question {code}. Choose another code, or revise that question on its page.",
    ),
    "bank.in_work": (
        "试题 {code} 已有一个版本在修改或审核，请先把它做完。",
        "A version of question {code} is already being written or reviewed. Finish that one first.",
    ),
    "bank.stale": (
        "这道题刚被改过，您的页面不是最新的。请刷新后再改。",
        "This question has just been changed by someone else. Reload the page and make your changes again.",
    ),
    "bank.reason_missing": ("请写退回的原因，出题人要照着改。", "Say why, so that the author knows what to change."),
    "bank.own": (
        "自己出的题不能自己审，请换一位熟悉业务的人。",
        "Nobody reviews a question of their own. Ask someone else who knows the business.",
    ),
    "bank.alike": (
        "题库里已有相同或很相近的题：{codes}。确认不是重复题，再勾选后发布。",
        "The bank already has the same or nearly the same question: {codes}. Confirm that it is not a duplicate, then publish.",
    ),
    "bank.most_plays": (
        "播放次数要在 1 到 {most} 之间；不限次数请留空。",
        "A recording can be played 1 to {most} times; leave it empty for no limit.",
    ),
}
AUDIT = {
    "audit.did.add_bank_question": ("新建了试题", "Added a question to the bank"),
    "audit.did.edit_bank_question": ("修改了试题", "Edited a question of the bank"),
    "audit.did.import_bank_questions": ("导入了试题", "Imported questions into the bank"),
    "audit.did.load_questions": ("载入了课程试题", "Loaded the questions of a course"),
    "audit.did.publish_bank_question": ("审核并发布了试题", "Approved and published a question"),
    "audit.did.retire_bank_question": ("停用了试题", "Retired a question of the bank"),
    "audit.did.revise_bank_question": ("改版了试题", "Started the next version of a question"),
    "audit.did.send_back_bank_question": ("退回了试题", "Sent a question back to its author"),
    "audit.did.submit_bank_question": ("提交了审题", "Submitted a question for review"),
    "audit.did.export_bank": ("导出了题库", "Exported the question bank"),
    "audit.thing.assessment.bankquestion": ("试题", "question of the bank"),
}
WORDS = STATES | MOVES | RIGHTS | REFUSALS | AUDIT

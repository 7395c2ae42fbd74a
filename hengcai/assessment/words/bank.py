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
    "assessment.file.state.looked": ("已检查，未导入", "Checked, not imported"),
    "assessment.file.state.taken": ("已导入", "Imported"),
    "assessment.file.state.dropped": ("已放弃", "Discarded"),
    "assessment.file.standing.new": ("新题", "New"),
    "assessment.file.standing.same": ("与已有题相同", "Same as another"),
    "assessment.file.standing.near": ("与已有题相近", "Nearly the same as another"),
    "assessment.file.standing.known": ("编号已有，内容不同", "Code exists, content differs"),
    "assessment.file.standing.unchanged": ("题库里已有，没有变化", "Already in the bank, unchanged"),
    "assessment.file.standing.refused": ("读不进来", "Refused"),
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
    "move.choose_questions": ("选定要导入的题", "Choose the questions to import"),
    "move.take_question_file": ("导入选定的题", "Import the chosen questions"),
    "move.drop_question_file": ("放弃这份文件", "Discard the file"),
}
RIGHTS = {
    "right.assessment.bank.see": ("查看题库", "See the question bank"),
    "right.assessment.bank.write": ("编写、导入、停用试题", "Write, import and retire questions"),
    "right.assessment.bank.review": ("审题", "Review questions"),
    "right.assessment.bank.look_after": ("处理重复试题", "Resolve duplicate questions"),
    "right.assessment.bank.export": ("导出题库", "Export the question bank"),
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
    "bank.no_other": ("题库里没有另一道编号为 {code} 的题。", "The bank has no other question {code}."),
    "bank.no_sound": ("这道题没有录音。", "This question has no recording."),
    "bank.plays_used": (
        "这段录音最多播放 {count} 次，已经放完了。",
        "This recording can be played {count} times; all plays are used up.",
    ),
    "bank.plays_used.one": (
        "这段录音只能播放 1 次，已经放过了。",
        "This recording can be played once; it has been played.",
    ),
    "bank.ticket_expired": (
        "播放地址已经失效，请再点一次播放。",
        "The address of the recording is no longer valid. Press play again.",
    ),
    "bank.file_empty": ("请选择文件，不能是空文件。", "Choose a file that is not empty."),
    "bank.file_too_large": (
        "文件太大，最多 {megabytes} MB。",
        "The file is too large; the limit is {megabytes} MB.",
    ),
    "bank.sound_of_no_kind": (
        "题目录音要用 WAV、MP3 或 Ogg 文件，这个文件不是。",
        "A recording for a question must be WAV, MP3 or Ogg; this file is not.",
    ),
    "bank.too_many_questions": (
        "一份文件最多 {most} 题，请分成几份，或用 hengcai import questions 导入。",
        "One file holds {most} questions at most. Split it, or use hengcai import questions.",
    ),
    "bank.competency_unknown": (
        "能力项“{code}”不在现行能力库里，照原样保留。",
        "there is no competency “{code}” in the library in force; it is kept as it is.",
    ),
    "bank.text_missing": ("请写题目，或者先添加题目录音。", "Write the question, or add a recording first."),
    "bank.nothing_chosen": ("没有选定要导入的题。", "No questions are chosen for import."),
    "bank.alike_there": (
        "题目 {question}：题库里已有相同或很相近的题 {codes}，审题时再定。",
        "question {question}: the bank already has the same or a very similar question ({codes}). The reviewer decides.",
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
    "audit.did.look_at_questions": ("检查了一份试题文件", "Checked a file of questions"),
    "audit.did.choose_questions": ("选定了要导入的试题", "Chose questions to import"),
    "audit.did.take_question_file": ("导入了一份试题文件", "Imported a file of questions"),
    "audit.did.drop_question_file": ("放弃了一份试题文件", "Discarded a file of questions"),
    "audit.did.tell_apart": ("确认了两道相近的题不重复", "Found two similar questions to be different"),
    "audit.did.hear_bank_question": ("试听了试题录音", "Tried out a question's recording"),
    "audit.did.rewind_bank_question": ("重新计算了试听次数", "Reset the trial plays"),
    "audit.did.load_shipped_bank": ("载入了系统自带试题", "Loaded the built-in questions"),
    "audit.thing.assessment.bankquestion": ("试题", "question of the bank"),
    "audit.thing.assessment.questionfile": ("试题文件", "file of questions"),
    "audit.thing.assessment.filequestion": ("文件里的一题", "question of a file"),
    "audit.thing.assessment.play": ("录音播放次数", "plays of a recording"),
    "audit.thing.assessment.toldapart": ("确认不重复的两题", "two questions found to be different"),
}
WORDS = STATES | MOVES | RIGHTS | REFUSALS | AUDIT

"""Blueprints, tests and sittings: states, moves, duties, rights, refusals."""

STATES = {
    "assessment.blueprint.state.draft": ("草稿", "Draft"),
    "assessment.blueprint.state.published": ("使用中", "In use"),
    "assessment.blueprint.state.retired": ("已停用", "Retired"),
    "assessment.exam.state.open": ("进行中", "Open"),
    "assessment.exam.state.released": ("成绩已发布", "Results published"),
    "assessment.exam.state.withdrawn": ("已取消", "Called off"),
    "assessment.sitting.state.ready": ("未开考", "Not started"),
    "assessment.sitting.state.running": ("答题中", "In progress"),
    "assessment.sitting.state.submitted": ("待阅卷", "Waiting to be marked"),
    "assessment.sitting.state.marked": ("已出分", "Marked"),
    "assessment.sitting.state.missed": ("缺考", "Absent"),
    "assessment.exam.shows.mark": ("只看分数", "Their mark only"),
    "assessment.exam.shows.key": ("分数、每题对错和正确答案", "Their mark, each question and the right answers"),
    "duty.exam.sit": ("参加考试", "Sit a test"),
    "duty.exam.result": ("查看考试成绩", "Read a test result"),
}
MOVES = {
    "move.edit_blueprint": ("修改组卷方案", "Edit the blueprint"),
    "move.publish_blueprint": ("启用组卷方案", "Put the blueprint into use"),
    "move.retire_blueprint": ("停用组卷方案", "Retire the blueprint"),
    "move.announce_exam": ("安排考试", "Schedule a test"),
    "move.close_exam": ("停止开考", "Close to new starts"),
    "move.release_exam": ("发布成绩", "Publish the results"),
    "move.open_resits": ("安排补考", "Schedule resits"),
    "move.withdraw_exam": ("取消考试", "Call off the test"),
    "move.start_sitting": ("开始答题", "Start the test"),
    "move.save_answer": ("答题", "Answer a question"),
    "move.submit_sitting": ("交卷", "Submit the test"),
    "move.give_more_time": ("增加答题时间", "Give more time"),
    "move.give_more_time_now": ("考试中增加答题时间", "Give more time during a test"),
}
RIGHTS = {
    "right.assessment.blueprint.see": ("查看组卷方案", "See test blueprints"),
    "right.assessment.blueprint.write": ("编写、启用组卷方案", "Write test blueprints and put them into use"),
    "right.assessment.exam.see": ("查看考试", "See tests"),
    "right.assessment.exam.run": ("安排考试、补考，发布成绩", "Schedule tests and resits and publish results"),
    "right.assessment.sitting.sit": ("参加安排给自己的考试", "Sit tests scheduled for them"),
    "right.assessment.sitting.see": ("查看考试成绩", "See test results"),
    "right.assessment.sitting.run": ("查看答卷、增加答题时间", "See answers and give more time"),
}
BLUEPRINTS = {
    "exam.code_wrong": (
        "编号要以小写英文字母开头，可以用小写字母、数字、- 和 _，最多 40 位。",
        "A code starts with a lower-case letter and can contain lower-case letters, digits, - and _, up to 40 characters.",
    ),
    "exam.code_known": (
        "编号 {code} 已经用过，请换一个。",
        "There is already a blueprint with the code {code}. Choose another code.",
    ),
    "exam.draft_there": (
        "组卷方案 {code} 已经有一份草稿，请先改完或启用它。",
        "Blueprint {code} already has a draft. Finish that one or put it into use first.",
    ),
    "exam.stale": (
        "这份草稿刚被改过，您的页面不是最新的。请刷新后再改。",
        "This draft has just been changed by someone else. Reload the page and make your changes again.",
    ),
    "exam.title_missing": ("请填考试名称。", "Enter a title."),
    "exam.title_long": ("名称最多 {most} 个字。", "A title can have {most} characters at most."),
    "exam.minutes_wrong": ("答题时间要在 1 到 {most} 分钟之间。", "The time must be from 1 to {most} minutes."),
    "exam.pass_wrong": ("及格分数要大于 0，最多 100。", "The pass mark must be above 0 and 100 at most."),
    "exam.no_part": ("至少要有一行抽题要求。", "Add at least one line of questions to be drawn."),
    "exam.too_many": (
        "最多 {parts} 行抽题要求，共 {questions} 道题。",
        "There can be {parts} lines and {questions} questions at most.",
    ),
    "exam.part_wrong": (
        "第 {place} 行填写有误：题数至少 1，题型和层次从列表里选。",
        "Line {place} is wrong: at least 1 question, and a type and level from the lists.",
    ),
    "exam.part_short": (
        "第 {place} 行要 {count} 道题，题库里符合条件的已发布试题只有 {found} 道。请减少题数，或先补充试题。",
        "Line {place} asks for {count} questions, but the bank has only {found} published ones that fit. "
        "Ask for fewer, or add questions first.",
    ),
    "exam.parts_compete": (
        "每一行单独看题都够，但有的题几行都要用，合起来不够。请减少题数，或先补充试题。",
        "Each line has enough questions, but several lines need the same ones and there are too few for all. "
        "Ask for fewer, or add questions first.",
    ),
}
RUNNING = {
    "exam.parts_short_now": (
        "题库里已发布的试题不够这套组卷方案用了，请先补充试题，再安排考试。",
        "The bank no longer has enough published questions for this blueprint. Add questions before you schedule a test.",
    ),
    "exam.name_long": ("考试名称最多 {most} 个字。", "A name can have {most} characters at most."),
    "exam.attempts_wrong": ("考试次数要在 1 到 {most} 之间。", "The number of attempts must be from 1 to {most}."),
    "exam.shows_wrong": ("请选择考生交卷后能看到什么。", "Choose what people can see of their result."),
    "exam.window_wrong": (
        "截止时间要晚于开始时间，也要晚于现在。",
        "The closing time must be later than the opening time and later than now.",
    ),
    "exam.window_long": (
        "截止时间最晚到 {most} 天之后。",
        "The closing time can be {most} days from now at the latest.",
    ),
    "exam.numbers_unknown": (
        "没有这些工号的人：{numbers}。请改正后再安排。",
        "No one has these staff numbers: {numbers}. Correct them, then schedule the test.",
    ),
    "exam.nobody": (
        "没有可参加考试的人，或者他们都没有登录账号。",
        "There is no one to sit this test, or none of them can sign in.",
    ),
    "exam.not_all_marked": (
        "还有 {count} 人没考完或没出分，请等全部出分后再发布。",
        "{count} people have not finished or have not been marked. Publish the results when all of them are marked.",
    ),
    "exam.nobody_to_resit": (
        "没有需要补考的人：都及格了，或者次数已用完。",
        "No one needs a resit: all have passed or have used up their attempts.",
    ),
    "exam.begun": (
        "已经有人开考，不能取消。可以停止开考。",
        "Someone has already started, so the test cannot be called off. You can close it to new starts.",
    ),
    "exam.over": ("考试已经截止，不能再加人。", "The test is closed; no one can be added."),
    "exam.window_shut": (
        "现在不在考试时间内。请在规定时间内开始。",
        "The test cannot be started now. Start it between the opening and closing time.",
    ),
    "exam.time_up": (
        "答题时间已到。到时之前保存的答案都算数。",
        "The time is up. All answers saved before the end count.",
    ),
    "exam.answered_elsewhere": (
        "这道题刚在另一个页面或设备上改过，没有覆盖那边的答案。",
        "This question was just answered on another page or device. That answer was not overwritten.",
    ),
    "exam.not_asked": ("这张试卷里没有这道题。", "This question is not part of this paper."),
    "exam.answer_long": ("一道题的答案最多 {most} 个字。", "An answer can have {most} characters at most."),
    "exam.own_time": ("不能给自己增加答题时间。", "You cannot give more time to yourself."),
    "exam.extra_reason": ("请写明增加时间的原因。", "Say why more time is given."),
    "exam.extra_wrong": (
        "增加的时间每人合计 1 到 {most} 分钟。",
        "More time can be 1 to {most} minutes for each person in all.",
    ),
}
AUDIT = {
    "audit.did.add_blueprint": ("新建了组卷方案", "Added a test blueprint"),
    "audit.did.revise_blueprint": ("改版了组卷方案", "Started the next version of a test blueprint"),
    "audit.did.edit_blueprint": ("修改了组卷方案", "Edited a test blueprint"),
    "audit.did.publish_blueprint": ("启用了组卷方案", "Put a test blueprint into use"),
    "audit.did.retire_blueprint": ("停用了组卷方案", "Retired a test blueprint"),
    "audit.did.announce_exam": ("安排了考试", "Scheduled a test"),
    "audit.did.close_exam": ("停止了开考", "Closed a test to new starts"),
    "audit.did.release_exam": ("发布了考试成绩", "Published test results"),
    "audit.did.open_resits": ("安排了补考", "Scheduled resits"),
    "audit.did.withdraw_exam": ("取消了考试", "Called off a test"),
    "audit.did.add_sitters": ("增加了考生", "Added people to a test"),
    "audit.did.start_sitting": ("开始了考试", "Started a test"),
    "audit.did.save_answer": ("作答了试题", "Answered questions of a test"),
    "audit.did.save_answers": ("保存了整页作答", "Saved the answers of a page"),
    "audit.did.hear_question": ("播放了考试里的录音", "Played a recording in a test"),
    "audit.did.submit_sitting": ("交了卷", "Submitted a test"),
    "audit.did.end_sittings": ("到时自动交卷", "Ended tests whose time was up"),
    "audit.did.miss_sittings": ("记录了缺考", "Recorded absences from a test"),
    "audit.did.give_more_time": ("增加了答题时间", "Gave more time for a test"),
    "audit.did.give_more_time_now": ("考试中增加了答题时间", "Gave more time during a test"),
    "audit.thing.assessment.blueprint": ("组卷方案", "test blueprint"),
    "audit.thing.assessment.exam": ("考试", "test"),
    "audit.thing.assessment.sitting": ("考生答卷", "sitting of a test"),
    "audit.thing.assessment.answer": ("试题作答", "answer in a test"),
}
WORDS = STATES | MOVES | RIGHTS | BLUEPRINTS | RUNNING | AUDIT

"""Revisions of courses: why they are opened, their states, moves, rights, refusals."""

WORDS = {
    "programme.revision.state.open": ("待定方案", "To be planned"),
    "programme.revision.state.planned": ("修订中", "Being revised"),
    "programme.revision.state.done": ("新版本已用，等效果", "New version in use, effect awaited"),
    "programme.revision.state.measured": ("新版本已评估", "New version assessed"),
    "programme.revision.why.worse": ("“{outcome}”变差了", "“{outcome}” got worse"),
    "programme.revision.why.no_difference": ("“{outcome}”看不出差别", "No difference seen in “{outcome}”"),
    "programme.revision.why.ratings": (
        "课后反馈“{asked}”偏低：{estimate}，可信范围 [{low}, {high}]（5 分制）",
        "Low feedback on “{asked}”: {estimate} of 5, interval [{low}, {high}]",
    ),
    "programme.revision.why.marks": (
        "课后题得分率偏低：{estimate}，可信范围 [{low}, {high}]",
        "Low marks in lesson questions: {estimate}, interval [{low}, {high}]",
    ),
    "programme.revision.why.hand": ("{words}", "{words}"),
    "programme.asked.content": ("内容", "content"),
    "programme.asked.teaching": ("讲授", "teaching"),
    "programme.asked.use": ("对工作有用", "use at work"),
    "move.plan_revision": ("定修订方案", "Plan the revision"),
    "move.finish_revision": ("修订完成", "Finish the revision"),
    "move.measure_revision": ("评估新版本", "Assess the new version"),
    "duty.course.revise": ("修订课程", "Revise a course"),
    "right.programme.revision.see": ("查看课程修订", "See revisions of courses"),
    "right.programme.revision.open": ("提出课程修订", "Ask for a course to be revised"),
    "right.programme.revision.write": ("制定课程修订方案", "Plan the revision of a course"),
    "right.programme.trainer.see": ("查看内训师业绩", "See a trainer’s results"),
    "programme.revision_without_reason": ("请写明为什么要修订。", "Say why the course should be revised."),
    "programme.revision_runs": (
        "这门课已经有一次修订在进行。",
        "A revision of this course is already under way.",
    ),
    "programme.revision_empty": (
        "请写明内容改什么、教法改什么。",
        "Say what changes in the content and what in the teaching method.",
    ),
    "programme.revision_day": (
        "完成日期要在今天到一年之内。",
        "Choose a completion date between today and a year from now.",
    ),
    "programme.revision_no_version": (
        "还没有比第 {number} 版更新的版本在用。请先发布新版本。",
        "No version newer than version {number} is in use yet. Publish the new version first.",
    ),
    "audit.did.open_revision": ("提出了课程修订", "Asked for a course to be revised"),
    "audit.did.plan_revision": ("制定了课程修订方案", "Planned the revision of a course"),
    "audit.did.finish_revision": ("完成了课程修订", "Finished the revision of a course"),
    "audit.did.measure_revision": ("评估了修订后的课程", "Assessed a revised course"),
    "audit.thing.programme.revision": ("课程修订", "revision of a course"),
}

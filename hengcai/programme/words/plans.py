"""Needs and training plans: states, reasons, moves, rights, refusals, acts."""

NAMES = {
    "programme.plan.state.draft": ("草稿", "Draft"),
    "programme.plan.state.approved": ("已批准", "Approved"),
    "programme.plan.state.closed": ("已结束", "Closed"),
    "programme.plan.kind.year": ("年度培训计划", "Yearly plan"),
    "programme.plan.kind.quarter": ("季度培训计划", "Quarterly plan"),
    "programme.plan.kind.month": ("月度培训计划", "Monthly plan"),
    "programme.plan.kind.intensive": ("专项集训", "Intensive"),
    "programme.way.open": ("还没安排", "not arranged yet"),
    "programme.way.learning": ("正在学", "learning"),
    "programme.way.learned": ("已学完，等下次评价", "learned, awaiting the next rating"),
    "programme.left_out.off_duty": ("场次都不在班次时间内", "no session within their shifts"),
    "programme.left_out.away": ("请假或不在岗", "on leave or away"),
    "programme.left_out.taught": ("同时段已有其他培训", "in other training at that time"),
    "programme.left_out.no_session": ("这门课还没排场次", "no session of this course planned"),
    "programme.left_out.full": ("名额已满", "sessions are full"),
    "programme.left_out.twice": ("与本人另一场培训冲突", "clashes with another session of theirs"),
    "programme.left_out.understaffed": ("班组同时段离岗人数已到上限", "too many of the team away at that time"),
    "move.change_training_plan": ("修改培训计划", "Change the training plan"),
    "move.gather_needs": ("汇总需求", "Gather needs"),
    "move.settle_need": ("调整需求", "Settle a need"),
    "move.make_timetable": ("自动排班", "Make the timetable"),
    "move.approve_training_plan": ("批准培训计划", "Approve the training plan"),
    "move.close_training_plan": ("结束培训计划", "Close the training plan"),
}
RIGHTS = {
    "right.programme.plan.see": ("查看培训计划", "See training plans"),
    "right.programme.plan.write": ("制定培训计划", "Write training plans"),
    "right.programme.plan.approve": ("批准培训计划", "Approve training plans"),
    "right.programme.need.see": ("查看培训计划里的个人需求", "See people’s needs in training plans"),
    "right.programme.gap.see": ("查看谁还差什么", "See who still lacks what"),
}
REFUSALS = {
    "programme.no_quarter": (
        "还没有已发布的季度结果，没有差距可汇总。",
        "No quarterly results have been published yet, so there are no gaps to start from.",
    ),
    "programme.need_unsettled": (
        "请选一门课；不安排的请写明原因。",
        "Choose a course, or give a reason why nothing is planned.",
    ),
    "programme.line_wrong": (
        "场次数在 0 到 200 之间，费用不能为负。",
        "Sessions have to be between 0 and 200, and the cost cannot be negative.",
    ),
    "programme.own_plan": (
        "自己制定的计划要由别人批准。",
        "A plan has to be approved by someone other than its author.",
    ),
    "programme.name_missing": (
        "请填写计划名称和类型，名称最多 120 个字。",
        "Enter a name of up to 120 characters and a type.",
    ),
    "programme.days_wrong": (
        "请检查起止日期（最长 {most} 天）和离岗比例（1 到 100）。",
        "Check the dates (at most {most} days) and the share away at once (1 to 100).",
    ),
    "programme.because_missing": (
        "专项集训要写明原因，例如“9 月计费投诉激增”。",
        "Say what makes the intensive necessary, such as a surge of billing complaints.",
    ),
    "programme.unknown": ("没有这份培训计划。", "There is no such training plan."),
}
AUDIT = {
    "audit.did.approve_training_plan": ("批准了培训计划", "Approved a training plan"),
    "audit.did.change_training_plan": ("修改了培训计划", "Changed a training plan"),
    "audit.did.close_training_plan": ("结束了培训计划", "Closed a training plan"),
    "audit.did.draft_training_plan": ("新建了培训计划", "Drafted a training plan"),
    "audit.did.gather_needs": ("汇总了培训需求", "Gathered training needs"),
    "audit.did.make_timetable": ("自动排了培训班次", "Made a training timetable"),
    "audit.did.settle_line": ("填写了培训计划的课程", "Settled a course of a training plan"),
    "audit.did.settle_need": ("调整了个人培训需求", "Settled a person’s training need"),
    "audit.thing.programme.line": ("培训计划的课程", "course of a training plan"),
    "audit.thing.programme.need": ("个人培训需求", "person’s training need"),
    "audit.thing.programme.trainingplan": ("培训计划", "training plan"),
}
WORDS = NAMES | RIGHTS | REFUSALS | AUDIT

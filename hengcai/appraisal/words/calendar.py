"""What the calendar of cycles says and refuses, and what the audit log and the rights table call its acts."""

REFUSALS = {
    "appraisal.template_kind": (
        "“{value}”不能设自动排期；只有月度、季度、试用期、年度可以，专项评估要每次单独新建。",
        "Cycles of type “{value}” cannot be scheduled automatically. Month, quarter, probation and year can; "
        "a special appraisal is created each time.",
    ),
    "appraisal.template_zone": (
        "没有一个职场在时区“{value}”；请选有职场的时区，或者留空。",
        "No site is in the time zone “{value}”. Choose the time zone of a site or leave this empty.",
    ),
    "appraisal.template_days": (
        "天数要在 0 到 {most} 之间，不能是 {value}。",
        "Enter a number of days between 0 and {most}, not {value}.",
    ),
    "appraisal.template_rated": (
        "有评价表的类型，要填自评、同事与实操、上级三个截止日；月度和年度没有评价表，不用填。",
        "For cycles with rating forms, enter the deadlines for self-assessments, peers and practical tests, "
        "and line managers. Leave them empty for a month or a year.",
    ),
    "appraisal.template_order": (
        "先后顺序不对：开始不能晚于自评截止，自评截止不能晚于上级截止，自动计算和发布都不能早于最后一个截止日。",
        "The dates are in the wrong order. Opening must come first, then self-assessments, then line "
        "managers; calculation and publication cannot come before the last of these.",
    ),
    "appraisal.nothing_to_lay_out": ("现在没有待安排的周期。", "There is no cycle to schedule at the moment."),
    "appraisal.deadline_waits": (
        "这个时点还没到，或者已经处理过。",
        "This date has not been reached yet, or has already been dealt with.",
    ),
    "appraisal.deadline_shortened": (
        "已经通知的截止日只能延后：现在是 {day}，不能提前到 {wish}。",
        "A deadline that has been announced can only be extended. It is {day} and cannot be brought forward to {wish}.",
    ),
    "appraisal.nothing_lengthened": (
        "没有一个截止日被延后；请至少改一个到更晚的日期。",
        "No deadline was extended. Move at least one to a later day.",
    ),
    "appraisal.nothing_to_lengthen": (
        "这个周期现在没有可以延后的截止日。还没开始的，可以直接修改日期；已经提请发布的，不能再改。",
        "This cycle has no deadlines to extend at the moment. In a draft you can simply change the dates; "
        "once publication has been proposed, they are fixed.",
    ),
    "appraisal.nobody_late": ("没有逾期未交的评价。", "No ratings are overdue."),
    "appraisal.nudged_all_today": (
        "今天已经催过一次，明天才能再催。",
        "Everyone has already been reminded today. You can send the next reminder tomorrow.",
    ),
}
CALLED = {
    "right.appraisal.template.settle": ("设置考核周期的自动排期", "Set up automatic scheduling of cycles"),
    "audit.did.take_exam_marks": ("计入了考试成绩", "Added the marks of a test"),
    "audit.did.settle_template": ("设置了考核周期的自动排期", "Changed the automatic scheduling of cycles"),
    "audit.did.lay_out_cycle": ("按自动排期新建了考核周期", "Scheduled a cycle automatically"),
    "audit.did.pass_deadline": ("处理了考核周期的到期时点", "Dealt with a date in a cycle"),
    "audit.did.lengthen_cycle": ("延后了考核周期的截止日", "Extended deadlines of a cycle"),
    "audit.did.change_draft": ("修改了未开始的考核周期", "Changed a cycle that has not been opened"),
    "audit.did.nudge_late": ("催办了逾期未交评价的人", "Reminded all overdue raters"),
    "audit.thing.appraisal.cycletemplate": ("自动排期", "automatic scheduling"),
    "audit.thing.appraisal.deadline": ("考核周期的时点", "date in a cycle"),
    "audit.thing.appraisal.lengthening": ("截止日延后", "extended deadline"),
    "audit.thing.appraisal.nudge": ("一次催办", "reminder to all"),
    "move.change_draft": ("修改日期", "Change dates"),
}
SHOWN = {
    "deadline.open": ("开始", "Opens"),
    "deadline.self": ("自评截止", "Self-assessments due"),
    "deadline.others": ("同事与实操截止", "Peers and practical tests due"),
    "deadline.superior": ("上级评价截止", "Line managers due"),
    "deadline.close": ("自动计算", "Automatic calculation"),
    "deadline.publish": ("最晚发布", "Publication due"),
    "deadline.field.self_due_on": ("自评", "Self-assessments"),
    "deadline.field.others_due_on": ("同事与实操", "Peers and practical tests"),
    "deadline.field.superior_due_on": ("上级评价", "Line managers"),
    "deadline.field.publish_due_on": ("发布", "Publication"),
}
WORDS = REFUSALS | CALLED | SHOWN

"""What the calendar of cycles says and refuses, and what the audit log and the rights table call its acts."""

REFUSALS = {
    "appraisal.template_kind": (
        "“{value}”不能设自动排期；只有月度、季度、试用期、年度可以，专项评估要每次单独新建。",
        "“{value}” has no template; month, quarter, probation and year have one, a special appraisal is created each time.",
    ),
    "appraisal.template_zone": (
        "没有一个职场在时区“{value}”；请选有职场的时区，或者留空。",
        "No site is in the time zone “{value}”; choose a site's zone or leave it empty.",
    ),
    "appraisal.template_days": (
        "天数要在 0 到 {most} 之间，不能是 {value}。",
        "{value} days is not between 0 and {most}.",
    ),
    "appraisal.template_rated": (
        "有评价表的类型，要填自评、同事与实操、上级三个截止日；月度和年度没有评价表，不用填。",
        "A kind with forms needs last days for self, peers and practical, and line managers; a month or year has none.",
    ),
    "appraisal.template_order": (
        "先后顺序不对：开始不能晚于自评截止，自评截止不能晚于上级截止，自动计算和发布都不能早于最后一个截止日。",
        "Out of order: opening comes no later than self-assessments, those no later than line managers, and neither "
        "calculation nor publication before the last of them.",
    ),
    "appraisal.nothing_to_lay_out": ("现在没有要排出的周期。", "No cycle is to be laid out now."),
    "appraisal.deadline_waits": ("这个时点还没到，或者已经处理过。", "That moment has not come yet, or was seen to."),
    "appraisal.deadline_shortened": (
        "已经通知的截止日只能延后：现在是 {day}，不能提前到 {wish}。",
        "A deadline that was announced is only ever put off: it is {day} and cannot become {wish}.",
    ),
    "appraisal.nothing_lengthened": (
        "没有一个截止日被延后；请至少改一个到更晚的日期。",
        "No deadline was put off; move at least one to a later day.",
    ),
    "appraisal.nothing_to_lengthen": (
        "这个周期现在没有可以延后的截止日。还没开始的，可以直接修改日期；已经提请发布的，不能再改。",
        "This cycle has no deadline to put off now. A draft's dates are simply changed; once publication is proposed none is.",
    ),
    "appraisal.nobody_late": ("没有逾期未交的评价。", "No rating is overdue."),
    "appraisal.nudged_all_today": (
        "今天已经催过一次，明天才能再催。",
        "Everybody was reminded today; you can do so again tomorrow.",
    ),
}
CALLED = {
    "right.appraisal.template.settle": ("设置考核周期的自动排期", "Set how cycles lay themselves out"),
    "audit.did.settle_template": ("设置了考核周期的自动排期", "Set how cycles lay themselves out"),
    "audit.did.lay_out_cycle": ("按自动排期新建了考核周期", "Laid out a cycle by its template"),
    "audit.did.pass_deadline": ("处理了考核周期的到期时点", "Saw to a moment of a cycle"),
    "audit.did.lengthen_cycle": ("延后了考核周期的截止日", "Put off deadlines of a cycle"),
    "audit.did.change_draft": ("修改了未开始的考核周期", "Changed a cycle not opened yet"),
    "audit.did.nudge_late": ("催办了逾期未交评价的人", "Reminded all raters who are late"),
    "audit.thing.appraisal.cycletemplate": ("自动排期", "template of cycles"),
    "audit.thing.appraisal.deadline": ("考核周期的时点", "moment of a cycle"),
    "audit.thing.appraisal.lengthening": ("截止日延后", "put-off deadline"),
    "audit.thing.appraisal.nudge": ("一次催办", "reminder to all"),
    "move.change_draft": ("修改日期", "Change dates"),
}
SHOWN = {
    "deadline.open": ("开始", "Opens"),
    "deadline.self": ("自评截止", "Self-assessments end"),
    "deadline.others": ("同事与实操截止", "Peers and practical tests end"),
    "deadline.superior": ("上级评价截止", "Line managers end"),
    "deadline.close": ("自动计算", "Calculated by itself"),
    "deadline.publish": ("最晚发布", "To be published"),
    "deadline.field.self_due_on": ("自评", "Self-assessments"),
    "deadline.field.others_due_on": ("同事与实操", "Peers and practical tests"),
    "deadline.field.superior_due_on": ("上级评价", "Line managers"),
    "deadline.field.publish_due_on": ("发布", "Publication"),
}
WORDS = REFUSALS | CALLED | SHOWN

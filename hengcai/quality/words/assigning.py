"""What is said of assigning a plan, of who does not score whom, and of drawing again."""

NAMES = {
    "quality.exclusion.reason.relative": ("亲属", "Relative"),
    "quality.exclusion.reason.former_team": ("原来的班组", "Former team"),
    "quality.exclusion.reason.other": ("其他", "Other"),
    "quality.barred.own": ("本人", "themselves"),
    "quality.barred.led": ("带过的组员", "led them"),
    "quality.barred.team": ("近期同组", "recently in the same team"),
    "quality.barred.named": ("计划里写明不评", "named in the plan"),
    "quality.barred.relative": ("亲属回避", "relative"),
    "quality.barred.former_team": ("原班组回避", "former team"),
    "quality.barred.other": ("登记了回避", "exclusion on record"),
    "quality.barred.away": ("评分期间不在岗", "absent for the whole scoring period"),
    "quality.pick.excluded": ("分配后登记了回避", "Excluded since it was assigned"),
}
REFUSED = {
    "quality.plan_being_drawn": (
        "后台正在抽样，抽完才能继续。",
        "The sample is still being drawn. You can continue once that has finished.",
    ),
    "quality.plan_being_assigned": (
        "后台正在重新分配，分完才能继续。",
        "The contacts are still being assigned. You can continue once that has finished.",
    ),
    "quality.plan_not_drawn": ("还没有抽样，没有可比的。", "Nothing is drawn yet, so there is nothing to compare."),
    "quality.exclusion_reason_unknown": ("回避原因只能是：{known}。", "The reason must be one of {known}."),
    "quality.exclusion_without_note": (
        "选“其他”要写明原因。",
        "If you choose “Other”, enter the reason.",
    ),
    "quality.exclusion_note_long": ("说明最多 {most} 字。", "A note can have {most} characters at most."),
    "quality.excluded_already": (
        "{name}对{agent}的回避已经登记过。",
        "There is already an exclusion for {name} and {agent}.",
    ),
    "quality.exclusion_ended": ("这条回避已经解除。", "This exclusion has already ended."),
    "quality.excluded": (
        "{name}要回避：{agents} 的录音和对话不能分配给这位质检员。",
        "{name} is excluded from scoring {agents}, so these contacts cannot be assigned to {name}.",
    ),
    "move.assign_plan": ("重新分配", "Assign again"),
    "move.assign_draw": ("分配下一轮", "Assign the next round"),
    "move.draw_next": ("抽下一轮", "Draw the next round"),
}
WORDS = NAMES | REFUSED

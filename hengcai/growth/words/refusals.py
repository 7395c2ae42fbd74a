"""Refusals, each with what to do instead."""

WORDS = {
    "growth.steps_count": ("一个通道要有 1 到 {most} 级。", "A ladder needs between 1 and {most} steps."),
    "growth.step_below": (
        "“{competency}”在低一级要求 {level} 级，这一级也必须写，而且不能更低。",
        "The step below asks for {competency} at level {level}; this step must ask for at least the same.",
    ),
    "growth.post_unknown": (
        "没有“{value}”这个岗位，可以填：{known}。",
        "There is no role “{value}”. You can use: {known}.",
    ),
    "growth.track_unknown": (
        "通道只能写 {known}，不能写“{value}”。",
        "“{value}” is not a track. You can use: {known}.",
    ),
    "growth.competency_unknown": (
        "现行能力模型里没有“{value}”这项能力。",
        "The current competency library does not contain “{value}”.",
    ),
    "growth.level_outside": (
        "能力级别要在 1 到 5 之间，不能是 {value}。",
        "A level must be between 1 and 5, not {value}.",
    ),
    "growth.allowance_negative": ("津贴不能是负数（{value}），请修改。", "An allowance cannot be negative ({value})."),
    "growth.name_missing": ("名称不能空着，中文或英文至少写一种。", "Enter a name, in Chinese or in English."),
    "growth.too_long": ("太长了，最多 {longest} 个字。", "This is too long; use no more than {longest} characters."),
    "growth.code_malformed": (
        "代号“{value}”不能用。请用英文字母、数字和下划线，字母开头，最多 40 个字符。",
        "The code “{value}” cannot be used. Use letters, digits and underscores, start with a letter, and "
        "use no more than 40 characters.",
    ),
    "growth.preset_unknown": ("没有名为“{value}”的预置通道。", "There is no built-in ladder called “{value}”."),
    "growth.draft_there": (
        "这个通道已经有一份草稿，请直接改那一份。",
        "There is already a draft of this ladder. Change that one instead.",
    ),
    "growth.edited_meanwhile": (
        "您打开之后，别人改过这份内容。您写的还在页面上，请先复制下来，刷新后再改。",
        "Someone has changed this since you opened it. Reload the page and make your changes again; what you "
        "typed is still shown here.",
    ),
    "growth.changed_since_shown": (
        "您打开页面之后，这份计划又改过。请刷新页面，看过现在的内容再签字。",
        "This plan has changed since you opened the page. Reload it and read the current text before you sign.",
    ),
    "growth.ladder_not_in_force": (
        "通道的这一版已经不用，不能据此定级，请用现行版本。",
        "This version of the ladder is not in force, so no steps can be decided with it.",
    ),
    "growth.not_ready": (
        "还差 {count} 项条件，条件齐了才能评这一级。",
        "{count} conditions have not been met yet, so this step cannot be given.",
    ),
    "growth.not_ready.one": (
        "还差 1 项条件，条件齐了才能评这一级。",
        "One condition has not been met yet, so this step cannot be given.",
    ),
    "growth.first_step_first": ("首次定级要从第一级开始。", "Everyone starts on the first step."),
    "growth.one_step_at_a_time": ("一次只能晋一级。", "You can only go up one step at a time."),
    "growth.too_early_to_lower": (
        "复评日是 {day}，复评日之前不能降级。",
        "The next review is on {day}. A step cannot be lowered before then.",
    ),
    "growth.proof_unknown": (
        "这一级不要求这项佐证。请刷新页面，按现在的条件登记。",
        "This step does not ask for that evidence.",
    ),
    "growth.day_to_come": ("日期不能晚于今天。", "The date cannot be later than today."),
    "growth.in_reserve_already": (
        "这个人已经在后备人才名单里。",
        "This person is already in the talent pool for this step.",
    ),
    "growth.reserve_ended": (
        "这个人已经移出后备人才名单。",
        "This person has already been removed from the talent pool.",
    ),
    "growth.reason_missing": ("请写明理由。", "Enter the reason."),
    "growth.year_unlikely": ("年份 {value} 不对，请检查。", "{value} is not a valid year here."),
    "growth.plan_there": (
        "{year} 年已经有一份没有结束的个人发展计划，请接着填那一份。",
        "There is already an open plan for {year}.",
    ),
    "growth.goals_many": (
        "目标最多 {most} 条，太多了落不了地。",
        "Set no more than {most} goals; more than that are rarely followed through.",
    ),
    "growth.goals_missing": ("请至少写一条目标，再定稿。", "Enter at least one goal before finalising the plan."),
    "growth.goal_empty": (
        "有一条目标没有写内容，请补上或删掉。",
        "One of the goals is empty. Describe it or remove it.",
    ),
    "growth.goal_day_missing": ("每条目标都要有完成日期。", "Enter a date for every goal."),
    "growth.not_to_sign": (
        "计划还没有定稿，或者已经签完，现在不用签。",
        "This plan cannot be signed now: it has not been finalised yet, or both have already signed.",
    ),
    "growth.signed_already": ("您已经签过字，不用再签。", "You have already signed this plan."),
    "growth.signature_missing": ("还差一方签字，签齐以后才能继续。", "One signature is still missing."),
    "growth.goal_not_now": ("计划定稿之后才能登记进展。", "Progress can be recorded once the plan has been finalised."),
}

"""Refusals, each with what to do instead."""

WORDS = {
    "growth.steps_count": ("要有 1 到 {most} 级。", "There must be between 1 and {most} steps."),
    "growth.step_below": (
        "“{competency}”在下一级要求 {level} 分，这一级不能不写，也不能更低。",
        "The step below asks for {competency} at {level}; this one cannot ask for less or leave it out.",
    ),
    "growth.post_unknown": ("没有“{value}”这个岗位。可用：{known}。", "There is no post “{value}”. Known: {known}."),
    "growth.track_unknown": ("通道只能写 {known}，不能写“{value}”。", "The track is one of {known}, not “{value}”."),
    "growth.competency_unknown": (
        "在用的胜任力库里没有“{value}”。",
        "The competency library in force has no “{value}”.",
    ),
    "growth.level_outside": ("级别在 1 到 5 之间，不能是 {value}。", "A level is between 1 and 5, not {value}."),
    "growth.allowance_negative": ("津贴不能是负数：{value}。", "An allowance cannot be negative: {value}."),
    "growth.name_missing": ("名称不能空着，中文或英文至少写一种。", "Give a name, in Chinese or in English."),
    "growth.too_long": ("太长了，最多 {longest} 个字。", "Too long; at most {longest} characters."),
    "growth.code_malformed": (
        "代号“{value}”不能用。请用英文字母、数字和下划线，字母开头，最多 40 个字符。",
        "The code “{value}” cannot be used: letters, digits and underscores, beginning with a letter, 40 at most.",
    ),
    "growth.preset_unknown": ("没有预置“{value}”。", "No ladder called “{value}” is shipped."),
    "growth.draft_there": (
        "这个通道已有一份草稿，请改那一份。",
        "There is a draft of this ladder already; change that one.",
    ),
    "growth.edited_meanwhile": (
        "打开之后别人改过了。请刷新后再改，您写的内容还在页面上。",
        "Somebody has changed it since you opened it. Load the page again; what you typed is still here.",
    ),
    "growth.ladder_not_in_force": (
        "这个通道的这一版没有在用，不能据此定级。",
        "This version of the ladder is not in force.",
    ),
    "growth.not_ready": (
        "还差 {count} 项条件，不能评这一级。",
        "{count} conditions are not met yet; this step cannot be given.",
    ),
    "growth.not_ready.one": (
        "还差 1 项条件，不能评这一级。",
        "One condition is not met yet; this step cannot be given.",
    ),
    "growth.first_step_first": ("首次定级从第一级开始。", "The first step comes first."),
    "growth.one_step_at_a_time": ("一次只能晋一级。", "Only one step up at a time."),
    "growth.too_early_to_lower": (
        "复评日是 {day}，在此之前不能降级。",
        "The re-rating is on {day}; no step down before that.",
    ),
    "growth.proof_unknown": ("这一级没有这项佐证。", "This step does not ask for that proof."),
    "growth.day_to_come": ("日期还没到。", "That day is still to come."),
    "growth.in_reserve_already": ("已经在后备名单里了。", "Already in the reserve pool for this step."),
    "growth.reserve_ended": ("已经移出后备名单了。", "Already taken out of the reserve pool."),
    "growth.reason_missing": ("请写明理由。", "Please give the reason."),
    "growth.year_unlikely": ("年份 {value} 不对。", "The year {value} cannot be right."),
    "growth.plan_there": ("{year} 年已有一份没结束的计划。", "There is an open plan for {year} already."),
    "growth.goals_many": (
        "目标最多 {most} 条，太多了落不了地。",
        "At most {most} goals; more are not followed through.",
    ),
    "growth.goals_missing": ("先写至少一条目标，再定稿。", "Write at least one goal before settling the plan."),
    "growth.goal_empty": ("有一条目标没写内容。", "One of the goals says nothing."),
    "growth.goal_day_missing": ("每条目标都要有完成日期。", "Every goal needs a day."),
    "growth.not_to_sign": ("计划还没定稿，或已经签完，现在不能签。", "The plan is not settled yet, or already signed."),
    "growth.signed_already": ("您已经签过了。", "You have signed already."),
    "growth.signature_missing": ("还差一方签字。", "One signature is still missing."),
    "growth.goal_not_now": ("计划定稿之后才能登记进展。", "Progress is noted once the plan is settled."),
}

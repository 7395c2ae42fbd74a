"""Why something is not done, and what to do instead."""

WORDS = {
    "records.not_published": (
        "这个周期的结果还没有发布，发布后才能通知本人签字。",
        "The results of this cycle are not published yet. Notice and signatures follow publication.",
    ),
    "records.interview_first": (
        "这份结果要先面谈再签字。请先和您的上级约好时间；有不同意见，现在就可以提出异议。",
        "This result is signed after the feedback interview. Arrange it with your line manager first. If you disagree, you "
        "can object now.",
    ),
    "records.words_missing": ("请写明您不认同哪一项、为什么。", "Say what you do not agree with, and why."),
    "records.reason_missing": ("请写明原因。", "Give a reason."),
    "records.wrong_person": (
        "这里要由{name}本人签字，请输入{name}本人的登录密码。刚才输入的密码不对。",
        "This is for {name} to sign, with {name}'s own sign-in password. What was entered is not it.",
    ),
    "records.no_sign_in": (
        "{name}没有登录账号，不能在系统里签字。请先请管理员开通账号。",
        "{name} has no sign-in and cannot sign here. Ask an administrator to set one up.",
    ),
    "records.plan_too_long": ("改进计划最多写 {most} 条。", "The plan holds at most {most} steps."),
    "records.held_later": ("面谈日期不能晚于今天。", "The interview cannot have been held later than today."),
    "records.talk_incomplete": (
        "优点、差距和改进计划都要填写，才能完成面谈。",
        "Strengths, gaps and the plan must be filled in before the interview can be finished.",
    ),
    "records.step_without_words": (
        "改进计划里有一条只写了日期，请写明要做什么。",
        "A step of the plan has a day but no words.",
    ),
    "records.step_without_day": ("“{what}”没有完成日期，请补上。", "“{what}” has no day to be done by."),
    "records.step_past": ("“{what}”的完成日期要晚于面谈日期。", "“{what}” must be due after the day of the interview."),
    "records.appointment_missing": ("请填写面谈的日期和时间。", "Enter the day and time of the interview."),
    "records.appointment_past": ("约定的时间已经过去，请选以后的时间。", "That time is past. Choose a later one."),
    "records.interview_over": (
        "面谈已经结束，或者本人已经签字、提出异议，面谈记录不能再改。",
        "The interview is over, or this result has been answered. Its notes cannot be changed any more.",
    ),
    "records.talk_not_saved": ("面谈表还没有填写，请先填写并保存。", "The interview form has not been filled in yet."),
    "records.stale": (
        "这张面谈表刚在别处改过，您的页面不是最新的。请刷新后再改。",
        "This form has just been changed elsewhere; your page is an older one. Reload and go on.",
    ),
    "records.several_cycles": (
        "一个归档批次只能放一个考核周期的记录。",
        "A batch of the archive holds records of one cycle only.",
    ),
    "records.not_answered_yet": (
        "还有没表态的结果确认，要等它们封存以后才能清除个人信息。",
        "Some of these are not answered yet. Personal data can be erased once they are sealed.",
    ),
}

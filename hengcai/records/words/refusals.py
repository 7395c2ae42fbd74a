"""Why something is not done, and what to do instead."""

WORDS = {
    "records.not_published": (
        "这个周期的结果还没有发布，发布后才能通知本人签字。",
        "The results of this cycle have not been published yet. They can be confirmed and signed once they are.",
    ),
    "records.interview_first": (
        "这份结果要先面谈再签字。请先和您的上级约好时间；有不同意见，现在就可以提出异议。",
        "This result is signed after the appraisal meeting. Arrange the meeting with your line manager "
        "first. If you disagree, you can object now.",
    ),
    "records.words_missing": ("请写明您不认同哪一项、为什么。", "Say what you disagree with and why."),
    "records.reason_missing": ("请写明原因。", "Give a reason."),
    "records.wrong_person": (
        "这里要由{name}本人签字，请输入{name}本人的登录密码。刚才输入的密码不对。",
        "{name} needs to sign here with {name}'s own sign-in password. The password entered is not theirs; "
        "please try again.",
    ),
    "records.no_sign_in": (
        "{name}没有登录账号，不能在系统里签字。请先请管理员开通账号。",
        "{name} has no account and cannot sign here. Ask an administrator to set one up.",
    ),
    "records.plan_too_long": ("改进计划最多写 {most} 条。", "A plan can have {most} steps at most."),
    "records.held_later": ("面谈日期不能晚于今天。", "The meeting date cannot be later than today."),
    "records.talk_incomplete": (
        "优点、差距和改进计划都要填写，才能完成面谈。",
        "Fill in strengths, gaps and the plan before completing the meeting.",
    ),
    "records.step_without_words": (
        "改进计划里有一条只写了日期，请写明要做什么。",
        "One step of the plan has a date but no text. Say what will be done.",
    ),
    "records.step_without_day": ("“{what}”没有完成日期，请补上。", "“{what}” has no date. Enter when it will be done."),
    "records.step_past": (
        "“{what}”的完成日期要晚于面谈日期。",
        "The date for “{what}” must be after the date of the meeting.",
    ),
    "records.appointment_missing": ("请填写面谈的日期和时间。", "Enter the date and time of the meeting."),
    "records.appointment_past": (
        "约定的时间已经过去，请选以后的时间。",
        "That time has already passed. Choose a later one.",
    ),
    "records.interview_over": (
        "面谈已经结束，或者本人已经签字、提出异议，面谈记录不能再改。",
        "The meeting is completed, or the person has already responded to the result, so the notes can no "
        "longer be changed.",
    ),
    "records.talk_not_saved": (
        "面谈表还没有填写，请先填写并保存。",
        "The meeting form has not been filled in yet. Fill it in first.",
    ),
    "records.stale": (
        "这张面谈表刚在别处改过，您的页面不是最新的。请刷新后再改。",
        "This form has just been changed on another device. Reload the page to see the latest version.",
    ),
    "records.several_cycles": (
        "一个归档批次只能放一个考核周期的记录。",
        "An archive batch can only hold records of one cycle.",
    ),
    "records.not_answered_yet": (
        "还有没表态的结果确认，要等它们封存以后才能清除个人信息。",
        "Some of these results have had no response yet. Personal data can be erased once they are sealed.",
    ),
}

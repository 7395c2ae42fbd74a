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
    "records.objection_late": (
        "提出异议的最后一天是 {day}，已经过了。仍有不同意见的，在申诉期限内可以申诉。",
        "The last day to object was {day}. If you still disagree, you can appeal while the time to appeal runs.",
    ),
    "records.reason_missing": ("请写明原因。", "Give a reason."),
    "records.wrong_person": (
        "这里要由{name}本人签字，请输入{name}本人的登录密码。刚才输入的密码不对。",
        "{name} needs to sign here with {name}'s own sign-in password. The password entered is not theirs; "
        "please try again.",
    ),
    "records.no_sign_in": (
        "{name}没有登录账号，不能在系统里签字。请打印结果确认书让本人签字，再到确认页录入扫描件。",
        "{name} has no account and cannot sign here. Print the confirmation, have it signed, and enter the scan on its page.",
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
        "还有未反馈的结果确认，要等它们封存以后才能清除个人信息。",
        "Some of these results have had no response yet. Personal data can be erased once they are sealed.",
    ),
    "records.paper_outcome": ("请选纸上写的是什么。", "Choose what the paper says."),
    "records.paper_day": (
        "请填纸上签署的日期：不早于通知日（{told}），不晚于今天（{today}）。",
        "Enter the day on the paper: not before the notice ({told}), not after today ({today}).",
    ),
    "records.paper_seen_by": (
        "请写签字或送达时谁在场；不能是本人。",
        "Say who was there when it was signed or handed over; not the person themselves.",
    ),
    "records.paper_words.objected": ("请照纸上的原话录入异议。", "Enter the objection as it is written on the paper."),
    "records.paper_words.silent": (
        "请写怎样送达、本人为什么没有反馈。",
        "Say how it was handed over, and why there is no response.",
    ),
    "records.paper_interview_first": (
        "这份结果要先面谈再签字。请先完成面谈，或者在面谈表里写明为什么不能面谈；本人写了异议的，可以先录入。",
        "This result is signed after the appraisal meeting. Finish the meeting first, or say on its form why none is "
        "possible. An objection can be entered now.",
    ),
    "records.paper_answered": (
        "这份结果已有本人反馈，或者已被更正，不能再录入纸质反馈。",
        "There is already a response to this result, or it has been corrected; nothing more can be entered.",
    ),
    "records.paper_waits": (
        "这份结果已录入一份纸质反馈，请先由第二人核对。",
        "A response on paper has already been entered. A second person has to check it first.",
    ),
    "records.paper_closed": ("这份纸质反馈已经处理过。", "This response on paper has already been dealt with."),
    "records.paper_second": (
        "录入的人不能核对，请由另一名人力资源人员或中心负责人对照扫描件核对。",
        "Whoever entered it cannot check it. Someone else in HR, or the head of the centre, must compare it with the scan.",
    ),
    "records.paper_missing": ("请选扫描件或照片。", "Choose the scan or photograph."),
    "records.paper_kind": (
        "只收 PDF 和图片（PNG、JPG、WebP）。看的是文件内容，不看扩展名；这个文件没有收下。",
        "Only PDF and pictures (PNG, JPG, WebP) are accepted. Files are checked by content, not by name; this one was not kept.",
    ),
    "records.paper_too_large": (
        "文件超过 {megabytes} MB，没有收下。请扫描成黑白，或把照片压缩后再传。",
        "The file is larger than {megabytes} MB and was not kept. Scan it in black and white, or make the photograph smaller.",
    ),
}

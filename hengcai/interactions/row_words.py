"""Kinds of file whose rows are rows of one table: what they are called, and why a row of theirs is refused."""

from hengcai.base.say import register

WORDS = {
    "kind.shifts": {"zh": "排班", "en": "Shifts"},
    "kind.absences": {"zh": "请假和缺勤", "en": "Absences"},
    "kind.skill-groups": {"zh": "人员技能组", "en": "Skill groups"},
    "kind.calendar": {"zh": "本中心的日历", "en": "The centre's calendar"},
    "own_day.taken": {
        "zh": "“{value}”这天已经定了，内容不同。要以这次为准，请选“更新已有的记录”（--update）。",
        "en": "“{value}” has already been set differently. To use this row instead, choose to update (--update).",
    },
    "shift.ends_before_start": {
        "zh": "下班时间“{value}”不在上班时间之后，请核对。",
        "en": "the end “{value}” is not after the start. Correct one of them.",
    },
    "shift.too_long": {
        "zh": "从上班到“{value}”超过 24 小时。请核对日期；真有这么长，请分成几行。",
        "en": "the shift lasts more than 24 hours until “{value}”. Check the dates; if they are right, split it into several rows.",
    },
    "shift.taken": {
        "zh": "从“{value}”起的这一班，和此人已有的班重叠。要以这次为准，请选“更新已有的记录”（--update）；"
        "一次和几班重叠的，请先核对。",
        "en": "this shift from “{value}” overlaps another one of the same person. To replace that one, choose to update "
        "(--update); if it overlaps several, check the times first.",
    },
    "absence.ends_before_start": {
        "zh": "结束日期“{value}”早于开始日期，请核对。",
        "en": "the last day “{value}” is before the first. Correct one of them.",
    },
    "absence.taken": {
        "zh": "此人从“{value}”起已有一条同样假别的记录，内容不同。要以这次为准，请选“更新已有的记录”（--update）。",
        "en": "there is already an absence of this kind from “{value}” with different content. To use this one instead, choose "
        "to update (--update).",
    },
    "skill.ends_before_start": {
        "zh": "结束日期“{value}”早于开始日期，请核对。",
        "en": "the last day “{value}” is before the first. Correct one of them.",
    },
    "skill.taken": {
        "zh": "此人从“{value}”起已在这个技能组，结束日期不同。要以这次为准，请选“更新已有的记录”（--update）。",
        "en": "this person is already in this group from “{value}” with a different last day. To use this row instead, choose to "
        "update (--update).",
    },
}
WORDS |= {
    "kind.praise": {"zh": "表扬", "en": "Praise"},
    "kind.complaint-records": {"zh": "投诉记录", "en": "Complaint records"},
    "complaint.taken": {
        "zh": "这位客服代表“{value}”收到的投诉已有一条，内容不同。要改成这一行的内容，请选择更新。",
        "en": "there is already a complaint about this agent received “{value}” with different content. To use this row instead, "
        "choose to update.",
    },
    "complaint.verdict_unknown": {"zh": "认定只能是有责或无责。", "en": "Choose responsible or not responsible."},
    "complaint.reason_missing": {"zh": "请写明认定理由。", "en": "Give the reason."},
    "csat_source.prompt": {"zh": "即时评价", "en": "right after contact"},
    "csat_source.callback": {"zh": "回访", "en": "call-back"},
    "duty.complaint.judge": {"zh": "认定投诉", "en": "Judge a complaint"},
    "complaint.judged.open": {"zh": "待认定", "en": "Not judged"},
    "complaint.judged.upheld": {"zh": "有责", "en": "Responsible"},
    "complaint.judged.not_upheld": {"zh": "无责", "en": "Not responsible"},
    "praise.judged.open": {"zh": "待核实", "en": "Not checked"},
    "praise.judged.upheld": {"zh": "属实", "en": "Confirmed"},
    "praise.judged.not_upheld": {"zh": "不属实", "en": "Not confirmed"},
    "praise.of_nobody": {
        "zh": "没写是哪次交互，也没写是哪位客服。请至少填一个。",
        "en": "the row gives neither the contact nor the agent. Fill in at least one of them.",
    },
    "praise.other_agent": {
        "zh": "这次交互是工号“{found}”接待的，不是“{value}”。请改正其中一个。",
        "en": "this contact was handled by “{found}”, not “{value}”. Correct one of them.",
    },
    "praise.taken": {
        "zh": "同一位客服“{value}”收到的这条表扬已有记录，内容不同。要以这次为准，请选“更新已有的记录”（--update）。",
        "en": "there is already praise for this agent received “{value}” with different content. To use this row instead, choose "
        "to update (--update).",
    },
    "kind.ticket-steps": {"zh": "工单流转", "en": "Ticket steps"},
    "step.ends_before_start": {
        "zh": "转出时间“{value}”早于转入时间，请核对。",
        "en": "the end “{value}” is before the start. Correct one of them.",
    },
    "step.taken": {
        "zh": "这张工单从“{value}”起在此人手里的这一段已有记录，内容不同（例如那时还没转出）。要以这次为准，请选“更新已有的记录”"
        "（--update）。",
        "en": "this ticket's time with this agent from “{value}” has already been recorded with different content (perhaps it "
        "was still open then). To use this row instead, choose to update (--update).",
    },
    "openings.malformed": {
        "zh": "“{value}”不是时段。请写成 8:30-12:00，几段之间用逗号隔开；全天写 0:00-24:00，不服务就空着。",
        "en": "“{value}” is not a time range. Write it like 8:30-12:00, separate several with commas, write 0:00-24:00 for all "
        "day, and leave it empty if closed.",
    },
    "openings.past_midnight": {
        "zh": "“{value}”过了零点。请写到 24:00，剩下的从 0:00 起写在第二天。",
        "en": "“{value}” goes past midnight. Write it up to 24:00 and the rest from 0:00 on the next day.",
    },
    "openings.overlap": {
        "zh": "“{value}”里有两段重叠，请核对。",
        "en": "two time ranges in “{value}” overlap. Correct one of them.",
    },
    "openings.never": {
        "zh": "一周里一段服务时间都没有。请至少写一天。",
        "en": "there are no service hours in the whole week. Enter hours for at least one day.",
    },
}
register(WORDS)

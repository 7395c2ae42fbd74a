"""Sentences of 会议纪要."""

WORDS = {
    "form.minutes": ("考核小组会议纪要", "Minutes of the review panel"),
    "form.minutes.note": (
        "决定和票数要如实写。由到会的另一名成员确认后定稿。",
        "Record decisions and votes as they were made. The minutes are final once another member who "
        "attended has approved them.",
    ),
    "form.used_for.minutes": ("考核小组开会时填写", "Taken at a meeting of the review panel"),
    "form.ask.meeting": ("会议编号", "Meeting number"),
    "form.no_meeting": (
        "没有编号 {number} 的会议，或者不在您的查看范围内。",
        "There is no meeting {number}, or you do not have access to it.",
    ),
    "form.fact.meeting": ("会议", "Meeting"),
    "form.fact.met_on": ("开会日期", "Date of meeting"),
    "form.fact.attended": ("到会", "Present"),
    "form.fact.guests": ("列席", "In attendance"),
    "form.fact.minuted_by": ("记录人", "Minutes by"),
    "form.fact.approved_by": ("确认人", "Approved by"),
    "form.column.topic": ("议题", "Agenda item"),
    "form.column.discussion": ("讨论情况", "Discussion"),
    "form.column.decision": ("决定", "Decision"),
    "form.column.votes": ("表决", "Votes"),
    "form.sign.minutes_writer": ("记录人", "Minutes by"),
    "form.sign.minutes_second": ("确认人", "Approved by"),
    "form.minutes.votes": (
        "赞成 {agreed}，反对 {against}，弃权 {abstained}",
        "{agreed} for, {against} against, {abstained} abstained",
    ),
    "form.minutes.tasks": ("交办任务", "Actions agreed"),
    "form.minutes.task": ("任务", "Action"),
    "form.minutes.owner": ("负责人", "Owner"),
    "form.minutes.task_due": ("期限", "Due"),
}

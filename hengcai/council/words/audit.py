"""What the audit log calls these acts and rows, and what each right is."""

ACTS = {
    "audit.did.add_seat": ("登记了考核小组任期", "Entered a term on the review panel"),
    "audit.did.end_seat": ("结束了考核小组任期", "Ended a term on the review panel"),
    "audit.did.write_meeting": ("写了会议纪要", "Wrote meeting minutes"),
    "audit.did.edit_meeting": ("修改了会议纪要", "Edited meeting minutes"),
    "audit.did.approve_meeting": ("确认了会议纪要", "Approved meeting minutes"),
    "audit.did.add_project": ("成立了专项工作组", "Set up a project group"),
    "audit.did.join_project": ("登记了专项工作组成员", "Added a member to a project group"),
    "audit.did.close_project": ("结束了专项工作组", "Closed a project group"),
    "audit.did.set_errand": ("交办了任务", "Assigned a task"),
    "audit.did.finish_errand": ("完成了任务", "Completed a task"),
    "audit.did.drop_errand": ("取消了任务", "Cancelled a task"),
    "audit.did.suggest": ("提了合理化建议", "Made a suggestion"),
    "audit.did.suggest_unnamed": ("收到一条匿名建议", "An anonymous suggestion came in"),
    "audit.did.take_up_suggestion": ("受理了合理化建议", "Started looking into a suggestion"),
    "audit.did.answer_suggestion": ("答复了合理化建议", "Answered a suggestion"),
    "audit.did.note_article": ("记下了建议对应的条款", "Recorded which article a suggestion led to"),
    "audit.did.read_suggestion": ("查看了建议的答复", "Read the answer to a suggestion"),
}
THINGS = {
    "audit.thing.council.seat": ("考核小组任期", "term on the review panel"),
    "audit.thing.council.meeting": ("会议纪要", "meeting minutes"),
    "audit.thing.council.topic": ("会议议题", "agenda item"),
    "audit.thing.council.project": ("专项工作组", "project group"),
    "audit.thing.council.projectmember": ("专项工作组成员", "member of a project group"),
    "audit.thing.council.task": ("考核小组任务", "task of the review panel"),
    "audit.thing.council.suggestion": ("合理化建议", "suggestion"),
    "audit.thing.council.article": ("建议对应的条款", "article a suggestion led to"),
}
RIGHTS = {
    "right.council.group.see": ("查看考核小组的成员、纪要和任务", "See the review panel’s members, minutes and tasks"),
    "right.council.seat.keep": ("登记考核小组任期", "Enter terms on the review panel"),
    "right.council.meeting.write": ("写会议纪要", "Write minutes"),
    "right.council.meeting.approve": ("确认会议纪要", "Approve minutes"),
    "right.council.task.set": ("交办任务、成立专项工作组", "Assign tasks and set up project groups"),
    "right.council.task.end": ("完成自己的任务", "Complete their own tasks"),
    "right.council.task.see": ("查看任务", "See tasks"),
    "right.council.project.see": ("查看专项工作组", "See project groups"),
    "right.council.suggestion.write": ("提合理化建议", "Make a suggestion"),
    "right.council.suggestion.see": ("查看合理化建议", "See suggestions"),
    "right.council.suggestion.answer": ("答复合理化建议", "Answer suggestions"),
}
WORDS = ACTS | THINGS | RIGHTS

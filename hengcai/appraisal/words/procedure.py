"""The way of a policy into force: states, moves, duties, refusals."""

WORDS = {
    "policy.discussed": ("征求意见", "Open for comments"),
    "policy.decided": ("已讨论决定", "Decided"),
    "policy.announced": ("已公示", "Announced"),
    "policy.withdrawn": ("已撤回", "Withdrawn"),
    "move.discuss_policy": ("征求意见", "Open for comments"),
    "move.amend_policy": ("按意见修改", "Amend after comments"),
    "move.decide_policy": ("讨论决定", "Record the decision"),
    "move.announce_policy": ("公示", "Announce"),
    "move.withdraw_policy": ("撤回这一版", "Withdraw this version"),
    "duty.policy.read_draft": ("制度征求意见，请查看并提意见", "Read a draft policy and comment"),
    "duty.policy.sign": ("签收考核制度", "Acknowledge an appraisal policy"),
    "policy_comment.answer.taken": ("采纳", "Accepted"),
    "policy_comment.answer.partly": ("部分采纳", "Partly accepted"),
    "policy_comment.answer.not_taken": ("未采纳", "Not accepted"),
    "policy_capacity.union": ("工会", "Trade union"),
    "policy_capacity.staff": ("职工代表", "Staff representative"),
    "policy_capacity.panel": ("考核小组", "Review panel"),
    "policy_capacity.management": ("管理方", "Management"),
    "policy.discussion_too_short": (
        "征求意见的截止日最早是明天，{closes} 太早，请改晚。",
        "Comments must stay open until tomorrow at least; {closes} is too early.",
    ),
    "policy.reasons_missing": (
        "还有 {count} 处改动没有写理由，请补上。每处改动都要让大家知道为什么。",
        "{count} changes do not have a reason yet. Enter one for each, so that everyone knows why.",
    ),
    "policy.reasons_missing.one": (
        "还有 1 处改动没有写理由，请补上。每处改动都要让大家知道为什么。",
        "One change does not have a reason yet. Enter one, so that everyone knows why.",
    ),
    "policy.change_unknown": (
        "这一版没有“{value}”这处改动，请刷新后再写。",
        "This version has no change called “{value}”.",
    ),
    "policy.not_discussed": ("这一版现在不在征求意见，不能提意见。", "This version is not open for comments."),
    "policy.comments_closed": ("征求意见已于 {closes} 截止，不能再提意见。", "Comments closed on {closes}."),
    "policy.article_unknown": ("制度里没有“{value}”这一条，请重新选择。", "The policy has no article “{value}”."),
    "policy.comment_missing": ("请填写意见。", "Enter your comment."),
    "policy.too_many_comments": (
        "一个人对一版制度最多提 {most} 条意见。",
        "Each person can make {most} comments on a version at most.",
    ),
    "policy.comment_answer_unknown": (
        "“{value}”不能用在这里，可以选：{known}。",
        "“{value}” is not a possible answer. Choose from {known}.",
    ),
    "policy.discussion_runs": (
        "{closes} 以前大家还在看这一稿、提意见，正文不能改。截止以后再按意见修改。",
        "This text is open for comments until {closes}, so it cannot be changed now. Amend it after that.",
    ),
    "policy.meeting_day": (
        "开会日期要在征求意见截止日（{closes}）之后，不能晚于今天（{today}）。",
        "The meeting must be after comments closed ({closes}) and no later than today ({today}).",
    ),
    "policy.comments_unanswered": (
        "还有 {count} 条意见没有答复。请先逐条答复，再讨论决定。",
        "{count} comments have not been answered yet. Answer them before recording the decision.",
    ),
    "policy.comments_unanswered.one": (
        "还有 1 条意见没有答复。请先答复，再讨论决定。",
        "One comment has not been answered yet. Answer it before recording the decision.",
    ),
    "policy.minutes_missing": ("请填写会议纪要。", "Enter the minutes."),
    "policy.too_many_present": ("到会人员最多写 {most} 位。", "You can list {most} people at most."),
    "policy.name_missing": (
        "到会人员都要写姓名，最多 80 个字。",
        "Enter a name for everyone present, up to 80 characters each.",
    ),
    "policy.capacity_unknown": (
        "没有“{value}”这种身份，请重新选择。",
        "“{value}” is not a valid capacity. Choose one from the list.",
    ),
    "policy.nobody_for_staff": (
        "到会人员里没有工会代表，也没有职工代表。按《劳动合同法》第四条，要与工会或者职工代表平等协商确定。",
        "No union or staff representative was present. Under Labour Contract Law, article 4, the policy has "
        "to be agreed with one of them.",
    ),
    "policy.more_votes_than_people": (
        "票数合计 {votes} 比到会人数 {present} 多，或者有负数，请检查。",
        "There are more votes ({votes}) than people present ({present}), or a number is negative. Check the votes.",
    ),
    "policy.not_adopted": (
        "赞成 {votes} 票，没有过半（共 {of} 票），不能通过。可以撤回这一版，修改后重新走程序。",
        "{votes} of {of} votes were in favour, which is not a majority, so the policy is not adopted. "
        "Withdraw this version and start again with a new one.",
    ),
    "policy.own_draft": (
        "这份草稿有您写的内容，讨论决定要由另一位有权限的人来登记。",
        "You wrote part of this draft, so someone else who can approve policies has to record the decision.",
    ),
    "policy.alone_without_reason": (
        "没有第二个人能登记，请写明为什么由您一人起草并登记。",
        "No one else can record the decision. Enter why one person is both drafting and confirming.",
    ),
    "policy.notice_missing": (
        "请写公示正文和公示地点。",
        "Enter the text of the announcement and where it is published.",
    ),
    "policy.notice_day": (
        "公示日期要在决定日期（{decided}）到今天（{today}）之间。",
        "The announcement must be published between the day of the decision ({decided}) and today ({today}).",
    ),
    "policy.in_force_too_early": (
        "施行日期要晚于公示日期（{posted}），也不能早于今天。",
        "The policy can come into force on the day after the announcement ({posted}) at the earliest, and "
        "not before today.",
    ),
    "policy.day_taken": (
        "第 {number} 版从 {begins} 起施行。同一类制度一天只能有一版，新的一版请选更晚的施行日期。",
        "Version {number} is in force from {begins}. Only one version can apply on a day, so choose a later date.",
    ),
    "policy.cycle_open": (
        "考核周期 {cycle} 已经按原来的制度开始，到 {ends} 结束。新的一版请选那以后的施行日期。",
        "The cycle {cycle} has started under the earlier version and ends on {ends}. Choose a date after that.",
    ),
    "policy.not_in_force_yet": (
        "这一版从 {begins} 起才施行，施行之前不能用。",
        "This version only comes into force on {begins}.",
    ),
    "policy.not_to_sign": ("这一版现在不用签收。", "This version does not need to be acknowledged now."),
    "policy.not_staff": (
        "您的账号没有对应的在职人员，不用签收。",
        "Your account is not linked to a current employee, so there is nothing for you to acknowledge.",
    ),
    "policy.other_text": (
        "您打开页面以后，正文变了，所以没有签收。请重新看过再签收。",
        "The text has changed since you opened the page, so nothing was signed. Read it again, then sign.",
    ),
    "policy.no_procedure": (
        "这一版还没有开始征求意见，请先开始征求意见再存材料。",
        "This version has not been opened for comments yet, so no documents can be added to it.",
    ),
    "policy.too_many_files": (
        "一版制度最多存 {most} 份材料。",
        "You can keep {most} documents with a version at most.",
    ),
    "policy.file_missing": ("请选择文件。", "Choose a file."),
    "policy.file_kind": (
        "只收 PDF、PNG、JPG、Word（docx）和 Excel（xlsx），按文件内容认。",
        "Only PDF, PNG, JPG, Word (docx) and Excel (xlsx) files can be kept. The content is checked, not "
        "just the name.",
    ),
    "policy.file_lies": (
        "“{name}”的扩展名是 {said}，内容却是 {found}。请把扩展名改对再传。",
        "“{name}” ends in {said} but contains {found}. Correct the extension and upload it again.",
    ),
    "policy.file_too_large": ("文件超过 {megabytes} MB，请压缩后再传。", "The file is larger than {megabytes} MB."),
    "policy.form_unfit": ("这几项没有填好，请检查：{fields}。", "Please check these fields: {fields}."),
    "policy.nobody_named": ("请填写签收人的工号。", "Enter the employee numbers."),
    "policy.paper_day": (
        "纸上签收的日期不能早于公示日期（{announced}），也不能晚于今天（{today}）。",
        "The date of a signature on paper must be after the announcement ({announced}) and no later than "
        "today ({today}).",
    ),
    "policy.own_signature": (
        "自己的签收不能由自己登记，请输入密码签收。",
        "You cannot record your own signature. Acknowledge the policy with your password instead.",
    ),
    "audit.did.take_in_signatures": ("登记了纸质签收", "Recorded policy acknowledgements signed on paper"),
    "right.appraisal.policy.announce": ("公示考核制度", "Announce a policy"),
    "right.appraisal.policy.withdraw": ("撤回未施行的考核制度", "Withdraw a policy before it comes into force"),
    "right.appraisal.policy.comment": ("对制度草案提意见", "Comment on a draft policy"),
    "right.appraisal.policy.answer": ("答复制度意见", "Answer comments on a policy"),
    "right.appraisal.policy.keep_proof": ("存放民主程序的证明材料", "Keep documents that prove the consultation"),
    "right.appraisal.policy.acknowledge": ("签收考核制度", "Acknowledge a policy"),
    "right.appraisal.policy.signatures": (
        "查看制度签收情况、提醒签收",
        "See who has acknowledged a policy and remind the others",
    ),
    "right.appraisal.policy.what_if": ("试算制度草案", "Try a draft policy on past results"),
    "audit.did.acknowledge_policy": ("签收了考核制度", "Acknowledged an appraisal policy"),
    "audit.did.amend_policy": ("按意见修改了考核制度", "Amended an appraisal policy after comments"),
    "audit.did.announce_policy": ("公示了考核制度", "Announced an appraisal policy"),
    "audit.did.answer_comment": ("答复了制度意见", "Answered a comment on a policy"),
    "audit.did.ask_joiners": ("请新来的人签收制度", "Asked new joiners to acknowledge a policy"),
    "audit.did.add_policy_file": ("存了民主程序的证明材料", "Added a document that proves the consultation"),
    "audit.did.comment_on_policy": ("对制度草案提了意见", "Commented on a draft policy"),
    "audit.did.decide_policy": ("登记了制度的讨论决定", "Recorded the decision on a policy"),
    "audit.did.discuss_policy": ("就制度草案公开征求意见", "Opened a draft policy for comments"),
    "audit.did.explain_change": ("写了制度改动的理由", "Gave the reason for a policy change"),
    "audit.did.nudge_signers": ("提醒了未签收制度的人", "Reminded people to acknowledge a policy"),
    "audit.did.withdraw_policy": ("撤回了一版制度", "Withdrew a version of a policy"),
    "audit.thing.appraisal.acknowledgement": ("制度签收", "policy acknowledgement"),
    "audit.thing.appraisal.attendee": ("制度会议到会人", "person present when a policy was decided"),
    "audit.thing.appraisal.changereason": ("制度改动的理由", "reason for a policy change"),
    "audit.thing.appraisal.policycomment": ("制度意见", "comment on a policy"),
    "audit.thing.appraisal.policyfile": ("民主程序材料", "consultation document"),
    "audit.thing.appraisal.procedure": ("制度的民主程序", "policy consultation"),
}

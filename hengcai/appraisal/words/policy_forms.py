"""What the printed policy and the record of its procedure say."""

WORDS = {
    "form.rules": ("考核制度（正式文本）", "Appraisal rules"),
    "form.rules.note": (
        "分章分条，一版一份，条号可以引用；文中的每个数都取自这一版制度。",
        "Set out in chapters and articles that can be quoted by number, one text per version. All figures "
        "are taken from this version.",
    ),
    "form.used_for.rules": (
        "征求意见、公示和签收时使用",
        "For consultation, announcement and acknowledgement",
    ),
    "form.procedure": ("制度民主程序记录", "Record of policy consultation"),
    "form.procedure.note": (
        "《劳动合同法》第四条要求的过程：征求意见和答复、到会人员和票数、公示、签收。意见不写是谁提的。",
        "Evidence of what Labour Contract Law, article 4, requires: comments and answers, who was present, "
        "votes, announcement, acknowledgements. It does not say who made a comment.",
    ),
    "form.used_for.procedure": ("一版制度施行以后存档", "Filed once a version is in force"),
    "form.no_procedure": ("这一版没有程序记录。", "There is no consultation on record for this version."),
    "form.fact.decided": ("讨论决定", "Decided on"),
    "form.fact.announced": ("公示", "Announced on"),
    "form.rules.hash": ("正文哈希值（SHA-256）：{hash}", "Fingerprint of the text (SHA-256): {hash}"),
    "form.fact.comments_until": ("意见截止", "Comments until"),
    "form.fact.policy_state": ("现在", "Status"),
    "form.column.policy_article": ("条", "Article"),
    "form.column.policy_comment": ("意见", "Comment"),
    "form.column.policy_answer": ("答复", "Answer"),
    "form.column.policy_reason": ("理由", "Reason"),
    "form.column.policy_present": ("到会人员", "Present"),
    "form.column.policy_capacity": ("身份", "Capacity"),
    "form.column.policy_paper": ("材料", "Document"),
    "form.column.policy_step": ("阶段", "Stage"),
    "form.column.policy_paper_day": ("存入", "Added on"),
    "form.column.policy_digest": ("哈希值（前 16 位）", "Fingerprint (first 16)"),
    "form.sign.staff": ("工会或职工代表", "Union or staff representative"),
    "form.procedure.discussed": ("征求意见", "Comments"),
    "form.procedure.comments": ("收到意见 {n} 条。", "{n} comments were received."),
    "form.procedure.comments.one": ("收到意见 1 条。", "One comment was received."),
    "form.procedure.whole": ("整份", "The whole policy"),
    "form.procedure.decided": ("讨论决定", "Decision"),
    "form.procedure.votes": (
        "{day}开会讨论决定：赞成 {yes}，反对 {no}，弃权 {none}。登记人：{name}。",
        "Decided at a meeting on {day}: {yes} for, {no} against, {none} abstained. Confirmed by {name}.",
    ),
    "form.procedure.alone": (
        "由一人起草并登记，因为没有第二个人能登记：{reason}",
        "Drafted and confirmed by one person because no one else could confirm it: {reason}",
    ),
    "form.procedure.minutes": ("会议纪要", "Minutes"),
    "form.procedure.announced": ("公示", "Announcement"),
    "form.procedure.posted": (
        "{day}起公示于：{place}。{begins}起施行。",
        "Published on {day}: {place}. In force from {begins}.",
    ),
    "form.procedure.signed": ("签收", "Acknowledgements"),
    "form.procedure.signed.told": (
        "到{day}，在职 {people} 人中已有 {done} 人签收。",
        "By {day}, {done} of {people} employees had acknowledged it.",
    ),
    "form.procedure.papers": ("留存的材料", "Documents kept"),
}

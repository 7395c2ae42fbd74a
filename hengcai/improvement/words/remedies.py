"""Corrective measures: states, moves, what the check allows to be said, duties, refusals."""

NAMES = {
    "improvement.remedy.state.open": ("整改中", "Open"),
    "improvement.remedy.state.done": ("已完成，待验证", "Done, to be verified"),
    "improvement.remedy.state.checked": ("已验证", "Verified"),
    "improvement.remedy.state.closed": ("已关闭", "Closed"),
    "improvement.about.person": ("个人", "A person"),
    "improvement.about.team": ("班组", "A team"),
    "improvement.about.process": ("流程", "A process"),
    "improvement.about.system": ("系统", "A system"),
    "improvement.about.knowledge": ("知识库", "The knowledge base"),
    "improvement.source.figure": ("质检指标", "Quality figure"),
    "improvement.source.cause": ("差错归因", "Cause of errors"),
    "improvement.source.complaint": ("投诉", "Complaint"),
    "improvement.source.recheck": ("复核", "Recheck"),
    "improvement.source.calibration": ("校准", "Calibration"),
    "improvement.source.survey": ("现状调研", "Needs survey"),
    "improvement.source.meeting": ("质量分析会", "Quality meeting"),
    "improvement.source.hand": ("人工提出", "Raised by hand"),
    "improvement.found_by_cause": (
        "{month}因{cause}造成的差错 {n} 处，涉及 {contacts} 条记录，主要在：{items}。原因：{why}",
        "{n} errors on {contacts} contacts in {month}, caused by: {cause}. Mostly on: {items}. Why: {why}",
    ),
    "move.finish_remedy": ("报告完成", "Report it done"),
    "move.return_remedy": ("退回整改", "Send back"),
    "move.check_remedy": ("验证效果", "Verify"),
    "move.go_on_with_remedy": ("继续整改", "Continue"),
    "move.close_remedy": ("关闭", "Close"),
    "move.drop_remedy": ("取消", "Cancel"),
    "duty.remedy.do": ("完成整改", "Carry out a corrective measure"),
    "duty.remedy.check": ("验证整改效果", "Verify a corrective measure"),
}
OUTCOMES = {
    "improvement.verdict.improved": ("有改善", "Improved"),
    "improvement.verdict.not": ("没有改善", "Not improved"),
    "improvement.verdict.cannot_tell": ("还看不出", "Cannot tell yet"),
    "improvement.said.improved": (
        "整改后比整改前好，差距超出了偶然波动。",
        "It is better after the measure than before it, by more than chance.",
    ),
    "improvement.said.not": (
        "就算按最好的情况估计，改善也不到 {worth}，不能算有改善。",
        "Even at its best the gain would be less than {worth}, which does not count as an improvement.",
    ),
    "improvement.lacks.nothing_named": (
        "这项整改没有指定要看的评分项或指标，只能看完成凭证，没有数据可以比较效果。",
        "This measure names no item or figure to look at. Only the proof can be judged; there is nothing to compare.",
    ),
    "improvement.lacks.too_few_before": (
        "整改前的样本太少，没有可比的基础数据，以后再抽也补不上。",
        "There are too few contacts from before the measure. There is nothing to compare with, and later draws cannot make "
        "up for it.",
    ),
    "improvement.lacks.too_few_after": (
        "整改后抽到的记录还太少，等下一轮抽检发布后再看。",
        "Too few contacts have been drawn since. Look again when the next sample has been published.",
    ),
    "improvement.lacks.month_missing": (
        "完成之后还没有一个完整月份的数据，等下个月的质检指标出来再看。",
        "No whole month has been counted since it was done. Look again when the next month's figures are there.",
    ),
    "improvement.lacks.nothing_varies": (
        "样本的评分全部相同，看不出平时的波动有多大，所以还不能判断。",
        "The marks are all alike, so there is no telling how much they vary from one contact to the next.",
    ),
    "improvement.lacks.further": (
        "照目前的差距和波动，大约再抽 {further} 条才能判断。",
        "If the marks go on as they are, about {further} more drawn contacts would tell.",
    ),
    "improvement.lacks.too_close": (
        "前后的差距没有超出偶然波动，也还不能说没有改善。样本多了再看。",
        "The difference lies within chance, and it cannot be said either that nothing improved. More contacts would tell.",
    ),
    "improvement.said.chance": (
        "只算随机抽到的记录；按投诉、低满意等规则抽的和手工挑的都不算。",
        "Only contacts drawn at random count; those drawn by a rule (complaints, low satisfaction) or picked by hand do not.",
    ),
    "improvement.said.month": (
        "整改前取提出时已经结束的最近一个月，整改后取完成之后最近的一个完整月份。",
        "Before: the last whole month when it was raised. After: the newest whole month since it was done.",
    ),
    "improvement.said.low": (
        "被挑出来整改的多半正处在低点，之后即使什么都不做，也容易回升一些（回归均值）。",
        "What is chosen for a measure tends to stand at a low point; some of a rise would come without doing anything "
        "(regression to the mean).",
    ),
}
REFUSALS = {
    "improvement.about_missing": ("请选择问题属于哪一类。", "Choose what the finding is about."),
    "improvement.finding_missing": ("请写发现了什么问题。", "Describe the finding."),
    "improvement.action_missing": ("请写整改措施。", "Say what is to be done."),
    "improvement.figure_unfit": (
        "这个指标不能用来验证。个人的问题请选评分项；评分项和指标只能选一个；指标要选能分出好坏的。",
        "This figure cannot verify it. For a person choose an item; choose an item or a figure, not both; and a figure of "
        "which better and worse can be said.",
    ),
    "improvement.check_before_due": (
        "验证日期要在截止日期之后。",
        "The day of the check must be after the due date.",
    ),
    "improvement.due_missing": (
        "请选择截止日期，从今天起一年之内。",
        "Choose a due date between today and a year from now.",
    ),
    "improvement.subject_missing": (
        "个人的问题请选一个人，班组的问题请选一个班组；其他问题这两项都不选。",
        "Choose a person for a finding about a person, a team for one about a team, and neither for any other.",
    ),
    "improvement.owner_unable": (
        "{name}不能做这项整改的负责人：个人的问题只能交给本人、其班组长、培训师、人力资源或质检管理人员。请另选一位。",
        "{name} cannot own this measure: one about a person goes to that person, their team lead, a trainer, HR or those who "
        "supervise quality.",
    ),
    "improvement.cause_unanswered": (
        "责任方还没有答复，没有措施可以转成整改项，请等答复以后再转。",
        "The owner has not answered yet; there is no measure to follow up.",
    ),
    "improvement.cause_has_one": (
        "这条差错归因已经有进行中的整改项，请在那一项里跟进。",
        "This cause already has a corrective measure under way.",
    ),
    "improvement.owner_unknown": (
        "没有账号“{name}”，或者这个人不能做负责人，请检查。",
        "There is no account {name}, or that person cannot own this measure.",
    ),
    "improvement.same_owner": ("请选另一位负责人。", "Choose another owner."),
    "improvement.item_unknown": ("没有这个评分项，请重新选择。", "There is no such item."),
    "improvement.proof_missing": ("请写完成情况和凭证。", "Say what was done and how one can see it."),
    "improvement.checked_missing": ("请写验证时看到的情况。", "Write what you found."),
    "improvement.reason_missing": ("请写原因。", "Give the reason."),
    "improvement.ending_missing": ("请写结论。", "Write down the outcome."),
    "improvement.improved_already": ("已经有改善，不用继续整改，可以关闭。", "It has improved; it can be closed."),
    "improvement.not_later": (
        "新的截止日期要比原来的晚，也不能早于今天。",
        "Choose a day after the present one, and not before today.",
    ),
    "improvement.not_to_put_off": (
        "这项整改已经验证或关闭，不能再延期。",
        "It has been verified or closed; there is nothing to put off.",
    ),
    "improvement.not_to_hand_over": (
        "只有整改中的项目才能更换负责人。",
        "Only an open measure can be given to another owner.",
    ),
    "improvement.no_more_files": (
        "这项整改已经验证，不能再加文件。",
        "It has been verified; no more files can be added.",
    ),
    "improvement.too_many_files": ("最多上传 {most} 个文件。", "At most {most} files."),
    "improvement.file_unknown_kind": (
        "文件只能是 PDF、图片（PNG、JPG、WebP）或 XLSX。",
        "The file must be a PDF, a picture (PNG, JPG, WebP) or an XLSX workbook.",
    ),
    "improvement.file_too_large": (
        "文件不能大于 {most} MB，请压缩后再传。",
        "The file may not be larger than {most} MB.",
    ),
}
WORDS = NAMES | OUTCOMES | REFUSALS

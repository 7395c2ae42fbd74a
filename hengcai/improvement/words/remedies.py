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
    "improvement.source.survey": ("现状调研", "Training needs analysis"),
    "improvement.source.meeting": ("质量分析会", "Quality meeting"),
    "improvement.source.hand": ("人工提出", "Raised manually"),
    "improvement.found_by_cause": (
        "{month}因{cause}造成的差错 {n} 处，涉及 {contacts} 条记录，主要在：{items}。原因：{why}",
        "Errors in {month} caused by “{cause}”: {n}; contacts affected: {contacts}. Mostly on: {items}. Why: {why}",
    ),
    "move.finish_remedy": ("报告完成", "Report as done"),
    "move.return_remedy": ("退回整改", "Send back"),
    "move.check_remedy": ("验证效果", "Verify"),
    "move.go_on_with_remedy": ("继续整改", "Continue"),
    "move.close_remedy": ("关闭", "Close"),
    "move.drop_remedy": ("取消", "Cancel"),
    "duty.remedy.do": ("完成整改", "Carry out a corrective action"),
    "duty.remedy.check": ("验证整改效果", "Verify a corrective action"),
}
OUTCOMES = {
    "improvement.verdict.improved": ("有改善", "Improved"),
    "improvement.verdict.not": ("没有改善", "Not improved"),
    "improvement.verdict.cannot_tell": ("还看不出", "Cannot tell yet"),
    "improvement.said.improved": (
        "整改后比整改前好，差距超出了偶然波动。",
        "The result is better after the action than before, by more than chance.",
    ),
    "improvement.said.not": (
        "就算按最好的情况估计，改善也不到 {worth}，不能算有改善。",
        "Even on the most favourable reading, the gain is less than {worth}, which does not count as an improvement.",
    ),
    "improvement.lacks.nothing_named": (
        "这项整改没有指定要看的评分项或指标，只能看完成凭证，没有数据可以比较效果。",
        "No scorecard item or figure was chosen for this action, so there is nothing to compare. Only the "
        "proof can be judged.",
    ),
    "improvement.lacks.too_few_before": (
        "整改前的样本太少，没有可比的基础数据，以后再抽也补不上。",
        "There are too few contacts from before the action to compare with, and later samples cannot make up for that.",
    ),
    "improvement.lacks.too_few_after": (
        "整改后抽到的记录还太少，等下一轮抽检发布后再看。",
        "Too few contacts have been sampled since the action. Check again when the next sample has been published.",
    ),
    "improvement.lacks.month_missing": (
        "完成之后还没有一个完整月份的数据，等下个月的质检指标出来再看。",
        "No full month has been counted since the action was done. Check again when next month's figures are "
        "available.",
    ),
    "improvement.lacks.nothing_varies": (
        "样本的评分全部相同，看不出平时的波动有多大，所以还不能判断。",
        "All the marks in the sample are the same, so normal variation cannot be estimated and no conclusion "
        "can be drawn.",
    ),
    "improvement.lacks.further": (
        "照目前的差距和波动，大约再抽 {further} 条才能判断。",
        "If marks stay as they are, about {further} more sampled contacts would be needed to tell.",
    ),
    "improvement.lacks.too_close": (
        "前后的差距没有超出偶然波动，也还不能说没有改善。样本多了再看。",
        "The difference is within the margin of error, but an improvement cannot be ruled out either. Check "
        "again when more contacts have been sampled.",
    ),
    "improvement.said.chance": (
        "只算随机抽到的记录；按投诉、低满意等规则抽的和手工挑的都不算。",
        "Only contacts sampled at random count. Contacts selected by a rule (such as complaints or low "
        "satisfaction) or picked by hand do not.",
    ),
    "improvement.said.month": (
        "整改前取提出时已经结束的最近一个月，整改后取完成之后最近的一个完整月份。",
        "Before: the last full month when the action was raised. After: the latest full month since it was done.",
    ),
    "improvement.said.low": (
        "被挑出来整改的多半正处在低点，之后即使什么都不做，也容易回升一些（回归均值）。",
        "Figures are usually picked for action when they are at a low point, so some of the rise would have "
        "happened anyway (regression to the mean).",
    ),
}
REFUSALS = {
    "improvement.about_missing": ("请选择问题属于哪一类。", "Choose what the finding concerns."),
    "improvement.finding_missing": ("请写发现了什么问题。", "Describe the finding."),
    "improvement.action_missing": ("请写整改措施。", "Enter what has to be done."),
    "improvement.figure_unfit": (
        "这个指标不能用来验证。个人的问题请选评分项；评分项和指标只能选一个；指标要选能分出好坏的。",
        "This figure cannot be used for verification. For a finding about a person, choose a scorecard item. "
        "Choose either an item or a figure, and a figure for which higher or lower is clearly better.",
    ),
    "improvement.check_before_due": (
        "验证日期要在截止日期之后。",
        "The verification date must be after the due date.",
    ),
    "improvement.due_missing": (
        "请选择截止日期，从今天起一年之内。",
        "Choose a due date between today and one year from now.",
    ),
    "improvement.subject_missing": (
        "个人的问题请选一个人，班组的问题请选一个班组；其他问题这两项都不选。",
        "Choose a person for a finding about a person or a team for a finding about a team. For anything "
        "else, leave both empty.",
    ),
    "improvement.owner_unable": (
        "{name}不能做这项整改的负责人：个人的问题只能交给本人、其班组长、培训师、人力资源或质检管理人员。请另选一位。",
        "{name} cannot own this action. An action about a person can only be given to that person, their "
        "team lead, a trainer, HR or a quality supervisor.",
    ),
    "improvement.cause_unanswered": (
        "责任方还没有答复，没有措施可以转成整改项，请等答复以后再转。",
        "The owner of this cause has not answered yet, so there is no action to follow up.",
    ),
    "improvement.cause_has_one": (
        "这条差错归因已经有进行中的整改项，请在那一项里跟进。",
        "There is already a corrective action in progress for this cause.",
    ),
    "improvement.owner_unknown": (
        "没有账号“{name}”，或者这个人不能做负责人，请检查。",
        "There is no account called “{name}”, or this person cannot own the action.",
    ),
    "improvement.same_owner": ("请选另一位负责人。", "This person already owns the action. Choose another owner."),
    "improvement.item_unknown": ("没有这个评分项，请重新选择。", "There is no such scorecard item."),
    "improvement.proof_missing": ("请写完成情况和凭证。", "Enter what was done and where it can be seen."),
    "improvement.checked_missing": ("请写验证时看到的情况。", "Enter what you found."),
    "improvement.reason_missing": ("请写原因。", "Enter the reason."),
    "improvement.ending_missing": ("请写结论。", "Enter the outcome."),
    "improvement.improved_already": (
        "已经有改善，不用继续整改，可以关闭。",
        "This has improved, so the action can be closed.",
    ),
    "improvement.not_later": (
        "新的截止日期要比原来的晚，也不能早于今天。",
        "Choose a date later than the present one and not before today.",
    ),
    "improvement.not_to_put_off": (
        "这项整改已经验证或关闭，不能再延期。",
        "This action has already been verified or closed, so its dates can no longer be postponed.",
    ),
    "improvement.not_to_hand_over": (
        "只有整改中的项目才能更换负责人。",
        "Only an action that is still open can be handed over to another owner.",
    ),
    "improvement.no_more_files": (
        "这项整改已经验证，不能再加文件。",
        "This action has already been verified, so no more files can be added.",
    ),
    "improvement.too_many_files": ("最多上传 {most} 个文件。", "You can add {most} files at most."),
    "improvement.file_unknown_kind": (
        "文件只能是 PDF、图片（PNG、JPG、WebP）或 XLSX。",
        "Choose a PDF, a picture (PNG, JPG or WebP) or an XLSX workbook.",
    ),
    "improvement.file_too_large": (
        "文件不能大于 {most} MB，请压缩后再传。",
        "The file is too large; the limit is {most} MB.",
    ),
}
WORDS = NAMES | OUTCOMES | REFUSALS

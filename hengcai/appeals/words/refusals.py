"""What is refused, why, and what to do."""

FILING = {
    "appeals.window_closed": (
        "申诉期已于 {day} 截止，不能再提交。仍有异议的，可以找人力资源面谈，或依法申请劳动争议调解、仲裁。",
        "The last day to appeal was {day}. You can still speak to HR or apply for mediation or arbitration "
        "as the law provides.",
    ),
    "appeals.filed_already": (
        "这份结果已经提出过申诉，请在“我的申诉”里查看进展。",
        "An appeal against this result has already been filed.",
    ),
    "appeals.withdrawn_twice": (
        "对这份结果的申诉已经撤回两次，不能再提出。结果更正以后，可以对更正后的结果申诉。",
        "An appeal against this result has been withdrawn twice and cannot be filed again. If the result is corrected, you "
        "can appeal against the corrected one.",
    ),
    "appeals.newer_result": (
        "这份结果已经更正，请对更正后的结果提出申诉。",
        "This result has been corrected since. Please appeal against the corrected result.",
    ),
    "appeals.is_an_answer": (
        "这份结果就是申诉的处理结果，不能再次申诉。仍有异议的，可以依法申请劳动争议调解、仲裁。",
        "This result is itself the outcome of an appeal, so it cannot be appealed again. You can still apply "
        "for mediation or arbitration.",
    ),
    "appeals.not_published": (
        "结果还没有发布，发布并通知您以后才能申诉。",
        "This result has not been published yet. You can appeal once it is.",
    ),
    "appeals.subjects_missing": ("请至少选一项申诉事项。", "Choose at least one point that you are appealing."),
    "appeals.grounds_missing": ("请写申诉理由和事实。", "Enter your reasons and the facts."),
    "appeals.wanted_missing": (
        "请写您的请求：希望怎样更正。",
        "Enter the outcome you want: what should be changed, and to what.",
    ),
    "appeals.words_missing": ("请写内容。", "Enter some text."),
    "appeals.closed": ("这件申诉已经结束，不能再改。", "This appeal is closed and can no longer be changed."),
    "appeals.not_answered": ("这件申诉还没有答复，有了答复会在待办里提醒。", "This appeal has not been decided yet."),
}
FILES = {
    "appeals.file_too_large": (
        "文件“{name}”太大，没有收下；每个文件最大 {megabytes} MB。其他内容都已保存。",
        "{name} is too large and was not saved. A file can be {megabytes} MB at most. Everything else has been saved.",
    ),
    "appeals.request_too_large": (
        "文件太大，没有收下；每个文件最大 {megabytes} MB。您的申诉和已传的文件都在，请返回申诉页。",
        "The file is too large and was not saved. A file can be {megabytes} MB at most. Your appeal and the "
        "files you uploaded earlier are saved.",
    ),
    "appeals.file_lies": (
        "文件“{name}”的内容是 {found}，与扩展名不符，没有收下。请改成正确的扩展名再传。",
        "{name} was not saved because it contains {found}, which does not match its name. Give it the right "
        "extension and upload it again.",
    ),
    "appeals.file_unknown": (
        "文件“{name}”不是可以收的类型，没有收下。可以传：图片、PDF、Word、Excel（不带宏）、纯文本、录音、录像。",
        "{name} was not saved because this type of file is not accepted. You can upload pictures, PDF, Word "
        "or Excel without macros, plain text, audio or video.",
    ),
    "appeals.too_many_files": ("最多可以传 {most} 个文件。", "You can add {most} files at most."),
    "appeals.file_missing": ("请选一个文件。", "Choose a file."),
}
PANEL = {
    "appeals.appoint_reason_missing": ("请写指定成员的原因。", "Enter why you are appointing these people."),
    "appeals.appointed_how_many": ("请指定 1 到 {most} 人。", "Choose between 1 and {most} people."),
    "appeals.has_a_part": (
        "{name}参与过这份结果的评分或处理，或者已经退出，不能处理这件申诉。请选别人。",
        "{name} was involved in this result or has already stood down, and cannot sit on this panel.",
    ),
    "appeals.still_short": ("处理成员至少要有 {fewest} 人。", "The panel needs at least {fewest} members."),
    "appeals.step_back_reason_missing": ("请写退出的原因。", "Enter why you are standing down."),
    "appeals.present_missing": ("请写在场的人。只核查书面材料的，请勾选“没有当面听取”。", "Enter who was present."),
    "appeals.held_when": (
        "听取意见的日期不能早于提出申诉的日期，也不能晚于今天。",
        "The hearing date must be between the day the appeal was filed and today.",
    ),
    "appeals.question_missing": ("请写要问的问题。", "Enter your question."),
    "appeals.not_a_superior": (
        "只能请考核期内的上级作说明。",
        "You can only ask someone who was the appellant’s line manager during the period.",
    ),
    "appeals.asked_already": (
        "已经问过，对方还没有答复，请等对方答复。",
        "This person has already been asked and has not replied yet.",
    ),
    "appeals.not_asked": ("现在不需要您作说明。", "There is no question for you to answer at the moment."),
}
ANSWERS = {
    "appeals.outcome_unknown": ("请选处理结果。", "Choose an outcome."),
    "appeals.reasons_missing": ("请写处理理由，申诉人会看到。", "Enter your reasons. The appellant will read them."),
    "appeals.rejected_changes": (
        "处理结果选“不支持”的，不能改数据。要改数据，请选支持或部分支持。",
        "If the appeal is not upheld, no figures can be changed. Clear them or choose another outcome.",
    ),
    "appeals.changes_nothing": (
        "按这样处理，得分不会有任何变化。支持或部分支持，请填要改的数据；否则请选不支持并写明理由。",
        "This would not change the score. To uphold the appeal in full or in part, enter the figures to "
        "change; otherwise choose “Not upheld” and give reasons.",
    ),
    "appeals.lowers": (
        "按这样处理，得分会比现在低。申诉处理不能对申诉人更不利，请改数据或选不支持。",
        "This would lower the score. An appeal must not leave the appellant worse off.",
    ),
    "appeals.value_missing": ("“{part}”填的不是数字，请改成数字。", "{part}: enter a number."),
    "appeals.one_on_the_table": (
        "已有一份处理意见待表决，请先表决。",
        "A decision has already been proposed. Vote on it first.",
    ),
    "appeals.nothing_on_the_table": (
        "现在没有待表决的处理意见，请先提出处理意见。",
        "There is no proposed decision to vote on.",
    ),
    "appeals.another_on_the_table": (
        "您打开页面之后，原来的处理意见没有通过，现在表决的是另一份。请刷新页面，看过再表决。",
        "The proposed decision you read has failed and another one is on the table. Reload the page and read it before "
        "you vote.",
    ),
    "appeals.voted_already": ("您已经表决过，不能再次表决。", "You have already voted."),
    "appeals.disagree_reason_missing": ("不同意请写明理由。", "Enter why you disagree."),
    "appeals.not_carried": ("同意的成员人数还不够，要等其他成员表决。", "Not enough members have agreed yet."),
}
WORDS = FILING | FILES | PANEL | ANSWERS

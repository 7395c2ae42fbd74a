"""Causes of errors put to their owners: states, moves, duties, refusals."""

WORDS = {
    "quality.causereport.state.open": ("待答复", "To be answered"),
    "quality.causereport.state.answered": ("整改中", "Measures under way"),
    "quality.causereport.state.closed": ("已办结", "Closed"),
    "move.answer_cause": ("答复", "Answer"),
    "move.close_cause": ("办结", "Close"),
    "quality.pareto.few": (
        "{month}：{causes}合计占全部错误的 {percent}",
        "{month}: {causes} together make up {percent} of all errors",
    ),
    "quality.pareto.one": (
        "{month}：{causes}占全部错误的 {percent}",
        "{month}: {causes} alone makes up {percent} of all errors",
    ),
    "duty.cause.answer": ("答复差错归因", "Answer a cause of errors"),
    "duty.cause.check": ("核对差错归因的整改", "Check a corrective measure"),
    "quality.cause_month_runs": (
        "这个月还没有结束，月底之后再汇总。",
        "This month is not over yet. Collect its causes once it has ended.",
    ),
    "quality.cause_owner_unable": (
        "{name}不能负责差错归因：请选人力资源、系统管理员、培训师、质检主管、考核小组或客服中心负责人。",
        "{name} cannot own a cause of errors. Choose someone from HR, administration, training, quality supervision or the "
        "review panel, or the head of the centre.",
    ),
    "quality.cause_owner_missing": (
        "请选一个人或一个角色来负责，只选一样。",
        "Choose either a person or an access role as the owner, not both.",
    ),
    "quality.cause_role_unable": (
        "这个角色不能负责差错归因：请选人力资源、系统管理员、培训师、质检主管、考核小组或客服中心负责人。",
        "This access role cannot own a cause of errors. Choose HR, administrator, trainer, quality supervisor, review panel or "
        "centre head.",
    ),
    "quality.cause_role_empty": (
        "这个角色现在没有人，交过去也没人答复。请先在“用户与权限”里分配，或者改选一个人。",
        "No one holds this access role at present, so no one would answer. Assign it under Users and rights first, or choose a person.",
    ),
    "quality.cause_answer_missing": ("请写明原因。", "Enter why this error happens."),
    "quality.cause_measure_missing": ("请写明整改措施。", "Enter what will be done."),
    "quality.cause_day_missing": (
        "请填整改完成日期，从今天起一年之内。",
        "Enter the date by which it will be done, between today and one year from now.",
    ),
    "quality.cause_note_missing": ("请写明核对的情况。", "Enter what the check showed."),
}

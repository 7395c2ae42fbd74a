"""The needs survey: states, moves, sources, verdicts, rights."""

NAMES = {
    "training.needs.state.running": ("进行中", "In progress"),
    "training.needs.state.issued": ("报告已发布", "Report issued"),
    "training.stratum.high": ("较高", "High"),
    "training.stratum.middle": ("中等", "Middle"),
    "training.stratum.low": ("较低", "Low"),
    "training.theme.gap": ("短板", "Gap"),
    "training.theme.strength": ("长处", "Strength"),
    "training.theme.wish": ("期望", "Wish"),
    "training.source.survey": ("问卷自评", "survey"),
    "training.source.gap": ("评价与岗位要求的差距", "rated levels against role requirements"),
    "training.source.complaints": ("有责投诉", "upheld complaints"),
    "training.source.listening": ("跟听", "live listening"),
    "training.source.interviews": ("访谈", "interviews"),
    "training.verdict.need": ("需要", "need"),
    "training.verdict.none": ("不明显", "no need shown"),
    "training.verdict.cannot_tell": ("看不出", "cannot tell"),
    "move.change_project": ("修改调研", "Change the training needs analysis"),
    "move.draw_interviews": ("抽取访谈对象", "Select the interviewees"),
    "move.draft_report": ("起草报告", "Draft the report"),
    "move.edit_report": ("修改报告", "Edit the report"),
    "move.issue_report": ("发布报告", "Issue the report"),
    "duty.needs.task": ("完成需求调研的任务", "Task for the training needs analysis"),
}
RIGHTS = {
    "right.training.needs.see": ("查看需求调研和已发布的报告", "See training needs analyses and issued reports"),
    "right.training.needs.open": ("发起需求调研", "Start a training needs analysis"),
    "right.training.needs.run": ("参与需求调研", "Run a training needs analysis they belong to"),
    "right.training.task.run": (
        "处理需求调研的任务和标杆",
        "Do tasks and enter benchmarks for their training needs analysis",
    ),
    "right.training.interview.write": ("做访谈、写访谈记录", "Hold interviews and write them up"),
    "right.training.interview.see": ("查看访谈记录", "See interview records"),
}
WORDS = NAMES | RIGHTS

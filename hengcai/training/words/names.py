"""The needs survey: states, moves, sources, verdicts, rights."""

NAMES = {
    "training.needs.state.running": ("进行中", "Running"),
    "training.needs.state.issued": ("报告已发布", "Report issued"),
    "training.stratum.high": ("较高", "High"),
    "training.stratum.middle": ("中等", "Middle"),
    "training.stratum.low": ("较低", "Low"),
    "training.theme.gap": ("短板", "Gap"),
    "training.theme.strength": ("长处", "Strength"),
    "training.theme.wish": ("期望", "Wish"),
    "training.source.survey": ("问卷自评", "survey"),
    "training.source.gap": ("评价与岗位要求的差距", "rated levels against the profile"),
    "training.source.complaints": ("有责投诉", "upheld complaints"),
    "training.source.listening": ("跟听", "listening"),
    "training.source.interviews": ("访谈", "interviews"),
    "training.verdict.need": ("需要", "need"),
    "training.verdict.none": ("不明显", "no need shown"),
    "training.verdict.cannot_tell": ("看不出", "cannot tell"),
    "move.change_project": ("修改调研", "Change the needs survey"),
    "move.draw_interviews": ("抽取访谈对象", "Draw the interviews"),
    "move.draft_report": ("起草报告", "Draft the report"),
    "move.edit_report": ("修改报告", "Edit the report"),
    "move.issue_report": ("发布报告", "Issue the report"),
    "duty.needs.task": ("完成需求调研的任务", "A task of the needs survey"),
}
RIGHTS = {
    "right.training.needs.see": ("查看需求调研和已发布的报告", "See needs surveys and issued reports"),
    "right.training.needs.open": ("发起需求调研", "Open a needs survey"),
    "right.training.needs.run": ("参与需求调研", "Run a needs survey they are a member of"),
    "right.training.task.run": ("处理需求调研的任务和标杆", "Do tasks and enter benchmarks of their needs survey"),
    "right.training.interview.write": ("做访谈、写访谈记录", "Hold interviews and write them down"),
    "right.training.interview.see": ("查看访谈记录", "See interview records"),
}
WORDS = NAMES | RIGHTS

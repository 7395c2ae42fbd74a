"""What each permission lets somebody do, in words."""

WORDS = {
    "right.improvement.remedy.do": ("完成自己负责的整改项", "Carry out their own corrective actions"),
    "right.improvement.remedy.raise": ("提出整改项", "Raise corrective actions"),
    "right.improvement.remedy.raise_on_cause": (
        "把差错归因转成整改项",
        "Raise a corrective action from a cause of errors",
    ),
    "right.improvement.remedy.raise_on_centre": (
        "对流程、系统、知识库提出整改项",
        "Raise actions about a process, a system or the knowledge base",
    ),
    "right.improvement.remedy.raise_on_person": ("对个人提出整改项", "Raise actions about a person"),
    "right.improvement.remedy.raise_on_team": ("对班组提出整改项", "Raise actions about a team"),
    "right.improvement.remedy.see": ("查看整改项", "See corrective actions"),
    "right.improvement.remedy.steer": (
        "验证、退回、延期、关闭整改项",
        "Verify, send back, postpone and close corrective actions",
    ),
}
WORDS |= {
    "right.improvement.report.count": ("统计报表数据", "Count the figures for reports"),
    "right.improvement.report.deliver": ("送达订阅的报表", "Deliver subscribed reports"),
    "right.improvement.report.make": ("生成报表", "Generate scheduled reports"),
    "right.improvement.report.see": ("查看报表", "See scheduled reports"),
    "right.improvement.report.subscribe": ("订阅报表", "Subscribe to scheduled reports"),
    "right.improvement.report.subscribe_others": (
        "替有权查看的人订阅报表",
        "Subscribe others to reports they may see",
    ),
    "right.improvement.report.unsubscribe": (
        "取消自己的订阅，或自己替人订的",
        "Cancel their own subscriptions and those they made for others",
    ),
}
WORDS |= {
    "right.improvement.month.draft": ("起草、修改质量分析月报", "Draft and edit the monthly quality analysis"),
    "right.improvement.month.issue": ("签发质量分析月报", "Issue the monthly quality analysis"),
    "right.improvement.month.meet": ("登记质量分析会", "Record quality meetings"),
    "right.improvement.month.see": ("查看质量分析月报", "See monthly quality analyses"),
}

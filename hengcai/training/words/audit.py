"""What the audit log calls these acts and rows."""

ACTS = {
    "audit.did.add_benchmark": ("录入了行业标杆", "Entered a benchmark"),
    "audit.did.add_task": ("给调研小组安排了任务", "Assigned a task for a training needs analysis"),
    "audit.did.change_project": ("修改了需求调研", "Changed a training needs analysis"),
    "audit.did.code_matters": ("把投诉原因对应到能力", "Linked causes of complaints to competencies"),
    "audit.did.draft_report": ("起草了现状分析报告", "Drafted a status report"),
    "audit.did.draw_interviews": ("抽取了访谈对象", "Selected the people to interview"),
    "audit.did.edit_report": ("修改了现状分析报告", "Edited a status report"),
    "audit.did.finish_task": ("完成了调研任务", "Completed a task for a training needs analysis"),
    "audit.did.issue_report": ("发布了现状分析报告", "Issued a status report"),
    "audit.did.open_project": ("发起了需求调研", "Started a training needs analysis"),
    "audit.did.remove_benchmark": ("删除了行业标杆", "Removed a benchmark"),
    "audit.did.sign_interview": ("在访谈记录上签了字", "Signed an interview record"),
    "audit.did.substitute_interviewee": ("替换了访谈对象", "Replaced a person to be interviewed"),
    "audit.did.write_interview": ("写了访谈记录", "Wrote an interview record"),
}
THINGS = {
    "audit.thing.training.benchmark": ("行业标杆", "benchmark"),
    "audit.thing.training.interview": ("访谈记录", "interview record"),
    "audit.thing.training.interviewee": ("访谈对象", "person to be interviewed"),
    "audit.thing.training.mattercode": ("投诉原因对应的能力", "competency linked to a cause of complaints"),
    "audit.thing.training.project": ("需求调研", "training needs analysis"),
    "audit.thing.training.projecttask": ("调研任务", "task for a training needs analysis"),
    "audit.thing.training.report": ("现状分析报告", "status report"),
}
WORDS = ACTS | THINGS

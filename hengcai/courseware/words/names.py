"""What packages report, rights, moves, and what the audit log calls these acts and rows."""

NAMES = {
    "courseware.package.state.ready": ("可用", "Ready"),
    "courseware.package.state.removed": ("已删除", "Removed"),
    "courseware.completion.completed": ("已学完", "Completed"),
    "courseware.completion.incomplete": ("未学完", "Not completed"),
    "courseware.completion.unknown": ("还没有报告", "Nothing reported yet"),
    "courseware.success.passed": ("通过", "Passed"),
    "courseware.success.failed": ("未通过", "Not passed"),
    "courseware.success.unknown": ("不判定", "Not judged"),
    "move.remove_package": ("删除课件包", "Remove the package"),
}
RIGHTS = {
    "right.courseware.package.see": ("查看课件包", "See SCORM packages"),
    "right.courseware.package.add": ("上传、删除课件包", "Upload and remove SCORM packages"),
    "right.courseware.run.play": ("学习自己的课件", "Work through their own SCORM packages"),
    "right.courseware.run.see": ("查看课件学习情况", "See progress in SCORM packages"),
}
ACTS = {
    "audit.did.add_package": ("上传了课件包", "Uploaded a SCORM package"),
    "audit.did.remove_package": ("删除了课件包", "Removed a SCORM package"),
    "audit.did.open_run": ("打开了课件", "Opened a SCORM package"),
    "audit.did.keep_run": ("学习了课件", "Worked through a SCORM package"),
    "audit.did.restart_run": ("重新开始了课件", "Started a SCORM package again"),
}
THINGS = {
    "audit.thing.courseware.package": ("课件包", "SCORM package"),
    "audit.thing.courseware.packagefile": ("课件包里的文件", "file of a SCORM package"),
    "audit.thing.courseware.run": ("课件学习记录", "progress in a SCORM package"),
}
WORDS = NAMES | RIGHTS | ACTS | THINGS

"""The training file and its printed record; what export and the log say of it."""

WORDS = {
    "right.training.file.see": ("查看培训档案", "See training files"),
    "form.training-record": ("个人培训记录表", "Individual training record"),
    "form.training-record.note": (
        "课程学时与课堂时长分开列：课程学完后，课堂时长已包含在课程学时里，两者不相加。",
        "Course hours and time in the classroom are listed separately: once a course is finished its hours include "
        "the classroom, so the two are not added up.",
    ),
    "form.used_for.training-record": (
        "存入个人档案，或在上岗、复训、劳动争议时出示",
        "Kept on the personal file, or shown for a permit, a refresher or a dispute",
    ),
    "form.training-record.courses": ("课程", "Courses"),
    "form.training-record.sessions": ("面授场次", "Classroom sessions"),
    "form.no_training_record": (
        "没有工号 {number} 的培训档案，或者不在您的查看范围内。",
        "There is no training file for {number}, or you do not have access to it.",
    ),
    "form.fact.record_hours": ("已完成课程学时", "Hours of courses finished"),
    "form.fact.record_class_hours": ("课堂时长（小时）", "Hours in the classroom"),
    "form.column.record_course": ("课程", "Course"),
    "form.column.record_version": ("版本", "Version"),
    "form.column.record_hours": ("学时", "Hours"),
    "form.column.record_mark": ("测验得分", "Quiz score"),
    "form.column.record_ended": ("结束日期", "Ended on"),
    "form.column.record_state": ("状态", "Status"),
    "form.column.record_when": ("日期", "Date"),
    "form.column.record_session": ("培训", "Training"),
    "form.column.record_trainers": ("讲师", "Trainers"),
    "form.column.record_class_hours": ("小时", "Hours"),
    "form.column.record_came": ("出勤", "Attendance"),
    "form.sign.record_trainer": ("培训负责人", "Training manager"),
    "audit.did.export_training": ("导出了培训记录", "Exported training records"),
}

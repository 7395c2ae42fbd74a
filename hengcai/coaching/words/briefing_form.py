"""Sentences of 班前会记录表."""

WORDS = {
    "form.briefing": ("班前会记录表", "Briefing sheet"),
    "form.briefing.note": (
        "案例里的客户资料已遮盖，警示案例不具名。当天不在的，事后在待办里签阅。",
        "Customer data in the cases is masked, and warning cases name no one. Anyone who was away signs as read afterwards, from "
        "their inbox.",
    ),
    "form.used_for.briefing": ("班组长开班前会、分享案例时填", "Completed by a team lead at a briefing with cases"),
    "form.ask.briefing": ("班前会编号", "Briefing number"),
    "form.no_briefing": (
        "没有编号 {number} 的班前会，或者不在您的查看范围内。",
        "There is no briefing {number}, or you do not have access to it.",
    ),
    "form.fact.briefing_day": ("日期", "Day"),
    "form.fact.briefing_team": ("班组", "Team"),
    "form.fact.host": ("主持人", "Held by"),
    "form.column.briefed_case": ("案例", "Case"),
    "form.column.briefed_kind": ("类型", "Kind"),
    "form.column.briefed_lesson": ("看点", "What to learn from it"),
    "form.briefing.attendance": ("签到与签阅", "Attendance"),
    "form.briefing.number": ("工号", "Number"),
    "form.briefing.person": ("姓名", "Name"),
    "form.briefing.present": ("到会", "Present"),
    "form.briefing.read": ("签阅", "Signed as read"),
    "form.briefing.there": ("到", "yes"),
    "form.briefing.away": ("未到", "no"),
    "form.sign.host": ("主持人", "Held by"),
}

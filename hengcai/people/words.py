from hengcai.base.say import register

WORDS = {
    "people.day_malformed": {
        "zh": "“{value}”不是日期。请先写年，例如 2026-03-31 或 2026/3/31。",
        "en": "“{value}” is not a date. Write the year first, such as 2026-03-31 or 2026/3/31.",
    },
    "people.day_unknown": {
        "zh": "没有“{value}”这一天，请核对月份和日子。",
        "en": "The date “{value}” does not exist; check the month and the day.",
    },
    "people.day_unlikely": {
        "zh": "“{value}”这个年份不对，请核对（1950 至 2100 年）。",
        "en": "The year of “{value}” cannot be right; it must be between 1950 and 2100.",
    },
    "people.text_too_long": {"zh": "太长了，最多 {longest} 个字。", "en": "Too long; at most {longest} characters."},
    "people.name_missing": {"zh": "这里不能空着。", "en": "This cannot be left empty."},
    "people.email_malformed": {
        "zh": "“{value}”不像邮箱地址，请核对。",
        "en": "“{value}” does not look like an e-mail address.",
    },
    "people.language_unknown": {
        "zh": "语言只能写 zh 或 en，不能写“{value}”。",
        "en": "The language is zh or en, not “{value}”.",
    },
    "people.reason_without_day": {
        "zh": "填了离职原因，缺少离职日期。请补上 left_on。",
        "en": "There is a reason for leaving but no leaving date. Enter it in left_on.",
    },
    "people.left_before_hired": {
        "zh": "离职日 {left_on} 早于入职日 {hired_on}。",
        "en": "The leaving date {left_on} is before the hire date {hired_on}.",
    },
    "people.still_employed": {
        "zh": "{since} 入职的这段还没有离职日，不能再从 {hired_on} 入职。先登记离职，或改正入职日。",
        "en": "The employment since {since} has not ended, so this person cannot be hired again on {hired_on}. Enter the leaving "
        "date first, or correct the hire date.",
    },
    "people.hired_before_left": {
        "zh": "上一段 {left_on} 才离职，{hired_on} 不能再入职。",
        "en": "The earlier employment ended on {left_on}; a new one cannot begin on {hired_on}.",
    },
    "people.since_twice": {
        "zh": "同一个人在 {since} 有两条安排，只能留一条。",
        "en": "There are two entries for team and role from {since} for the same person; keep one.",
    },
    "people.since_before_hired": {
        "zh": "{since} 尚未入职（入职日 {hired_on}），不能从这一天起安排班组。",
        "en": "Team and role cannot start on {since}, before the hire date {hired_on}.",
    },
    "people.since_after_left": {
        "zh": "{since} 已经离职（离职日 {left_on}），这天之后不能再有安排。",
        "en": "Team and role cannot start on {since}, after the leaving date {left_on}.",
    },
    "people.never_employed": {
        "zh": "这个人没有入职记录，请先登记入职，再安排班组和岗位。",
        "en": "No employment has been recorded for this person. Record it first, then set team and role.",
    },
    "people.since_missing": {
        "zh": "班组、岗位或上级有变动，须在 since 列写明生效日期。",
        "en": "Team, role or line manager has changed; enter the effective date in the column since.",
    },
    "people.rows_disagree": {
        "zh": "与第 {other} 行不一致：该行为“{known}”。同一个人的写法必须一致。",
        "en": "Row {other} has “{known}” for the same person; the two must agree.",
    },
    "people.row_twice": {
        "zh": "工号和起始日与第 {other} 行相同，内容不同。请只保留正确的一行。",
        "en": "Same employee number and start date as row {other}, but different content; keep the correct one.",
    },
    "people.content_differs": {
        "zh": "该行已在系统中，这一列原为“{known}”。需要修改，请在导入时选“更新已有的记录”（--update）。",
        "en": "This row has already been imported with “{known}” in this column. To change it, choose to update (--update).",
    },
    "people.other_row_rejected": {
        "zh": "同一个人的第 {other} 行有问题，此人的行都没有导入。修改后请一起重新上传。",
        "en": "Row {other} of the same person is faulty, so none of this person's rows were imported. Correct it and upload them "
        "all again.",
    },
    "people.lead_oneself": {"zh": "上级不能是本人。", "en": "No one can be their own line manager."},
    "people.lead_unknown": {
        "zh": "找不到工号为“{lead}”的上级，系统和文件中都没有。",
        "en": "There is no one with the employee number “{lead}”, neither in the system nor in this file.",
    },
    "people.lead_rejected": {
        "zh": "上级“{lead}”导入失败（见第 {other} 行），请先修改该行。",
        "en": "The line manager “{lead}” was not imported because of row {other}; correct that row first.",
    },
    "people.lead_loop": {
        "zh": "从 {day} 起，{members} 循环互为上级。请修改其中一人的上级。",
        "en": "From {day}, {members} report to each other in a circle. Change the line manager of one of them.",
    },
    "people.team_at_several_sites": {
        "zh": "“{team}”在 {sites} 都有，请在 site 列写明是哪个职场。",
        "en": "There is a team “{team}” at {sites}; state in the column site which one is meant.",
    },
    "people.site_needed": {
        "zh": "“{team}”是新班组，有多个职场，请在 site 列写明在哪个。",
        "en": "“{team}” is a new team and there are several sites; state in the column site where it is.",
    },
    "people.site_taken": {"zh": "已经有叫“{name}”的职场。", "en": "There is already a site called “{name}”."},
    "people.team_taken": {
        "zh": "{site}已经有叫“{name}”的班组。",
        "en": "There is already a team called “{name}” at {site}.",
    },
    "people.group_elsewhere": {
        "zh": "上级组“{name}”不在{site}，请选同一职场的组。",
        "en": "The group “{name}” is not at {site}; choose one of the same site.",
    },
    "people.zone_unknown": {
        "zh": "没有“{zone}”这个时区。例如 Asia/Shanghai。",
        "en": "There is no time zone “{zone}”. An example is Asia/Shanghai.",
    },
    "people.number_taken": {
        "zh": "工号“{number}”已被占用。",
        "en": "The employee number “{number}” is already taken.",
    },
    "people.not_employed": {
        "zh": "{name}目前不在职，没有可结束的任职。",
        "en": "{name} is not currently employed, so there is no employment to end.",
    },
    "people.has_not_left": {"zh": "{name}没有登记过离职。", "en": "{name} has not been recorded as a leaver."},
    "people.user_taken": {
        "zh": "账号“{username}”已关联到{name}，请先解除关联。",
        "en": "The account “{username}” is linked to {name}. Unlink it there first.",
    },
    "people.team_unknown": {"zh": "没有叫“{name}”的班组。", "en": "There is no team “{name}”."},
    "people.team_several": {
        "zh": "有几个班组都叫“{name}”，分别在 {sites}。请用 --site 写明是哪一个。",
        "en": "Several teams are called “{name}”, at {sites}. Say which with --site.",
    },
    "people.shift.training": {"zh": "培训", "en": "training"},
    "people.shift.meeting": {"zh": "会议", "en": "meeting"},
    "people.absence.annual": {"zh": "年假", "en": "annual leave"},
    "people.absence.sick": {"zh": "病假", "en": "sick leave"},
    "people.absence.personal": {"zh": "事假", "en": "personal leave"},
    "people.absence.in_lieu": {"zh": "调休", "en": "time off in lieu"},
    "people.absence.maternity": {"zh": "产假", "en": "maternity leave"},
    "people.absence.paternity": {"zh": "陪产假", "en": "paternity leave"},
    "people.absence.marriage": {"zh": "婚假", "en": "marriage leave"},
    "people.absence.bereavement": {"zh": "丧假", "en": "bereavement leave"},
    "people.absence.injury": {"zh": "工伤", "en": "injury at work"},
    "people.absence.unexcused": {"zh": "旷工", "en": "absent without leave"},
}
register(WORDS)

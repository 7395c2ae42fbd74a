from hengcai.interactions.rules.headings.heading import Heading

_AGENT = Heading(
    "工号", "Agent's number",
    ("坐席工号", "座席工号", "客服工号", "员工工号", "员工编号", "员工号", "坐席编号", "人员编号", "坐席", "话务员工号",
     "agent", "agent id", "employee id", "employee number", "staff id", "staff number"),
    ("和人员里的一致", "As among people"),
    ("2001", "2001"),
)  # fmt: skip
_SKILL_GROUP = (
    ("技能组名称", "所属技能组", "技能", "技能队列", "技能名称", "业务组", "skill", "skill set", "skill name"),
    ("投诉专席", "Complaints desk"),
)
SHIFTS = {
    "agent": _AGENT,
    "starts_at": Heading(
        "上班时间", "Starts at",
        ("开始时间", "班次开始", "班次开始时间", "排班开始时间", "计划上班时间", "计划开始时间", "上班", "起始时间",
         "start time", "start", "shift start", "scheduled start", "starts"),
        ("日期和时间：2026-03-02 08:30，按本中心时区", "Day and time: 2026-03-02 08:30, on the centre's clock"),
        ("2026-03-02 08:30", "2026-03-02 08:30"),
    ),
    "ends_at": Heading(
        "下班时间", "Ends at",
        ("结束时间", "班次结束", "班次结束时间", "排班结束时间", "计划下班时间", "计划结束时间", "下班", "终止时间",
         "end time", "end", "shift end", "scheduled end", "ends"),
        ("写法同上班时间；只写 17:30 的，是上班后的第一个 17:30。一段最长 24 小时",
         "As the start; 17:30 alone is the first 17:30 after the start. At most 24 hours"),
        ("2026-03-02 17:30", "2026-03-02 17:30"),
    ),
    "kind": Heading(
        "班次类型", "Kind of shift",
        ("排班类型", "班次", "活动", "活动类型", "安排", "类型", "shift type", "activity", "kind", "type"),
        ("上班、培训、会议（早班、晚班等都算上班）；不填就是上班",
         "work, training or meeting; work where it is left empty"),
        ("上班", "work"),
    ),
    "skill_group": Heading(
        "技能组", "Skill group",
        _SKILL_GROUP[0],
        ("这一班在哪个技能组，可以不填", "The group worked in; may be left empty"),
        _SKILL_GROUP[1],
    ),
}  # fmt: skip
ABSENCES = {
    "agent": _AGENT,
    "from": Heading(
        "开始日期", "First day",
        ("请假开始日期", "休假开始日期", "缺勤开始日期", "请假开始", "休假开始", "起始日期", "开始日", "日期", "start date",
         "first day of absence", "from", "absent from", "leave start"),
        ("不在岗的第一天：2026-03-02", "First day away: 2026-03-02"),
        ("2026-03-02", "2026-03-02"),
    ),
    "to": Heading(
        "结束日期", "Last day",
        ("请假结束日期", "休假结束日期", "缺勤结束日期", "请假结束", "休假结束", "截止日期", "结束日", "日期", "end date",
         "last day of absence", "to", "until", "absent to", "leave end"),
        ("不在岗的最后一天；只请一天就和开始日期一样", "Last day away; the same as the first for a single day"),
        ("2026-03-03", "2026-03-03"),
    ),
    "kind": Heading(
        "请假类型", "Kind of absence",
        ("假别", "假期类型", "休假类型", "缺勤类型", "请假类别", "类型", "absence type", "leave type", "type", "kind",
         "reason code"),
        ("年假、病假、事假、调休、产假、陪产假、婚假、丧假、工伤、旷工，或本中心自己的叫法",
         "annual, sick, personal, in_lieu, maternity, paternity, marriage, bereavement, injury, unexcused, or a word of "
         "your own"),
        ("年假", "annual"),
    ),
    "approved_by": Heading(
        "批准人", "Approved by",
        ("审批人", "批假人", "审批人姓名", "批准人工号", "approver", "authorised by"),
        ("谁批的，可以不填", "Who allowed it; may be left empty"),
        ("赵班长", "Zhao"),
    ),
}  # fmt: skip
CALENDAR = {
    "date": Heading(
        "日期", "Date",
        ("日子", "天", "day", "the day"),
        ("先写年：2026-03-06", "The year first: 2026-03-06"),
        ("2026-03-06", "2026-03-06"),
    ),
    "kind": Heading(
        "这天是", "Kind of day",
        ("类型", "日期类型", "性质", "kind", "day type", "type"),
        ("工作日、周末、节假日、调休上班", "working, weekend, holiday, or made_up for a weekend day worked"),
        ("节假日", "holiday"),
    ),
    "name": Heading(
        "名称", "Name",
        ("节日名称", "说明", "备注", "事由", "holiday name", "note", "reason"),
        ("为什么，可以不填", "Why; may be left empty"),
        ("司庆", "Founders' day"),
    ),
}  # fmt: skip
SKILL_GROUPS = {
    "agent": _AGENT,
    "skill_group": Heading(
        "技能组", "Skill group",
        _SKILL_GROUP[0],
        ("和交互记录、排班里的写法一致", "Spelled as among contacts and shifts"),
        _SKILL_GROUP[1],
    ),
    "since": Heading(
        "开始日期", "Since",
        ("生效日期", "加入日期", "起始日期", "开始日", "从哪天起", "日期", "start date", "from", "effective date", "valid from"),
        ("从哪天起在这个组", "The first day in the group"),
        ("2026-03-02", "2026-03-02"),
    ),
    "until": Heading(
        "结束日期", "Until",
        ("失效日期", "退出日期", "截止日期", "结束日", "到哪天止", "日期", "end date", "to", "valid to"),
        ("在这个组的最后一天；还在就空着", "The last day in the group; empty while it lasts"),
        ("", ""),
    ),
}  # fmt: skip

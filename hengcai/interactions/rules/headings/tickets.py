from hengcai.interactions.rules.headings.heading import Heading

TICKET_STEPS = {
    "ticket": Heading(
        "工单号", "Ticket",
        ("工单编号", "工单id", "单号", "工单流水号", "服务单号", "编号", "ticket id", "ticket number", "ticket no", "case id",
         "case number", "id"),
        ("原系统里的工单号，最多 80 个字", "The ticket's number in the system it comes from"),
        ("T20260302-0001", "T20260302-0001"),
    ),
    "agent": Heading(
        "工号", "Agent's number",
        ("坐席工号", "座席工号", "客服工号", "员工工号", "员工编号", "处理人工号", "处理人", "当前处理人", "受理人工号", "责任人工号",
         "办理人工号", "编号", "agent", "agent id", "owner", "owner id", "assignee", "handler"),
        ("单子在谁手里，和人员里的一致", "In whose hands, as among people"),
        ("2001", "2001"),
    ),
    "from": Heading(
        "转入时间", "From",
        ("开始时间", "接收时间", "接单时间", "领单时间", "分派时间", "派单时间", "进入时间", "建单时间", "start time", "started",
         "assigned at", "received at", "taken at"),
        ("单子到此人手里的时间，建单的人写建单时间", "When it came into this agent's hands; filing, for who filed it"),
        ("2026-03-02 09:10", "2026-03-02 09:10"),
    ),
    "to": Heading(
        "转出时间", "To",
        ("结束时间", "移交时间", "离开时间", "完成时间", "结单时间", "办结时间", "关单时间", "end time", "ended", "handed over at",
         "closed at", "until"),
        ("转给别人或结单的时间；还在手里就空着", "When it was handed on or closed; empty while it is there"),
        ("2026-03-02 11:40", "2026-03-02 11:40"),
    ),
    "queue": Heading(
        "队列", "Queue",
        ("处理队列", "所在队列", "处理组", "技能组", "环节", "处理环节", "queue name", "group", "stage"),
        ("在哪个队列或环节，可以不填", "May be left empty"),
        ("二线", "Second line"),
    ),
}  # fmt: skip

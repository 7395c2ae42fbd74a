from hengcai.interactions.rules.headings.heading import Heading

PRAISE = {
    "contact": Heading(
        "流水号", "Contact id",
        ("交互编号", "通话流水号", "会话流水号", "通话编号", "会话编号", "会话id", "通话id", "记录编号", "编号", "call id",
         "session id", "conversation id", "interaction id", "contact"),
        ("表扬的是哪次交互；不知道就填工号", "Which contact it is about; where that is not known, the agent"),
        ("C20260316-0001", "C20260316-0001"),
    ),
    "agent": Heading(
        "工号", "Agent's number",
        ("坐席工号", "座席工号", "客服工号", "员工工号", "员工编号", "被表扬人工号", "被表扬人", "编号", "agent", "agent id",
         "employee id", "staff id"),
        ("表扬的是谁；填了流水号可以不填", "Whom it is about; may be left empty beside a contact"),
        ("2001", "2001"),
    ),
    "received_at": Heading(
        "收到时间", "Received at",
        ("表扬时间", "受理时间", "登记时间", "收到日期", "表扬日期", "时间", "日期", "received", "received on", "date received"),
        ("2026-03-16 15:00，只写日期也可以", "2026-03-16 15:00; a day alone will do"),
        ("2026-03-16 15:00", "2026-03-16 15:00"),
    ),
    "text": Heading(
        "表扬内容", "Text",
        ("内容", "表扬事由", "客户原话", "表扬信内容", "详情", "praise", "compliment", "content", "details"),
        ("客户说了什么、写了什么", "What the customer said or wrote"),
        ("小李很耐心，一次就办好了。", "Li was patient and settled it in one call."),
    ),
    "matter": Heading(
        "业务类型", "Matter",
        ("业务类别", "诉求类别", "业务", "事项", "category", "topic"),
        ("什么业务，可以不填", "May be left empty"),
        ("宽带移机", "Moving a line"),
    ),
    "judged": Heading(
        "认定结果", "Judged",
        ("核实结果", "是否属实", "认定", "核实", "状态", "outcome", "result", "status"),
        ("属实、不属实、待认定；不填就是待认定", "upheld, not_upheld or open; open where it is left empty"),
        ("属实", "upheld"),
    ),
    "judged_by": Heading(
        "认定人", "Judged by",
        ("核实人", "审核人", "认定人员", "reviewer", "checked by"),
        ("谁认定的，可以不填", "May be left empty"),
        ("冯主管", "Feng"),
    ),
    "judged_on": Heading(
        "认定日期", "Judged on",
        ("核实日期", "审核日期", "认定时间", "日期", "review date", "checked on"),
        ("哪天认定的，可以不填", "May be left empty"),
        ("2026-03-18", "2026-03-18"),
    ),
    "reason": Heading(
        "认定理由", "Reason",
        ("核实说明", "理由", "认定说明", "依据", "grounds", "note"),
        ("凭什么认定，可以不填", "May be left empty"),
        ("录音属实", "Heard in the recording"),
    ),
}  # fmt: skip

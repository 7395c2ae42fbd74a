from hengcai.interactions.rules.headings.heading import Heading
from hengcai.interactions.rules.headings.praise import PRAISE

COMPLAINT_RECORDS = {
    **PRAISE,
    "contact": PRAISE["contact"]._replace(
        told=("投诉的是哪次交互；不知道就填工号", "Which contact it is about; where that is not known, the agent")
    ),
    "agent": Heading(
        "工号", "Agent's number",
        ("坐席工号", "座席工号", "客服工号", "员工工号", "员工编号", "被投诉人工号", "被投诉人", "编号", "agent", "agent id",
         "employee id", "staff id"),
        ("投诉的是谁；填了流水号可以不填", "Whom it is about; may be left empty beside a contact"),
        ("2001", "2001"),
    ),
    "received_at": Heading(
        "收到时间", "Received at",
        ("投诉时间", "受理时间", "登记时间", "收到日期", "投诉日期", "时间", "日期", "received", "received on", "date received"),
        ("2026-03-16 15:00，只写日期也可以", "2026-03-16 15:00; a day alone will do"),
        ("2026-03-16 15:00", "2026-03-16 15:00"),
    ),
    "text": Heading(
        "投诉内容", "Text",
        ("内容", "投诉事由", "客户原话", "投诉描述", "详情", "complaint", "content", "details"),
        ("客户投诉什么", "What the customer complained of"),
        ("等了四十分钟，没有人回电。", "Waited forty minutes and no one called back."),
    ),
    "judged": Heading(
        "认定结果", "Judged",
        ("判责结果", "有责无责", "责任认定", "认定", "是否有责", "状态", "outcome", "result", "status"),
        ("有责、无责、待认定；不填就是待认定", "upheld, not_upheld or open; open where it is left empty"),
        ("有责", "upheld"),
    ),
}  # fmt: skip

"""Words people write in a cell for what we keep under a code: one table, whichever way the file comes in."""

from collections.abc import Mapping

from hengcai.base.ids import folded

CHANNELS: Mapping[str, str] = {
    **dict.fromkeys(
        ("电话", "语音", "通话", "呼入", "呼出", "来电", "去电", "外呼", "热线", "话务", "热线电话", "voice",
         "telephone", "inbound", "outbound"),
        "call",
    ),
    **dict.fromkeys(
        ("在线", "聊天", "文字", "文本", "在线客服", "在线聊天", "即时通讯", "网页在线", "webchat", "web chat",
         "text", "im", "online"), "chat"
    ),
    **dict.fromkeys(("工单", "工单处理", "work order", "case"), "ticket"),
    **dict.fromkeys(("视频", "视频客服", "视频通话", "video call"), "video"),
    **dict.fromkeys(("到访", "上门", "现场", "来访", "营业厅", "face to face", "in person",
    "on site"), "visit"),
}  # fmt: skip
COMPLAINTS: Mapping[str, str] = {
    **dict.fromkeys(("无", "无投诉", "没有", "未投诉"), "none"),
    **dict.fromkeys(("待认定", "待定", "未认定", "处理中", "调查中", "pending"), "open"),
    **dict.fromkeys(("有责", "有责投诉", "成立", "属实"), "upheld"),
    **dict.fromkeys(("无责", "无责投诉", "不成立", "不属实", "not upheld"), "not_upheld"),
}
SOURCES: Mapping[str, str] = {
    **dict.fromkeys(("即时评价", "即时", "邀评"), "prompt"),
    **dict.fromkeys(("回访", "电话回访", "call-back", "call back"), "callback"),
}
JUDGED: Mapping[str, str] = {
    **dict.fromkeys(("待认定", "待核实", "核实中", "待定", "pending"), "open"),
    **dict.fromkeys(("属实", "成立", "认定", "有效", "有责", "有责投诉", "confirmed"), "upheld"),
    **dict.fromkeys(
        ("不属实", "不成立", "不认定", "无效", "无责", "无责投诉", "not upheld", "not confirmed"), "not_upheld"
    ),
}
SHIFTS: Mapping[str, str] = {
    **dict.fromkeys(
        (
            "上班",
            "工作",
            "正常班",
            "早班",
            "中班",
            "晚班",
            "夜班",
            "白班",
            "大夜",
            "小夜",
            "行政班",
            "值班",
            "加班",
            "在线班",
            "shift",
            "on duty",
            "day",
            "night",
            "overtime",
        ),
        "work",
    ),
    **dict.fromkeys(("培训", "脱产培训", "岗前培训", "学习", "course", "learning"), "training"),
    **dict.fromkeys(("会议", "开会", "班会", "例会", "班前会", "team meeting", "briefing"), "meeting"),
}
ABSENCES: Mapping[str, str] = {
    **dict.fromkeys(("年假", "年休假", "带薪年假", "annual leave", "holiday"), "annual"),
    **dict.fromkeys(("病假", "sick leave", "sickness"), "sick"),
    **dict.fromkeys(("事假", "personal leave", "unpaid leave"), "personal"),
    **dict.fromkeys(("调休", "倒休", "补休", "time off in lieu", "toil"), "in_lieu"),
    **dict.fromkeys(("产假", "maternity leave"), "maternity"),
    **dict.fromkeys(("陪产假", "护理假", "paternity leave"), "paternity"),
    **dict.fromkeys(("婚假", "marriage leave"), "marriage"),
    **dict.fromkeys(("丧假", "bereavement leave"), "bereavement"),
    **dict.fromkeys(("工伤", "工伤假", "injury at work"), "injury"),
    **dict.fromkeys(("旷工", "no show", "absent without leave"), "unexcused"),
}
DAYS: Mapping[str, str] = {
    **dict.fromkeys(("工作日", "上班", "working day", "work"), "working"),
    **dict.fromkeys(("周末", "休息", "休息日", "公休", "day off"), "weekend"),
    **dict.fromkeys(("节假日", "假日", "放假", "节日", "bank holiday", "public holiday", "closed"), "holiday"),
    **dict.fromkeys(("调休上班", "补班", "调班", "made up", "weekend worked"), "made_up"),
}
YES = frozenset({"对", "已解决", "解决", "√", "✓"})
NO = frozenset({"未解决", "没解决", "×", "✗"})
MEASURES: Mapping[str, str] = {
    **dict.fromkeys(("首次解决率", "首解率", "一次解决率", "首次问题解决率", "fcr"), "first_contact_resolution"),
    **dict.fromkeys(("满意度", "客户满意度", "满意率", "客户满意率"), "satisfaction"),
    **dict.fromkeys(("问题解决时效", "解决时效", "平均解决时长", "问题解决时长"), "time_to_resolution"),
    **dict.fromkeys(("有责投诉", "有责投诉数", "有责投诉件数", "有责投诉量"), "upheld_complaints"),
    **dict.fromkeys(("人工接通率", "接通率", "呼入接通率", "来电接通率", "接起率", "answer rate"), "answer_rate"),
    **dict.fromkeys(("外呼接通率", "呼出接通率", "outbound connection rate"), "outbound_connection"),
    **dict.fromkeys(
        ("服务水平", "20秒服务水平", "20秒接通率", "20秒接起率", "20s服务水平", "service level"), "service_level"
    ),
    **dict.fromkeys(("平均处理时长", "平均处理时间", "aht", "average handling time"), "handling_time"),
    **dict.fromkeys(("平均通话时长", "平均通话时间", "att", "average talk time"), "talk_time"),
    **dict.fromkeys(
        ("话后处理时长", "平均话后处理时长", "话后时长", "平均话后时长", "acw", "after-call work"), "after_call_work"
    ),
    **dict.fromkeys(("工时利用率", "坐席利用率", "座席利用率", "人员利用率"), "occupancy"),
    **dict.fromkeys(("排班遵时率", "遵时率", "排班遵从率", "排班遵守率", "schedule adherence"), "adherence"),
    **dict.fromkeys(("重复来电率", "重复进线率", "重复呼入率", "repeat contact rate"), "repeat_contacts"),
    **dict.fromkeys(("转接率", "呼叫转接率", "transfer rate"), "transfer_rate"),
    **dict.fromkeys(("质检合格率", "质检通过率", "quality pass rate"), "quality_pass_rate"),
    **dict.fromkeys(("致命差错率", "致命错误率", "致命项差错率", "fatal error rate"), "fatal_error_rate"),
    **dict.fromkeys(("参评率", "评价参与率", "满意度参评率", "response rate"), "response_rate"),
    **dict.fromkeys(("投诉率", "客户投诉率", "complaint rate"), "complaint_rate"),
    **dict.fromkeys(("推荐度", "净推荐值", "nps", "net promoter score"), "recommendation"),
}


def meant(written: str, words: Mapping[str, str]) -> str:
    """The code a word stands for; any other text as it is."""
    return words.get(written) or words.get(folded(written).casefold(), written)

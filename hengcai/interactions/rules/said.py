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
YES = frozenset({"对", "已解决", "解决", "√", "✓"})
NO = frozenset({"未解决", "没解决", "×", "✗"})
MEASURES: Mapping[str, str] = {
    **dict.fromkeys(("首次解决率", "首解率", "一次解决率", "首次问题解决率", "fcr"), "first_contact_resolution"),
    **dict.fromkeys(("满意度", "客户满意度", "满意率", "客户满意率"), "satisfaction"),
    **dict.fromkeys(("问题解决时效", "解决时效", "平均解决时长", "问题解决时长"), "time_to_resolution"),
    **dict.fromkeys(("有责投诉", "有责投诉数", "有责投诉件数", "有责投诉量"), "upheld_complaints"),
}


def meant(written: str, words: Mapping[str, str]) -> str:
    """The code a word stands for; any other text as it is."""
    return words.get(written) or words.get(folded(written).casefold(), written)

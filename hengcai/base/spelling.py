"""How names sort: Chinese ones by their reading, as in an address book; Latin ones by letter, in front."""

LONGEST = 60  # bytes of a name that are told apart
READ_AS = {
    "闫": "阎", "覃": "秦", "佟": "童", "仝": "童", "缪": "妙", "邬": "乌", "邝": "矿", "冼": "显", "郗": "西", "訾": "紫",
    "臧": "脏", "阚": "刊", "亓": "其", "晏": "燕", "单": "山", "仇": "丘", "解": "谢", "查": "扎", "区": "欧", "朴": "票",
    "盖": "葛", "尉": "玉", "郄": "切", "逄": "旁", "芮": "瑞", "佘": "蛇", "邸": "底",
    "郜": "告", "郏": "荚", "郦": "力", "褚": "楚", "麴": "曲", "笪": "达", "奚": "西",
    "嵇": "机", "滕": "疼", "殳": "书", "阙": "却", "於": "于", "缑": "沟", "谌": "陈", "宓": "密",
    "炅": "贵", "妘": "云", "隗": "伟", "璩": "渠", "暨": "计", "瞿": "渠", "蔺": "吝", "昝": "攒", "逯": "路", "庹": "妥",
}  # fmt: skip
"""Surnames that the standard's first level has not, or has under another reading: one of the same sound that it has."""


def name_key(name: str) -> str:
    """Plain digits and letters that sort alike in every database.

    The 3,755 common characters of GB 2312 stand in the order of their readings; rarer ones follow by radical.
    """
    text = name.strip().casefold()
    spelled = READ_AS.get(text[:1], "") + text
    return spelled.encode("gb18030", "replace")[:LONGEST].hex()

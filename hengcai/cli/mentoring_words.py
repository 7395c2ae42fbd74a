"""Sentences of `hengcai mentoring`."""

from hengcai.base.say import register

WORDS = {
    "mentoring_cli.help": ("师带徒和上岗证：列出", "mentoring pairs and permits: list them"),
    "mentoring_cli.list": ("列出师带徒", "lists mentoring pairs"),
    "mentoring_cli.permits": ("列出上岗证", "lists permits"),
    "mentoring_cli.without": (
        "只列今天在班、该有而没有上岗证的人",
        "only people on shift today without the permit their role asks for",
    ),
    "mentoring_cli.json": ("- ：输出一个 JSON 对象", "use - for one JSON object on standard output"),
    "mentoring_cli.none": ("没有。", "None."),
    "mentoring_cli.head.newcomer": ("新人", "Newcomer"),
    "mentoring_cli.head.mentor": ("师傅", "Mentor"),
    "mentoring_cli.head.first_on": ("开始日期", "From"),
    "mentoring_cli.head.last_on": ("结束日期", "Until"),
    "mentoring_cli.head.state": ("状态", "Status"),
    "mentoring_cli.head.number": ("工号", "Number"),
    "mentoring_cli.head.name": ("姓名", "Name"),
    "mentoring_cli.head.post": ("岗位", "Role"),
    "mentoring_cli.head.valid_until": ("有效期至", "Valid until"),
}
register({code: {"zh": zh, "en": en} for code, (zh, en) in WORDS.items()})

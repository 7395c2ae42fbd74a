"""Sentences of `hengcai bulletins`."""

from hengcai.base.say import register

WORDS = {
    "bulletins_cli.help": ("业务通知：列出、谁还没签收", "business notices: list them, and who has not signed"),
    "bulletins_cli.list": ("列出业务通知", "lists business notices"),
    "bulletins_cli.unread": ("列出谁还没签收哪份必读通知", "lists who has not signed which must-read notice"),
    "bulletins_cli.late": ("只列超过期限的", "only those past their deadline"),
    "bulletins_cli.json": ("- ：输出一个 JSON 对象", "use - for one JSON object on standard output"),
    "bulletins_cli.none": ("没有。", "None."),
    "bulletins_cli.head.code": ("编号", "Number"),
    "bulletins_cli.head.title": ("标题", "Title"),
    "bulletins_cli.head.state": ("状态", "Status"),
    "bulletins_cli.head.published_at": ("发布时间", "Published"),
    "bulletins_cli.head.name": ("姓名", "Name"),
    "bulletins_cli.head.number": ("工号", "Employee number"),
    "bulletins_cli.head.team": ("班组", "Team"),
    "bulletins_cli.head.due_at": ("签收期限", "Due"),
    "bulletins_cli.head.hours": ("已过小时（不计请假）", "Hours without leave"),
}
register({code: {"zh": zh, "en": en} for code, (zh, en) in WORDS.items()})

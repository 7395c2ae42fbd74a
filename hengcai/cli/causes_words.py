"""Sentences of `hengcai causes`."""

from hengcai.base.say import register

register(
    {
        "causes.help": {
            "zh": "差错归因：列出交给负责人的归因，汇总一个月",
            "en": "causes of errors: list those passed to their owners, collect a month",
        },
        "causes.list": {
            "zh": "列出差错归因，与页面上的列表相同，外加当月按归因分的错误数",
            "en": "lists causes of errors as the page does, with the month's errors by cause",
        },
        "causes.collect": {
            "zh": "把一个月的错误按归因汇总，交给负责人（后台每月 8 日起自动汇总）",
            "en": "collects a month's errors by cause and passes them to the owners (the worker does so from the 8th on)",
        },
        "causes.month": {"zh": "哪个月，例如 2026-03", "en": "which month, such as 2026-03"},
        "causes.state": {"zh": "只列这个状态", "en": "only those with this status"},
        "causes.cause": {"zh": "只列这种归因", "en": "only this cause"},
        "causes.late": {"zh": "只列逾期的", "en": "only overdue ones"},
        "causes.json": {"zh": "- ：输出一个 JSON 对象", "en": "use - for one JSON object on standard output"},
        "causes.none": {"zh": "没有差错归因。", "en": "There are no causes of errors."},
        "causes.head.month": {"zh": "月份", "en": "Month"},
        "causes.head.cause": {"zh": "归因", "en": "Cause"},
        "causes.head.owner": {"zh": "负责人", "en": "Owner"},
        "causes.head.errors": {"zh": "错误", "en": "Errors"},
        "causes.head.contacts": {"zh": "记录", "en": "Contacts"},
        "causes.head.state": {"zh": "状态", "en": "Status"},
        "causes.head.due": {"zh": "期限", "en": "Due"},
        "causes.head.cumulative": {"zh": "累计占比", "en": "Cumulative"},
    }
)

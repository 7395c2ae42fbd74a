"""Sentences of `hengcai coaching`."""

from hengcai.base.say import register

register(
    {
        "coach_cli.help": {"zh": "辅导记录：列出、导出", "en": "coaching records: list them, export them"},
        "coach_cli.list": {"zh": "列出辅导记录，与页面上的列表相同", "en": "list coaching records as the page does"},
        "coach_cli.export": {
            "zh": "导出辅导记录全文，一行一次辅导；客户资料已遮盖",
            "en": "export coaching records in full, one session per row; customer data is masked",
        },
        "coach_cli.state": {
            "zh": "只要这个状态；open 是没有结束的",
            "en": "only those with this status; open: not closed yet",
        },
        "coach_cli.agent": {"zh": "只要这名客服代表（工号或姓名）", "en": "only this agent's (number or name)"},
        "coach_cli.late": {"zh": "只要复查逾期的", "en": "only those whose follow-up check is overdue"},
        "coach_cli.to": {
            "zh": "写到哪个文件，.csv 或 .jsonl（可再加 .gz）；不写就到标准输出",
            "en": "the file to write, .csv or .jsonl (optionally with .gz); if left out, standard output",
        },
        "coach_cli.json": {"zh": "- ：输出一个 JSON 对象", "en": "use - for one JSON object on standard output"},
        "coach_cli.none": {"zh": "没有辅导记录。", "en": "There are no coaching records."},
        "coach_cli.done": {"zh": "{file}：{count} 次辅导", "en": "{file}: {count} sessions"},
        "coach_cli.head.id": {"zh": "编号", "en": "Number"},
        "coach_cli.head.agent": {"zh": "客服代表", "en": "Agent"},
        "coach_cli.head.item": {"zh": "评分项", "en": "Item"},
        "coach_cli.head.coach": {"zh": "辅导人", "en": "Coach"},
        "coach_cli.head.held_on": {"zh": "面谈日期", "en": "Held on"},
        "coach_cli.head.look_on": {"zh": "复查日期", "en": "Follow-up check"},
        "coach_cli.head.state": {"zh": "状态", "en": "Status"},
        "coach_cli.ending": {
            "zh": "{name} 的扩展名不支持，请用 .csv、.jsonl，可再加 .gz。",
            "en": "The ending of {name} is not supported. Use .csv or .jsonl, optionally with .gz.",
        },
    }
)

"""Sentences of `hengcai appeals`."""

from hengcai.base.say import register

WORDS = {
    "appeals_cli.help": ("考核申诉：列出、导出", "appraisal appeals: list them, export them"),
    "appeals_cli.list": ("列出申诉、状态和答复期限", "list appeals with their status and when a decision is due"),
    "appeals_cli.export": (
        "导出申诉：日期、处理结果、改前和改后的精确得分；不含理由和证据",
        "export appeals: days, outcome, exact scores before and after; no reasons, no evidence",
    ),
    "appeals_cli.cycle": ("只要这个考核周期的（代码）", "only those of this cycle (by its code)"),
    "appeals_cli.state": (
        "只要这个状态的：open、filed、assigned、heard、answered、withdrawn",
        "only those with this status: open, filed, assigned, heard, answered, withdrawn",
    ),
    "appeals_cli.to": (
        "写到哪个文件，.csv 或 .jsonl（可加 .gz）；不写就到标准输出",
        "the file to write, .csv or .jsonl (optionally with .gz); if left out, standard output",
    ),
    "appeals_cli.json": ("- ：输出一个 JSON 对象", "use - for one JSON object on standard output"),
    "appeals_cli.none": ("没有符合条件的申诉。", "There are no such appeals."),
    "appeals_cli.done": ("{file}：{rows} 件申诉", "{file}: {rows} appeals"),
    "appeals_cli.done.one": ("{file}：1 件申诉", "{file}: 1 appeal"),
    "appeals_cli.ending": (
        "{name} 的扩展名不支持，请用 .csv 或 .jsonl。",
        "The ending of {name} is not supported. Use .csv or .jsonl.",
    ),
    "appeals_cli.head.number": ("编号", "Number"),
    "appeals_cli.head.person": ("工号", "Number"),
    "appeals_cli.head.name": ("姓名", "Name"),
    "appeals_cli.head.cycle": ("周期", "Cycle"),
    "appeals_cli.head.state": ("状态", "Status"),
    "appeals_cli.head.outcome": ("处理结果", "Outcome"),
    "appeals_cli.head.filed_on": ("提出", "Filed"),
    "appeals_cli.head.due_on": ("答复期限", "Decision due"),
}
register({code: {"zh": zh, "en": en} for code, (zh, en) in WORDS.items()})

"""Sentences of `hengcai growth`."""

from hengcai.base.say import register

WORDS = {
    "growth_cli.help": (
        "技能成长通道：谁在哪一级、离下一级还差什么",
        "growth path: which step each person holds and what is missing for the next one",
    ),
    "growth_cli.list": ("按姓名列出每人所在级别和下一级", "lists everyone's step and their next step, by name"),
    "growth_cli.export": (
        "导出同一张表，差的条件写代号",
        "exports the same list, with codes for what is missing",
    ),
    "growth_cli.readiness": (
        "一个人离下一级还差什么，按今天的数据逐项列出",
        "shows, line by line, what a person's next step requires and what has been met",
    ),
    "growth_cli.ladder": ("只看一个通道，写它的代号", "only this ladder (by its code)"),
    "growth_cli.verdict": (
        "ready 条件已齐，one_step 只差一项，further 差两项以上，top 已在最高一级",
        "ready, one_step (one thing to go), further (two or more to go) or top (on the top step)",
    ),
    "growth_cli.number": ("工号", "employee number"),
    "growth_cli.to": (
        "写到哪个文件，.csv 或 .jsonl（可再加 .gz）；不写就到标准输出",
        "the file to write, .csv or .jsonl (optionally with .gz); if left out, standard output",
    ),
    "growth_cli.json": ("- ：输出一个 JSON 对象", "use - for one JSON object on standard output"),
    "growth_cli.none": ("还没有人在通道上。", "No one holds a step yet."),
    "growth_cli.nobody": (
        "通道上没有工号 {number}。",
        "No one with the employee number {number} is on a ladder.",
    ),
    "growth_cli.done": ("{file}：{rows} 行", "{file}: rows written: {rows}"),
    "growth_cli.ending": (
        "{name} 的扩展名不支持，请用 .csv、.jsonl，可再加 .gz。",
        "The ending of {name} is not supported. Use .csv or .jsonl, optionally with .gz.",
    ),
    "growth_cli.way": ("{ladder}：下一级 {next}，{verdict}", "{ladder}: next step {next}, {verdict}"),
    "growth_cli.line": (
        "{what}：要求 {wanted}，现在 {held}，{state}",
        "{what}: requires {wanted}, now {held}, {state}",
    ),
    "growth_cli.head.person": ("工号", "Number"),
    "growth_cli.head.name": ("姓名", "Name"),
    "growth_cli.head.ladder": ("通道", "Ladder"),
    "growth_cli.head.step": ("现在第几级", "Step"),
    "growth_cli.head.since": ("起始日", "Since"),
    "growth_cli.head.re_rate_on": ("复评日", "Review due"),
    "growth_cli.head.next": ("下一级", "Next step"),
    "growth_cli.head.verdict": ("差距", "Progress"),
}
register({code: {"zh": zh, "en": en} for code, (zh, en) in WORDS.items()})

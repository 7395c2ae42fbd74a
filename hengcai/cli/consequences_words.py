"""Sentences of `hengcai consequences`."""

from hengcai.base.say import register

WORDS = {
    "pay_cli.help": (
        "绩效工资：列出、导出核算表、导入基数",
        "performance pay: list pay runs, export a pay sheet, import pay bases",
    ),
    "pay_cli.runs": ("列出各期绩效工资核算", "lists pay runs"),
    "pay_cli.sheet": (
        "导出一期审定过的绩效工资核算表，供薪酬导入",
        "exports the pay sheet of a run that has been signed off, for payroll to import",
    ),
    "pay_cli.bases": (
        "导入绩效工资基数：person、from、base，可加 fixed",
        "imports pay bases: columns person, from, base and, if there is fixed pay, fixed",
    ),
    "pay_cli.period": (
        "月份如 2026-03，年终奖金写年度如 2026",
        "a month such as 2026-03, or for a bonus the year, such as 2026",
    ),
    "pay_cli.to": (
        "写到哪个文件，.csv 或 .jsonl（可再加 .gz）；不写就到标准输出",
        "the file to write, .csv or .jsonl (optionally with .gz); if left out, standard output",
    ),
    "pay_cli.file": ("CSV、XLSX 或 JSONL 文件", "a CSV, XLSX or JSONL file"),
    "pay_cli.json": ("- ：输出一个 JSON 对象", "use - for one JSON object on standard output"),
    "pay_cli.none": ("还没有核算过绩效工资。", "There are no pay runs yet."),
    "pay_cli.done": ("{file}：{rows} 行", "{file}: rows written: {rows}"),
    "pay_cli.brought": ("{file}：{rows} 行，其中新的 {new} 行", "{file}: rows {rows}, of which new {new}"),
    "pay_cli.not_decided": (
        "{period} 还没有审定过的绩效工资。",
        "There is no signed-off pay run for {period}.",
    ),
    "pay_cli.ending": (
        "{name} 的扩展名不支持，请用 .csv、.jsonl，可再加 .gz。",
        "The ending of {name} is not supported. Use .csv or .jsonl, optionally with .gz.",
    ),
    "pay_cli.head.id": ("编号", "Number"),
    "pay_cli.head.period": ("期间", "Period"),
    "pay_cli.head.kind": ("种类", "Type"),
    "pay_cli.head.state": ("状态", "Status"),
    "pay_cli.head.people": ("人数", "People"),
    "pay_cli.head.total": ("合计", "Total"),
}
register({code: {"zh": zh, "en": en} for code, (zh, en) in WORDS.items()})

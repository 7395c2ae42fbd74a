"""Sentences of `hengcai remedies`."""

from hengcai.base.say import register

WORDS = {
    "remedies_cli.help": ("整改：列出、导出", "corrective actions: list and export them"),
    "remedies_cli.list": (
        "列出整改项，没完成的在前，按期限排",
        "list corrective actions, open ones first, by due date",
    ),
    "remedies_cli.export": (
        "导出整改项的全部内容，客户资料遮盖",
        "export corrective actions in full; customer data is masked",
    ),
    "remedies_cli.state": (
        "只要一种状态：open、done、checked、closed 或 not_closed",
        "one status only: open, done, checked, closed or not_closed",
    ),
    "remedies_cli.late": ("只要逾期的", "overdue ones only"),
    "remedies_cli.to": (
        "写到哪个文件，.xlsx 或 .csv；不写就到标准输出",
        "the file to write, .xlsx or .csv; if left out, standard output",
    ),
    "remedies_cli.json": ("- ：输出一个 JSON 对象", "use - for one JSON object on standard output"),
    "remedies_cli.none": ("没有整改项。", "There are no corrective actions."),
    "remedies_cli.done": ("{file}：{count} 项整改", "{file}: {count} corrective actions"),
    "remedies_cli.done.one": ("{file}：1 项整改", "{file}: one corrective action"),
    "remedies_cli.sheet": ("整改", "Corrective actions"),
    "remedies_cli.ending": (
        "{name} 的扩展名不支持，请用 .xlsx 或 .csv。",
        "The ending of {name} is not supported. Use .xlsx or .csv.",
    ),
    "remedies_cli.head.id": ("编号", "Number"),
    "remedies_cli.head.about": ("问题属于", "About"),
    "remedies_cli.head.state": ("状态", "Status"),
    "remedies_cli.head.owner": ("负责人", "Owner"),
    "remedies_cli.head.due_on": ("期限", "Due"),
    "remedies_cli.head.verdict": ("效果", "Effect"),
}
register({code: {"zh": zh, "en": en} for code, (zh, en) in WORDS.items()})

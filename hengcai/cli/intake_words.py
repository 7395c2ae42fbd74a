"""Help and messages of `hengcai intake`."""

from hengcai.base.say import register

WORDS: dict[str, dict[str, str]] = {
    "intake.help": {
        "zh": "导入前后的事：下载模板、先查一遍、撤销、开账号",
        "en": "around an import: template, check, undo, accounts",
    },
    "intake.template": {"zh": "写出空模板（.xlsx 或 .csv）", "en": "writes an empty template (.xlsx or .csv)"},
    "intake.kind": {
        "zh": "种类：people、contacts、measures、complaints、ratings、tests",
        "en": "people, contacts, measures, complaints, ratings, tests",
    },
    "intake.to": {"zh": "写到这个文件", "en": "writes to this file"},
    "intake.language": {"zh": "列名的语言：zh 或 en", "en": "language of the headings: zh or en"},
    "intake.written": {"zh": "已写出 {path}", "en": "written: {path}"},
}
register(WORDS)

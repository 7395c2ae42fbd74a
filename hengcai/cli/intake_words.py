"""Help and messages of `hengcai intake`."""

from hengcai.base.say import register

WORDS: dict[str, dict[str, str]] = {
    "intake.help": {
        "zh": "导入前后的事：下载模板、先查一遍、撤销、开账号",
        "en": "before and after an import: template, check, undo, accounts",
    },
    "intake.template": {"zh": "写出空模板（.xlsx 或 .csv）", "en": "writes an empty template (.xlsx or .csv)"},
    "intake.kind": {
        "zh": "种类：people、contacts、measures、complaints、praise、ticket-steps、shifts、absences、skill-groups、"
        "calendar、ratings、tests",
        "en": "people, contacts, measures, complaints, praise, ticket-steps, shifts, absences, skill-groups, "
        "calendar, ratings, tests",
    },
    "intake.to": {"zh": "写到这个文件", "en": "writes to this file"},
    "intake.language": {"zh": "列名的语言：zh 或 en", "en": "language of the headings: zh or en"},
    "intake.check": {
        "zh": "把文件先查一遍，列出每一行的所有问题，不导入",
        "en": "checks a file and lists everything wrong with each row; imports nothing",
    },
    "intake.file": {"zh": "要查的文件", "en": "the file"},
    "intake.mapping": {"zh": "列名对照表（YAML）", "en": "which column is which (YAML)"},
    "intake.people": {"zh": "create：没有的工号自动建立", "en": "create: add people with unknown employee numbers"},
    "intake.update": {
        "zh": "编号相同、内容不同的行，以这次为准",
        "en": "rows with an existing id replace the old ones",
    },
    "intake.fault": {"zh": "第 {row} 行，“{named}”列：{text}", "en": "row {row}, column “{named}”: {text}"},
    "intake.checked": {
        "zh": "{name}：读 {read} 行，会新增 {added}，会更新 {updated}，已有 {passed_over}，有问题 {at_fault}。",
        "en": "{name}: {read} rows read, would add {added}, update {updated}, pass over {passed_over}; {at_fault} faulty.",
    },
    "intake.list": {"zh": "列出最近的导入和编号", "en": "lists the newest imports with their numbers"},
    "intake.line": {
        "zh": "{number}  {kind}  {file}  {state}  新增 {added}，更新 {updated}，退回 {rejected}",
        "en": "{number}  {kind}  {file}  {state}  {added} added, {updated} updated, {rejected} rejected",
    },
    "intake.undo": {"zh": "撤销一次导入", "en": "undoes an import"},
    "intake.number": {"zh": "导入的编号（见 list）", "en": "the import's number (shown by hengcai intake list)"},
    "intake.dry_run": {"zh": "只看能不能撤销", "en": "only show what prevents the undo"},
    "intake.json": {"zh": "- ：结果以一个 JSON 对象输出", "en": "use - for the result as one JSON object"},
    "intake.free": {
        "zh": "{name}：可以撤销。",
        "en": "{name}: this import can be undone.",
    },
    "intake.undone": {"zh": "{name}：已撤销，撤掉 {count} 行。", "en": "{name}: undone, {count} rows removed."},
    "intake.undone.one": {"zh": "{name}：已撤销，撤掉 1 行。", "en": "{name}: undone, one row removed."},
    "intake.accounts": {"zh": "给导入的人员开账号", "en": "opens accounts for imported people"},
    "intake.role": {
        "zh": "角色，例如 agent；可以重复写多个",
        "en": "access role, such as agent; may be given several times",
    },
    "intake.prefix": {"zh": "工号前加的前缀", "en": "prefix before each employee number"},
    "intake.renew": {"zh": "给没登录过的重发初始密码", "en": "new first passwords for accounts never used"},
    "intake.to_secret": {
        "zh": "初始密码写到这个新文件，只有运行命令的人能读",
        "en": "new file for the first passwords, readable by you alone",
    },
    "intake.given": {
        "zh": "已开 {count} 个账号，初始密码在 {path}。发完请删掉这个文件。",
        "en": "{count} accounts opened; first passwords are in {path}. Delete the file once everyone has received theirs.",
    },
    "intake.given.one": {
        "zh": "已开 1 个账号，初始密码在 {path}。发完请删掉这个文件。",
        "en": "One account opened; its first password is in {path}. Delete the file once the person has received it.",
    },
    "intake.file_there": {
        "zh": "{path} 已经有了，初始密码只写进新文件。",
        "en": "{path} already exists; first passwords are only written to a new file.",
    },
    "intake.no_run": {"zh": "没有编号为 {number} 的导入。", "en": "there is no import with the number {number}."},
    "intake.written": {"zh": "已写出 {path}", "en": "written: {path}"},
}
register(WORDS)

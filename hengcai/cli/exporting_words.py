"""Help and messages of `hengcai export`."""

from hengcai.base.say import register

WORDS: dict[str, dict[str, str]] = {
    "cli_export.help": {
        "zh": "导出数据：导入的数据按导入格式导出，计算结果也可以导出",
        "en": "exports data in the format that import accepts, and the results calculated from it",
    },
    "cli_export.kind": {"zh": "种类：{known}", "en": "one of {known}"},
    "cli_export.to": {"zh": "写到这个文件（默认标准输出）", "en": "file to write (default: standard output)"},
    "cli_export.cycle": {
        "zh": "考核周期的编号：ratings、tests 只导出这个周期的；cycle 必填",
        "en": "a cycle's code: only ratings and tests of that cycle; required for cycle",
    },
    "cli_export.first_day": {
        "zh": "从这天起（measures、complaints、complaint-records、praise、ticket-steps、shifts、absences、"
        "skill-groups、calendar、evaluations），例如 2026-03-01",
        "en": "from that day on (measures, complaints, complaint-records, praise, ticket-steps, shifts, absences, "
        "skill-groups, calendar, evaluations), such as 2026-03-01",
    },
    "cli_export.last_day": {"zh": "到这天为止，含当天", "en": "up to and including that day"},
    "cli_export.person": {"zh": "工号（person 必填）", "en": "the person's number (required for person)"},
    "cli_export.post": {"zh": "只导出这个岗位的画像（profile）", "en": "this role's profile only (profile)"},
    "cli_export.version": {
        "zh": "第几版（framework、profile），默认现行版",
        "en": "which version (framework, profile); the one in force by default",
    },
    "cli_export.shipped": {
        "zh": "系统自带的能力库（framework），不是本中心现行的；导入后成为新版本的草稿",
        "en": "the built-in library (framework) instead of the one in force; when imported it becomes a draft of the next version",
    },
    "cli_export.unmasked": {
        "zh": "不遮盖客户个人信息（contacts、evaluations、complaint-records、praise；会记入审计日志）",
        "en": "leave customers' personal data unmasked (contacts, evaluations, complaint-records, praise; recorded in the audit log)",
    },
    "cli_export.json": {
        "zh": "- ：写文件时，结果以一个 JSON 对象输出",
        "en": "-: with --to, the result as one JSON object",
    },
    "cli_export.done": {"zh": "导出 {count} 条。", "en": "{count} rows exported."},
    "cli_export.done.one": {"zh": "导出 1 条。", "en": "One row exported."},
    "cli_export.option_unknown": {
        "zh": "导出 {kind} 时没有 {flag} 这个选项，请去掉。",
        "en": "an export of {kind} has no option {flag}. Leave it out.",
    },
    "cli_export.option_missing": {"zh": "导出 {kind} 要写明 {flag}。", "en": "an export of {kind} needs {flag}."},
    "cli_export.ending_unknown": {
        "zh": "导出 {kind} 写不成“{name}”，文件名请用这些结尾：{endings}。",
        "en": "an export of {kind} cannot be written as “{name}”. Let the name end in one of {endings}.",
    },
}
register(WORDS)

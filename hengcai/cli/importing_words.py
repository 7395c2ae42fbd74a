"""Help and messages of `hengcai import`."""

from hengcai.base.say import register

WORDS: dict[str, dict[str, str]] = {
    "cli_import.help": {
        "zh": "导入文件：可随时中断，再运行时接着导",
        "en": "imports a file; if interrupted, run it again to continue",
    },
    "cli_import.kind": {
        "zh": "种类：people、contacts、measures、complaints、praise、ticket-steps、shifts、absences、skill-groups、"
        "calendar、ratings、tests、questions、framework、profile",
        "en": "people, contacts, measures, complaints, praise, ticket-steps, shifts, absences, skill-groups, "
        "calendar, ratings, tests, questions, framework, profile",
    },
    "cli_import.file": {
        "zh": "文件：.csv、.csv.gz、.xlsx、.jsonl、.jsonl.gz 或 .parquet；framework、profile 用 .yaml、.json 或 .xlsx",
        "en": ".csv, .csv.gz, .xlsx, .jsonl, .jsonl.gz or .parquet; framework and profile: .yaml, .json or .xlsx",
    },
    "cli_import.mapping": {"zh": "列名对照表（YAML）", "en": "which column is which (YAML)"},
    "cli_import.rejects": {
        "zh": "退回的行写到这个文件，改好后可以再导入",
        "en": "file for rejected rows, to be corrected and imported again",
    },
    "cli_import.dry_run": {"zh": "只检查，不导入", "en": "check only; import nothing"},
    "cli_import.people": {"zh": "create：没有的工号自动建立", "en": "create: add people with unknown employee numbers"},
    "cli_import.update": {
        "zh": "编号相同、内容不同的行，以这次为准",
        "en": "rows with an existing id and different content replace the old ones",
    },
    "cli_import.json": {"zh": "- ：结果以一个 JSON 对象输出", "en": "use - for the result as one JSON object"},
    "cli_import.guessed": {
        "zh": "按列名对上的：{columns}。不对的话，用 --mapping 写明。",
        "en": "columns recognised by name: {columns}. If this is wrong, state the columns with --mapping.",
    },
    "cli_import.progress": {"zh": "已读 {done} 行，约 {total} 行", "en": "{done} rows of about {total}"},
    "cli_import.reading": {"zh": "已读 {done} 行", "en": "{done} rows"},
    "cli_import.resumed": {
        "zh": "接着上次的导入，从第 {row} 行开始。",
        "en": "continuing the earlier import at row {row}.",
    },
    "cli_import.summary": {
        "zh": "{name}：读 {read} 行，新增 {added}，更新 {updated}，已有 {passed_over}，退回 {rejected}。",
        "en": "{name}: {read} rows read, {added} added, {updated} updated, {passed_over} already there, "
        "{rejected} rejected.",
    },
    "cli_import.dry_summary": {
        "zh": "{name}（只检查）：读 {read} 行，会新增 {added}，会更新 {updated}，已有 {passed_over}，会退回 {rejected}。",
        "en": "{name} (checked only): {read} rows read, would add {added}, update {updated}, pass over {passed_over}, "
        "reject {rejected}.",
    },
    "cli_import.sheet": {"zh": "读的是工作表“{name}”。", "en": "Sheet read: “{name}”."},
    "cli_import.without_permit.gate": {
        "zh": "没有岗位所需上岗证、不计入在岗人数的有 {count} 人：{names}",
        "en": "without the permit their role asks for, not counted as staff ({count}): {names}",
    },
    "cli_import.without_permit.warn": {
        "zh": "没有岗位所需上岗证的有 {count} 人：{names}",
        "en": "without the permit their role asks for ({count}): {names}",
    },
    "cli_import.made.people": {"zh": "自动建立人员 {count} 人：{names}", "en": "people added ({count}): {names}"},
    "cli_import.made.teams": {"zh": "自动建立班组 {count} 个：{names}", "en": "teams added ({count}): {names}"},
    "cli_import.made.sites": {"zh": "自动建立职场 {count} 个：{names}", "en": "sites added ({count}): {names}"},
    "cli_import.made.posts": {"zh": "自动建立岗位 {count} 个：{names}", "en": "roles added ({count}): {names}"},
    "cli_import.made.rounded": {
        "zh": "小数超过 6 位、已四舍五入到 6 位的数据（{count} 个）：{names}",
        "en": "figures of more than six decimals, rounded to six ({count}): {names}",
    },
    "cli_import.made.long_turns": {
        "zh": "有一轮话超过 20,000 字，已分成几轮（{count} 条记录）：{names}",
        "en": "contacts with a turn over 20,000 characters, split into several ({count}): {names}",
    },
    "cli_import.rejects_at": {
        "zh": "退回的行在 {path}，改好后可直接再导。",
        "en": "rejected rows are in {path}; correct them and import them again.",
    },
    "cli_import.more_rejects": {
        "zh": "……还有 {count} 行。加 --rejects 退回.csv 可全部写出。",
        "en": "… and {count} more. Add --rejects rejected.csv to have all of them in a file.",
    },
    "cli_import.no_place": {
        "zh": "退回的行要写成 {ending}，请改 --rejects 的文件名。",
        "en": "rejected rows of this file are written as {ending}. Change the name after --rejects.",
    },
    "cli_import.framework.draft": {
        "zh": "{name}：第 {version} 版现在是草稿，共 {competencies} 项能力。发布前不影响任何人。",
        "en": "{name}: version {version} is a draft now, with {competencies} competencies. It affects no one until it is published.",
    },
    "cli_import.framework.dry_run": {
        "zh": "{name}（只检查）：没有问题，共 {competencies} 项能力，会成为第 {version} 版草稿。",
        "en": "{name} (checked only): no errors; {competencies} competencies would become the draft of version {version}.",
    },
    "cli_import.questions.draft": {
        "zh": "{name}：{questions} 道题进了题库，是草稿，审题后才能用；{known} 道的编号题库里已有，没有动。",
        "en": "{name}: {questions} questions are drafts in the bank now, to be reviewed before use; {known} with codes the bank "
        "already has were left as they are.",
    },
    "cli_import.questions.dry_run": {
        "zh": "{name}（只检查）：{questions} 道题可以进题库。",
        "en": "{name} (checked only): {questions} questions could come into the bank.",
    },
    "cli_import.profile.draft": {
        "zh": "{name}：{count} 份岗位画像现在是草稿：{posts}。发布前不影响任何人。",
        "en": "{name}: profiles now in draft ({count}): {posts}. They affect no one until they are published.",
    },
    "cli_import.profile.dry_run": {
        "zh": "{name}（只检查）：没有问题，会成为草稿的岗位画像有 {count} 份：{posts}。",
        "en": "{name} (checked only): no errors; profiles that would become drafts ({count}): {posts}.",
    },
}
register(WORDS)

"""What stands in the way of undoing an import, and what became of it."""

from hengcai.base.say import register

WORDS = {
    "undo.not_done": {
        "zh": "这次导入还没有完成，或者已经撤销过，现在不能撤销。",
        "en": "This import has not finished yet, or has already been undone, so it cannot be undone now.",
    },
    "undo.blocked": {
        "zh": "有 {count} 件事要先处理，现在不能撤销，都列在下面；处理好再撤。",
        "en": "The import cannot be undone yet. Things to resolve first: {count}. They are listed below.",
    },
    "undo.accounts_opened": {
        "zh": "已经给这些人开了账号，撤销要连账号一起撤，请系统管理员来做。",
        "en": "Accounts have been opened for these people and would be removed too, so only the administrator can undo this.",
    },
    "undo.no_kind": {
        "zh": "这种文件不能整次撤销：可以改好再导，以新的为准。",
        "en": "A file of this kind cannot be undone as a whole. Import a corrected file and choose to update the existing rows.",
    },
    "undo.updated": {
        "zh": "这次导入更新了 {count} 条原有记录，原来的内容没有保留。",
        "en": "It updated records that already existed ({count}); their earlier content was not kept.",
    },
    "undo.changed": {
        "zh": "这次导入改动了原有的 {count} 个人，原来的内容没有保留。",
        "en": "It changed people who already existed ({count}); their earlier details were not kept.",
    },
    "undo.too_old": {
        "zh": "这次导入是旧版本做的，没有记下导入的是哪 {count} 行。",
        "en": "This import was made by an earlier version, which did not record which rows it imported ({count}).",
    },
    "undo.edited": {
        "zh": "导入之后，有 {count} 个人的资料又改过。",
        "en": "People whose details have been changed since the import: {count}.",
    },
    "undo.accounts": {
        "zh": "其中 {count} 个人另外关联了账号，请先在人员页解除关联。",
        "en": "People linked to another account: {count}. Unlink it on their pages first.",
    },
    "undo.accounts_used": {
        "zh": "给他们开的账号里，有 {count} 个已经登录过。",
        "en": "Accounts opened for them that have already been used: {count}.",
    },
    "undo.refers": {
        "zh": "有 {count} 条{thing}用到了导入的内容。",
        "en": "Imported data is used elsewhere: {thing} ({count}).",
    },
    "undo.results": {
        "zh": "有 {count} 份已发布的考核结果用到了这些数据。",
        "en": "Published results that use this data: {count}.",
    },
    "import.undoing": {"zh": "正在撤销", "en": "Being undone"},
    "import.undone": {"zh": "已撤销", "en": "Undone"},
    "accounts_given.not_done": {
        "zh": "导入完成之后才能开账号。",
        "en": "Accounts can be opened once the import is done.",
    },
    "accounts_given.no_role": {"zh": "请至少选一个角色。", "en": "Choose at least one role."},
    "accounts_given.prefix_malformed": {
        "zh": "“{value}”不能作前缀：不能有空格，最多 {most} 个字。",
        "en": "“{value}” cannot be used as a prefix: no spaces, {most} characters at most.",
    },
}
register(WORDS)

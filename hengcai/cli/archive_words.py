"""Sentences of `hengcai archive`. They need no database."""

from hengcai.base.say import register
from hengcai.records import words  # noqa: F401 - what is wrong with a file

register(
    {
        "archive_cli.help": {
            "zh": "结果归档：导出、核验",
            "en": "archive of result confirmations: verify, export, erase",
        },
        "archive_cli.verify": {
            "zh": "核验归档文件有没有被改过；不需要数据库",
            "en": "verifies that archive files have not been changed; needs no database",
        },
        "archive_cli.export": {
            "zh": "导出已封存的结果确认：一个 .jsonl 文件，或一个文件夹（每份一个 JSON，可加 PDF）",
            "en": "exports sealed records: one .jsonl file, or a folder with one JSON file each and PDFs if wanted",
        },
        "archive_cli.erase": {
            "zh": "清除一个人在归档里的个人信息；摘要保留，归档仍可核验",
            "en": "erases a person's personal data from the archive; digests stay, so the archive can still be verified",
        },
        "archive_cli.reason": {"zh": "原因，记入审计日志", "en": "the reason; it is recorded in the audit log"},
        "archive_cli.erasing": {
            "zh": "清除了 {count} 份记录里的个人信息。",
            "en": "Records from which personal data were erased: {count}.",
        },
        "archive_cli.now": {
            "zh": "马上做一次每天的归档处理：记录逾期未反馈、归档可以归档的",
            "en": "runs the daily round now: records results without a response and archives what is ready",
        },
        "archive_cli.file": {
            "zh": "归档文件：.json、.jsonl 或 .pdf（旁边要有 manifest.json）",
            "en": "an archive file: .json, .jsonl, or .pdf with its manifest.json beside it",
        },
        "archive_cli.head": {
            "zh": "另外保存的哈希值，文件的要与它一致",
            "en": "a head hash kept elsewhere, which the file's must match",
        },
        "archive_cli.to": {
            "zh": "写到哪里：以 .jsonl 结尾是一个文件，否则是文件夹",
            "en": "where to write: one file if the name ends in .jsonl, otherwise a folder",
        },
        "archive_cli.cycle": {"zh": "只要这个考核周期（代码）", "en": "only this cycle (by its code)"},
        "archive_cli.agent": {"zh": "只要这个人（工号）", "en": "only this person (employee number)"},
        "archive_cli.pdf": {"zh": "每份再加一个 PDF/A", "en": "also writes a PDF/A of each record"},
        "archive_cli.language": {"zh": "PDF 用的语言", "en": "language of the PDFs"},
        "archive_cli.json": {"zh": "- ：输出一个 JSON 对象", "en": "use - for one JSON object on standard output"},
        "archive_cli.sound": {"zh": "{path}：{records} 份，没有被改过", "en": "{path}: unchanged (records: {records})"},
        "archive_cli.erased": {
            "zh": "{path}：其中 {erased} 份的部分内容已清除或未附，其余可核验",
            "en": "{path}: records with texts erased or left out: {erased}; the rest is verified",
        },
        "archive_cli.fault": {"zh": "{path} 第 {row_number} 行：{told}", "en": "{path}, line {row_number}: {told}"},
        "archive_cli.whole": {"zh": "{path}：{told}", "en": "{path}: {told}"},
        "archive_cli.exported": {"zh": "{path}：导出 {records} 份", "en": "{path}: records exported: {records}"},
        "archive_cli.rounded": {"zh": "处理了 {count} 份。", "en": "Records processed: {count}."},
        "archive_cli.nothing": {"zh": "没有符合条件的已封存记录。", "en": "No sealed records match."},
        "archive_cli.missing": {"zh": "找不到文件 {path}。", "en": "The file {path} was not found."},
        "archive_cli.no_manifest": {
            "zh": "{path} 旁边没有 manifest.json，无法核验。",
            "en": "There is no manifest.json beside {path}, so it cannot be verified.",
        },
    }
)

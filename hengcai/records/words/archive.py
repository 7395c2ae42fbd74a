"""What is wrong with a file of the archive; said by the command, which needs no database, and by the page."""

WORDS = {
    "archive.fault.unreadable": {
        "zh": "这一行不是完整的归档记录。",
        "en": "this is not a complete archive record.",
    },
    "archive.fault.cut_off": {
        "zh": "文件是空的，或者结尾被截断。",
        "en": "the file is empty or its end is cut off.",
    },
    "archive.fault.form": {
        "zh": "写法和封存时不一样，有字节被改动。",
        "en": "it is not written as it was when sealed: bytes have been changed.",
    },
    "archive.fault.version": {"zh": "格式或版本不认识。", "en": "its format or version is unknown."},
    "archive.fault.content": {
        "zh": "内容和哈希值对不上，被改过。",
        "en": "its content does not match its hash: it has been changed.",
    },
    "archive.fault.names": {
        "zh": "缺少或多出了文字项。",
        "en": "texts are missing, or there are more than were sealed.",
    },
    "archive.fault.text": {
        "zh": "有一段文字和封存时的摘要对不上。",
        "en": "a text does not match the digest it was sealed with.",
    },
    "archive.fault.no_list": {
        "zh": "文件里有多份记录，却没有最后一行清单。",
        "en": "it holds several records but the last line, which lists them, is missing.",
    },
    "archive.fault.list": {
        "zh": "记录和清单对不上：有缺少、多出或顺序改动。",
        "en": "the records do not match the list: some are missing, added or in a different order.",
    },
    "archive.fault.foreign_head": {
        "zh": "整个文件被替换过：和审计日志里记下的哈希值不一致。",
        "en": "the whole file has been replaced: its head is not the one recorded in the audit log.",
    },
    "archive.fault.file_gone": {"zh": "文件不见了。", "en": "the file is missing."},
    "archive.fault.batch_gone": {
        "zh": "审计日志里有这个归档批次，数据库里没有。",
        "en": "the audit log records this batch, but the database does not have it.",
    },
    "archive.fault.not_noted": {
        "zh": "审计日志里没有这个归档批次。",
        "en": "the audit log has no record of this batch.",
    },
    "archive.fault.pdf": {
        "zh": "PDF 文件和清单里的哈希值对不上。",
        "en": "the PDF does not match the hash in its manifest.",
    },
    "archive.fault.not_listed": {"zh": "清单里没有这个文件。", "en": "the manifest does not list this file."},
    "archive.fault.manifest": {"zh": "清单本身被改过。", "en": "the manifest itself has been changed."},
}

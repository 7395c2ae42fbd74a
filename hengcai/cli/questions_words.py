"""Sentences of `hengcai questions`."""

from hengcai.base.say import register

register(
    {
        "cli_questions.help": {
            "zh": "试题文件：转换格式、批改作答，不用数据库",
            "en": "files of questions: convert them, mark responses; needs no database",
        },
        "cli_questions.convert": {
            "zh": "把试题从一种格式转成另一种：GIFT、Moodle XML、QTI 2.1 和 3.0、工作簿、JSONL",
            "en": "converts questions between GIFT, Moodle XML, QTI 2.1 and 3.0, workbooks and JSON lines",
        },
        "cli_questions.mark": {
            "zh": "按试题批改作答，算出每人得分",
            "en": "marks responses and shows what each person earned",
        },
        "cli_questions.source": {"zh": "要转换的试题文件", "en": "questions to convert"},
        "cli_questions.target": {
            "zh": "写到哪个文件；.zip 和 .xml 要用 --to 写明格式",
            "en": "file to write; .zip and .xml need --to",
        },
        "cli_questions.from": {
            "zh": "来源格式；不写就看文件名和内容",
            "en": "format of the source; guessed from name and content",
        },
        "cli_questions.to": {"zh": "目标格式；不写就看文件名", "en": "format to write; guessed from the name"},
        "cli_questions.language": {
            "zh": "题目有两种语言时写哪一种（JSONL 两种都留）",
            "en": "language written where a question has both (JSON lines keep both)",
        },
        "cli_questions.questions": {"zh": "试题文件，任何一种格式", "en": "questions, in any of the formats"},
        "cli_questions.responses": {
            "zh": "作答表，列：person、question、response；多选用 ; 隔开，配对写 左=右;…，填空写 空=答案;…",
            "en": "table of responses: person, question, response; options separated by ;, pairs as left=right;…, gaps as "
            "gap=value;…",
        },
        "cli_questions.json": {
            "zh": "结果写成 JSON：- 为标准输出，或文件名",
            "en": "results as JSON: - for standard output, or a file",
        },
        "cli_questions.written": {"zh": "已写入 {path}，共 {count} 题。", "en": "{count} questions written to {path}."},
        "cli_questions.written.one": {"zh": "已写入 {path}，共 1 题。", "en": "One question written to {path}."},
        "cli_questions.more_odd": {"zh": "还有 {count} 处同样的问题。", "en": "{count} more of the same kind."},
    }
)

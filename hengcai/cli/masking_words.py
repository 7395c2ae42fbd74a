"""Sentences of `hengcai mask`."""

from hengcai.base.say import register

register(
    {
        "mask.help": {
            "zh": "把文本或对话文件里的客户个人信息盖住：电话、身份证、银行卡、车牌、邮箱、住址、已知姓名",
            "en": "covers customers' personal data in a text or in conversations: numbers, plates, mail, addresses, names",
        },
        "mask.file": {
            "zh": "文本文件逐行盖；.jsonl 只盖 turns[].text，同一个人前后几句合着看；可以是 .gz",
            "en": "text goes line by line; of .jsonl only turns[].text, neighbouring turns of one speaker together; may be .gz",
        },
        "mask.to": {
            "zh": "写到这个文件（写完才换上去）；不给就写到标准输出",
            "en": "writes to this file, in place once it is whole; standard output without it",
        },
        "mask.line_broken": {"zh": "不是一行完整的 JSON 对象", "en": "not one whole JSON object"},
        "mask.told_broken": {
            "zh": "不是一行完整的 JSON 对象，已当作普通文本盖过，请核对。",
            "en": "is not one whole JSON object; it was covered as plain text. Check it.",
        },
    }
)

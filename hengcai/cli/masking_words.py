"""Sentences of `hengcai mask`."""

from hengcai.base.say import register

register(
    {
        "mask.help": {
            "zh": "遮盖文本或对话文件里的客户个人信息：电话、身份证、银行卡、车牌、邮箱、住址、姓名、QQ 和微信号",
            "en": "masks customers' personal data in texts or conversations: phone, ID and card numbers, number plates, e-mail and "
            "home addresses, names, QQ and WeChat accounts",
        },
        "mask.file": {
            "zh": "文本文件逐行遮盖；.jsonl 只遮盖 turns[].text，同一个人接连几句连起来看；可以是 .gz",
            "en": "a text file is masked line by line; in .jsonl only turns[].text is masked, with consecutive turns of one speaker "
            "read together; may be .gz",
        },
        "mask.to": {
            "zh": "写到这个文件，全部写完才替换；不写就输出到屏幕",
            "en": "writes to this file, replacing it only once all is written; default: standard output",
        },
        "mask.line_broken": {"zh": "不是一个完整的 JSON 对象", "en": "not one whole JSON object"},
        "mask.told_broken": {
            "zh": "不是一个完整的 JSON 对象，已当作普通文本遮盖，请核对。",
            "en": "not one whole JSON object; masked as plain text. Check it.",
        },
    }
)

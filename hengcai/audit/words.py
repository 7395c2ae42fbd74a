from hengcai.base.say import register

WORDS = {
    "audit.head_unreadable": {
        "zh": "{file} 不是审计链头文件：应是 hengcai audit head 导出的 JSON，含 number 与 hash。",
        "en": "{file} is not an audit head: it should be the JSON that hengcai audit head prints, with number and hash.",
    },
}
register(WORDS)

from hengcai.base.say import register

WORDS = {
    "demo.not_a_demo": {
        "zh": "{folder} 里已经有一个真实的中心，演示数据不会装进去；请把 HENGCAI_HOME 指到另一个文件夹。",
        "en": "{folder} holds a real centre; the demo is not loaded into it. Point HENGCAI_HOME to another folder.",
    },
}
register(WORDS)

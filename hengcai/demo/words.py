from hengcai.base.say import register

WORDS = {
    "demo.standards": {"zh": "能力模型、评分表、考核制度", "en": "framework, scorecards, policies"},
    "demo.people": {"zh": "{agents} 位客服代表，以及各岗位的人", "en": "{agents} agents and those around them"},
    "demo.contacts": {"zh": "{first} 到 {last} 的交互记录", "en": "contacts from {first} to {last}"},
    "demo.quarter": {"zh": "{first} 起的季度考核", "en": "quarter from {first}"},
    "demo.month": {"zh": "{first} 起的月度考核", "en": "month from {first}"},
    "demo.not_a_demo": {
        "zh": "{folder} 里已经有一个真实的中心，演示数据不会装进去；请把 HENGCAI_HOME 指到另一个文件夹。",
        "en": "{folder} holds a real centre; the demo is not loaded into it. Point HENGCAI_HOME to another folder.",
    },
    "demo.too_few_agents": {
        "zh": "演示中心至少要 {least} 位客服，--agents 写的是 {agents}。",
        "en": "the demo needs at least {least} agents; --agents says {agents}.",
    },
    "demo.being_loaded": {
        "zh": "另一个进程正在往 {folder} 载入演示数据，请等它完成。",
        "en": "another process is loading a demo into {folder}; wait until it is done.",
    },
    "demo.lake_in_use": {
        "zh": "{folder} 里已有真实中心的对话，演示数据不会放进去，也不会动它。请把 HENGCAI_LAKE 或 HENGCAI_HOME 指到别的文件夹。",
        "en": "{folder} holds conversations that are not a demo's; the demo neither adds to them nor removes them. "
        "Point HENGCAI_LAKE or HENGCAI_HOME to another folder.",
    },
}
register(WORDS)

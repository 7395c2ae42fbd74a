"""Help of the commands that run the place itself and read its audit chain."""

from hengcai.base.say import register

WORDS: dict[str, dict[str, str]] = {
    "site.demo": {"zh": "载入演示中心", "en": "loads the demo centre"},
    "site.agents": {"zh": "多少位客服，至少 3 位", "en": "how many agents, 3 at least"},
    "site.seed": {"zh": "随机种子：同一个种子造出同一个中心", "en": "the same seed makes the same centre"},
    "site.fresh": {
        "zh": "先清空上一次演示的全部数据；真实中心的数据不会动",
        "en": "first clear everything left by an earlier demo; the data of a real centre is never touched",
    },
    "site.demo_anew": {
        "zh": "上一次没有载入完，清空后从头载入",
        "en": "the last load did not finish; clearing it and loading again",
    },
    "site.serve": {"zh": "启动网页服务和后台任务", "en": "runs the web server and its background worker"},
    "site.port": {"zh": "端口", "en": "port"},
    "site.port_taken": {
        "zh": "在 {host}:{port} 上启动不了：{said}。可能已经有一个在运行；请先停掉它，或者用 --port 换一个端口。",
        "en": "cannot listen on {host}:{port}: {said}. Another server may be running: stop it, or choose another --port.",
    },
    "site.port_wrong": {
        "zh": "端口要在 1 到 65535 之间，{port} 不行。",
        "en": "The port must be between 1 and 65535, not {port}.",
    },
    "site.host": {"zh": "监听的地址", "en": "address to listen on"},
    "site.worker": {"zh": "只运行后台任务", "en": "runs the background worker alone"},
    "site.check": {"zh": "检查装好了什么、还缺什么", "en": "shows what is set up and what is missing"},
    "site.rescore": {
        "zh": "用存下的逐项评分把每个分数重算一遍",
        "en": "recalculates every score from the stored marks",
    },
    "site.json": {"zh": "结果以一个 JSON 对象输出", "en": "the result as one JSON object"},
    "site.standards": {
        "zh": "载入自带的能力模型、评分表和考核制度",
        "en": "loads the built-in models, scorecards and policies",
    },
    "site.setup": {"zh": "建第一位管理员", "en": "creates the first administrator"},
    "site.username": {"zh": "登录名", "en": "sign-in name"},
    "site.name": {"zh": "姓名，不写就用登录名", "en": "name; default: the sign-in name"},
    "site.audit": {"zh": "审计链", "en": "the audit chain"},
    "site.verify": {
        "zh": "核对审计日志，查出任何改动、删除、调换或截断",
        "en": "finds any entry that was edited, deleted, swapped or cut off",
    },
    "site.head": {"zh": "把链头输出成 JSON，另存到别处", "en": "prints the chain head as JSON, to be saved elsewhere"},
    "site.head_file": {
        "zh": "以前导出的链头，用来查出日志后面有没有被截掉",
        "en": "a chain head saved earlier, to find whether entries were cut off the end",
    },
}

register(WORDS)

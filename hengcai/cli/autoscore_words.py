"""Sentences of `hengcai autoscore`."""

import hengcai.autoscore.words  # noqa: F401 - what rules and conversations are refused for
from hengcai.base.say import register

register(
    {
        "autoscore.help": {
            "zh": "按规则给全部对话逐条评分，每个结论附原话；--check 只检查规则和旁边的例子；不用数据库",
            "en": "scores every conversation by rules, each verdict with the words it rests on; --check tries the rules on their "
            "examples only; needs no database",
        },
        "autoscore.rules": {
            "zh": "规则文件（YAML），或存放规则的文件夹",
            "en": "rule file (YAML), or a folder of them",
        },
        "autoscore.check": {
            "zh": "只检查规则和例子，不评分",
            "en": "checks the rules and their examples, scores nothing",
        },
        "autoscore.input": {
            "zh": "对话文件（.jsonl、.jsonl.gz、.parquet），或存放它们的文件夹",
            "en": "conversations (.jsonl, .jsonl.gz, .parquet), or a folder of them",
        },
        "autoscore.output": {"zh": "结果存放的文件夹", "en": "folder for the results"},
        "autoscore.engine": {
            "zh": "怎么跑：local 用全部处理器，serial 一个一个来",
            "en": "local uses all processors, serial one",
        },
        "autoscore.json": {"zh": "结果写成 JSON，- 为标准输出", "en": "results as JSON, - for standard output"},
        "autoscore.needs_output": {
            "zh": "评分要写 --input 和 --output；只检查规则请用 --check。",
            "en": "scoring needs --input and --output; use --check to check rules only.",
        },
        "autoscore.no_rules": {
            "zh": "{path} 里没有规则文件（.yaml）。",
            "en": "there are no rule files (.yaml) in {path}.",
        },
        "autoscore.checked": {
            "zh": "{items} 条规则，{examples} 个例子，全部通过",
            "en": "{items} items, {examples} examples, all passed",
        },
        "autoscore.done": {
            "zh": "运行 {run}：{contacts} 条对话，结果在 {folder}",
            "en": "run {run}: {contacts} conversations, results in {folder}",
        },
        "autoscore.item": {
            "zh": "{id}：适用 {applicable}/{n}，命中 {hits}",
            "en": "{id}: applicable {applicable} of {n}, hits {hits}",
        },
    }
)

"""Sentences of `hengcai sample`."""

import hengcai.interactions.words
import hengcai.people.words
import hengcai.quality.words.sampling  # noqa: F401 - what tables and plans are refused for
from hengcai.base.say import register

register(
    {
        "sample.help": {
            "zh": "按抽检计划从交互记录里抽样：抽中哪些、每条被抽中的概率、分给哪位质检员；谁都能用同一个种子重抽核对，不用数据库",
            "en": "draws contacts by a sampling plan and shows which were drawn, with what chance and for which analyst; anyone can "
            "repeat the draw; needs no database",
        },
        "sample.contacts": {
            "zh": "交互记录表，至少有列：id、agent、started_at、channel（常见的中文列名也认）；不读对话内容",
            "en": "table of contacts, at least id, agent, started_at, channel; what was said is not read",
        },
        "sample.plan": {"zh": "抽检计划文件（YAML）", "en": "sampling plan (YAML)"},
        "sample.people": {
            "zh": "人员表，列：id、hired_on，可加 since、left_on；用来认新人，并列出一条记录也没有的人",
            "en": "people: id, hired_on, optional since and left_on; used to identify new agents and people without any contact",
        },
        "sample.analysts": {
            "zh": "质检员表，列：analyst、capacity，可加 excluded（不评哪些客服代表，用 ; 隔开）",
            "en": "analysts: analyst, capacity, optional excluded (agents they do not score, separated by ;)",
        },
        "sample.seed": {
            "zh": "随机种子，0 或正整数；不给就抽一个并显示出来",
            "en": "seed, 0 or a whole number; default: chosen at random and shown",
        },
        "sample.seed_unfit": {
            "zh": "种子要写成 0 或最多 18 位的正整数：{value}",
            "en": "the seed is 0 or a whole number of at most 18 digits: {value}",
        },
        "sample.json": {
            "zh": "结果写成 JSON：- 为标准输出，或文件名",
            "en": "results as JSON: - for standard output, or a file",
        },
        "sample.to": {"zh": "抽中的记录写成表格（.csv 或 .xlsx）", "en": "the picks as a table (.csv or .xlsx)"},
        "sample.written": {"zh": "已写入 {path}，抽中 {count} 条。", "en": "{count} picks written to {path}."},
        "sample.written.one": {"zh": "已写入 {path}，抽中 1 条。", "en": "One pick written to {path}."},
        "sample.seeded": {
            "zh": "种子 {seed}：用同样的表、计划和种子再抽，结果一样。",
            "en": "Seed {seed}: the same tables, plan and seed give the same picks.",
        },
        "sample.column_absent": {
            "zh": "交互记录里没有 {columns} 这一列，规则“{rule}”一条也不会命中。",
            "en": "The contacts have no {columns}: nothing meets the rule “{rule}”.",
        },
        "sample.short": {
            "zh": "{count} 人的普通记录不够抽，有多少抽多少：{agents}",
            "en": "{count} agents have fewer ordinary contacts than the plan asks for; all were drawn: {agents}",
        },
        "sample.short.one": {
            "zh": "有 1 人的普通记录不够抽，有多少抽多少：{agents}",
            "en": "One agent has fewer ordinary contacts than the plan asks for; all were drawn: {agents}",
        },
        "sample.nobody": {
            "zh": "{count} 条要回避，没有质检员可以评。",
            "en": "{count} picks cannot be scored by any analyst because of exclusions.",
        },
        "sample.nobody.one": {
            "zh": "1 条要回避，没有质检员可以评。",
            "en": "One pick cannot be scored by any analyst because of exclusions.",
        },
        "sample.uneven": {
            "zh": "因双评和回避，这几位质检员的条数与应得份额相差超过 {within} 条：{analysts}",
            "en": "Because of double scoring and exclusions, some workloads are more than {within} from their share: {analysts}",
        },
        "sample.apart": {
            "zh": "双评没有把全部质检员连起来，分成 {count} 组，组与组之间的评分尺度无法比较。",
            "en": "Double scoring does not link all analysts: there are {count} groups, between which severity cannot be compared.",
        },
        "sample.frame": {
            "zh": "可抽的记录 {n} 条，编号摘要 {digest}",
            "en": "{n} contacts may be drawn; digest of their ids {digest}",
        },
        "sample.strata": {"zh": "层", "en": "strata"},
        "sample.analysts_title": {"zh": "质检员", "en": "analysts"},
        "sample.picks": {"zh": "抽中的记录", "en": "picks"},
        "sample.ordinary": {"zh": "普通", "en": "ordinary"},
        "sample.head.stratum": {"zh": "层", "en": "stratum"},
        "sample.head.agents": {"zh": "人数", "en": "agents"},
        "sample.head.contacts": {"zh": "条数", "en": "contacts"},
        "sample.head.drawn": {"zh": "抽中", "en": "drawn"},
        "sample.head.contact": {"zh": "交互记录", "en": "contact"},
        "sample.head.agent": {"zh": "客服代表", "en": "agent"},
        "sample.head.inclusion": {"zh": "概率", "en": "inclusion"},
        "sample.head.analyst": {"zh": "质检员", "en": "analyst"},
        "sample.head.second": {"zh": "第二人", "en": "second"},
    }
)

"""Headings, help and messages of the appraisal commands."""

from hengcai.base.say import register

WORDS: dict[str, dict[str, str]] = {
    "appraise.help": {
        "zh": "按表格计算季度技能评价：得分、等次和原因，不用数据库",
        "en": "calculates quarterly skill scores and bands from tables; needs no database",
    },
    "appraise.ratings": {
        "zh": "评价表，列：agent、source、rater、item、score",
        "en": "table of ratings: agent, source, rater, item, score",
    },
    "appraise.csat": {
        "zh": "客户评价表，列：agent、date、score（1–5），可加 recommend（推荐度 0–10）",
        "en": "customers' scores: agent, date, score (1–5), optional recommend (0–10)",
    },
    "appraise.tests": {
        "zh": "笔试成绩表，列：agent、test、mark（0–100），可加 attempt（2 为补考）",
        "en": "written test marks: agent, test, mark (0–100), optional attempt (2 is the resit)",
    },
    "appraise.policy": {
        "zh": "考核制度文件（YAML），不给就用自带的默认制度",
        "en": "policy file (YAML); default: the built-in policy",
    },
    "appraise.json": {
        "zh": "结果写成 JSON：- 为标准输出，或文件名",
        "en": "results as JSON: - for standard output, or a file",
    },
    "appraise.to": {"zh": "结果写成表格文件（.csv 或 .xlsx）", "en": "results as a table (.csv or .xlsx)"},
    "appraise.to_ending": {"zh": "请用 .csv 或 .xlsx：{path}", "en": "must end in .csv or .xlsx: {path}"},
    "appraise.example": {"zh": "例：", "en": "example:"},
    "appraise.written": {"zh": "已写入 {path}，共 {count} 人。", "en": "{count} agents written to {path}."},
    "appraise.written.one": {"zh": "已写入 {path}，共 1 人。", "en": "One agent written to {path}."},
    "appraise.nobody": {"zh": "表里没有数据。", "en": "the table contains no data."},
    "appraise_month.help": {
        "zh": "按表格计算月度服务质量考核：得分和等次",
        "en": "calculates monthly service-quality points and bands from a table",
    },
    "appraise_month.indicators": {
        "zh": "指标表，列：agent、indicator、value（占比 0 到 1 或百分数，时长按小时或 8:30，质检类 0 到 100）",
        "en": "table of indicators: agent, indicator, value (shares 0 to 1 or in percent, times in hours or as 8:30, rated ones 0 to 100)",
    },
    "appraise_year.help": {
        "zh": "按表格计算年度分：各月、各季已发布的得分按制度的占比合成",
        "en": "calculates annual scores and bands from a table of published months and quarters",
    },
    "appraise_year.parts": {
        "zh": "得分表，列：agent、part（month 或 quarter）、cycle、score（月度 0 到 100，季度 1 到 5），"
        "可加 service_months（到年末在职月数）",
        "en": "table of published scores: agent, part (month or quarter), cycle, score (months 0 to 100, quarters 1 to 5), optional "
        "service_months (whole months of service by the end of the year)",
    },
    "head.agent": {"zh": "工号", "en": "agent"},
    "head.status": {"zh": "状态", "en": "status"},
    "head.final": {"zh": "得分", "en": "final"},
    "head.total": {"zh": "总分", "en": "total"},
    "head.exact": {"zh": "精确值", "en": "exact"},
    "head.band": {"zh": "等次", "en": "band"},
    "head.grade": {"zh": "等次", "en": "grade"},
    "head.months_mean": {"zh": "各月平均", "en": "mean of months"},
    "head.quarters_mean": {"zh": "各季平均（百分制）", "en": "mean of quarters, out of 100"},
    "head.months": {"zh": "月度得分", "en": "months"},
    "head.quarters": {"zh": "季度得分", "en": "quarters"},
    "head.reasons": {"zh": "说明", "en": "reasons"},
    "table_source.superior": {"zh": "上级", "en": "line manager"},
    "table_source.self": {"zh": "自评", "en": "self"},
    "table_source.peer": {"zh": "同事", "en": "peer"},
    "table_source.customer": {"zh": "客户", "en": "customer"},
    "table_source.practical": {"zh": "实操", "en": "practical"},
    "table_source.quality": {"zh": "质检", "en": "quality"},
    "table_status.scored": {"zh": "已计分", "en": "scored"},
    "table_status.not_enough_evidence": {"zh": "证据不足", "en": "not enough evidence"},
    "table_band.excellent": {"zh": "优秀", "en": "excellent"},
    "table_band.good": {"zh": "良好", "en": "good"},
    "table_band.to_improve": {"zh": "待提升", "en": "to improve"},
    "table_band.pass": {"zh": "合格", "en": "pass"},
    "table_band.fail": {"zh": "不合格", "en": "fail"},
    "table_reason.missing": {"zh": "缺{what}", "en": "no {what}"},
    "table_reason.few": {"zh": "{what}评分太少", "en": "too few {what} ratings"},
    "table_reason.few.of": {
        "zh": "{what}只有 {n} 个，不足 {least} 个，不计",
        "en": "only {n} for {what}, fewer than {least}, not counted",
    },
    "table_reason.service_too_short": {"zh": "在职时间不够，不出年度分", "en": "service too short for an annual score"},
    "table_reason.required": {"zh": "必须有{what}", "en": "{what} is required"},
    "table_reason.minimum_evidence": {"zh": "现有来源的权重不够", "en": "sources present carry too little weight"},
}

register(WORDS)

"""Sentences of `hengcai calibration`."""

from hengcai.base.say import register

register(
    {
        "calibration.help": {
            "zh": "校准：一致程度、每位质检员的评分尺度、评分能不能用于绩效工资",
            "en": "calibration: agreement, each analyst's severity, and whether the marks are reliable enough for performance pay",
        },
        "calibration.show": {"zh": "查看一场已揭晓的校准会", "en": "shows a session that has been revealed"},
        "calibration.table": {
            "zh": "把一张评分表格当作一场校准会（所有评分项用同一种打分），不需要数据库",
            "en": "analyses a table of ratings as a calibration session, with all items on one scale; needs no database",
        },
        "calibration.number": {"zh": "校准会编号，见它的网址", "en": "number of the session, as in its address"},
        "calibration.file": {"zh": "评分表格，一行一个评分", "en": "table of ratings, one per row"},
        "calibration.column.contact": {"zh": "交互记录在哪一列", "en": "which column holds the contact"},
        "calibration.column.rater": {"zh": "质检员在哪一列", "en": "which column holds the rater"},
        "calibration.column.item": {"zh": "评分项在哪一列", "en": "which column holds the item"},
        "calibration.column.score": {"zh": "评分在哪一列", "en": "which column holds the score"},
        "calibration.json": {"zh": "- ：输出一个 JSON 对象", "en": "use - for one JSON object on standard output"},
        "calibration.none": {
            "zh": "没有编号 {number} 的校准会，或者还没有揭晓。",
            "en": "There is no session {number}, or it has not been revealed yet.",
        },
        "calibration.severity": {
            "zh": "评分尺度：比所有人平均偏严多少级 [95% 可信范围]",
            "en": "Severity: levels stricter than the panel [95% interval]",
        },
        "calibration.agreement": {"zh": "一致程度 [95% 可信范围]", "en": "Agreement [95% interval]"},
        "calibration.exact": {"zh": "完全一致", "en": "exact"},
        "calibration.alpha": {"zh": "α 系数", "en": "alpha"},
        "calibration.together": {"zh": "合计", "en": "together"},
    }
)

"""What `hengcai report` says of itself."""

from hengcai.base.say import register, sentence

WORDS = {
    "report.help": {
        "zh": "出报告：个人、班组、整个周期、质量分析月报、定期报表",
        "en": "reports: a person, a team, a whole cycle, a month's quality analysis, a scheduled report",
    },
    "report.person": {
        "zh": "个人技能评分报告或月度考核单",
        "en": "writes a person's skill report or monthly appraisal sheet",
    },
    "report.team": {"zh": "团队技能差距分析报告", "en": "writes a team's gap report"},
    "report.cycle": {"zh": "整个周期的汇总报告", "en": "writes the summary of a whole cycle"},
    "report.month": {"zh": "质量分析月报", "en": "writes a month's quality analysis"},
    "report.standing": {"zh": "日报、周报、月报、季报", "en": "writes a daily, weekly, monthly or quarterly report"},
    "report.of_month": {"zh": "月份，例如 2026-03", "en": "the month, such as 2026-03"},
    "report.span": {"zh": "day 日报，week 周报，month 月报，quarter 季报", "en": "day, week, month or quarter"},
    "report.place": {
        "zh": "centre 全中心，或 site:编号、team:编号、post:编号",
        "en": "centre, or site:ID, team:ID or post:ID (role)",
    },
    "report.day": {
        "zh": "这一期里的任意一天；不写就是最近结束的一期",
        "en": "any day in the period; if left out, the last period that has ended",
    },
    "report.number": {"zh": "工号", "en": "the person's number"},
    "report.name": {"zh": "班组名称", "en": "the team's name"},
    "report.code": {"zh": "考核周期的编号，例如 2026-Q1", "en": "the cycle's code, such as 2026-Q1"},
    "report.to": {"zh": "写到哪个文件，.pdf 或 .xlsx", "en": "the file to write, .pdf or .xlsx"},
    "report.site": {"zh": "几个职场有同名班组时写明是哪个", "en": "which site, if several have a team of that name"},
    "report.levels": {"zh": "看评定的级还是质检观察到的级", "en": "levels as rated or as observed in contacts"},
    "report.all_sources": {
        "zh": "同事的评价单独列一行；这份报告只给考核小组看，不要转给本人",
        "en": "shows peers separately: for the review panel, never for the person rated",
    },
    "report.language": {"zh": "报告用哪种语言", "en": "the language of the report"},
    "report.json": {"zh": "在标准输出写一个 JSON", "en": "prints one JSON object on stdout"},
}
register(WORDS)


def told(code: str, language: str) -> str:
    return sentence(f"report.{code}", language, {})

from hengcai.base.say import register

WORDS = {
    "remind.help": {
        "zh": "马上检查一次待办：到期前提醒、逾期升级（平时由后台每小时做一次）",
        "en": "sends reminders of tasks nearly due and escalates overdue ones now (the worker does this every hour)",
    },
    "remind.done": {
        "zh": "提醒 {reminded} 件，升级 {escalated} 件，到期结束 {lapsed} 件。",
        "en": "Reminders sent: {reminded}; escalated: {escalated}; closed because the time was up: {lapsed}.",
    },
}
register(WORDS)

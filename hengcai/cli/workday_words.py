"""Sentences of `hengcai workday`."""

from hengcai.base.say import register

register(
    {
        "workday.help": {
            "zh": "查一天是不是工作日，往后推第几个工作日，或数两天之间的工作日",
            "en": "tells whether a day is a working day, on which day a deadline falls, or how many working days lie between two days",
        },
        "workday.date": {"zh": "日期，如 2026-02-14", "en": "the day, such as 2026-02-14"},
        "workday.add": {"zh": "往后数第 N 个工作日", "en": "the Nth working day after it"},
        "workday.until": {
            "zh": "数到这一天为止的工作日，含这一天、不含起算日",
            "en": "counts working days after DATE up to and including this one",
        },
        "workday.calendar": {
            "zh": "本中心的日历（CSV：date、kind、name），同一天以它为准；kind 填 working、weekend、holiday 或 made_up",
            "en": "the centre's own days (CSV: date, kind, name), which take precedence; kind: working, weekend, holiday, made_up",
        },
        "workday.language": {"zh": "节日名称用的语言", "en": "language of the holidays' names"},
        "workday.json": {"zh": "- ：输出一个 JSON 对象", "en": "use - for one JSON object on standard output"},
        "workday.no_day": {
            "zh": "“{value}”不是日期，写成 2026-02-14",
            "en": "“{value}” is not a date; write it as 2026-02-14",
        },
        "workday.not_a_day": {
            "zh": "“{value}”不是日期。请写成 2026-02-14。",
            "en": "“{value}” is not a date. Write it as 2026-02-14.",
        },
        "workday.day_twice": {
            "zh": "{value} 写了两行。每天只留一行。",
            "en": "{value} appears twice. Keep one row per day.",
        },
        "workday.kind.working": {"zh": "工作日", "en": "a working day"},
        "workday.kind.weekend": {"zh": "周末", "en": "a weekend day"},
        "workday.kind.holiday": {"zh": "节假日", "en": "a holiday"},
        "workday.kind.made_up": {"zh": "调休上班", "en": "a weekend day worked in exchange"},
        "workday.triple": {"zh": "，法定节日（三倍工资）", "en": ", a statutory day (triple pay)"},
        "workday.provisional": {
            "zh": "（当年放假通知还没发布，以通知为准）",
            "en": " (the notice for that year is not out yet; it may change)",
        },
        "workday.said.day": {"zh": "{date}：{kind}{name}{pay}{doubt}", "en": "{date}: {kind}{name}{pay}{doubt}"},
        "workday.said.add": {
            "zh": "{from} 之后第 {days} 个工作日是 {date}{doubt}",
            "en": "working day {days} after {from} is {date}{doubt}",
        },
        "workday.said.until": {
            "zh": "{from} 之后到 {until}（含）有 {days} 个工作日{doubt}",
            "en": "{days} working days after {from} up to and including {until}{doubt}",
        },
    }
)

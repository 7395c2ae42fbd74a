"""Sentences of `hengcai survey`."""

from hengcai.base.say import register

WORDS = {
    "survey_cli.help": ("问卷调查：列出、导出结果", "surveys: list them, export results"),
    "survey_cli.list": ("列出调查和填写人数", "list surveys and how many have answered"),
    "survey_cli.export": (
        "导出一次已结束调查的结果，不足 5 人的组不显示",
        "export the results of a closed survey; groups of fewer than 5 stay hidden",
    ),
    "survey_cli.number": ("调查编号，见 list", "the survey's number, as list shows it"),
    "survey_cli.to": (
        "写到哪个文件，.xlsx 或 .csv；不写就到标准输出",
        "the file to write, .xlsx or .csv; standard output without it",
    ),
    "survey_cli.json": ("- ：输出一个 JSON 对象", "-: one JSON object on standard output"),
    "survey_cli.none": ("没有调查。", "There are no surveys."),
    "survey_cli.done": ("{file}：{count} 人填写的结果", "{file}: results of {count} people"),
    "survey_cli.unknown": ("没有编号 {number} 的调查。", "There is no survey {number}."),
    "survey_cli.ending": (
        "{name} 的扩展名不支持，请用 .xlsx 或 .csv。",
        "{name} has an unknown ending: use .xlsx or .csv.",
    ),
    "survey_cli.head.id": ("编号", "Number"),
    "survey_cli.head.name": ("调查", "Survey"),
    "survey_cli.head.state": ("状态", "State"),
    "survey_cli.head.is_anonymous": ("匿名", "Anonymous"),
    "survey_cli.head.answered": ("已填", "Answered"),
    "survey_cli.head.asked": ("发给", "Asked"),
    "survey_cli.head.closes_on": ("截止", "Until"),
}
register({code: {"zh": zh, "en": en} for code, (zh, en) in WORDS.items()})

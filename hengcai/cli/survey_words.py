"""Sentences of `hengcai survey`."""

from hengcai.base.say import register

WORDS = {
    "survey_cli.help": ("问卷调查：列出、导出结果", "surveys: list them, export results"),
    "survey_cli.list": ("列出调查和填写人数", "lists surveys and how many people have answered"),
    "survey_cli.export": (
        "导出一次已结束调查的结果，不足 5 人的组不显示",
        "exports the results of a closed survey; groups of fewer than 5 stay hidden",
    ),
    "survey_cli.number": ("调查编号，见 list", "number of the survey, as shown by list"),
    "survey_cli.to": (
        "写到哪个文件，.xlsx 或 .csv；不写就到标准输出",
        "the file to write, .xlsx or .csv; if left out, standard output",
    ),
    "survey_cli.json": ("- ：输出一个 JSON 对象", "use - for one JSON object on standard output"),
    "survey_cli.none": ("没有调查。", "There are no surveys."),
    "survey_cli.done": ("{file}：{count} 人填写的结果", "{file}: results written (people who answered: {count})"),
    "survey_cli.unknown": ("没有编号 {number} 的调查。", "There is no survey with the number {number}."),
    "survey_cli.ending": (
        "{name} 的扩展名不支持，请用 .xlsx 或 .csv。",
        "The ending of {name} is not supported. Use .xlsx or .csv.",
    ),
    "survey_cli.head.id": ("编号", "Number"),
    "survey_cli.head.name": ("调查", "Survey"),
    "survey_cli.head.state": ("状态", "Status"),
    "survey_cli.head.is_anonymous": ("匿名", "Anonymous"),
    "survey_cli.head.answered": ("已填", "Answered"),
    "survey_cli.head.asked": ("发给", "Invited"),
    "survey_cli.head.closes_on": ("截止", "Closes"),
}
register({code: {"zh": zh, "en": en} for code, (zh, en) in WORDS.items()})

"""Sentences of `hengcai bundle`."""

from hengcai.base.say import register

WORDS = {
    "bundle_cli.help": (
        "导出一个人的证据材料：制度、抽样、通知、反馈、培训、复评",
        "one person's evidence bundle: rules, sample, notice, response, training, reassessment",
    ),
    "bundle_cli.person": ("工号", "employee number"),
    "bundle_cli.to": (
        "写到哪个文件，.json 或 .pdf；不写就把 JSON 输出到标准输出",
        "the file to write, .json or .pdf; if left out, JSON on standard output",
    ),
    "bundle_cli.language": ("PDF 用的语言", "the language of the PDF"),
    "bundle_cli.json": ("- ：输出一个 JSON 对象", "use - for one JSON object on standard output"),
    "bundle_cli.unknown": ("没有工号为 {number} 的人。", "No one has the employee number {number}."),
    "bundle_cli.ending": (
        "{name} 的扩展名不支持，请用 .json 或 .pdf。",
        "The ending of {name} is not supported. Use .json or .pdf.",
    ),
    "bundle_cli.done": ("{file}：{results} 份考核结果的证据材料", "{file}: evidence on {results} results"),
}
register({code: {"zh": zh, "en": en} for code, (zh, en) in WORDS.items()})

"""Sentences of `hengcai bundle`."""

from hengcai.base.say import register

WORDS = {
    "bundle_cli.help": (
        "导出一个人的证据材料：制度、抽样、通知、表态、培训、复评",
        "one person's evidence bundle: rules, sample, notice, answer, training, re-test",
    ),
    "bundle_cli.person": ("工号", "staff number"),
    "bundle_cli.to": (
        "写到哪个文件，.json 或 .pdf；不写就把 JSON 输出到标准输出",
        "the file to write, .json or .pdf; without it JSON on standard output",
    ),
    "bundle_cli.language": ("PDF 用的语言", "the language of the PDF"),
    "bundle_cli.json": ("- ：输出一个 JSON 对象", "-: one JSON object on standard output"),
    "bundle_cli.unknown": ("没有工号为 {number} 的人。", "There is nobody with the number {number}."),
    "bundle_cli.ending": (
        "{name} 的结尾不认识，请用 .json 或 .pdf。",
        "{name} has an unknown ending: use .json or .pdf.",
    ),
    "bundle_cli.done": ("{file}：{results} 份考核结果的证据材料", "{file}: evidence on {results} results"),
}
register({code: {"zh": zh, "en": en} for code, (zh, en) in WORDS.items()})

"""Sentences of `hengcai scenarios`."""

from hengcai.base.say import register

WORDS = {
    "scenarios.help": (
        "情景模拟：列出、检查、导出、导入、查看记录",
        "simulations: list, check, export and import scenarios, list runs",
    ),
    "scenarios.list": ("列出情景和完成次数", "lists scenarios and how often they were finished"),
    "scenarios.runs": ("列出模拟记录", "lists simulation runs"),
    "scenarios.check": (
        "按规则检查情景文件，问题指到节点和选项；不写文件就检查系统自带的",
        "checks scenario files by the rules and names node and choice; without files, the built-in ones",
    ),
    "scenarios.export": (
        "导出一个情景的 YAML，先取已发布的版本",
        "exports a scenario as YAML, the published version first",
    ),
    "scenarios.import": (
        "从 YAML、JSON、Twee 3 或 ink 导入为草稿；Twee 只取文字和链接，没导入的行逐条列出",
        "imports a scenario from YAML, JSON, Twee 3 or ink as a draft; of Twee it takes text and links and names every other line",
    ),
    "scenarios.files": ("情景文件", "scenario files"),
    "scenarios.file": ("情景文件", "the scenario file"),
    "scenarios.code": ("情景编号，见 list", "code of the scenario, as shown by list"),
    "scenarios.to": ("写到哪个文件；不写就到标准输出", "the file to write; if left out, standard output"),
    "scenarios.publish": ("没有问题就立即发布", "publish it at once if nothing is wrong with it"),
    "scenarios.json": ("- ：输出一个 JSON 对象", "use - for one JSON object on standard output"),
    "scenarios.none": ("没有。", "None."),
    "scenarios.sound": ("没有发现问题。", "No problems found."),
    "scenarios.written": ("已写入 {file}（版本 {number}）", "{file} written (version {number})"),
    "scenarios.brought": ("已导入 {name}，版本 {number}", "Imported {name}, version {number}"),
    "scenarios.dropped": ("第 {number} 行没有导入：{text}", "line {number} was not taken over: {text}"),
    "scenarios.unknown": ("没有编号 {code} 的情景。", "There is no scenario with the code {code}."),
    "scenarios.head.id": ("编号", "Number"),
    "scenarios.head.code": ("情景", "Scenario"),
    "scenarios.head.number": ("版本", "Version"),
    "scenarios.head.kind": ("种类", "Kind"),
    "scenarios.head.way": ("形式", "Form"),
    "scenarios.head.state": ("状态", "State"),
    "scenarios.head.title": ("标题", "Title"),
    "scenarios.head.finished": ("完成", "Finished"),
    "scenarios.head.person": ("工号", "Employee number"),
    "scenarios.head.share": ("得分", "Score"),
    "scenarios.head.ended_at": ("完成时间", "Ended"),
}
register({code: {"zh": zh, "en": en} for code, (zh, en) in WORDS.items()})

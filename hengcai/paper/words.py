"""What every printed page says, whatever stands on it."""

from hengcai.base.say import register

TEXTS = {
    "paper.fonts_missing": (
        "还没有装中文字体（应在 {folder}），出不了 PDF。请系统管理员运行 make assets。",
        "The fonts are missing ({folder}), so no PDF can be set. Ask the administrator to run make assets.",
    ),
    "paper.characters_missing": (
        "这台电脑没有含这些字的字体，会打印成编码：{names}。"
        "请装上有这些字的字体（Debian 上是 fonts-noto-cjk 和 fonts-hanazono），再导出一次。",
        "No font on this machine has these characters, so they are printed as codes: {names}. Install fonts that have them "
        "(on Debian fonts-noto-cjk and fonts-hanazono) and export again.",
    ),
    "paper.foot": ("{day}打印", "Printed {day}"),
    "paper.fact.name": ("姓名", "Name"),
    "paper.fact.number": ("工号", "Number"),
    "paper.fact.team": ("班组", "Team"),
    "paper.fact.post": ("岗位", "Role"),
    "paper.fact.cycle": ("周期", "Cycle"),
    "paper.fact.period": ("考核期", "Period"),
    "paper.fact.period.of": ("{first}至{last}", "{first} to {last}"),
    "paper.fact.result": ("结果", "Result"),
    "paper.fact.revision": ("修订", "Revision"),
    "paper.fact.revision.of": ("第 {number} 次：{reason}", "no. {number}: {reason}"),
    "paper.fact.people": ("人数", "People"),
    "paper.fact.scored": ("出分", "Scored"),
    "form.overall": ("总评", "Overall remark"),
    "form.unknown": ("没有“{code}”这张表。", "There is no form “{code}”."),
    "form.not_here": (
        "{name}在“{cycle}”里没有您有权查看的“{form}”；空表可以打印。",
        "You have no “{form}” of {name} in “{cycle}” to view; the blank form can be printed.",
    ),
    "form.nothing_to_lay_out": (
        "还没有发布的能力模型、评分表或制度，这张表没有内容可印。",
        "No framework, scorecard or policy is in force yet, so there is nothing to print.",
    ),
    "form.title_missing": ("表名不能空着。", "The form needs a title."),
    "form.line_too_long": (
        "“{text}”太长，一行最多 {most} 个字。",
        "“{text}” is too long; a line takes {most} characters.",
    ),
    "form.column.name": ("姓名", "Name"),
    "form.column.number": ("工号", "Number"),
    "form.column.team": ("班组", "Team"),
    "form.column.post": ("岗位", "Role"),
    "form.sign.person": ("本人", "The person"),
    "form.sign.rater": ("评价人", "Rater"),
    "form.sign.lead": ("班组长", "Team lead"),
    "form.sign.trainer": ("培训师", "Trainer"),
    "form.sign.examiner": ("考评人", "Examiner"),
    "form.sign.analyst": ("质检员", "Quality analyst"),
    "form.sign.group": ("考核小组", "Review panel"),
    "form.sign.decider": ("裁定人", "Decided by"),
    "form.sign.head": ("客服中心负责人", "Centre head"),
    "form.sign.hr": ("人力资源", "HR"),
    "form.sign.day": ("日期", "Date"),
}
WORDS = {code: {"zh": zh, "en": en} for code, (zh, en) in TEXTS.items()}
register(WORDS)

"""What every printed page says, whatever stands on it."""

from hengcai.base.say import register

TEXTS = {
    "paper.fonts_missing": (
        "还没有装中文字体（应在 {folder}），出不了 PDF。请系统管理员运行 make assets。",
        "The fonts are missing ({folder}), so no PDF can be set. Ask the administrator to run make assets.",
    ),
    "paper.characters_missing": (
        "这台电脑没有带这些字的字体，会印成编码：{names}。"
        "请装上有这些字的字体（Debian 上是 fonts-noto-cjk 和 fonts-hanazono），再导出一次。",
        "No font on this machine has these characters, so they are printed as codes: {names}. Install fonts that have them "
        "(on Debian fonts-noto-cjk and fonts-hanazono) and export again.",
    ),
    "paper.foot": ("{day}打印", "Printed {day}"),
    "paper.fact.name": ("姓名", "Name"),
    "paper.fact.number": ("工号", "Number"),
    "paper.fact.team": ("班组", "Team"),
    "paper.fact.post": ("岗位", "Post"),
    "paper.fact.cycle": ("周期", "Cycle"),
    "paper.fact.period": ("考核期", "Period"),
    "paper.fact.period.of": ("{first}至{last}", "{first} to {last}"),
    "paper.fact.result": ("结果", "Result"),
    "paper.fact.revision": ("修订", "Revision"),
    "paper.fact.revision.of": ("第 {number} 次：{reason}", "no. {number}: {reason}"),
    "paper.fact.people": ("人数", "People"),
    "paper.fact.scored": ("出分", "Scored"),
}
WORDS = {code: {"zh": zh, "en": en} for code, (zh, en) in TEXTS.items()}
register(WORDS)

WORDS = {
    "form.mystery-visit": ("神秘顾客记录表", "Mystery visit record"),
    "form.mystery-visit.note": (
        "暗访前看清任务，按情境扮演；当场不亮身份，结束后马上记录，评分写明依据。",
        "Read the brief first and keep to the scenario; do not reveal who you are. Write up the visit straight afterwards, with "
        "evidence for each mark.",
    ),
    "form.used_for.mystery-visit": ("神秘顾客暗访后填", "Completed by a mystery shopper after a visit"),
    "form.live-listening": ("跟听记录表", "Live listening record"),
    "form.live-listening.note": (
        "跟听一通记一张，当场评分；低分和致命项写明依据，听完当面或在系统里告知本人。",
        "One sheet per contact, scored on the spot; give evidence for low marks and fatal items. Afterwards tell the agent in "
        "person or in the system.",
    ),
    "form.used_for.live-listening": (
        "现场或远程跟听时填",
        "Completed while listening to an agent live, on site or remotely",
    ),
    "form.no_observation": (
        "没有编号 {number} 的记录，或者还没有评分，或者不在您的查看范围内。",
        "There is no record {number}, it is not scored yet, or you do not have access to it.",
    ),
    "form.ask.observation": ("记录编号", "Record number"),
    "form.fact.observer": ("观察人", "Observed by"),
    "form.fact.observed_at": ("日期", "Date"),
    "form.fact.channel": ("渠道", "Channel"),
    "form.sign.observer": ("观察人", "Observer"),
    "form.brief.scenario": ("情境", "Scenario"),
    "form.brief.asks": ("要问什么", "What to ask"),
    "form.brief.looks_for": ("观察要点", "What to look for"),
    "form.brief.notes": ("经过", "How it went"),
}

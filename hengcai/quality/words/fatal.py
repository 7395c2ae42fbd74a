WORDS = {
    "quality.fatal.whole": (
        "致命错误：{items}，{what}记 0 分；不算致命错误是 {without} 分。",
        "Fatal error: {items}; {what} scores 0. Without fatal errors it would be {without}.",
    ),
    "quality.fatal.section": (
        "致命错误：{items}，“{sections}”记 0 分，其余部分照算；不算致命错误是 {without} 分。",
        "Fatal error: {items}; the section “{sections}” scores 0, the rest counts. Without fatal errors it would be {without}.",
    ),
    "quality.whole.call": ("整通", "the whole call"),
    "quality.whole.chat": ("整段会话", "the whole chat"),
    "quality.whole.ticket": ("整单", "the whole ticket"),
    "quality.whole.video": ("整通视频", "the whole session"),
    "quality.whole.visit": ("整次接待", "the whole visit"),
    "quality.missed.yes_no": ("{name}未通过", "“{name}” failed"),
    "quality.missed.anchored": ("{name}评 1 级", "“{name}” at level 1"),
    "quality.missed.choice": ("{name}不得分", "“{name}” without points"),
    "quality.missed.deduction": ("{name}", "“{name}”"),
}

"""The desk: what a pin may point at, who else is there."""

WORDS = {
    "quality.wait.chat": ("{length} 后回复", "replied after {length}"),
    "quality.phrase_unknown": (
        "“{names}”引用的文字在这一句里找不到。请重新选取。",
        "The text cited for {names} is not in that line. Select it again.",
    ),
}

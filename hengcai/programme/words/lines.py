"""What a course did at the line that sends people to it, in sentences."""

WORDS = {
    "programme.line.head": (
        "这门课按{kind}的“{band}”线派人：刚好低于分数线的去了，刚好达到的没去，这两部分人本来差不多。",
        "People are sent to this course by the “{band}” line of the {kind}: those just below it went, those just above did not, and "
        "were otherwise alike.",
    ),
    "programme.line.kind.month": ("月度考核", "monthly appraisal"),
    "programme.line.kind.quarter": ("季度考核", "quarterly appraisal"),
    "programme.line.reach": (
        "只看距分数线 {reach} 分以内的人：低于分数线 {below} 人次，达到 {above} 人次。结论只适用于分数线附近的人。",
        "Only people within {reach} points of the line count: {below} below, {above} above. The result holds only for people "
        "near the line.",
    ),
    "programme.line.take_up": (
        "没有完全按规定派人：分数线两侧参加的比例相差 {share}，效果已按这个差折算。",
        "Not everyone went as the rule says: the share trained differs by {share} at the line; the effect allows for that.",
    ),
    "programme.line.density": (
        "离分数线最近的 {n} 人次里，低于分数线 {below}、达到 {above}，看不出有为过线调分的情况。",
        "Of the {n} nearest to the line {below} are below and {above} above: no sign of scores pushed across it.",
    ),
    "programme.line.density_unknown": (
        "人太少，看不出有没有为过线调分的情况。",
        "Too few people to see whether scores were pushed across the line.",
    ),
    "programme.line.turns": (
        "取近一点的人和取远一点的人，结论不一样，这个结论不可靠。",
        "The result changes with how close to the line people have to be; do not rely on it.",
    ),
    "programme.reason.bunching_at_cut": (
        "分数线两侧的人数差得太多，可能有为过线调分的情况，两侧的人不能比较。",
        "Far more people lie on one side of the line than on the other; scores may have been pushed across it, so the two sides can no "
        "longer be compared.",
    ),
    "programme.reason.take_up_hardly_jumps": (
        "分数线两侧参加的比例差得太少，折算出来的效果不可靠。",
        "The share trained hardly differs at the line, so a figure scaled by it cannot be relied on.",
    ),
    "programme.reason.too_few_near": ("分数线附近的人太少。", "Too few people near the line."),
}

"""What a course did at the line that sends people to it, in sentences."""

WORDS = {
    "programme.line.head": (
        "这门课按{kind}的“{band}”线派人：刚好在线下的去了，刚好在线上的没去，这两拨人本来差不多。",
        "People are sent to this course by the line of “{band}” in the {kind}: those just below it went, those just above did not, and "
        "were otherwise alike.",
    ),
    "programme.line.kind.month": ("月度考核", "monthly appraisal"),
    "programme.line.kind.quarter": ("季度考核", "quarterly appraisal"),
    "programme.line.reach": (
        "只看离线 {reach} 分以内的人：线下 {below} 人次，线上 {above} 人次。结论只说线附近的人，离线远的另说。",
        "Only people within {reach} points of the line count: {below} below, {above} above. What is said holds for people near the line "
        "and for nobody else.",
    ),
    "programme.line.take_up": (
        "规定没有人人照办：线上线下参加的比例相差 {share}，已按这个差折算。",
        "Not everyone went as the rule says: the share trained differs by {share} at the line; the effect allows for that.",
    ),
    "programme.line.density": (
        "离线最近的 {n} 人次里，线下 {below}、线上 {above}，接得上。",
        "Of the {n} nearest to the line {below} are below and {above} above: no sign of scores pushed across it.",
    ),
    "programme.line.density_unknown": (
        "人太少，看不出有没有人把分数推过了线。",
        "Too few people to see whether scores were pushed across the line.",
    ),
    "programme.line.turns": (
        "取近一点的人和取远一点的人，结论不一样，不能当真。",
        "The answer changes with how near to the line people have to be; do not rely on it.",
    ),
    "programme.reason.bunching_at_cut": (
        "线两边的人数差得太多，分数可能被推过了线，线上线下的人不再可比。",
        "Far more people lie on one side of the line than on the other; scores may have been pushed across it, so the two sides can no "
        "longer be compared.",
    ),
    "programme.reason.take_up_hardly_jumps": (
        "线上线下参加的比例差得太少，折算出来的数靠不住。",
        "The share trained hardly differs at the line, so a figure scaled by it cannot be relied on.",
    ),
    "programme.reason.too_few_near": ("线附近的人太少。", "Too few people near the line."),
}

"""What may be said of a course's effect, in sentences a manager reads."""

WORDS = {
    "programme.outcome.quality": ("质检得分", "Quality score"),
    "programme.outcome.month": ("月度考核得分", "Monthly appraisal score"),
    "programme.outcome.handling_time": ("平均处理时长（秒）", "Average handling time (seconds)"),
    "programme.outcome.satisfaction": ("满意度", "Customer satisfaction"),
    "programme.outcome.first_contact_resolution": ("首次解决率", "First-contact resolution"),
    "programme.effect.better": ("有效", "works"),
    "programme.effect.worse": ("变差了", "made it worse"),
    "programme.effect.no_difference": ("看不出差别", "no difference seen"),
    "programme.effect.not_yet": ("还不能判断", "cannot tell yet"),
    "programme.effect.told.better": (
        "有效：{outcome}净变化 {effect}，可信范围 [{low}, {high}]",
        "It works: {outcome} changed by {effect}, interval [{low}, {high}]",
    ),
    "programme.effect.told.worse": (
        "变差了：{outcome}净变化 {effect}，可信范围 [{low}, {high}]",
        "It made things worse: {outcome} changed by {effect}, interval [{low}, {high}]",
    ),
    "programme.effect.told.no_difference": (
        "看不出差别：{outcome}净变化 {effect}，可信范围 [{low}, {high}] 含 0",
        "No difference seen: {outcome} changed by {effect}, interval [{low}, {high}] includes 0",
    ),
    "programme.effect.told.not_yet": (
        "还不能判断：{outcome}净变化 {effect}，可信范围 [{low}, {high}]",
        "Cannot tell yet: {outcome} changed by {effect}, interval [{low}, {high}]",
    ),
    "programme.effect.told.unknown": ("还不能判断：{outcome}", "Cannot tell yet: {outcome}"),
    "programme.effect.visible": (
        "如果真有 {visible} 的变化，十次里有八次能看出来。",
        "A true change of {visible} would have been seen eight times out of ten.",
    ),
    "programme.effect.more": (
        "大约还要再有 {n} 人参加才分得清。",
        "About {n} more people trained would tell.",
    ),
    "programme.effect.naive": (
        "参加的 {n} 人自己前后相比：{before} → {after}（{effect}）。这个数不能当效果：被一个差月份挑出来的人，不参加培训也会回升。",
        "The {n} people trained, before and after: {before} → {after} ({effect}). This is no effect: people picked out by a bad month "
        "rise again without any training.",
    ),
    "programme.effect.way_back": (
        "参加的人起点比没参加的人低 {gap}，回升里有一部分是向平均水平回归。",
        "Those trained started {gap} below the others; part of their rise is the way back to the mean.",
    ),
    "programme.effect.how": (
        "每批参加的人和同期还没参加、没参加过的人相比；培训前一个月不作基准，因为往往正是那个差月份让人去参加。",
        "Each group trained is compared with people not yet or never trained in the same months. The month right before the training is no "
        "baseline: often it is the bad one that sent people there.",
    ),
    "programme.effect.elsewhere": (
        "同期参加了别的课程的 {n} 人不在比较之内：那些课的效果会算错到这门课头上。",
        "{n} people who took other courses are left out of the comparison: what those did would be held against this one.",
    ),
    "programme.reason.too_few_trained": ("参加过的不足 5 人。", "Fewer than five people have been trained."),
    "programme.reason.interval_holds_zero": ("可信范围含 0。", "The interval includes 0."),
    "programme.reason.pre_trend": (
        "参加的人在培训之前的走势就和别人不一样，不能把后来的差别算到培训上。",
        "Those trained were already on a different course before the training, so a later difference cannot be put down to it.",
    ),
    "programme.reason.no_interval": ("算不出可信范围。", "No interval can be worked out."),
    "programme.reason.other": ("数据还不够做这种比较。", "There are not enough data for this comparison."),
    "audit.did.measure_effect": ("重算了培训效果", "Worked out the effect of a course again"),
    "audit.thing.programme.effect": ("培训效果", "effect of a course"),
    "right.programme.effect.see": ("查看培训效果", "See the effect of training"),
    "right.programme.effect.measure": ("重算培训效果", "Work out the effect of training again"),
}

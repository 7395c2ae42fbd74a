"""Marking essays, and what an item analysis says: names, rights, refusals, audit lines."""

NAMES = {
    "assessment.essay.what.mark": ("待评", "To be marked"),
    "assessment.essay.what.agree": ("待商定", "To be agreed"),
    "assessment.essay.what.waits": ("等另一位评阅人", "Waiting for the other marker"),
    "assessment.essay.how.mean": ("两人平均", "Mean of two"),
    "assessment.essay.how.third": ("第三人评定", "Third marker"),
    "assessment.essay.how.agreed": ("两人商定", "Agreed by the two"),
    "assessment.item.advice.few": ("答的人不到 30，还不能判断", "Fewer than 30 people: too few to tell"),
    "assessment.item.advice.negative": (
        "成绩好的人反而答错，建议停用",
        "Stronger candidates get it wrong more often: withdraw it",
    ),
    "assessment.item.advice.draws": (
        "成绩好的人更多选了错误选项 {options}，请检查答案和题干",
        "A wrong option attracts stronger candidates: {options}. Check the key and the text",
    ),
    "assessment.item.advice.weak": (
        "几乎分不出成绩高低，建议修改",
        "Hardly separates stronger from weaker candidates: rewrite it",
    ),
    "assessment.item.advice.easy": ("几乎人人答对", "Nearly everybody gets it right"),
    "assessment.item.advice.hard": ("很少人答对，请检查是否讲过", "Few get it right: check that it was taught"),
    "assessment.item.advice.fine": ("可用", "Works"),
}
RIGHTS = {"right.assessment.essay.mark": ("评阅问答题", "Mark essays")}
REFUSALS = {
    "essay.not_waiting": ("这份问答题不在等待评阅。", "This essay is not waiting to be marked."),
    "essay.marked_already": ("您已经评过这一份。", "You have marked this one already."),
    "essay.marked_by_two": ("这一份已由两人评过。", "Two people have marked this one already."),
    "essay.points_wrong": ("分数要在 0 到 {most} 之间。", "The points must be between 0 and {most}."),
    "essay.points_missing": ("请填分数。", "Enter the points."),
    "essay.not_apart": (
        "两人的分数没有超过允许的差距，不用商定。",
        "The two marks are close enough; there is nothing to agree.",
    ),
    "essay.not_marker": (
        "只有评过这一份的人能录入商定的分数。",
        "Only someone who marked this one can enter the agreed mark.",
    ),
    "essay.why_missing": ("请写明商定的理由。", "Say why you agreed on this."),
}
AUDIT = {
    "audit.did.mark_essay": ("评阅了一份问答题", "Marked an essay"),
    "audit.did.agree_essay": ("录入了商定的问答题分数", "Entered an agreed mark of an essay"),
    "audit.thing.assessment.essay": ("问答题评阅", "marking of an essay"),
    "audit.thing.assessment.essaymark": ("评阅分数", "mark of an essay"),
}
WORDS = NAMES | RIGHTS | REFUSALS | AUDIT

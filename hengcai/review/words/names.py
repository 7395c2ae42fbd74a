"""Cards and answers: kinds, grades, rights, refusals, acts."""

NAMES = {
    "review.kind.lesson": ("课程题目", "Lesson question"),
    "review.kind.notice": ("业务通知", "Notice"),
    "review.kind.test": ("考试题目", "Test question"),
    "review.grade.1": ("没想起来", "Not remembered"),
    "review.grade.2": ("想了很久", "With effort"),
    "review.grade.3": ("想起来了", "Remembered"),
    "review.grade.4": ("很熟", "Easily"),
    "duty.review.today": ("今日复习", "Today’s review"),
}
RIGHTS = {
    "right.review.card.answer": ("做自己的今日复习", "Do their own review"),
    "right.review.recall.see": ("查看学过一个月后还记得多少", "See what people still know after a month"),
}
REFUSALS = {
    "review.card_done": (
        "这张卡片已经答过，或者今天不用复习。请刷新页面。",
        "This card has been answered already or is not due today. Reload the page.",
    ),
    "review.enough_today": (
        "今天已经复习了 {most} 张，剩下的明天再来。",
        "You have answered {most} cards today. The rest will wait until tomorrow.",
    ),
    "review.grade_missing": ("请选一个：记得怎么样。", "Choose how well you remembered it."),
}
AUDIT = {
    "audit.did.answer_card": ("做了今日复习", "Answered a review card"),
    "audit.thing.review.card": ("复习卡片", "review card"),
    "audit.thing.review.answer": ("复习记录", "answer to a review card"),
}
WORDS = NAMES | RIGHTS | REFUSALS | AUDIT

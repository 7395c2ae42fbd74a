"""Sentences of 调研问卷."""

WORDS = {
    "form.questionnaire": ("调研问卷", "Questionnaire"),
    "form.questionnaire.note": (
        "请按自己的真实情况填写，不用写姓名和工号。选择题请在方框里打勾。",
        "Please answer as things are with you. Do not write your name or number. Tick the boxes.",
    ),
    "form.used_for.questionnaire": (
        "不方便上网填写时，打印问卷给客服代表填",
        "To be filled in by hand where nobody can answer on screen",
    ),
    "form.ask.questionnaire": ("问卷", "Questionnaire"),
    "form.questionnaire.asked": ("{number}. {text}（{kind}）", "{number}. {text} ({kind})"),
    "form.questionnaire.only_if": ("上面选了这些才填：{text}", "Only if you answered: {text}"),
}

"""Sentences of 调研问卷."""

WORDS = {
    "form.questionnaire": ("调研问卷", "Questionnaire"),
    "form.questionnaire.note": (
        "请按自己的真实情况填写，不用写姓名和工号。选择题请在方框里打勾。",
        "Please answer according to your own situation. Do not write your name or employee number. Tick the boxes.",
    ),
    "form.used_for.questionnaire": (
        "不方便上网填写时，打印问卷给客服代表填",
        "Filled in by hand by people who cannot answer on screen",
    ),
    "form.ask.questionnaire": ("问卷", "Questionnaire"),
    "form.questionnaire.asked": ("{number}. {text}（{kind}）", "{number}. {text} ({kind})"),
    "form.questionnaire.only_if": ("上面选了这些才填：{text}", "Only if you answered “{text}”"),
}

"""What is refused of questionnaires, surveys and answers."""

WRITING = {
    "assessment.title_missing": ("请填问卷标题。", "Enter a title for the questionnaire."),
    "assessment.code_wrong": (
        "编号要以小写英文字母开头，可以用小写字母、数字、- 和 _，最多 40 位。",
        "A code starts with a lower-case letter and can contain lower-case letters, digits, - and _, up to "
        "40 characters.",
    ),
    "assessment.code_known": (
        "编号 {code} 已经用过，请换一个。",
        "There is already a questionnaire with the code {code}. Choose another code.",
    ),
    "assessment.draft_there": (
        "问卷 {code} 已经有一份草稿，请先改完或发布它。",
        "Questionnaire {code} already has a draft. Finish or publish that one first.",
    ),
    "assessment.stale": (
        "这份草稿刚被改过，您的页面不是最新的。请刷新后再改。",
        "This draft has just been changed by someone else. Reload the page and make your changes again.",
    ),
    "assessment.questions_unreadable": (
        "题目的内容识别不了，请检查格式。",
        "The questions cannot be read. Check their format.",
    ),
    "assessment.kind_unknown": ("没有“{kind}”这种题型，请重新选择。", "There is no question type called “{kind}”."),
    "assessment.text_missing": ("{question}：请写题目。", "{question}: enter the question text."),
    "assessment.text_long": ("一段文字最多 {most} 个字。", "A text can have {most} characters at most."),
    "assessment.option_empty": (
        "选项和矩阵的行都要有编号和文字，编号里不能有点。",
        "Every option and row needs a text and a code without a dot.",
    ),
    "assessment.no_question": ("至少要有一道需要回答的题。", "Add at least one question that people can answer."),
    "assessment.too_many_questions": (
        "一份问卷最多 {most} 道题。",
        "A questionnaire can have {most} questions at most.",
    ),
    "assessment.code_twice": ("题号 {question} 用了两次，请改一个。", "The code {question} is used twice."),
    "assessment.options_count": (
        "{question}：选项要有 2 到 {most} 个。",
        "{question}: enter 2 to {most} options.",
    ),
    "assessment.rows_count": ("{question}：矩阵要有 1 到 {most} 行。", "{question}: enter 1 to {most} rows."),
    "assessment.branch_forward": (
        "{question}：显示条件只能引用排在它前面的题，请调整顺序或条件。",
        "{question}: a condition can only refer to an earlier question. Move the question or change the condition.",
    ),
    "assessment.branch_unknown": (
        "{question}：显示条件里的选项不存在，或者引用的不是选择题、打分题。",
        "{question}: the condition refers to an option that does not exist, or to a question without options.",
    ),
    "assessment.not_there": (
        "没有这道题，可能刚被删掉，请刷新后再试。",
        "This question does not exist; someone may just have removed it.",
    ),
}
RUNNING = {
    "assessment.not_published": (
        "问卷发布后才能发起调查，请先发布。",
        "Publish the questionnaire before you open a survey with it.",
    ),
    "assessment.name_missing": (
        "请给这次调查起个名字，最多 {most} 个字。",
        "Give the survey a name of no more than {most} characters.",
    ),
    "assessment.closes_past": (
        "截止日期不能早于今天，也不能超过 {most} 天以后。",
        "The closing date cannot be in the past or more than {most} days ahead.",
    ),
    "assessment.nobody_asked": (
        "选定的范围里没有能填的人：问卷只发给在职、有账号的客服代表。请重选班组或岗位。",
        "There is no one to invite. Choose teams and roles with current agents who have an account.",
    ),
    "assessment.only_later": ("截止日期只能延后。", "The closing date can only be moved to a later day."),
    "assessment.over": ("这次调查已在 {closed} 截止。", "This survey closed on {closed}."),
    "assessment.not_closed": (
        "调查结束后才能看结果：边填边看，多一份答卷就能看出那个人填了什么。",
        "Results are available once the survey is closed. Before that, each new answer could show what one "
        "person said.",
    ),
    "assessment.draft_anonymous": (
        "匿名调查不在服务器上存草稿。",
        "Nothing is stored on the server for an anonymous survey until it is submitted.",
    ),
    "assessment.answered_already": ("您已经填过，不用再填，也不能修改。", "You have already answered this survey."),
    "assessment.too_few": (
        "只有 {n} 人填写，不足 {threshold} 人，结果不显示。",
        "Too few people answered ({n}). Results are shown when at least {threshold} have answered.",
    ),
}
ANSWERS = {
    "assessment.question_unknown": (
        "问卷里没有 {question} 这道题，请刷新后再填。",
        "The questionnaire has no question {question}.",
    ),
    "assessment.answer_unknown": ("{question}：没有这个选项，请重新选择。", "{question}: there is no such option."),
    "assessment.answer_long": (
        "{question}：最多 {most} 个字，现在 {found} 个。",
        "{question}: use no more than {most} characters (you have {found}).",
    ),
    "assessment.answer_missing": ("{question} 是必答题，请填写。", "{question}: please answer this question."),
    "assessment.answer_missing_here": ("这道题是必答题，请填写。", "Please answer this question."),
}
WORDS = WRITING | RUNNING | ANSWERS

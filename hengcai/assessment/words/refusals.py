"""What is refused of questionnaires, surveys and answers."""

WRITING = {
    "assessment.title_missing": ("请填问卷标题。", "The questionnaire needs a title."),
    "assessment.code_wrong": (
        "编号要以小写英文字母开头，可以用小写字母、数字、- 和 _，最多 40 位。",
        "A code begins with a small letter and may hold small letters, digits, - and _, 40 at most.",
    ),
    "assessment.code_known": (
        "编号 {code} 已经用过，请换一个。",
        "There is already a questionnaire with the code {code}.",
    ),
    "assessment.draft_there": (
        "问卷 {code} 已经有一份草稿，请先改完或发布它。",
        "Questionnaire {code} has a draft already; finish or publish that one first.",
    ),
    "assessment.stale": (
        "这份草稿刚被改过，您的页面不是最新的。请刷新后再改。",
        "This draft has just been changed; your page is an older one. Reload and try again.",
    ),
    "assessment.questions_unreadable": (
        "题目的内容识别不了，请检查格式。",
        "The questions cannot be read; check their form.",
    ),
    "assessment.kind_unknown": ("没有“{kind}”这种题型，请重新选择。", "There is no kind of question called “{kind}”."),
    "assessment.text_missing": ("{question}：请写题目。", "{question}: write the question."),
    "assessment.text_long": ("一段文字最多 {most} 个字。", "A text may have {most} characters at most."),
    "assessment.option_empty": (
        "选项和矩阵的行都要有编号和文字，编号里不能有点。",
        "Every option and row needs a code without a dot and a text.",
    ),
    "assessment.no_question": ("至少要有一道需要回答的题。", "There must be at least one question to answer."),
    "assessment.too_many_questions": (
        "一份问卷最多 {most} 道题。",
        "A questionnaire may have {most} questions at most.",
    ),
    "assessment.code_twice": ("题号 {question} 用了两次，请改一个。", "The code {question} is used twice."),
    "assessment.options_count": (
        "{question}：选项要有 2 到 {most} 个。",
        "{question}: give 2 to {most} options.",
    ),
    "assessment.rows_count": ("{question}：矩阵要有 1 到 {most} 行。", "{question}: give 1 to {most} rows."),
    "assessment.branch_forward": (
        "{question}：显示条件只能引用排在它前面的题，请调整顺序或条件。",
        "{question}: a condition can only look at a question above it. Move the question or change the condition.",
    ),
    "assessment.branch_unknown": (
        "{question}：显示条件里的选项不存在，或者引用的不是选择题、打分题。",
        "{question}: the condition names an option that is not there, or a question that has none.",
    ),
    "assessment.not_there": (
        "没有这道题，可能刚被删掉，请刷新后再试。",
        "There is no such question; it may just have been removed.",
    ),
}
RUNNING = {
    "assessment.not_published": (
        "问卷发布后才能发起调查，请先发布。",
        "A survey can be opened with a published questionnaire only.",
    ),
    "assessment.name_missing": (
        "请给这次调查起个名字，最多 {most} 个字。",
        "Give the survey a name of {most} characters at most.",
    ),
    "assessment.closes_past": (
        "截止日期不能早于今天，也不能超过 {most} 天以后。",
        "The last day cannot be in the past, nor more than {most} days ahead.",
    ),
    "assessment.nobody_asked": (
        "选定的范围里没有能填的人：问卷只发给在职、有账号的客服代表。请重选班组或岗位。",
        "There is nobody to ask: choose teams and posts with agents who are employed and have an account.",
    ),
    "assessment.only_later": ("截止日期只能延后。", "The last day can only be put off."),
    "assessment.over": ("这次调查已在 {closed} 截止。", "This survey ended on {closed}."),
    "assessment.not_closed": (
        "调查结束后才能看结果：边填边看，多一份答卷就能看出那个人填了什么。",
        "Results can be read once the survey is closed: before that, one more answer would show what that person said.",
    ),
    "assessment.draft_anonymous": (
        "匿名调查不在服务器上存草稿。",
        "Of an anonymous survey nothing is kept on the server before it is sent.",
    ),
    "assessment.answered_already": ("您已经填过，不用再填，也不能修改。", "You have answered it already."),
    "assessment.too_few": (
        "只有 {n} 人填写，不足 {threshold} 人，结果不显示。",
        "Only {n} people answered. Results are shown from {threshold} people on.",
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
        "{question}: {most} characters at most, {found} found.",
    ),
    "assessment.answer_missing": ("{question} 是必答题，请填写。", "{question} must be answered."),
    "assessment.answer_missing_here": ("这道题是必答题，请填写。", "This question must be answered."),
}
WORDS = WRITING | RUNNING | ANSWERS

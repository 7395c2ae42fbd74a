"""What is refused of a needs survey."""

WORDS = {
    "training.name_missing": ("请填写调研名称，最多 {most} 个字。", "Enter a name of no more than {most} characters."),
    "training.days_wrong": (
        "请检查起止日期：结束日期不能早于开始日期，最长 400 天。",
        "Check the dates: the end cannot be before the start, or more than 400 days after it.",
    ),
    "training.nobody_left": ("调研小组至少要有一名成员。", "The working group needs at least one member."),
    "training.not_able": (
        "小组成员只能是培训师、人力资源、考核小组、质检主管或质检员。",
        "Members must be trainers, HR, members of the review panel, quality supervisors or analysts.",
    ),
    "training.not_of_group": (
        "任务只能交给调研小组的成员。",
        "A task can only be assigned to a member of the working group.",
    ),
    "training.task_missing": (
        "请写任务内容，最多 {most} 个字。",
        "Enter what has to be done, in no more than {most} characters.",
    ),
    "training.survey_unknown": ("没有这次问卷调查，请重新选择。", "There is no such survey."),
    "training.competency_unknown": (
        "没有这项能力，或岗位画像没有要求它。",
        "There is no such competency, or no role profile asks for it.",
    ),
    "training.benchmark_missing": (
        "指标、数值和来源都要写。",
        "Enter the measure, its value and its source.",
    ),
    "training.benchmark_long": (
        "指标和来源最多 120 个字，数值最多 40 个字。",
        "A measure and a source can have 120 characters each, a value 40.",
    ),
    "training.sample_size": (
        "访谈人数要在 {least} 到 {most} 人之间。",
        "Choose between {least} and {most} people to interview.",
    ),
    "training.seed_missing": (
        "请填随机种子（60 个字以内），方便别人重抽核对。",
        "Enter a seed of no more than 60 characters, so that anyone can repeat the selection.",
    ),
    "training.drawn_already": (
        "访谈对象已经抽定，不能重抽；来不了的人请替换。",
        "The interviewees have already been selected and cannot be selected again. Replace anyone who cannot come.",
    ),
    "training.too_few_rated": (
        "有技能评价的在岗客服代表只有 {n} 人，不足 {least} 人，不能抽样。",
        "Too few current agents have rated levels ({n}); at least {least} are needed.",
    ),
    "training.not_to_substitute": (
        "这个人已经替换过，或者访谈记录已经签字，不能再替换。",
        "This person has already been replaced, or the interview has already been signed.",
    ),
    "training.reason_missing": ("请写替换原因。", "Enter why someone else is being interviewed."),
    "training.nobody_left_to_draw": (
        "这个水平段没有可以替换的人了。",
        "There is no one left to select at this performance level.",
    ),
    "training.held_later": ("访谈日期不能晚于今天。", "The interview date cannot be later than today."),
    "training.notes_missing": ("请写访谈内容。", "Enter what was said."),
    "training.theme_unknown": (
        "归到能力的每一条都要选能力和类型，最多 30 条。",
        "Choose a competency and a type for each theme; 30 themes at most.",
    ),
    "training.themes_missing": ("签字前至少要归到一项能力。", "Enter at least one theme before signing."),
    "training.interview_signed": (
        "访谈已签字，不能再改。",
        "This interview has been signed and can no longer be changed.",
    ),
    "training.not_to_sign": (
        "还没有访谈记录，或者已经签过字，现在不用签。",
        "There is nothing to sign: no record has been written yet, or it has already been signed.",
    ),
    "training.signed_by_its_writer": (
        "访谈记录要由写记录的人签字。",
        "Only the person who wrote this record can sign it.",
    ),
    "training.stale": (
        "刚有人改过，您的页面不是最新的。请刷新后再改。",
        "Someone else has just changed this. Reload the page and make your changes again.",
    ),
    "training.issued": ("报告已发布，不能再改。", "The report has been issued and can no longer be changed."),
    "training.no_report": ("请先起草报告。", "Draft the report first."),
    "training.sections_wrong": (
        "报告的章节和系统里的不一致，请刷新后再试。",
        "The sections do not match those of the report.",
    ),
    "training.section_empty": (
        "每一章的中文和英文都要写，才能发布。",
        "Fill in every section in Chinese and in English before issuing the report.",
    ),
}

"""What is refused of a needs survey."""

WORDS = {
    "training.name_missing": ("请填写调研名称，最多 {most} 个字。", "Give it a name of {most} characters at most."),
    "training.days_wrong": (
        "请检查起止日期：结束日期不能早于开始日期，最长 400 天。",
        "Check the days: the last cannot be before the first, nor more than 400 days after it.",
    ),
    "training.nobody_left": ("调研小组至少要有一名成员。", "Somebody must be in the group."),
    "training.not_able": (
        "小组成员只能是培训师、人力资源、考核小组、质检主管或质检员。",
        "Members must be trainers, HR, review panel, quality supervisors or analysts.",
    ),
    "training.not_of_group": ("任务只能交给调研小组的成员。", "A task goes to somebody of the group."),
    "training.task_missing": (
        "请写任务内容，最多 {most} 个字。",
        "Say what is to be done, in {most} characters at most.",
    ),
    "training.survey_unknown": ("没有这次问卷调查，请重新选择。", "There is no such survey."),
    "training.competency_unknown": (
        "没有这项能力，或岗位画像没有要求它。",
        "There is no such competency, or no profile asks for it.",
    ),
    "training.benchmark_missing": (
        "指标、数值和来源都要写。",
        "A benchmark needs its measure, its value and its source.",
    ),
    "training.benchmark_long": (
        "指标和来源最多 120 个字，数值最多 40 个字。",
        "Measure and source may have 120 characters, values 40.",
    ),
    "training.sample_size": ("访谈人数要在 {least} 到 {most} 人之间。", "Interview between {least} and {most} people."),
    "training.seed_missing": (
        "请填随机种子（60 个字以内），方便别人重抽核对。",
        "Give a seed of 60 characters at most, so that anybody can repeat the draw.",
    ),
    "training.drawn_already": (
        "访谈对象已经抽定，不能重抽；来不了的人请替换。",
        "The sample has been drawn and stays. Replace whoever cannot come.",
    ),
    "training.too_few_rated": (
        "有技能评价的在岗客服代表只有 {n} 人，不足 {least} 人，不能抽样。",
        "Only {n} agents have rated levels; at least {least} are needed.",
    ),
    "training.not_to_substitute": (
        "这个人已经替换过，或者访谈记录已经签字，不能再替换。",
        "This person has been replaced already, or the interview is signed.",
    ),
    "training.reason_missing": ("请写替换原因。", "Say why somebody else is interviewed."),
    "training.nobody_left_to_draw": ("这个水平段没有可以替换的人了。", "There is nobody left in this level group."),
    "training.held_later": ("访谈日期不能晚于今天。", "The interview cannot have been held later than today."),
    "training.notes_missing": ("请写访谈内容。", "Write down what was said."),
    "training.theme_unknown": (
        "归到能力的每一条都要选能力和类型，最多 30 条。",
        "Each theme needs a competency and a kind; 30 themes at most.",
    ),
    "training.themes_missing": ("签字前至少要归到一项能力。", "Give at least one theme before signing."),
    "training.interview_signed": ("访谈已签字，不能再改。", "The interview is signed and stays as it is."),
    "training.not_to_sign": (
        "还没有访谈记录，或者已经签过字，现在不用签。",
        "There is no record yet, or it is signed already.",
    ),
    "training.signed_by_its_writer": ("访谈记录要由写记录的人签字。", "It is signed by whoever wrote it."),
    "training.stale": (
        "刚有人改过，您的页面不是最新的。请刷新后再改。",
        "It has just been changed; your page is an older one. Reload and try again.",
    ),
    "training.issued": ("报告已发布，不能再改。", "The report is issued; nothing changes any more."),
    "training.no_report": ("请先起草报告。", "Draft the report first."),
    "training.sections_wrong": (
        "报告的章节和系统里的不一致，请刷新后再试。",
        "These are not the sections of the report.",
    ),
    "training.section_empty": (
        "每一章的中文和英文都要写，才能发布。",
        "Every section needs its Chinese and its English before the report can be issued.",
    ),
}

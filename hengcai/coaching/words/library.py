"""The library of cases: kinds, states, moves, refusals."""

NAMES = {
    "coaching.case.kind.model": ("示范案例", "Model case"),
    "coaching.case.kind.warning": ("警示案例", "Warning case"),
    "coaching.case.state.draft": ("草稿", "Draft"),
    "coaching.case.state.asked": ("已征求同意", "Consent asked"),
    "coaching.case.state.shown": ("展示中", "Shown"),
    "coaching.case.state.refused": ("本人不同意", "Consent declined"),
    "coaching.case.state.withdrawn": ("已下架", "Withdrawn"),
    "coaching.case.sound.waiting": ("录音正在加工", "The recording is being prepared"),
    "coaching.case.sound.failed": (
        "录音没有做成：没有录音，或者对话没有起止时间。",
        "The recording could not be prepared: there is no recording, or the lines have no times.",
    ),
    "move.edit_case": ("修改案例", "Edit the case"),
    "move.ask_consent": ("征求本人同意", "Ask for consent"),
    "move.show_case": ("展示", "Show the case"),
    "move.give_consent": ("同意展示", "Consent"),
    "move.decline_consent": ("不同意", "Decline"),
    "move.take_back_consent": ("撤回同意", "Withdraw consent"),
    "move.withdraw_case": ("下架", "Withdraw"),
}
REFUSALS = {
    "coaching.case_kind": ("请选示范案例或警示案例。", "Choose a model case or a warning case."),
    "coaching.case_words_missing": ("标题和看点都要写。", "Enter a title and what to learn from the case."),
    "coaching.case_title_long": ("标题最多 {most} 个字。", "A title can have {most} characters at most."),
    "coaching.case_names_agent": (
        "警示案例里不能出现客服代表的姓名或工号，请改写标题、看点和标签。",
        "A warning case must not name anyone: remove the agent's name and number from the title, the lesson and the tags.",
    ),
    "coaching.case_tags": (
        "标签最多 {most} 个，每个不超过 {longest} 个字。",
        "Use no more than {most} tags of up to {longest} characters each.",
    ),
    "coaching.case_untimed": (
        "这几句没有起止时间，截不出录音。",
        "These lines have no times, so they cannot be cut out of the recording.",
    ),
    "coaching.case_no_sound": (
        "这条记录没有可用的录音，请去掉“附录音”。",
        "This contact has no usable recording. Untick “Include the recording”.",
    ),
    "coaching.case_needs_no_consent": (
        "警示案例不具名，不用征求同意，可直接展示。",
        "A warning case names no one and needs no consent; you can show it right away.",
    ),
    "coaching.case_needs_consent": (
        "示范案例要本人同意后才能展示。",
        "A model case can only be shown with the agent's consent.",
    ),
    "coaching.case_nobody_to_ask": (
        "该客服代表没有账号，征求不到同意，不能做示范案例。",
        "The agent has no account and cannot be asked for consent, so this cannot be a model case.",
    ),
    "coaching.case_reason_missing": ("请写下架原因。", "Say why it is withdrawn."),
    "coaching.case_not_shown": (
        "只有展示中的案例才能用在班前会。",
        "Only cases that are being shown can be used in a briefing.",
    ),
    "coaching.briefing_past": ("班前会日期不能早于今天。", "The date of the briefing cannot be in the past."),
    "coaching.briefing_held": (
        "这次班前会已经开过，案例和签到不能再改。",
        "This briefing has been held; its cases and attendance can no longer be changed.",
    ),
    "coaching.briefing_early": ("还没到班前会那天。", "It is not the day of the briefing yet."),
    "coaching.briefing_empty": ("请先加至少一个案例。", "Add at least one case first."),
    "coaching.briefing_team": (
        "请选您能开班前会的班组，组里当天要有人。",
        "Choose a team that you may brief and that has people on that day.",
    ),
    "coaching.briefing_stranger": ("签到名单里有不在这个班组的人。", "Someone you ticked is not in this team."),
    "coaching.briefing_full": ("一次班前会最多 {most} 个案例。", "A briefing can have {most} cases at most."),
}
WORDS = NAMES | REFUSALS

from hengcai.base.say import register

NAMES = {
    "quality.scorecard.state.draft": ("草稿", "Draft"),
    "quality.scorecard.state.published": ("使用中", "In force"),
    "quality.scorecard.state.waiting": ("待启用", "Starts later"),
    "quality.scorecard.state.retired": ("已停用", "Retired"),
    "quality.scorecard.kind.weighted": ("得分制", "Scored by points"),
    "quality.scorecard.kind.deduction": ("扣分制", "Deductions"),
    "quality.assignment.state.open": ("待评", "To score"),
    "quality.assignment.state.done": ("已提交", "Submitted"),
    "quality.assignment.state.withdrawn": ("已收回", "Withdrawn"),
    "quality.evaluation.state.draft": ("草稿", "Draft"),
    "quality.evaluation.state.submitted": ("已提交，未发布", "Submitted"),
    "quality.evaluation.state.published": ("已发布", "Published"),
    "quality.case.state.open": ("待第二人核实", "Waiting for a second person"),
    "quality.case.state.confirmed": ("红线成立", "Confirmed"),
    "quality.case.state.dismissed": ("红线不成立", "Dismissed"),
    "quality.cause.person": ("本人原因", "Agent"),
    "quality.cause.process": ("流程", "Process"),
    "quality.cause.system": ("系统", "System"),
    "quality.cause.knowledge": ("知识库", "Knowledge base"),
    "quality.cause.policy": ("政策", "Policy"),
    "quality.critical.customer": ("客户关键错误", "Critical for the customer"),
    "quality.critical.business": ("业务关键错误", "Critical for the business"),
    "quality.critical.compliance": ("合规关键错误", "Critical for compliance"),
    "quality.scope.section": ("本部分记 0 分", "Section scores 0"),
    "quality.scope.whole": ("整张记 0 分", "Whole evaluation scores 0"),
    "quality.item.anchored": ("五级评分", "Levels 1–5"),
    "quality.item.yes_no": ("通过或未通过", "Pass or fail"),
    "quality.item.choice": ("选项", "Choice"),
    "quality.item.deduction": ("扣分", "Deduction"),
    "quality.item.bonus": ("加分", "Bonus"),
    "quality.item.note": ("备注", "Note"),
    "quality.mark.na": ("不适用", "Not applicable"),
    "quality.mark.yes": ("通过", "Pass"),
    "quality.mark.no": ("未通过", "Fail"),
    "quality.mark.hit": ("有", "Found"),
    "quality.mark.clear": ("没有", "None"),
    "quality.mark.noted": ("已备注", "Noted"),
    "quality.status.counted": ("计分", "Counts"),
    "quality.status.na": ("不适用", "Not applicable"),
    "quality.status.unmet": ("条件不满足，不评", "Condition not met"),
    "quality.status.unanswered": ("未评", "Not scored yet"),
    "quality.status.set_aside": ("非本人原因，不计分", "Not caused by the agent: not counted"),
    "quality.channel.call": ("通话", "Call"),
    "quality.channel.chat": ("在线", "Chat"),
    "quality.channel.ticket": ("工单", "Ticket"),
    "quality.channel.video": ("视频", "Video"),
    "quality.channel.visit": ("到访", "Visit"),
    "quality.verdict.excellent": ("优秀", "Excellent"),
    "quality.verdict.pass": ("合格", "Pass"),
    "quality.verdict.fail": ("不合格", "Fail"),
    "quality.said.call": ("通话文本", "Transcript"),
    "quality.said.video": ("视频通话文本", "Transcript"),
    "quality.said.visit": ("面谈文本", "Transcript"),
    "quality.said.chat": ("会话文本", "Messages"),
    "quality.said.ticket": ("处理记录", "Ticket log"),
    "quality.pause.call": ("静音 {length}", "silence {length}"),
    "quality.pause.chat": ("隔了 {length} 没有新消息", "no message for {length}"),
    "quality.pause.ticket": ("隔了 {length}没有记录", "no entry for {length}"),
    "quality.direction.inbound": ("呼入", "inbound"),
    "quality.direction.outbound": ("外呼", "outbound"),
    "quality.took": ("历时 {length}", "took {length}"),
    "quality.length.days": ("{days} 天 {hours} 小时", "{days} d {hours} h"),
    "quality.length.hours": ("{hours} 小时 {minutes} 分钟", "{hours} h {minutes} min"),
    "quality.length.minutes": ("{minutes} 分钟", "{minutes} min"),
    "quality.speaker.agent": ("客服", "Agent"),
    "quality.speaker.customer": ("客户", "Customer"),
    "quality.speaker.system": ("系统", "System"),
}

SCORING = {
    "quality.unanswered": ("还有 {count} 项未评：{names}。请评完再提交。", "{count} items still to score: {names}."),
    "quality.comment_missing": (
        "以下评分项须写依据：{names}。不得分、低分和致命错误，都要写清楚听到、看到了什么。",
        "Write the evidence for {names}: for a zero, a low score or a fatal error, say what was seen or heard.",
    ),
    "quality.item_unknown": (
        "这张评分表里没有这一项：{names}。请刷新后再评。",
        "{names}: not on this scorecard. Reload the page.",
    ),
    "quality.mark_unknown": (
        "“{names}”不能评“{value}”，可选：{scale}。",
        "{names} cannot be scored “{value}”; choose from {scale}.",
    ),
    "quality.na_not_allowed": (
        "“{names}”每条必评，不能选“不适用”。",
        "{names} applies to every contact; it cannot be “not applicable”.",
    ),
    "quality.cause_unknown": ("差错归因里没有“{cause}”。", "There is no cause “{cause}”."),
    "quality.turn_unknown": (
        "对话里没有这一处。请填左边显示的时间或行号，例如 0:31。",
        "There is no such line. Enter the time or the line number shown beside the conversation, such as 0:31.",
    ),
    "quality.stale": (
        "这份评分刚在其他窗口保存过，这里的改动没有覆盖上去。请刷新后再修改。",
        "This evaluation has just been saved elsewhere; nothing was overwritten. Reload the page, then make your change.",
    ),
    "quality.withdrawn": (
        "这条质检任务已收回，不用再评；已写的草稿会保留。",
        "This contact has been withdrawn from you; your draft is kept.",
    ),
    "quality.reason_missing": (
        "这份评分已提交过，改分须写明原因；原来的版本会保留。",
        "This evaluation has already been submitted. Enter the reason for the change; the earlier version is kept.",
    ),
    "quality.not_submitted": (
        "只能发布已提交的最新一版。选中的有的已发布，或又改了分；请刷新后再选。",
        "Only the latest submitted version can be published; some were published or changed. Reload and choose again.",
    ),
    "quality.nothing_chosen": ("还没有勾选，请先勾选。", "Nothing is selected. Tick some first."),
}

ASSIGNING = {
    "quality.not_an_analyst": (
        "{name} 不是质检员，或兼任的角色不允许评分，不能分配。",
        "{name} is not a quality analyst, or also holds an access role that may not score.",
    ),
    "quality.own_contact": (
        "选中的记录里有 {name} 自己接的，不能分配给自己评。",
        "Some of these are {name}’s own contacts, and no one may score their own.",
    ),
    "quality.scorecard_not_in_force": (
        "《{name}》第 {number} 版不在使用中，请选使用中的评分表。",
        "{name}, version {number}, is not in force. Choose the one in force.",
    ),
    "quality.other_channel": (
        "有 {count} 通的渠道不适用《{name}》：{contacts}。",
        "{name} does not apply to the channel of {count} of them: {contacts}.",
    ),
    "quality.empty_contact": (
        "有 {count} 通没有对话内容，不能分配：{contacts}。",
        "{count} of them have no conversation to score: {contacts}.",
    ),
    "quality.assigned_already": (
        "有 {count} 通已分配给 {name}：{contacts}。",
        "{count} of them are already assigned to {name}: {contacts}.",
    ),
    "quality.words_missing": (
        "有 {count} 通的对话文本找不到，没有分配：{contacts}。请系统管理员检查数据目录。",
        "The transcripts of {count} contacts cannot be found, so none was assigned: {contacts}. Ask the administrator to "
        "check the data directory.",
    ),
}

CASES = {
    "quality.case_reason_missing": (
        "上报红线须写明看到、听到了什么。",
        "Enter what was seen or heard that crosses the red line.",
    ),
    "quality.case_open_already": (
        "这条记录的“{name}”已有人上报，正等第二人核实。",
        "“{name}” has already been reported for this contact and is waiting for a second person.",
    ),
    "quality.judgement_missing": ("核实结论须写依据。", "Enter the evidence for your decision."),
}

CARDS = {
    "quality.scorecard_frozen": (
        "这份评分表已发布，不能再改；要改请建新版本，旧结果不受影响。",
        "This scorecard has been published and cannot be changed. Create a new version; earlier results are not affected.",
    ),
    "quality.draft_exists": (
        "“{code}”已有一份草稿，请先发布或删掉它。",
        "There is already a draft of “{code}”. Publish or delete it first.",
    ),
    "quality.draft_changed": (
        "您打开这一页以后，{name}又修改过这份草稿，所以没有发布。请检查现在的内容再发布。",
        "{name} has changed this draft since you opened the page, so nothing was published. Review it, then publish.",
    ),
    "quality.draft_stale": (
        "这份草稿刚被{name}修改过，您的改动没有覆盖上去。请先对比两边的差异，再决定用哪一份。",
        "{name} has just saved this draft; their changes were not overwritten. Compare the two, then choose.",
    ),
    "quality.name_missing": ("“{item}”还没写名称。", "“{item}” has no name yet."),
    "quality.option_unnamed": ("“{name}”有选项还没写名称。", "{name}: an option has no name yet."),
    "quality.code_changed": (
        "这份草稿的编号是“{code}”，不能换；要新表请另建。",
        "This draft’s code is “{code}” and cannot be changed. Create a new scorecard instead.",
    ),
    "quality.competency_unknown": (
        "使用中的能力库里没有：{codes}。",
        "The competency library in force does not contain {codes}.",
    ),
    "quality.indicator_unknown": (
        "使用中的服务质量指标里没有：{codes}。",
        "The service quality indicators in force do not contain {codes}.",
    ),
    "quality.red_line_unknown": ("红线清单里没有：{codes}。", "The list of red lines does not contain {codes}."),
    "quality.card_kind_unknown": (
        "评分表只有得分制和扣分制，没有“{kind}”。",
        "A scorecard either awards points or deducts them; “{kind}” is neither.",
    ),
    "quality.card_empty": ("评分表里还没有能评分的项。", "The scorecard has no item that can be scored."),
    "quality.lines_out_of_order": (
        "合格线、优秀线要在 0 到 100 之间，合格线不能高于优秀线。",
        "The pass mark and the excellence mark must be between 0 and 100, and the pass mark must not be above the excellence mark.",
    ),
    "quality.bonus_cap_out_of_range": ("加分上限要在 0 到 100 之间。", "The bonus cap must be between 0 and 100."),
    "quality.level_shares": (
        "各级得分率要有 {count} 个，从 0 到 1，级高的不能低于级低的。",
        "Enter {count} level shares between 0 and 1, none lower than the one before it.",
    ),
    "quality.section_weights": (
        "各部分权重合计应为 100，现在是 {found}。",
        "The weights of the sections must add up to 100; they add up to {found}.",
    ),
    "quality.section_twice": ("有两个部分的编号都是“{item}”。", "Two sections have the code “{item}”."),
    "quality.item_twice": ("有两项的编号都是“{item}”。", "Two items have the code “{item}”."),
    "quality.code_malformed": (
        "编号“{item}”不可用：只能用小写字母、数字和下划线，最多 40 个。",
        "The code “{item}” cannot be used. Use lower-case letters, digits and underscores, 40 at most.",
    ),
    "quality.section_empty": ("“{name}”里一项也没有。", "“{name}” has no items."),
    "quality.section_weight_empty": (
        "“{name}”的权重有误：有权重就要有计分项，有计分项就要有权重。",
        "“{name}”: a section with a weight needs scored items, and a section with scored items needs a weight.",
    ),
    "quality.item_kind_unknown": ("“{name}”的类型“{kind}”不认识。", "{name}: there is no item type “{kind}”."),
    "quality.rated_on_deduction_card": (
        "扣分表里只放扣分、加分、备注和整张否决的致命项，“{name}”不属于这几种。",
        "A deduction scorecard can only contain deductions, bonus items, notes and fatal pass-or-fail items; “{name}” is none of these.",
    ),
    "quality.item_weight": (
        "“{name}”要有大于 0 的权重；只有致命项可以是 0。",
        "{name} needs a weight above 0; only a fatal item can have 0.",
    ),
    "quality.points": ("“{name}”的分值要大于 0、不超过 100。", "{name}: points must be above 0 and at most 100."),
    "quality.options": (
        "“{name}”至少要有两个选项；分值不能为负，至少有一个选项大于 0。",
        "{name} needs at least two options; no points may be negative, and at least one option must earn points.",
    ),
    "quality.option_malformed": (
        "“{name}”的选项编号“{option}”不可用。",
        "{name}: the option code “{option}” cannot be used.",
    ),
    "quality.option_twice": ("“{key}”里选项“{option}”写了两次。", "{key}: option “{option}” appears twice."),
    "quality.critical_unknown": (
        "致命项“{name}”要写明否决范围和错误类别。",
        "{name}: enter the scope and the error type of a fatal item.",
    ),
    "quality.critical_kind": (
        "“{name}”没有最低一档，不能做致命项。",
        "{name} has no lowest mark, so it cannot be a fatal item.",
    ),
    "quality.critical_section": (
        "扣分表没有部分得分，“{name}”只能整张否决。",
        "A deduction scorecard has no section scores: {name} can only set the whole evaluation to 0.",
    ),
    "quality.comment_below": (
        "“{name}”：只有五级项能设“低于几级要写依据”，可设 2 到 5。",
        "{name}: “evidence required below level” can only be set for items with levels, from 2 to 5.",
    ),
    "quality.comment_if": ("“{name}”没有“{value}”这个结果。", "{name} has no result “{value}”."),
    "quality.condition_unknown": (
        "“{name}”的条件指向“{source}”，表里没有这一项，或它不能当条件。",
        "{name}: the condition refers to “{source}”, which is not on the scorecard or cannot be used as a condition.",
    ),
    "quality.condition_values": (
        "“{name}”的条件里写了“{source}”没有的结果。",
        "{name}: the condition names a result that “{source}” does not have.",
    ),
    "quality.condition_cycle": (
        "“{name}”的条件循环引用了自己。",
        "{name}: the conditions refer back to the item itself.",
    ),
    "quality.definition_shape": (
        "“{key}”的写法不对，请对照自带的评分表。",
        "“{key}” is not written correctly. Compare it with a built-in scorecard.",
    ),
    "quality.definition_key": ("不认识“{key}”。可用：{known}。", "there is no key “{key}”. Use one of {known}."),
    "quality.definition_missing": ("缺少“{key}”。", "“{key}” is missing."),
    "quality.definition_word": (
        "“{key}”应当是文字；yes、no 要加引号，最长 40 个字符。",
        "“{key}” must be text of no more than 40 characters; put yes and no in quotation marks.",
    ),
    "quality.definition_choice": (
        "“{key}”不能是“{value}”，可选：{known}。",
        "“{key}” cannot be “{value}”; choose from {known}.",
    ),
    "quality.definition_number": (
        "“{key}”的“{value}”不可用：带小数的要加引号，权重最多三位小数，分值最多两位，都小于 1000。",
        "“{key}”: “{value}” is not valid. Put decimals in quotation marks; weights can have three decimal places and points two, "
        "all below 1000.",
    ),
}

WORDS = {
    code: {"zh": zh, "en": en}
    for group in (NAMES, SCORING, ASSIGNING, CASES, CARDS)
    for code, (zh, en) in group.items()
}
register(WORDS)

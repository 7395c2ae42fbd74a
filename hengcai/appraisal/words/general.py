from hengcai.base.say import register

WORDS = {
    "cycle.draft": {"zh": "未开始", "en": "Not started"},
    "cycle.collecting": {"zh": "评价进行中", "en": "Collecting ratings"},
    "cycle.preliminary": {"zh": "已初算", "en": "Preliminary"},
    "cycle.proposed": {"zh": "待第二人确认发布", "en": "Proposed, waits for a second person"},
    "cycle.publishing": {"zh": "发布中，十分钟内可收回", "en": "Going out, can be taken back"},
    "cycle.published": {"zh": "已发布", "en": "Published"},
    "cycle_kind.month": {"zh": "月度服务质量考核", "en": "Monthly service quality"},
    "cycle_kind.quarter": {"zh": "季度技能评价", "en": "Quarterly skill appraisal"},
    "cycle_kind.probation": {"zh": "试用期评价", "en": "Probation appraisal"},
    "source.superior": {"zh": "上级评价", "en": "Superior"},
    "source.self": {"zh": "自评", "en": "Self"},
    "source.peer": {"zh": "同事评价", "en": "Peers"},
    "source.customer": {"zh": "客户评价", "en": "Customers"},
    "source.practical": {"zh": "实操考核", "en": "Practical test"},
    "source.quality": {"zh": "质检", "en": "Quality evaluations"},
    "source.superior_and_peer": {"zh": "上级与同事（合并）", "en": "Superior and peers together"},
    "move.open_cycle": {"zh": "开始收集评价", "en": "Start collecting"},
    "move.compute_cycle": {"zh": "计算结果", "en": "Compute results"},
    "move.reopen_cycle": {"zh": "退回继续收集", "en": "Collect again"},
    "move.propose_publication": {"zh": "提请发布", "en": "Propose publication"},
    "move.decline_publication": {"zh": "不同意发布", "en": "Do not publish"},
    "move.confirm_publication": {"zh": "确认发布", "en": "Confirm publication"},
    "move.confirm_publication_alone": {"zh": "一人确认发布", "en": "Confirm alone"},
    "move.take_back_publication": {"zh": "收回发布", "en": "Take it back"},
    "move.publish_cycle": {"zh": "完成发布", "en": "Finish publishing"},
    "move.publish_policy": {"zh": "发布制度", "en": "Publish the policy"},
    "move.send_rating": {"zh": "提交评价", "en": "Send the rating"},
    "move.rewrite_policy": {"zh": "修改草稿", "en": "Edit the draft"},
    "move.withdraw_rater": {"zh": "撤回这份评价", "en": "Withdraw"},
    "policy.draft": {"zh": "草稿", "en": "Draft"},
    "policy.published": {"zh": "现行", "en": "In force"},
    "policy.retired": {"zh": "已停用", "en": "Retired"},
    "task.open": {"zh": "未提交", "en": "Not sent"},
    "task.sent": {"zh": "已提交", "en": "Sent"},
    "task.withdrawn": {"zh": "已撤回", "en": "Withdrawn"},
    "status.scored": {"zh": "已出分", "en": "Scored"},
    "status.not_enough_evidence": {"zh": "证据不够，没有出分", "en": "Not enough evidence, no score"},
    "reason.minimum_evidence": {
        "zh": "现有来源的权重合计不到制度要求的下限",
        "en": "The sources present carry less weight than the policy asks for",
    },
    "reason.no_data": {"zh": "这个月一项数据都没有", "en": "No data at all this month"},
    "reason.missing": {"zh": "缺{source}", "en": "No rating from: {source}"},
    "reason.few": {"zh": "{source}份数太少，不计入", "en": "Too few from {source} to count"},
    "reason.required": {"zh": "{source}是必须有的来源", "en": "{source} is required"},
    "appraisal.period_reversed": {
        "zh": "考核期的结束日（{end}）早于开始日（{start}），请改一下日期。",
        "en": "The period ends ({end}) before it starts ({start}); change the dates.",
    },
    "appraisal.cycle_exists": {
        "zh": "已经有编号 {code} 的考核周期了，换一个编号。",
        "en": "There is a cycle {code} already; choose another code.",
    },
    "appraisal.nothing_in_force": {
        "zh": "还没有现行的考核制度或能力模型；先发布一版，再建考核周期。",
        "en": "No policy or framework is in force yet; publish one, then lay out the cycle.",
    },
    "appraisal.nobody_to_appraise": {
        "zh": "考核期最后一天没有在岗且有岗位的人，开始不了；请先检查人员名册。",
        "en": "Nobody held a post on the period's last day; check the staff list first.",
    },
    "appraisal.collecting_is_over": {
        "zh": "这个周期现在不收评价了，没有改动。",
        "en": "This cycle is not collecting ratings now; nothing was changed.",
    },
    "appraisal.drawn_twice_already": {
        "zh": "这个周期已经有人由两位上级评了，不再抽一次；要加人，在人员页上逐个加。",
        "en": "Some people of this cycle are rated by two superiors already; add more one by one on the people page.",
    },
    "appraisal.no_post_that_day": {
        "zh": "{name} 在 {day} 没有岗位，不能参加这个周期。",
        "en": "{name} held no post on {day} and cannot take part in this cycle.",
    },
    "appraisal.rater_is_rated": {
        "zh": "{name}：自评只能由本人填，其他来源不能由本人填。",
        "en": "{name}: a self-assessment is filled in by that person, every other source by somebody else.",
    },
    "appraisal.reason_missing": {
        "zh": "请写一句理由，会和这次改动一起留档。",
        "en": "Give a reason; it is kept with the change.",
    },
    "appraisal.item_not_on_form": {
        "zh": "这份表上没有“{item}”这一项。",
        "en": "This form has no item “{item}”.",
    },
    "appraisal.level_outside": {
        "zh": "“{item}”的等级 {value} 不在 1–5 之间。",
        "en": "Level {value} for “{item}” is not between 1 and 5.",
    },
    "appraisal.form_incomplete": {
        "zh": "还有 {count} 项没选；没见过的请选“未观察到”，不要空着。",
        "en": "{count} items are still open; choose “not observed” where you have not seen it, rather than leaving it blank.",
    },
    "appraisal.form_incomplete.one": {
        "zh": "还有 1 项没选；没见过的请选“未观察到”，不要空着。",
        "en": "One item is still open; choose “not observed” where you have not seen it, rather than leaving it blank.",
    },
    "appraisal.reason_needed": {
        "zh": "{items}：和本期质检看到的差两级或更多，请写明理由再提交。",
        "en": "{items}: two levels or more away from what the period's contacts show; give a reason before sending.",
    },
    "appraisal.self_first": {
        "zh": "先等本人交自评；{until} 之后即使没交也可以提交，现在可以先存草稿。",
        "en": "The self-assessment comes first. After {until} you can send this even without it; a draft can be saved now.",
    },
    "appraisal.stale": {
        "zh": "这份表在别处刚被改过；刷新后在新内容上接着填，您刚填的没有盖掉别人的。",
        "en": "This form was changed elsewhere a moment ago; reload and go on from there. Nothing was overwritten.",
    },
    "appraisal.training_first": {
        "zh": "第一次评价前请先完成评价人培训，大约 5 分钟。",
        "en": "Before your first rating, take the raters' training; it is about five minutes.",
    },
    "appraisal.training_wrong": {
        "zh": "有 {count} 题不对，看一眼上面的说明再答一次，次数不限。",
        "en": "{count} answers are not right yet; read the notes above and try again, as often as you like.",
    },
    "appraisal.training_wrong.one": {
        "zh": "有 1 题不对，看一眼上面的说明再答一次，次数不限。",
        "en": "One answer is not right yet; read the notes above and try again, as often as you like.",
    },
    "appraisal.remark_empty": {"zh": "评语还没写。", "en": "The remark is empty."},
    "policy_kind.quarterly": {"zh": "季度技能评价制度", "en": "Quarterly skill appraisal"},
    "policy_kind.monthly": {"zh": "月度服务质量考核制度", "en": "Monthly service quality"},
    "kind.ratings": {"zh": "评价", "en": "Ratings"},
    "kind.tests": {"zh": "笔试成绩", "en": "Written marks"},
    "move.return_rating": {"zh": "退回补写", "en": "Give back"},
    "fair_basis.final": {"zh": "总分", "en": "Final score"},
    "fair_basis.superior": {"zh": "上级评分", "en": "Superiors"},
    "fair_basis.peer": {"zh": "同事评分", "en": "Peers"},
    "fair_basis.evaluations": {"zh": "质检评分", "en": "Evaluations"},
    "fair_unknown.no_data": {"zh": "这一期没有。", "en": "None in this period."},
    "fair_unknown.too_few": {"zh": "分数太少，还不能判断。", "en": "Too few marks to tell."},
    "fair_unknown.constant": {
        "zh": "所有人得的都是同一个分，看不出松紧。",
        "en": "Everybody got the same mark, so no severity shows.",
    },
    "fair_unknown.by_lot": {
        "zh": "同事抽签来评，一人只评几个，量不出松紧，不修正；抽到谁算抽样误差，计进总分的区间。谁评了谁，不给任何人看。",
        "en": "Peers are drawn by lot and rate a few each, too few to tell severity: nothing is corrected; whom one drew "
        "counts as chance in the final score's interval. Who a peer was is shown to nobody.",
    },
    "fair_unknown.one_rater": {
        "zh": "只有一个人在评，没有别人可比，松紧说不出。",
        "en": "Only one person rated: there is nobody to compare with.",
    },
    "fair_unknown.no_interval": {
        "zh": "共同评过的太少：修正得出一个数，却说不出它的误差，所以不给。再多让几个人由两位评价人评。",
        "en": "Too few in common: a number could be worked out but not its error, so none is given. Have some more people "
        "rated by two.",
    },
    "finding.not_enough": {"zh": "证据不够，没有出分", "en": "Too little evidence, no score"},
    "finding.few_customers": {
        "zh": "客户评价太少，这一源不计",
        "en": "Too few customers, the source does not count",
    },
    "finding.far_off": {
        "zh": "上级评价与质检所见差两级以上",
        "en": "Superior two levels or more away from the contacts",
    },
    "appraisal.sent_already": {
        "zh": "这份评价已经提交了，不能再改；要改请考核小组退回给您。",
        "en": "This rating has been sent and cannot be changed; ask the appraisal group to give it back.",
    },
    "appraisal.withdrawn": {
        "zh": "考核小组已经把这份评价撤回，不用再填。",
        "en": "The appraisal group has taken this form back; nothing more is needed.",
    },
    "appraisal.not_computed": {
        "zh": "还有 {count} 人没算出结果，等算完再发布。",
        "en": "{count} people have no result yet; publish when the computing is done.",
    },
    "appraisal.sent_since_computed": {
        "zh": "{count} 人的评价在计算之后又有改动，先重新计算，再提请发布。",
        "en": "Forms on {count} people came in after the results were computed; compute again, then propose publication.",
    },
    "appraisal.sent_since_computed.one": {
        "zh": "1 人的评价在计算之后又有改动，先重新计算，再提请发布。",
        "en": "Forms on one person came in after the results were computed; compute again, then propose publication.",
    },
    "appraisal.nobody_to_ask": {
        "zh": "这一条不是某个评价人给的，没有人可问。",
        "en": "No rater gave this, so there is nobody to ask.",
    },
    "appraisal.no_sign_in": {
        "zh": "这位评价人没有登录账号，系统里问不到；请当面问，再写进处理理由。",
        "en": "This rater has no account, so no question can reach them here; ask in person and say so when you settle it.",
    },
    "appraisal.question_empty": {"zh": "想问什么还没写。", "en": "Write what you want to know."},
    "appraisal.answer_empty": {"zh": "依据还没写。", "en": "Write what it rests on."},
    "appraisal.asked_already": {
        "zh": "已经问过这位评价人，还没答。",
        "en": "This rater has been asked already and has not answered yet.",
    },
    "appraisal.answered_already": {"zh": "已经答过了，不能再改。", "en": "This is answered already and stays so."},
    "appraisal.settled_already": {"zh": "这一条已经处理过了。", "en": "This is settled already."},
    "appraisal.nothing_to_nudge": {
        "zh": "这份评价现在不用催：已经交了、撤回了，或者正在发布。",
        "en": "No reminder is needed: the form is sent or withdrawn, or publication is under way.",
    },
    "appraisal.nudged_today": {
        "zh": "今天催过了，明天再催。",
        "en": "Reminded today already; remind them again tomorrow.",
    },
    "appraisal.rescore_by_another": {
        "zh": "请另选一位质检员来复评。",
        "en": "Choose another analyst to score again.",
    },
    "appraisal.nothing_to_rescore": {
        "zh": "本期没有可以交给这位复评的记录。",
        "en": "No contact of the period is left that this analyst could score again.",
    },
    "appraisal.rescore_under_way": {
        "zh": "上次派给这位的复评还没交完，交完再派。",
        "en": "This analyst still has contacts to score again from last time; give more out when they are in.",
    },
    "appraisal.publication_refused": {
        "zh": "按考核制度，还有 {count} 件事没了结，不能发布；都列在发布页上。",
        "en": "The policy does not allow publication yet: {count} things stand in the way, listed on the publication page.",
    },
    "appraisal.publication_refused.one": {
        "zh": "按考核制度，还有 1 件事没了结，不能发布；写在发布页上。",
        "en": "The policy does not allow publication yet: one thing stands in the way, named on the publication page.",
    },
    "appraisal.publication_reason": {
        "zh": "还有 {count} 件事没了结。要照样发布，请写明理由，第二人和以后查账的人都看得到。",
        "en": "{count} things stand in the way. To publish all the same, give the reason; the second person and the audit log read it.",
    },
    "appraisal.publication_reason.one": {
        "zh": "还有 1 件事没了结。要照样发布，请写明理由，第二人和以后查账的人都看得到。",
        "en": "One thing stands in the way. To publish all the same, give the reason; the second person and the audit log read it.",
    },
    "appraisal.publication_changed": {
        "zh": "提请之后情况变了（{count} 处），原来的理由管不到；请选“不同意发布”，看过再重新提请。",
        "en": "{count} things changed since it was proposed, so the reason no longer covers them; decline it, look again and propose anew.",
    },
    "appraisal.publication_changed.one": {
        "zh": "提请之后情况变了（1 处），原来的理由管不到；请选“不同意发布”，看过再重新提请。",
        "en": "One thing changed since it was proposed, so the reason no longer covers it; decline it, look again and propose anew.",
    },
    "appraisal.publication_by_proposer": {
        "zh": "您提请的发布，要由另一位有权的人来确认。",
        "en": "You proposed this; somebody else with the right has to confirm.",
    },
    "appraisal.publication_not_alone": {
        "zh": "这里还有 {count} 位可以提请或确认，请由另一位来，不能一人办完。",
        "en": "There are {count} others who may propose or confirm; one of them has to take part.",
    },
    "appraisal.publication_not_alone.one": {
        "zh": "这里还有 1 位可以提请或确认，请由这一位来，不能一人办完。",
        "en": "There is one other who may propose or confirm; that person has to take part.",
    },
    "appraisal.too_late_to_take_back": {
        "zh": "十分钟已过，结果已经给大家看了；要改，请逐人更正。",
        "en": "The ten minutes are over and people see their results; what is wrong is corrected person by person.",
    },
    "appraisal.publishing_waits": {
        "zh": "十分钟还没到，到点自动给大家看。",
        "en": "The ten minutes are not over; the results go out by themselves then.",
    },
    "obstacle.before_the_end": {"zh": "考核期还没结束", "en": "The period is not over"},
    "obstacle.without_score": {"zh": "没有出分", "en": "People without a score"},
    "obstacle.open_ratings": {"zh": "评价表没交", "en": "Rating forms not sent"},
    "obstacle.drafted_evaluations": {"zh": "本期质检还是草稿", "en": "Evaluations of the period still in draft"},
    "obstacle.submitted_evaluations": {"zh": "本期质检没发布", "en": "Evaluations of the period not published"},
    "obstacle.open_cases": {"zh": "红线没判定", "en": "Red lines not judged"},
    "obstacle.findings": {"zh": "复核提示没处理", "en": "Findings not settled"},
    "appraisal.not_published": {
        "zh": "结果还没发布，重新计算一次就行，不用更正。",
        "en": "This result is not published yet; compute again instead of correcting it.",
    },
    "appraisal.wrong_kind": {
        "zh": "月度考核按数据算，没有评价表。",
        "en": "A monthly cycle is computed from figures and has no rating forms.",
    },
    "appraisal.source_by_hand": {
        "zh": "“{value}”没有评价表，可选：{known}。",
        "en": "There are no forms for “{value}”; choose {known}.",
    },
    "appraisal.remark_by_another": {
        "zh": "评语要由本人写。",
        "en": "A remark is written under one's own name.",
    },
    "appraisal.remarks_closed": {
        "zh": "这个月的考核现在不收评语：还没开始，或者已经发布了。",
        "en": "Remarks for this month are closed: it has not been opened, or is published already.",
    },
    "appraisal.no_person": {
        "zh": "您的账号没有关联到人员档案；请系统管理员在人员页面关联。",
        "en": "Your account is not linked to a person; ask the administrator to link it on the people page.",
    },
    "appraisal.text_too_long": {
        "zh": "太长了（{found} 个字），最多 {most} 个字。",
        "en": "Too long ({found} characters); at most {most} fit.",
    },
    "appraisal.too_many_places": {
        "zh": "“{value}”的小数太长，最多 {most} 位。",
        "en": "“{value}” has too many decimals; give at most {most}.",
    },
    "appraisal.cycle_unknown": {"zh": "没有编号“{value}”的考核周期。", "en": "There is no cycle “{value}”."},
    "appraisal.cycle_not_collecting": {
        "zh": "“{value}”现在不收评价，没有导入。",
        "en": "“{value}” is not collecting now; the row did not come in.",
    },
    "appraisal.agent_unknown": {"zh": "没有工号“{value}”。", "en": "Nobody has the number “{value}”."},
    "appraisal.not_in_cycle": {
        "zh": "“{value}”不在这个考核周期里。",
        "en": "“{value}” does not take part in this cycle.",
    },
    "appraisal.rater_unknown": {
        "zh": "评价人没有工号“{value}”。",
        "en": "No rater has the number “{value}”.",
    },
    "appraisal.item_unknown": {
        "zh": "“{value}”不在这份评价表上，可用：{known}。",
        "en": "“{value}” is not on this form; there are {known}.",
    },
    "appraisal.sent_by_rater": {
        "zh": "评价人“{value}”已经在页面上提交过，文件不能改。",
        "en": "The rater “{value}” has sent this form on the page; a file cannot change it.",
    },
    "appraisal.row_twice": {
        "zh": "和第 {first} 行说的是同一件事，只留一行。",
        "en": "Row {first} speaks of the same; keep one of them.",
    },
    "appraisal.rating_taken": {
        "zh": "这一项以前导入过别的分数。要以这次为准，请选“更新已有的记录”（--update）。",
        "en": "Another score came in for this before. To take this one, choose to update (--update).",
    },
    "appraisal.mark_taken": {
        "zh": "这次考试以前导入过别的分数。要以这次为准，请选“更新已有的记录”（--update）。",
        "en": "Another mark came in for this test before. To take this one, choose to update (--update).",
    },
    "appraisal.nobody_so_called": {
        "zh": "没有找到“{value}”；请填工号，或者完整的姓名。",
        "en": "Nobody was found by “{value}”; give the number, or the whole name.",
    },
    "appraisal.several_so_called": {
        "zh": "叫“{value}”的不止一位（工号 {numbers}），请填工号。",
        "en": "Several people are called “{value}” (numbers {numbers}); give the number.",
    },
}
register(WORDS)

from hengcai.base.say import register

WORDS = {
    "cycle.draft": {"zh": "未开始", "en": "Not started"},
    "cycle.collecting": {"zh": "评价进行中", "en": "Collecting ratings"},
    "cycle.preliminary": {"zh": "已初算", "en": "Preliminary"},
    "cycle.proposed": {"zh": "待第二人确认发布", "en": "Proposed, awaiting a second person"},
    "cycle.publishing": {"zh": "发布中，十分钟内可收回", "en": "Being published, can be withdrawn"},
    "cycle.published": {"zh": "已发布", "en": "Published"},
    "cycle_kind.month": {"zh": "月度服务质量考核", "en": "Monthly service quality"},
    "cycle_kind.quarter": {"zh": "季度技能评价", "en": "Quarterly skill appraisal"},
    "cycle_kind.probation": {"zh": "试用期评价", "en": "Probation appraisal"},
    "cycle_kind.year": {"zh": "年度综合考核", "en": "Annual appraisal"},
    "cycle_kind.special": {"zh": "专项评估", "en": "Special appraisal"},
    "purpose.entry": {"zh": "入职评估", "en": "On joining"},
    "purpose.confirmation": {"zh": "转正评估", "en": "Confirmation in post"},
    "purpose.promotion": {"zh": "晋升、竞聘评估", "en": "Promotion or selection"},
    "purpose.retest": {"zh": "培训或改进后复评", "en": "Reassessment after training or a plan"},
    "source.superior": {"zh": "上级评价", "en": "Line manager"},
    "source.self": {"zh": "自评", "en": "Self"},
    "source.peer": {"zh": "同事评价", "en": "Peers"},
    "source.customer": {"zh": "客户评价", "en": "Customers"},
    "source.practical": {"zh": "实操考核", "en": "Practical test"},
    "source.quality": {"zh": "质检", "en": "Quality evaluations"},
    "source.superior_and_peer": {"zh": "上级与同事（合并）", "en": "Line manager and peers combined"},
    "move.open_cycle": {"zh": "开始收集评价", "en": "Start collecting"},
    "move.compute_cycle": {"zh": "计算结果", "en": "Calculate results"},
    "move.reopen_cycle": {"zh": "退回继续收集", "en": "Collect again"},
    "move.propose_publication": {"zh": "提请发布", "en": "Propose publication"},
    "move.decline_publication": {"zh": "不同意发布", "en": "Do not publish"},
    "move.confirm_publication": {"zh": "确认发布", "en": "Confirm publication"},
    "move.confirm_publication_alone": {"zh": "一人确认发布", "en": "Confirm alone"},
    "move.take_back_publication": {"zh": "收回发布", "en": "Withdraw"},
    "move.publish_cycle": {"zh": "完成发布", "en": "Finish publishing"},
    "move.publish_policy": {"zh": "施行", "en": "Put in force"},
    "move.send_rating": {"zh": "提交评价", "en": "Submit the rating"},
    "move.rewrite_policy": {"zh": "修改草稿", "en": "Edit the draft"},
    "move.withdraw_rater": {"zh": "撤回这份评价", "en": "Withdraw"},
    "policy.draft": {"zh": "草稿", "en": "Draft"},
    "policy.published": {"zh": "现行", "en": "In force"},
    "policy.retired": {"zh": "已停用", "en": "Retired"},
    "task.open": {"zh": "未提交", "en": "Not submitted"},
    "task.sent": {"zh": "已提交", "en": "Submitted"},
    "task.withdrawn": {"zh": "已撤回", "en": "Withdrawn"},
    "status.scored": {"zh": "已出分", "en": "Scored"},
    "status.not_enough_evidence": {"zh": "证据不足，没有出分", "en": "Not enough evidence, no score"},
    "reason.minimum_evidence": {
        "zh": "现有来源的权重合计低于制度要求",
        "en": "The available sources carry less weight than the policy requires",
    },
    "reason.no_data": {"zh": "本月没有任何数据", "en": "No data at all this month"},
    "reason.missing": {"zh": "缺{source}", "en": "No rating from: {source}"},
    "reason.few": {"zh": "{source}份数太少，该来源不计入", "en": "Too few from {source} to count"},
    "reason.required": {"zh": "{source}是必须有的来源", "en": "{source} is required"},
    "appraisal.period_reversed": {
        "zh": "考核期的结束日（{end}）早于开始日（{start}），请修改日期。",
        "en": "The period ends ({end}) before it starts ({start}); change the dates.",
    },
    "appraisal.cycle_exists": {
        "zh": "编号 {code} 的考核周期已存在，请换一个编号。",
        "en": "There is a cycle {code} already; choose another code.",
    },
    "appraisal.nothing_in_force": {
        "zh": "还没有现行的考核制度或能力模型；先发布一版，再建考核周期。",
        "en": "No policy or framework is in force yet; publish one, then create the cycle.",
    },
    "appraisal.purpose": {
        "zh": "专项评估要写明目的，其他类型没有目的；可选：{known}。",
        "en": "Only a special appraisal has a purpose, and it must have one; choose from {known}.",
    },
    "appraisal.nobody_chosen": {
        "zh": "还没有选人，不能开始；请先在人员页加入要评估的人。",
        "en": "No one has been chosen yet; add the people to be appraised first.",
    },
    "appraisal.nobody_to_appraise": {
        "zh": "考核期最后一天没有一个人既在岗又有岗位，不能开始；请先检查人员名册。",
        "en": "No one held a role on the last day of the period; check the staff list first.",
    },
    "appraisal.exam_without_marks": {
        "zh": "“{name}”里没有本周期人员已发布的成绩。请先发布成绩。",
        "en": "“{name}” has no published result of anyone in this cycle. Publish the results first.",
    },
    "audit.did.take_practical_marks": {
        "zh": "计入了实操考核成绩",
        "en": "Added the marks of practical examinations",
    },
    "appraisal.practical_without_marks": {
        "zh": "考核期内没有本周期人员用考核表 {code} 考出的成绩。",
        "en": "No one in this cycle has a result by the check-list {code} from its period.",
    },
    "appraisal.collecting_is_over": {
        "zh": "这个周期现在不收评价了，没有改动。",
        "en": "This cycle is not collecting ratings now; nothing was changed.",
    },
    "appraisal.drawn_twice_already": {
        "zh": "本周期已抽取过隔级评价，不再重复抽取；需要增加请在人员页逐个增加。",
        "en": "Some people in this cycle are already rated by two line managers; add more one by one on the people page.",
    },
    "appraisal.no_post_that_day": {
        "zh": "{name} 在 {day} 没有岗位，不能参加这个周期。",
        "en": "{name} held no role on {day} and cannot take part in this cycle.",
    },
    "appraisal.rater_is_rated": {
        "zh": "{name}：自评只能由本人填，其他来源不能由本人填。",
        "en": "{name}: a self-assessment is filled in by the person themselves, every other source by someone else.",
    },
    "appraisal.reason_missing": {
        "zh": "请填写理由，将随改动一起留档。",
        "en": "Give a reason; it is kept with the change.",
    },
    "appraisal.item_not_on_form": {
        "zh": "这份表上没有“{item}”这一项。",
        "en": "This form has no item “{item}”.",
    },
    "appraisal.level_outside": {
        "zh": "“{item}”的级别 {value} 不在 1–5 之间。",
        "en": "Level {value} for “{item}” is not between 1 and 5.",
    },
    "appraisal.form_incomplete": {
        "zh": "还有 {count} 项未选；没有观察到的请选“未观察到”，不要留空。",
        "en": "{count} items are still open; choose “not observed” where you have not seen it, rather than leaving it blank.",
    },
    "appraisal.form_incomplete.one": {
        "zh": "还有 1 项未选；没有观察到的请选“未观察到”，不要留空。",
        "en": "One item is still open; choose “not observed” where you have not seen it, rather than leaving it blank.",
    },
    "appraisal.reason_needed": {
        "zh": "{items}：与本期质检相差两级或以上，请写明理由再提交。",
        "en": "{items}: two levels or more away from the period's evaluations; give a reason before submitting.",
    },
    "appraisal.self_first": {
        "zh": "请等本人提交自评；{until} 之后即使未提交也可以提交，现在可以先存草稿。",
        "en": "The self-assessment comes first. After {until} you can submit without it; a draft can be saved now.",
    },
    "appraisal.stale": {
        "zh": "这份表刚在其他窗口修改过；请刷新后继续填写，没有覆盖任何内容。",
        "en": "This form was changed elsewhere a moment ago; reload and go on from there. Nothing was overwritten.",
    },
    "appraisal.training_first": {
        "zh": "首次评价前请先完成评价人培训，约 5 分钟。",
        "en": "Before your first rating, take the raters' training; it is about five minutes.",
    },
    "appraisal.training_wrong": {
        "zh": "有 {count} 题不正确，请看上面的说明后重新作答，次数不限。",
        "en": "{count} answers are not right yet; read the notes above and try again, as often as you like.",
    },
    "appraisal.training_wrong.one": {
        "zh": "有 1 题不正确，请看上面的说明后重新作答，次数不限。",
        "en": "One answer is not right yet; read the notes above and try again, as often as you like.",
    },
    "appraisal.remark_empty": {"zh": "评语未填写。", "en": "The comment is empty."},
    "policy_kind.quarterly": {"zh": "季度技能评价制度", "en": "Quarterly skill appraisal"},
    "policy_kind.monthly": {"zh": "月度服务质量考核制度", "en": "Monthly service quality"},
    "kind.ratings": {"zh": "评价", "en": "Ratings"},
    "kind.tests": {"zh": "笔试成绩", "en": "Written marks"},
    "move.return_rating": {"zh": "退回补写", "en": "Return for completion"},
    "fair_basis.final": {"zh": "总分", "en": "Final score"},
    "fair_basis.superior": {"zh": "上级评分", "en": "Line managers"},
    "fair_basis.peer": {"zh": "同事评分", "en": "Peers"},
    "fair_basis.evaluations": {"zh": "质检评分", "en": "Evaluations"},
    "fair_unknown.no_data": {"zh": "本期没有数据。", "en": "No data in this period."},
    "fair_unknown.too_few": {"zh": "评分太少，不能判断。", "en": "Too few scores to tell."},
    "fair_unknown.constant": {
        "zh": "所有人得分相同，无法判断评分尺度。",
        "en": "All scores are the same, so severity cannot be estimated.",
    },
    "fair_unknown.by_lot": {
        "zh": "同事由抽签产生，一人只评几个，无法判断评分尺度，不做校正；抽签带来的误差已计入总分的可信范围。谁评了谁，不向任何人显示。",
        "en": "Peers are selected at random and rate a few people each, too few to estimate severity: no adjustment is made; the draw "
        "is included in the final score's interval. Who rated whom is shown to no one.",
    },
    "fair_unknown.one_rater": {
        "zh": "只有一人评分，没有可比的，无法判断评分尺度。",
        "en": "Only one rater, so there is no one to compare with.",
    },
    "fair_unknown.ruled": {
        "zh": "申诉处理后认定的级别，不再按评价人的尺度校正，也没有可信范围。",
        "en": "Decided in an appeal: no rater's severity is taken out of it, and it has no interval.",
    },
    "fair_unknown.no_interval": {
        "zh": "共同评过的样本太少，误差无法估计，不给出公平分。请多安排几个人由两位评价人评价。",
        "en": "Too few rated in common to estimate the margin of error, so no fair score is given. Have some more people "
        "rated by two.",
    },
    "finding.not_enough": {"zh": "证据不足，没有出分", "en": "Too little evidence, no score"},
    "finding.few_customers": {
        "zh": "客户评价太少，该来源不计入",
        "en": "Too few customer ratings: source not counted",
    },
    "finding.far_off": {
        "zh": "上级评价与质检结果相差两级以上",
        "en": "Line manager two levels or more away from the evaluations",
    },
    "appraisal.sent_already": {
        "zh": "这份评价已经提交了，不能再改；要改请考核小组退回给您。",
        "en": "This rating has been submitted and cannot be changed; ask the review panel to return it to you.",
    },
    "appraisal.withdrawn": {
        "zh": "考核小组已经把这份评价撤回，不用再填。",
        "en": "The review panel has withdrawn this form; nothing more is needed.",
    },
    "appraisal.not_computed": {
        "zh": "还有 {count} 人未计算结果，请计算完再发布。",
        "en": "{count} people have no result yet; publish once the calculation has finished.",
    },
    "appraisal.sent_since_computed": {
        "zh": "{count} 人的评价或质检结果在计算之后又有改动，先重新计算，再提请发布。",
        "en": "Forms or evaluations of {count} people changed after the results were calculated; calculate again, then propose "
        "publication.",
    },
    "appraisal.sent_since_computed.one": {
        "zh": "1 人的评价或质检结果在计算之后又有改动，先重新计算，再提请发布。",
        "en": "Forms or evaluations of one person changed after the results were calculated; calculate again, then propose publication.",
    },
    "appraisal.nobody_to_ask": {
        "zh": "该提示不针对某位评价人，无人可问。",
        "en": "This finding is not about one rater, so there is no one to ask.",
    },
    "appraisal.no_sign_in": {
        "zh": "这位评价人没有登录账号，无法在系统中提问；请当面了解，并写入处理理由。",
        "en": "This rater has no account, so the question cannot be sent; ask in person and say so when you mark the finding as resolved.",
    },
    "appraisal.question_empty": {"zh": "请填写问题。", "en": "Enter what you want to know."},
    "appraisal.answer_empty": {"zh": "请填写依据。", "en": "Enter what your rating is based on."},
    "appraisal.asked_already": {
        "zh": "已向这位评价人提问，尚未回答。",
        "en": "This rater has been asked already and has not answered yet.",
    },
    "appraisal.answered_already": {
        "zh": "已回答，不能再改。",
        "en": "This question has been answered already and cannot be changed.",
    },
    "appraisal.settled_already": {"zh": "该提示已处理。", "en": "This finding has been resolved already."},
    "appraisal.nothing_to_nudge": {
        "zh": "这份评价现在不用催：已提交、已撤回，或者正在发布。",
        "en": "No reminder is needed: the form is sent or withdrawn, or publication is under way.",
    },
    "appraisal.nudged_today": {
        "zh": "今天催过了，明天再催。",
        "en": "A reminder has been sent today already; send another one tomorrow.",
    },
    "appraisal.rescore_by_another": {
        "zh": "请另选一位质检员来复评。",
        "en": "Choose another analyst to score again.",
    },
    "appraisal.nothing_to_rescore": {
        "zh": "本期没有可以交给这位质检员复评的记录。",
        "en": "No contact of the period is left that this analyst could score again.",
    },
    "appraisal.rescore_under_way": {
        "zh": "上次分配给这位质检员的复评未全部提交，提交后再分配。",
        "en": "This analyst still has contacts from last time to score again; assign more once those have been submitted.",
    },
    "appraisal.publication_refused": {
        "zh": "按考核制度，还有 {count} 项未处理，不能发布；详见发布页。",
        "en": "The policy does not allow publication yet: {count} open items, listed on the publication page.",
    },
    "appraisal.publication_refused.one": {
        "zh": "按考核制度，还有 1 项未处理，不能发布；详见发布页。",
        "en": "The policy does not allow publication yet: one open item, see the publication page.",
    },
    "appraisal.publication_reason": {
        "zh": "还有 {count} 项未处理。仍要发布请写明理由，第二人和审计人员可以看到。",
        "en": "{count} open items. To publish anyway, give the reason; the second person and the audit log will show it.",
    },
    "appraisal.publication_reason.one": {
        "zh": "还有 1 项未处理。仍要发布请写明理由，第二人和审计人员可以看到。",
        "en": "One open item. To publish anyway, give the reason; the second person and the audit log will show it.",
    },
    "appraisal.publication_changed": {
        "zh": "提请之后情况有变化（{count} 处），原理由不再适用；请选“不同意发布”，核对后重新提请。",
        "en": "{count} things have changed since publication was proposed, so the reason given no longer applies. Choose “Do not "
        "publish”, check again and make a new proposal.",
    },
    "appraisal.publication_changed.one": {
        "zh": "提请之后情况有变化（1 处），原理由不再适用；请选“不同意发布”，核对后重新提请。",
        "en": "One thing has changed since publication was proposed, so the reason given no longer applies. Choose “Do not "
        "publish”, check again and make a new proposal.",
    },
    "appraisal.publication_by_proposer": {
        "zh": "您提请的发布，须由另一位有权限的人确认。",
        "en": "You proposed this; someone else with the permission has to confirm it.",
    },
    "appraisal.publication_not_alone": {
        "zh": "还有 {count} 位有权提请或确认，请由另一位办理，不能一人完成。",
        "en": "There are {count} others who may propose or confirm; one of them has to take part.",
    },
    "appraisal.publication_not_alone.one": {
        "zh": "还有 1 位有权提请或确认，请由这一位办理，不能一人完成。",
        "en": "There is one other who may propose or confirm; that person has to take part.",
    },
    "appraisal.too_late_to_take_back": {
        "zh": "十分钟已过，结果已可见；需要修改请逐人更正。",
        "en": "The ten minutes are over and people can see their results; correct any errors person by person.",
    },
    "appraisal.publishing_waits": {
        "zh": "未满十分钟，到时自动可见。",
        "en": "The ten minutes are not over yet; the results will be published automatically.",
    },
    "obstacle.before_the_end": {"zh": "考核期未结束", "en": "The period is not over"},
    "obstacle.without_score": {"zh": "没有出分", "en": "People without a score"},
    "obstacle.open_ratings": {"zh": "评价表未提交", "en": "Rating forms not submitted"},
    "obstacle.drafted_evaluations": {"zh": "本期质检还是草稿", "en": "Evaluations of the period still in draft"},
    "obstacle.submitted_evaluations": {"zh": "本期质检未发布", "en": "Evaluations of the period not published"},
    "obstacle.open_cases": {"zh": "红线事件未核实", "en": "Red-line cases not decided"},
    "obstacle.findings": {"zh": "复核提示未处理", "en": "Findings not resolved"},
    "appraisal.not_published": {
        "zh": "结果尚未发布，重新计算即可，不需要更正。",
        "en": "This result is not published yet; recalculate it instead of correcting it.",
    },
    "appraisal.wrong_kind": {
        "zh": "月度考核按数据计算，没有评价表。",
        "en": "A monthly cycle is calculated from figures and has no rating forms.",
    },
    "appraisal.source_by_hand": {
        "zh": "“{value}”没有评价表，可选：{known}。",
        "en": "There are no forms for “{value}”; choose {known}.",
    },
    "appraisal.remark_by_another": {
        "zh": "评语要由本人写。",
        "en": "A comment must be written under your own name.",
    },
    "appraisal.remarks_closed": {
        "zh": "本月考核现在不收评语：尚未开始，或已发布。",
        "en": "Comments for this month are closed: it has not started, or has been published.",
    },
    "appraisal.no_person": {
        "zh": "您的账号没有关联到人员档案；请系统管理员在人员页面关联。",
        "en": "Your account is not linked to a person; ask the administrator to link it on the people page.",
    },
    "appraisal.text_too_long": {
        "zh": "太长了（{found} 个字），最多 {most} 个字。",
        "en": "Too long ({found} characters); the limit is {most}.",
    },
    "appraisal.too_many_places": {
        "zh": "“{value}”的小数太长，最多 {most} 位。",
        "en": "“{value}” has too many decimals; give at most {most}.",
    },
    "appraisal.cycle_unknown": {"zh": "没有编号“{value}”的考核周期。", "en": "There is no cycle “{value}”."},
    "appraisal.cycle_not_collecting": {
        "zh": "“{value}”现在不收评价，没有导入。",
        "en": "“{value}” is not collecting ratings now; the row was not imported.",
    },
    "appraisal.agent_unknown": {"zh": "没有工号“{value}”。", "en": "No one has the employee number “{value}”."},
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
        "en": "The rater “{value}” has submitted this form; a file cannot change it.",
    },
    "appraisal.row_twice": {
        "zh": "与第 {first} 行重复，只保留一行。",
        "en": "Duplicate of row {first}; keep one of them.",
    },
    "appraisal.rating_taken": {
        "zh": "这一项以前导入过别的分数。要以这次为准，请选“更新已有的记录”（--update）。",
        "en": "A different score was imported earlier for this item. To use the new one, choose to update (--update).",
    },
    "appraisal.mark_taken": {
        "zh": "这次考试以前导入过别的分数。要以这次为准，请选“更新已有的记录”（--update）。",
        "en": "Another mark was imported for this test before. To use this one, choose to update (--update).",
    },
    "appraisal.nobody_so_called": {
        "zh": "没有找到“{value}”；请填工号或完整姓名。",
        "en": "No one was found for “{value}”; enter the employee number or the full name.",
    },
    "appraisal.several_so_called": {
        "zh": "叫“{value}”的不止一位（工号 {numbers}），请填工号。",
        "en": "Several people are called “{value}” (numbers {numbers}); give the number.",
    },
}
register(WORDS)

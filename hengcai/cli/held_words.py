"""What `hengcai export person` says of its lists and of what it leaves out."""

from hengcai.base.say import register, sentence

LISTS: dict[str, tuple[str, str]] = {
    "person": ("姓名、工号、邮箱、语言", "Name, number, e-mail, language"),
    "account": ("登录账号和角色", "The account and its roles"),
    "notices": ("通知方式和发出的通知", "Notice settings, and notices sent"),
    "employments": ("入职、试用期、离职", "Hiring, probation, leaving"),
    "placements": ("各段时间所在的班组、岗位和上级", "Team, role and line manager over time"),
    "shifts": ("排班", "Shifts"),
    "absences": ("请假和缺勤", "Absences"),
    "skill_groups": ("所在的技能组", "Skill groups"),
    "contacts": (
        "接待过的客户交互记录，只写编号和存放位置，不含对话内容",
        "Contacts handled: ids and where they are stored, without the conversation",
    ),
    "recordings": ("录音录像，只写存放位置和时长", "Recordings: where they are stored and how long they are"),
    "ticket_steps": ("工单流转，只写工单号和时间", "Ticket steps: numbers and times"),
    "praise": ("收到的表扬，不含客户的话", "Praise received, without the customer's words"),
    "complaints": (
        "投诉，认定之后才有内容；不写谁认定的",
        "Complaints, with their content once they are judged; who judged them is left out",
    ),
    "measures": ("运营指标", "Operational measures"),
    "evaluations": ("质检结果", "Quality evaluations"),
    "answers": ("质检各项的评分", "Marks for each item in those evaluations"),
    "rechecks": ("质检结果的复核", "Rechecks of evaluations"),
    "disputes": ("本人的申诉，每个申诉项一行", "Disputes, one row per disputed item"),
    "calibrated_contacts": (
        "用于质检员校准的交互记录，不计入本人结果",
        "Contacts used to calibrate analysts; they do not count in the person's results",
    ),
    "cases": ("红线事件", "Red-line cases"),
    "observations": (
        "神秘顾客和跟听，告知本人之后才有内容；不写是谁做的",
        "Mystery shopping and live listening, with the content once the person has been told; who visited or "
        "listened is left out",
    ),
    "observation_marks": ("其中各项的评分", "Marks for each item in those observations"),
    "coaching": ("辅导记录", "Coaching sessions"),
    "coaching_remarks": ("辅导中的留言", "Remarks in coaching sessions"),
    "model_cases": ("征求过本人同意的示范案例", "Model cases the person was asked about"),
    "corrective_measures": ("关于本人的整改项", "Corrective actions about the person"),
    "survey_answers": (
        "填过的调查；匿名的只写填过，内容系统里查不出来",
        "Surveys the person was invited to; for anonymous ones only whether they answered, because the "
        "system does not know what they answered",
    ),
    "test_sittings": ("考试：答卷和成绩", "Tests: answers and results"),
    "practical_examinations": (
        "实操考核：每项怎么评、备注、成绩、异议",
        "Practical examinations: each mark, notes, results and objections",
    ),
    "needs_interviews": ("需求调研的访谈记录", "Interviews of training needs analyses"),
    "enrolments": ("学过和在学的课程", "Courses taken or being taken"),
    "lesson_progress": (
        "每节课学到哪里、测验怎么答的、得分",
        "How far each lesson was taken, answers to its quiz and the marks",
    ),
    "review_cards": ("今日复习的卡片", "Review cards"),
    "review_answers": ("今日复习的作答", "Answers to review cards"),
    "training_certificates": ("培训证书", "Certificates of courses"),
    "session_places": ("培训场次的报名和出勤", "Places in training sessions, and attendance"),
    "session_feedback": ("对培训场次的评价", "Feedback given on training sessions"),
    "discussion_posts": ("在课程讨论里的发言", "Posts in discussions of courses"),
    "reported_posts": ("举报过的发言", "Posts the person reported"),
    "reflections": ("写过的复盘", "Reflections"),
    "trainer_qualifications": ("内训师资格", "Qualification as an internal trainer"),
    "simulation_runs": ("情景模拟记录，每次选了什么、得分", "Simulation runs: every choice, and the scores"),
    "package_runs": (
        "SCORM 课件每一部分学到哪里、课件报告了什么",
        "How far each part of a SCORM package was taken, and what it reported",
    ),
    "mentoring": ("师带徒，作为新人或师傅", "Mentoring, as newcomer or mentor"),
    "listening_sheets": ("带教跟听记录", "Listening sheets of mentoring"),
    "permits": ("上岗证和考核", "Permits and their examinations"),
    "business_notices": ("业务通知和签收", "Business notices put to the person, and when they signed"),
    "spot_tests": ("通知抽测的答卷", "Spot tests on notices, with the answers"),
    "knowledge_corrections": ("提出或处理的知识库纠错", "Corrections of the knowledge base reported or answered"),
    "growth": ("星级和后备人才", "Steps of the growth path, talent pool"),
    "growth_plans": ("个人发展计划", "Development plans"),
    "cycles": ("参加过的考核周期", "Appraisal cycles taken part in"),
    "results": ("考核结果，每次更正各一行", "Results, one row per revision"),
    "corrections": ("考核结果的更正", "Corrections of results"),
    "confirmations": (
        "结果确认：通知、面谈、签字或异议",
        "Result confirmations: notice, meeting, signature or objection",
    ),
    "training_notes": ("登记的培训", "Training recorded by hand"),
    "appeals": ("考核申诉、证据文件和答复", "Appeals, their evidence files and decisions"),
    "fair_scores": ("公平分", "Fair scores"),
    "ratings_received": ("收到的评价，只写来源", "Ratings received, by source"),
    "tests": ("笔试成绩", "Marks of written tests"),
    "remarks_received": ("收到的评语", "Comments received"),
    "findings": ("考核小组收到的复核提示", "Findings shown to the review panel"),
    "rating_patterns": ("评分异常提示", "Rating patterns"),
    "level_margins": ("各项能力级别的可信范围", "Intervals of the levels"),
    "policy_signatures": ("制度签收", "Policy acknowledgements"),
    "policy_comments": ("对制度草案的意见", "Comments on draft policies"),
    "policy_meetings": ("制度讨论会", "Meetings that decided on policies"),
    "pay_bases": ("绩效工资基数", "Pay bases"),
    "pay": ("审定过的绩效工资和奖金", "Performance pay and bonuses that were signed off"),
    "pay_differences": ("结果更正后的工资补差", "Pay adjustments after a correction"),
    "pay_reviews": ("待人工复核的扣减和复核结论", "Pay reductions put on hold for review, and the decision"),
    "improvement_plans": (
        "绩效改进计划，交本人签字之后才有",
        "Improvement plans, from the moment they were sent to the person for signature",
    ),
    "step_papers": ("手工登记的签收、培训、岗位调整材料", "Documents for the four steps, recorded by hand"),
    "moves": ("决定过的人员变动", "Job changes that were decided"),
    "awards": ("公示过的评优", "Awards that were put on public notice"),
    "looks_again": ("请求过的人工复核和答复", "Requests for human review, and the answers"),
    "evidence": ("能力证据", "Evidence of ability"),
    "ratings_given": ("对别人和自己的评价", "Ratings given to others and to themselves"),
    "remarks_written": ("为他人写的评语", "Comments written about others"),
    "rater_training": ("评价人培训", "The raters' training"),
    "severities": ("评分尺度（偏严/偏松）", "Rater severity"),
    "evaluations_written": ("作为质检员评过的", "Evaluations written"),
    "rechecks_scored": ("复核过的质检结果", "Rechecks scored"),
    "calibrations": ("参加过的校准会和结论", "Calibration sessions taken part in, and their outcome"),
    "blind_marks": ("校准时本人的评分", "The person's own marks in calibration"),
    "observations_made": ("作为神秘顾客、跟听人做过的", "Observations made as a mystery shopper or listener"),
    "panel_terms": ("考核小组的任期", "Terms on the review panel"),
    "panel_tasks": ("考核小组交办的任务", "Tasks for the review panel"),
    "suggestions": (
        "署名的合理化建议；匿名的不留记录",
        "Suggestions made under the person’s name; nothing is held about anonymous ones",
    ),
    "measures_owned": ("本人负责的整改项", "Corrective actions the person owns"),
    "cases_reported": ("上报的红线事件", "Cases reported"),
    "log": ("审计日志里与本人有关的操作", "What the audit log records about the person"),
}
WITHHELD: dict[str, tuple[str, str]] = {
    "not_published": (
        "还没有发布，内容不给出；发布后再导一次就有。",
        "Not published yet: the content is left out here and will be included in an export after publication.",
    ),
    "anonymous": (
        "匿名调查：只知道填过，内容查不出来。",
        "Anonymous survey: the system knows whether the person answered, but not what.",
    ),
    "not_judged": (
        "红线事件、投诉还没有认定，内容和理由不给出；认定后再导一次就有。",
        "The case or complaint has not been decided: its content is left out and is included in an export after the decision.",
    ),
    "peers": (
        "同事打的分不单独给出，免得推出谁打了几分；四舍五入前的得分、同事人数和上级在同一项上的评价也因此不给出。",
        "Peers are not shown separately, so that no one's rating can be worked out; for the same reason the unrounded score, the "
        "number of peers and the line manager's rating of that item are left out.",
    ),
    "rater": (
        "评价人保存、提交评价的时间和角色不给出，免得猜出是谁。",
        "When and in which role raters saved and submitted their forms is left out, so that no rater can be identified.",
    ),
}
OTHERS: dict[str, tuple[str, str]] = {
    "title": (
        "系统里关于工号 {number} 的全部数据，导出时间 {at}。每个表格一个文件：",
        "All data held on employee number {number}, exported on {at}. One file per list:",
    ),
    "line": ("{name}.csv  {told}（{count} 行）", "{name}.csv  {told} (rows: {count})"),
    "line_empty": ("{name}  {told}：没有", "{name}  {told}: none"),
}
WORDS = {
    **{f"cli_held.list.{name}": {"zh": zh, "en": en} for name, (zh, en) in LISTS.items()},
    **{f"cli_held.withheld.{code}": {"zh": zh, "en": en} for code, (zh, en) in WITHHELD.items()},
    **{f"cli_held.{code}": {"zh": zh, "en": en} for code, (zh, en) in OTHERS.items()},
}
register(WORDS)


def told(code: str, language: str, **facts: object) -> str:
    return sentence(f"cli_held.{code}", language, facts)

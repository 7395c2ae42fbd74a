"""Sentences of 访谈提纲 and 访谈记录."""

WORDS = {
    "form.interview-record": ("访谈记录", "Interview record"),
    "form.interview-record.note": (
        "访谈前先说明：访谈只用来找培训需求，不打分，不计入绩效，报告里不写是谁说的。每题都问到具体的一通、一句、一步。",
        "Explain at the start that the interview is only about training needs: nothing is scored, and the "
        "report does not say who said what. Keep asking until you have a specific contact, sentence or step.",
    ),
    "form.used_for.interview-record": (
        "需求调研做一对一访谈时填写",
        "Used for one-to-one interviews in a training needs analysis",
    ),
    "form.ask.interviewee": ("访谈对象编号", "Number of the person to interview"),
    "form.no_interview": (
        "没有编号 {number} 的访谈，或者不在您的查看范围内。",
        "There is no interview {number}, or you do not have access to it.",
    ),
    "form.fact.interviewed": ("访谈对象", "Interviewee"),
    "form.fact.interviewed_on": ("访谈日期", "Held on"),
    "form.fact.interviewer": ("访谈人", "Interviewer"),
    "form.fact.interview_survey": ("所属调研", "Training needs analysis"),
    "form.interview.guide": ("访谈提纲", "Interview guide"),
    "form.interview.notes": ("访谈内容", "Notes"),
    "form.interview.themes": ("归到哪项能力", "Themes"),
    "form.column.theme_competency": ("能力", "Competency"),
    "form.column.theme_kind": ("类型", "Type"),
    "form.column.theme_words": ("原话或事例", "Quote or example"),
    "form.attendance": ("签到表", "Attendance sheet"),
    "form.attendance.note": (
        "到课本人签名，迟到 15 分钟以上不补签；请假的由讲师注明。课后由讲师核对人数并签字。",
        "Participants sign for themselves; nobody signs later than 15 minutes after the start. The trainer notes who is excused, checks "
        "the number and signs.",
    ),
    "form.used_for.attendance": ("培训开课时签到", "Used to sign in at a training session"),
    "form.ask.training_session": ("培训场次编号", "Number of the session"),
    "form.no_training_session": ("没有编号 {number} 的培训场次。", "There is no training session {number}."),
    "form.fact.session_course": ("课程", "Course"),
    "form.fact.session_when": ("时间", "Time"),
    "form.fact.session_where": ("地点", "Place"),
    "form.fact.session_trainers": ("讲师", "Trainers"),
    "form.column.attended": ("到课情况", "Attendance"),
    "form.column.signed_in": ("本人签名", "Signature"),
    "form.sign.session_trainer": ("讲师", "Trainer"),
    "form.sign.needs_interviewer": ("访谈人", "Interviewer"),
    "form.sign.needs_interviewee": ("访谈对象", "Interviewee"),
}
GUIDE = (
    (
        "挑最近一周您记得最清楚的一通，从客户第一句讲起：他要什么，您第一句说了什么，最后怎么结束的？",
        "Think of the contact from the last week that you remember best, from the customer's first words: what did they want, "
        "what did you say first, and how did it end?",
    ),
    (
        "哪一类来电一进来您心里就没底？上一次是什么时候，卡在哪一步，当时问了谁？",
        "Which kind of contact makes you uneasy from the first word? When was the last one, where were you stuck, whom did you ask?",
    ),
    (
        "有没有一通，您知道客户说得对，却没能办成？缺的是权限、规则、系统，还是不知道怎么说？",
        "Was there one where the customer was right and you could not do it? Was it authority, a rule, a system, or how to say it?",
    ),
    (
        "客户骂起来的时候，您通常先做什么？最近一次之后，下一通是怎么接的？",
        "When a customer starts shouting, what do you do first? After the last time, how did you take the next call?",
    ),
    (
        "上个月改过哪条规则？您是怎么知道的，第一次用上是什么时候，说错过没有？",
        "Which rule changed last month? How did you hear of it, when did you first use it, did you ever get it wrong?",
    ),
    (
        "写工单时最怕漏什么？有没有被退回来的，退回来的理由是什么？",
        "What are you most afraid of leaving out of a ticket? Has one come back to you, and why?",
    ),
    (
        "最近一次培训，哪一句话、哪一步后来真的用上了？哪一段没有用？",
        "Of your last training, which sentence or step have you used since? Which part was wasted?",
    ),
    (
        "您身边谁处理得特别好？他和别人做得不一样的是哪一步？",
        "Who near you does it especially well? Which step do they take differently?",
    ),
    (
        "如果让您带新人半天，您会教他哪三件事？",
        "If you had half a day with a newcomer, which three things would you teach?",
    ),
)
WORDS |= {f"training.guide.{place}": both for place, both in enumerate(GUIDE, start=1)}

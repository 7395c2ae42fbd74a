"""Coaching sessions: states, moves, what the marks allow to be said, duties, refusals."""

NAMES = {
    "coaching.session.state.prepared": ("待面谈", "Prepared"),
    "coaching.session.state.held": ("待签字", "To be signed"),
    "coaching.session.state.signed": ("已签字，待复查", "Signed, follow-up check due"),
    "coaching.session.state.refused": ("客服代表拒签", "Not signed by the agent"),
    "coaching.session.state.looked": ("已复查", "Followed up"),
    "coaching.session.state.closed": ("已结束", "Closed"),
    "move.edit_coaching": ("修改辅导记录", "Edit the record"),
    "move.hold_coaching": ("完成面谈，交双方签字", "Complete the session and ask both to sign"),
    "move.seal_coaching": ("双方签齐", "Signed by both"),
    "move.refuse_coaching": ("拒签", "Refuse to sign"),
    "move.prepare_anew": ("重写", "Redraft"),
    "move.look_again": ("复查", "Follow-up check"),
    "move.close_coaching": ("结束辅导", "Close"),
    "duty.coaching.sign": ("签辅导记录", "Sign a coaching record"),
    "duty.coaching.look": ("辅导复查", "Follow-up check after coaching"),
    "duty.briefing.read": ("签阅班前会", "Sign a briefing as read"),
    "duty.coaching.handed": ("辅导换了辅导人", "A coaching session has a new coach"),
    "duty.coaching.consent": ("示范案例征求您的同意", "Say whether your model case may be shown"),
}
CHANGES = {
    "coaching.change.higher": ("有改善", "Improved"),
    "coaching.change.lower": ("变差了", "Worse"),
    "coaching.change.cannot_tell": ("还看不出", "Cannot tell yet"),
    "coaching.change.higher.means": (
        "抽到的记录里，辅导后比辅导前高，差距超出了偶然波动。",
        "In the contacts drawn, the marks after the session are higher than before it, by more than chance.",
    ),
    "coaching.change.lower.means": (
        "抽到的记录里，辅导后比辅导前低，差距超出了偶然波动。",
        "In the contacts drawn, the marks after the session are lower than before it, by more than chance.",
    ),
    "coaching.change.higher.shares": (
        "抽到的记录里，辅导后做到的比例比辅导前高，差距超出了偶然波动。",
        "In the contacts drawn, it was done more often after the session than before it, by more than chance.",
    ),
    "coaching.change.lower.shares": (
        "抽到的记录里，辅导后做到的比例比辅导前低，差距超出了偶然波动。",
        "In the contacts drawn, it was done less often after the session than before it, by more than chance.",
    ),
    "coaching.lacks.too_few_after": (
        "辅导后抽到的记录太少：辅导前后各至少要 3 条，至少还差 {further} 条。",
        "Too few contacts have been drawn since the session: at least 3 are needed before and after it, so at least {further} more.",
    ),
    "coaching.lacks.too_few_before": (
        "辅导前 90 天内抽到的记录不足 3 条，没有可比的基数；以后再抽也补不上。",
        "Fewer than 3 contacts were drawn in the 90 days before the session. There is nothing to compare with, and later "
        "draws cannot make up for it.",
    ),
    "coaching.lacks.nothing_varies": (
        "辅导前各条记录的评分全部相同，辅导后的也全部相同，看不出平时的波动有多大，所以不能判断。",
        "All marks before the session are the same, and so are all marks after it. How much marks normally vary cannot be seen, "
        "so no conclusion is possible.",
    ),
    "coaching.lacks.further": (
        "照目前的差距和波动，大约再抽 {further} 条才能判断。",
        "If marks stay as they are, about {further} more contacts drawn at random would be needed to tell.",
    ),
    "coaching.lacks.too_close": (
        "前后太接近，再抽 60 条也难分高下。",
        "Before and after are so close that even 60 more contacts would hardly show a difference.",
    ),
    "coaching.change.from_low": (
        "这次辅导是因为个别评分偏低才安排的。评分偏低的一条之后，即使什么都不做，下一条多半也会高一些（回归均值），所以变好不一定是辅导的功劳。",
        "This session was arranged because of low marks. After a low mark the next one tends to be higher even if nothing is "
        "done (regression to the mean), so an improvement is not necessarily due to the coaching.",
    ),
    "coaching.change.chance": (
        "只算随机抽到的记录；按投诉、低满意等规则抽的和手工挑的都不算。",
        "Only contacts drawn at random count; those drawn by a rule (complaints, low satisfaction) or picked by hand do not.",
    ),
}
REFUSALS = {
    "coaching.cuts": (
        "请选要一起听的质检结果，1 到 {most} 份。",
        "Choose the evaluations to listen to together: 1 to {most}.",
    ),
    "coaching.several_agents": (
        "一次辅导只能对一名客服代表。",
        "All evaluations of a session must be of the same agent.",
    ),
    "coaching.item_unmarked": (
        "请选一个评分项；所选的质检结果里要有这一项的评分。",
        "Choose an item that has a mark in one of the chosen evaluations.",
    ),
    "coaching.look_on_past": (
        "请选复查日期，要在今天和面谈日之后。",
        "Choose the day of the follow-up check; it must be after today and after the session.",
    ),
    "coaching.cut_unknown": (
        "片段的起止不对。请填对话旁边显示的时间或行号，终点不能在起点之前。",
        "Start or end of the part is not valid. Enter times or line numbers as shown beside the conversation; the end cannot be "
        "before the start.",
    ),
    "coaching.incomplete": (
        "优点、差距、约定的做法三项都要写，才能交双方签字。",
        "Fill in the strengths, the gap and the agreed behaviour before sending the record for signature.",
    ),
    "coaching.held_later": ("面谈日期不能晚于今天。", "The date of the session cannot be later than today."),
    "coaching.stale": (
        "这份记录刚被改过，您的页面不是最新的。请刷新后再改。",
        "This record has just been changed by someone else. Reload the page and make your changes again.",
    ),
    "coaching.not_to_sign": ("这份辅导记录现在不在待签状态。", "This coaching record is not waiting to be signed."),
    "coaching.signed_already": ("您已经签过字。", "You have already signed this record."),
    "coaching.not_signed": ("双方还没有签齐。", "Both of you need to sign first."),
    "coaching.handed_closed": ("这次辅导已经结束，不能再移交。", "This session is closed and cannot be handed over."),
    "coaching.same_coach": ("请选另一位辅导人。", "Choose another coach."),
    "coaching.coach_unable": (
        "{name}不能辅导这名客服代表：请选其班组长、培训师、质检主管或考核小组成员，不能是本人。",
        "{name} cannot coach this agent. Choose their team lead, a trainer, a quality supervisor or a member of the review "
        "panel, but not the agent.",
    ),
    "coaching.hand_over_reason_missing": (
        "请写移交原因，客服代表也会看到。",
        "Enter why the session is being handed over. The agent can read it.",
    ),
    "coaching.refusal_missing": (
        "拒签请写明理由，会原样留在记录上。",
        "Say why you will not sign; your words stay on the record.",
    ),
    "coaching.closed": ("这次辅导已经结束，不能再留言。", "This session is closed; no more remarks can be added."),
    "coaching.remark_missing": ("请写要留的话。", "Write what you want to add."),
    "coaching.looked_missing": ("请写复查时看到的情况。", "Write what you saw at the follow-up check."),
    "coaching.ending_missing": ("请写结束的结论。", "Enter the outcome."),
    "coaching.not_to_put_off": (
        "现在不能推迟复查：还没有签字，或者已经复查过。",
        "The follow-up check cannot be postponed now: the record has not been signed yet, or the check has already been made.",
    ),
    "coaching.not_later": (
        "新的复查日期要比原来晚，也要在今天之后。",
        "Choose a date later than the present one and after today.",
    ),
}
WORDS = NAMES | CHANGES | REFUSALS

"""Sentences of 辅导记录表."""

WORDS = {
    "form.coaching": ("辅导记录表", "Coaching record"),
    "form.coaching.note": (
        "写看得见、听得到的做法，不写对人的评价。客服代表可以写自己的话，也可以不签并写明理由。",
        "Write what can be seen or heard, not what the person is like. The agent may add their own comments, or refuse to sign "
        "and say why.",
    ),
    "form.used_for.coaching": (
        "班组长或培训师做一对一辅导时填",
        "Completed by a team lead or trainer at a one-to-one session",
    ),
    "form.ask.session": ("辅导编号", "Session number"),
    "form.no_coaching": (
        "没有编号 {number} 的辅导记录，或者不在您的查看范围内。",
        "There is no coaching session {number}, or you do not have access to it.",
    ),
    "form.fact.coach": ("辅导人", "Coach"),
    "form.fact.coached_item": ("辅导内容（评分项）", "Item"),
    "form.fact.held_on": ("面谈日期", "Held on"),
    "form.fact.look_on": ("复查日期", "Follow-up check on"),
    "form.fact.agent_signed": ("客服代表签字", "Signed by the agent"),
    "form.fact.coach_signed": ("辅导人签字", "Signed by the coach"),
    "form.coaching.signed_by": ("{name} {day}", "{name}, {day}"),
    "form.coaching.handovers": ("移交", "Handed over"),
    "form.coaching.handover": (
        "{day}：{former} → {coach}。原因：{reason}",
        "{day}: {former} → {coach}. Reason: {reason}",
    ),
    "form.column.clip_contact": ("一起听的记录", "Listened to together"),
    "form.column.clip_lines": ("片段", "Part"),
    "form.column.clip_mark": ("这一项评分", "Mark"),
    "form.column.clip_comment": ("质检依据", "Evidence"),
    "form.clip.whole": ("全程", "whole contact"),
    "form.clip.lines": ("第 {first}–{last} 句", "lines {first}–{last}"),
    "form.sign.coach": ("辅导人", "Coach"),
    "form.coaching.strengths": ("做得好的", "Strengths seen"),
    "form.coaching.gap": ("差距", "The gap"),
    "form.coaching.agreed": ("约定的做法", "Agreed behaviour"),
    "form.coaching.notes": ("备注", "Notes"),
    "form.coaching.looked": ("复查情况", "Follow-up check"),
    "form.coaching.ending": ("结论", "Conclusion"),
    "form.coaching.change": ("辅导前后", "Before and after"),
    "form.coaching.side": ("{value}（{n} 条）", "{value} ({n} contacts)"),
    "form.coaching.sides": (
        "随机抽到的记录：辅导前 {before}，辅导后 {after}。",
        "Contacts drawn at random: {before} before, {after} after.",
    ),
    "form.coaching.apart": (
        "相差 {difference}，95% 可信范围 {low} ~ {high}。",
        "Difference {difference}, 95% interval {low} to {high}.",
    ),
    "form.coaching.remarks": ("客服代表和辅导人的话", "Remarks by the agent and the coach"),
}

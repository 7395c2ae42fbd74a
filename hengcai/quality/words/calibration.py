"""Calibration: states, moves, reasons, the gauge, refusals."""

NAMES = {
    "quality.calibration.state.planned": ("筹备中", "Being prepared"),
    "quality.calibration.state.scoring": ("盲评中", "Being scored blind"),
    "quality.calibration.state.revealed": ("已揭晓，讨论中", "Revealed, being discussed"),
    "quality.calibration.state.agreed": ("标准分已定", "Calibrated score agreed"),
    "quality.calibration.state.closed": ("已结束", "Closed"),
    "quality.certificate.certified": ("通过认证", "Certified"),
    "quality.certificate.retraining": ("需再培训", "Sent for retraining"),
    "quality.certificate.expired": ("已过期", "Expired"),
    "quality.why_apart.unclear_anchor": (
        "依据的是同一处，评分却不同：多半是行为锚点没写清。",
        "The analysts relied on the same moment but marked it differently: the anchors are probably unclear.",
    ),
    "quality.why_apart.other_moments": (
        "各自依据的地方不同：先一起重听这几处，再看行为锚点。",
        "Each analyst relied on a different moment: listen to these together first, then look at the anchors.",
    ),
    "quality.why_apart.not_pinned": (
        "没有人标出依据的时刻，看不出是行为锚点没写清，还是各人听到的不一样。",
        "No one cited a moment, so it is not clear whether the anchors are unclear or the analysts heard different things.",
    ),
    "move.edit_calibration": ("修改", "Edit"),
    "move.open_scoring": ("开始盲评", "Begin blind scoring"),
    "move.reveal_marks": ("揭晓", "Reveal"),
    "move.agree_marks": ("商定评分", "Agree marks"),
    "move.agree_reference": ("定下标准分", "Agree the calibrated score"),
    "move.certify_analyst": ("认证质检员", "Certify an analyst"),
    "move.close_calibration": ("结束校准会", "Close the session"),
}
GAUGE = {
    "quality.gauge.yes": (
        "可以：按这次的一致程度，评分可以用于绩效工资。",
        "Yes: at this agreement the marks are reliable enough for performance pay.",
    ),
    "quality.gauge.no": (
        "还不行：按这次的一致程度，评分还不能用于绩效工资。",
        "No: at this agreement the marks are not reliable enough for performance pay.",
    ),
    "quality.gauge.cannot_tell": (
        "还看不出：记录或人数太少，误差太大，看不出是否达到标准线。",
        "Cannot tell yet: with so few contacts or analysts, the margin of error is too large to say whether the threshold is reached.",
    ),
    "quality.gauge.alpha.yes": (
        "扣除偶然因素后的一致程度（α）{found}，整个可信范围都在 {bar} 以上。",
        "Agreement corrected for chance (alpha): {found}; the whole 95% interval is above {bar}.",
    ),
    "quality.gauge.alpha.no": (
        "扣除偶然因素后的一致程度（α）{found}，整个可信范围都不到 {bar}。",
        "Agreement corrected for chance (alpha): {found}; the whole 95% interval is below {bar}.",
    ),
    "quality.gauge.alpha.cannot_tell": (
        "扣除偶然因素后的一致程度（α）{found}，还看不出高于还是低于 {bar}。",
        "Agreement corrected for chance (alpha): {found}; whether it is above or below {bar} cannot be told yet.",
    ),
    "quality.gauge.alike.yes": (
        "一致率 {found}，整个可信范围都达到 {bar} 的线。",
        "Totals matching the calibrated score: {found}; the whole 95% interval reaches the target of {bar}.",
    ),
    "quality.gauge.alike.no": (
        "一致率 {found}，整个可信范围都不到 {bar} 的线。",
        "Totals matching the calibrated score: {found}; the whole 95% interval is below the target of {bar}.",
    ),
    "quality.gauge.alike.cannot_tell": (
        "一致率 {found}，还分不清是否达到 {bar} 的线。",
        "Totals matching the calibrated score: {found}; whether the target of {bar} is reached cannot be told yet.",
    ),
    "quality.gauge.alike_unknown.cannot_tell": (
        "标准分还没有定，一致率算不出来。",
        "The calibrated score has not been agreed yet, so it is not known how many totals match it.",
    ),
    "quality.gauge.severity_apart.no": (
        "评分尺度明显不同：{names}。同一通电话，换一个人评，分就不一样。",
        "Severity clearly differs: {names}. The same call gets a different score from another analyst.",
    ),
    "quality.gauge.severity_alike.yes": (
        "没有人明显偏严或偏松，差别都在 {bar} 级以内。",
        "No one is clearly stricter or more lenient; all differences are within {bar} of a level.",
    ),
    "quality.gauge.severity_unknown.cannot_tell": (
        "评分尺度的误差还太大，看不出差别是否都在 {bar} 级以内。",
        "Severity is still too uncertain to say whether all differences are within {bar} of a level.",
    ),
    "quality.comma": ("、", ", "),
    "quality.severity.harsher": ("{name}偏严 {found} 级", "{name} is stricter by {found} of a level"),
    "quality.severity.milder": ("{name}偏松 {found} 级", "{name} is more lenient by {found} of a level"),
    "quality.severity.extreme": ("只评了最高分或最低分", "only highest or lowest marks"),
    "quality.severity.unknown": ("算不出", "cannot be calculated"),
    "quality.estimate.unknown": ("算不出", "cannot be calculated"),
}
REFUSALS = {
    "quality.calibration_name_missing": ("请写校准会名称。", "Give the session a name."),
    "quality.calibration_analysts": (
        "校准会要有 {least} 到 {most} 位质检员。",
        "A session needs between {least} and {most} analysts.",
    ),
    "quality.calibration_contacts": (
        "请选 1 到 {most} 条记录。",
        "Choose between 1 and {most} contacts.",
    ),
    "quality.calibration_due_past": (
        "盲评截止日不能早于今天（{day}）。",
        "The due date cannot be before today, {day}.",
    ),
    "quality.chair_scores": (
        "{name}主持这场校准会，知道是谁的电话，不能参加盲评。",
        "{name} chairs the session and knows whose contacts they are, so cannot score it blind.",
    ),
    "quality.calibration_heard": (
        "{name}已经分到过 {contact}，对这一条不是盲评。请换一条，或换一位质检员。",
        "{name} has been assigned {contact} before, so this would not be a blind score. Choose another contact or another analyst.",
    ),
    "quality.contact_in_session": (
        "{name}在校准会上评这几条，不能再分给同一个人：{contacts}。",
        "{name} scores these contacts in a calibration session, so they cannot also be assigned to {name}: {contacts}.",
    ),
    "quality.calibration_over": (
        "盲评已经结束，这份评分不能再改。",
        "Blind scoring is over; these marks can no longer be changed.",
    ),
    "quality.sheet_is_in": (
        "这份评分已经提交，不能再改。",
        "This score has been submitted and can no longer be changed.",
    ),
    "quality.calibration_too_few_in": (
        "至少要有 {least} 位质检员交齐才能揭晓，现在是 {done} 位。",
        "At least {least} analysts must have submitted everything; {done} have.",
    ),
    "quality.calibration_waiting": (
        "还没有交齐：{names}。可以再等，也可以不等他们直接揭晓，他们这次的评分不算。",
        "Not yet submitted by {names}. Wait, or reveal without them; their marks for this session will then not count.",
    ),
    "quality.calibration_contact_unknown": (
        "这场校准会没有第 {number} 条。",
        "The session has no contact {number}.",
    ),
    "quality.agreed_without_reasons": (
        "“{names}”有人评得不同，请写明为什么定这个分。",
        "{names}: someone marked this differently, so enter why you agreed on this mark.",
    ),
    "quality.minutes_closed": (
        "揭晓以后、结束以前才能写讨论记录。",
        "Notes can only be written between the reveal and the close of the session.",
    ),
    "quality.reference_incomplete": (
        "第 {number} 条还有没定标准分的评分项：{names}。",
        "Contact {number} has items without an agreed mark: {names}.",
    ),
    "quality.not_seated": ("{name}没有参加这场校准会。", "{name} took no part in this session."),
    "quality.outcome_unknown": ("请选通过认证或需再培训。", "Choose “certified” or “sent for retraining”."),
    "quality.certified_without_marks": (
        "没有交齐评分的人不能通过认证。",
        "An analyst who did not submit everything cannot be certified.",
    ),
    "quality.retraining_reasons_missing": (
        "安排再培训要写明原因。",
        "Enter why retraining is needed.",
    ),
    "quality.certificates_missing": (
        "还没有给出认证结果：{names}。",
        "There is no outcome yet for {names}.",
    ),
    "quality.calibration_contact_missing": (
        "找不到这些记录：{contacts}。",
        "There are no such contacts: {contacts}.",
    ),
    "quality.calibration_nothing_to_draw": (
        "没有可抽的记录。可抽的须与这张评分表同渠道、有对话内容、还没有分配过。",
        "No contact can be drawn. Contacts must be on the scorecard's channel, have a conversation, and not have been assigned yet.",
    ),
}
WORDS = NAMES | GAUGE | REFUSALS

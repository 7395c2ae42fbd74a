"""What the audit log calls these acts and rows."""

ACTS = {
    "audit.did.add_remark": ("在辅导记录上留了言", "Added words to a coaching record"),
    "audit.did.ask_consent": ("征求示范案例的同意", "Asked for consent to a model case"),
    "audit.did.brief_case": ("把案例加进了班前会", "Put a case on a briefing"),
    "audit.did.close_coaching": ("结束了辅导", "Closed a coaching session"),
    "audit.did.decline_consent": ("不同意展示示范案例", "Declined to have a model case shown"),
    "audit.did.edit_case": ("改了案例", "Edited a case"),
    "audit.did.edit_coaching": ("改了辅导记录", "Edited a coaching record"),
    "audit.did.give_consent": ("同意展示示范案例", "Consented to a model case"),
    "audit.did.hear_case": ("听了案例录音", "Heard the sound of a case"),
    "audit.did.hold_coaching": ("做了辅导面谈", "Held a coaching session"),
    "audit.did.keep_case_sound": ("存了案例的遮盖录音", "Kept the covered sound of a case"),
    "audit.did.look_again": ("复查了辅导效果", "Looked again after a coaching session"),
    "audit.did.make_case": ("做了一个案例", "Made a case"),
    "audit.did.prepare_anew": ("重写了被拒签的辅导记录", "Rewrote a refused coaching record"),
    "audit.did.prepare_coaching": ("准备了辅导", "Prepared a coaching session"),
    "audit.did.put_off_look": ("推迟了辅导复查", "Put off looking again"),
    "audit.did.refuse_coaching": ("拒签了辅导记录", "Refused to sign a coaching record"),
    "audit.did.seal_coaching": ("辅导记录双方签齐", "Both have signed a coaching record"),
    "audit.did.show_case": ("展示了警示案例", "Showed a warning case"),
    "audit.did.sign_coaching": ("签了辅导记录", "Signed a coaching record"),
    "audit.did.take_back_consent": ("撤回了示范案例的同意", "Withdrew consent to a model case"),
    "audit.did.unbrief_case": ("把案例移出了班前会", "Took a case off a briefing"),
    "audit.did.withdraw_case": ("下架了案例", "Withdrew a case"),
}
THINGS = {
    "audit.thing.coaching.briefedcase": ("班前会案例", "briefing case"),
    "audit.thing.coaching.briefing": ("班前会", "briefing"),
    "audit.thing.coaching.clip": ("辅导片段", "clip of a coaching session"),
    "audit.thing.coaching.coaching": ("辅导记录", "coaching record"),
    "audit.thing.coaching.librarycase": ("案例", "case of the library"),
    "audit.thing.coaching.remark": ("辅导留言", "words on a coaching record"),
}
WORDS = ACTS | THINGS

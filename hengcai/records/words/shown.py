"""What stands above the button, and in what is sealed: nobody signs anything else than what they read."""

WORDS = {
    "records.shown.signed": (
        "我已看过 {cycle} 的考核结果（第 {revision} 版）、所用的制度和依据。签字表示我已知悉并确认；签字后仍可在期限内申诉。",
        "I have read my result for {cycle} (revision {revision}), the policy it is based on and the "
        "evidence. By signing, I acknowledge and confirm the result. I can still appeal within the time "
        "limit.",
    ),
    "records.shown.signed.interview": (
        "我已看过 {cycle} 的考核结果（第 {revision} 版）、所用的制度和依据，以及面谈记录和改进计划。"
        "签字表示我已知悉并确认；签字后仍可在期限内申诉。",
        "I have read my result for {cycle} (revision {revision}), the policy it is based on, the evidence, "
        "and the record of the meeting with its plan. By signing, I acknowledge and confirm them. I can "
        "still appeal within the time limit.",
    ),
    "records.shown.objected": (
        "我不认同 {cycle} 的考核结果（第 {revision} 版），理由如下。提出异议不等于申诉；要求重新认定，请在期限内提出申诉。",
        "I disagree with my result for {cycle} (revision {revision}) for the reasons below. An objection is "
        "not an appeal: to have the result reconsidered, I need to appeal within the time limit.",
    ),
    "records.shown.paper.signed": (
        "本人在打印的结果确认书上签字，日期 {day}。扫描件的 SHA-256：{digest}。",
        "Signed by hand on the printed confirmation, dated {day}. SHA-256 of the scan: {digest}.",
    ),
    "records.shown.paper.objected": (
        "本人在打印的结果确认书上写明异议，日期 {day}。扫描件的 SHA-256：{digest}。",
        "Objection written by hand on the printed confirmation, dated {day}. SHA-256 of the scan: {digest}.",
    ),
    "records.shown.paper.silent": (
        "结果确认书已于 {day} 当面送达，本人没有反馈。送达材料的 SHA-256：{digest}。",
        "The printed confirmation was handed over on {day}; there was no response. SHA-256 of the proof: {digest}.",
    ),
}

"""What stands above the button, and in what is sealed: nobody signs anything else than what they read."""

WORDS = {
    "records.shown.signed": (
        "我已看过 {cycle} 的考核结果（第 {revision} 版）、所用的制度和依据。签字表示我已知悉并确认；签字后仍可在期限内申诉。",
        "I have read my result of {cycle} (revision {revision}), the policy it was made by and its evidence. By signing I "
        "confirm it. I may still appeal within the time allowed.",
    ),
    "records.shown.signed.interview": (
        "我已看过 {cycle} 的考核结果（第 {revision} 版）、所用的制度和依据，以及面谈记录和改进计划。"
        "签字表示我已知悉并确认；签字后仍可在期限内申诉。",
        "I have read my result of {cycle} (revision {revision}), the policy it was made by, its evidence, and the record of "
        "the interview with its plan. By signing I confirm them. I may still appeal within the time allowed.",
    ),
    "records.shown.objected": (
        "我不认同 {cycle} 的考核结果（第 {revision} 版），理由如下。提出异议不等于申诉；要求重新认定，请在期限内提出申诉。",
        "I do not agree with my result of {cycle} (revision {revision}), for the reasons below. An objection is not an appeal: "
        "to have the result decided again, I appeal within the time allowed.",
    ),
}

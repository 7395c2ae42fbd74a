"""What the demo's coaches and agents write, and how its cases are called; what they teach is what the analyst wrote."""

SAID = {
    "zh": {
        "strengths": "语气平稳，客户着急的时候没有跟着急；业务口径说得准。",
        "gap": "这一步做得不完整，客户没有等到一句明确的话。",
        "agreed": "客户讲完后，先用一句话把诉求复述一遍，等客户说“对”，再往下处理。",
        "looked": "抽听了近三周的记录，复述这一步每通都有，客户打断重说的情况少了。",
        "handed": "下周起我去支援另一个组，这次由周琳接着跟，约定的做法不变。",
        "refusal": "这一通是系统查询超时，我在等结果，不是不想复述。请把这个情况写上。",
    },
    "en": {
        "strengths": "Calm throughout, and right about what the rules allow.",
        "gap": "This step was left half done: the customer never got a clear sentence to hold on to.",
        "agreed": "When the customer has finished, sum up the request in one sentence, wait for their “yes”, then go on.",
        "looked": "Listened to the last three weeks: every contact has the summing up, and fewer customers have to start again.",
        "handed": "I am helping another team from next week on; Zhou Lin goes on with this, and what we agreed stands.",
        "refusal": "The system had timed out on this one and I was waiting for it. Please write that down as well.",
    },
}
CASES = {
    "model": {"zh": "{item}：就该这样做", "en": "{item}: this is how"},
    "warning": {"zh": "{item}：差在哪里", "en": "{item}: what went wrong"},
}
TAGS = {
    "call": {"zh": "通话 班前会", "en": "call briefing"},
    "chat": {"zh": "在线 班前会", "en": "chat briefing"},
    "ticket": {"zh": "工单", "en": "ticket"},
    "video": {"zh": "视频", "en": "video"},
    "visit": {"zh": "走访", "en": "visit"},
}

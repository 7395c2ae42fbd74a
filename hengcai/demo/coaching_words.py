"""What the demo's coaches and agents write, and the words of its cases: title, lesson, tags."""

SAID = {
    "zh": {
        "strengths": "语气平稳，客户着急的时候没有跟着急；业务口径说得准。",
        "gap": "这一步做得不完整，客户没有等到一句明确的话。",
        "agreed": "客户讲完后，先用一句话把诉求复述一遍，等客户说“对”，再往下处理。",
        "looked": "抽听了近三周的记录，复述这一步每通都有，客户打断重说的情况少了。",
        "refusal": "这一通是系统查询超时，我在等结果，不是不想复述。请把这个情况写上。",
    },
    "en": {
        "strengths": "Calm throughout, and right about what the rules allow.",
        "gap": "This step was left half done: the customer never got a clear sentence to hold on to.",
        "agreed": "When the customer has finished, sum up the request in one sentence, wait for their “yes”, then go on.",
        "looked": "Listened to the last three weeks: every contact has the summing up, and fewer customers have to start again.",
        "refusal": "The system had timed out on this one and I was waiting for it. Please write that down as well.",
    },
}
CASES = {
    "model": {
        "zh": [
            ("先听完，再复述", "客户讲完才开口，一句话复述到位，客户当场确认，后面没有返工。", "倾听 复述"),
            ("把难办的事说清楚", "不能办就直说不能办，同时给出能走的路和时间，客户没有再追问。", "解释 预期管理"),
            ("结束前确认一遍", "挂机前把结果、时限和联系方式确认一遍，客户知道下一步找谁。", "收尾 确认"),
        ],
        "en": [
            (
                "Hear them out, then sum up",
                "Lets the customer finish, sums up in one sentence, gets a yes, and nothing is done twice.",
                "listening summary",
            ),
            (
                "A no that helps",
                "Says plainly what cannot be done, and in the same breath what can be, and by when.",
                "explaining expectations",
            ),
            (
                "Confirm before closing",
                "Goes over outcome, date and contact before the end; the customer knows whom to turn to.",
                "closing confirming",
            ),
        ],
    },
    "warning": {
        "zh": [
            ("没核对身份就说了账户信息", "先核对，再说内容。顺序反了，信息就可能说给了别人。", "身份核对 合规"),
            ("答应了做不到的时间", "没有把握的时限不要随口答应；先查，再给时间，给不出就说多久后回复。", "承诺 时限"),
            ("客户还没说完就下结论", "抢着回答，答的不是客户要问的，一通话来回说了三遍。", "倾听 抢话"),
        ],
        "en": [
            (
                "Account details before the checks",
                "Check first, then talk. The other way round, somebody else may be listening.",
                "identity compliance",
            ),
            (
                "A promise nobody could keep",
                "Never promise a date off the cuff: look it up, or say when you will call back.",
                "promises dates",
            ),
            (
                "An answer before the question",
                "Cuts in, answers something else, and the call goes round three times.",
                "listening",
            ),
        ],
    },
}

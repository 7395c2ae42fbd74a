from hengcai.base.say import register

WORDS = {
    "evidence.level_out_of_range": {
        "zh": "级别只能在 1 到 5 之间，不能是 {value}。",
        "en": "A level must be between 1 and 5, not {value}.",
    },
    "evidence.noted_already": {
        "zh": "这次结果已经记入能力证据，不能再记一遍；更正请出新的修订。",
        "en": "This result has already been recorded as evidence. To correct it, create a new revision.",
    },
    "evidence.kind.observed": {"zh": "质检观察", "en": "Observed"},
    "evidence.kind.rated": {"zh": "考核评定", "en": "Rated"},
    "evidence.kind.tested": {"zh": "考试评定", "en": "Tested"},
}
register(WORDS)

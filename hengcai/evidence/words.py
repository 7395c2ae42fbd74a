from hengcai.base.say import register

WORDS = {
    "evidence.level_out_of_range": {
        "zh": "级别只能在 1 到 5 之间，不能是 {value}。",
        "en": "A level is between 1 and 5; {value} is not.",
    },
    "evidence.noted_already": {
        "zh": "这次结果已经记入能力证据，不能再记一遍；更正请出新的修订。",
        "en": "This result is in the evidence already and cannot be noted twice; a correction is a new revision.",
    },
    "evidence.kind.observed": {"zh": "质检观察", "en": "Observed"},
    "evidence.kind.rated": {"zh": "考核评定", "en": "Rated"},
}
register(WORDS)

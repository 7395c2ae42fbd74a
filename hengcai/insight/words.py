from hengcai.base.say import register

WORDS = {
    "band.excellent": {"zh": "优秀", "en": "Excellent"},
    "band.good": {"zh": "良好", "en": "Good"},
    "band.to_improve": {"zh": "待提升", "en": "To improve"},
    "band.pass": {"zh": "合格", "en": "Pass"},
    "band.fail": {"zh": "不合格", "en": "Fail"},
}
register(WORDS)

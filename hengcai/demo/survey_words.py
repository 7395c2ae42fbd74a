"""What the demo's surveys, interviews and report say."""

NAMES = {
    "zh": {"needs": "客服能力现状与培训需求调研", "pulse": "班前会用得上吗", "project": "年度培训需求调研"},
    "en": {
        "needs": "Skills and training needs",
        "pulse": "Are briefings of use?",
        "project": "Annual training needs analysis",
    },
}
SAID = {
    "zh": (
        "退款规则上个月改了，我是被客户问住才知道的。", "客户一上来就骂，第一句不知道接什么。", "系统卡的时候没有统一的说法，"
        "每个人讲的不一样。",
        "查物流要开三个页面，客户等得急。", "跨部门的事催不动，客户再打来我也没结果。", "知识库搜出来是去年的。",
    ),
    "en": (
        "Refund rules changed last month; I learnt it from a customer.", "When they start by shouting I do not know my first sentence.",
        "When the system is slow everybody says something else.", "Tracking a parcel takes three pages while the customer waits.",
        "Other departments do not answer, and the customer calls again.", "The knowledge base shows last year's rule.",
    ),
}  # fmt: skip
THEMES = {
    "zh": (
        ("上周三一通催退款的，客户骂了两分钟，挂了之后下一通声音还在抖，报工号都报错了。", "emotion_management"),
        ("新人问我退差价怎么算，我们组三个人三种答案，最后去问了质检。", "product_knowledge"),
        ("客户要赔偿，我知道该赔，可不清楚自己能做主到多少，只好转给班组长。", "process_policy"),
        ("连着三通投诉，都是同一件事没跟到底，部门那边说没收到。", "problem_solving"),
        ("夜班最后一小时，客户一提高嗓门我就想快点挂，知道不对。", "emotion_management"),
    ),
    "en": (
        ("A refund call on Wednesday: two minutes of shouting. In the next call my voice still shook.", "emotion_management"),
        ("Three of us gave a newcomer three answers on price adjustments.", "product_knowledge"),
        ("I knew compensation was due and not how much I may grant, so I passed it on.", "process_policy"),
        ("Three complaints in a row about one matter nobody had followed to its end.", "problem_solving"),
        ("In the last hour of a night shift I want to end the call as soon as they raise their voice.", "emotion_management"),
    ),
}  # fmt: skip
TASKS = {
    "zh": ("发问卷、催填", "抽访谈对象、排时间", "汇总投诉原因"),
    "en": ("Send the survey, remind", "Draw and schedule interviews", "Sum up complaints by cause"),
}
BENCHMARK = {
    "zh": {"measure": "首次解决率", "value": "85%", "own": "78%", "source": "行业协会年度报告（演示数据）"},
    "en": {
        "measure": "First-contact resolution", "value": "85%", "own": "78%", "source": "Yearly report of a trade body (demo figure)",
    },
}  # fmt: skip
YES_NO = [
    {"id": "yes", "text": {"zh": "用得上", "en": "Yes"}},
    {"id": "some", "text": {"zh": "有时", "en": "Sometimes"}},
    {"id": "none", "text": {"zh": "用不上", "en": "No"}},
]
PULSE = {
    "id": "briefings",
    "title": {"zh": "班前会用得上吗", "en": "Are briefings of use?"},
    "intro": {"zh": "三道题，一分钟。", "en": "Three questions, one minute."},
    "questions": [
        {"id": "use", "kind": "single", "required": True, "options": YES_NO,
         "text": {"zh": "班前会讲的案例，当天接线用得上吗？", "en": "Do you use the cases of the briefing on the same day?"}},
        {"id": "why", "kind": "short", "show_if": {"question": "use", "any": ["none"]},
         "text": {"zh": "差在哪里？", "en": "What is missing?"}},
        {"id": "length", "kind": "scale", "text": {"zh": "十分钟长短合适吗？", "en": "Is ten minutes the right length?"},
         "options": [{"id": "1", "text": {"zh": "太短", "en": "too short"}}, {"id": "5", "text": {"zh": "太长", "en": "too long"}}]},
    ],
}  # fmt: skip

"""What the operational measures that are counted from contacts are called, and what each is made of."""

from hengcai.base.say import register

NAMES: dict[str, tuple[str, str]] = {
    "contact_time": ("平均接待时长", "Average contact time"),
    "satisfaction": ("满意度", "Satisfaction"),
    "first_contact": ("首次解决率", "First-contact resolution"),
    "complaints": ("投诉率", "Complaint rate"),
}
PARTS: dict[str, dict[str, tuple[str, str]]] = {
    "contact_time": {
        "definition": (
            "一次接待从开始到结束平均用了多少秒，不含话后处理。长短本身不说明好坏：先看业务和渠道。",
            "Average seconds from the start of a contact to its end, without after-call work. Longer or shorter is not better in "
            "itself: look at the type of work and the channel first.",
        ),
        "numerator": ("所选月份内各次接待从开始到结束的秒数之和", "Seconds from start to end, summed over the contacts of the period"),
        "denominator": ("有结束时间的接待次数", "Contacts with an end time"),
        "exclusions": (
            "工单；没有结束时间的；超过 12 小时的（多半是忘了关）",
            "Tickets; contacts without an end time; contacts longer than 12 hours (most likely never closed)",
        ),
    },
    "satisfaction": {
        "definition": ("参评的客户里，打 4 分、5 分的比例。", "Share of rated contacts with a 4 or a 5."),
        "numerator": ("打 4 分、5 分的接待次数", "Contacts rated 4 or 5"),
        "denominator": ("有满意度的接待次数，即时评价和回访都算", "Contacts with a rating, given right away or on a call-back"),
        "exclusions": ("没有参评的", "Contacts that were not rated"),
    },
    "first_contact": {
        "definition": (
            "客户为一件事第一次联系就解决的比例：七天内没有为同一件事再来，也没有标记为未解决。",
            "Share of first contacts that resolved the matter: the customer did not come back about it within seven days, and it "
            "was not marked unresolved.",
        ),
        "numerator": (
            "分母中七天内没有再来、也没有标记为未解决的",
            "Contacts in the denominator where the customer did not come back within seven days and that were not marked unresolved",
        ),
        "denominator": (
            "所选月份的首次联系中满七天可以判断的；不知道客户或事项的，看导入的标记",
            "First contacts of the period that are at least seven days old; where customer or matter is not known, those with an "
            "imported flag",
        ),
        "exclusions": (
            "既不知道客户和事项、又没有标记的；前七天内为同一件事来过的",
            "Contacts with neither customer and matter nor a flag; contacts within seven days of an earlier one about the same matter",
        ),
    },
    "complaints": {
        "definition": (
            "接待中引起投诉的比例，不论有责无责；有责的另看月度考核。",
            "Share of contacts that led to a complaint, whoever was responsible; the monthly appraisal only counts those for "
            "which the agent was responsible.",
        ),
        "numerator": ("有投诉的接待次数，待认定的也算", "Contacts with a complaint, including those not judged yet"),
        "denominator": ("所选月份的全部接待次数", "All contacts of the period"),
        "exclusions": ("没写明是哪次交互的投诉", "Complaints without a contact"),
    },
}  # fmt: skip
SOURCE = (
    "交互记录，按导入的开始时间、队列、满意度、客户和事项、投诉",
    "Contacts as imported: start, queue, rating, customer and matter, complaint",
)
VERDICTS = {
    "above": ("高于同条件的预期", "above what is expected with the same mix"),
    "below": ("低于同条件的预期", "below what is expected with the same mix"),
    "within": ("与预期相当，差别在误差范围内", "as expected, within the margin of error"),
    "cannot_tell": ("还不能判断", "cannot tell"),
}
WORDS = {
    **{f"operation.{code}": {"zh": zh, "en": en} for code, (zh, en) in NAMES.items()},
    **{
        f"operation.{code}.{part}": {"zh": zh, "en": en}
        for code, parts in PARTS.items()
        for part, (zh, en) in (*parts.items(), ("source", SOURCE))
    },
    **{f"operation.verdict.{code}": {"zh": zh, "en": en} for code, (zh, en) in VERDICTS.items()},
}
WORDS["operation.unknown"] = {
    "zh": "没有“{value}”这个指标。可以用：{known}。",
    "en": "there is no measure “{value}”. Choose from {known}.",
}
register(WORDS)

WORDS = {
    "insight.reason.missing": ("没有{source}", "nothing from: {source}"),
    "insight.reason.few": ("{source}不足 {least} 个，该来源不计入", "fewer than {least} from {source}, not counted"),
    "insight.reason.required": ("{source}是必须有的来源", "{source} is required"),
    "insight.reason.minimum_evidence": (
        "有评价的来源权重合计低于制度要求的 {least}",
        "the available sources carry less than the minimum weight of {least} in the policy",
    ),
    "insight.cycle_without_levels": (
        "“{code}”不评能力级别，无法出班组差距报告；请选季度技能评价的周期。",
        "“{code}” has no competency levels, so there is no gap report; choose a quarterly skill cycle.",
    ),
    "insight.ending_unknown": (
        "“{name}”的扩展名既不是 .pdf 也不是 .xlsx，不知道要导出成什么格式，请改扩展名。",
        "“{name}” must end in .pdf or .xlsx.",
    ),
}

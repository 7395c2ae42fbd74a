"""Names of the keys of `hengcai measure items`."""

NAMES = {
    "items.items": ("各题", "items"),
    "items.difficulty": ("难度（越大越容易）", "difficulty (higher is easier)"),
    "items.discrimination": ("区分度", "discrimination"),
    "items.upper_lower_27": ("高低分组差", "upper less lower 27 %"),
    "items.options": ("选项", "options"),
    "items.share": ("选择比例", "share"),
    "items.share_upper": ("高分组选择比例", "share of the upper"),
    "items.share_lower": ("低分组选择比例", "share of the lower"),
    "items.alpha": ("信度（α 系数）", "reliability (alpha)"),
    "items.sem": ("测量标准误", "standard error of measurement"),
}

WORDS = {f"measure.name.{key}": texts for key, texts in NAMES.items()}

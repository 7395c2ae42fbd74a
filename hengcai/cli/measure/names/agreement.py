"""Keys of `measure agreement`."""

NAMES = {
    "consistency": ("一致率：和标准分对得上的占几成", "consistency: how often like the calibrated score"),
    "agreement.reference": ("标准分记在谁名下", "name of the calibrated scores"),
    "within": ("相差几分以内算一致", "points off that still count"),
    "agreement.left_out": ("没有标准分、没计入的", "no calibrated score, left out"),
    "by_rater": ("逐位质检员", "analyst by analyst"),
    "by_item": ("逐项", "item by item"),
    "percent": ("打分完全相同的占几成", "marks exactly the same"),
    "within_one": ("相差不超过一分的占几成", "marks at most one apart"),
    "cohen_kappa": ("扣除偶然因素：两人之间（旧）", "beyond chance: pairs (older)"),
    "weighted_kappa_linear": ("扣除偶然因素：两人之间，差几分算几分", "beyond chance: pairs, by points apart"),
    "weighted_kappa_quadratic": ("扣除偶然因素：两人之间，差得多罚得重", "beyond chance: pairs, large gaps count more"),
    "fleiss_kappa": ("扣除偶然因素：几人一起（旧）", "beyond chance: all raters (older)"),
    "krippendorff_alpha": ("扣除偶然因素后的一致程度（α）", "agreement beyond chance (alpha)"),
    "gwet_ac1": ("扣除偶然因素（分数集中时也稳，只论同不同）", "beyond chance, also for crowded marks: same or not"),
    "gwet_ac2": ("扣除偶然因素（分数集中时也稳，差得多罚得重）", "beyond chance, also for crowded marks"),
    "icc": ("一个分数的可信程度", "reliability of a score"),
    "ICC(1,1)": ("一个人评（每通换人）", "one rater: a different one each contact"),
    "ICC(2,1)": ("一个人评（不限是谁，评分尺度的差异也算误差）", "one rater: any of them"),
    "ICC(3,1)": ("一个人评（只论这几位）", "one rater: these raters only"),
    "ICC(1,k)": ("几个人平均（每通换人）", "mean of all: different raters each contact"),
    "ICC(2,k)": ("几个人平均（不限是谁，评分尺度的差异也算误差）", "mean of all: any raters"),
    "ICC(3,k)": ("几个人平均（只论这几位）", "mean of all: these raters only"),
}

WORDS = {f"measure.name.{key}": names for key, names in NAMES.items()}

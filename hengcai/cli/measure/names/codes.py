"""What the codes among the values mean: findings, designs, states, classes."""

CODES = {
    "higher": ("比没参训的高，不像是偶然", "higher with the training, and not by chance"),
    "lower": ("反而比没参训的低，不像是偶然", "lower with the training, and not by chance"),
    "cannot_tell": (
        "还看不出来：说有差别、说没差别都没有把握",
        "it cannot be told yet whether they differ",
    ),
    "below_four_fifths": ("整个可信范围都低于五分之四", "the whole interval is under four fifths"),
    "not_below": ("整个可信范围都不低于五分之四", "no part of the interval is under four fifths"),
    "comparison": ("参训的和没参训的相比", "trained against untrained"),
    "discontinuity": ("分数线两侧的人相比", "people on either side of a line"),
    "staggered": ("先参训的和当时还没参训的相比", "the early against those still waiting"),
    "estimated": ("算出来的，彼此可比", "found by the fit, comparable"),
    "within_subset": ("只能和同一块里的比", "compares within its part only"),
    "across_subsets": ("各块之间也能比", "compares across parts too"),
    "anchored": ("按给定的值固定", "held at the value given"),
    "group_anchored": ("所在组的平均按给定的值固定", "its group's mean is held at the value given"),
    "extreme": ("得分全最高或全最低，事后放上去的", "all highest or all lowest scores: placed afterwards"),
    "placed": ("事后放上去的", "placed afterwards"),
    "A": ("差异可以忽略", "negligible"),
    "B": ("差异中等", "moderate"),
    "C": ("差异大，要查", "large: look into it"),
    "AA": ("分级计分的项：差异可以忽略", "on a scale: negligible"),
    "BB": ("分级计分的项：差异中等", "on a scale: moderate"),
    "CC": ("分级计分的项：差异大，要查", "on a scale: large, look into it"),
    "total": ("各题总分，含本题", "the sum over all items, this one too"),
    "rest": ("各题总分，扣掉本题", "the sum over the other items"),
    "given": ("表里给的总分", "the total in the table"),
}

WORDS = {f"measure.code.{code}": words for code, words in CODES.items()}

"""Names of the keys of `hengcai measure ranking`."""

NAMES = {
    "ranking.w": ("一致程度（肯德尔 W）", "agreement (Kendall's W)"),
    "ranking.chi_square": ("卡方", "chi-square"),
    "ranking.df": ("自由度", "degrees of freedom"),
    "ranking.p": ("p 值", "p value"),
    "ranking.items": ("合起来的名次", "pooled ranking"),
    "ranking.rank": ("名次", "rank"),
    "ranking.mean_rank": ("平均名次", "mean rank"),
    "ranking.judges": ("各成员", "judges"),
    "ranking.correlation_with_rest": ("与其他人的相关", "correlation with the rest"),
}

WORDS = {f"measure.name.{key}": texts for key, texts in NAMES.items()}

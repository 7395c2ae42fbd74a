"""What each column holds that the measuring commands ask for, and what their choices mean."""

from hengcai.base.say import register

COLUMNS: dict[str, dict[str, str]] = {
    "measure.column.unit": {
        "zh": "评的是哪条交互记录；要几列合起来才能确定一条记录的，列名之间用逗号隔开",
        "en": "column of the contact scored, or several columns that identify it together, separated by commas",
    },
    "measure.column.contact": {
        "zh": "交互记录在哪一列；要几列合起来才能确定一条记录的，列名之间用逗号隔开",
        "en": "column of the contact, or several columns that identify it together, separated by commas",
    },
    "measure.column.rater": {"zh": "质检员在哪一列", "en": "column of the analyst"},
    "measure.column.score": {"zh": "评分在哪一列", "en": "column of the score"},
    "measure.column.item": {"zh": "评分项在哪一列", "en": "column of the item"},
    "measure.column.agent": {"zh": "客服在哪一列", "en": "column of the agent"},
    "measure.column.object": {
        "zh": "被评的对象（一般是客服）在哪一列",
        "en": "column of what is measured, usually the agent",
    },
    "measure.column.weight": {"zh": "每行的权重在哪一列", "en": "column of the weight of each row"},
    "measure.column.by": {"zh": "按哪一列分别估计，例如客服", "en": "column by which to estimate, such as the agent"},
    "measure.column.auto": {"zh": "自动评分在哪一列", "en": "column of the automated score"},
    "measure.column.human": {
        "zh": "人工评分在哪一列；没有人工评分的空着",
        "en": "column of the score given by a person, empty where there is none",
    },
    "measure.column.inclusion": {"zh": "每条被抽中的概率在哪一列", "en": "column of the chance of being drawn"},
    "measure.column.stratum": {"zh": "抽样时分的层在哪一列", "en": "column of the stratum of the sample"},
    "measure.column.facets": {
        "zh": "分数的差异可能来自哪几列，例如质检员、评分项；列名之间用逗号隔开",
        "en": "columns that may account for differences, such as analyst and item, separated by commas",
    },
    "measure.size.column.agent": {
        "zh": "客服在哪一列；给了表格才写",
        "en": "column of the agent, given with the table",
    },
    "measure.size.column.contact": {
        "zh": "交互记录在哪一列；给了表格才写",
        "en": "column of the contact, given with the table",
    },
    "measure.size.column.score": {
        "zh": "评分在哪一列；给了表格才写",
        "en": "column of the score, given with the table",
    },
}

CHOICES: dict[str, dict[str, str]] = {
    "measure.level": {
        "zh": "分数是哪一种：nominal 只论同不同，ordinal 论高低顺序，interval 论差几分",
        "en": "kind of scores: categories (nominal), grades in order (ordinal) or amounts (interval)",
    },
    "measure.weights": {
        "zh": "加权指标怎样计算差距：linear 差几级算几级，quadratic 差得越多罚得越重",
        "en": "how weighted coefficients count a difference: by its size (linear) or by its square (quadratic)",
    },
    "measure.facets_model": {
        "zh": "各项共用一套门槛（rating-scale），或各用一套（partial-credit）",
        "en": "one set of thresholds for all items (rating-scale), or one for each (partial-credit)",
    },
    "measure.facets_method": {
        "zh": "怎样估计：jml 为联合极大似然，mml 为边际极大似然",
        "en": "estimation by joint (jml) or marginal (mml) maximum likelihood",
    },
}

register(COLUMNS | CHOICES)

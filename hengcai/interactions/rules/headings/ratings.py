from hengcai.interactions.rules.headings.heading import Heading

CYCLE = Heading(
    "考核周期", "Cycle",
    ("周期", "周期代码", "考核周期代码", "考核期", "cycle code"),
    ("考核周期的代码，如 2026Q1", "The code of the cycle, such as 2026Q1"),
    ("2026Q1", "2026Q1"),
)  # fmt: skip
RATED = Heading(
    "被评价人工号", "Agent's number",
    ("被评人工号", "被考核人工号", "被评价人", "被考核人", "工号", "坐席工号", "员工工号", "员工编号", "agent",
     "agent id", "employee id"),
    ("和人员里的一致", "As among people"),
    ("2001", "2001"),
)  # fmt: skip
RATINGS = {
    "cycle": CYCLE,
    "agent": RATED,
    "source": Heading(
        "评价来源", "Source",
        ("来源", "评价关系", "评价人类型", "评价维度", "rater type", "relationship"),
        ("上级、自评、同事、实操", "superior, self, peer or practical"),
        ("上级", "superior"),
    ),
    "rater": Heading(
        "评价人工号", "Rater's number",
        ("评价人", "评估人工号", "评估人", "评分人工号", "评分人", "rater id"),
        ("评价人的工号；自评就是本人的工号", "The rater's number; one's own for a self-rating"),
        ("1001", "1001"),
    ),
    "item": Heading(
        "能力代码", "Item",
        ("能力", "能力项", "评价项", "项目", "题目", "competency", "item code"),
        ("能力库里的代码，如 listening", "The code in the competency library, such as listening"),
        ("listening", "listening"),
    ),
    "score": Heading(
        "评分", "Score",
        ("得分", "分数", "等级", "分值", "level", "rating"),
        ("1 到 5；没观察到的空着", "1 to 5; empty when not observed"),
        ("4", "4"),
    ),
    "comment": Heading(
        "依据", "Comment",
        ("评语", "备注", "说明", "评价依据", "意见", "remark", "grounds"),
        ("文字，可以不填", "Text; may be left empty"),
        ("", ""),
    ),
}  # fmt: skip
TESTS = {
    "cycle": CYCLE,
    "agent": RATED._replace(zh="工号", also=("坐席工号", "员工工号", "员工编号", "考生工号", "被考核人工号",
    "agent", "agent id", "employee id")),
    "test": Heading(
        "考试", "Test",
        ("考试名称", "试卷", "试卷名称", "科目", "考试科目", "exam", "test name", "paper"),
        ("考试的名称或代码", "Name or code of the test"),
        ("product", "product"),
    ),
    "mark": Heading(
        "成绩", "Mark",
        ("考试成绩", "分数", "得分", "卷面分", "score", "result"),
        ("0 到 100", "0 to 100"),
        ("86", "86"),
    ),
    "attempt": Heading(
        "第几次", "Attempt",
        ("考试次数", "次数", "第几次考试", "补考", "sitting"),
        ("1，补考为 2；空着就是 1", "1, or 2 for the resit; empty is 1"),
        ("1", "1"),
    ),
}  # fmt: skip

from hengcai.interactions.rules.headings.heading import Heading

MEASURES = {
    "agent": Heading(
        "工号", "Agent's number",
        ("坐席工号", "座席工号", "客服工号", "员工工号", "员工编号", "坐席编号", "人员编号", "坐席",
         "话务员工号", "agent", "agent id", "employee id",
         "staff id"),
        ("和人员里的一致", "As among people"),
        ("2001", "2001"),
    ),
    "period_start": Heading(
        "期初", "First day",
        ("开始日期", "起始日期", "统计开始日期", "周期开始", "起始日", "统计起始日", "开始时间", "日期",
         "period start", "start date", "from"),
        ("这一期的第一天：2026-03-01", "First day of the period: 2026-03-01"),
        ("2026-03-01", "2026-03-01"),
    ),
    "period_end": Heading(
        "期末", "Last day",
        ("结束日期", "截止日期", "统计结束日期", "周期结束", "截止日", "统计截止日", "结束时间", "日期",
         "period end", "end date", "to", "until"),
        ("这一期的最后一天：2026-03-31", "Last day of the period: 2026-03-31"),
        ("2026-03-31", "2026-03-31"),
    ),
    "measure": Heading(
        "指标", "Measure",
        ("指标名称", "指标名", "指标代码", "考核指标", "运营指标", "indicator", "metric", "kpi",
         "measure code"),
        ("首次解决率、满意度、平均处理时长、排班遵时率等服务质量指标的名字，或本中心自己的代码",
         "The name or code of a service-quality indicator (first_contact_resolution, handling_time, adherence …), or a "
         "code of your own"),
        ("首次解决率", "first_contact_resolution"),
    ),
    "value": Heading(
        "指标值", "Value",
        ("数值", "值", "结果", "结果值", "得分", "完成值", "实际值", "figure", "result"),
        ("占比写 0.85 或 85%，解决时效按小时写 8.5 或 8:30，通话类时长按秒写 185 或 0:03:05，件数写 2",
         "A share as 0.85 or 85%, a time to resolution in hours as 8.5 or 8:30, times on the line in seconds as 185 or "
         "0:03:05, a count as 2"),
        ("85%", "85%"),
    ),
    "numerator": Heading(
        "分子", "Numerator",
        ("分子数", "分子值"),
        ("可以不填；填了就和指标值核对", "May be left empty; otherwise checked against the value"),
        ("170", "170"),
    ),
    "denominator": Heading(
        "分母", "Denominator",
        ("分母数", "分母值", "样本数", "样本量", "base", "sample size"),
        ("可以不填，不能是 0", "May be left empty; not 0"),
        ("200", "200"),
    ),
}  # fmt: skip

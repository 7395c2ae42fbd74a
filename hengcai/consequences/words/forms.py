"""Sentences of 绩效工资核算表."""

WORDS = {
    "form.appeal_letter.follows": ("由此带来的变化", "What follows from it"),
    "form.appeal_letter.no_pay": (
        "已经决定的绩效工资没有变化。",
        "No pay decided so far changes.",
    ),
    "form.appeal_letter.pay_next": (
        "{period} 绩效工资：系数 {old} 改为 {new}，差额 {amount} 元，计入下一次核算。",
        "Performance pay for {period}: coefficient {old} becomes {new}, a difference of {amount} yuan, which goes into the "
        "next pay run.",
    ),
    "form.appeal_letter.pay_paid": (
        "{period} 绩效工资：系数 {old} 改为 {new}，差额 {amount} 元，已随 {run} 发放。",
        "Performance pay for {period}: coefficient {old} becomes {new}, a difference of {amount} yuan, paid with {run}.",
    ),
    "form.appeal_letter.pay_nothing": (
        "{period} 绩效工资：系数 {old} 改为 {new}，不需要补发或扣回。",
        "Performance pay for {period}: coefficient {old} becomes {new}. Nothing is owed either way.",
    ),
    "form.appeal_letter.award": (
        "{award}：依据的是原来的结果，由负责评优的人重新核对。",
        "{award}: it rests on the earlier figures; whoever decides about awards looks at it again.",
    ),
    "form.pay_sheet": ("绩效工资核算表", "Performance pay sheet"),
    "form.pay_sheet.note": (
        "绩效工资 = 基数 × 绩效系数，四舍五入到分；加上固定工资仍低于最低工资标准的，补足差额。审定后不再改动，"
        "更正的差额列入下一期。",
        "Performance pay = base × coefficient, rounded half up to the cent and topped up to the minimum "
        "wage. After sign-off nothing is changed; any later correction appears as an adjustment in the next "
        "run.",
    ),
    "form.used_for.pay_sheet": (
        "人力资源审定绩效工资、转薪酬岗发放时用",
        "Used by HR to sign off performance pay and send it to payroll",
    ),
    "form.ask.run": ("核算编号", "Pay run number"),
    "form.no_pay_run": (
        "没有编号 {number} 的核算，或者不在您的查看范围内。",
        "There is no pay run {number}, or you do not have access to it.",
    ),
    "form.column.grade_of_month": ("等次", "Band"),
    "form.column.row_kind": ("类别", "Type"),
    "form.column.pay_base": ("基数", "Base"),
    "form.column.pay_coefficient": ("系数", "Coefficient"),
    "form.column.pay_earned": ("绩效工资", "Performance pay"),
    "form.column.pay_fixed": ("固定工资", "Fixed pay"),
    "form.column.pay_topped_up": ("最低工资补足", "Top-up"),
    "form.column.pay_total": ("合计", "Total"),
    "form.column.pay_note": ("备注", "Note"),
    "form.pay_sheet.probability_unknown": ("待人工复核，按等次为 {at}", "to be reviewed; the band stands for {at}"),
    "form.pay_sheet.probability_below": ("待人工复核，按等次为 {at}", "to be reviewed; the band stands for {at}"),
    "form.pay_sheet.appeal_open": ("申诉未结，按等次为 {at}", "appeal open; by the band it would be {at}"),
    "form.pay_sheet.no_grade": ("依据不足，没有等次", "not enough evidence for a band"),
    "form.pay_sheet.no_coefficient": ("制度没有规定系数", "no coefficient in the policy"),
    "form.fact.pay_period": ("期间", "Period"),
    "form.fact.pay_total": ("合计", "Total"),
    "form.fact.pay_prepared_by": ("核算人", "Prepared by"),
    "form.fact.pay_decided_by": ("审定人", "Signed off by"),
    "form.sign.pay_prepared": ("核算人", "Prepared by"),
    "form.sign.pay_decided": ("审定人", "Signed off by"),
}

"""The time after a result, as policies say it: windows, and what results lead to."""

WORDS = {
    "policy_row.row.window": ("时限", "time limit"),
    "policy_row.row.consequences": ("结果运用", "use of results"),
    "policy_row.row.coefficient": ("绩效系数", "pay coefficient"),
    "policy_row.field.windows": ("时限", "Time limits"),
    "policy_row.field.consequences": ("结果运用", "Use of results"),
    "policy_row.field.coefficients": ("绩效系数", "Pay coefficients"),
    "policy_row.field.coefficient": ("系数", "Coefficient"),
    "policy_row.field.probability": ("作出不利处理所需的把握", "Certainty needed for a decision against a person"),
    "policy_row.field.cycles": (
        "调岗或解除劳动合同之前，连续不达标的期数",
        "Consecutive periods below the standard before a transfer or termination",
    ),
    "policy_row.field.days": ("工作日", "Working days"),
    "policy_window.appeal": ("结果告知后多久可以申诉", "Time to appeal after notice"),
    "policy_window.answer": ("申诉多久答复", "Time to decide an appeal"),
    "policy_window.silence": ("多久没有反馈，记为“未反馈”", "Time until no response is recorded"),
    "policy_window.notice": ("评优公示多久", "Public notice of an award"),
    "policy_text.heading.windows": ("各步的时限", "Time limits"),
    "policy_text.windows.appeal": (
        "对结果有异议的，从告知的第二天起 {n} 个工作日内可以书面申诉，附上依据。",
        "You can appeal in writing, with your evidence, within {n} working days, counted from the day after "
        "you are given your result.",
    ),
    "policy_text.windows.appeal.one": (
        "对结果有异议的，在告知后的第一个工作日内可以书面申诉，附上依据。",
        "You can appeal in writing, with your evidence, on the working day after you are given your result.",
    ),
    "policy_text.windows.answer": (
        "申诉由没有参与打分的人员处理，先从考核小组抽取，{n} 个工作日内书面答复。",
        "Appeals are handled by people who had no part in the score, drawn from the review panel first, and "
        "are decided in writing within {n} working days.",
    ),
    "policy_text.windows.answer.one": (
        "申诉由没有参与打分的人员处理，先从考核小组抽取，一个工作日内书面答复。",
        "Appeals are handled by people who had no part in the score, drawn from the review panel first, and "
        "are decided in writing within one working day.",
    ),
    "policy_text.windows.silence": (
        "通知后 {n} 个工作日既没有签字也没有提出异议的，记为“未反馈”。未反馈不等于同意。",
        "If someone neither signs nor objects within {n} working days of notice, this is recorded as “no "
        "response”. No response does not mean agreement.",
    ),
    "policy_text.windows.silence.one": (
        "通知后一个工作日既没有签字也没有提出异议的，记为“未反馈”。未反馈不等于同意。",
        "If someone neither signs nor objects within one working day of notice, this is recorded as “no "
        "response”. No response does not mean agreement.",
    ),
    "policy_text.windows.notice": (
        "评优名单公示 {n} 个工作日，只写姓名。",
        "The names of people nominated for an award are published for {n} working days, without any scores.",
    ),
    "policy_text.windows.notice.one": (
        "评优名单公示一个工作日，只写姓名。",
        "The names of people nominated for an award are published for one working day, without any scores.",
    ),
    "policy_text.heading.consequences": ("结果运用", "How results are used"),
    "policy_text.consequences.coefficients": (
        "绩效系数按月度等次确定：{coefficients}。绩效工资等于系数乘以绩效工资基数；"
        "绩效工资与固定工资合计不足当地最低工资标准的，补足到最低工资标准。",
        "The pay coefficient depends on the band for the month: {coefficients}. Performance pay is the "
        "coefficient multiplied by the base; if performance pay and fixed pay together are below the local "
        "minimum wage, they are made up to it.",
    ),
    "policy_text.consequences.coefficient": ("{name} {number}", "{name} {number}"),
    "policy_text.consequences.probability": (
        "对个人不利的处理，要有依据，由负责人署名决定，并且等次的把握在 {probability} 以上；把握不够或者算不出来的，"
        "先人工复核。",
        "Any decision against a person must be based on evidence, be taken by a named person, and needs a "
        "certainty about the band of more than {probability}. If that is not reached or not known, people "
        "review the case first.",
    ),
    "policy_text.consequences.order": (
        "连续 {n} 期不达标，才可以考虑调岗或解除劳动合同；在这之前，要先让本人知道标准、给出依据、安排培训或调整岗位，"
        "再重新考核。缺一步都不能进行。",
        "A transfer or termination of contract can only be considered after {n} consecutive periods below "
        "the standard, and only once the person has known the standard, been shown the evidence, been "
        "trained or given another role, and been assessed again. No step may be left out.",
    ),
    "policy_text.consequences.order.one": (
        "有一期不达标，可以考虑调岗或解除劳动合同，但要先让本人知道标准、给出依据、安排培训或调整岗位，再重新考核。"
        "缺一步都不能进行。",
        "A transfer or termination of contract can be considered after one period below the standard, but "
        "only once the person has known the standard, been shown the evidence, been trained or given another "
        "role, and been assessed again. No step may be left out.",
    ),
    "policy_text.consequences.rank": (
        "排名靠后本身不是处理任何人的理由：不搞末位淘汰，也不强制分布等次。",
        "A low rank is never in itself a reason for action: no one is dismissed for coming last, and no "
        "fixed share of people has to fall into any band.",
    ),
    "policy_row.row.year": ("年度综合考核", "the year"),
    "policy_row.row.workload": ("评价人的工作量", "raters' load"),
    "policy_row.field.year": ("年度综合考核", "The year"),
    "policy_row.field.months": ("各月占比", "Weight of the months"),
    "policy_row.field.quarters": ("各季占比", "Weight of the quarters"),
    "policy_row.field.service_months": ("在职满几个月才有年度分", "Months of service required for an annual score"),
    "policy_row.field.workload": ("评价人的工作量", "Raters' load"),
    "policy_row.field.forms": ("一人一期超过多少份就提示", "Flag a rater with more forms than this"),
    "policy_row.field.minutes": ("两份间隔不到几分钟就提示", "Flag two forms fewer minutes apart than this"),
    "policy_article.year": ("年度综合考核", "The annual result"),
    "policy_article.workload": ("评价人的工作量", "Raters' load"),
    "policy_text.heading.year": ("年度分怎么算", "How the annual score is calculated"),
    "policy_text.heading.workload": ("评价人的工作量", "Raters' load"),
    "policy_text.year.service": (
        "到年末在职不满 {n} 个月的，不出年度分。",
        "An annual score requires {n} months of service by the end of the year.",
    ),
    "policy_text.year.service.one": (
        "到年末在职不满一个月的，不出年度分。",
        "An annual score requires one month of service by the end of the year.",
    ),
    "policy_text.workload": (
        "同一个人一期要填 {forms} 份以上的，或者连着填的两份之间通常不到 {minutes} 分钟的，复核时向考核小组提示；只是提示，不影响得分。",
        "If someone has more than {forms} forms in a cycle, or usually leaves less than {minutes} minutes between two forms "
        "filled in at one sitting, the review panel is told. This does not change any score.",
    ),
}

"""A policy as the centre's appraisal rules: chapters, articles, and what only a formal text says."""

WORDS = {
    "policy_chapter.general": ("总则", "General"),
    "policy_chapter.content": ("考核内容", "What is appraised"),
    "policy_chapter.scoring": ("计分和等次", "Scores and bands"),
    "policy_chapter.publishing": ("结果发布", "Publication"),
    "policy_chapter.hearing": ("告知、签字和申诉", "Notice, signature and appeal"),
    "policy_chapter.use": ("结果运用", "Use of results"),
    "policy_chapter.final": ("附则", "Final provisions"),
    "policy_rules.chapter": ("第{number}章　{name}", "Chapter {number}: {name}"),
    "policy_rules.article": ("第{number}条　{name}", "Article {number}: {name}"),
    "policy_article.purpose": ("目的", "Purpose"),
    "policy_article.scope": ("适用范围", "Scope"),
    "policy_article.levels": ("评级的标准", "What the levels mean"),
    "policy_article.panel": ("考核小组", "The review panel"),
    "policy_article.items": ("能力项", "Items"),
    "policy_article.groups": ("各组指标的分值", "Points of the groups"),
    "policy_article.rated": ("质检评的指标", "Indicators rated in evaluations"),
    "policy_article.missing": ("没有数据时的处理", "Missing data"),
    "policy_article.rounding": ("计算和四舍五入", "Calculation and rounding"),
    "policy_article.bands": ("等次", "Bands"),
    "policy_article.remarks": ("评语", "Comments"),
    "policy_article.publication": ("发布的条件", "Before publication"),
    "policy_article.two_people": ("两人发布", "Publication by two people"),
    "policy_article.windows.appeal": ("申诉", "Appeal"),
    "policy_article.windows.answer": ("申诉的答复", "Appeal decision"),
    "policy_article.windows.silence": ("签字", "Signature"),
    "policy_article.windows.notice": ("评优公示", "Public notice of awards"),
    "policy_article.consequences.coefficients": ("绩效系数", "Pay coefficients"),
    "policy_article.consequences.probability": ("不利处理的条件", "Decisions against a person"),
    "policy_article.consequences.order": ("调岗和解除劳动合同的步骤", "Steps before a transfer or termination"),
    "policy_article.consequences.rank": ("排名", "Ranking"),
    "policy_article.procedure": ("民主程序", "Consultation"),
    "policy_article.versions": ("施行和修改", "Entry into force and changes"),
    "policy_article.example": ("算例", "Worked example"),
    "policy_rules.purpose": (
        "为了公平地评价每个人的能力和服务质量，让每个人知道自己好在哪里、差在哪里、怎么提高，依照《劳动合同法》等法律法规制定本制度。",
        "The purpose of these rules is to judge ability and service fairly, so that everyone knows what they "
        "do well, where they fall short and how to improve. They are made in accordance with the Labour "
        "Contract Law and other applicable laws.",
    ),
    "policy_rules.scope.quarterly": (
        "本制度适用于季度技能评价、试用期评价和专项评估，分数从 1 到 5。考核期最后一天在职、岗位有能力表的人都参加，"
        "各按自己岗位的能力表评。",
        "These rules apply to the quarterly skill appraisal, the appraisal at the end of probation and "
        "special appraisals, on a scale from 1 to 5. Everyone employed on the last day of the period takes "
        "part and is rated on the form for their own role.",
    ),
    "policy_rules.scope.monthly": (
        "本制度适用于月度服务质量考核，满分 100 分。考核期最后一天在职的一线客服代表都参加。",
        "These rules apply to the monthly appraisal of service quality, out of 100 points. All front-line "
        "agents employed on the last day of the month take part.",
    ),
    "policy_rules.panel.task": (
        "考核小组起草和解释本制度，复核结果、提请发布、答复申诉。小组由质检、培训、资深客服代表和人力资源的人员组成，"
        "中心负责人主持。",
        "The review panel drafts and explains these rules, reviews results, proposes publication and decides "
        "appeals. Its members come from quality, training, senior agents and HR; the head of the centre "
        "chairs it.",
    ),
    "policy_rules.panel.own": (
        "任何人都不处理和自己有关的结果、意见和申诉。",
        "No one decides on their own result, comment or appeal.",
    ),
    "policy_rules.group": ("{name} {points} 分：{indicators}", "{name}, {points} points: {indicators}"),
    "policy_rules.indicator": ("{name} {points} 分", "{name} {points}"),
    "policy_rules.obstacle": ("{name}：{answer}。", "{name}: {answer}."),
    "policy_rules.two_people": (
        "一个人提请发布，另一个人确认，确认后十分钟内可以收回。十分钟没到，谁也看不到结果。",
        "One person proposes publication and another confirms it. It can be withdrawn for ten minutes after "
        "that, and no one sees a result until they have passed.",
    ),
    "policy_rules.corrections": (
        "发布后的结果不直接修改。有错的，另出一版更正并写明理由，原来的结果保留。",
        "A published result is never overwritten. An error is corrected in a new revision that states the "
        "reason; the old one is kept.",
    ),
    "policy_rules.signing": (
        "要求面谈的结果，先面谈，再签字。签字表示本人已看过结果和依据，不表示放弃申诉。",
        "Where a meeting is due, the result is discussed first and signed afterwards. By signing, the person "
        "confirms that they have seen the result and its evidence; they do not give up the right to appeal.",
    ),
    "policy_rules.procedure": (
        "制定和修改本制度，先公开草案，征求全体员工的意见，逐条答复；再与工会或者职工代表平等协商，讨论决定；然后公示，"
        "由每个人签收。各步的材料都留存备查（《劳动合同法》第四条）。",
        "Before these rules are made or changed, a draft is shown to all staff for comment and every comment "
        "is answered. The draft is then agreed with the union or staff representatives on an equal footing, "
        "and decided. Finally it is announced and everyone acknowledges it. The documents of each step are "
        "kept (Labour Contract Law, article 4).",
    ),
    "policy_rules.versions": (
        "修改本制度要出新的一版，并写明每处改动的理由。一个考核周期用其最后一天施行的那一版；已经出的结果不受影响。",
        "Any change creates a new version that states the reason for each change. An appraisal uses the "
        "version in force on the last day of its period; earlier results are not affected.",
    ),
    "policy_rules.in_force": (
        "本版（第 {number} 版）自 {day} 起施行。",
        "This version (number {number}) is in force from {day}.",
    ),
    "policy_rules.not_in_force": (
        "本版（第 {number} 版）是草案，施行日期以公示为准。",
        "This version (number {number}) is a draft. The date on which it comes into force will be announced.",
    ),
    "policy_rules.withdrawn": (
        "本版（第 {number} 版）已撤回，没有施行。",
        "This version (number {number}) was withdrawn and never came into force.",
    ),
}

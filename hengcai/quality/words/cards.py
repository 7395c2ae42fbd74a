"""What is said where cards are made: kinds and fields of the row editor, which card holds."""

ROWS = {
    "quality.kind_told.anchored": (
        "五级评分：每级写明看得见、听得到的行为；得分按“各级得分率”。",
        "Levels 1–5, each described by what can be seen or heard; each level earns the share set for it.",
    ),
    "quality.kind_told.yes_no": (
        "通过得满分，未通过得 0；可设为致命项：本部分或整张记零分。",
        "A pass earns full points, a fail earns 0. Can be set as fatal for its section or for the whole evaluation.",
    ),
    "quality.kind_told.choice": (
        "按选项给分：得分率 = 所选分值 ÷ 最高分值。",
        "Earns the points of the chosen option as a share of the highest.",
    ),
    "quality.kind_told.deduction": ("有这个问题就从总分扣分。", "Deducted from the total when found."),
    "quality.kind_told.bonus": (
        "做到了就加分，全表加分有上限。",
        "Added to the total when found, up to the card’s limit.",
    ),
    "quality.kind_told.note": ("只写备注，不计分，可以留空。", "A free note: not scored, may be left empty."),
    "quality.yes_no.yes": ("可以", "Yes"),
    "quality.yes_no.no": ("不可以", "No"),
    "quality.row.card": ("整张表", "the card"),
    "quality.row.section": ("部分", "section"),
    "quality.row.item": ("评分项", "item"),
    "quality.field.name": ("名称", "Name"),
    "quality.field.kind": ("类型", "Type"),
    "quality.field.channel": ("渠道", "Channel"),
    "quality.field.pass_line": ("合格线", "Pass mark"),
    "quality.field.excellence_line": ("优秀线", "Excellence mark"),
    "quality.field.bonus_cap": ("加分上限", "Maximum bonus"),
    "quality.field.level_shares": ("各级得分率", "Share earned per level"),
    "quality.field.red_lines": ("红线", "Red lines"),
    "quality.field.posts": ("只用于这些岗位", "Only for these roles"),
    "quality.field.weight": ("权重", "Weight"),
    "quality.field.points": ("分值", "Points"),
    "quality.field.competency": ("对应能力", "Competency"),
    "quality.field.indicator": ("对应服务质量指标", "Service quality indicator"),
    "quality.field.may_be_na": ("可选不适用", "May be “not applicable”"),
    "quality.field.critical.scope": ("致命项", "Fatal item"),
    "quality.field.critical.class": ("关键错误", "Critical error type"),
    "quality.field.condition": ("评分条件", "Score only if"),
    "quality.field.comment_below": ("低于几级须写依据", "Evidence required below level"),
    "quality.field.comment_if": ("哪些结果须写依据", "Evidence required for"),
    "quality.field.guidance": ("评分说明", "Scoring guidance"),
    "quality.field.anchors": ("行为锚点", "Anchor"),
    "quality.field.options": ("选项", "Option"),
    "quality.field.section": ("所在部分", "Section"),
}

PUBLISHING = {
    "quality.other_card_holds": (
        "这个渠道还有别的评分表在使用：{names}。请先确定用哪一张、从哪天起。",
        "Other cards are in use for this channel: {names}. Choose which one applies, and from when.",
    ),
    "quality.both_for_everybody": (
        "《{name}》也适用于所有岗位。两张都保留，请选好这张适用哪些岗位。",
        "{name} also applies to all roles. To keep both, choose the roles this one is for.",
    ),
    "quality.both_for_one_post": (
        "《{name}》已用于这些岗位：{posts}。一个岗位只能用一张。",
        "{name} is already in use for {posts}. A role can only have one scorecard.",
    ),
    "quality.holds_in_the_past": ("启用日期不能早于今天。", "The start date cannot be in the past."),
    "quality.post_unknown": ("没有这些岗位：{codes}。", "There are no such roles: {codes}."),
    "quality.other_post": (
        "《{name}》不适用于这些记录的岗位（共 {count} 条：{contacts}），请换一张。",
        "{name} does not apply to the roles of the agents who handled {count} of these contacts ({contacts}). Choose another scorecard.",
    ),
}

WORDS = {**ROWS, **PUBLISHING}

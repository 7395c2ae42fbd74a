"""What is said where cards are made: kinds and fields of the row editor, which card holds."""

ROWS = {
    "quality.kind_told.anchored": (
        "五级：每级写明看得见、听得到的做法；得分按“各级得分率”。",
        "Levels 1–5, each with what one can hear or see; earns what the card says for the level.",
    ),
    "quality.kind_told.yes_no": (
        "通过得满分，未通过得 0；可设为致命项：本部分或整张记零分。",
        "Pass earns all, fail nothing; may be fatal for its section or the whole card.",
    ),
    "quality.kind_told.choice": (
        "按选项给分：得分率 = 所选分值 ÷ 最高分值。",
        "Earns the points of the option chosen, as a share of the most points.",
    ),
    "quality.kind_told.deduction": ("有这个问题就从总分里扣。", "Taken off the total when found."),
    "quality.kind_told.bonus": (
        "做到了就加分，全表加分有上限。",
        "Added to the total when found, up to the card’s limit.",
    ),
    "quality.kind_told.note": ("只写备注，不计分，可以留空。", "A free note: not scored, may stay empty."),
    "quality.yes_no.yes": ("可以", "Yes"),
    "quality.yes_no.no": ("不可以", "No"),
    "quality.row.card": ("整张表", "the card"),
    "quality.row.section": ("部分", "section"),
    "quality.row.item": ("评分项", "item"),
    "quality.field.name": ("名称", "Name"),
    "quality.field.kind": ("类型", "Kind"),
    "quality.field.channel": ("渠道", "Channel"),
    "quality.field.pass_line": ("合格线", "Pass line"),
    "quality.field.excellence_line": ("优秀线", "Excellence line"),
    "quality.field.bonus_cap": ("加分上限", "Bonus at most"),
    "quality.field.level_shares": ("各级得分率", "What a level earns"),
    "quality.field.red_lines": ("红线", "Red lines"),
    "quality.field.posts": ("只用于这些岗位", "Only for these posts"),
    "quality.field.weight": ("权重", "Weight"),
    "quality.field.points": ("分值", "Points"),
    "quality.field.competency": ("对应能力", "Feeds the competency"),
    "quality.field.indicator": ("对应服务指标", "Feeds the service indicator"),
    "quality.field.may_be_na": ("可选不适用", "May be “not applicable”"),
    "quality.field.critical.scope": ("致命项", "Fatal when it fails"),
    "quality.field.critical.class": ("关键错误", "Critical for"),
    "quality.field.condition": ("评分条件", "Only scored when"),
    "quality.field.comment_below": ("低于几级要写依据", "Grounds needed below level"),
    "quality.field.comment_if": ("什么结果要写依据", "Grounds needed for"),
    "quality.field.guidance": ("怎么评", "How to judge"),
    "quality.field.anchors": ("等级描述", "Anchor"),
    "quality.field.options": ("选项", "Option"),
    "quality.field.section": ("所在部分", "Section"),
}

PUBLISHING = {
    "quality.other_card_holds": (
        "这个渠道还有别的评分表在用：{names}。请先定下用哪一张、从哪天起。",
        "Other cards serve this channel: {names}. Say which one holds, and from when.",
    ),
    "quality.both_for_everybody": (
        "《{name}》也是给所有岗位用的。两张都留，就要选好这张给哪些岗位用。",
        "{name} is for every post too. If both stay, choose the posts this one is kept for.",
    ),
    "quality.both_for_one_post": (
        "《{name}》已经给这些岗位用了：{posts}。一个岗位只能用一张。",
        "{name} is kept for {posts} already; a post is scored on one card only.",
    ),
    "quality.holds_in_the_past": ("启用日期不能早于今天。", "The day it holds from cannot lie in the past."),
    "quality.post_unknown": ("没有这些岗位：{codes}。", "There are no such posts: {codes}."),
    "quality.other_post": (
        "《{name}》不是给这些记录的岗位用的（共 {count} 条：{contacts}），请换一张。",
        "{name} is kept for other posts than those of {count} of the contacts ({contacts}). Choose another card.",
    ),
}

WORDS = {**ROWS, **PUBLISHING}

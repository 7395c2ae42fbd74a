WORDS = {
    "form.skill-standard": ("技能评价标准表", "Skill rating standard"),
    "form.skill-standard.note": (
        "每项能力看哪些行为，1、3、4、5 级的具体表现。4 级是对每个人、每一次的要求；3 级缺其中一项；2 级介于 1 和 3 之间。",
        "Which behaviours each ability is rated on, and what levels 1, 3, 4 and 5 look like. Level 4 is what is expected of "
        "everyone, every time; at level 3 one part is missing; level 2 is between 1 and 3.",
    ),
    "form.used_for.skill-standard": ("评分前对照，按岗位", "For reference when rating, one per role"),
    "form.column.competency": ("能力", "Ability"),
    "form.column.indicator": ("行为指标", "Behaviour"),
    "form.column.look_for": ("评价要点", "What to look for"),
    "form.column.level1": ("1 级 不符合要求", "1 Does not meet the requirement"),
    "form.column.level3": ("3 级 部分符合", "3 Partly meets the requirement"),
    "form.column.level4": ("4 级 符合要求", "4 Meets the requirement"),
    "form.column.level5": ("5 级 卓越表现", "5 Outstanding"),
    "form.ask.post": ("岗位", "Role"),
}

WORDS = {
    "form.skill-standard": ("技能评价标准表", "Skill rating standard"),
    "form.skill-standard.note": (
        "每项能力看哪几个行为，1、3、5 级各是什么样。2 级在 1 和 3 之间，4 级在 3 和 5 之间。",
        "Which behaviours each ability is read from, and what levels 1, 3 and 5 look like. 2 lies between 1 and 3, 4 between 3 and 5.",
    ),
    "form.used_for.skill-standard": ("打分前对照用，按岗位", "To rate by, one a post"),
    "form.column.competency": ("能力", "Ability"),
    "form.column.indicator": ("行为指标", "Behaviour"),
    "form.column.look_for": ("看什么", "What to look for"),
    "form.column.level1": ("1 级 不符合要求", "1 Below what is asked"),
    "form.column.level3": ("3 级 符合要求", "3 Meets it"),
    "form.column.level5": ("5 级 卓越表现", "5 Outstanding"),
    "form.ask.post": ("岗位", "Post"),
}

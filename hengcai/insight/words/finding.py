WORDS = {
    "find.person": ("人员", "People"),
    "find.team": ("班组", "Teams"),
    "find.contact": ("交互记录", "Contacts"),
    "find.work": ("待评", "To score"),
    "find.evaluation": ("质检结果", "Evaluations"),
    "find.scorecard": ("评分表", "Scorecards"),
    "find.policy": ("考核制度", "Policies"),
    "find.cycle": ("考核周期", "Cycles"),
    "find.competency": ("能力", "Competencies"),
    "find.due": ("{day}截止", "due {day}"),
    "find.version": ("第 {number} 版", "version {number}"),
    "find.period": ("{first}至{last}", "{first} to {last}"),
}

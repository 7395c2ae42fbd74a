"""A draft tried on results that are there."""

WORDS = {
    "trial.title": ("制度试算", "Draft policy: what if"),
    "trial.of": ("{kind}第 {number} 版，用{cycle}的数据试算", "{kind}, version {number}, tried on {cycle}"),
    "trial.changed": ("{people} 人中有 {n} 人等次会变。", "{n} of {people} people would be in a different band."),
    "trial.bands": ("等次变化", "Bands"),
    "trial.teams": ("各班组", "Teams"),
    "trial.people": ("等次会变的人", "Who would change"),
    "trial.from_to": ("现在 → 试算", "Now → under the draft"),
    "trial.no_score": ("不出分", "No score"),
    "trial.no_team": ("没有班组", "No team"),
    "trial.few": ("人太少，不显示", "too few to show"),
    "trial.untried": (
        "这几项改变的是采集的数据，不是算法，留存的数据看不出影响：{names}。",
        "These settings change which data are collected, not how they are counted, so their effect cannot be "
        "shown here: {names}.",
    ),
    "trial.untried.year": (
        "年度分的占比也改了；这里只试算一期，看不出年度分会怎么变。",
        "The weights of months and quarters in the annual score change too; one cycle alone cannot show the effect on it.",
    ),
    "trial.unlike": (
        "有 {n} 人的结果，用留存的数据算不出原来的数，没有计入。",
        "The results of {n} people could not be reproduced from the stored data, so they are left out of all figures.",
    ),
    "trial.unlike.one": (
        "有 1 人的结果，用留存的数据算不出原来的数，没有计入。",
        "The result of one person could not be reproduced from the stored data, so it is left out of all figures.",
    ),
    "trial.unnamed": (
        "另有 {n} 人等次会变，但您看不到他们的结果，不列姓名。",
        "{n} more people would change band. You do not have access to their results, so their names are not shown.",
    ),
    "trial.unnamed.one": (
        "另有 1 人等次会变，但您看不到这个人的结果，不列姓名。",
        "One more person would change band. You do not have access to that result, so the name is not shown.",
    ),
    "trial.cost": (
        "{n} 人的绩效系数合计变化 {change}。",
        "The pay coefficients of {n} people change by {change} in total.",
    ),
    "trial.cost.one": (
        "1 人的绩效系数变化 {change}。",
        "The pay coefficient of one person changes by {change}.",
    ),
    "trial.money": (
        "按各人的绩效工资基数，这个月多支出 {money} 元（负数是少支出）；{n} 人没有基数，没有计入。",
        "Based on each person's pay base, this costs {money} more for the month (less if negative). {n} "
        "people have no pay base and are not included.",
    ),
    "trial.money.one": (
        "按各人的绩效工资基数，这个月多支出 {money} 元（负数是少支出）；1 人没有基数，没有计入。",
        "Based on each person's pay base, this costs {money} more for the month (less if negative). One "
        "person has no pay base and is not included.",
    ),
    "trial.no_base": (
        "还没有各人的绩效工资基数，算不出金额。可以用系数变化乘以人均基数来估算。",
        "There are no pay bases yet, so no amount can be calculated. To estimate it, multiply the change by "
        "the average base.",
    ),
    "trial.column.team": ("班组", "Team"),
    "trial.column.people": ("人数", "People"),
    "trial.column.up": ("升档", "Up"),
    "trial.column.down": ("降档", "Down"),
    "trial.column.gained": ("新出分", "Score gained"),
    "trial.column.lost": ("不再出分", "Score lost"),
    "trial.column.number": ("工号", "Number"),
    "trial.column.name": ("姓名", "Name"),
    "trial.column.before": ("现在", "Now"),
    "trial.column.after": ("试算", "Under the draft"),
    "trial.no_cycle": (
        "没有已发布的同类考核可以试算。",
        "There is no published cycle of this type to test the draft on.",
    ),
    "trial.cycle_unknown": (
        "没有已发布的考核“{value}”可以试算。",
        "There is no published cycle “{value}” to test the draft on.",
    ),
    "audit.did.try_policy": ("试算了制度草案", "Tested a draft policy on past results"),
}

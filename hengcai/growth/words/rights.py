"""What the rights are called."""

WORDS = {
    "right.growth.ladder.see": ("查看星级通道", "See career ladders"),
    "right.growth.ladder.write": ("起草星级通道", "Draft career ladders"),
    "right.growth.ladder.publish": ("发布别人起草的星级通道", "Publish ladders drafted by someone else"),
    "right.growth.allowance.see": ("查看星级津贴", "See allowances"),
    "right.growth.outlook.see": ("查看晋级差距", "See progress to the next step"),
    "right.growth.outlook.watch": ("查看晋级名单", "See the progression list"),
    "right.growth.outlook.count": ("重算晋级差距", "Recalculate progress to the next step"),
    "right.growth.standing.rate": ("评定别人的星级", "Decide which step other people hold"),
    "right.growth.proof.note": ("登记佐证", "Record supporting evidence"),
    "right.growth.reserve.keep": ("列入后备人才", "Add people to the talent pool"),
    "right.growth.reserve.end": ("查看、移出后备人才", "See the talent pool and remove people from it"),
    "right.growth.plan.see": ("查看个人发展计划", "See development plans"),
    "right.growth.plan.open": ("为别人新建个人发展计划", "Open development plans for others"),
    "right.growth.plan.run": (
        "填写、跟进自己主持的个人发展计划",
        "Write and follow up the development plans they lead",
    ),
    "right.growth.plan.sign": ("在自己的或自己主持的个人发展计划上签字", "Sign their own plan, or one they lead"),
}

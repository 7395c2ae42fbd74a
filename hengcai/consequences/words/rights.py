"""What each permission of this package lets somebody do."""

WORDS = {
    "right.consequences.pay.see": ("查看绩效工资核算", "See pay runs"),
    "right.consequences.pay.prepare": ("核算绩效工资和年终奖金", "Prepare pay runs and bonuses"),
    "right.consequences.pay.decide": (
        "审定绩效工资（表里有本人的除外）",
        "Sign off pay runs, except those that include their own pay",
    ),
    "right.consequences.pay.export": ("把绩效工资核算表转给薪酬岗", "Send pay runs to payroll"),
    "right.consequences.pay.settle": (
        "导入绩效工资基数、登记最低工资标准",
        "Import pay bases and enter the minimum wage",
    ),
    "right.consequences.pay.see_own": ("查看自己的绩效工资", "See their own performance pay"),
    "right.consequences.difference.see_own": (
        "查看更正、复核、申诉给自己带来的变化",
        "See what a correction, a review or an appeal changed for them",
    ),
    "right.consequences.base.see_own": ("查看自己的绩效工资基数", "See their own pay base"),
    "right.consequences.review.see": ("查看待人工复核的扣减", "See pay reductions awaiting review"),
    "right.consequences.review.decide": (
        "复核绩效扣减（本人的除外）",
        "Decide on pay reductions under review, never their own",
    ),
    "right.consequences.steps.see": ("查看四步材料（本人也能看）", "See the documents for the four steps"),
    "right.consequences.steps.keep": (
        "登记签收、培训、岗位调整的书面材料",
        "Record documents for the four steps by hand",
    ),
    "right.consequences.plan.see": ("查看绩效改进计划", "See improvement plans"),
    "right.consequences.plan.draft": ("起草绩效改进计划", "Draft improvement plans"),
    "right.consequences.plan.run": ("跟进自己负责的改进计划", "Manage improvement plans they are responsible for"),
    "right.consequences.plan.sign": ("在改进计划上签字", "Sign an improvement plan"),
    "right.consequences.plan.refuse": ("拒签自己的改进计划", "Refuse to sign their own improvement plan"),
    "right.consequences.plan.start_unsigned": ("本人拒签后执行改进计划", "Start a plan the person did not sign"),
    "right.consequences.plan.end": ("按复评结果结束或取消改进计划", "Close or cancel improvement plans"),
    "right.consequences.move.see": ("查看人员变动提议", "See proposed job changes"),
    "right.consequences.move.propose": (
        "提议晋升、轮岗、调岗等人员变动",
        "Propose promotions, rotations and transfers",
    ),
    "right.consequences.move.look": (
        "复核对员工不利的提议（本人的除外）",
        "Review proposals that go against someone else",
    ),
    "right.consequences.move.decide": ("决定人员变动（本人的除外）", "Decide on job changes, never their own"),
}

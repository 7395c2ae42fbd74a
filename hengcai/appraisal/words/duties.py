"""What the inbox calls rating forms."""

WORDS = {
    "duty.rating.self": ("填写自评", "Fill in your self-assessment"),
    "duty.rating.superior": ("给组员评价", "Rate your team"),
    "duty.rating.peer": ("评价同事", "Rate colleagues"),
    "duty.correction.make": ("更正已发布的结果", "Correct a published result"),
    "duty.correction.read": ("您的结果有更正，请查看", "Read the correction to your result"),
    "duty.cycle.open": ("开始一个考核周期", "Open an appraisal cycle"),
    "duty.cycle.late": ("催办逾期未交的评价", "Follow up overdue ratings"),
    "duty.cycle.publish": ("按期发布考核结果", "Publish the results on time"),
    "duty.rating.practical": ("实操考核评分", "Score practical tests"),
}

"""What pages say of sampling plans, and what is refused of them."""

NAMES = {
    "quality.sampling_plan.state.draft": ("草稿", "Draft"),
    "quality.sampling_plan.state.drawn": ("已抽样，未启动", "Drawn, not started"),
    "quality.sampling_plan.state.running": ("进行中", "Running"),
    "quality.sampling_plan.state.closed": ("已结束", "Closed"),
    "quality.plan.ordinary": ("普通抽样", "Ordinary"),
    "quality.pick.reason.no_sound": ("没有声音", "No sound"),
    "quality.pick.reason.wrong_agent": ("不是这位客服接的", "Another agent’s"),
    "quality.pick.reason.test_call": ("测试来电", "Test call"),
    "quality.pick.state.replaced": ("已换：{reason}", "Replaced: {reason}"),
    "quality.pick.state.waiting": ("待分配", "Not assigned yet"),
    "quality.pick.state.nobody": ("无人可评", "No one may score it"),
    "quality.pick.state.open": ("待评", "To score"),
    "quality.pick.state.done": ("已提交", "Submitted"),
    "quality.pick.state.withdrawn": ("已收回", "Withdrawn"),
    "quality.drawn_before": ("其他计划已抽到并分配", "Assigned under another plan that also drew it"),
    "quality.no_card": ("没有适用的评分表", "No scorecard is in force for it"),
}
REFUSED = {
    "quality.plan_column_not_kept": (
        "规则里用到的 {columns}，系统里的交互记录没有保存。可以用：{known}。",
        "A rule uses {columns}, which is not stored for contacts in this system. You can use {known}.",
    ),
    "quality.plan_without_name": ("计划要有名称：写上 name。", "The plan needs a name: add a line with name."),
    "quality.plan_without_analysts": (
        "没有质检员可以评：至少要有一位的工作量大于 0。",
        "No one can score: give at least one analyst a capacity above 0.",
    ),
    "quality.plan_days": (
        "评分期限要在 1 到 {most} 个工作日之间。",
        "Enter between 1 and {most} working days for scoring.",
    ),
    "quality.plan_changed": (
        "这份计划刚在其他窗口改过，这里的改动没有覆盖上去。请刷新后再改。",
        "This plan has just been changed elsewhere; nothing was overwritten. Reload the page, then make your change.",
    ),
    "quality.plan_week_unknown": ("这份计划不抽这一周。", "This plan does not draw that week."),
    "quality.plan_week_open": ("{week} 开始的这一周还没过完。", "The week beginning {week} is not over yet."),
    "quality.plan_nothing_late": ("上次抽样后没有新的记录补进来。", "No contacts have been added since the last draw."),
    "quality.plan_nothing_to_give": ("抽到的都分配过了。", "Everything drawn has been assigned."),
    "quality.pick_reason_unknown": ("更换原因只能是：{known}。", "The reason must be one of {known}."),
    "quality.pick_replaced": ("这一条已经换过了。", "This contact has already been replaced."),
    "quality.pick_scored": (
        "这一条已经评过，不能再换：换掉等于挑分数。",
        "This contact has been scored and cannot be replaced: that would be choosing scores.",
    ),
    "quality.pick_last": (
        "这一层一共 {n} 条，都抽过了，没有下一条可换。",
        "All {n} contacts of this stratum have been drawn; there is no next one.",
    ),
    "move.edit_plan": ("修改", "Edit"),
    "move.draw_plan": ("抽样", "Draw"),
    "move.start_plan": ("启动", "Start"),
    "move.draw_week": ("抽一周", "Draw a week"),
    "move.give_picks": ("分配", "Assign"),
    "move.replace_pick": ("更换", "Replace"),
    "move.close_plan": ("结束计划", "Close"),
}
WORDS = NAMES | REFUSED

"""Improvement plans, the four steps, moves of people: states, moves, duties, refusals."""

NAMES = {
    "consequences.plan.state.drafted": ("起草中", "Draft"),
    "consequences.plan.state.offered": ("待双方签字", "Awaiting signatures"),
    "consequences.plan.state.refused": ("本人拒签", "Not signed by the person"),
    "consequences.plan.state.running": ("进行中", "In progress"),
    "consequences.plan.state.succeeded": ("复评达标", "Standard met"),
    "consequences.plan.state.failed": ("复评未达标", "Standard not met"),
    "consequences.plan.state.called_off": ("已取消", "Cancelled"),
    "consequences.move.state.waiting": ("待人工复核", "Awaiting review"),
    "consequences.move.state.proposed": ("待决定", "Proposed"),
    "consequences.move.state.decided": ("已决定", "Approved"),
    "consequences.move.state.declined": ("未同意", "Declined"),
    "consequences.move.kind.promotion": ("晋升", "Promotion"),
    "consequences.move.kind.project": ("参加高级项目", "Higher-level project"),
    "consequences.move.kind.rotation": ("轮岗", "Rotation"),
    "consequences.move.kind.transfer": ("调岗", "Transfer"),
    "consequences.move.kind.exit": ("解除劳动合同", "Termination of contract"),
    "consequences.step.known": ("知晓标准", "Standard known"),
    "consequences.step.evidence": ("有依据", "Evidence"),
    "consequences.step.trained": ("培训或调整岗位", "Training or change of role"),
    "consequences.step.again": ("重新考核", "Reassessed"),
    "consequences.step.known.means": (
        "考核期结束之前，本人签收了考核制度。",
        "The person acknowledged the policy before the period ended.",
    ),
    "consequences.step.evidence.means": (
        "已发布的结果在最低一档，并附有质检样本。",
        "A published result is in the lowest band, with its sample.",
    ),
    "consequences.step.trained.means": (
        "结果发布之后，安排过改进计划、培训，或者调整过岗位。",
        "After that result, the person had an improvement plan, training or a change of role.",
    ),
    "consequences.step.again.means": (
        "培训开始之后，又做过一次专项评估。",
        "A special appraisal was carried out after the training began.",
    ),
    "consequences.change.higher": ("提高了，差距超出偶然波动", "Higher, by more than chance"),
    "consequences.change.lower": ("降低了，差距超出偶然波动", "Lower, by more than chance"),
    "consequences.change.cannot_tell": ("还不能判断是不是偶然波动", "Cannot tell: may be chance"),
    "move.edit_improvement": ("修改计划", "Edit the plan"),
    "move.offer_improvement": ("交双方签字", "Send for signature"),
    "move.seal_improvement": ("双方签齐", "Signed by both"),
    "move.refuse_improvement": ("拒签", "Refuse to sign"),
    "move.redraft_improvement": ("重写计划", "Redraft"),
    "move.start_unsigned": ("未签字执行", "Start without a signature"),
    "move.succeed_improvement": ("复评达标，结束", "Close: standard met"),
    "move.fail_improvement": ("复评未达标，结束", "Close: standard not met"),
    "move.call_off_improvement": ("取消计划", "Cancel the plan"),
    "move.carry_move": ("同意提请决定", "Pass on for decision"),
    "move.drop_move": ("终止提议", "Drop the proposal"),
    "move.decide_move": ("同意", "Approve"),
    "move.decline_move": ("不同意", "Decline"),
    "duty.improvement.sign": ("在绩效改进计划上签字", "Sign an improvement plan"),
    "duty.improvement.end": (
        "改进计划到期，按复评结果结束",
        "Improvement plan has ended: close it with the reassessment",
    ),
    "duty.improvement.reconsider": (
        "改进计划的依据已更正，请决定是否取消",
        "The result behind an improvement plan was corrected: decide whether to cancel it",
    ),
    "duty.move.carry": ("复核一项对员工不利的提议", "Review a proposal that goes against someone"),
    "duty.move.settle": ("决定一项人员变动", "Decide on a job change"),
}
REFUSALS = {
    "consequences.step_missing.known": (
        "还差第一步：没有考核期结束前签收制度的记录。当时在纸上签收过的，请先登记；当时没有签收过的，不能凭这次结果往下走。",
        "Step 1 is missing: there is no record that the person acknowledged the policy before the period "
        "ended. If they signed on paper at the time, record that first; if not, this result cannot be taken "
        "further.",
    ),
    "consequences.step_missing.evidence": (
        "还差第二步：没有在最低一档的已发布结果。",
        "Step 2 is missing: the person has no published result in the lowest band.",
    ),
    "consequences.step_missing.trained": (
        "还差第三步：结果发布之后没有改进计划、培训或岗位调整。请先帮助员工改进。",
        "Step 3 is missing: since that result there has been no improvement plan, training or change of "
        "role. Help the person to improve first.",
    ),
    "consequences.step_missing.again": (
        "还差第四步：培训之后没有重新考核。请先做一次专项评估。",
        "Step 4 is missing: the person has not been reassessed since the training. Run a special appraisal first.",
    ),
    "consequences.passed_again": (
        "重新考核已经达标，不能再以不能胜任为由调岗或解除劳动合同。",
        "The person met the standard on reassessment, so lack of capability is no longer a reason for a "
        "transfer or for ending the contract.",
    ),
    "consequences.cycles_few": (
        "制度要求连续 {least} 个周期在最低一档，现在是 {found} 个。",
        "The policy requires {least} consecutive cycles in the lowest band; so far there are {found}.",
    ),
    "consequences.plan_not_ended": (
        "改进计划还没有结束，请先按复评结果结束计划。",
        "The improvement plan has not been closed with a reassessment yet. Close it first.",
    ),
    "consequences.plan_open_already": (
        "这个人已有一份没有结束的改进计划，请先结束那一份。",
        "This person already has an open improvement plan.",
    ),
    "consequences.plan_days": (
        "请填写起止日期，开始日期不能早于今天。",
        "Enter both dates. The plan cannot start before today.",
    ),
    "consequences.plan_length": (
        "改进计划要有 {least} 到 {most} 天，太短看不出变化。",
        "A plan lasts {least} to {most} days; anything shorter is too short for a real change to show.",
    ),
    "consequences.plan_incomplete": (
        "差距、目标、支持措施三项都要写，才能交双方签字。",
        "Fill in the gap, the goals and the support before sending the plan for signature.",
    ),
    "consequences.plan_stale": (
        "这份计划刚被改过，您的页面不是最新的。请刷新后再改。",
        "This plan has just been changed by someone else. Reload the page and make your changes again.",
    ),
    "consequences.plan_stale_to_sign": (
        "这份计划在您打开页面之后又改过，或者所依据的结果更正过。请刷新页面，看过现在的内容再签字。",
        "This plan, or the result it is based on, has changed since you opened the page. Reload it and read the "
        "current text before you sign.",
    ),
    "consequences.plan_signed_not_refused": (
        "您已经在这份计划上签字，不能再拒签。有不同意见，请找支持人或人力资源部取消计划。",
        "You have already signed this plan, so you can no longer refuse to sign. If you disagree with it now, ask "
        "your supporter or HR to cancel it.",
    ),
    "consequences.plan_without_ground": (
        "这份计划所依据的结果已经更正，现在不在最低一档，计划没有依据了，不能签字或开始。请取消计划。",
        "The result this plan is based on has been corrected and is no longer in the lowest band, so the plan has no "
        "basis and cannot be signed or started. Cancel it.",
    ),
    "consequences.plan_not_to_sign": ("这份计划现在不需要签字。", "This plan is not awaiting a signature."),
    "consequences.plan_signed_already": ("您已经签过字，不用再签。", "You have already signed this plan."),
    "consequences.plan_not_signed": ("双方还没有签齐，签齐以后才能继续。", "Both of you need to sign first."),
    "consequences.retest_before_the_plan": (
        "请选这个人在计划开始之后、已发布的专项评估结果。",
        "Choose a published special appraisal of this person that ended after the plan began.",
    ),
    "consequences.retest_below": (
        "复评结果还在最低一档，请按未达标结束。",
        "The reassessment is still in the lowest band, so the plan cannot be closed as “standard met”.",
    ),
    "consequences.retest_above": (
        "复评结果已经高于最低一档，请按达标结束。",
        "The reassessment is above the lowest band, so the plan cannot be closed as “standard not met”.",
    ),
    "consequences.step_unknown": (
        "手工只能登记两种材料：制度签收，培训或岗位调整。",
        "Only an acknowledgement, training or a change of role can be recorded by hand.",
    ),
    "consequences.paper_day": ("请写日期，不能晚于今天。", "Enter the date. It cannot be later than today."),
    "consequences.move_unknown": ("没有这种人员变动，请重新选择。", "There is no such job change."),
    "consequences.move_open_already": (
        "这个人已经有一项同样的提议在等待决定。",
        "The same change has already been proposed for this person and is still open.",
    ),
    "consequences.where_long": (
        "去向最多写 {most} 个字。",
        "Enter the new role or team in no more than {most} characters.",
    ),
    "consequences.move_overtaken": (
        "提议之后，所依据的结果有了变化。请不予采纳，需要时重新提议。",
        "The result this proposal is based on has since changed. Decline it and make a new proposal if one is needed.",
    ),
    "consequences.looked_by_proposer": (
        "提议人不能自己复核，请由别人复核。",
        "The person who made the proposal cannot review it. Ask someone else.",
    ),
    "consequences.decided_by_proposer": (
        "提议人不能自己决定，请由别人决定。",
        "The person who made the proposal cannot decide on it. Ask someone else.",
    ),
}
WORDS = NAMES | REFUSALS

"""Panels that set a cut score: names, moves, rights, refusals, audit lines; and why a question is withdrawn."""

NAMES = {
    "assessment.panel.state.first": ("第一轮", "First round"),
    "assessment.panel.state.second": ("第二轮", "Second round"),
    "assessment.panel.state.closed": ("已结束", "Closed"),
    "assessment.panel.state.dropped": ("已取消", "Called off"),
    "assessment.panel.caution.too_small": (
        "不到 3 位评委，定不出可用的分数线。",
        "Fewer than three judges: no usable cut score can be set.",
    ),
    "assessment.panel.caution.small": (
        "评委少于 5 位：换一组人，分数线可能差不少，误差本身也估不准。",
        "Fewer than five judges: another panel might set quite a different cut, and the error itself is uncertain.",
    ),
    "move.end_first_round": ("结束第一轮", "End the first round"),
    "move.close_panel": ("结束第二轮", "End the second round"),
    "move.drop_panel": ("取消", "Call off"),
    "move.adopt_cut": ("采用分数线", "Adopt the cut score"),
    "move.withdraw_bank_question": ("停用试题", "Withdraw the question"),
    "duty.panel.estimate": ("作为评委估计及格分数线", "Give estimates for a cut score as a judge"),
}
RIGHTS = {
    "right.assessment.panel.see": ("查看分数线评审", "See panels for cut scores"),
    "right.assessment.panel.run": ("召集分数线评审", "Set up panels for cut scores"),
    "right.assessment.panel.estimate": ("作为评委估计", "Estimate as a judge"),
    "right.assessment.panel.adopt": ("采用分数线", "Adopt cut scores"),
    "right.assessment.items.see": ("查看试题分析", "See item analyses"),
}
REFUSALS = {
    "panel.words_missing": (
        "请写评审的名称（不超过 200 字），并写明“刚够格的人”是什么样。",
        "Enter a name (200 characters at most) and describe the borderline candidate.",
    ),
    "panel.questions_wrong": ("请选 1 到 {most} 道题，每题只选一次。", "Choose 1 to {most} questions, each once."),
    "panel.question_unknown": ("题库里没有已发布的试题 {code}。", "The bank has no published question {code}."),
    "panel.points_wrong": (
        "每题的分值要大于 0、不超过 {most}。",
        "A question’s points must be above 0 and at most {most}.",
    ),
    "panel.judges_few": (
        "评委要有 {fewest} 到 {most} 位，各估各的。",
        "A panel needs {fewest} to {most} judges, each estimating alone.",
    ),
    "panel.percent_wrong": ("请填 0 到 100 的整数。", "Enter whole numbers from 0 to 100."),
    "panel.estimates_missing": (
        "还有 {count} 道题没有估计，请填完再提交。",
        "{count} questions have no estimate yet. Fill them in, then submit.",
    ),
    "panel.estimates_missing.one": (
        "还有 {count} 道题没有估计，请填完再提交。",
        "{count} question has no estimate yet. Fill it in, then submit.",
    ),
    "panel.too_few_sent": (
        "提交了的评委不到 {fewest} 位，还不能结束这一轮。",
        "Fewer than {fewest} judges have submitted; the round cannot end yet.",
    ),
    "panel.round_over": (
        "这一轮已经提交或已经结束，不能再改。",
        "This round is submitted or over and can no longer be changed.",
    ),
    "panel.cut_wrong": (
        "分数线要大于 0、不超过满分 {total}。",
        "The cut must be above 0 and at most the full {total} points.",
    ),
    "panel.why_missing": ("请写明采用的理由。", "Say why this cut is adopted."),
    "panel.adopted_already": (
        "这次评审的分数线已经采用，不能再改；要改请另召集一次评审。",
        "The cut of this panel has been adopted and stays. Set up another panel to change it.",
    ),
    "bank.why_missing": (
        "请写停用的理由，改题的人要看。",
        "Say why it is withdrawn; whoever rewrites it needs to know.",
    ),
}
AUDIT = {
    "audit.did.open_panel": ("召集了分数线评审", "Set up a panel for a cut score"),
    "audit.did.keep_panel_sheet": ("填写了评委估计", "Filled in estimates as a judge"),
    "audit.did.send_panel_sheet": ("提交了评委估计", "Submitted estimates as a judge"),
    "audit.did.end_first_round": ("结束了评审第一轮", "Ended the first round of a panel"),
    "audit.did.close_panel": ("结束了分数线评审", "Closed a panel"),
    "audit.did.drop_panel": ("取消了分数线评审", "Called off a panel"),
    "audit.did.adopt_cut": ("采用了分数线", "Adopted a cut score"),
    "audit.did.withdraw_bank_question": ("根据试题分析停用了试题", "Withdrew a question after an item analysis"),
    "audit.thing.assessment.angoffpanel": ("分数线评审", "panel for a cut score"),
    "audit.thing.assessment.panelquestion": ("评审的试题", "question of a panel"),
    "audit.thing.assessment.paneljudge": ("评委", "judge of a panel"),
    "audit.thing.assessment.estimate": ("评委的估计", "judge’s estimate"),
    "audit.thing.assessment.cutscore": ("分数线", "cut score"),
}
WORDS = NAMES | RIGHTS | REFUSALS | AUDIT

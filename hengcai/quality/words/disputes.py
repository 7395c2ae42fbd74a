"""Disputes: states, moves, outcomes, refusals."""

NAMES = {
    "quality.dispute.state.open": ("待受理", "Waiting to be taken on"),
    "quality.dispute.state.taken": ("独立复评中", "Being scored blind"),
    "quality.dispute.state.marked": ("待裁定", "Being decided"),
    "quality.dispute.state.decided": ("已裁定", "Decided"),
    "quality.dispute.state.withdrawn": ("已撤回", "Withdrawn"),
    "quality.outcome.upheld": ("申诉成立", "Upheld"),
    "quality.outcome.partly": ("部分成立", "Upheld in part"),
    "quality.outcome.rejected": ("维持原评分", "Rejected"),
    "move.take_dispute": ("受理", "Take on the dispute"),
    "move.take_over_dispute": ("主管接手", "Take it over"),
    "move.mark_blind": ("提交独立评分", "Submit blind marks"),
    "move.decide_dispute": ("裁定", "Decide"),
    "move.give_back_dispute": ("退回，由他人裁定", "Give it back undecided"),
    "move.withdraw_dispute": ("撤回申诉", "Withdraw the dispute"),
}
REFUSALS = {
    "quality.no_window": (
        "这份质检结果没有申诉期：还没有发布，或者已是申诉后的改判。",
        "This evaluation cannot be confirmed or disputed: it has not been published, or it is itself the outcome of a dispute.",
    ),
    "quality.window_closed": (
        "确认和申诉的期限到 {day} 为止，已经过了。",
        "The last day to confirm or dispute was {day}.",
    ),
    "quality.disputed_already": (
        "这份质检结果已经申诉过，一份只能申诉一次。",
        "This evaluation has already been disputed. An evaluation can only be disputed once.",
    ),
    "quality.confirmed_already": (
        "您已经确认过这份质检结果，不能再申诉。",
        "You have confirmed this evaluation, so it can no longer be disputed.",
    ),
    "quality.newer_on_its_way": (
        "这一版正在改分；新的一版发布后，会重新给您确认或申诉的期限。",
        "This evaluation is being changed. Once the new version is published, you will have a new period to confirm or dispute it.",
    ),
    "quality.under_dispute": (
        "这份质检结果正在申诉，裁定之前不能改分。",
        "This evaluation is under dispute and cannot be changed until the dispute is decided.",
    ),
    "quality.dispute_empty": (
        "还没有选要申诉的评分项。请至少选一项。",
        "Choose at least one item to dispute.",
    ),
    "quality.item_not_disputable": (
        "“{names}”没有评分，或者不计入得分，不能申诉。",
        "{names} has no mark or does not count towards the score, so it cannot be disputed.",
    ),
    "quality.wish_unknown": (
        "“{names}”请选认为应得的评分；不能和原评分相同，也不能更低。",
        "{names}: choose the mark you think is right. It must be different from the first mark and not lower.",
    ),
    "quality.wish_words_missing": (
        "“{names}”请写明申诉理由。",
        "{names}: say why the mark is wrong.",
    ),
    "quality.dispute_decided": (
        "这件申诉已经裁定或者撤回。",
        "This dispute has been decided or withdrawn.",
    ),
    "quality.give_back_reason_missing": (
        "退回要写明原因，例如和当事人有利害关系，或者要请假。",
        "Enter why you are giving it back, such as a conflict of interest or leave.",
    ),
    "quality.nobody_else_decides": (
        "除您以外，没有别人能裁定这件申诉，不能退回。",
        "No one else can decide this dispute, so it cannot be given back.",
    ),
    "quality.opinion_missing": ("请写班组长意见。", "Write your opinion."),
    "quality.take_over_reason_missing": (
        "主管接手要写明原因，例如没有别的质检员可以复评。",
        "Enter why you are taking it over, for example because no other analyst is available.",
    ),
    "quality.blind_incomplete": (
        "请给每个申诉的评分项评分。",
        "Enter a mark for each of the disputed items.",
    ),
    "quality.blind_unknown": (
        "“{names}”请选一个评分。",
        "{names}: choose a mark.",
    ),
    "quality.rulings_incomplete": (
        "请逐项裁定。",
        "Decide each of the disputed items.",
    ),
    "quality.ruling_unknown": (
        "“{names}”请选申诉成立、部分成立或维持原评分。",
        "{names}: choose upheld, upheld in part, or rejected.",
    ),
    "quality.ruling_reasons_missing": (
        "“{names}”请写裁定理由。",
        "{names}: give the reasons for your decision.",
    ),
    "quality.nothing_between": (
        "“{names}”选部分成立，要选一个介于原评分和申诉评分之间的评分；没有就只能选成立或维持。",
        "{names}: for “upheld in part”, choose a mark between the first mark and the one asked for. If there is none, choose "
        "upheld or rejected.",
    ),
    "quality.decision_lowers": (
        "这样裁定，总分会比原来低；申诉不能让总分下降。请改选，或维持原评分。",
        "This would lower the total, and a dispute never lowers a score. Choose differently, or reject the dispute.",
    ),
}
WORDS = NAMES | REFUSALS

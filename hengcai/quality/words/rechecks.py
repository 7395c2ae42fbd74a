"""Rechecks: states, moves, outcomes, refusals."""

NAMES = {
    "quality.recheck.state.drawn": ("待分配", "Not assigned"),
    "quality.recheck.state.given": ("待复核", "To be scored again"),
    "quality.recheck.state.marked": ("待裁定", "To be settled"),
    "quality.recheck.state.settled": ("已办结", "Settled"),
    "quality.recheck.state.open": ("未办结", "Open"),
    "quality.recheck.outcome.alike": ("一致，维持初评", "Within the limit: first score stands"),
    "quality.recheck.outcome.kept": ("维持初评", "First score kept"),
    "quality.recheck.outcome.taken": ("采用复核评分", "Second score taken"),
    "quality.recheck.outcome.items": ("逐项裁定", "Settled item by item"),
    "quality.recheck.why.random": ("随机抽中", "Drawn at random"),
    "quality.recheck.why.fatal": ("致命错误必核", "Fatal error"),
    "quality.recheck.why.both": ("随机抽中，有致命错误", "Drawn at random, with a fatal error"),
    "move.give_recheck": ("分配复核", "Assign the recheck"),
    "move.take_over_recheck": ("主管接手复核", "Take the recheck over"),
    "move.mark_recheck": ("提交复核评分", "Submit the second score"),
    "move.close_recheck": ("一致，自动办结", "Close a recheck within the limit"),
    "move.settle_recheck": ("复核裁定", "Settle the recheck"),
}
REFUSALS = {
    "quality.recheck_not_drawn": (
        "所选里有 {count} 份还没有抽复核。请先到“复核”页抽取，办结后再发布。",
        "{count} of the selected evaluations have not been included in a recheck draw yet. Draw rechecks on the Rechecks page "
        "first and publish once they are settled.",
    ),
    "quality.recheck_open": (
        "这一批还有 {count} 份复核没有办结，整批都不能发布。请到“复核”页查看。",
        "{count} rechecks of this batch are open, so none of it can be published. See the Rechecks page.",
    ),
    "quality.recheck_nothing": (
        "没有待抽复核的质检结果。",
        "There is nothing to draw from: every submitted evaluation has already been included in a recheck draw.",
    ),
    "quality.recheck_not_theirs": (
        "{name}不能复核这一份：分到过这条记录，或者按规定应当回避。",
        "{name} cannot do this recheck: they have been assigned the contact before, or are excluded from scoring this agent.",
    ),
    "quality.recheck_take_over_reason_missing": (
        "主管接手要写明原因，例如没有别的质检员可以复核。",
        "Enter why you are taking it over, for example because no other analyst is available.",
    ),
    "quality.recheck_marked": (
        "复核评分已经提交，不能再改。",
        "The second score has been submitted and can no longer be changed.",
    ),
    "quality.recheck_apart": (
        "两次评分的差异超出允许范围，要由质检主管裁定。",
        "The two scores are too far apart; the quality supervisor settles it.",
    ),
    "quality.recheck_ruling_unknown": (
        "请选维持初评、采用复核评分或逐项裁定。",
        "Choose to keep the first score, take the second, or settle item by item.",
    ),
    "quality.recheck_reason_missing": ("请写明裁定理由。", "Give the reason."),
    "quality.recheck_items_incomplete": (
        "逐项裁定时，两次评分不同的每一项都要选一个评分。",
        "When deciding item by item, choose a mark for each item on which the two scores differ.",
    ),
    "quality.recheck_mark_unknown": ("“{names}”请选一个评分。", "{names}: choose a mark."),
    "quality.under_recheck": (
        "这份质检结果正在复核，办结之前不能改分。",
        "This evaluation is being rechecked and cannot be changed until the recheck is settled.",
    ),
}
WORDS = NAMES | REFUSALS

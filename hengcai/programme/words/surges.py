"""Surges and the intensives they may ask for: kinds, states, sentences, rights, refusals."""

WORDS = {
    "programme.surge.kind.complaints": ("投诉", "Complaints"),
    "programme.surge.kind.errors": ("质检差错", "Errors in evaluations"),
    "programme.surge.kind.cause": ("差错原因", "Cause of errors"),
    "programme.surge.state.proposed": ("待处理", "To be decided"),
    "programme.surge.state.opened": ("已开集训", "Intensive opened"),
    "programme.surge.state.left": ("不开", "No intensive"),
    "programme.surge.every": ("全部投诉", "All complaints"),
    "programme.surge.told": (
        "{month}“{what}”占 {now}（{n} 件），前三个月为 {before}；升高 {change} 个百分点，可信范围 [{low}, {high}]，明显超出偶然。",
        "{month}: “{what}” at {now} ({n} cases), compared with {before} in the three months before; up by {change} percentage "
        "points, interval [{low}, {high}], more than chance.",
    ),
    "programme.surge.of.complaints": ("占交互量的比例", "Share of contacts"),
    "programme.surge.of.errors": ("占质检量的比例", "Share of evaluations"),
    "programme.surge.of.cause": ("占质检量的比例", "Share of evaluations"),
    "programme.surge.plan_name": ("专项集训：{what}", "Intensive: {what}"),
    "move.open_intensive": ("开专项集训", "Open an intensive"),
    "move.leave_surge": ("不开集训", "Decide against an intensive"),
    "duty.training.surge": ("决定要不要开专项集训", "Decide on an intensive"),
    "right.programme.surge.see": ("查看激增提醒", "See surges"),
    "right.programme.surge.find": ("查找激增", "Look for surges"),
    "right.programme.surge.settle": ("决定要不要开专项集训", "Decide whether an intensive is opened"),
    "programme.surge_without_reason": ("请写明为什么不开。", "Say why no intensive is opened."),
    "audit.did.find_surges": ("查找了激增", "Looked for surges"),
    "audit.did.open_intensive": ("开了专项集训", "Opened an intensive"),
    "audit.did.leave_surge": ("决定不开专项集训", "Decided against an intensive"),
    "audit.thing.programme.surge": ("激增提醒", "surge"),
}

"""Corrections: their states."""

WORDS = {
    "appraisal.correction.state.open": ("待更正", "To be corrected"),
    "appraisal.correction.state.proposed": ("已提出，待第二人确认", "Proposed, awaiting a second person"),
    "appraisal.correction_proposed": (
        "这份结果的更正已经有人提出，或者已经完成。请打开更正查看。",
        "A correction to this result has already been proposed or made. Open the correction to see it.",
    ),
    "appraisal.correction_not_proposed": (
        "这项更正现在不需要确认。",
        "This correction is not awaiting confirmation.",
    ),
    "appraisal.correction_by_proposer": (
        "更正要由另一个人确认，提出的人自己不能确认。",
        "The person who proposed a correction cannot confirm it. Ask someone else.",
    ),
    "appraisal.correction_not_alone": (
        "还有 {count} 人可以确认这项更正，请由其中一位确认。",
        "Someone else can confirm this correction (people who can: {count}). Ask one of them.",
    ),
    "appraisal.correction.state.made": ("已更正，待本人查看", "Corrected, not read yet"),
    "appraisal.correction.state.read": ("已更正，本人已看", "Corrected and read"),
}

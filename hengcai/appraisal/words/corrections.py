"""Corrections: their states."""

WORDS = {
    "appraisal.correction.state.open": ("待更正", "To be corrected"),
    "appraisal.correction.state.made": ("已更正，待本人查看", "Corrected, not read yet"),
    "appraisal.correction.state.read": ("已更正，本人已看", "Corrected and read"),
}

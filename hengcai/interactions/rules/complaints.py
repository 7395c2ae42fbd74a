"""What several complaints about one contact come to, and what a judgement needs."""

from collections.abc import Collection

from hengcai.base.errors import NotValid

OPEN, UPHELD, NOT_UPHELD = "open", "upheld", "not_upheld"
VERDICTS = (UPHELD, NOT_UPHELD)
LONGEST_REASON = 500


def standing_of(judged: Collection[str]) -> str:
    """One found responsible is enough; until then one that is open keeps it open."""
    return next((one for one in (UPHELD, OPEN) if one in judged), NOT_UPHELD)


def check_verdict(judged: str, reason: str) -> None:
    if judged not in VERDICTS:
        raise NotValid("complaint.verdict_unknown", column="judged", known=", ".join(VERDICTS))
    if not reason.strip():
        raise NotValid("complaint.reason_missing", column="reason")
    if len(reason.strip()) > LONGEST_REASON or "\0" in reason:
        raise NotValid("text.too_long", column="reason", found=len(reason), most=LONGEST_REASON)

"""质量分析月报: which sentences a draft has, and what a person may do with them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from hengcai.base.errors import NotNow, NotValid

PARTS = ("service", "quality", "errors", "work", "grades", "coaching", "remedies")
LONGEST_SENTENCE = 1_000
FIRST_YEAR = 2000  # nothing was counted before


def check_month(month: date, *, is_over: bool) -> None:
    if month.day != 1 or month.year < FIRST_YEAR:
        raise NotValid("improvement.month_unknown")
    if not is_over:
        raise NotNow("improvement.month_runs", month=f"{month:%Y-%m}")


def check_data(month: date, *, has_data: bool) -> None:
    if not has_data:
        raise NotNow("improvement.month_empty", month=f"{month:%Y-%m}")


def check_issue(summary: Mapping[str, str]) -> None:
    """Somebody has said in their own words what the figures come to."""
    if not any(text.strip() for text in summary.values()):
        raise NotNow("improvement.summary_missing")


def number_of(month: date, revision: int) -> str:
    return f"{month:%Y%m}-{revision:02d}"


def changed(
    held: Mapping[str, Mapping[str, str]], typed: Mapping[str, str], drafted: Mapping[str, str], tongue: str
) -> dict[str, Any]:
    """The texts that stand in a sentence's place, in one language: one that was not changed is drafted anew each time."""
    found = {key: dict(both) for key, both in held.items()}
    for key, text in typed.items():
        if key not in drafted:
            raise NotValid("improvement.sentence_unknown", key=key)
        if len(text) > LONGEST_SENTENCE:
            raise NotValid("improvement.sentence_long", most=LONGEST_SENTENCE)
        both = found.setdefault(key, {})
        if text.strip() and text.strip() != drafted[key].strip():
            both[tongue] = text.strip()
        else:
            both.pop(tongue, None)
    return {key: both for key, both in found.items() if both}

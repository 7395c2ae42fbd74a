"""How long somebody has been there, in the bands a survey is broken down by."""

from datetime import date

BANDS = (("3m", 3), ("12m", 12), ("3y", 36))  # up to so many months; beyond: the last band
LONGEST = "over_3y"
UNKNOWN = ""
CODES = (*(code for code, _months in BANDS), LONGEST)


def tenure_of(hired_on: date | None, on: date) -> str:
    """By whole months since the day of hiring."""
    if hired_on is None:
        return UNKNOWN
    months = (on.year - hired_on.year) * 12 + on.month - hired_on.month - (on.day < hired_on.day)
    return next((code for code, most in BANDS if months < most), LONGEST)

"""What a template of cycles may say."""

from collections.abc import Mapping
from typing import Any

from hengcai.base.errors import NotValid

MOST = 60
"""Working days after the period's end, and days before it."""
RATED = ("self_after", "others_after", "superior_after")


def check_terms(terms: Mapping[str, Any], *, has_forms: bool) -> None:
    """Days in their order: opened, rated, closed, published; of a kind without forms none for raters."""
    for name in ("ahead_days", "opens_after", "publish_after", *RATED, "closes_after"):
        value = terms[name]
        if value is not None and not 0 <= value <= MOST:
            raise NotValid("appraisal.template_days", field=name, value=value, most=MOST)
    rated = [terms[name] for name in RATED]
    if any((one is not None) != has_forms for one in rated):
        raise NotValid("appraisal.template_rated")
    last = max([terms["opens_after"], *(one for one in rated if one is not None)])
    if has_forms and not terms["opens_after"] <= terms["self_after"] <= terms["superior_after"]:
        raise NotValid("appraisal.template_order")
    if (terms["closes_after"] is not None and terms["closes_after"] < last) or terms["publish_after"] < last:
        raise NotValid("appraisal.template_order")

"""One way to save a policy's text, whichever state lets it be saved."""

from datetime import date

from hengcai.accounts.models import User
from hengcai.appraisal.actions.policies import amend_policy, rewrite_policy
from hengcai.appraisal.models import Policy


def write_policy(policy: Policy, *, by: User, text: str, edit_count: int, today: date) -> Policy:
    """Rewrites a draft, amends what was discussed: whichever it is in."""
    if policy.state == Policy.State.DISCUSSED:
        return amend_policy(policy, by=by, text=text, edit_count=edit_count, today=today)
    return rewrite_policy(policy, by=by, text=text, edit_count=edit_count)

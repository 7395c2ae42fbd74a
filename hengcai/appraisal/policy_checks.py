"""What every step of a policy's procedure asks of its text."""

from hengcai.appraisal.models import Policy, Procedure
from hengcai.appraisal.rules.policy import MonthPolicy, SkillPolicy
from hengcai.appraisal.rules.policy_drafts import FILE
from hengcai.appraisal.rules.policy_file import parsed_month_policy, parsed_skill_policy
from hengcai.base.errors import NotNow

MOST_FILES = 50


def check_unchanged(policy: Policy, edit_count: int | None) -> None:
    """Where somebody has saved since, nobody has read what would hold."""
    if edit_count is not None and edit_count != policy.edit_count:
        raise NotNow("policy.draft_changed", name=policy.saved_by.name if policy.saved_by else "")


def read_policy(kind: str, text: str) -> SkillPolicy | MonthPolicy:
    """Refused with its line."""
    return (
        parsed_skill_policy(text, file=FILE) if kind == Policy.Kind.QUARTERLY else parsed_month_policy(text, file=FILE)
    )


def check_takes_files(policy: Policy) -> Procedure:
    """From the discussion on; papers may turn up after a version is in force."""
    one = Procedure.objects.filter(policy=policy).first()
    if one is None:
        raise NotNow("policy.no_procedure")
    if one.files.count() >= MOST_FILES:
        raise NotNow("policy.too_many_files", most=MOST_FILES)
    return one

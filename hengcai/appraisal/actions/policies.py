from datetime import date
from pathlib import Path

from hengcai.accounts.models import Centre, User
from hengcai.appraisal import permissions, states
from hengcai.appraisal.models import Policy
from hengcai.appraisal.rules.policy import MonthPolicy, SkillPolicy
from hengcai.appraisal.rules.policy_drafts import FILE, check_text, faults_of
from hengcai.appraisal.rules.policy_file import parsed_month_policy, parsed_skill_policy
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow

LONGEST_NAME = 120
SHIPPED = Path(__file__).resolve().parent.parent / "policies"


@action(permissions.DRAFT_POLICY)
def add_policy(centre: Centre, *, by: User, kind: str, text: str) -> Policy:
    """A new version, as a draft; a text that does not hold is refused with its line."""
    parsed = _read(kind, text)
    number = (Policy.objects.filter(kind=kind).order_by("-number").values_list("number", flat=True).first() or 0) + 1
    return Policy.objects.create(kind=kind, number=number, name=parsed.name[:LONGEST_NAME], text=text)


@action(states.REWRITE_POLICY, once_a_day=True)
def rewrite_policy(policy: Policy, *, by: User, text: str, edit_count: int) -> Policy:
    """A draft's text anew. It may be unfinished: whether it holds is judged when it is put in force. `edit_count` is
    the one it was opened with: whoever was overtaken is refused."""
    if edit_count != policy.edit_count:
        name = policy.saved_by.name if policy.saved_by else ""
        raise NotNow("policy.draft_stale", name=name, edit_count=policy.edit_count)
    check_text(text)
    policy.text, policy.edit_count, policy.saved_by, policy.saved_at = text, edit_count + 1, by, clock.now()
    holds = not list(faults_of(policy.kind, text))
    policy.name = _read(policy.kind, text).name[:LONGEST_NAME] if holds else policy.name
    policy.save()
    return policy


@action(permissions.DRAFT_POLICY)
def delete_policy(policy: Policy, *, by: User) -> None:
    """Drafts only: results were made under the others."""
    if policy.state != Policy.State.DRAFT:
        raise NotNow("policy.frozen")
    Policy.objects.filter(pk=policy.pk).delete()


@action(states.PUBLISH_POLICY)
def publish_policy(policy: Policy, *, by: User, today: date, edit_count: int | None = None) -> Policy:
    """In force from now on; the one before keeps the results made under it. `edit_count` is that of what was looked
    at: where somebody has saved since, nobody has read what would hold."""
    if edit_count is not None and edit_count != policy.edit_count:
        raise NotNow("policy.draft_changed", name=policy.saved_by.name if policy.saved_by else "")
    _read(policy.kind, policy.text)
    before = Policy.objects.filter(kind=policy.kind, state=Policy.State.PUBLISHED)
    before.update(state=Policy.State.RETIRED)
    policy.published_on = today
    policy.save(update_fields=["published_on"])
    return policy


@action(permissions.APPROVE_POLICY)
def load_shipped_policies(centre: Centre, *, by: User, today: date) -> list[Policy]:
    """The two shipped texts, published; kinds that have a policy already are left alone."""
    made = []
    for kind, name in ((Policy.Kind.QUARTERLY, "quarterly.yaml"), (Policy.Kind.MONTHLY, "monthly.yaml")):
        if not Policy.objects.filter(kind=kind).exists():
            draft = add_policy(centre, by=by, kind=kind, text=(SHIPPED / name).read_text("utf-8"))
            made.append(publish_policy(draft, by=by, today=today))
    return made


def _read(kind: str, text: str) -> SkillPolicy | MonthPolicy:
    return (
        parsed_skill_policy(text, file=FILE) if kind == Policy.Kind.QUARTERLY else parsed_month_policy(text, file=FILE)
    )

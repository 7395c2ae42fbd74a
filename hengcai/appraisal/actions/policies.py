from datetime import date
from pathlib import Path

from hengcai.accounts.models import Centre, User
from hengcai.appraisal import permissions, policy_duties, states
from hengcai.appraisal.models import Policy
from hengcai.appraisal.policy_checks import check_unchanged, read_policy
from hengcai.appraisal.rules import procedure as rules
from hengcai.appraisal.rules.policy_drafts import check_text, faults_of
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow

LONGEST_NAME = 120
SHIPPED = Path(__file__).resolve().parent.parent / "policies"


@action(permissions.DRAFT_POLICY)
def add_policy(centre: Centre, *, by: User, kind: str, text: str) -> Policy:
    """A new version, as a draft; a text that does not hold is refused with its line."""
    parsed = read_policy(kind, text)
    number = (Policy.objects.filter(kind=kind).order_by("-number").values_list("number", flat=True).first() or 0) + 1
    made = Policy.objects.create(kind=kind, number=number, name=parsed.name[:LONGEST_NAME], text=text)
    made.drafters.add(by)
    return made


@action(states.REWRITE_POLICY, once_a_day=True)
def rewrite_policy(policy: Policy, *, by: User, text: str, edit_count: int) -> Policy:
    """A draft's text anew. It may be unfinished: whether it holds is judged when it is put in force. `edit_count` is
    the one it was opened with: whoever was overtaken is refused."""
    return _rewritten(policy, by=by, text=text, edit_count=edit_count)


@action(states.AMEND_POLICY, once_a_day=True)
def amend_policy(policy: Policy, *, by: User, text: str, edit_count: int, today: date) -> Policy:
    """What the comments led to, once nobody comments any more; what was discussed stays on record beside it."""
    rules.check_amendable(closes_on=policy.procedure.closes_on, today=today)
    return _rewritten(policy, by=by, text=text, edit_count=edit_count)


def _rewritten(policy: Policy, *, by: User, text: str, edit_count: int) -> Policy:
    if edit_count != policy.edit_count:
        name = policy.saved_by.name if policy.saved_by else ""
        raise NotNow("policy.draft_stale", name=name, edit_count=policy.edit_count)
    check_text(text)
    policy.text, policy.edit_count, policy.saved_by, policy.saved_at = text, edit_count + 1, by, clock.now()
    holds = not list(faults_of(policy.kind, text))
    policy.name = read_policy(policy.kind, text).name[:LONGEST_NAME] if holds else policy.name
    policy.save()
    policy.drafters.add(by)
    return policy


@action(permissions.DRAFT_POLICY)
def delete_policy(policy: Policy, *, by: User) -> None:
    """Drafts only: results were made under the others."""
    if policy.state != Policy.State.DRAFT:
        raise NotNow("policy.frozen")
    Policy.objects.filter(pk=policy.pk).delete()


@action(states.PUBLISH_POLICY)
def publish_policy(policy: Policy, *, by: User, today: date, edit_count: int | None = None) -> Policy:
    """The last step, on the day that was announced or after; the one before keeps the results made under it. It was
    read, decided on and announced as it stands. `edit_count` is that of what was looked at."""
    check_unchanged(policy, edit_count)
    rules.check_begins(policy.in_force_from or today, today=today)
    _begin(policy, policy.in_force_from or today)
    return policy


def _begin(policy: Policy, day: date) -> None:
    before = Policy.objects.filter(kind=policy.kind, state=Policy.State.PUBLISHED)
    policy_duties.no_longer_signed([one.pk for one in before])
    before.update(state=Policy.State.RETIRED)
    policy.published_on = policy.in_force_from = day
    policy.save(update_fields=["published_on", "in_force_from"])


@action(permissions.APPROVE_POLICY)
def load_shipped_policies(centre: Centre, *, by: User, today: date) -> list[Policy]:
    """The two shipped texts, in force; kinds that have a policy already are left alone. Nothing was discussed: a centre
    begins with something, and its pages say that no procedure is on record for it."""
    made = []
    for kind, name in ((Policy.Kind.QUARTERLY, "quarterly.yaml"), (Policy.Kind.MONTHLY, "monthly.yaml")):
        if not Policy.objects.filter(kind=kind).exists():
            draft = add_policy(centre, by=by, kind=kind, text=(SHIPPED / name).read_text("utf-8"))
            _begin(draft, today)
            draft.state = Policy.State.PUBLISHED
            draft.save(update_fields=["state"])
            made.append(draft)
    return made

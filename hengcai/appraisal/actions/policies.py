from datetime import date
from pathlib import Path

from hengcai.accounts.models import Centre, User
from hengcai.appraisal import permissions, states
from hengcai.appraisal.models import Policy
from hengcai.appraisal.rules.policy_file import parsed_month_policy, parsed_skill_policy
from hengcai.audit.action import action

SHIPPED = Path(__file__).resolve().parent.parent / "policies"


@action(permissions.DRAFT_POLICY)
def add_policy(centre: Centre, *, by: User, kind: str, text: str) -> Policy:
    """A new version, as a draft; a text that does not hold is refused with its line."""
    read = parsed_skill_policy if kind == Policy.Kind.QUARTERLY else parsed_month_policy
    parsed = read(text, file="policy")
    number = (Policy.objects.filter(kind=kind).order_by("-number").values_list("number", flat=True).first() or 0) + 1
    return Policy.objects.create(kind=kind, number=number, name=parsed.name, text=text)


@action(states.PUBLISH_POLICY)
def publish_policy(policy: Policy, *, by: User, today: date) -> Policy:
    """In force from now on; the one before keeps the results made under it."""
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

"""What a policy asks of everybody: to read its draft while it is discussed, and to sign for it once it is announced."""

from collections.abc import Collection
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from hengcai.appraisal.models import Acknowledgement, Policy
from hengcai.appraisal.rules.procedure import SIGN_DAYS
from hengcai.base.roles import HR, LEAD
from hengcai.inbox.duties import Owed, bring_up_duties, missing_duties, open_duties, settle_duties
from hengcai.inbox.kinds import Kind, register
from hengcai.people.models import Person
from hengcai.people.queries.calendar import the_calendar
from hengcai.people.queries.days import staff_on

POLICY, READ, SIGN = "appraisal.policy", "policy.read_draft", "policy.sign"
TO_SIGN = (Policy.State.ANNOUNCED, Policy.State.PUBLISHED)
register(
    Kind(READ, POLICY, "see-procedure", "list-policies", lapses=True),
    Kind(SIGN, POLICY, "see-procedure", "list-policies", "see-signatures", up=(LEAD, HR)),
)


def to_sign(policy: Policy, today: date) -> QuerySet[Person]:
    """Our people of that day who have not signed for it, with or without a sign-in."""
    done = Acknowledgement.objects.filter(policy=policy, person=OuterRef("pk"))
    return staff_on(today).filter(~Exists(done))


def discussed(policy: Policy, closes_on: date, today: date) -> None:
    users = staff_on(today).filter(user__isnull=False).values_list("user", flat=True)
    open_duties(READ, [Owed(user, policy.pk, closes_on, _what(policy)) for user in users])


def commented(policy: Policy, user: int) -> None:
    settle_duties(READ, [policy.pk], users=[user])


def discussion_over(policy: Policy) -> None:
    settle_duties(READ, [policy.pk])


def ask_to_sign(policy: Policy, today: date) -> int:
    """All who sign in and have not been asked yet; how many."""
    users = to_sign(policy, today).filter(user__isnull=False, user__is_active=True).values_list("user", flat=True)
    due = the_calendar().add(today, SIGN_DAYS).date
    missing = missing_duties(SIGN, [Owed(user, policy.pk, due, _what(policy)) for user in users])
    open_duties(SIGN, missing)
    return len(missing)


def nudge(policy: Policy) -> int:
    """How many found it brought up again."""
    return bring_up_duties(SIGN, policy.pk)


def signed(policy: Policy, user: int) -> None:
    settle_duties(SIGN, [policy.pk], users=[user])


def signed_by_all(policy: Policy, users: Collection[int]) -> None:
    if users:
        settle_duties(SIGN, [policy.pk], users=users)


def no_longer_signed(policies: Collection[int]) -> None:
    settle_duties(SIGN, policies)


def all_to_sign() -> QuerySet[Policy]:
    """Versions whose signing began, so that who joins later is asked as well."""
    return Policy.objects.filter(state__in=TO_SIGN, procedure__isnull=False)


def _what(policy: Policy) -> str:
    return f"v{policy.number}"

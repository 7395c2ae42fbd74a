"""制度签收: everybody signs for the version announced, with their password; who has not is reminded."""

from collections.abc import Sequence
from datetime import date

from hengcai.accounts.confirming import confirm_password
from hengcai.accounts.models import User
from hengcai.appraisal import permissions, policy_duties
from hengcai.appraisal.models import Acknowledgement, Policy, Procedure
from hengcai.appraisal.rules.procedure import check_paper, text_hash
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotAllowed, NotNow
from hengcai.people.models import Person
from hengcai.people.queries.days import staff_on


@action(permissions.ACKNOWLEDGE, unsaid={"password"})
def acknowledge_policy(
    policy: Policy, *, by: User, password: str, today: date, text_seen: str | None = None
) -> Acknowledgement:
    """`text_seen`: the hash of what stood on the page. Signing again changes nothing."""
    person = _signer(policy, by, today)
    own = text_hash(policy.text)
    if text_seen is not None and text_seen != own:
        raise NotNow("policy.other_text")
    before = Acknowledgement.objects.filter(policy=policy, person=person).first()
    if before is not None:
        return before
    confirm_password(by, password)
    made = Acknowledgement.objects.create(policy=policy, person=person, at=clock.now(), text_hash=own)
    policy_duties.signed(policy, by.pk)
    return made


@action(permissions.SEE_SIGNATURES)
def take_in_signatures(policy: Policy, *, by: User, numbers: Sequence[str], signed_on: date, today: date) -> Policy:
    """Signatures on paper, of people named by their numbers: of those without a sign-in above all. Never one's own."""
    if policy.state not in policy_duties.TO_SIGN:
        raise NotNow("policy.not_to_sign")
    wanted = list(dict.fromkeys(number.strip() for number in numbers if number.strip()))
    people = {person.number: person for person in staff_on(today).filter(number__in=wanted)}
    check_paper(wanted, people, signed_on=signed_on, announced_on=_announced(policy), today=today)
    if any(person.user_id == by.pk for person in people.values()):
        raise NotAllowed("policy.own_signature")
    before = set(Acknowledgement.objects.filter(policy=policy).values_list("person", flat=True))
    own, now = text_hash(policy.text), clock.now()
    new = [person for person in people.values() if person.pk not in before]
    facts = {"at": now, "text_hash": own, "signed_on": signed_on, "taken_in_by": by}
    Acknowledgement.objects.bulk_create([Acknowledgement(policy=policy, person=one, **facts) for one in new])
    policy_duties.signed_by_all(policy, [one.user_id for one in new if one.user_id])
    return policy


def _announced(policy: Policy) -> date | None:
    one = Procedure.objects.filter(policy=policy).first()
    return one.announced_on if one else policy.in_force_from


@action(permissions.SEE_SIGNATURES)
def nudge_signers(policy: Policy, *, by: User, today: date) -> Policy:
    """All who have not signed: whoever was not asked yet is, the others find it unread in their inbox again."""
    if policy.state not in policy_duties.TO_SIGN:
        raise NotNow("policy.not_to_sign")
    policy_duties.ask_to_sign(policy, today)
    policy_duties.nudge(policy)
    return policy


@action(permissions.SEE_SIGNATURES)
def ask_joiners(policy: Policy, *, by: User, today: date) -> Policy:
    """Who came after the others were asked."""
    if policy.state in policy_duties.TO_SIGN:
        policy_duties.ask_to_sign(policy, today)
    return policy


def _signer(policy: Policy, by: User, today: date) -> Person:
    if policy.state not in policy_duties.TO_SIGN:
        raise NotNow("policy.not_to_sign")
    person = staff_on(today).filter(user=by.pk).first()
    if person is None:
        raise NotNow("policy.not_staff")
    return person

"""Who sits with which contact in a calibration session, and so is given it nowhere else, nor sits with what they were
given: before the reveal the session
would not be blind, after it the reference is known."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from hengcai.accounts.models import User
from hengcai.base.errors import NotValid
from hengcai.interactions.models import Contact
from hengcai.quality.calibration_models import CalibrationContact
from hengcai.quality.models import Assignment, Dispute
from hengcai.quality.recheck_models import Recheck

CHUNK, NAMED = 500, 5


def seated_with(contacts: Sequence[int]) -> dict[int, set[int]]:
    """Contact → the analysts of its sessions, in whichever state these are."""
    found: dict[int, set[int]] = defaultdict(set)
    for start in range(0, len(contacts), CHUNK):
        rows = CalibrationContact.objects.filter(contact__in=contacts[start : start + CHUNK])
        for contact, analyst in rows.values_list("contact", "calibration__seats__analyst"):
            found[contact].add(analyst)
    return found


def check_not_seated(analyst: User, contacts: Collection[Contact]) -> None:
    seated = seated_with([one.pk for one in contacts])
    held = [one.key for one in contacts if analyst.pk in seated.get(one.pk, ())]
    if held:
        raise NotValid("quality.contact_in_session", name=analyst.name, contacts=tuple(held[:NAMED]), count=len(held))


def check_blind(contacts: Sequence[Contact], analysts: Sequence[User], *, session: int | None) -> None:
    """Nobody at the table has had one of them before, decides or rechecks it, or took part in it."""
    people = {one.pk: one for one in analysts}
    for contact in contacts:
        if contact.agent.user_id in people:
            raise NotValid("quality.own_contact", name=people[contact.agent.user_id].name)
    by_key = {one.pk: one for one in contacts}
    known = next(iter(_heard(list(by_key), list(people), session)), None)
    if known:
        raise NotValid("quality.calibration_heard", name=people[known[1]].name, contact=by_key[known[0]].key)


def _heard(contacts: Sequence[int], analysts: Sequence[int], session: int | None) -> Iterator[tuple[int, int]]:
    """Contact and analyst, the first given first."""
    given = Assignment.objects.filter(contact__in=contacts, analyst__in=analysts)
    yield from given.exclude(state=Assignment.State.WITHDRAWN).order_by("pk").values_list("contact", "analyst")
    again = Recheck.objects.filter(evaluation__assignment__contact__in=contacts, rechecker__in=analysts)
    yield from again.order_by("pk").values_list("evaluation__assignment__contact", "rechecker")
    ruled = Dispute.objects.filter(evaluation__assignment__contact__in=contacts, decider__in=analysts)
    yield from ruled.order_by("pk").values_list("evaluation__assignment__contact", "decider")
    others = CalibrationContact.objects.filter(contact__in=contacts, calibration__seats__analyst__in=analysts)
    yield from others.exclude(calibration=session).values_list("contact", "calibration__seats__analyst")

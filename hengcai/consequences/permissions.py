"""Who sees pay and who decides what follows from a result. Trainers see no amount and no coefficient in any role."""

from django.db.models import Q

from hengcai.base.permissions import Doer, Permission, everything
from hengcai.base.roles import GROUP, HEAD, HR, LEAD, ROLES, TRAINER
from hengcai.consequences.models import PayLine, PayRun
from hengcai.people.permissions import led, own

NO_PAY = frozenset({TRAINER})
PAYERS = dict.fromkeys((HR, HEAD), everything)


def without_own_line(user: Doer) -> Q:
    """Nobody decides a run they are paid by."""
    return ~Q(pk__in=PayLine.objects.filter(person__user=user.pk).values("run"))


def not_of_oneself(user: Doer) -> Q:
    return ~Q(person__user=user.pk)


def own_and_final(user: Doer) -> Q:
    """One's own pay, from the day it is decided."""
    return Q(person__user=user.pk, run__state__in=PayRun.FINAL)


SEE_RUN = Permission("consequences.pay.see", PAYERS, never=NO_PAY)
PREPARE_RUN = Permission("consequences.pay.prepare", {HR: everything}, never=NO_PAY)
DECIDE_RUN = Permission("consequences.pay.decide", dict.fromkeys((HR, HEAD), without_own_line), never=NO_PAY)
EXPORT_RUN = Permission("consequences.pay.export", PAYERS, never=NO_PAY)
SETTLE_PAY = Permission("consequences.pay.settle", {HR: everything}, never=NO_PAY)
SEE_OWN_PAY = Permission("consequences.pay.see_own", dict.fromkeys(ROLES, own_and_final))
SEE_OWN_DIFFERENCE = Permission("consequences.difference.see_own", dict.fromkeys(ROLES, own("person")))
SEE_OWN_BASE = Permission("consequences.base.see_own", dict.fromkeys(ROLES, own("person")))
SEE_REVIEW = Permission("consequences.review.see", dict.fromkeys((HR, HEAD, GROUP), not_of_oneself), never=NO_PAY)
DECIDE_REVIEW = Permission("consequences.review.decide", dict.fromkeys((HR, HEAD), not_of_oneself), never=NO_PAY)


def led_and_not_oneself(user: Doer) -> Q:
    return led("person")(user) & ~Q(person__user=user.pk)


def led_or_run(user: Doer) -> Q:
    """Plans of those one leads, and those one answers for oneself; never one's own from this side."""
    return (led("person")(user) | Q(lead=user.pk)) & ~Q(person__user=user.pk)


def people_led(user: Doer) -> Q:
    return led()(user) & ~Q(user=user.pk)


def others(user: Doer) -> Q:
    return ~Q(user=user.pk)


def own_to_read(user: Doer) -> Q:
    """From the moment it lies before one."""
    return Q(person__user=user.pk) & ~Q(state="drafted")


def run_by(user: Doer) -> Q:
    return Q(lead=user.pk) & ~Q(person__user=user.pk)


WHOLE = (HR, HEAD, GROUP)
SEE_STEPS = Permission(
    "consequences.steps.see", {**dict.fromkeys(ROLES, own()), LEAD: lambda user: led()(user) | Q(user=user.pk),
    **dict.fromkeys(WHOLE, everything)},
)  # fmt: skip
KEEP_PAPERS = Permission("consequences.steps.keep", {HR: others})
SEE_PLAN = Permission(
    "consequences.plan.see",
    {**dict.fromkeys(ROLES, own_to_read), LEAD: lambda user: own_to_read(user) | led_or_run(user),
     **dict.fromkeys(WHOLE, lambda user: own_to_read(user) | not_of_oneself(user))},
)  # fmt: skip
DRAFT_PLAN = Permission("consequences.plan.draft", {LEAD: people_led, HR: others})
RUN_PLAN = Permission("consequences.plan.run", dict.fromkeys((LEAD, HR), run_by))
SIGN_PLAN = Permission(
    "consequences.plan.sign",
    {**dict.fromkeys(ROLES, own_to_read), **dict.fromkeys((LEAD, HR), lambda user: own_to_read(user) | run_by(user))},
)
REFUSE_PLAN = Permission("consequences.plan.refuse", dict.fromkeys(ROLES, own_to_read))
START_UNSIGNED = Permission("consequences.plan.start_unsigned", {HR: not_of_oneself})
END_PLAN = Permission("consequences.plan.end", {LEAD: run_by, HR: not_of_oneself})
SEE_MOVE = Permission(
    "consequences.move.see",
    {LEAD: led_and_not_oneself, **dict.fromkeys(WHOLE, not_of_oneself)},
)
PROPOSE_MOVE = Permission("consequences.move.propose", {LEAD: people_led, **dict.fromkeys((HR, GROUP), others)})
LOOK_AT_MOVE = Permission("consequences.move.look", dict.fromkeys(WHOLE, not_of_oneself))
DECIDE_MOVE = Permission("consequences.move.decide", {HEAD: not_of_oneself})


def public(_user: Doer) -> Q:
    return Q(state__in=("notice", "granted"))


def nominated_or_led(user: Doer) -> Q:
    """What one has nominated, and of those one leads; never oneself before it is public."""
    return (Q(nominated_by=user.pk) | led("person")(user)) & ~Q(person__user=user.pk)


def own_result(user: Doer) -> Q:
    return Q(participant__person__user=user.pk, participant__cycle__state="published", is_current=True)


def handled_by(user: Doer) -> Q:
    return Q(handler=user.pk) & ~Q(person__user=user.pk)


NOMINATE = Permission("consequences.award.nominate", {LEAD: people_led, **dict.fromkeys((HR, GROUP), others)})
SEE_NOMINATION = Permission("consequences.award.see", {LEAD: nominated_or_led, **dict.fromkeys(WHOLE, not_of_oneself)})
SEE_NOTICE = Permission("consequences.notice.see", dict.fromkeys(ROLES, public))
OBJECT = Permission("consequences.award.object", dict.fromkeys(ROLES, public))
OPEN_NOTICE = Permission("consequences.notice.open", dict.fromkeys((HR, GROUP), not_of_oneself))
ANSWER_OBJECTION = Permission("consequences.award.answer", dict.fromkeys(WHOLE, not_of_oneself))
GRANT = Permission("consequences.award.grant", {HEAD: not_of_oneself})
DECLINE_AWARD = Permission("consequences.award.decline", dict.fromkeys(WHOLE, not_of_oneself))
ASK_AGAIN = Permission("consequences.look.ask", dict.fromkeys(ROLES, own_result))
SEE_LOOK = Permission(
    "consequences.look.see",
    {**dict.fromkeys(ROLES, own("person")),
     **dict.fromkeys((HR, HEAD, GROUP), lambda user: Q(person__user=user.pk) | not_of_oneself(user))},
)  # fmt: skip
ANSWER_LOOK = Permission("consequences.look.answer", dict.fromkeys(WHOLE, handled_by))

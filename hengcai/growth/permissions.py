"""Who sees which step, who decides on it, who signs a plan. Nobody decides about themselves; trainers see no allowance."""

from django.db.models import Q

from hengcai.base.permissions import Doer, Permission, Reach, everything
from hengcai.base.roles import GROUP, HEAD, HR, LEAD, ROLES, TRAINER
from hengcai.people.permissions import either, led, own

OFFICE = (GROUP, HR, HEAD)


def of_others(path: str, reach: Reach = everything) -> Reach:
    return lambda user: reach(user) & ~Q(**{f"{path}__user" if path else "user": user.pk})


def in_force_once(_user: Doer) -> Q:
    return ~Q(state="draft")


def by_another(user: Doer) -> Q:
    return ~Q(written_by=user.pk)


def of_ones_own_talk(user: Doer) -> Q:
    return Q(superior=user.pk) & ~Q(person__user=user.pk)


SEE_LADDERS = Permission(
    "growth.ladder.see", {**dict.fromkeys(ROLES, in_force_once), **dict.fromkeys(OFFICE, everything)}
)
WRITE_LADDER = Permission("growth.ladder.write", dict.fromkeys((GROUP, HR), everything))
PUBLISH_LADDER = Permission("growth.ladder.publish", dict.fromkeys((GROUP, HEAD), by_another))
SEE_ALLOWANCE = Permission("growth.allowance.see", dict.fromkeys((HR, HEAD), everything))
SEE = Permission(
    "growth.outlook.see",
    {
        **dict.fromkeys(ROLES, own("person")),
        LEAD: either(own("person"), led("person")),
        **dict.fromkeys((*OFFICE, TRAINER), everything),
    },
)
WATCH = Permission("growth.outlook.watch", dict.fromkeys((LEAD, TRAINER, *OFFICE), everything))
COUNT = Permission("growth.outlook.count", dict.fromkeys((GROUP, HR), everything))
RATE = Permission("growth.standing.rate", dict.fromkeys(OFFICE, of_others("")))
NOTE_PROOF = Permission("growth.proof.note", {LEAD: of_others("", led()), **dict.fromkeys(OFFICE, of_others(""))})
KEEP_RESERVE = Permission("growth.reserve.keep", dict.fromkeys((HR, HEAD), of_others("")))
END_RESERVE = Permission("growth.reserve.end", dict.fromkeys((HR, HEAD), of_others("person")))
SEE_PLAN = Permission(
    "growth.plan.see",
    {
        **dict.fromkeys(ROLES, own("person")),
        LEAD: either(own("person"), of_others("person", led("person"))),
        **dict.fromkeys((HR, HEAD), everything),
    },
)
OPEN_PLAN = Permission("growth.plan.open", {LEAD: of_others("", led()), **dict.fromkeys((HR, HEAD), of_others(""))})
RUN_PLAN = Permission("growth.plan.run", dict.fromkeys((LEAD, HR, HEAD), of_ones_own_talk))
SIGN_PLAN = Permission(
    "growth.plan.sign", {**dict.fromkeys(ROLES, lambda user: Q(person__user=user.pk) | Q(superior=user.pk))}
)

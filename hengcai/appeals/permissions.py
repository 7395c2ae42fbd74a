"""Who appeals, who handles it, who reads what of it. What a role must never do binds a person in every role."""

from django.db.models import Q

from hengcai.appeals.models import PanelMember
from hengcai.base.permissions import Doer, Permission
from hengcai.base.roles import GROUP, HEAD, HR, ROLES

ANSWERED = Q(state="answered")


def own_published(user: Doer) -> Q:
    """One's own result that is out; nobody appeals for somebody else."""
    return Q(participant__person__user=user.pk, participant__cycle__state="published")


def own_appeal(user: Doer) -> Q:
    return Q(appellant__user=user.pk)


def handled_by(user: Doer) -> Q:
    """As one of its members today; never one's own."""
    sitting = PanelMember.objects.filter(user=user.pk, left_at=None)
    return Q(pk__in=sitting.values("appeal")) & ~own_appeal(user)


def own_or_handled(user: Doer) -> Q:
    return own_appeal(user) | handled_by(user)


def of_others_or_own(user: Doer) -> Q:
    """All of them: one's own as the appellant sees it."""
    return Q()


def closed_or_own_or_handled(user: Doer) -> Q:
    """Once it is answered, what it rested on is open to those who answer for it before a court."""
    return own_or_handled(user) | ANSWERED


def of_others(user: Doer) -> Q:
    return ~own_appeal(user)


def asked(user: Doer) -> Q:
    return Q(asked_of=user.pk)


FILE = Permission("appeals.appeal.file", dict.fromkeys(ROLES, own_published))
SEE = Permission(
    "appeals.appeal.see", {**dict.fromkeys(ROLES, own_or_handled), **dict.fromkeys((GROUP, HR, HEAD), of_others_or_own)}
)
READ = Permission(
    "appeals.appeal.read",
    {**dict.fromkeys(ROLES, own_or_handled), **dict.fromkeys((HR, HEAD), closed_or_own_or_handled)},
)
PURSUE = Permission("appeals.appeal.pursue", dict.fromkeys(ROLES, own_appeal))
HANDLE = Permission("appeals.appeal.handle", dict.fromkeys(ROLES, handled_by))
APPOINT = Permission("appeals.appeal.appoint", dict.fromkeys((HR, HEAD), of_others))
COUNT = Permission("appeals.appeal.count", dict.fromkeys((GROUP, HR, HEAD), lambda _user: Q()))
SAY = Permission("appeals.opinion.say", dict.fromkeys(ROLES, asked))

"""Who reads which notices, who writes and publishes them, who sees who has not read; who answers for the knowledge base."""

from django.db.models import Q

from hengcai.base.permissions import Doer, Permission, Reach, everything
from hengcai.base.roles import ADMIN, AGENT, ANALYST, GROUP, HEAD, HR, LEAD, LIAISON, QUALITY_SUPERVISOR, ROLES, TRAINER
from hengcai.bulletins.models import Bulletin, Reader
from hengcai.people.permissions import either, led, own

WRITERS = (TRAINER, LIAISON, HEAD)
WATCHERS = (*WRITERS, HR, QUALITY_SUPERVISOR)
LOOKERS = (HR, QUALITY_SUPERVISOR, GROUP, ANALYST, ADMIN)
KEEPERS = (TRAINER, HEAD)  # run the knowledge base: name its topics and their owners
OUT = (Bulletin.State.PUBLISHED, Bulletin.State.REPLACED, Bulletin.State.WITHDRAWN)


def put_to_me(user: Doer) -> Q:
    """Notices one is a reader of. As a subquery, so that no row comes twice."""
    return Q(pk__in=Reader.objects.filter(person__user=user.pk).values("bulletin"))


def put_to_mine(user: Doer) -> Q:
    return Q(pk__in=Reader.objects.filter(led("person")(user)).values("bulletin"))


def out(_user: Doer) -> Q:
    """Whatever was published once, and is no draft."""
    return Q(state__in=OUT)


def of_others(user: Doer) -> Q:
    """Drafts of somebody else, to be sent back."""
    return ~Q(made_by=user.pk)


def owned(user: Doer) -> Q:
    return Q(owner=user.pk)


def reported_by_me(user: Doer) -> Q:
    return Q(reporter=user.pk)


def reported_by_mine(user: Doer) -> Q:
    return led("reporter__person")(user)


_OWN_READING: dict[str, Reach] = dict.fromkeys(ROLES, own("person"))
SEE = Permission(
    "bulletins.bulletin.see",
    {AGENT: put_to_me, LEAD: either(put_to_me, put_to_mine), **dict.fromkeys(LOOKERS, out), **dict.fromkeys(WRITERS, everything)},
)  # fmt: skip
WRITE = Permission("bulletins.bulletin.write", dict.fromkeys(WRITERS, everything))
PUBLISH = Permission("bulletins.bulletin.publish", dict.fromkeys(WRITERS, everything))
SEND_BACK = Permission("bulletins.bulletin.send_back", dict.fromkeys(WRITERS, of_others))
SETTLE = Permission("bulletins.terms.settle", {HEAD: everything, TRAINER: everything})
READ = Permission("bulletins.reader.sign", _OWN_READING)
WATCH = Permission("bulletins.reader.watch", {LEAD: led("person"), **dict.fromkeys(WATCHERS, everything)})
FOLLOW = Permission("bulletins.reader.follow", {ADMIN: everything})  # who joins, who leaves; done by the system
TEST = Permission("bulletins.test.open", dict.fromkeys(WRITERS, everything))
CLOSE_TEST = Permission(
    "bulletins.test.close", dict.fromkeys((*WRITERS, ADMIN), everything)
)  # the system, on its last day
ANSWER = Permission("bulletins.paper.answer", _OWN_READING)
SEE_PAPERS = Permission("bulletins.paper.see", {LEAD: led("person"), **dict.fromkeys(WATCHERS, everything)})

REPORT = Permission("bulletins.correction.report", dict.fromkeys(ROLES, everything))
SEE_CORRECTION = Permission(
    "bulletins.correction.see",
    {
        **dict.fromkeys(ROLES, either(reported_by_me, owned)),
        LEAD: either(reported_by_me, owned, reported_by_mine),
        **dict.fromkeys((*KEEPERS, QUALITY_SUPERVISOR), everything),
    },
)
MEND = Permission("bulletins.correction.mend", {**dict.fromkeys(ROLES, owned), **dict.fromkeys(KEEPERS, everything)})
SORT = Permission("bulletins.correction.sort", {**dict.fromkeys(ROLES, owned), **dict.fromkeys(KEEPERS, everything)})
CONFIRM = Permission("bulletins.correction.confirm", dict.fromkeys(ROLES, reported_by_me))
KEEP_TOPICS = Permission("bulletins.topic.keep", dict.fromkeys(KEEPERS, everything))
SEE_FIGURES = Permission("bulletins.correction.count", dict.fromkeys((*KEEPERS, QUALITY_SUPERVISOR), everything))
TAKE_OVER = Permission("bulletins.correction.take_over", {ADMIN: everything})  # from quality; done by the system

"""Who coaches whom, who reads it, who may show what was learnt. The one it is about reads all of it."""

from django.db.models import Q

from hengcai.base.permissions import Doer, Permission, everything
from hengcai.base.roles import AGENT, ANALYST, GROUP, HEAD, HR, LEAD, QUALITY_SUPERVISOR, TRAINER
from hengcai.coaching.library_models import Attendee
from hengcai.people.permissions import either, led, led_then, own
from hengcai.quality import permissions as quality

PUBLISHED, MODEL = Q(state="published"), Q(kind="model")
SUPERVISORS = (QUALITY_SUPERVISOR, GROUP)
COACHES = (LEAD, TRAINER, *SUPERVISORS)


def led_and_published(user: Doer) -> Q:
    return quality.led_and_sent(user) & PUBLISHED & quality.about_others(user)


def published_about_others(user: Doer) -> Q:
    return PUBLISHED & quality.about_others(user)


def coached_by(user: Doer) -> Q:
    return Q(coach=user.pk) & ~Q(agent__user=user.pk)


def led_or_coached(user: Doer) -> Q:
    return either(own("agent"), led("agent"), led_then("placement"))(user) | Q(coach=user.pk)


def own_or_coached(user: Doer) -> Q:
    return Q(agent__user=user.pk) | Q(coach=user.pk)


SEE = Permission(
    "coaching.session.see",
    {
        AGENT: own("agent"),
        LEAD: led_or_coached,
        ANALYST: own_or_coached,
        **dict.fromkeys((TRAINER, *SUPERVISORS, HR, HEAD), everything),
    },
)
OPEN = Permission(
    "coaching.session.open",
    {LEAD: led_and_published, **dict.fromkeys((TRAINER, *SUPERVISORS), published_about_others)},
)
HAND_OVER = Permission(
    "coaching.session.hand_over",
    {
        **dict.fromkeys((LEAD, TRAINER, ANALYST), coached_by),
        **dict.fromkeys(SUPERVISORS, lambda user: ~Q(agent__user=user.pk)),
    },
)
RUN = Permission("coaching.session.run", dict.fromkeys((*COACHES, ANALYST), coached_by))
SIGN = Permission("coaching.session.sign", {AGENT: own("agent"), **dict.fromkeys((*COACHES, ANALYST), coached_by)})
REFUSE = Permission("coaching.session.refuse", {AGENT: own("agent")})


def shown(_user: Doer) -> Q:
    return Q(state="shown")


def asked_of(user: Doer) -> Q:
    """A model case of one's own, from the moment one is asked."""
    return MODEL & Q(agent__user=user.pk) & ~Q(state="draft")


def shown_or_asked(user: Doer) -> Q:
    return shown(user) | asked_of(user)


def shown_or_made(user: Doer) -> Q:
    return shown_or_asked(user) | Q(made_by=user.pk)


def made_by(user: Doer) -> Q:
    return Q(made_by=user.pk) & ~Q(agent__user=user.pk)


def not_of_oneself(user: Doer) -> Q:
    """A warning case of one's own is nobody's to find out."""
    return ~Q(agent__user=user.pk) | shown_or_asked(user)


SEE_CASES = Permission(
    "coaching.case.see",
    {
        AGENT: shown_or_asked,
        **dict.fromkeys((LEAD, ANALYST, HR), shown_or_made),
        **dict.fromkeys((TRAINER, *SUPERVISORS, HEAD), not_of_oneself),
    },
)
MAKE_CASE = Permission(
    "coaching.case.make",
    {LEAD: led_and_published, **dict.fromkeys((TRAINER, *SUPERVISORS), published_about_others)},
)
KEEP_CASE = Permission(
    "coaching.case.keep",
    {LEAD: made_by, **dict.fromkeys((TRAINER, *SUPERVISORS), quality.about_others)},
)
CONSENT = Permission("coaching.case.consent", {AGENT: asked_of})
BRIEF = Permission("coaching.briefing.make", dict.fromkeys((LEAD, TRAINER), everything))


def of_briefed(user: Doer) -> Q:
    return Q(pk__in=Attendee.objects.filter(person__user=user.pk).values("briefing"))


def of_briefed_or_held(user: Doer) -> Q:
    return of_briefed(user) | Q(by=user.pk)


SEE_BRIEFING = Permission(
    "coaching.briefing.see",
    {
        AGENT: of_briefed,
        **dict.fromkeys((LEAD, TRAINER), of_briefed_or_held),
        **dict.fromkeys((*SUPERVISORS, HEAD), everything),
    },
)
READ_BRIEFING = Permission("coaching.briefing.read", dict.fromkeys((AGENT, LEAD, TRAINER), of_briefed))
CHANGE_BRIEFING = Permission("coaching.briefing.change", dict.fromkeys((LEAD, TRAINER), lambda user: Q(by=user.pk)))

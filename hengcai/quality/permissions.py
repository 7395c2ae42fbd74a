"""Who gives out work, scores, reads and judges. HR and the centre's head never score, whatever else they are."""

from django.db.models import Q

from hengcai.base.permissions import Doer, Permission, everything
from hengcai.base.roles import (
    ADMIN,
    AGENT,
    ANALYST,
    GROUP,
    HEAD,
    HR,
    LEAD,
    QUALITY_SUPERVISOR,
    ROLES,
    TRAINER,
)
from hengcai.interactions.hearing import let_hear
from hengcai.people.permissions import either, led, led_then, of_led_teams
from hengcai.quality import observing_permissions as observing
from hengcai.quality.assigning_models import Exclusion
from hengcai.quality.calibration_models import CalibrationContact
from hengcai.quality.dispute_models import GivenBack
from hengcai.quality.drawn_models import Pick
from hengcai.quality.models import Assignment, Dispute, Evaluation
from hengcai.quality.recheck_models import Recheck

SENT = Q(state__in=("submitted", "published"))
IN_FORCE_ONCE = Q(state__in=("published", "retired"))
CONFIRMED = Q(state="confirmed")


def assigned(user: Doer) -> Q:
    return Q(analyst=user.pk)


def written(user: Doer) -> Q:
    return Q(evaluator=user.pk)


def own_sent(user: Doer) -> Q:
    return written(user) & SENT


def own_published(user: Doer) -> Q:
    return Q(agent__user=user.pk, state="published")


def sent(user: Doer) -> Q:
    """Everyone's, but of oneself only what is published; and not what one is marking blind."""
    blind = Dispute.objects.filter(decider=user.pk, state="taken").values("evaluation__assignment")
    again = Recheck.objects.filter(rechecker=user.pk, state="given").values("evaluation__assignment__contact")
    is_told = ~Q(assignment__in=blind) & ~Q(assignment__contact__in=again)
    return SENT & (~Q(agent__user=user.pk) | Q(state="published")) & is_told


def led_and_sent(user: Doer) -> Q:
    return sent(user) & either(led("agent"), led_then("placement"))(user)


def by_others_about_others(user: Doer) -> Q:
    return ~Q(evaluator=user.pk) & ~Q(agent__user=user.pk)


def about_others(user: Doer) -> Q:
    return ~Q(agent__user=user.pk)


def sent_about_others(user: Doer) -> Q:
    """A draft is nobody's but its writer's."""
    return SENT & about_others(user)


def judged_of_led(user: Doer) -> Q:
    return CONFIRMED & either(led("agent"), led_then("evaluation__placement"))(user)


def judged_of_oneself(user: Doer) -> Q:
    return CONFIRMED & Q(agent__user=user.pk)


def judged(_user: Doer) -> Q:
    return CONFIRMED


def reported(user: Doer) -> Q:
    return Q(reported_by=user.pk)


def second_person(user: Doer) -> Q:
    """Neither reported nor scored it, and is not the one it is about."""
    return ~Q(reported_by=user.pk) & ~Q(evaluation__evaluator=user.pk) & ~Q(agent__user=user.pk)


def heard(user: Doer) -> Q:
    """What was given to them; before a plan is started nobody learns what they will hear."""
    return Q(pk__in=Assignment.objects.filter(analyst=user.pk, pick__isnull=False).values("pick"))


def hears_of(user: Doer) -> Q:
    return Q(pk__in=Pick.objects.filter(heard(user)).values("draw__plan"))


def own_exclusion(user: Doer) -> Q:
    return Q(analyst=user.pk)


def seated(user: Doer) -> Q:
    """Once scoring has begun; what is being prepared is the chair's."""
    return Q(seats__analyst=user.pk) & ~Q(state="planned")


def own_sheet(user: Doer) -> Q:
    return Q(analyst=user.pk)


def not_to_score(user: Doer) -> Q:
    """Who scores a session does not chair it: whoever knows whose the contacts are is not blind."""
    return ~Q(seats__analyst=user.pk)


def own_certificate(user: Doer) -> Q:
    return Q(analyst=user.pk)


def own_dispute(user: Doer) -> Q:
    return Q(evaluation__agent__user=user.pk)


def led_dispute(user: Doer) -> Q:
    under = either(led("evaluation__agent"), led_then("evaluation__placement"))(user)
    return under & ~own_dispute(user)


def no_part_in_it(user: Doer) -> Q:
    """Was never given the contact nor sits with it in a calibration, is not the one it is about, neither leads them, spoke
    for them nor is entered as one who does not score them, and has not given the dispute back."""
    given = Assignment.objects.filter(analyst=user.pk).values("contact")
    seated = CalibrationContact.objects.filter(calibration__seats__analyst=user.pk).values("contact")
    excluded = Exclusion.objects.filter(analyst=user.pk, ended_at=None).values("person")
    is_party = led_dispute(user) | own_dispute(user) | Q(evaluation__evaluator=user.pk) | Q(opinion_by=user.pk)
    is_party |= Q(pk__in=GivenBack.objects.filter(by=user.pk).values("dispute"))
    contact = Q(evaluation__assignment__contact__in=given) | Q(evaluation__assignment__contact__in=seated)
    is_barred = contact | Q(evaluation__agent__in=excluded)
    return ~is_barred & ~Q(pk__in=Dispute.objects.filter(is_party).values("pk"))


def new_to_it(user: Doer) -> Q:
    """Nor rechecked the evaluation: whoever did has read the first marks."""
    again = Recheck.objects.filter(Q(rechecker=user.pk) | Q(settled_by=user.pk))
    seen = Q(evaluation__in=again.values("evaluation")) | Q(evaluation__in=again.exclude(result=None).values("result"))
    return no_part_in_it(user) & ~Q(pk__in=Dispute.objects.filter(seen).values("pk"))


def decided_by_oneself(user: Doer) -> Q:
    return Q(decider=user.pk) & no_part_in_it(user)


def scored_or_decided(user: Doer) -> Q:
    """An analyst's: on what they scored, what they decide, and what still waits for somebody."""
    return Q(evaluation__evaluator=user.pk) | Q(decider=user.pk) | (Q(state="open") & new_to_it(user))


def own_recheck(user: Doer) -> Q:
    """Never of oneself, nor of what one scored first."""
    return Q(rechecker=user.pk) & of_no_part(user)


def of_no_part(user: Doer) -> Q:
    return ~Q(evaluation__evaluator=user.pk) & ~Q(evaluation__agent__user=user.pk)


def never_given(user: Doer) -> Q:
    given = Assignment.objects.filter(analyst=user.pk).values("contact")
    return of_no_part(user) & ~Q(evaluation__assignment__contact__in=given)


def scored_again(user: Doer) -> Q:
    """An analyst's: what they score again, and what came of their own once it is settled."""
    return Q(rechecker=user.pk) | Q(double__evaluator=user.pk) | Q(evaluation__evaluator=user.pk, state="settled")


def settled_by(user: Doer) -> Q:
    """Whoever gave the second score settles nothing, save where they took it over for want of an analyst."""
    return of_no_part(user) & (Q(rechecker=None) | ~Q(rechecker=user.pk) | ~Q(taken_over=""))


def rechecked_and_marked(user: Doer) -> Q:
    return Q(recheck__in=Recheck.objects.filter(settled_by(user), state="marked"))


def put_to_oneself(user: Doer) -> Q:
    """By name, or to a role one holds."""
    return Q(owner=user.pk) | Q(owner=None, role__in=sorted(user.roles))


def not_put_to_oneself(user: Doer) -> Q:
    """Of a role several answer for each other: whoever did not answer may look."""
    return ~Q(owner=user.pk) & ~Q(answered_by=user.pk)


GIVE = Permission(
    "quality.assignment.give", dict.fromkeys((GROUP, QUALITY_SUPERVISOR), everything), never=frozenset({ANALYST})
)
PLAN = Permission(
    "quality.plan.make", dict.fromkeys((GROUP, QUALITY_SUPERVISOR), everything), never=frozenset({ANALYST})
)
SEE_PLANS = Permission(
    "quality.plan.see", {ANALYST: hears_of, **dict.fromkeys((GROUP, QUALITY_SUPERVISOR, HEAD), everything)}
)
SEE_PICKS = Permission(
    "quality.pick.see", {ANALYST: heard, **dict.fromkeys((GROUP, QUALITY_SUPERVISOR, HEAD), everything)}
)
COMPARE = Permission("quality.plan.compare", dict.fromkeys((GROUP, QUALITY_SUPERVISOR, HEAD), everything))
EXCLUDE = Permission(
    "quality.exclusion.enter",
    dict.fromkeys((HR, GROUP, QUALITY_SUPERVISOR), everything),
    never=frozenset({ANALYST}),
)
SEE_EXCLUSIONS = Permission(
    "quality.exclusion.see",
    {ANALYST: own_exclusion, **dict.fromkeys((HR, GROUP, QUALITY_SUPERVISOR, HEAD), everything)},
)
OPEN = Permission("quality.assignment.open", {ANALYST: assigned}, never=frozenset({HR, HEAD}))
SEE_TICKETS = Permission(
    "quality.ticket.see",
    {ANALYST: assigned, **dict.fromkeys((GROUP, QUALITY_SUPERVISOR, HEAD), everything)},
    never=frozenset({HR}),
)

SEE = Permission(
    "quality.evaluation.see",
    {
        AGENT: own_published,
        ANALYST: own_sent,
        LEAD: led_and_sent,
        **dict.fromkeys((QUALITY_SUPERVISOR, GROUP, HR, HEAD, TRAINER), sent),
    },
)


def contacts_of_work(user: Doer) -> Q:
    """What one was given to score, scores in a calibration or decides a dispute on, and what one may read the marks of."""
    given = Assignment.objects.filter(analyst=user.pk).exclude(state="withdrawn").values("contact")
    decided = Dispute.objects.filter(decider=user.pk).values("evaluation__assignment__contact")
    begun = CalibrationContact.objects.exclude(calibration__state="planned")
    seated = begun.filter(calibration__seats__analyst=user.pk).values("contact")
    return Q(pk__in=given) | Q(pk__in=decided) | Q(pk__in=seated) | contacts_marked(user)


def contacts_of_sessions(user: Doer) -> Q:
    """Also those of every calibration: whoever may chair one plays the moments that are talked over."""
    return contacts_marked(user) | Q(pk__in=CalibrationContact.objects.values("contact"))


def contacts_marked(user: Doer) -> Q:
    """Of agents, their own once published."""
    read = SEE.rows(Evaluation.objects.all(), user).values("assignment__contact")
    return Q(pk__in=read)


HEAR = let_hear(
    Permission(
        "quality.recording.hear",
        {
            ANALYST: contacts_of_work,
            **dict.fromkeys((QUALITY_SUPERVISOR, GROUP), contacts_of_sessions),
            **dict.fromkeys((AGENT, LEAD, HR, HEAD, TRAINER), contacts_marked),
        },
    )
)
PUBLISH = Permission("quality.evaluation.publish", dict.fromkeys((QUALITY_SUPERVISOR, GROUP), by_others_about_others))

MANAGERS = (GROUP, QUALITY_SUPERVISOR, HEAD)
SEE_SCORECARDS = Permission(
    "quality.scorecard.see",
    {**dict.fromkeys(ROLES, lambda _user: IN_FORCE_ONCE), **dict.fromkeys(MANAGERS, everything)},
)
MANAGE_SCORECARDS = Permission("quality.scorecard.manage", dict.fromkeys(MANAGERS, everything))

SEE_CASES = Permission(
    "quality.case.see",
    {
        ANALYST: reported,
        AGENT: judged_of_oneself,
        LEAD: judged_of_led,
        HR: judged,
        **dict.fromkeys((QUALITY_SUPERVISOR, GROUP, HEAD), either(about_others, judged)),
    },
)
REPORT = Permission(
    "quality.case.report",
    {ANALYST: written, **dict.fromkeys((QUALITY_SUPERVISOR, GROUP), sent_about_others)},
    never=frozenset({HEAD}),
)
JUDGE = Permission("quality.case.judge", dict.fromkeys((QUALITY_SUPERVISOR, GROUP), second_person))

ANSWER = Permission("quality.evaluation.answer", {AGENT: own_published})
SEE_DISPUTES = Permission(
    "quality.dispute.see",
    {
        AGENT: own_dispute,
        LEAD: led_dispute,
        ANALYST: scored_or_decided,
        **dict.fromkeys((QUALITY_SUPERVISOR, GROUP, HR, HEAD, TRAINER), everything),
    },
)
SUPPORT = Permission("quality.dispute.support", {LEAD: led_dispute})
TAKE = Permission("quality.dispute.take", {ANALYST: new_to_it}, never=frozenset({HR, HEAD}))
TAKE_OVER = Permission(
    "quality.dispute.take_over",
    dict.fromkeys((QUALITY_SUPERVISOR, GROUP), no_part_in_it),
    never=frozenset({HR, HEAD}),
)
DECIDE = Permission(
    "quality.dispute.decide",
    dict.fromkeys((ANALYST, QUALITY_SUPERVISOR, GROUP), decided_by_oneself),
    never=frozenset({HR, HEAD}),
)
GIVE_BACK = Permission(
    "quality.dispute.give_back",
    dict.fromkeys((ANALYST, QUALITY_SUPERVISOR, GROUP), decided_by_oneself),
    never=frozenset({HR, HEAD}),
)
WITHDRAW_DISPUTE = Permission("quality.dispute.withdraw", {AGENT: own_dispute})
CHANGE_BY_DECISION = Permission(
    "quality.evaluation.change_by_decision",
    dict.fromkeys(
        (ANALYST, QUALITY_SUPERVISOR, GROUP), lambda user: Q(dispute__decider=user.pk, dispute__state="marked")
    ),
    never=frozenset({HR, HEAD}),
)

SUPERVISORS = (QUALITY_SUPERVISOR, GROUP)
SEE_RECHECKS = Permission(
    "quality.recheck.see", {ANALYST: scored_again, **dict.fromkeys((*SUPERVISORS, HEAD), everything)}
)
DRAW_RECHECKS = Permission("quality.recheck.draw", dict.fromkeys(SUPERVISORS, everything))
GIVE_RECHECK = Permission("quality.recheck.give", dict.fromkeys(SUPERVISORS, of_no_part))
TAKE_OVER_RECHECK = Permission(
    "quality.recheck.take_over", dict.fromkeys(SUPERVISORS, never_given), never=frozenset({HR, HEAD})
)
SCORE_RECHECK = Permission(
    "quality.recheck.score", dict.fromkeys((ANALYST, *SUPERVISORS), own_recheck), never=frozenset({HR, HEAD})
)
SETTLE_RECHECK = Permission(
    "quality.recheck.settle", dict.fromkeys(SUPERVISORS, settled_by), never=frozenset({HR, HEAD})
)
CHANGE_BY_RECHECK = Permission(
    "quality.evaluation.change_by_recheck",
    dict.fromkeys(SUPERVISORS, rechecked_and_marked),
    never=frozenset({HR, HEAD}),
)
CHAIRS = (GROUP, QUALITY_SUPERVISOR)
CALL = Permission("quality.calibration.call", dict.fromkeys(CHAIRS, everything))
CHAIR = Permission("quality.calibration.chair", dict.fromkeys(CHAIRS, not_to_score))
SEE_CALIBRATIONS = Permission(
    "quality.calibration.see", {ANALYST: seated, **dict.fromkeys((*CHAIRS, HEAD), everything)}
)
SCORE_BLIND = Permission("quality.calibration.score", {ANALYST: own_sheet}, never=frozenset({HR, HEAD}))
SEE_CERTIFICATES = Permission(
    "quality.certificate.see", {ANALYST: own_certificate, **dict.fromkeys((*CHAIRS, HEAD, TRAINER), everything)}
)

CALL_OFF = observing.CALL_OFF
LISTEN = observing.LISTEN
OBSERVE = observing.OBSERVE
PLAN_SHOPPING = observing.PLAN_SHOPPING
READ_OBSERVATION = observing.READ_OBSERVATION
SEE_OBSERVATIONS = observing.SEE_OBSERVATIONS
SEE_SHOPPING = observing.SEE_SHOPPING
TELL = observing.TELL

SUM_UP = Permission("quality.month.sum_up", dict.fromkeys((GROUP, QUALITY_SUPERVISOR), everything))
SEE_MONTHS = Permission(
    "quality.month.see",
    {LEAD: of_led_teams, **dict.fromkeys((QUALITY_SUPERVISOR, GROUP, HR, HEAD, TRAINER), everything)},
)
WATCH = Permission("quality.work.watch", dict.fromkeys((QUALITY_SUPERVISOR, GROUP, HEAD), everything))
SEE_MEASURES = Permission(
    "quality.measure.see",
    {LEAD: of_led_teams, **dict.fromkeys((ANALYST, QUALITY_SUPERVISOR, GROUP, HR, HEAD, TRAINER), everything)},
)
OWNERS = (HR, ADMIN, TRAINER)  # of causes outside the agent, beside those who watch over the work
ROUTE_CAUSES = Permission("quality.cause.route", dict.fromkeys(SUPERVISORS, everything))
SEE_CAUSES = Permission(
    "quality.cause.see", {**dict.fromkeys(OWNERS, put_to_oneself), **dict.fromkeys((*SUPERVISORS, HEAD), everything)}
)
ANSWER_CAUSE = Permission("quality.cause.answer", dict.fromkeys((*OWNERS, *SUPERVISORS, HEAD), put_to_oneself))
CLOSE_CAUSE = Permission("quality.cause.close", dict.fromkeys((*SUPERVISORS, HEAD), not_put_to_oneself))

"""Who writes questionnaires, who puts them to people, who answers, who reads what came of it."""

from django.db.models import Q

from hengcai.assessment.models import CheckSheet, Invitee, PanelJudge, Sitting
from hengcai.base import clock
from hengcai.base.permissions import Doer, Permission, everything
from hengcai.base.roles import AGENT, ANALYST, GROUP, HEAD, HR, LEAD, LIAISON, QUALITY_SUPERVISOR, TRAINER
from hengcai.people.models import Placement
from hengcai.people.permissions import led, led_by, on_day, own

WRITERS = (TRAINER, HR, GROUP)
READERS = (*WRITERS, HEAD, QUALITY_SUPERVISOR)
ANSWERERS = (AGENT, LEAD, ANALYST, TRAINER)


def asked(user: Doer) -> Q:
    return Q(pk__in=Invitee.objects.filter(person__user=user.pk).values("survey"))


def of_led_team(user: Doer) -> Q:
    """Surveys in which somebody of a team they lead today was asked."""
    there = Placement.objects.filter(on_day(clock.today()), person__in=led_by(user)).values("team")
    return Q(pk__in=Invitee.objects.filter(team__in=there).values("survey"))


def asked_or_of_led_team(user: Doer) -> Q:
    return asked(user) | of_led_team(user)


SEE_QUESTIONNAIRES = Permission("assessment.questionnaire.see", dict.fromkeys(READERS, everything))
WRITE = Permission("assessment.questionnaire.write", dict.fromkeys(WRITERS, everything))
SEE = Permission(
    "assessment.survey.see",
    {AGENT: asked, ANALYST: asked, LEAD: asked_or_of_led_team, **dict.fromkeys(READERS, everything)},
)
RUN = Permission("assessment.survey.run", dict.fromkeys(WRITERS, everything))
ANSWER = Permission("assessment.survey.answer", dict.fromkeys(ANSWERERS, asked))
SEE_RESULTS = Permission("assessment.result.see", {LEAD: of_led_team, **dict.fromkeys(READERS, everything)})
EXPORT = Permission("assessment.result.export", dict.fromkeys(READERS, everything))

BANK_WRITERS = (TRAINER, HR, GROUP)
BANK_REVIEWERS = (LIAISON, QUALITY_SUPERVISOR)
SEE_BANK = Permission("assessment.bank.see", dict.fromkeys((*BANK_WRITERS, *BANK_REVIEWERS, HEAD), everything))
WRITE_BANK = Permission("assessment.bank.write", dict.fromkeys(BANK_WRITERS, everything))
REVIEW_BANK = Permission("assessment.bank.review", dict.fromkeys(BANK_REVIEWERS, everything))

SITTERS = (AGENT, LEAD, ANALYST, TRAINER, QUALITY_SUPERVISOR, LIAISON, HR, GROUP)
TEST_READERS = (*BANK_WRITERS, *BANK_REVIEWERS, HEAD)


def own_sitting(user: Doer) -> Q:
    return Q(person__user=user.pk)


def own_or_led_sitting(user: Doer) -> Q:
    return own_sitting(user) | Q(person__in=led_by(user))


def exam_of_led(user: Doer) -> Q:
    """Tests that somebody they lead, or they themselves, sat or will sit."""
    return Q(pk__in=Sitting.objects.filter(own_or_led_sitting(user)).values("exam"))


SEE_BLUEPRINTS = Permission("assessment.blueprint.see", dict.fromkeys(TEST_READERS, everything))
WRITE_BLUEPRINTS = Permission("assessment.blueprint.write", dict.fromkeys(BANK_WRITERS, everything))
SEE_EXAMS = Permission("assessment.exam.see", {LEAD: exam_of_led, **dict.fromkeys(TEST_READERS, everything)})
RUN_EXAMS = Permission("assessment.exam.run", dict.fromkeys(BANK_WRITERS, everything))
SIT = Permission("assessment.sitting.sit", dict.fromkeys(SITTERS, own_sitting))
SEE_SITTINGS = Permission(
    "assessment.sitting.see",
    {
        **dict.fromkeys((AGENT, ANALYST, QUALITY_SUPERVISOR, LIAISON), own_sitting),
        LEAD: own_or_led_sitting,
        **dict.fromkeys((*BANK_WRITERS, HEAD), everything),
    },
)
RUN_SITTINGS = Permission("assessment.sitting.run", dict.fromkeys(BANK_WRITERS, everything))
LOOK_AFTER_BANK = Permission("assessment.bank.look_after", dict.fromkeys((*BANK_WRITERS, *BANK_REVIEWERS), everything))
EXPORT_BANK = Permission("assessment.bank.export", dict.fromkeys((*BANK_WRITERS, *BANK_REVIEWERS), everything))

# practical examinations by check-list
CHECK_WRITERS = (TRAINER, HR, GROUP)
EXAMINERS = (LEAD, ANALYST, TRAINER, QUALITY_SUPERVISOR, HR, GROUP)
OWN, LED = own("person"), led("person")
OUTCOMES = Q(state__in=["finished", "annulled"])


def published(_user: Doer) -> Q:
    return Q(state="published")


def not_oneself(user: Doer) -> Q:
    return ~Q(user=user.pk)


def examined_by(user: Doer) -> Q:
    return Q(pk__in=CheckSheet.objects.filter(examiner=user.pk).values("practical")) & ~OWN(user)


def run_by(user: Doer) -> Q:
    return Q(pk__in=CheckSheet.objects.filter(examiner=user.pk, is_second=False).values("practical")) & ~OWN(user)


def own_outcomes(user: Doer) -> Q:
    """One's own once it is finished, so that nobody reads ticks while they are made."""
    return OWN(user) & OUTCOMES


def of_floor(user: Doer) -> Q:
    return own_outcomes(user) | examined_by(user)


def of_leads(user: Doer) -> Q:
    return of_floor(user) | (LED(user) & OUTCOMES)


def of_others_or_own_outcomes(user: Doer) -> Q:
    return ~OWN(user) | OUTCOMES


def not_examined_by(user: Doer) -> Q:
    return ~OWN(user) & ~examined_by(user)


def own_sheet(user: Doer) -> Q:
    return Q(examiner=user.pk) & ~Q(practical__person__user=user.pk)


SEE_CHECKLISTS = Permission(
    "assessment.checklist.see",
    {**dict.fromkeys(EXAMINERS, published), **dict.fromkeys(READERS, everything)},
)
WRITE_CHECKLISTS = Permission("assessment.checklist.write", dict.fromkeys(CHECK_WRITERS, everything))
EXAMINE = Permission(
    "assessment.person.examine",
    {LEAD: led(), **dict.fromkeys((TRAINER, QUALITY_SUPERVISOR, HR, GROUP), not_oneself)},
)
SEE_PRACTICALS = Permission(
    "assessment.practical.see",
    {
        AGENT: own_outcomes, ANALYST: of_floor, LEAD: of_leads,
        **dict.fromkeys(READERS, of_others_or_own_outcomes),
    },
)  # fmt: skip
RUN_PRACTICAL = Permission("assessment.practical.run", dict.fromkeys(EXAMINERS, run_by))
TICK = Permission("assessment.practical.tick", dict.fromkeys(EXAMINERS, own_sheet))
OBJECT = Permission("assessment.practical.object", dict.fromkeys((AGENT, LEAD, ANALYST, TRAINER), own_outcomes))
ANSWER_OBJECTION = Permission(
    "assessment.objection.answer", dict.fromkeys((GROUP, QUALITY_SUPERVISOR, HEAD), not_examined_by)
)

# panels that set a cut score
PANEL_RUNNERS = (TRAINER, HR, GROUP)
JUDGES = (LEAD, ANALYST, TRAINER, QUALITY_SUPERVISOR, HEAD, HR, GROUP, LIAISON)


def judged_by(user: Doer) -> Q:
    return Q(pk__in=PanelJudge.objects.filter(user=user.pk).values("panel"))


def own_seat(user: Doer) -> Q:
    return Q(user=user.pk)


SEE_PANELS = Permission(
    "assessment.panel.see",
    {**dict.fromkeys((LEAD, ANALYST, LIAISON), judged_by), **dict.fromkeys(READERS, everything)},
)
RUN_PANEL = Permission("assessment.panel.run", dict.fromkeys(PANEL_RUNNERS, everything))
ESTIMATE = Permission("assessment.panel.estimate", dict.fromkeys(JUDGES, own_seat))
ADOPT = Permission("assessment.panel.adopt", dict.fromkeys((GROUP, HEAD), everything))

# essays, and how questions did
MARKERS = (TRAINER, QUALITY_SUPERVISOR, LIAISON, HR, GROUP)


def of_others(user: Doer) -> Q:
    return ~Q(sitting__person__user=user.pk)


MARK_ESSAYS = Permission("assessment.essay.mark", dict.fromkeys(MARKERS, of_others))
SEE_ITEMS = Permission("assessment.items.see", dict.fromkeys(TEST_READERS, everything))

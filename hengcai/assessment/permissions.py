"""Who writes questionnaires, who puts them to people, who answers, who reads what came of it."""

from django.db.models import Q

from hengcai.assessment.models import Invitee, Sitting
from hengcai.base import clock
from hengcai.base.permissions import Doer, Permission, everything
from hengcai.base.roles import AGENT, ANALYST, GROUP, HEAD, HR, LEAD, LIAISON, QUALITY_SUPERVISOR, TRAINER
from hengcai.people.models import Placement
from hengcai.people.permissions import led_by, on_day

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

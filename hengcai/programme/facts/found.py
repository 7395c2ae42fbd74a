"""What is known of a course as a revision looks at it, and who answers for it."""

from datetime import date

from hengcai.accounts.models import SYSTEM, User
from hengcai.measurement.results import Estimate
from hengcai.programme.duties import training_managers
from hengcai.programme.facts.levels import learning_in, reaction_to
from hengcai.programme.models import Effect, Revision
from hengcai.programme.rules.revising import Found
from hengcai.training.models import Course, Session, Trainer

RANKS = {Trainer.Level.SENIOR: 0, Trainer.Level.TRAINER: 1, Trainer.Level.ASSISTANT: 2}


def found_of(course: Course) -> Found:
    """Of its newest revision on, where there was one: what came before speaks of another course."""
    since = revised_on(course.code)
    effects = dict(Effect.objects.filter(course=course.code).values_list("outcome", "verdict"))
    reaction, learning = reaction_to(course, since=since), learning_in(course, since=since)
    ratings = {name: told for name, one in reaction.asked for told in [_told(one)] if told}
    return Found(effects, ratings, _told(learning.marks) if learning.marks else None)


def revised_on(code: str) -> date | None:
    rows = Revision.objects.filter(code=code, done_on__isnull=False).order_by("-done_on", "-pk")
    return rows.values_list("done_on", flat=True).first()


def _told(one: Estimate) -> tuple[float, float, float] | None:
    if one.estimate is None or one.low is None or one.high is None:
        return None
    return one.estimate, one.low, one.high


def owner_of(course: Course) -> User:
    """The trainer who taught it last, the more qualified first; else whoever published or wrote it, else a training manager."""
    held = Session.objects.filter(course__code=course.code, state=Session.State.HELD).order_by("-starts_at").first()
    if held is not None:
        trainers = held.trainers.filter(person__user__is_active=True).select_related("person__user")
        for one in sorted(trainers, key=lambda one: (RANKS[Trainer.Level(one.level)], one.pk)):
            if one.person.user:
                return one.person.user
    writers = [one for one in (course.published_by, course.made_by) if one and one.is_active and one.username != SYSTEM]
    if writers:
        return writers[0]
    return User.objects.filter(pk__in=training_managers()).order_by("pk").first() or course.made_by

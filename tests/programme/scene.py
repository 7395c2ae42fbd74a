"""A published quarter: Li certainly below on problem solving, Wang perhaps, He not; and a course that leads up it."""

from datetime import date
from decimal import Decimal

from hengcai.appraisal.models import Cycle, LevelMargins, Participant, Result
from hengcai.base import clock
from hengcai.framework.models import Post
from tests import cast
from tests.appraisal import stage
from tests.training.courses.made import course, definition

TODAY = date(2026, 5, 4)
LEVELS = {"li": ("2.5", 2.1, 2.9), "wang": ("3.5", 3.0, 4.2), "he": ("4.5", 4.1, 4.9)}


def quarter():
    """`problem_solving` is asked at 4 by the post."""
    stage.in_force_everything()
    for name in LEVELS:
        stage.person(name)
    made = stage.cycle()
    Cycle.objects.filter(pk=made.pk).update(state=Cycle.State.PUBLISHED, published_at=clock.now())
    for name, (level, low, high) in LEVELS.items():
        _result(made, name, level, {"fair": float(level), "low": low, "high": high, "n": 8, "unknown": ""})
    course(competencies=[{"code": "problem_solving", "from": 2, "to": 4}])
    return made


def _result(cycle, name, level, margin):
    post = Post.objects.get(code="inbound")
    row = Participant.objects.create(cycle=cycle, person=cast.person(name), post=post)
    levels = {"problem_solving": {"exact": level, "level": level, "n_raters": 3, "sources": {}}}
    result = Result.objects.create(
        participant=row, status="scored", exact=level, final=Decimal(level), band="pass", detail={"sources": {}},
        levels=levels, computed_at=clock.now(),
    )  # fmt: skip
    LevelMargins.objects.create(result=result, levels={"problem_solving": margin})


def another_course(code, **changes):
    return course(**{**definition(), "code": code, **changes})

"""What mystery shopping asks of shoppers, and that an agent was told of an observation."""

from collections.abc import Sequence

from django.conf import settings

from hengcai.base import clock
from hengcai.base.days import day_of
from hengcai.base.roles import GROUP, HEAD, QUALITY_SUPERVISOR
from hengcai.inbox.duties import Owed, open_duties, settle_duties
from hengcai.inbox.kinds import Kind, register
from hengcai.quality.deadlines import last_day_to_answer
from hengcai.quality.observation_models import Observation

SOURCE = "quality.observation"
VISIT, READ = "observation.visit", "observation.read"
register(
    Kind(
        VISIT, SOURCE, "see-observation", "list-observations", "list-observations", up=(QUALITY_SUPERVISOR, GROUP, HEAD)
    ),
    Kind(READ, SOURCE, "see-observation", "list-observations", lapses=True),
)


def planned(visits: Sequence[Observation]) -> None:
    """By each shopper, on the day it is planned for."""
    rows = [(one, one.planned_at) for one in visits if one.planned_at and one.round]
    open_duties(VISIT, [
        Owed(one.observer_id, one.pk, day_of(at, settings.TIME_ZONE), f"{one.round.name} {one.number}")
        for one, at in rows
        if one.round
    ])  # fmt: skip


def made(observation: Observation) -> None:
    settle_duties(VISIT, [observation.pk])


def told(observation: Observation) -> None:
    user = observation.agent.user_id if observation.agent else None
    if user is not None:
        open_duties(READ, [Owed(user, observation.pk, last_day_to_answer(clock.today()))])


def read(observation: Observation) -> None:
    settle_duties(READ, [observation.pk])

"""Scenarios: as a catalogue to those who play, in all versions to those who write."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Max, Q, QuerySet

from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.base.states import moves_open
from hengcai.simulation import permissions, states
from hengcai.simulation.models import Run, Scenario

ORDERS = Orders(
    {
        "code": ("code", "-number"),
        "state": ("state", "code", "-number"),
        "channel": ("channel", "code", "-number"),
        "minutes": ("minutes", "code", "-number"),
        "made": ("-made_at", "-pk"),
    }
)


@dataclass(frozen=True)
class ScenarioFilter:
    state: str = ""
    channel: str = ""

    def condition(self) -> Q:
        asked = {"state": self.state, "channel": self.channel}
        return Q(**{name: value for name, value in asked.items() if value})


def scenarios_seen_by(user: Doer) -> QuerySet[Scenario]:
    """`n_finished`: how many runs of the version came to an end."""
    finished = Count("runs", filter=Q(runs__state=Run.State.FINISHED))
    rows = Scenario.objects.annotate(n_finished=finished).order_by("code", "-number")
    return permissions.SEE.rows(rows, user)


@dataclass(frozen=True)
class Standing:
    """How often somebody finished a scenario, in whichever version, and how well at best; whether they are amid one."""

    n_finished: int = 0
    best: Any = None
    is_playing: bool = False


def standings(user: Doer) -> dict[str, Standing]:
    """Code → how the reader stands with it."""
    runs = Run.objects.filter(person__user=user.pk).values("scenario__code", "state")
    rows = runs.annotate(n=Count("pk"), best=Max("share")).order_by()
    found: dict[str, Standing] = {}
    for row in rows:
        before = found.get(row["scenario__code"], Standing())
        if row["state"] == Run.State.FINISHED:
            found[row["scenario__code"]] = Standing(row["n"], row["best"], before.is_playing)
        elif row["state"] == Run.State.PLAYING:
            found[row["scenario__code"]] = Standing(before.n_finished, before.best, is_playing=True)
    return found


def moves_of(scenario: Scenario, user: Doer) -> list[str]:
    return [one.name for one in moves_open(states.SCENARIO_MOVES, scenario, user)]

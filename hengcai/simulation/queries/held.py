"""What is held on one person of simulations."""

from collections.abc import Iterator
from typing import Any

from hengcai.base.plain import plain_row
from hengcai.people.models import Person
from hengcai.simulation.models import Run, Step


def runs_held(person: Person) -> Iterator[dict[str, Any]]:
    """Every run with every choice, of ink stories with the words as they were shown."""
    rows = Run.objects.filter(person=person).select_related("scenario").prefetch_related("steps")
    for one in rows.order_by("started_at", "pk"):
        steps = sorted(one.steps.all(), key=lambda step: step.number)
        yield plain_row(
            {
                "scenario": one.scenario.code, "version": one.scenario.number, "state": one.state, "started_at": one.started_at,
                "ended_at": one.ended_at, "end": one.end, "scores": one.scores, "share": one.exact,
                "choices": [_chosen(step) for step in steps],
            }
        )  # fmt: skip


def _chosen(step: Step) -> str:
    said = next((one["text"] for one in step.scene.get("offers", ()) if one["id"] == step.choice), "")
    return f"{step.node}/{step.choice}: {said}" if said else f"{step.node}/{step.choice}"

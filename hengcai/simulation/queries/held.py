"""What is held on one person of simulations."""

from collections.abc import Iterator
from typing import Any

from hengcai.base.plain import plain_row
from hengcai.people.models import Person
from hengcai.simulation.models import Run, Step


def runs_held(person: Person) -> Iterator[dict[str, Any]]:
    """Every run with every choice, of ink stories with the words as they were shown."""
    rows = (
        Run.objects.filter(person=person)
        .select_related("scenario", "sheet")
        .prefetch_related("steps", "turns", "takes")
    )
    for one in rows.order_by("started_at", "pk"):
        steps = sorted(one.steps.all(), key=lambda step: step.number)
        facts = {
            "scenario": one.scenario.code, "version": one.scenario.number, "way": one.way, "state": one.state,
            "started_at": one.started_at, "ended_at": one.ended_at, "end": one.end, "scores": one.scores, "share": one.exact,
            "choices": [_chosen(step) for step in steps], "sheet": _sheet(one),
            "turns": [f"{turn.who}: {turn.text}" for turn in one.turns.all()],
            "recordings": [take.place for take in one.takes.all()],
        }  # fmt: skip
        yield plain_row(facts)


def _chosen(step: Step) -> str:
    said = next((one["text"] for one in step.scene.get("offers", ()) if one["id"] == step.choice), "")
    return f"{step.node}/{step.choice}: {said}" if said else f"{step.node}/{step.choice}"


def _sheet(run: Run) -> dict[str, Any] | None:
    sheet = getattr(run, "sheet", None)
    if sheet is None:
        return None
    return {name: getattr(sheet, name) for name in ("marks", "notes", "comment", "handed_in_at", "agreed_at")}

"""Operational measures: one agent, one measure, one period is one figure."""

from collections.abc import Iterable, Sequence
from datetime import date

from hengcai.base.errors import NotValid, Refusal
from hengcai.base.ids import folded
from hengcai.base.tables.reading import Row
from hengcai.interactions import permissions
from hengcai.interactions.actions.measures import FIGURES, same_figures, take_in_measures
from hengcai.interactions.kinds.registry import Chunk, Handler, Outcome, register
from hengcai.interactions.lookups import agents_by_number, slices
from hengcai.interactions.models import Measure
from hengcai.interactions.rules.faults import measure_faults
from hengcai.interactions.rules.measure import OPTIONAL, REQUIRED, MeasureFacts, measure_of

ROUNDED = "rounded"
Key = tuple[int, str, date, date]


def apply(chunk: Chunk) -> Outcome:
    outcome = Outcome()
    checked = _checked(chunk, outcome)
    agents = agents_by_number({facts.agent for _row, facts in checked})
    there = _there(agents.values())
    new: dict[Key, Measure] = {}
    if rounded := [f"{facts.agent} {facts.code}" for _row, facts in checked if facts.is_rounded]:
        outcome.made[ROUNDED] = rounded
    changed: list[Measure] = []
    for row, facts in checked:
        if facts.agent not in agents:
            outcome.reject(row, NotValid("contact.agent_unknown", column="agent", value=facts.agent))
            continue
        key = (agents[facts.agent], facts.code, facts.period_start, facts.period_end)
        before = there.get(key) or new.get(key)
        if before is None:
            new[key] = _measure(key, facts)
            new[key].brought_by = chunk.run_id
            outcome.added += 1
        elif same_figures(before, facts.figures):
            outcome.passed_over += 1
        elif chunk.options.get("update"):
            _change(before, facts).brought_by = chunk.run_id
            changed += [before] if before.pk else []
            outcome.updated += 1
        else:
            outcome.reject(row, NotValid("measure.taken", column="value", value=facts.value))
    take_in_measures(list(new.values()), by=chunk.by, changed=changed)
    return outcome


def _checked(chunk: Chunk, outcome: Outcome) -> list[tuple[Row, MeasureFacts]]:
    found = []
    for row in chunk.rows:
        try:
            found.append((row, measure_of(row.values)))
        except Refusal as refusal:
            outcome.reject(row, refusal)
    return found


def _there(agents: Iterable[int]) -> dict[Key, Measure]:
    found: dict[Key, Measure] = {}
    for some in slices(set(agents)):
        for one in Measure.objects.filter(agent_id__in=some):
            found[one.agent_id, one.code, one.period_start, one.period_end] = one
    return found


def _measure(key: Key, facts: MeasureFacts) -> Measure:
    agent, code, start, end = key
    return _change(Measure(agent_id=agent, code=code, period_start=start, period_end=end), facts)


def _change(measure: Measure, facts: MeasureFacts) -> Measure:
    for name, value in zip(FIGURES, facts.figures, strict=True):
        setattr(measure, name, value)
    return measure


def faults(_chunk: Chunk, rows: Sequence[Row]) -> dict[int, list[NotValid]]:
    there = set(agents_by_number({folded(row.values["agent"]) for row in rows}))
    return {row.number: measure_faults(row.values, agents=there) for row in rows}


register(
    "measures",
    Handler(
        permissions.IMPORT,
        REQUIRED,
        OPTIONAL,
        apply,
        flat=True,
        ids=("agent", "measure"),
        brings=Measure,
        faults=faults,
    ),
)

"""The precision wanted in, the JSON object of `hengcai measure size` out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hengcai.measurement.columns import Column
from hengcai.measurement.errors import NotATable, OutOfRange
from hengcai.measurement.sampling.planner import neyman_allocation, sample_size_for_mean, sample_size_for_share
from hengcai.measurement.sampling.spread import contact_spread

Json = dict[str, object]


@dataclass(frozen=True)
class Wanted:
    """Half the width of the interval, how many contacts there are (None: very many), how sure."""

    within: float
    of: int | None = None
    confidence: float = 0.95


def for_mean(spread: float, *, wanted: Wanted) -> Json:
    """Contacts for an average to within so many points."""
    needed = sample_size_for_mean(
        half_width=wanted.within, sd=spread, population=wanted.of, confidence=wanted.confidence
    )
    return {"needed": needed, "within": wanted.within, "spread": spread, "population": wanted.of}


def for_mean_of(columns: Mapping[str, Column], *, roles: tuple[str, str, str], wanted: Wanted) -> Json:
    """The same with the spread of marks already given; `roles` are the columns of agent, contact and score."""
    absent = [name for name in roles if name not in columns]
    if absent:
        raise NotATable("table.column_missing", columns=absent)
    agent, contact, score = (columns[name] for name in roles)
    found = contact_spread(agent, contact, score)
    counts = {"n_agents": found.n_agents, "n_contacts": found.n_contacts}
    return for_mean(found.sd, wanted=wanted) | counts


def for_share(share: float, *, wanted: Wanted) -> Json:
    """Contacts for a rate to within so many points of 1."""
    needed = sample_size_for_share(
        half_width=wanted.within, share=share, population=wanted.of, confidence=wanted.confidence
    )
    return {"needed": needed, "within": wanted.within, "share": share, "population": wanted.of}


def shared_out(parts: Sequence[tuple[str, int, float]], *, total: int) -> Json:
    """A total over parts of (name, contacts, spread)."""
    names = [name for name, _, _ in parts]
    if len(set(names)) < len(names):
        raise OutOfRange("plan.part_twice", name=next(name for name in names if names.count(name) > 1))
    found = neyman_allocation({name: size for name, size, _ in parts}, sds={name: sd for name, _, sd in parts}, n=total)
    rows = [{"id": name, "needed": found[name], "population": size, "spread": spread} for name, size, spread in parts]
    return {"total": total, "parts": rows}

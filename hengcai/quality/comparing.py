"""One draw of a plan beside what the same rule gives from the contacts as they are now."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from hengcai.quality.drawing import round_of
from hengcai.quality.drawn_models import Draw


@dataclass(frozen=True)
class Compared:
    """As a comparison keeps it: plain values only."""

    draw: int
    week: str | None
    number: int
    n_then: int
    n_now: int
    is_frame_same: bool
    strata_changed: int
    gone_count: int
    new_count: int
    picks_gone: list[str]  # the first ones
    picks_new: list[str]

    @property
    def is_same(self) -> bool:
        return self.is_frame_same and not (self.strata_changed or self.gone_count or self.new_count)

    @property
    def monday(self) -> date | None:
        return date.fromisoformat(self.week) if self.week else None

    def kept(self) -> dict[str, Any]:
        return asdict(self)


MOST_NAMED = 1_000


def drawn_again(draw: Draw) -> Compared:
    """A contact that was replaced counts as drawn, its stand-in does not: neither moves the draw."""
    from hengcai.quality.found import find

    found = find(draw.plan, round_of(draw), after=draw.after, up_to=draw.up_to)
    then = {(key, n, k) for key, n, k in draw.strata.values_list("key", "n", "k")}
    now = {(one.id, one.n, one.k) for one in found.drawn.strata}
    picked = set(draw.picks.filter(replaces=None).values_list("contact__key", flat=True))
    again = {pick.contact for pick in found.drawn.picks}
    gone, new = sorted(picked - again), sorted(again - picked)
    return Compared(
        draw.pk, draw.week.isoformat() if draw.week else None, draw.number, draw.n, found.n, found.digest == draw.digest,
        len({key for key, _n, _k in then ^ now}), len(gone), len(new), gone[:MOST_NAMED], new[:MOST_NAMED],
    )  # fmt: skip

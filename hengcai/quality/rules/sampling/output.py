"""A draw as its JSON tells it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hengcai.quality.rules.sampling.assigning import Assigned
from hengcai.quality.rules.sampling.draw import Drawn

PICK = ("contact", "agent", "stratum", "inclusion", "analyst", "second")


@dataclass(frozen=True, slots=True)
class Sample:
    """`digest` is that of the ids in the frame, of which there are `n`."""

    seed: int
    n: int
    digest: str
    drawn: Drawn
    assigned: Assigned

    def as_json(self) -> dict[str, Any]:
        strata = [{"id": s.id, "agent": s.agent, "rule": s.rule, "n": s.n, "k": s.k} for s in self.drawn.strata]
        links = self.assigned.links
        return {
            "seed": self.seed,
            "frame": {"n": self.n, "digest": self.digest},
            "strata": strata,
            "picks": [dict(zip(PICK, pick, strict=True)) for pick in self.picks()],
            "short": [{"agent": s.agent, "wanted": s.wanted, "found": s.found} for s in self.drawn.short],
            "links": {
                "connected": links.connected,
                "groups": [list(group) for group in links.groups],
                "pairs": [{"analysts": [one, other], "shared": shared} for one, other, shared in links.pairs],
            },
        }

    def picks(self) -> Iterator[tuple[str, str, str, str, str | None, str | None]]:
        """By the keys of `PICK`."""
        for pick, (analyst, second) in zip(self.drawn.picks, self.assigned.pairs, strict=True):
            stratum = pick.stratum
            yield pick.contact, stratum.agent, stratum.id, stratum.inclusion, analyst, second

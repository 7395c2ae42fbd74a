"""What a correction changed: two revisions of one result beside each other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from hengcai.base.errors import NotAllowed, NotNow, NotValid

TOTAL, BAND = "total", "band"
HEADS = {"total": TOTAL, "final": TOTAL, "grade": BAND, "band": BAND}
PARTS = {"indicators": "earned", "sources": "score"}


@dataclass(frozen=True)
class Difference:
    """One figure as it was and as it is; a score or band that stayed is told too. `kind`: total, band, indicators, sources."""

    kind: str
    code: str
    old: str | None
    new: str | None

    @property
    def is_changed(self) -> bool:
        return self.old != self.new


def differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[Difference]:
    """Score and band, then every indicator or source whose points are others."""
    heads = [
        Difference(kind, name, old.get(name), new.get(name))
        for name, kind in HEADS.items()
        if name in old or name in new
    ]
    return [
        *heads,
        *(one for part, figure in PARTS.items() for one in _parts(part, figure, old, new) if one.is_changed),
    ]


def _parts(part: str, figure: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Difference]:
    before, after = old.get(part, {}), new.get(part, {})
    for code in {**before, **after}:
        yield Difference(part, code, before.get(code, {}).get(figure), after.get(code, {}).get(figure))


def check_reason(reason: str) -> str:
    if not reason.strip():
        raise NotValid("appraisal.reason_missing")
    return reason.strip()


def check_second(proposer: int | None, confirmer: int) -> None:
    if proposer == confirmer:
        raise NotAllowed("appraisal.correction_by_proposer")


def check_alone(proposer: int | None, confirmer: int, *, others: int, reason: str) -> None:
    """The one way round the second person: there is none, and why it cannot wait is written down."""
    if proposer != confirmer or others:
        raise NotNow("appraisal.correction_not_alone", count=others)
    check_reason(reason)

"""What the measurement library makes of a session's marks. Heavy: imported where it is worked out, never by a page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import NormalDist
from typing import Any

from hengcai.measurement.agreement.consistency import Compared, Reference, consistency
from hengcai.measurement.errors import MeasurementRefusal
from hengcai.measurement.quantiles import two_sided_t
from hengcai.measurement.reports.agreement import AgreementRoles, agreement
from hengcai.measurement.reports.facets import FacetsRoles, Wanted, facets
from hengcai.measurement.results import unknown

KEPT = ("percent", "within_one", "krippendorff_alpha", "weighted_kappa_quadratic")
ROLES = AgreementRoles("contact", "rater", "score", "item")
WHOLE_ROLES = AgreementRoles("contact", "rater", "score")
MODEL = FacetsRoles("contact", ("rater", "item"), "score", contact="contact")
REFERENCE = "reference"
Json = dict[str, Any]
Columns = Mapping[str, Sequence[Any]]


@dataclass
class Ratings:
    """One row a grade: of which contact, whose, of which item."""

    contact: list[Any] = field(default_factory=list)
    rater: list[str] = field(default_factory=list)
    item: list[str] = field(default_factory=list)
    score: list[float] = field(default_factory=list)

    def add(self, contact: Any, rater: str, item: str, score: float) -> None:
        self.contact.append(contact)
        self.rater.append(rater)
        self.item.append(item)
        self.score.append(score)

    def part(self, items: frozenset[str]) -> "Ratings":
        rows = [place for place, item in enumerate(self.item) if item in items]
        return Ratings(
            [self.contact[row] for row in rows],
            [self.rater[row] for row in rows],
            [self.item[row] for row in rows],
            [self.score[row] for row in rows],
        )

    @property
    def columns(self) -> Columns:
        return {"contact": self.contact, "rater": self.rater, "item": self.item, "score": self.score}


@dataclass
class Totals:
    """One row a sheet with a score, the reference's among them; `differs`: its fatal items are others than those."""

    contact: list[Any] = field(default_factory=list)
    rater: list[str] = field(default_factory=list)
    score: list[float] = field(default_factory=list)
    differs: list[int] = field(default_factory=list)


def findings(ratings: Ratings, *, together: frozenset[str], totals: Totals | None = None) -> Json:
    """Agreement by item and over the items of one scale, severity by analyst, and the share like the reference."""
    whole = ratings.part(together)
    items = list(dict.fromkeys(ratings.item))
    return {
        "contacts": len(set(ratings.contact)),
        "analysts": list(dict.fromkeys(ratings.rater)),
        "items": {item: _agreement(ratings.part(frozenset((item,))), WHOLE_ROLES) for item in items},
        "overall": _agreement(whole, ROLES),
        "severity": severity(whole),
        "consistency": None if totals is None else alike(totals),
    }


def _agreement(ratings: Ratings, roles: AgreementRoles) -> Json:
    try:
        told = agreement(ratings.columns, roles=roles)
    except MeasurementRefusal as refusal:
        return {name: unknown(name, 0, refusal.code).as_json() for name in KEPT}
    return {name: told[name] for name in KEPT}


def severity(ratings: Ratings) -> list[Json]:
    """Many-facet Rasch (Linacre 1989) over contacts, analysts and items; in levels: how far the average that an analyst
    would give falls short of the panel's. Contacts are clusters and few, so intervals take t on contacts - 1.

    Unknown where the fit does not settle or says nothing; an analyst who gave only lowest or highest marks has no interval.
    """
    names = list(dict.fromkeys(ratings.rater))
    contacts = len(set(ratings.contact))
    if contacts < 2 or len(names) < 2:
        return [_unknown(name, "too_few_contacts") for name in names]
    try:
        told: Json = facets(ratings.columns, roles=MODEL, wanted=Wanted(confidence=_confidence(contacts - 1)))
    except MeasurementRefusal as refusal:
        return [_unknown(name, refusal.code) for name in names]
    rows = told["elements"]["rater"]
    known = [row["fair_average"] for row in rows if row["fair_average"] is not None]
    if len(known) < len(rows):
        return [_unknown(name, "not_converged") for name in names]
    middle = sum(known) / len(known)
    return [_severity(row, middle) for row in rows]


def _severity(row: Json, middle: float) -> Json:
    """A lower average is a harsher analyst."""
    is_extreme = row["status"] != "estimated"
    low, high = (None, None) if is_extreme else (middle - row["fair_high"], middle - row["fair_low"])
    found = {"id": row["id"], "estimate": middle - row["fair_average"], "low": low, "high": high, "n": row["n"]}
    return {**found, "logits": row["measure"], "se": row["se"], "raw": row["raw_average"], "status": row["status"]}


def _unknown(name: str, why: str) -> Json:
    empty = dict.fromkeys(("estimate", "low", "high", "logits", "se", "raw"))
    return {"id": name, **empty, "n": 0, "status": why}


def _confidence(degrees: int) -> float:
    """The confidence at which a normal interval is as wide as the t interval of 95 %."""
    return min(2 * NormalDist().cdf(two_sided_t(0.95, degrees)) - 1, 1 - 1e-9)


def alike(totals: Totals) -> Json | None:
    """一致率 of `hengcai measure agreement --reference`: total within 5 points and the same fatal items."""
    table = Compared(totals.contact, totals.rater, totals.score, totals.differs)
    try:
        return consistency(table, Reference(REFERENCE))
    except MeasurementRefusal:
        return None

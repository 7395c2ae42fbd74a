"""Scores of persons on items in, the JSON object of `hengcai measure items` out."""

from collections.abc import Mapping
from dataclasses import dataclass

from hengcai.measurement.columns import Column
from hengcai.measurement.errors import NotATable
from hengcai.measurement.items import Item, answers_of, item_analysis
from hengcai.measurement.quantiles import check_confidence

Columns = Mapping[str, Column]
Json = dict[str, object]


@dataclass(frozen=True)
class ItemRoles:
    """Names of the columns; `option` holds what was chosen."""

    person: str
    item: str
    score: str
    option: str | None = None


def items(columns: Columns, *, roles: ItemRoles, largest: float | None = None, confidence: float = 0.95) -> Json:
    """`hengcai measure items`."""
    check_confidence(confidence)
    absent = [name for name in (roles.person, roles.item, roles.score, roles.option) if name and name not in columns]
    if absent:
        raise NotATable("table.column_missing", columns=absent)
    options = None if roles.option is None else columns[roles.option]
    answers = answers_of(
        columns[roles.person], columns[roles.item], columns[roles.score], options=options, largest=largest
    )
    found = item_analysis(answers, confidence=confidence)
    return {"items": [_item(one) for one in found.items], "alpha": found.alpha.as_json(), "sem": found.sem}


def _item(one: Item) -> Json:
    return {
        "id": str(one.id),
        "n": one.n,
        "difficulty": one.difficulty.as_json(),
        "discrimination": one.discrimination.as_json(),
        "upper_lower_27": one.upper_lower_27,
        "options": [
            {"id": str(o.id), "share": o.share, "share_upper": o.share_upper, "share_lower": o.share_lower}
            for o in one.options
        ],
        "cautions": list(one.cautions),
    }

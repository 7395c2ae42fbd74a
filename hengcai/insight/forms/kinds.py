"""Which forms there are, what each can be filled from, and which of its words a centre may change."""

from dataclasses import dataclass

from hengcai.base.errors import NotValid

POST, CYCLE, NUMBER, SOURCE, CARD, EVALUATION = "post", "cycle", "number", "source", "card", "evaluation"
QUARTERS, MONTHS, PROBATIONS = ("quarter", "probation"), ("month",), ("probation",)


@dataclass(frozen=True)
class Kind:
    """`asks`: what a page offers to choose; `cycles`: kinds of cycle it can be filled from."""

    code: str
    asks: tuple[str, ...]
    columns: tuple[str, ...]
    signatures: tuple[str, ...]
    cycles: tuple[str, ...] = ()
    is_landscape: bool = False


RATING = ("competency", "look_for", "level", "grounds")
CARD_COLUMNS = ("item", "standard", "weight", "given", "comment")
KINDS = (
    Kind(
        "skill-standard", (POST,), ("competency", "indicator", "look_for", "level1", "level3", "level5"), ("group", "day"),
        is_landscape=True,
    ),
    Kind("self-assessment", (POST, CYCLE, NUMBER), RATING, ("person", "day"), QUARTERS),
    Kind("rating", (POST, SOURCE, CYCLE, NUMBER), RATING, ("rater", "day"), QUARTERS),
    Kind(
        "practical", (POST, CYCLE, NUMBER), (*RATING, "test", "mark", "resit", "counts"), ("examiner", "person", "day"),
        QUARTERS,
    ),
    Kind(
        "skill-summary", (CYCLE,),
        ("name", "number", "team", "post", "superior", "self", "peer", "customer", "practical", "final", "band"),
        ("group", "head", "day"), QUARTERS, is_landscape=True,
    ),
    Kind(
        "month-sheet", (CYCLE, NUMBER),
        ("name", "number", "team", "total", "grade", "group", "service_indicator", "points", "basis", "earned"),
        ("person", "lead", "day"), MONTHS,
    ),
    Kind("scorecard", (CARD, EVALUATION), CARD_COLUMNS, ("analyst", "day"), is_landscape=True),
    Kind("ticket-check", (CARD, EVALUATION), ("item", "standard", "off", "found", "comment"), ("analyst", "day"),
         is_landscape=True),
    Kind(
        "probation", (POST, CYCLE, NUMBER), ("competency", "required", "reached", "grounds"),
        ("person", "lead", "trainer", "hr", "day"), PROBATIONS,
    ),
)  # fmt: skip
BY_CODE = {kind.code: kind for kind in KINDS}


def kind_of(code: str) -> Kind:
    if code not in BY_CODE:
        raise NotValid("insight.form_unknown", code=code)
    return BY_CODE[code]

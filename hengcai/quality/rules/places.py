"""Where on a card a fault stands, so that an editor can show it at the field."""

from hengcai.base.errors import Refusal

CARD = {
    "card_kind_unknown": "kind", "card_empty": "sections", "lines_out_of_order": "pass_line",
    "bonus_cap_out_of_range": "bonus_cap", "level_shares": "level_shares", "section_weights": "sections",
    "red_line_unknown": "red_lines",
}  # fmt: skip
SECTION = {"section_twice": "id", "section_empty": "items", "section_weight_empty": "weight"}
ITEM = {
    "item_twice": "id", "code_malformed": "id", "item_kind_unknown": "kind", "rated_on_deduction_card": "kind",
    "item_weight": "weight", "points": "points", "options": "options", "option_malformed": "options",
    "option_unnamed": "options", "critical_unknown": "critical", "critical_kind": "critical",
    "critical_section": "critical", "comment_below": "comment_below", "comment_if": "comment_if",
    "condition_unknown": "condition", "condition_values": "condition", "condition_cycle": "condition",
}  # fmt: skip
STANDS_IN_THE_WAY = {
    "quality.card_kind_unknown", "quality.card_empty", "quality.level_shares", "quality.section_empty",
    "quality.item_kind_unknown", "quality.options", "quality.critical_unknown", "quality.condition_unknown",
    "quality.condition_cycle",
}  # fmt: skip


def place_of(fault: Refusal) -> str:
    """`pass_line`, `sections.CODE.weight`, `items.CODE.weight`; what was handed in wrong names its own way there."""
    if "key" in fault.facts:
        return str(fault.facts["key"])
    code, item = fault.code.removeprefix("quality."), fault.facts.get("item", "")
    if code == "name_missing":
        return {"card": "name", "section": f"sections.{item}.name"}.get(str(fault.facts["scope"]), f"items.{item}.name")
    if code in SECTION:
        return f"sections.{item}.{SECTION[code]}"
    return f"items.{item}.{ITEM[code]}" if code in ITEM else CARD.get(code, "")


def stands_in_the_way(fault: Refusal) -> bool:
    """Whether the card cannot even be tried: nothing there to mark, or no sum to be made."""
    return fault.code in STANDS_IN_THE_WAY

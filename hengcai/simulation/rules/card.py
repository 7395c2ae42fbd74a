"""Role cards: the customer's part and the check-list, between a scenario and what files hold."""

from collections.abc import Iterator, Mapping
from typing import Any

from hengcai.base.errors import NotValid
from hengcai.base.lengths import check_lengths
from hengcai.simulation.rules.scenario import BRANCHING, CARD, KINDS, Customer, Fact, Item, Scenario
from hengcai.simulation.rules.values import NAME, both, list_of, mapping_of, text_of

MOST_FACTS, MOST_ITEMS, MOST_PHRASES, LONGEST_PHRASE = 12, 24, 8, 60
FEWEST_ITEMS, MOST_TURNS, TURNS = 3, 40, 12
TOLD = ("persona", "goal", "temper", "opening")
Raw = Mapping[str, Any]


def read(found: Raw) -> dict[str, Any]:
    """What a scenario holds beyond its nodes."""
    kind, turns = found.get("kind") or BRANCHING, found.get("turns", TURNS)
    if kind not in KINDS:
        raise NotValid("simulation.kind_unknown", kind=str(kind)[:20])
    if not isinstance(turns, int) or isinstance(turns, bool) or not 1 <= turns <= MOST_TURNS:
        raise NotValid("simulation.turns_wrong", most=MOST_TURNS)
    items = tuple(map(_item, list_of(found.get("checklist"), "checklist", MOST_ITEMS)))
    if len({one.id for one in items}) < len(items):
        raise NotValid("simulation.item_twice")
    return {"kind": kind, "customer": _customer(found.get("customer")), "checklist": items, "turns": turns}


def written(scenario: Scenario) -> dict[str, Any]:
    """Only what there is: a branching scenario reads as it always did."""
    made: dict[str, Any] = {} if scenario.kind == BRANCHING else {"kind": scenario.kind}
    if scenario.customer:
        made["customer"] = _written_customer(scenario.customer)
    if scenario.checklist:
        made["checklist"] = [_written_item(one) for one in scenario.checklist]
    if scenario.kind == CARD:
        made["turns"] = scenario.turns
    return made


def _customer(given: Any) -> Customer | None:
    if not given:
        return None
    found = mapping_of(given, "customer", {*TOLD, "facts"})
    facts = list_of(found.get("facts"), "customer/facts", MOST_FACTS)
    told = {name: text_of(found.get(name), f"customer/{name}") for name in TOLD}
    return Customer(**told, facts=tuple(map(_fact, facts)))


def _fact(given: Any) -> Fact:
    found = mapping_of(given, "customer/facts", {"text", "when"})
    return Fact(text_of(found.get("text"), "customer/facts"), text_of(found.get("when"), "customer/facts"))


def _item(given: Any) -> Item:
    found = mapping_of(given, "checklist", {"id", "text", "competency", "critical", "says"})
    code = str(found.get("id", ""))
    if not NAME.fullmatch(code):
        raise NotValid("simulation.item_name", item=code[:40])
    says = list_of(found.get("says"), f"checklist/{code}", MOST_PHRASES)
    check_lengths(str(found.get("competency") or ""), *map(str, says))
    return Item(
        code, text_of(found.get("text"), f"checklist/{code}"), str(found.get("competency") or "")[:60],
        bool(found.get("critical")), tuple(str(one).strip()[:LONGEST_PHRASE] for one in says if str(one).strip()),
    )  # fmt: skip


def _written_customer(one: Customer) -> dict[str, Any]:
    facts = [{"text": both(fact.text), "when": both(fact.when)} for fact in one.facts]
    return {**{name: both(getattr(one, name)) for name in TOLD}, "facts": facts}


def _written_item(one: Item) -> dict[str, Any]:
    made: dict[str, Any] = {"id": one.id, "text": both(one.text), "competency": one.competency}
    if one.is_critical:
        made["critical"] = True
    return {**made, "says": list(one.says)} if one.says else made


def faults_of_card(scenario: Scenario) -> Iterator[tuple[str, dict[str, object]]]:
    """What publishing asks of a role card: codes and facts."""
    one = scenario.customer
    if one is None or not all(getattr(one, name).is_whole for name in ("persona", "goal", "opening")):
        yield "simulation.customer_untold", {}
    if one and not all(fact.text.is_whole for fact in one.facts):
        yield "simulation.fact_untold", {}
    if len(scenario.checklist) < FEWEST_ITEMS:
        yield "simulation.few_items", {"found": len(scenario.checklist), "least": FEWEST_ITEMS}
    yield from faults_of_checklist(scenario)
    for code in scenario.competencies:
        if scenario.checklist and code not in {item.competency for item in scenario.checklist}:
            yield "simulation.item_lacking", {"competency": code}


def faults_of_checklist(scenario: Scenario) -> Iterator[tuple[str, dict[str, object]]]:
    for item in scenario.checklist:
        if not item.text.is_whole:
            yield "simulation.item_untold", {"item": item.id}
        if item.competency not in scenario.competencies:
            yield "simulation.item_competency", {"item": item.id, "competency": item.competency}

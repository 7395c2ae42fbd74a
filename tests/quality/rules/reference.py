"""The specification's arithmetic a second time, slowly and in one piece, written from its sentences."""

from fractions import Fraction

EARNED = {"1": Fraction(0), "2": Fraction(3, 10), "3": Fraction(6, 10), "4": Fraction(8, 10), "5": Fraction(1)}
OUTSIDE = {"process", "system", "knowledge", "policy"}


def share(item, value):
    if item.kind == "anchored":
        return EARNED[value]
    if item.kind == "choice":
        most = sorted(item.options.values())[-1]
        return Fraction(item.options[value], most)
    return Fraction(1) if value in {"yes", "clear"} else Fraction(0)


def applies(card, item, marks):
    if item.condition:
        source = next(one for section in card.sections for one in section.items if one.code == item.condition.item)
        if not applies(card, source, marks) or source.code not in marks:
            return False
        return marks[source.code].value in item.condition.values
    return True


def costs_nothing(item, mark):
    return (
        mark.cause in OUTSIDE
        and item.kind in {"anchored", "yes_no", "choice", "deduction"}
        and share(item, mark.value) != 1
    )


def live(card, marks):
    """Pairs of section and item whose mark speaks about the agent."""
    for section in card.sections:
        for item in section.items:
            mark = marks.get(item.code)
            if mark and mark.value != "na" and applies(card, item, marks) and not costs_nothing(item, mark):
                yield section, item, mark.value


def is_fatal(item, value):
    lowest = {"anchored": value == "1", "yes_no": value == "no", "deduction": value == "hit"}
    if item.kind == "choice":
        return bool(item.critical_scope) and item.options[value] == 0
    return bool(item.critical_scope) and lowest.get(item.kind, False)


def totals(card, marks):
    """(without fatal errors, with them)"""
    found = list(live(card, marks))
    off = sum((item.points for _, item, value in found if item.kind == "deduction" and value == "hit"), Fraction(0))
    more = sum((item.points for _, item, value in found if item.kind == "bonus" and value == "hit"), Fraction(0))
    change = min(more, card.bonus_cap) - off
    fatal_items = [(section, item) for section, item, value in found if is_fatal(item, value)]
    zeroed = {section.code for section, item in fatal_items if item.critical_scope == "section"}
    plain = whole(card, found, set(), change)
    if any(item.critical_scope == "whole" for _, item in fatal_items):
        return plain, Fraction(0)
    return plain, whole(card, found, zeroed, change)


def whole(card, found, zeroed, change):
    if card.kind == "deduction":
        counts = [item for _, item, _ in found if item.kind not in {"bonus", "note"}]
        return held(Fraction(100) + change) if counts else None
    top, bottom = Fraction(0), Fraction(0)
    for section in card.sections:
        mine = [
            (item, share(item, value))
            for where, item, value in found
            if where is section and item.kind in {"anchored", "yes_no", "choice"}
        ]
        weight = sum((item.weight for item, _ in mine), Fraction(0))
        if section.code in zeroed:
            bottom += section.weight
        elif weight:
            bottom += section.weight
            top += section.weight * sum((item.weight * earned for item, earned in mine), Fraction(0)) / weight
    return held(100 * top / bottom + change) if bottom else None


def held(value):
    return max(Fraction(0), min(Fraction(100), value))

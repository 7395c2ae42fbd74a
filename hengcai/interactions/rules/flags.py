"""What a contact is marked with: names, `;` between."""

from hengcai.base.ids import folded


def flags_of(text: str) -> frozenset[str]:
    return frozenset(filter(None, (folded(one) for one in text.replace("；", ";").split(";"))))

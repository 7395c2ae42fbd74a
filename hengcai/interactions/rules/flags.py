"""What a contact is marked with: names, `;` between."""

from collections.abc import Collection

from hengcai.base.errors import NotValid
from hengcai.base.ids import folded

LONGEST_FLAG = 60  # characters
MOST_FLAGS = 20  # on one contact, set by hand


def flags_of(text: str) -> frozenset[str]:
    return frozenset(filter(None, (folded(one) for one in text.replace("；", ";").split(";"))))


def check_flags(names: Collection[str]) -> None:
    longest = max(map(len, names), default=0)
    if longest > LONGEST_FLAG:
        raise NotValid("text.too_long", column="flags", found=longest, most=LONGEST_FLAG)
    if len(names) > MOST_FLAGS:
        raise NotValid("contact.too_many_flags", column="flags", found=len(names), most=MOST_FLAGS)

"""Who gets what at every address: written from the role table, not from what the code happens to answer.

A word is the answer to this role: a status, or `own`/`all`/`none` for a list that shows one's own rows alone, every
one, or nobody's. Two words: the answer for one's own row and for others'. `rest` stands for the roles not named.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

ROLES = (
    "agent", "lead", "analyst", "supervisor", "trainer", "hr", "group", "head", "admin", "liaison", "nobody",
)  # fmt: skip


@dataclass(frozen=True)
class Row:
    """`thing`: the kind of row of the world an address is about; it stands for each placeholder left empty in `parts`.

    `asks` sends the row's key as a query; `shows` names the texts by which a list is judged; `hides` are texts no list
    may show to anybody; with `hides_self` nobody finds their own number there; `amiss` is what the code is known to do otherwise.
    """

    route: str
    thing: str = ""
    rest: str = "403"
    by_role: Mapping[str, str] = field(default_factory=dict)
    method: str = "get"
    body: Any = None
    query: Mapping[str, Any] = field(default_factory=dict)
    asks: str = ""
    parts: tuple[Any, ...] = ()
    address: str = ""
    shows: str = "name"
    hides: tuple[str, ...] = ()
    hides_self: bool = False
    amiss: str = ""

    def expected(self, role: str) -> str:
        return self.by_role.get(role, self.rest)

    def __str__(self) -> str:
        return " ".join(filter(None, (self.method, self.route or "/", self.thing, *map(str, self.query.values()))))


def row(route: str, thing: str = "", rest: str = "403", **given: Any) -> Row:
    """Roles by name; whatever is not a role is a fact of the row."""
    by_role = {role: given.pop(role) for role in ROLES if role in given}
    return Row(route, thing, rest, by_role, **given)


def roles(word: str, *names: str) -> dict[str, str]:
    return dict.fromkeys(names, word)


STAFF = roles("200", "hr", "admin")
EVERY_ROLE = {"rest": "200", "nobody": "403"}
WRITERS = roles("200", "group", "hr")  # of the framework
READERS_OF_DRAFTS = roles("200", "group", "hr", "head")
HIDDEN = {**roles("404", *ROLES), "nobody": "403"}  # a draft to those who do not write drafts
SEEN_BY_WRITERS = {**HIDDEN, **READERS_OF_DRAFTS}
SETTLERS = roles("200", "admin", "head")
MANAGERS = roles("200", "group", "supervisor", "head")  # of scorecards
QUALITY = roles("200", "supervisor", "group", "head")

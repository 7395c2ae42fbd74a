"""Posts and what they ask for: level, rank, weight, need and way of assessing of each competency."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from hengcai.base.decimals import exact
from hengcai.base.errors import NotValid
from hengcai.framework.rules.texts import Definition, check_text, check_texts, code, items, part, repeated

NEEDS = ("must_have", "potential")
ASSESSED_BY = ("recording", "simulation", "written_test", "on_system", "rating", "figures", "interview")


def check_posts(definition: Any, *, models: Iterable[str], competencies: Iterable[str]) -> None:
    """Every profile against the framework it is to be read with."""
    posts = items(definition, "posts", "definition")
    for twice in repeated(code(post, "posts") for post in posts):
        raise NotValid("framework.id_twice", where="posts", id=twice)
    for post in posts:
        _check_post(post, set(models), set(competencies))


def _check_post(post: Definition, models: set[str], competencies: set[str]) -> None:
    where = code(post, "posts")
    check_text(part(post, "name", where), f"{where}.name")
    if part(post, "model", where) not in models:
        raise NotValid("framework.model_unknown", where=where, id=post["model"])
    if not isinstance(post.get("frontline", True), bool):
        raise NotValid("framework.not_yes_or_no", where=f"{where}.frontline")
    lines = items(post, "profile", where)
    for line in lines:
        if part(line, "competency", where) not in competencies:
            raise NotValid("framework.competency_unknown", where=where, id=line["competency"])
        check_requirement(line, f"{where}.{line['competency']}")
    for twice in repeated(line["competency"] for line in lines):
        raise NotValid("framework.id_twice", where=where, id=twice)
    check_ranks([line["rank"] for line in lines], where)


def check_ranks(ranks: list[int], where: str) -> None:
    """1 to n, each once."""
    if sorted(ranks) != list(range(1, len(ranks) + 1)):
        raise NotValid("profile.ranks", where=where, count=len(ranks))


def check_requirement(line: Definition, where: str) -> None:
    level, weight = number(part(line, "required", where), where), number(part(line, "weight", where), where)
    if not 1 <= level <= 5 or -int(level.normalize().as_tuple().exponent) > 2:
        raise NotValid("profile.level", where=where, value=line["required"])
    if not 0 < weight < 1000:
        raise NotValid("profile.weight", where=where, value=line["weight"])
    if not isinstance(part(line, "rank", where), int) or isinstance(line["rank"], bool):
        raise NotValid("profile.ranks", where=where, count=line["rank"])
    if part(line, "need", where) not in NEEDS:
        raise NotValid("profile.need_unknown", where=where, need=line["need"], known=NEEDS)
    _check_ways(items(line, "assessed_by", where), where)
    if line.get("why"):
        check_texts(line, ["why"], where)


def _check_ways(ways: list[Any], where: str) -> None:
    if not ways:
        raise NotValid("profile.assessed_by_missing", where=where)
    for way in ways:
        if way not in ASSESSED_BY:
            raise NotValid("profile.assessed_by_unknown", where=where, way=way, known=ASSESSED_BY)


def number(value: Any, where: str) -> Decimal:
    """Exact decimal text; a bare YAML number would already have lost how it was written."""
    if not isinstance(value, str):
        raise NotValid("profile.number_unquoted", where=where, value=value)
    try:
        exact(value)
    except NotValid as refusal:
        raise NotValid("profile.not_a_number", where=where, value=value) from refusal
    return Decimal(value.strip())

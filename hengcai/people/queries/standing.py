"""A person with all that a people file says of them, as one digest: whether anything was changed since."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from hengcai.people.models import Employment, Person, Placement

IN_ONE_LIST = 900
OF_A_PERSON = ("pk", "number", "name", "email", "language")
OF_AN_EMPLOYMENT = ("person_id", "hired_on", "probation_ends_on", "left_on", "left_reason")
OF_A_PLACEMENT = ("person_id", "since", "until", "team_id", "post_id", "lead_id")


def digests_of(people: Iterable[int]) -> dict[int, str]:
    """Whether they have an account is not part of it."""
    keys, found = list(people), {}
    for start in range(0, len(keys), IN_ONE_LIST):
        some = keys[start : start + IN_ONE_LIST]
        said: dict[int, list[Any]] = defaultdict(list)
        for pk, *facts in Person.objects.filter(pk__in=some).values_list(*OF_A_PERSON):
            said[pk].append(facts)
        employed = Employment.objects.filter(person__in=some).order_by("hired_on")
        placed = Placement.objects.filter(person__in=some).order_by("since")
        for rows in (employed.values_list(*OF_AN_EMPLOYMENT), placed.values_list(*OF_A_PLACEMENT)):
            for pk, *facts in rows:
                said[pk].append(facts)
        found.update({pk: _digest(facts) for pk, facts in said.items()})
    return found


def _digest(facts: list[Any]) -> str:
    return hashlib.blake2b(json.dumps(facts, default=str).encode(), digest_size=16).hexdigest()

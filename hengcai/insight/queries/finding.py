"""One word looked for across packages: each through the query its page uses, so that only what opens is found.

Nothing tells how much there is beyond what is shown, and of what a reader may not see not even that it is there.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Case, IntegerField, Prefetch, Q, QuerySet, Value, When

from hengcai.accounts.models import User
from hengcai.appraisal import permissions as appraisal
from hengcai.appraisal.queries.results import cycles_seen_by, policies_seen_by
from hengcai.base.ids import folded
from hengcai.base.say import sentence
from hengcai.framework import permissions as framework
from hengcai.framework.models import Competency
from hengcai.framework.queries import framework_in_force
from hengcai.insight import permissions as insight
from hengcai.insight.queries.team import teams_seen_by
from hengcai.interactions import permissions as interactions
from hengcai.interactions.queries import contacts_seen_by
from hengcai.people import permissions as people
from hengcai.people.models import Placement
from hengcai.people.permissions import on_day
from hengcai.people.queries import people_seen_by
from hengcai.quality import permissions as quality
from hengcai.quality.models import Assignment
from hengcai.quality.queries.pages import evaluations_listed, scorecards_seen_by, work_given_to

MOST = 6  # of a kind
LONGEST = 80
LEAST_BEGINNING = 3  # fewer characters of an id begin too many of them
LAST = "\U0010ffff"


@dataclass(frozen=True)
class Found:
    """`rows` of one kind, what is meant letter by letter first."""

    kind: str
    rows: Sequence[Any]
    has_more: bool


def found_by(user: User, text: str, *, today: date) -> list[Found]:
    """Everything of this user's rights that bears the word in its id or name; nothing for an empty one."""
    word = folded(text)[:LONGEST]
    if not word:
        return []
    kinds = [(kind, list(read(user, word, today))) for kind, may, read in READERS if may.is_held_by(user)]
    return [Found(kind, rows[:MOST], len(rows) > MOST) for kind, rows in kinds if rows]


def _people(user: User, word: str, today: date) -> QuerySet[Any]:
    """Each carries `stands`: where they stand today."""
    stands = Placement.objects.filter(on_day(today)).select_related("team")
    rows = people_seen_by(user).filter(Q(number__icontains=word) | Q(name__icontains=word))
    rank = _rank(Q(number=word), Q(name=word), Q(number__startswith=word), Q(name__istartswith=word))
    rows = rows.prefetch_related(Prefetch("placements", stands, to_attr="stands"))
    return rows.order_by(rank, "name", "number")[: MOST + 1]


def _rank(*conditions: Q) -> Case:
    """What fulfils the first stands first, what fulfils none last."""
    whens = [When(condition, then=Value(place)) for place, condition in enumerate(conditions)]
    return Case(*whens, default=Value(len(conditions)), output_field=IntegerField())


def _teams(user: User, word: str, today: date) -> QuerySet[Any]:
    rows = teams_seen_by(user, day=today).filter(name__icontains=word)
    return rows.order_by(_rank(Q(name=word), Q(name__istartswith=word)), "name", "site__name")[: MOST + 1]


def _contacts(user: User, word: str, today: date) -> list[Any]:
    """By the number of their own system: the whole of it, or else its beginning, each by the index."""
    seen = contacts_seen_by(user).order_by("key")
    exact = list(seen.filter(_spelled("key", word)))
    if exact or len(word) < LEAST_BEGINNING:
        return exact
    return list(seen.filter(_begun("key", word))[: MOST + 1])


def _spelled(field: str, word: str) -> Q:
    return Q(**{f"{field}__in": {word, word.upper(), word.lower()}})


def _begun(field: str, word: str) -> Q:
    """SQLite finds a beginning by the index only when told between what it lies."""
    begins = Q(**{f"{field}__startswith": word})
    if connection.vendor != "sqlite":
        return begins
    return begins & Q(**{f"{field}__gte": word, f"{field}__lt": word + LAST})


def _work(user: User, word: str, today: date) -> QuerySet[Any]:
    """What lies with an analyst, by the number of its contact."""
    rows = work_given_to(user).filter(_spelled("contact__key", word), state=Assignment.State.OPEN)
    return rows.order_by("due_on", "pk")[: MOST + 1]


def _evaluations(user: User, word: str, today: date) -> QuerySet[Any]:
    """By the number of the contact: not everybody who reads an evaluation opens the contact itself."""
    return evaluations_listed(user).filter(_spelled("assignment__contact__key", word))[: MOST + 1]


def _scorecards(user: User, word: str, today: date) -> list[Any]:
    """Of each the version in force, else the newest."""
    return _newest(_named(scorecards_seen_by(user), word), key=lambda row: row.code)


def _policies(user: User, word: str, today: date) -> list[Any]:
    rows = [row for row in policies_seen_by(user) if word.casefold() in _policy_names(row)]
    return _newest(rows, key=lambda row: row.kind)


def _policy_names(row: Any) -> str:
    """Its own, and what its kind is called in both languages."""
    called = [sentence(f"policy_kind.{row.kind}", language, {}) for language in ("zh", "en")]
    return "\n".join([row.name, *called]).casefold()


def _newest(rows: Iterable[Any], *, key: Callable[[Any], str]) -> list[Any]:
    found: dict[str, Any] = {}
    for row in sorted(rows, key=lambda row: (row.state == "published", row.number), reverse=True):
        found.setdefault(key(row), row)
    return list(found.values())


def _cycles(user: User, word: str, today: date) -> list[Any]:
    return _named(cycles_seen_by(user).order_by("-period_end", "code"), word)


def _competencies(user: User, word: str, today: date) -> list[Any]:
    version = framework_in_force()
    rows = Competency.objects.filter(framework=version).select_related("dimension").order_by("order") if version else ()
    return _named(rows, word)


def _named(rows: Iterable[Any], word: str) -> list[Any]:
    """Few rows with a code and a name in two languages, which no database compares the same way."""
    wanted = word.casefold()
    found = [row for row in rows if wanted in f"{row.code}\n{row.name.zh}\n{row.name.en}".casefold()]
    return sorted(found, key=lambda row: wanted not in (row.code.casefold(), row.name.zh, row.name.en.casefold()))


READERS = (
    ("person", people.SEE, _people),
    ("team", insight.SEE_TEAM, _teams),
    ("contact", interactions.SEE, _contacts),
    ("work", quality.OPEN, _work),
    ("evaluation", quality.SEE, _evaluations),
    ("scorecard", quality.SEE_SCORECARDS, _scorecards),
    ("policy", appraisal.SEE_POLICY, _policies),
    ("cycle", appraisal.SEE_CYCLE, _cycles),
    ("competency", framework.SEE, _competencies),
)

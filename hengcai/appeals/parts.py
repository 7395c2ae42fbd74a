"""Who had a part in a result and so takes none in an appeal against it, and who could be drawn."""

from collections.abc import Iterable, Iterator, Mapping

from hengcai.accounts.models import SYSTEM, User
from hengcai.appeals.rules.panel import (
    APPELLANT,
    CIRCLES,
    CORRECTOR,
    EVALUATOR,
    PARTS,
    PUBLISHER,
    RATER,
    SETTLER,
    SUPERIOR,
)
from hengcai.appraisal.models import Correction, Finding, Publication, RatingTask, Remark, Result, Settlement
from hengcai.base.roles import GROUP, HEAD, HR, LEAD, QUALITY_SUPERVISOR, TRAINER
from hengcai.people.models import Person, Placement
from hengcai.quality.models import Dispute, Evaluation

ROLES_OF = dict(zip(CIRCLES, ((GROUP, HEAD), (HR, QUALITY_SUPERVISOR, TRAINER), (LEAD,)), strict=True))
DEPTH = 3  # lead → supervisor → site head


def parts_in(result: Result) -> dict[int, str]:
    """User → the plainest part they had in it, whatever roles they hold."""
    found: dict[int, str] = {}
    order = {part: place for place, part in enumerate(PARTS)}
    for part, users in sorted(_parts(result), key=lambda pair: order[pair[0]]):
        for user in users:
            if user:
                found.setdefault(user, part)
    return found


def circles() -> dict[str, list[User]]:
    """Who could be drawn, by circle."""
    return {circle: list(_holders(roles)) for circle, roles in ROLES_OF.items()}


def superiors_of(result: Result) -> set[int]:
    """Persons who led the appellant during the period, and who led those."""
    cycle = result.participant.cycle
    found: set[int] = set()
    level = {result.participant.person_id}
    for _step in range(DEPTH):
        rows = Placement.objects.filter(person__in=level, since__lte=cycle.period_end, lead__isnull=False)
        rows = rows.exclude(until__lt=cycle.period_start)
        level = set(rows.values_list("lead", flat=True)) - found
        found |= level
    return found


def _holders(roles: Iterable[str]) -> Iterator[User]:
    rows = User.objects.filter(role_grants__role__in=list(roles), is_active=True).exclude(username=SYSTEM)
    yield from rows.distinct().order_by("username")


def _parts(result: Result) -> Iterator[tuple[str, Iterable[int | None]]]:
    member, cycle = result.participant, result.participant.cycle
    yield APPELLANT, [member.person.user_id]
    yield SUPERIOR, _users(superiors_of(result))
    sent = RatingTask.objects.filter(participant=member).exclude(state=RatingTask.State.WITHDRAWN)
    yield RATER, _users(sent.values_list("rater", flat=True))
    yield RATER, _users(Remark.objects.filter(participant=member).values_list("author", flat=True))
    counted = Evaluation.objects.filter(
        agent=member.person_id,
        contact_on__range=(cycle.period_start, cycle.period_end),
        state=Evaluation.State.PUBLISHED,
    )
    yield EVALUATOR, counted.values_list("evaluator", flat=True)
    disputes = Dispute.objects.filter(evaluation__in=counted, decider__isnull=False)
    yield EVALUATOR, disputes.values_list("decider", flat=True)
    keys = Finding.objects.filter(result=result.pk).values("key")
    yield SETTLER, Settlement.objects.filter(cycle=cycle, key__in=keys).values_list("settled_by", flat=True)
    yield from _published_by(result)


def _published_by(result: Result) -> Iterator[tuple[str, Iterable[int | None]]]:
    out = Publication.objects.filter(cycle=result.participant.cycle_id, outcome=Publication.Outcome.PUBLISHED)
    for proposed, confirmed in out.values_list("proposed_by", "confirmed_by"):
        yield PUBLISHER, [proposed, confirmed]
    made = Correction.objects.filter(old__participant=result.participant_id, fresh__isnull=False)
    for proposed, confirmed in made.values_list("proposed_by", "by"):
        yield CORRECTOR, [proposed, confirmed]


def _users(persons: Iterable[int]) -> Iterable[int]:
    return Person.objects.filter(pk__in=list(persons), user__isnull=False).values_list("user", flat=True)


def named(parts: Mapping[int, str], users: Iterable[User]) -> dict[str, str]:
    """By user name, as the draw knows them."""
    return {one.username: parts[one.pk] for one in users if one.pk in parts}

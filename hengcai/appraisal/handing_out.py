"""Which forms a cycle gives out, and to whom. Builds rows; the actions write them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from django.db.models import Count

from hengcai.accounts.models import RoleGrant
from hengcai.appraisal.models import Cycle, Participant, RatingTask
from hengcai.appraisal.rules.raters import PEER_ITEM, Standing, Under, draw_peers, draw_twice
from hengcai.base.roles import TRAINER
from hengcai.framework.models import Post
from hengcai.framework.queries import model_competencies
from hengcai.people.models import Person, Placement
from hengcai.people.permissions import on_day

SOURCE = RatingTask.Source
Forms = list[tuple[str, int, date | None]]


def forms_for(cycle: Cycle, made: Sequence[Participant], placements: Sequence[Placement]) -> list[RatingTask]:
    """Self and superior for everybody, five peers where the post has what peers rate, one trainer as examiner."""
    by_person = {placement.person_id: placement for placement in placements}
    peers = _peers(cycle, placements)
    examiners = _examiners()
    tasks: list[RatingTask] = []
    for number, one in enumerate(made):
        place = by_person[one.person_id]
        forms = own_forms(cycle, place)
        forms += [(SOURCE.PEER, peer, cycle.others_due_on) for peer in peers.get(one.person_id, ())]
        examiner = examiners[number % len(examiners)] if examiners else one.person_id
        if place.post and place.post.is_frontline and examiner != one.person_id:
            forms.append((SOURCE.PRACTICAL, examiner, cycle.others_due_on))
        tasks += task_rows(one, forms)
    return tasks


def own_forms(cycle: Cycle, place: Placement) -> Forms:
    forms: Forms = [(SOURCE.SELF, place.person_id, cycle.self_due_on)]
    if place.lead_id:
        forms.append((SOURCE.SUPERIOR, place.lead_id, cycle.superior_due_on))
    return forms


def has_second_forms(cycle: Cycle) -> bool:
    """Whether anybody is rated by two superiors already."""
    rows = RatingTask.objects.filter(participant__cycle=cycle, source=SOURCE.SUPERIOR)
    counted = rows.exclude(state=RatingTask.State.WITHDRAWN).values("participant").annotate(count=Count("pk"))
    return counted.filter(count__gt=1).exists()


def second_forms(cycle: Cycle) -> list[RatingTask]:
    """Superiors' superiors rate some of their people's people too; nobody rates themselves, nobody twice."""
    rows = RatingTask.objects.filter(participant__cycle=cycle, source=SOURCE.SUPERIOR)
    pairs = list(rows.exclude(state=RatingTask.State.WITHDRAWN).values_list("participant_id", "rater_id"))
    raters = Placement.objects.filter(on_day(cycle.period_end), person__in={rater for _one, rater in pairs})
    above = dict(raters.values_list("person_id", "lead_id"))
    counts = Counter(participant for participant, _rater in pairs)
    people = [Under(one, rater, above.get(rater)) for one, rater in pairs if counts[one] == 1]
    drawn = draw_twice(people, seed=cycle.seed)
    rated = Participant.objects.in_bulk(drawn)
    return [
        RatingTask(participant=rated[one], source=SOURCE.SUPERIOR, rater_id=rater, due_on=cycle.superior_due_on)
        for one, rater in drawn.items()
        if rated[one].person_id != rater
    ]


def task_rows(participant: Participant, forms: Forms) -> list[RatingTask]:
    return [RatingTask(participant=participant, source=s, rater_id=rater, due_on=due) for s, rater, due in forms]


def _peers(cycle: Cycle, placements: Sequence[Placement]) -> Mapping[int, list[int]]:
    """Drawn among all who take part; given out only where peers have something to rate."""
    posts = {place.post_id: place.post for place in placements if place.post}
    rated = {pk for pk, post in posts.items() if _has_peer_item(cycle, post)}
    drawn = draw_peers([_standing(place) for place in placements], seed=cycle.seed)
    return {place.person_id: drawn[place.person_id] for place in placements if place.post_id in rated}


def _has_peer_item(cycle: Cycle, post: Post) -> bool:
    return any(item.code == PEER_ITEM for item in model_competencies(cycle.framework, post))


def _standing(place: Placement) -> Standing:
    return Standing(place.person_id, place.team.site_id if place.team else None, place.post_id or 0, place.lead_id)


def _examiners() -> list[int]:
    trainers = RoleGrant.objects.filter(role=TRAINER, user__is_active=True).values("user")
    return list(Person.objects.filter(user__in=trainers).order_by("pk").values_list("pk", flat=True))

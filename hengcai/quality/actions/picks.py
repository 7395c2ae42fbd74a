"""What was drawn becomes work; a pick nobody can hear gives way to the next in the draw."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from django.db.models import QuerySet

from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow, NotValid, Refusal
from hengcai.interactions.models import Contact
from hengcai.quality import permissions, states
from hengcai.quality.actions.assignments import assign_contacts, withdraw_assignment
from hengcai.quality.deadlines import last_day_to_score
from hengcai.quality.drawing import read_text, round_of
from hengcai.quality.drawn_models import Pick, SamplingPlan
from hengcai.quality.holding import own_cards
from hengcai.quality.models import Assignment, Scorecard
from hengcai.quality.rules.sampling.rounds import next_in_draw

AT_ONCE, CHUNK = 200, 500
NO_CARD, DRAWN_BEFORE = "quality.no_card", "quality.drawn_before"
OPEN, DONE, WITHDRAWN = Assignment.State.OPEN, Assignment.State.DONE, Assignment.State.WITHDRAWN
Pile = dict[tuple[User, int], list[Pick]]


def waiting(plan: SamplingPlan) -> QuerySet[Pick]:
    rows = Pick.objects.filter(draw__plan=plan, given_at=None, replaced_by=None, analyst__isnull=False)
    return rows.order_by("pk")


@action(states.GIVE_PICKS)
def give_picks(plan: SamplingPlan, *, by: User, today: date, most: int = AT_ONCE) -> SamplingPlan:
    """The next ones, each on the card that holds for its channel and its agent's post. What cannot be given says why."""
    picks = list(waiting(plan).select_related("contact__agent", "analyst", "second")[:most])
    if not picks:
        raise NotNow("quality.plan_nothing_to_give")
    _give(picks, by=by, due_on=last_day_to_score(today, days=plan.days_to_score))
    return plan


@action(permissions.PLAN)
def replace_pick(pick: Pick, *, by: User, reason: str, today: date) -> Pick:
    """By the next in the draw, for the same analysts. Not once it was scored: then it is a score somebody did not like."""
    plan = SamplingPlan.objects.select_for_update().get(pk=pick.draw.plan_id)
    states.REPLACE_PICK.enter(plan, by)
    if reason not in Pick.Reason.values:
        raise NotValid("quality.pick_reason_unknown", known=tuple(Pick.Reason.values))
    if pick.replaced_by_id:
        raise NotNow("quality.pick_replaced")
    work = list(pick.assignments.exclude(state=WITHDRAWN))
    if any(one.state == DONE for one in work):
        raise NotNow("quality.pick_scored")
    made = _stand_in(pick, plan)
    for one in work:
        withdraw_assignment(one, by=by)
    pick.replaced_by, pick.reason = made, reason
    pick.save(update_fields=["replaced_by", "reason"])
    if plan.state == SamplingPlan.State.RUNNING and made.analyst_id:
        _give([made], by=by, due_on=last_day_to_score(today, days=plan.days_to_score))
    return made


def _stand_in(pick: Pick, plan: SamplingPlan) -> Pick:
    from hengcai.quality.found import find
    from hengcai.quality.rules.sampling.round_draw import of_stratum

    draw, stratum = pick.draw, pick.stratum
    found = find(plan, round_of(draw), after=draw.after, up_to=draw.up_to)
    rows = of_stratum(found.frame, read_text(plan.text), stratum.agent.number, stratum.rule or None)
    taken = stratum.picks.values_list("contact__key", flat=True)
    key = next_in_draw(rows, pick.contact.key, taken=taken, seed=plan.seed)
    if key is None:
        raise NotNow("quality.pick_last", n=stratum.n)
    contact = Contact.objects.get(key=key)
    return Pick.objects.create(draw=draw, stratum=stratum, contact=contact, analyst=pick.analyst, second=pick.second)


def _give(picks: Sequence[Pick], *, by: User, due_on: date) -> None:
    cards = own_cards([pick.contact for pick in picks])
    piles: Pile = defaultdict(list)
    for pick in picks:
        card = cards[pick.contact_id]
        pick.given_at, pick.trouble = clock.now(), "" if card else NO_CARD
        for user in (pick.analyst, pick.second):
            if user and card:
                piles[user, card.pk].append(pick)
    by_key = {card.pk: card for card in cards.values() if card}
    for (user, key), pile in piles.items():
        _give_pile(pile, user, by_key[key], by=by, due_on=due_on)
    Pick.objects.bulk_update(picks, ["given_at", "trouble"], batch_size=CHUNK)


def _give_pile(pile: Sequence[Pick], analyst: User, card: Scorecard, *, by: User, due_on: date) -> None:
    """All at once where that goes, else one by one. What the analyst was given by hand is the draw's from now on, as it
    would have been given anyway; what another plan drew stays that plan's."""
    held = Assignment.objects.filter(analyst=analyst, scorecard=card, contact__in=[one.contact_id for one in pile])
    known = set(held.exclude(state=WITHDRAWN).values_list("contact", flat=True))
    _assign([one for one in pile if one.contact_id not in known], analyst, card, by=by, due_on=due_on)
    picks = {one.contact_id: one for one in pile}
    rows = list(held.all())
    for row in rows:
        if row.pick_id is None or row.contact_id not in known:
            row.pick, row.why = picks[row.contact_id], "drawn"
        else:
            picks[row.contact_id].trouble = DRAWN_BEFORE
    Assignment.objects.bulk_update(rows, ["pick", "why"], batch_size=CHUNK)


def _assign(pile: Sequence[Pick], analyst: User, card: Scorecard, *, by: User, due_on: date) -> None:
    if not pile:
        return
    try:
        assign_contacts([one.contact for one in pile], by=by, analyst=analyst, scorecard=card, due_on=due_on)
    except Refusal as refusal:
        if len(pile) == 1:
            pile[0].trouble = refusal.code
            return
        for one in pile:
            _assign([one], analyst, card, by=by, due_on=due_on)

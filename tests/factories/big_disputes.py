"""Every evaluation of a big centre rechecked and disputed, every result corrected or to be."""

from collections.abc import Sequence
from datetime import date

from django.utils import timezone

from hengcai.accounts.models import User
from hengcai.appraisal.models import Correction, Result
from hengcai.quality.models import Dispute, DisputedItem, Evaluation, Item
from hengcai.quality.recheck_models import Recheck, RecheckDraw

STATES = ("open", "taken", "marked", "decided", "withdrawn")
AT_ONCE = 1000


def dispute_everything(by: User, *, due_on: date) -> None:
    made, item = list(Evaluation.objects.order_by("pk")), Item.objects.filter(kind="anchored").order_by("pk")[0]
    dispute_all(made, item=item, by=by, due_on=due_on)
    recheck_all(made, by=by, due_on=due_on)
    correct_all(list(Result.objects.all()), due_on=due_on)


def dispute_all(made: Sequence[Evaluation], *, item: Item, by: User, due_on: date) -> None:
    now = timezone.now()
    rows = Dispute.objects.bulk_create(
        [
            Dispute(evaluation=one, raised_by=by, raised_at=now, due_on=due_on, state=STATES[n % len(STATES)])
            for n, one in enumerate(made)
        ],
        batch_size=AT_ONCE,
    )
    items = [DisputedItem(dispute=one, item=item, first="3", wished="4", words="heard out") for one in rows]
    DisputedItem.objects.bulk_create(items, batch_size=AT_ONCE)


def recheck_all(made: Sequence[Evaluation], *, by: User, due_on: date) -> None:
    draw, now = RecheckDraw.objects.create(seed=1, share="1", n=len(made), by=by), timezone.now()
    facts = {"draw": draw, "is_random": True, "due_on": due_on}
    settled = {"state": "settled", "outcome": "alike", "settled_at": now}
    Recheck.objects.bulk_create(
        [Recheck(evaluation=one, **facts, **(settled if n % 2 else {})) for n, one in enumerate(made)],
        batch_size=AT_ONCE,
    )


def correct_all(results: Sequence[Result], *, due_on: date) -> None:
    Correction.objects.bulk_create([Correction(old=one, due_on=due_on) for one in results], batch_size=AT_ONCE)

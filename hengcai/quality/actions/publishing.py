from datetime import date, timedelta

from django.db.models import Q, QuerySet

from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.base.errors import NotNow, NotValid
from hengcai.framework.models import Post
from hengcai.quality import states
from hengcai.quality.faults import faults_of
from hengcai.quality.holding import others_that_hold
from hengcai.quality.models import Scorecard
from hengcai.quality.rules.holding import Holding, check_decided

PUBLISHED, RETIRED = Scorecard.State.PUBLISHED, Scorecard.State.RETIRED


@action(states.PUBLISH_SCORECARD)
def publish_scorecard(
    scorecard: Scorecard, *, by: User, on: date, holding: Holding | None = None, edit_count: int | None = None
) -> Scorecard:
    """From now on it never changes. The version before it, and the cards it takes the place of, hold until the day
    before it does; what was given out on them keeps its version, and so do results. `edit_count` is that of what was
    looked at: where somebody has saved since, nobody has read what would hold."""
    if edit_count is not None and edit_count != scorecard.edit_count:
        raise NotNow("quality.draft_changed", name=scorecard.saved_by.name if scorecard.saved_by else "")
    chosen = holding or Holding(posts=tuple(scorecard.posts))
    for fault in faults_of(Scorecard.objects.get(pk=scorecard.pk)):
        raise fault
    since = chosen.since or on
    others = others_that_hold(scorecard, since)
    check_decided(chosen, [(one.code, one.name, one.posts) for one in others], on=on)
    _check_posts(chosen.posts)
    Scorecard.objects.filter(state=PUBLISHED, holds_until__lt=on).update(state=RETIRED)
    gone = Q(code=scorecard.code) | Q(pk__in=[one.pk for one in others if one.code in (chosen.replaces or ())])
    _end(Scorecard.objects.filter(gone, state=PUBLISHED), since=since, on=on)
    scorecard.published_on, scorecard.holds_from, scorecard.posts = on, since, list(chosen.posts)
    scorecard.save(update_fields=["published_on", "holds_from", "posts"])
    return scorecard


def _end(rows: QuerySet[Scorecard], *, since: date, on: date) -> None:
    """At once where the new one holds at once; one that was still waiting never holds."""
    never = rows if since <= on else rows.filter(holds_from__gte=since)
    never.update(state=RETIRED, holds_until=on)
    rows.filter(Q(holds_until=None) | Q(holds_until__gte=since)).update(holds_until=since - timedelta(days=1))


def _check_posts(codes: tuple[str, ...]) -> None:
    known = set(Post.objects.filter(code__in=codes).values_list("code", flat=True))
    unknown = tuple(code for code in codes if code not in known)
    if unknown:
        raise NotValid("quality.post_unknown", codes=unknown)

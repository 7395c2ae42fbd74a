"""The scorecards and red lines that come with the program."""

from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from hengcai.accounts.models import Centre, User
from hengcai.audit.action import action
from hengcai.base.bilingual import Bilingual
from hengcai.framework.models import Post
from hengcai.quality import permissions
from hengcai.quality.actions.publishing import publish_scorecard
from hengcai.quality.actions.scorecards import add_scorecard
from hengcai.quality.holding import others_that_hold
from hengcai.quality.models import RedLine, Scorecard
from hengcai.quality.rules.holding import Holding

SEEDS = Path(__file__).parent.parent / "seeds"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@action(permissions.MANAGE_SCORECARDS)
def load_seed_scorecards(centre: Centre, *, by: User, on: date) -> list[Scorecard]:
    """Published at once. What a centre has already, under the same code, is left as it is."""
    _load_red_lines()
    known = set(Scorecard.objects.values_list("code", flat=True))
    definitions = [_read(path) for path in sorted((SEEDS / "scorecards").glob("*.yaml"))]
    made = [add_scorecard(centre, by=by, definition=one) for one in definitions if one["id"] not in known]
    return [_publish(one, beside={other.code for other in made}, by=by, on=on) for one in made]


def _publish(card: Scorecard, *, beside: Collection[str], by: User, on: date) -> Scorecard:
    """Shipped cards of one channel hold side by side, each for its posts. Where the centre has a card of its own for
    the channel, or lacks one of the posts, it stays a draft: what holds for whom is for people to say."""
    is_decided = {one.code for one in others_that_hold(card, on)} <= set(beside)
    has_posts = Post.objects.filter(code__in=card.posts).count() == len(card.posts)
    if not (is_decided and has_posts):
        return card
    holding = Holding(posts=tuple(card.posts), replaces=frozenset())
    return publish_scorecard(card, by=by, on=on, holding=holding)


def _load_red_lines() -> None:
    known = set(RedLine.objects.values_list("code", flat=True))
    rows = [one for one in _read(SEEDS / "red_lines.yaml")["red_lines"] if one["id"] not in known]
    RedLine.objects.bulk_create(
        [
            RedLine(code=one["id"], name=Bilingual(**one["name"]), definition=Bilingual(**one["definition"]))
            for one in rows
        ]
    )


def _read(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), _LOADER)  # noqa: S506 - a safe loader, the fast one

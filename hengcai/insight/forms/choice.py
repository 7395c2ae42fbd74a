"""What a form is laid out for and filled from, and what its page offers to choose."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from hengcai.appraisal import permissions as appraisal
from hengcai.appraisal.models import Cycle
from hengcai.base.permissions import Doer
from hengcai.framework.models import CompetencyModel, Framework, Post
from hengcai.framework.queries import framework_in_force
from hengcai.insight.forms import kinds
from hengcai.insight.forms.kinds import Kind
from hengcai.quality import permissions as quality
from hengcai.quality.models import Scorecard

TICKET = "ticket"


@dataclass(frozen=True)
class Choice:
    """Nothing chosen: a blank form of the first post, card or policy there is. `most`: lines of a list, 0 for all."""

    post: Post | None = None
    cycle: Cycle | None = None
    number: str = ""
    source: str = "superior"
    card: Scorecard | None = None
    evaluation: int | None = None
    most: int = 0


@dataclass(frozen=True)
class Options:
    posts: Sequence[Post] = ()
    cycles: Sequence[Cycle] = ()
    cards: Sequence[Scorecard] = field(default_factory=tuple)


def options(kind: Kind, user: Doer) -> Options:
    return Options(
        posts=posts_with_forms() if kinds.POST in kind.asks else (),
        cycles=_cycles(kind, user) if kinds.CYCLE in kind.asks else (),
        cards=_cards(kind, user) if kinds.CARD in kind.asks else (),
    )


def posts_with_forms(framework: Framework | None = None) -> list[Post]:
    framework = framework or framework_in_force()
    models = CompetencyModel.objects.filter(framework=framework).values("code")
    return list(Post.objects.filter(model_code__in=models).order_by("order", "code"))


def _cycles(kind: Kind, user: Doer) -> list[Cycle]:
    """Published ones; those who run cycles see theirs before."""
    rows = Cycle.objects.filter(kind__in=kind.cycles).select_related("framework", "policy")
    if not appraisal.SEE_CYCLE.is_held_by(user):
        rows = rows.filter(state__in=(Cycle.State.COLLECTING, Cycle.State.PUBLISHED))
    return list(rows.order_by("-period_end", "code"))


def _cards(kind: Kind, user: Doer) -> list[Scorecard]:
    """Versions in force; the ticket sheet takes cards for tickets only."""
    rows = quality.SEE_SCORECARDS.rows(Scorecard.objects.filter(state=Scorecard.State.PUBLISHED), user)
    rows = rows.filter(channel=TICKET) if kind.code == "ticket-check" else rows.exclude(channel=TICKET)
    return list(rows.order_by("code"))

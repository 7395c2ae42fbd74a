"""The library: found by text, tag, competency, kind, channel; one case; a day's briefing; what waits for an answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.base.states import moves_open
from hengcai.coaching import permissions
from hengcai.coaching.library_models import BriefedCase, Briefing, LibraryCase
from hengcai.coaching.rules.library import folded_text
from hengcai.coaching.states import CASE_MOVES
from hengcai.framework.models import Competency
from hengcai.quality.permissions import CALL

STATE = LibraryCase.State
MOST_OFFERED = 20
CASE_ORDERS = Orders({
    "case": ("title", "-pk"), "kind": ("kind", "-made_at", "-pk"), "channel": ("channel", "-made_at", "-pk"),
    "state": ("state", "-made_at", "-pk"), "made": ("made_at", "pk"),
})  # fmt: skip


@dataclass(frozen=True)
class CaseFilter:
    """What the library is narrowed by; empty leaves it as it is."""

    text: str = ""
    tag: str = ""
    kind: str = ""
    channel: str = ""
    competency: int | None = None
    state: str = ""

    def condition(self) -> Q:
        found = Q()
        for word in folded_text(self.text).split():
            found &= Q(search_text__contains=word)
        exact = {"kind": self.kind, "channel": self.channel, "competency": self.competency, "state": self.state}
        found &= Q(**{name: value for name, value in exact.items() if value})
        if self.tag:
            found &= Q(pk__in=_tagged(self.tag))
        return found


def _tagged(tag: str) -> list[int]:
    """Looked through here: JSON of two databases is not searched alike, and a library has hundreds of cases, not millions."""
    wanted = folded_text(tag.strip().lstrip("#＃"))
    rows = LibraryCase.objects.values_list("pk", "tags")
    return [pk for pk, tags in rows if wanted in map(folded_text, tags)]


def cases_listed(user: Doer) -> QuerySet[LibraryCase]:
    """What has been taken out is for those who keep the library, and for the agent who took it back."""
    rows = LibraryCase.objects.select_related("competency", "agent", "made_by", "evaluation__assignment__contact")
    return permissions.SEE_CASES.rows(rows, user).order_by("-made_at", "-pk")


def tags_shown(user: Doer) -> list[str]:
    rows = cases_listed(user).order_by().values_list("tags", flat=True)
    return sorted({tag for tags in rows for tag in tags})


def competencies_shown(user: Doer) -> list[Competency]:
    keys = cases_listed(user).order_by().exclude(competency=None).values("competency")
    return list(Competency.objects.filter(pk__in=keys).order_by("code", "pk"))


@dataclass(frozen=True)
class CaseSight:
    """One case as its reader sees it. `shows_source`: whose it is and which evaluation it was made from; of a warning
    case nobody reads that but those who keep it."""

    case: LibraryCase
    moves: frozenset[str]
    shows_agent: bool
    shows_source: bool
    is_own: bool
    may_brief: bool
    may_calibrate: bool

    @property
    def has_sound(self) -> bool:
        return self.case.sound == LibraryCase.Sound.READY


def sight_of(case: LibraryCase, user: Doer) -> CaseSight:
    keeps = permissions.KEEP_CASE.allows(case, user)
    own = case.agent.user_id == user.pk
    is_shown = case.state == STATE.SHOWN
    return CaseSight(
        case=case,
        moves=frozenset(move.name for move in moves_open(CASE_MOVES, case, user)) - _not_of(case),
        shows_agent=keeps or (case.kind == LibraryCase.Kind.MODEL and (is_shown or own)),
        shows_source=keeps,
        is_own=own,
        may_brief=is_shown and permissions.BRIEF.is_held_by(user),
        may_calibrate=keeps and CALL.is_held_by(user),
    )


def cases_to_calibrate(user: Doer) -> list[LibraryCase]:
    """The newest in the library whose contact the reader may know, for whoever calls a session."""
    if not CALL.is_held_by(user):
        return []
    return list(permissions.KEEP_CASE.rows(cases_listed(user), user).filter(state=STATE.SHOWN)[:MOST_OFFERED])


def _not_of(case: LibraryCase) -> set[str]:
    """A model is asked for, a warning is shown."""
    return {"show_case"} if case.kind == LibraryCase.Kind.MODEL else {"ask_consent"}


def briefings_of(user: Doer) -> QuerySet[Briefing]:
    return permissions.CHANGE_BRIEFING.rows(Briefing.objects.select_related("by"), user).order_by("-on", "-pk")


def briefed(briefing: Briefing | None, user: Doer) -> Sequence[LibraryCase]:
    """Its cases in their order; one that is no longer shown is left out."""
    if briefing is None:
        return []
    keys = BriefedCase.objects.filter(briefing=briefing).order_by("order", "pk").values_list("case", flat=True)
    found = cases_listed(user).filter(state=STATE.SHOWN).in_bulk(list(keys))
    return [found[key] for key in keys if key in found]


def briefing_on(user: Doer, on: date) -> Briefing | None:
    return briefings_of(user).filter(on=on).first()

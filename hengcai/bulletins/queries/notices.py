"""Notices as lists and pages show them: what is put to somebody, what a version changed, who has read it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery

from hengcai.base.bilingual import Bilingual
from hengcai.base.differences import FieldChange
from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.base.states import moves_open
from hengcai.bulletins import permissions, states
from hengcai.bulletins.models import Bulletin, Reader, Terms
from hengcai.people.models import SkillTerm
from hengcai.people.permissions import on_day

ORDERS = Orders(
    {
        "title": ("code", "number"),
        "kind": ("kind", "-published_at", "pk"),
        "state": ("state", "-published_at", "pk"),
        "published": ("-published_at?", "-pk"),
        "from": ("-effective_from", "-pk"),
    }
)
State = Bulletin.State


@dataclass(frozen=True)
class Filters:
    text: str = ""
    kind: str = ""
    state: str = ""
    unread: bool = False  # what the reader has still to sign

    def condition(self) -> Q:
        named = {"kind": self.kind, "state": self.state}
        found = Q(**{name: value for name, value in named.items() if value})
        if self.text:
            words = ("title__zh", "title__en", "body__zh", "body__en", "code")
            found &= Q(*((f"{one}__icontains", self.text) for one in words), _connector=Q.OR)
        if self.unread:
            found &= Q(own__isnull=False, own_read__isnull=True, state=State.PUBLISHED)
        return found


def bulletins_seen_by(user: Doer) -> QuerySet[Bulletin]:
    """With the reader's own signature, and how many of those they watch have signed."""
    own = Reader.objects.filter(bulletin=OuterRef("pk"), person__user=user.pk)
    rows = Bulletin.objects.select_related("made_by", "published_by", "replaced_by").annotate(
        own=Subquery(own.values("pk")[:1]),
        own_read=Subquery(own.values("read_at")[:1]),
        own_due=Subquery(own.values("due_at")[:1]),
    )
    return permissions.SEE.rows(rows, user).order_by(F("published_at").desc(nulls_first=True), "-pk")


def counted(rows: Sequence[Bulletin], user: Doer) -> list[Bulletin]:
    """Of a page of a list: how many readers the user watches, and how many of them have read it."""
    seen = permissions.WATCH.rows(Reader.objects.filter(bulletin__in=rows, gone_at=None).order_by(), user)
    told = seen.values("bulletin").annotate(n=Count("pk"), read=Count("read_at"))
    found = {one["bulletin"]: (one["read"], one["n"]) for one in told}
    for row in rows:
        row.n_read, row.n_readers = found.get(row.pk, (0, 0))  # type: ignore[attr-defined]
    return list(rows)


def own_reader(bulletin: Bulletin, user: Doer) -> Reader | None:
    return bulletin.readers.select_related("person", "bulletin").filter(person__user=user.pk).first()


def to_sign(user: Doer) -> int:
    rows = Reader.objects.filter(person__user=user.pk, read_at=None, gone_at=None)
    return rows.filter(bulletin__state=State.PUBLISHED, bulletin__must_read=True).count()


def versions_of(bulletin: Bulletin, user: Doer) -> QuerySet[Bulletin]:
    return permissions.SEE.rows(Bulletin.objects.filter(code=bulletin.code), user).order_by("-number")


def changes_of(bulletin: Bulletin) -> list[FieldChange]:
    """Against the version before, text by text; none where there was none."""
    before = Bulletin.objects.filter(code=bulletin.code, number__lt=bulletin.number).order_by("-number").first()
    if before is None:
        return []
    pairs = [(name, getattr(before, name), getattr(bulletin, name)) for name in ("title", "body")]
    found = [
        FieldChange(f"{name}.{side}", *_sides(old, new, side)) for name, old, new in pairs for side in ("zh", "en")
    ]
    days = FieldChange("effective", _days(before), _days(bulletin))
    return [one for one in (*found, days) if one.before != one.after]


def moves_of(bulletin: Bulletin, user: Doer) -> list[str]:
    return [one.name for one in moves_open(states.BULLETIN_MOVES, bulletin, user)]


def needs_second() -> bool:
    row = Terms.objects.first()
    return bool(row and row.needs_second)


def skill_groups(day: date) -> list[str]:
    """Those somebody belongs to that day."""
    rows = SkillTerm.objects.filter(on_day(day)).order_by("skill_group")
    return list(rows.values_list("skill_group", flat=True).distinct())


def standing(bulletin: Bulletin, user: Doer, now: datetime) -> dict[str, int]:
    """Of the readers one watches: how many, who has signed, who is late."""
    seen = permissions.WATCH.rows(bulletin.readers.filter(gone_at=None), user).order_by()
    found: dict[str, int] = seen.aggregate(
        n=Count("pk"), read=Count("read_at"), late=Count("pk", filter=Q(read_at=None, due_at__lt=now))
    )
    return found


def bulletins_to_follow() -> QuerySet[Bulletin]:
    """In force, and its last day not over."""
    return Bulletin.objects.filter(state=State.PUBLISHED).order_by("pk")


def _sides(old: Bilingual, new: Bilingual, side: str) -> tuple[str, str]:
    return getattr(old, side), getattr(new, side)


def _days(bulletin: Bulletin) -> str:
    return f"{bulletin.effective_from} – {bulletin.effective_until or ''}".strip()


def told(bulletin: Bulletin) -> dict[str, Any]:
    """As programs are told it."""
    return {
        "id": bulletin.pk, "code": bulletin.code, "version": bulletin.number, "state": bulletin.state,
        "title": bulletin.title, "kind": bulletin.kind, "urgency": bulletin.urgency,
        "effective_from": bulletin.effective_from, "effective_until": bulletin.effective_until,
        "must_read": bulletin.must_read, "published_at": bulletin.published_at,
    }  # fmt: skip

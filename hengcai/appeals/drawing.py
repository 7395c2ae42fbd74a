"""The draw of an appeal's members, written down with all that is needed to repeat it."""

from collections.abc import Mapping, Sequence

from hengcai.accounts.models import User
from hengcai.appeals.models import Appeal, PanelMember
from hengcai.appeals.parts import circles, named, parts_in
from hengcai.appeals.rules import panel as rules
from hengcai.audit.models import Head
from hengcai.base import clock


def assign(appeal: Appeal) -> None:
    """Drawn and told, or too few and waiting."""
    appeal.seed = _seed(appeal)
    asked, parts = circles(), parts_in(appeal.result)
    names = {circle: [one.username for one in users] for circle, users in asked.items()}
    everybody = {one.username: one for users in asked.values() for one in users}
    drawn = rules.draw(names, named(parts, everybody.values()), seed=appeal.seed)
    appeal.drawn = {"order": list(drawn.order), "circles": list(drawn.circles), "left_out": dict(drawn.left_out)}
    if not drawn.is_short:
        appeal.state = Appeal.State.ASSIGNED
    for name in drawn.order[: rules.WANTED]:
        seat(appeal, everybody[name])
    appeal.save(update_fields=["seed", "drawn", "state"])


def _seed(appeal: Appeal) -> str:
    """Whoever withdraws and files again is heard by the same draw: nobody files until they like the members."""
    earlier = Appeal.objects.filter(result=appeal.result_id).exclude(pk=appeal.pk).order_by("pk").first()
    if earlier is not None:
        return earlier.seed
    head = Head.objects.filter(pk=1).values_list("hash", flat=True).first() or ""
    return rules.seed_of(head, f"appeal:{appeal.pk}")


def seat(appeal: Appeal, user: User, *, appointed_by: User | None = None, because: str = "") -> PanelMember:
    return PanelMember.objects.create(
        appeal=appeal, user=user, place=appeal.members.count() + 1, joined_at=clock.now(), appointed_by=appointed_by,
        because=because,
    )  # fmt: skip


def seat_next(appeal: Appeal) -> PanelMember | None:
    """The next of the order who can still sign in, has no part in it by now and has not been a member yet; where nobody is
    left, the next circle is asked, and that is written down."""
    parts, once = parts_in(appeal.result), set(appeal.members.values_list("user", flat=True))
    asked = circles()
    while True:
        known = User.objects.filter(username__in=appeal.drawn["order"], is_active=True).in_bulk(field_name="username")
        for name in appeal.drawn["order"]:
            user = known.get(name)
            if user is not None and user.pk not in parts and user.pk not in once:
                return seat(appeal, user)
        further = [circle for circle in asked if circle not in appeal.drawn["circles"]]
        if not further:
            return None
        _widen(appeal, further[0], asked[further[0]], parts)


def _widen(appeal: Appeal, circle: str, users: Sequence[User], parts: Mapping[int, str]) -> None:
    drawn = appeal.drawn
    free = [one.username for one in users if one.pk not in parts and one.username not in drawn["order"]]
    order = [*drawn["order"], *rules.ordered(free, seed=appeal.seed)]
    appeal.drawn = {**drawn, "order": order, "circles": [*drawn["circles"], circle]}
    appeal.save(update_fields=["drawn"])

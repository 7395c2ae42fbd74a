"""整改通知单: blank, to be filled by hand, or one measure from what was found to what became of it."""

from collections.abc import Callable, Sequence

from hengcai.base import clock
from hengcai.base.errors import NotNow
from hengcai.base.masking.text import mask
from hengcai.improvement.models import Remedy
from hengcai.improvement.queries.remedies import RemedySight, remedy_to_print
from hengcai.improvement.rules.outcomes import IMPROVED, NOT
from hengcai.paper.blocks import Block, Heading, Lines, Paragraph, Table
from hengcai.paper.forms.form import Ask, Form
from hengcai.paper.forms.making import LINE, Body, Making

COLUMNS = ("remedy_side", "remedy_n", "remedy_value")
SIGNATURES = ("remedy_raiser", "remedy_owner", "day")
FACTS = ("number", "about", "source", "raised", "owner", "due", "looks_at", "check")
PARTS = {"finding": 3, "action": 3, "proof": 3, "checked": 2, "ending": 1}  # lines to write in by hand
BLANK_SIDES = (("", ""),) * 2


def remedy(making: Making) -> Body:
    wanted = making.chosen("remedy")
    sight = _sight(making, wanted) if wanted is not None else None
    blocks: list[Block] = []
    for name in PARTS:
        blocks += _part(making, sight, name)
        if name == "proof":
            blocks += [*_delays(making, sight), *_change(making, sight)] if sight else _sides(making)
    return Body(blocks, _facts(making, sight), is_filled=sight is not None)


def _sight(making: Making, number: int) -> RemedySight:
    found = remedy_to_print(making.user, number, today=clock.today())
    if found is None:
        raise NotNow("form.no_remedy", number=number)
    return found


def _part(making: Making, sight: RemedySight | None, name: str) -> list[Block]:
    heading = Heading(making.tell.say(f"form.remedy.{name}"), level=3)
    if sight is None:
        return [heading, Lines(PARTS[name])]
    text = getattr(sight.remedy, name)
    return [heading, Paragraph(mask(text)) if text else Lines(PARTS[name])]


def _facts(making: Making, sight: RemedySight | None) -> list[tuple[str, str]]:
    tell = making.tell
    labels = [tell.say(f"form.fact.remedy_{name}") for name in FACTS]
    if sight is None:
        return [(label, "") for label in labels]
    one = sight.remedy
    told = (
        str(one.pk), _about(making, one), tell.say(f"improvement.source.{one.source}"), one.opened_by.name, one.owner.name,
        tell.day(one.due_on), _looks_at(making, one), tell.day(one.check_on),
    )  # fmt: skip
    return list(zip(labels, told, strict=True))


def _about(making: Making, one: Remedy) -> str:
    if one.person:
        return f"{one.person.name} {one.person.number}"
    return one.team.name if one.team else making.tell.say(f"improvement.about.{one.about}")


def _looks_at(making: Making, one: Remedy) -> str:
    if one.item:
        return str(one.item.name.read(making.tell.language))
    return making.tell.say(f"quality.measure.{one.figure}") if one.figure else "–"


def _delays(making: Making, sight: RemedySight) -> list[Block]:
    tell = making.tell
    told = [
        tell.say(
            "form.remedy.delay",
            was=tell.day(one.was_on),
            now=tell.day(one.now_on),
            reason=mask(one.reason),
            by=one.by.name,
        )
        for one in sight.remedy.delays.all()
    ]
    return [Heading(tell.say("form.remedy.delays"), level=3), *map(Paragraph, told)] if told else []


def _change(making: Making, sight: RemedySight) -> list[Block]:
    """Both sides, what lies between, and what that allows to be said."""
    tell, found = making.tell, sight.outcome
    if sight.remedy.done_on is None or not (sight.remedy.item or sight.remedy.figure):
        return []
    show = tell.percent if found.kind == "shares" else tell.points
    told = [
        (str(n), "–" if value is None else show(value))
        for n, value in ((found.n_before, found.before), (found.n_after, found.after))
    ]
    blocks = _sides(making, told)
    if found.low is not None:
        blocks.append(Paragraph(tell.say("form.remedy.apart", **_apart(sight, show))))
    return [*blocks, Paragraph(_said(making, sight, show))]


def _sides(making: Making, told: Sequence[tuple[str, str]] = ()) -> list[Block]:
    """Before and after; nothing told, they are left to be written in."""
    say = making.tell.say
    rows = [
        (say(f"form.remedy.{side}"), *values)
        for side, values in zip(("before", "after"), told or BLANK_SIDES, strict=True)
    ]
    table = Table(
        making.head.columns(*making.form.columns),
        rows,
        widths=(2, 1, 1),
        numeric=(1, 2),
        row_height=0.0 if told else LINE,
    )
    return [Heading(say("form.remedy.before_after"), level=3), table]


def _apart(sight: RemedySight, show: Callable[[float], str]) -> dict[str, str]:
    found = sight.outcome
    told = {"difference": found.difference, "low": found.low, "high": found.high}
    return {name: f"{'−' if value < 0 else '+'}{show(abs(value))}" for name, value in told.items() if value is not None}


def _said(making: Making, sight: RemedySight, show: Callable[[float], str]) -> str:
    tell, found = making.tell, sight.outcome
    if found.verdict == IMPROVED:
        return tell.say("improvement.said.improved")
    if found.verdict == NOT:
        return tell.say("improvement.said.not", worth=show(found.worth))
    return tell.say(f"improvement.lacks.{found.lacks or 'too_close'}", further=found.further)


FORM = Form("remedy", 89, remedy, (Ask("remedy", is_number=True),), COLUMNS, SIGNATURES)

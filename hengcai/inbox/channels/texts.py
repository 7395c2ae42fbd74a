"""What a message says. It is built from codes, a day and a link alone: whatever else a row holds cannot get into it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

NEW, REMINDER, ESCALATION = "new", "reminder", "escalation"
STAGES = (NEW, REMINDER, ESCALATION)
LINES_SHOWN = 10
Say = Callable[..., str]


@dataclass(frozen=True)
class Told:
    """`kind`: the code of a kind of duty, whose words stand under `duty.CODE`."""

    kind: str
    stage: str
    due_on: date | None


@dataclass(frozen=True)
class Text:
    subject: str
    body: str


def letter(told: Sequence[Told], link: str, say: Say) -> Text:
    """An e-mail to one person: what there is to do, by when, where."""
    lines = [_line(one, say) for one in told[:LINES_SHOWN]]
    if len(told) > LINES_SHOWN:
        lines.append(say("notice.more", count=len(told) - LINES_SHOWN))
    subject = say("notice.subject", count=len(told)) + _until(told, say)
    return Text(subject, "\n".join([*lines, "", say("notice.open", link=link), "", say("notice.foot")]))


def call(told: Sequence[Told], link: str, say: Say) -> str:
    """In a group, where others read along: not even what it is about."""
    stage = max((one.stage for one in told), key=STAGES.index)
    return say(f"notice.call.{stage}") + _until(told, say) + "\n" + say("notice.open", link=link)


def _line(one: Told, say: Say) -> str:
    said = say(f"notice.line.{one.stage}", what=say(f"duty.{one.kind}"))
    return f"- {said}" + (say("notice.due", day=one.due_on.isoformat()) if one.due_on else "")


def _until(told: Sequence[Told], say: Say) -> str:
    days = [one.due_on for one in told if one.due_on is not None]
    return say("notice.first_due", day=min(days).isoformat()) if days else ""

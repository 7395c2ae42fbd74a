"""What the pages say of a session: the marks before and after, the lines that are heard, what was typed."""

from dataclasses import dataclass
from typing import Any

from hengcai.coaching.rules.sessions import Cut, Plan
from hengcai.measurement.before_after import CANNOT_TELL
from hengcai.quality.rules.changes import MEANS
from hengcai.web.quality.lines import label_of
from hengcai.web.quality.transcript import Moments, said, times_of
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import percent, points

MINUS = "−"


@dataclass(frozen=True)
class Side:
    """One side of the comparison: how many contacts, their mean or share, each mark."""

    n: int
    value: str
    marks: list[tuple[object, str, int]]


@dataclass(frozen=True)
class Compared:
    before: Side
    after: Side
    difference: str
    interval: str
    verdict: str
    is_told: bool
    sentences: list[str]


def compared(sight):
    """Before it was held there is one side only, and nothing to say of the other."""
    change, item = sight.change, sight.session.item
    show = _level if change.kind == MEANS else percent
    before, after = (
        Side(n, "–" if value is None else show(value), [(one.on, label_of(item, one.value), one.evaluation) for one in marks])
        for n, value, marks in ((change.n_before, change.before, sight.before), (change.n_after, change.after, sight.after))
    )  # fmt: skip
    return Compared(
        before=before,
        after=after,
        difference=_signed(change.difference, show),
        interval=f"{_signed(change.low, show)} ~ {_signed(change.high, show)}" if change.low is not None else "",
        verdict=word(f"coaching.change.{change.verdict}"),
        is_told=change.verdict != CANNOT_TELL,
        sentences=_sentences(change),
    )


def _sentences(change):
    told = change.verdict != CANNOT_TELL
    first = word(f"coaching.change.{change.verdict}.{change.kind}") if told else _lacking(change)
    low = [word("coaching.change.from_low")] if change.is_from_low else []
    return [first, *low, word("coaching.change.chance")]


def _lacking(change):
    return word(f"coaching.lacks.{change.lacks}", further=change.further)


def _level(value):
    return points(value, 1)


def _signed(value, show):
    if value is None:
        return ""
    sign = "+" if value > 0 else MINUS if value < 0 else ""
    return f"{sign}{show(abs(value))}"


@dataclass(frozen=True)
class Heard:
    """One contact that is heard together, and the lines of it."""

    clip: object
    contact: object
    evaluation: object
    mark: str
    comment: str
    since: str
    until: str
    lines: list


def heard(sight, *, chosen):
    """The chosen one with its words; of the others what they are."""
    return [_heard(sight, clip, with_words=number == chosen) for number, clip in enumerate(sight.clips)]


def _heard(sight, clip, *, with_words):
    contact, answer = clip.evaluation.assignment.contact, sight.heard.get(clip.evaluation_id)
    turns = turns_of(contact)
    whole = clip.first is None or clip.last is None
    first, last = (0, len(turns)) if whole else (clip.first, clip.last + 1)
    moments = Moments(contact, turns)
    return Heard(
        clip=clip, contact=contact, evaluation=clip.evaluation,
        mark=label_of(sight.session.item, answer.value) if answer else "", comment=answer.comment if answer else "",
        since="" if whole else moments.shown(clip.first), until="" if whole else moments.shown(clip.last),
        lines=said(contact, turns)[first:last] if with_words else [],
    )  # fmt: skip


def turns_of(contact):
    transcript = getattr(contact, "transcript", None)
    return transcript.turns if transcript else ()


@dataclass(frozen=True)
class Offered:
    """An evaluation that may be heard in a session, with what was ticked and typed."""

    evaluation: object
    is_taken: bool
    first: str
    last: str


def offered(evaluations, post, kept):
    """`kept`: evaluation → its clip; what was posted goes before."""
    return [_offered(one, post, kept.get(one.pk)) for one in evaluations]


def _offered(evaluation, post, clip):
    key, contact = evaluation.pk, evaluation.assignment.contact
    if post:
        return Offered(evaluation, f"take-{key}" in post, post.get(f"from-{key}", ""), post.get(f"to-{key}", ""))
    if clip is None or clip.first is None:
        return Offered(evaluation, clip is not None, "", "")
    moments = Moments(contact, turns_of(contact))
    return Offered(evaluation, True, moments.typed(clip.first), moments.typed(clip.last))  # noqa: FBT003 - a field


def plan_posted(form, rows):
    """What the form holds, and the evaluations it is about."""
    chosen, taken = form.cleaned_data, [row for row in rows if row.is_taken]
    texts = {name: chosen[name] for name in ("strengths", "gap", "agreed", "notes")}
    cuts = tuple(_cut(row) for row in taken)
    plan = Plan(item=chosen["item"] or 0, look_on=chosen["look_on"], cuts=cuts, **texts)
    return plan, [row.evaluation for row in taken]


def _cut(row):
    contact = row.evaluation.assignment.contact
    return Cut(row.evaluation.pk, *(placed(contact, text) for text in (row.first, row.last)))


def placed(contact, text):
    """The line somebody means; nothing where nothing is typed."""
    return Moments(contact, turns_of(contact)).place(text) if text.strip() else None


def items_offered(answers):
    """Every item once, with what it was marked, lowest mark told first."""
    found: dict[int, tuple[Any, list[str]]] = {}
    for answer in answers:
        found.setdefault(answer.item_id, (answer.item, []))[1].append(label_of(answer.item, answer.value))
    return [(pk, f"{item.name} · {' / '.join(marks)}") for pk, (item, marks) in found.items()]


def words_beside(evaluation):
    """The conversation of the first evaluation, to read times from."""
    contact = evaluation.assignment.contact
    turns = turns_of(contact)
    return {"said": said(contact, turns), "times": times_of(contact, turns), "contact": contact}

"""结果确认书: blank, or one record with its figures, the talk, how it was answered and the hash that binds all of it."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from hengcai.appraisal.papers.lines import band_of, score_of
from hengcai.appraisal.queries.results import shown_detail
from hengcai.base.masking.text import mask
from hengcai.paper.blocks import Block, Heading, Lines, Paragraph, Table
from hengcai.paper.forms.form import Form
from hengcai.paper.forms.making import Body, Making
from hengcai.records.models import Record
from hengcai.records.papers.parts import PLAN, RECORD, is_erased, moment_day, sight_of_form, talk_blocks, whose
from hengcai.records.queries.records import RecordSight, group_names

SCORES = ("score_part", "score_weight", "score_given")
FACTS = ("paper.fact.result", "form.fact.policy", "form.fact.notified", "form.fact.appeal_by", "form.fact.answer")


def confirmation(making: Making) -> Body:
    sight = sight_of_form(making)
    record = sight.record if sight else None
    blocks: list[Block] = [*_scores(making, record)]
    if sight and sight.talk and (sight.talk.held_on or sight.talk.not_held_because):
        blocks += [Heading(making.tell.say("form.interview"), level=3), *_not_held(sight)]
        blocks += talk_blocks(making, sight.talk, is_blank=False)
    blocks += _answer(making, sight)
    return Body(blocks, [*whose(making, record), *_facts(making, record)], is_filled=sight is not None)


def _facts(making: Making, record: Record | None) -> list[tuple[str, str]]:
    tell = making.tell
    if record is None:
        return [(tell.say(code), "") for code in FACTS]
    policy = record.cycle.policy
    told = (
        " ".join(one for one in (band_of(record.result, tell), score_of(record.result)) if one),
        tell.say("form.confirmation.policy", name=policy.name, number=policy.number),
        moment_day(making, record.notified_at), tell.day(record.appeal_by), _answered(making, record),
    )  # fmt: skip
    facts = [(tell.say(code), text) for code, text in zip(FACTS, told, strict=True)]
    if record.result.revision > 1:
        reason = mask(record.result.reason)
        said = tell.say("paper.fact.revision.of", number=record.result.revision, reason=reason)
        facts.append((tell.say("paper.fact.revision"), said))
    return facts


def _answered(making: Making, record: Record) -> str:
    tell = making.tell
    if not record.outcome:
        return tell.say("form.confirmation.open", day=record.sign_by)
    state = tell.say(f"records.state.{record.outcome}")
    return tell.say("form.confirmation.answered", state=state, day=moment_day(making, record.answered_at))


def _scores(making: Making, record: Record | None) -> list[Block]:
    rows = _lines(making, record) if record else [("",) * len(SCORES)] * 5
    table = Table(making.head.columns(*SCORES), rows, widths=(6, 2, 2), numeric=(1, 2), row_height=0 if record else 0.9)
    return [table]


def _lines(making: Making, record: Record) -> list[Sequence[str]]:
    """As the person's own page has them: nobody is shown apart whom it does not show."""
    tell, detail = making.tell, shown_detail(record.result, to_rated=True)
    if "groups" in detail:
        names = group_names(record)
        return [
            (tell.shown(names.get(code, code)), tell.points(one["points"]), tell.points(one["earned"]))
            for code, one in detail["groups"].items()
        ]
    sources: dict[str, Any] = detail.get("sources", {})
    return [(tell.say(f"source.{code}"), _share(tell, one), _score(tell, one)) for code, one in sources.items()]


def _share(tell: Any, one: dict[str, Any]) -> str:
    return str(tell.percent(Fraction(one["weight"]))) if one.get("weight") else ""


def _score(tell: Any, one: dict[str, Any]) -> str:
    return str(tell.points(Fraction(one["score"]))) if one.get("score") else "–"


def _not_held(sight: RecordSight) -> list[Block]:
    talk = sight.talk
    return [Paragraph(mask(talk.not_held_because))] if talk and talk.not_held_because else []


def _answer(making: Making, sight: RecordSight | None) -> list[Block]:
    tell = making.tell
    heading = Heading(tell.say("form.confirmation.statement"), level=3)
    if sight is None:
        lines: list[Block] = [
            Paragraph(tell.say("form.confirmation.agree")),
            Paragraph(tell.say("form.confirmation.object")),
        ]
        return [heading, *lines, Lines(4)]
    record = sight.record
    said = [Paragraph(sight.shown)] if sight.shown else []
    paper = None if is_erased(record) else sight.paper
    seen = [Paragraph(tell.say("form.confirmation.seen_by", name=paper.seen_by))] if paper else []
    words = [Paragraph(mask(record.words))] if record.words and not is_erased(record) else []
    hashed = [Paragraph(tell.say("form.confirmation.hash", hash=sight.hash), is_small=True)] if sight.hash else []
    open_ones: list[Block] = [] if record.outcome else [Paragraph(tell.say("form.confirmation.agree")), Lines(3)]
    return [heading, *said, *seen, *words, *open_ones, *hashed]


FORM = Form("confirmation", 67, confirmation, (RECORD,), (*SCORES, *PLAN), ("person", "interviewer", "day"))

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.db.models import Max

from hengcai.accounts.models import Centre, User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.decimals import round_half_up
from hengcai.base.errors import NotNow, NotValid
from hengcai.framework.models import Competency, Framework, ServiceIndicator
from hengcai.quality import permissions, states
from hengcai.quality.definitions import POINT_PLACES, WEIGHT_PLACES, Definition, read_definition
from hengcai.quality.models import Item, Scorecard, Section
from hengcai.quality.rules import card as rules


@action(permissions.MANAGE_SCORECARDS)
def add_scorecard(centre: Centre, *, by: User, definition: Mapping[str, Any]) -> Scorecard:
    """A draft: version 1 of a new card, or the next version of a known one."""
    read = read_definition(definition)
    _check_no_draft(read.code)
    scorecard = Scorecard.objects.create(code=read.code, number=_next_number(read.code), **_head(read))
    _fill(scorecard, read)
    return scorecard


@action(states.REWRITE_SCORECARD, once_a_day=True)
def rewrite_scorecard(scorecard: Scorecard, *, by: User, definition: Mapping[str, Any], edit_count: int) -> Scorecard:
    """A draft's whole content anew; its code stays. `edit_count` is the one it was opened with: whoever was
    overtaken is refused, so that two people never overwrite each other."""
    if edit_count != scorecard.edit_count:
        name = scorecard.saved_by.name if scorecard.saved_by else ""
        raise NotNow("quality.draft_stale", name=name, edit_count=scorecard.edit_count)
    read = read_definition(definition)
    if read.code != scorecard.code:
        raise NotValid("quality.code_changed", code=scorecard.code)
    for name, value in _head(read).items():
        setattr(scorecard, name, value)
    scorecard.edit_count += 1
    scorecard.saved_by, scorecard.saved_at = by, clock.now()
    scorecard.save()
    scorecard.sections.all().delete()
    _fill(scorecard, read)
    return scorecard


@action(permissions.MANAGE_SCORECARDS)
def new_version(scorecard: Scorecard, *, by: User) -> Scorecard:
    """A draft with the same content; the version in force stays so until the draft is published."""
    _check_no_draft(scorecard.code)
    made = Scorecard.objects.get(pk=scorecard.pk)
    made.pk, made.state, made.published_on = None, Scorecard.State.DRAFT, None
    made.holds_from, made.holds_until, made.edit_count, made.saved_by, made.saved_at = None, None, 0, None, None
    made.number = _next_number(scorecard.code)
    made.save(force_insert=True)
    for section in scorecard.sections.order_by("order"):
        _copy_section(section, made)
    return made


@action(permissions.MANAGE_SCORECARDS)
def delete_scorecard(scorecard: Scorecard, *, by: User) -> None:
    """Drafts only: people were judged by the others."""
    if scorecard.state != Scorecard.State.DRAFT:
        raise NotNow("quality.scorecard_frozen")
    Scorecard.objects.filter(pk=scorecard.pk).delete()


def _copy_section(section: Section, scorecard: Scorecard) -> None:
    items = list(section.items.order_by("order"))
    section.pk, section.scorecard = None, scorecard
    section.save(force_insert=True)
    for item in items:
        item.pk, item.section = None, section
    Item.objects.bulk_create(items)


def _check_no_draft(code: str) -> None:
    if Scorecard.objects.filter(code=code, state=Scorecard.State.DRAFT).exists():
        raise NotNow("quality.draft_exists", code=code)


def _next_number(code: str) -> int:
    return int(Scorecard.objects.filter(code=code).aggregate(last=Max("number"))["last"] or 0) + 1


def _head(read: Definition) -> dict[str, Any]:
    card = read.card
    return {
        "name": read.name,
        "channel": read.channel,
        "kind": card.kind,
        "pass_line": _decimal(card.pass_line, POINT_PLACES),
        "excellence_line": _decimal(card.excellence_line, POINT_PLACES),
        "bonus_cap": _decimal(card.bonus_cap, POINT_PLACES),
        "level_shares": [round_half_up(share, WEIGHT_PLACES) for share in card.level_shares],
        "red_lines": list(read.red_lines),
        "posts": list(read.posts),
    }


def _fill(scorecard: Scorecard, read: Definition) -> None:
    competencies = _competencies({item.competency for item in read.card.items() if item.competency})
    _check_indicators({item.indicator for item in read.card.items() if item.indicator})
    parts = enumerate(read.card.sections, start=1)
    rows = [
        Section(
            scorecard=scorecard,
            code=part.code,
            name=part.name,
            weight=_decimal(part.weight, WEIGHT_PLACES),
            order=order,
        )
        for order, part in parts
    ]
    by_code = {row.code: row for row in Section.objects.bulk_create(rows)}
    items = [
        _row(item, read, by_code[part.code], competencies.get(item.competency), order)
        for part in read.card.sections
        for order, item in enumerate(part.items, start=1)
    ]
    Item.objects.bulk_create(items)


def _row(item: rules.Item, read: Definition, section: Section, competency: Competency | None, order: int) -> Item:
    texts = read.texts[item.code]
    condition = {"item": item.condition.item, "is": list(item.condition.values)} if item.condition else {}
    return Item(
        section=section,
        code=item.code,
        kind=item.kind,
        name=item.name,
        guidance=texts.guidance,
        weight=_decimal(item.weight, WEIGHT_PLACES),
        competency=competency,
        indicator=item.indicator,
        may_be_na=item.may_be_na,
        anchors=dict(texts.anchors),
        options=list(texts.options),
        points=_decimal(item.points, POINT_PLACES) if item.points else None,
        critical_scope=item.critical_scope,
        critical_class=item.critical_class,
        condition=condition,
        comment_below=item.comment_below,
        comment_if=item.comment_if,
        order=order,
    )


def _competencies(codes: Iterable[str]) -> dict[str, Competency]:
    """Of the library in force: the same code means the same ability in every card and form."""
    rows = Competency.objects.filter(framework__state=Framework.State.PUBLISHED, code__in=codes)
    found = {row.code: row for row in rows}
    unknown = tuple(sorted(set(codes) - set(found)))
    if unknown:
        raise NotValid("quality.competency_unknown", codes=unknown)
    return found


def _check_indicators(codes: Iterable[str]) -> None:
    rows = ServiceIndicator.objects.filter(group__framework__state=Framework.State.PUBLISHED, code__in=codes)
    unknown = tuple(sorted(set(codes) - set(rows.values_list("code", flat=True))))
    if unknown:
        raise NotValid("quality.indicator_unknown", codes=unknown)


def _decimal(value: Fraction, places: int) -> Decimal:
    """Exact: a definition is read with no more places than its column holds."""
    return Decimal(round_half_up(value, places))

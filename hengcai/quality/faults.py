"""Everything that keeps a draft from being published, in the order one would mend it."""

from collections.abc import Iterator

from hengcai.base.errors import NotValid
from hengcai.quality.cards import card_of
from hengcai.quality.models import RedLine, Scorecard
from hengcai.quality.rules.checks import faults


def faults_of(scorecard: Scorecard) -> Iterator[NotValid]:
    yield from faults(card_of(scorecard))
    yield from _unnamed(scorecard)
    yield from _unknown_red_lines(scorecard)


def _unnamed(scorecard: Scorecard) -> Iterator[NotValid]:
    """One language is enough; without any, nobody could tell what was marked."""
    if not scorecard.name:
        yield NotValid("quality.name_missing", scope="card", item=scorecard.code)
    for section in scorecard.sections.all():
        if not section.name:
            yield NotValid("quality.name_missing", scope="section", item=section.code)
        for item in section.items.all():
            if not item.name:
                yield NotValid("quality.name_missing", scope="item", item=item.code)
            if not all(option["name"] for option in item.options):
                yield NotValid("quality.option_unnamed", item=item.code, name=item.name or item.code)


def _unknown_red_lines(scorecard: Scorecard) -> Iterator[NotValid]:
    known = set(RedLine.objects.filter(code__in=scorecard.red_lines).values_list("code", flat=True))
    unknown = tuple(code for code in scorecard.red_lines if code not in known)
    if unknown:
        yield NotValid("quality.red_line_unknown", codes=unknown)

"""What the page of an appeal shows of its figures, in the reader's words."""

from decimal import Decimal, InvalidOperation

from django.utils.translation import get_language

from hengcai.appraisal.rules.corrections import BAND, TOTAL
from hengcai.appraisal.rules.rulings import LEVEL, Ruled, part_of
from hengcai.base.errors import NotValid
from hengcai.framework.models import Competency, ServiceIndicator
from hengcai.paper.telling import Teller
from hengcai.web.shell.says import word

FIELD = "ruled-"


def names_of(appeal):
    """Code → name of this cycle's framework, competencies and indicators alike."""
    framework, language = appeal.result.participant.cycle.framework_id, get_language()
    found = {one.code: str(one.name.read(language)) for one in Competency.objects.filter(framework=framework)}
    indicators = ServiceIndicator.objects.filter(group__framework=framework)
    return found | {one.code: str(one.name.read(language)) for one in indicators}


def part_told(part, names):
    tell = Teller(get_language())
    code = names.get(part.code, part.code)
    source = tell.called("appraisal.source", part.source) if part.kind == LEVEL else ""
    return tell.say(f"appeals.kind.{part.kind}", source=source, code=code)


def rows_to_rule(sight, names, typed):
    """(Field, what, as it counts today, as typed)."""
    return [
        (f"{FIELD}{part.key}", part_told(part, names), _plain(today), typed.get(f"{FIELD}{part.key}", ""))
        for part, today in sight.parts.items()
    ]


def rulings_told(proposal, names):
    found = [(part_of(key), value) for key, value in proposal.rulings]
    return [(part_told(part, names), _plain(value)) for part, value in found if part]


def rulings_posted(posted):
    """What was left empty is left as it is."""
    return [_ruled(name, text.strip()) for name, text in posted.items() if name.startswith(FIELD) and text.strip()]


def lines_told(sight, names):
    """(What, as it was, as it is, whether it is another)."""
    tell = Teller(get_language())
    return [
        (_what(one, tell, names), _said(one, one.old, tell), _said(one, one.new, tell), one.is_changed)
        for one in sight.lines
    ]


def subjects_told(appeal):
    return [word(f"appeals.subject.{code}") for code in appeal.subjects]


def left_out_told(appeal):
    return [(word(f"appeals.part.{part}"), count) for part, count in appeal.drawn.get("left_out", {}).items()]


def circles_told(appeal):
    return [word(f"appeals.circle.{one}") for one in appeal.drawn.get("circles", [])]


def _ruled(name, text):
    part = part_of(name.removeprefix(FIELD))
    try:
        value = Decimal(text)
    except InvalidOperation:
        value = Decimal("NaN")
    if part is None or not value.is_finite():
        raise NotValid("appeals.value_missing", part=part.code if part else name)
    return Ruled(part, value)


def _what(one, tell, names):
    if one.kind in (TOTAL, BAND):
        return word(f"appeals.figure.{one.kind}")
    return tell.called("appraisal.source", one.code) if one.kind == "sources" else names.get(one.code, one.code)


def _said(one, value, tell):
    if value is None:
        return "–"
    if one.kind == BAND:
        return tell.called("band", value)
    return value if one.kind == TOTAL else tell.plain(value, 2)


def _plain(value):
    return "–" if value is None else Teller(get_language()).plain(value, 6)

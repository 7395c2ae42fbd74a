"""The parts of a policy file, each read and checked by itself."""

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import pairwise

from hengcai.appraisal.rules.policy import (
    ADDABLE_SOURCES,
    HAND_PICKED,
    HIGHEST,
    LOWEST,
    OBSERVED,
    SOURCES,
    Band,
    Group,
    Linear,
    PerEvent,
    Points,
    Rule,
    Steps,
)
from hengcai.appraisal.rules.publication import ANSWERS, DEFAULT
from hengcai.base.decimals import Exact
from hengcai.base.yaml_parts import Part

_CODE = re.compile(r"[^\W_][\w-]{0,63}")
_MARKS = Fraction(100)
_MOST_PLACES = 4
_LONGEST_WAIT = 90  # days


def name(part: Part) -> str:
    text = part.text()
    if not text.strip() or not text.isprintable():
        raise part.refuse("yaml.not_text")
    return text


def version(part: Part) -> int:
    return part.whole_number(least=1, most=10**9 - 1)


def sources(part: Part) -> dict[str, Exact]:
    """Their weights sum to exactly 1."""
    found = {name: value.decimal() for name, value in part.mapping(known=SOURCES + ADDABLE_SOURCES).items()}
    check_sum(part, found.values(), total=1)
    return found


def minimum_evidence(part: Part) -> tuple[tuple[str, ...], Exact]:
    found = part.whole_mapping(needed=("required", "weight"))
    required: dict[str, None] = {}
    for one in found["required"].items():
        source = one.text()
        if source not in SOURCES + ADDABLE_SOURCES:
            raise one.refuse("policy.source_unknown", value=source)
        required[source] = None
    weight = found["weight"].decimal()
    if weight.value > 1:
        raise found["weight"].refuse("policy.outside", value=weight.text, low="0", high="1")
    return tuple(required), weight


def least_heard(part: Part) -> int:
    """How many must have spoken for a source to count."""
    return part.whole_number(least=0, most=10**6)


def written_mark(part: Part) -> Points:
    """From mark 0 to 100, levels within 1–5 and never falling."""
    points = _rising(part, low=LOWEST, high=HIGHEST)
    if points[0][0].value != 0 or points[-1][0].value != _MARKS:
        raise part.refuse("policy.marks_not_covered")
    if any(after[1].value < before[1].value for before, after in pairwise(points)):
        raise part.refuse("policy.levels_fall")
    return points


def item_weights(part: Part) -> dict[str, Exact]:
    return {item: value.decimal() for item, value in part.mapping().items()}


def rounding(part: Part) -> int:
    found = part.whole_mapping(needed=("places", "mode"))
    if found["mode"].text() != "half_up":
        raise found["mode"].refuse("policy.mode_unknown", value=found["mode"].text())
    return found["places"].whole_number(least=0, most=_MOST_PLACES)


def bands(part: Part) -> tuple[Band, ...]:
    return _bands(part, lowest=LOWEST)


def publication(part: Part) -> dict[str, str]:
    """What each thing in the way of publishing comes to: a refusal, or a reason to be given."""
    return {name: _answer(value) for name, value in part.whole_mapping(needed=tuple(DEFAULT)).items()}


def _answer(part: Part) -> str:
    if part.text() not in ANSWERS:
        raise part.refuse("policy.answer_unknown", value=part.text(), known=ANSWERS)
    return part.text()


def repeat_days(part: Part) -> int:
    """So long after a first contact the same customer on the same matter means that it was not settled."""
    return part.whole_number(least=1, most=_LONGEST_WAIT)


def hand_picked(part: Part) -> str:
    """Whether contacts picked by hand count beside those a plan drew."""
    if part.text() not in HAND_PICKED:
        raise part.refuse("policy.hand_picked_unknown", value=part.text(), known=HAND_PICKED)
    return part.text()


def observed(part: Part) -> str:
    """Which of mystery visits and live listening count, each as one contact more."""
    if part.text() not in OBSERVED:
        raise part.refuse("policy.observed_unknown", value=part.text(), known=tuple(OBSERVED))
    return part.text()


def grades(part: Part) -> tuple[Band, ...]:
    return _bands(part, lowest=Fraction(0))


def groups(part: Part) -> dict[str, Group]:
    """Points sum to 100, and an indicator belongs to one group only."""
    found = {name: _group(value) for name, value in part.mapping().items()}
    check_sum(part, (group.points for group in found.values()), total=100)
    seen: set[str] = set()
    for name, value in part.mapping().items():
        for indicator, points in value.mapping()["indicators"].mapping().items():
            if indicator in seen:
                raise points.refuse("policy.indicator_twice", indicator=indicator, group=name)
            seen.add(indicator)
    return found


def rules(part: Part) -> dict[str, Rule]:
    return {indicator: _rule(value) for indicator, value in part.mapping().items()}


def _group(part: Part) -> Group:
    found = part.whole_mapping(needed=("points", "indicators"))
    points = found["points"].decimal()
    indicators = {name: value.decimal() for name, value in found["indicators"].mapping().items()}
    check_sum(found["indicators"], indicators.values(), total=points.value)
    return Group(points, indicators)


def _rule(part: Part) -> Rule:
    kind = part.mapping().get("kind")
    match kind.text() if kind else None:
        case "linear":
            return _linear(part)
        case "steps":
            found = _fields(part, "kind", "steps")
            return Steps(_rising(found["steps"], low=Fraction(0), high=Fraction(1)), _minimum_n(found))
        case "per_event":
            found = _fields(part, "kind", "off")
            _check_within(found["off"], found["off"].decimal(), low=Fraction(0), high=Fraction(1))
            return PerEvent(found["off"].decimal(), _minimum_n(found))
        case other:
            raise (kind or part).refuse("policy.kind_unknown", value=other or "")


def _linear(part: Part) -> Linear:
    found = _fields(part, "kind", "floor", "target")
    floor, target = found["floor"].decimal(), found["target"].decimal()
    if floor.value == target.value:
        raise found["target"].refuse("policy.floor_is_target", value=target.text)
    return Linear(floor, target, _minimum_n(found))


def _fields(part: Part, *needed: str) -> Mapping[str, Part]:
    """Of a rule, which may say `minimum_n` besides."""
    return part.whole_mapping(needed=needed, optional=("minimum_n",))


def _minimum_n(found: Mapping[str, Part]) -> int | None:
    return found["minimum_n"].whole_number(least=0, most=10**6) if "minimum_n" in found else None


def _rising(part: Part, *, low: Fraction, high: Fraction) -> Points:
    """Pairs whose first numbers rise, the second within `low` and `high`."""
    points: list[tuple[Exact, Exact]] = []
    for pair in part.items():
        first, second = pair.pair()
        point = first.decimal(), second.decimal()
        _check_within(second, point[1], low=low, high=high)
        if points and point[0].value <= points[-1][0].value:
            raise first.refuse("policy.not_rising", value=point[0].text)
        points.append(point)
    if not points:
        raise part.refuse("policy.empty")
    return tuple(points)


def _bands(part: Part, *, lowest: Fraction) -> tuple[Band, ...]:
    """From the highest down, the last reaching to the lowest score there is."""
    found: list[Band] = []
    for one in part.items():
        band = one.whole_mapping(needed=("code", "from"))
        code, start = band["code"].text(), band["from"].decimal()
        if not _CODE.fullmatch(code) or code in {other.code for other in found}:
            raise band["code"].refuse("policy.code_unfit", value=code)
        if found and start.value >= found[-1].start.value:
            raise band["from"].refuse("policy.bands_out_of_order", value=start.text)
        found.append(Band(code, start))
    if not found or found[-1].start.value > lowest:
        raise part.refuse("policy.bands_open_below", lowest=str(lowest))
    return tuple(found)


def _check_within(part: Part, number: Exact, *, low: Fraction, high: Fraction) -> None:
    if not low <= number.value <= high:
        raise part.refuse("policy.outside", value=number.text, low=str(low), high=str(high))


def check_sum(part: Part, numbers: Iterable[Exact], *, total: Fraction | int) -> None:
    found = sum((number.value for number in numbers), Fraction(0))
    if found != total:
        raise part.refuse("policy.sum_wrong", found=_plain(found), total=_plain(Fraction(total)))


def _plain(value: Fraction) -> str:
    """Sums of decimals end, so this text is exact."""
    places = 0
    while value.denominator != 1 and (value * 10**places).denominator != 1:
        places += 1
    whole = str((value * 10**places).numerator).zfill(places + 1)
    return f"{whole[:-places]}.{whole[-places:]}" if places else whole

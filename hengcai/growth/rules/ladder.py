"""Reads a ladder from YAML: two tracks, steps from the lowest up, what each of them asks for."""

from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction

from hengcai.base.decimals import Exact
from hengcai.base.yaml_parts import Part, parse_yaml

PROFESSIONAL, MANAGEMENT = "professional", "management"
TRACKS = (PROFESSIONAL, MANAGEMENT)
Text = dict[str, str]
"""Of zh and en, at least one."""
MOST_STEPS, MOST_STARS, MOST_MONTHS, LONGEST = 9, 5, 120, 200


@dataclass(frozen=True)
class StepPlan:
    """`wanted`: competency → level as it is written; `months` on the step before, or in the post for the first."""

    name: Text
    stars: int
    allowance: Exact
    months: int
    wanted: dict[str, Exact]
    proofs: tuple[Text, ...]
    skill_groups: tuple[str, ...]


@dataclass(frozen=True)
class LadderPlan:
    name: Text
    track: str
    posts: tuple[str, ...]
    steps: tuple[StepPlan, ...]


def parsed_ladder(text: str, *, file: str, posts: Collection[str], competencies: Collection[str]) -> LadderPlan:
    """Refused with the line: unknown keys, posts and competencies, levels outside 1–5, steps that ask for less than the
    one below."""
    found = parse_yaml(text, file=file).whole_mapping(needed=("name", "track", "posts", "steps"))
    steps = tuple(_step(part, competencies) for part in found["steps"].items())
    if not 1 <= len(steps) <= MOST_STEPS:
        raise found["steps"].refuse("growth.steps_count", most=MOST_STEPS)
    _check_upwards(found["steps"].items(), steps)
    places = tuple(_among(part, posts, "growth.post_unknown") for part in found["posts"].items())
    return LadderPlan(_both(found["name"]), _among(found["track"], TRACKS, "growth.track_unknown"), places, steps)


def _step(part: Part, competencies: Collection[str]) -> StepPlan:
    found = part.whole_mapping(
        needed=("name", "stars", "months", "wanted"), optional=("allowance", "proofs", "skill_groups")
    )
    wanted = {_known(line, code, competencies): _level(line) for code, line in found["wanted"].mapping().items()}
    return StepPlan(
        name=_both(found["name"]),
        stars=found["stars"].whole_number(least=1, most=MOST_STARS),
        allowance=_allowance(found["allowance"]) if "allowance" in found else Exact("0", Fraction(0)),
        months=found["months"].whole_number(least=0, most=MOST_MONTHS),
        wanted=wanted,
        proofs=tuple(_both(one) for one in found["proofs"].items()) if "proofs" in found else (),
        skill_groups=tuple(_short(one) for one in found["skill_groups"].items()) if "skill_groups" in found else (),
    )


def _check_upwards(parts: list[Part], steps: tuple[StepPlan, ...]) -> None:
    """Whoever stands on a step still meets all below it."""
    for part, lower, upper in zip(parts[1:], steps, steps[1:], strict=False):
        for code, level in lower.wanted.items():
            above = upper.wanted.get(code)
            if above is None or above.value < level.value:
                raise part.refuse("growth.step_below", competency=code, level=level.text)


def _both(part: Part) -> Text:
    found = part.mapping(known=("zh", "en"))
    texts = {language: _short(one) for language, one in found.items()}
    if not any(texts.values()):
        raise part.refuse("growth.name_missing")
    return texts


def _short(part: Part) -> str:
    text = part.text().strip()
    if len(text) > LONGEST:
        raise part.refuse("growth.too_long", longest=LONGEST)
    return text


def _among(part: Part, known: Collection[str], code: str) -> str:
    text = part.text()
    if text not in known:
        raise part.refuse(code, value=text, known=sorted(known))
    return text


def _known(part: Part, code: str, competencies: Collection[str]) -> str:
    if code not in competencies:
        raise part.refuse("growth.competency_unknown", value=code)
    return code


def _level(part: Part) -> Exact:
    found = part.decimal()
    if not 1 <= found.value <= 5:
        raise part.refuse("growth.level_outside", value=found.text)
    return found


def _allowance(part: Part) -> Exact:
    found = part.decimal()
    if found.value < 0:
        raise part.refuse("growth.allowance_negative", value=found.text)
    return found

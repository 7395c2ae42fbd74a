"""What a course is made of, and what is wrong with a text that does not say it: the one description that files, pages and
programs are held to."""

from collections.abc import Mapping
from decimal import Decimal
from math import isfinite
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from hengcai.base.errors import NotValid
from hengcai.base.lengths import check_signs
from hengcai.training.rules.captions import check_captions

MODULES = ("culture", "attitude", "communication", "business", "problem_solving", "stress")
TIERS = ("onboarding", "advanced", "transfer", "intensive")
AUDIENCES = ("new", "in_post", "key_staff", "transferring", "to_improve")
LAYERS = ("cognition", "skill", "knowledge", "quality")
METHODS = ("lecture", "case", "role_play", "simulation", "discussion", "game", "sharing")
PHASES = ("preview", "classroom", "extension")
CHECKS = ("written", "operation", "simulation", "performance")

MOST_COMPETENCIES = 18

Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Minutes = Annotated[int, Field(ge=1, le=6000)]
Level = Annotated[int, Field(ge=1, le=5)]


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class Pair(Part):
    """A text in both languages; a centre's own may have one only."""

    zh: str = ""
    en: str = ""

    @model_validator(mode="after")
    def _says_something(self) -> "Pair":
        if not (self.zh.strip() or self.en.strip()):
            raise ValueError("empty")
        return self


class Title(Pair):
    """What stands in lists."""

    zh: Annotated[str, Field(max_length=200)] = ""
    en: Annotated[str, Field(max_length=200)] = ""


Pairs = list[Pair]


class Reaches(Part):
    """A competency of the library: the level a learner comes with and the level they leave with."""

    code: Code
    come_with: Level = Field(alias="from")
    leave_with: Level = Field(alias="to")

    @model_validator(mode="after")
    def _goes_up(self) -> "Reaches":
        if self.leave_with <= self.come_with:
            raise ValueError("not_up")
        return self


class Aims(Part):
    """Four layers of aims 认知/技能/知识/素养."""

    cognition: Pairs = []
    skill: Pairs = []
    knowledge: Pairs = []
    quality: Pairs = []


class Phase(Part):
    kind: Literal[PHASES]  # type: ignore[valid-type]
    minutes: Minutes
    what: Pair


class Topic(Part):
    title: Pair
    points: Pairs
    exercise: Pair | None = None


class Check(Part):
    """One of the four ways of checking: what is looked at, how, and what is enough."""

    kind: Literal[CHECKS]  # type: ignore[valid-type]
    way: Pair
    points: Pairs = []
    pass_at: Pair = Field(alias="pass")


class Standard(Part):
    """课程标准."""

    aims: Aims
    methods: list[Literal[METHODS]]  # type: ignore[valid-type]
    phases: list[Phase]
    trainer: Pair
    materials: Pairs = []
    topics: list[Topic]
    checks: list[Check]


class Mistake(Part):
    said: Pair
    why: Pair
    instead: Pair


class Lesson(Part):
    """`check`: ids of the course's questions asked at its end. `media`: the name of a file of the course, or the code of the
    SCORM package a lesson of that kind plays; `captions` (WebVTT) and `transcript` say the same to be read."""

    code: Code
    title: Title
    minutes: Minutes
    kind: Literal["text", "video", "audio", "file", "quiz", "scenario", "scorm"] = "text"
    aim: Pair | None = None
    body: Pair | None = None
    exercise: Pair | None = None
    mistakes: list[Mistake] = []
    captions: Pair | None = None
    transcript: Pair | None = None
    check: list[str] = []
    media: Annotated[str, Field(max_length=80)] = ""
    scenario: Annotated[str, Field(max_length=40)] = ""


class Case(Part):
    code: Code
    title: Pair
    story: Pair
    questions: Pairs
    debrief: Pairs


class RolePlay(Part):
    code: Code
    title: Pair
    minutes: Minutes
    agent: Pair
    customer: Pair
    observer: Pairs


class Item(Part):
    """One observable line of a check-list; a critical one missed fails the whole."""

    code: Code
    text: Pair
    competency: Code | Literal[""] = ""
    critical: bool = False


class Note(Part):
    """What the trainer does in so many minutes of the classroom."""

    minutes: Minutes
    what: Pair
    how: Pair
    materials: Pair | None = None


class CourseText(Part):
    code: Code
    module: Literal[MODULES]  # type: ignore[valid-type]
    tier: Literal[TIERS]  # type: ignore[valid-type]
    title: Title
    audience: list[Literal[AUDIENCES]]  # type: ignore[valid-type]
    posts: list[Code] = []
    competencies: Annotated[list[Reaches], Field(max_length=MOST_COMPETENCIES)]
    hours: Annotated[Decimal, Field(gt=0, le=400, decimal_places=1)]
    repeats_after_months: Annotated[int, Field(ge=1, le=60)] | None = None
    standard: Standard
    lessons: list[Lesson] = []
    cases: list[Case] = []
    role_plays: list[RolePlay] = []
    checklist: list[Item] = []
    trainer_notes: list[Note] = []
    quiz: list[dict[str, Any]] = []

    @property
    def is_worked(self) -> bool:
        """Whether one can learn it here, beyond its outline."""
        return bool(self.lessons)


def read_course(given: Mapping[str, Any]) -> CourseText:
    """Refused with the place of the first fault: `lessons.2.title`."""
    _check_signs(given)
    try:
        text = CourseText.model_validate(given)
    except ValidationError as wrong:
        raise _refusal(wrong) from None
    _check_codes(text)
    return text


def _check_signs(given: Any) -> None:
    """Nothing in it a database cannot hold, in keys nobody knows neither."""
    left = [given]
    while left:
        part = left.pop()
        if isinstance(part, str):
            check_signs(part)
        elif isinstance(part, float) and not isfinite(part):
            raise NotValid("training.course_wrong", where=str(part))
        elif isinstance(part, Mapping):
            left += [*part.keys(), *part.values()]
        elif isinstance(part, list | tuple):
            left += part


def as_plain(text: CourseText) -> dict[str, Any]:
    """Ready for JSON or YAML, as it is handed in."""
    return text.model_dump(mode="json", by_alias=True)


def _refusal(wrong: ValidationError) -> NotValid:
    first = wrong.errors(include_url=False, include_context=False, include_input=False)[0]
    where = ".".join(str(part + 1 if isinstance(part, int) else part) for part in first["loc"]) or "–"
    reasons = {"missing": "missing", "extra_forbidden": "unknown", "value_error": _own(first["msg"])}
    return NotValid(f"training.course_{reasons.get(first['type'], 'wrong')}", where=where[:120])


def _own(message: str) -> str:
    return "not_up" if message.endswith("not_up") else "missing"


def _check_codes(text: CourseText) -> None:
    """Codes stand once, and what a lesson asks exists."""
    for parts in (text.lessons, text.cases, text.role_plays, text.checklist, text.competencies):
        _check_once([one.code for one in parts])
    ids = [str(one.get("id", "")) for one in text.quiz]
    _check_once(ids)
    for lesson in text.lessons:
        for side in (lesson.captions.zh, lesson.captions.en) if lesson.captions else ():
            if side:
                check_captions(side, lesson=lesson.code)
        if lesson.kind == "scorm" and (lesson.check or not lesson.media):
            raise NotValid("training.course_package_wrong", lesson=lesson.code)
        for missing in [one for one in lesson.check if one not in ids]:
            raise NotValid("training.course_question_unknown", lesson=lesson.code, question=missing[:40])


def _check_once(codes: list[str]) -> None:
    for code in codes:
        if not code or codes.count(code) > 1:
            raise NotValid("training.course_code_twice", code=code[:40])

"""A course as text: what files, forms and programs hand in, and what they are given back."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from hengcai.base.bilingual import decode, encode
from hengcai.base.errors import NotValid
from hengcai.base.yaml_parts import Part, parse_yaml
from hengcai.framework.models import Competency, Post
from hengcai.training.models import Course, Lesson
from hengcai.training.playing import check_packages
from hengcai.training.rules.course_shape import CourseText, Pair, as_plain, read_course

SEEDS = Path(__file__).parent / "seeds" / "courses"
MOST_PARTS = 100_000  # of one text, each alias counted as what it stands for
KIT = ("cases", "role_plays", "checklist", "trainer_notes")
PLAIN = ("module", "tier", "audience", "posts", "hours", "repeats_after_months")
CONTENT = ("aim", "body", "exercise", "mistakes", "captions", "transcript")


def shipped_courses() -> list[dict[str, Any]]:
    return [dict(yaml.safe_load(path.read_text("utf-8"))) for path in sorted(SEEDS.glob("*.yaml"))]


def read_definition(definition: Mapping[str, Any]) -> CourseText:
    """The text, refused where it names a competency or a post that is not there."""
    text = read_course(definition)
    named = {one.code for one in text.competencies} | {one.competency for one in text.checklist if one.competency}
    known = set(Competency.objects.filter(code__in=named).values_list("code", flat=True))
    for code in sorted(named - known):
        raise NotValid("training.course_competency_unknown", code=code)
    posts = set(Post.objects.filter(code__in=text.posts).values_list("code", flat=True))
    for code in sorted(set(text.posts) - posts):
        raise NotValid("training.course_post_unknown", code=code)
    check_packages(one.media for one in text.lessons if one.kind == "scorm")
    return text


def read_text(text: str, *, file: str = "") -> dict[str, Any]:
    """A definition written as YAML; what cannot be read is refused with its line."""
    whole = parse_yaml(text, file=file)
    _check_parts(whole)
    try:
        found: dict[str, Any] = yaml.safe_load(text) or {}
    except (yaml.MarkedYAMLError, ValueError) as wrong:  # a tag nobody knows, a day no month has
        mark = getattr(wrong, "problem_mark", None)
        raise NotValid("yaml.broken", file=file, line=mark.line + 1 if mark else 1) from None
    return found


def _check_parts(whole: Part) -> None:
    """No key twice at any depth; what aliases would blow up, or what holds itself, is too large."""
    left, seen = [whole.mapping()], 0
    while left:
        for part in left.pop().values():
            seen += 1
            if seen > MOST_PARTS:
                raise NotValid("yaml.too_large", file=whole.file)
            left.append(_inside(part))


def _inside(part: Part) -> dict[str, Part]:
    if isinstance(part.node, yaml.MappingNode):
        return part.mapping()
    return {str(n): one for n, one in enumerate(part.items())} if part.is_list() else {}


def write_text(course: Course) -> str:
    return str(yaml.safe_dump(definition_of(course), allow_unicode=True, sort_keys=False, width=120))


def fill(course: Course, text: CourseText) -> None:
    """Sets the fields of a draft; its lessons are rows of their own."""
    plain = as_plain(text)
    for name in PLAIN:
        setattr(course, name, plain[name])
    course.title = decode(plain["title"])
    course.reaches = plain["competencies"]
    course.standard = decode(plain["standard"])
    course.kit = {name: decode(plain[name]) for name in KIT}
    course.quiz = decode(plain["quiz"])
    course.named = "".join(f" {one.code} " for one in text.competencies)
    course.words = "\n".join(
        [text.code, *_sides(text.title), *(side for one in text.standard.topics for side in _sides(one.title))]
    )


def lessons_of(text: CourseText) -> list[Lesson]:
    """Rows not yet of any course."""
    return [_lesson(place, one) for place, one in enumerate(as_plain(text)["lessons"], start=1)]


def definition_of(course: Course) -> dict[str, Any]:
    """The inverse of reading: written out, it reads as the same course."""
    plain = {name: getattr(course, name) for name in PLAIN} | {"hours": f"{course.hours.normalize():f}"}
    kit = {name: encode(course.kit.get(name, [])) for name in KIT}
    lessons = [_written(one) for one in course.lessons.order_by("order")]
    return {
        "code": course.code, "title": encode(course.title), **plain, "competencies": course.reaches,
        "standard": encode(course.standard), "lessons": lessons, **kit, "quiz": encode(course.quiz),
    }  # fmt: skip


def _sides(pair: Pair) -> tuple[str, str]:
    return pair.zh, pair.en


def _lesson(place: int, one: dict[str, Any]) -> Lesson:
    return Lesson(
        order=place, code=one["code"], kind=one["kind"], title=decode(one["title"]), minutes=one["minutes"],
        content={name: decode(one[name]) for name in CONTENT if one[name]}, asks=one["check"], media=one["media"],
        scenario=one["scenario"],
    )  # fmt: skip


def _written(one: Lesson) -> dict[str, Any]:
    return {
        "code": one.code, "kind": one.kind, "title": encode(one.title), "minutes": one.minutes, **encode(one.content),
        "check": one.asks, "media": one.media, "scenario": one.scenario,
    }  # fmt: skip

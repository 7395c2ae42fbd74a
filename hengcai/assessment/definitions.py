"""A questionnaire as text: what files, forms and programs hand in, and what they are given back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hengcai.assessment.models import Question, Questionnaire
from hengcai.assessment.rules.answering import check_questions
from hengcai.assessment.rules.kinds import KINDS, Asked, Condition
from hengcai.base.bilingual import Bilingual, encode
from hengcai.base.errors import NotValid
from hengcai.base.lengths import check_lengths

Definition = Mapping[str, Any]
LONGEST = 500
QUESTION_KEYS = {"id", "kind", "text", "hint", "options", "rows", "required", "competency", "show_if"}


@dataclass(frozen=True)
class Head:
    title: Bilingual
    intro: Bilingual


def read_head(definition: Definition) -> Head:
    title, intro = _text(definition.get("title")), _text(definition.get("intro"), most=2000)
    if not title:
        raise NotValid("assessment.title_missing")
    return Head(title, intro)


def read_questions(definition: Definition) -> list[Question]:
    """Rows not yet of any questionnaire; a draft may lack what publishing asks for, but nothing in it may be wrong."""
    given = definition.get("questions", [])
    if not isinstance(given, Sequence) or isinstance(given, str):
        raise NotValid("assessment.questions_unreadable")
    rows = [_question(one, place) for place, one in enumerate(given, start=1)]
    if rows and any(KINDS[one.kind].is_asked for one in rows):
        check_questions([asked_of(one) for one in rows])
    return rows


def asked_of(question: Question) -> Asked:
    condition = question.shows_if
    return Asked(
        code=question.code, kind=question.kind, options=_ids(question.options) if _has_options(question) else (),
        rows=_ids(question.rows), is_required=question.is_required,
        shows_if=Condition(condition["question"], tuple(condition["any"])) if condition else None,
    )  # fmt: skip


def definition_of(questionnaire: Questionnaire, questions: Sequence[Question]) -> dict[str, Any]:
    return {
        "id": questionnaire.code, "title": encode(questionnaire.title), "intro": encode(questionnaire.intro),
        "questions": [question_definition(one) for one in questions],
    }  # fmt: skip


def question_definition(one: Question) -> dict[str, Any]:
    return {
        "id": one.code, "kind": one.kind, "text": encode(one.text), "hint": encode(one.hint) or {}, "options": encode(one.options),
        "rows": encode(one.rows), "required": one.is_required, "competency": one.competency, "show_if": one.shows_if,
    }  # fmt: skip


def _question(given: Any, place: int) -> Question:
    if not isinstance(given, Mapping) or set(given) - QUESTION_KEYS:
        raise NotValid("assessment.questions_unreadable")
    code, kind = str(given.get("id", ""))[:20].strip() or f"q{place}", str(given.get("kind", ""))
    if kind not in KINDS:
        raise NotValid("assessment.kind_unknown", kind=kind[:20])
    text = _text(given.get("text"))
    if not text:
        raise NotValid("assessment.text_missing", question=code)
    return Question(
        order=place, code=code, kind=kind, text=text, hint=_text(given.get("hint")), options=_parts(given.get("options")),
        rows=_parts(given.get("rows"), with_competency=True), is_required=bool(given.get("required")),
        competency=str(given.get("competency") or "")[:60], shows_if=_condition(given.get("show_if")),
    )  # fmt: skip


def _parts(given: Any, *, with_competency: bool = False) -> list[dict[str, Any]]:
    if given is None:
        return []
    if not isinstance(given, Sequence) or isinstance(given, str) or not all(isinstance(one, Mapping) for one in given):
        raise NotValid("assessment.questions_unreadable")
    return [_part(one, with_competency=with_competency) for one in given]


def _part(one: Mapping[str, Any], *, with_competency: bool) -> dict[str, Any]:
    code, text = str(one.get("id", ""))[:20].strip(), _text(one.get("text"))
    if not code or "." in code or not text:
        raise NotValid("assessment.option_empty")
    more = {"competency": str(one.get("competency") or "")[:60]} if with_competency else {}
    return {"id": code, "text": text, **more}


def _condition(given: Any) -> dict[str, Any]:
    if not given:
        return {}
    if not isinstance(given, Mapping) or not isinstance(given.get("any"), Sequence) or isinstance(given["any"], str):
        raise NotValid("assessment.questions_unreadable")
    return {"question": str(given.get("question", "")), "any": [str(one) for one in given["any"]]}


def _text(given: Any, *, most: int = LONGEST) -> Bilingual:
    if given is None or given == "":
        return Bilingual()
    if isinstance(given, Bilingual):
        return given
    if not isinstance(given, Mapping) or set(given) - {"zh", "en"}:
        raise NotValid("assessment.questions_unreadable")
    sides = {name: str(given.get(name) or "").strip() for name in ("zh", "en")}
    check_lengths(*sides.values())
    if max(map(len, sides.values())) > most:
        raise NotValid("assessment.text_long", most=most)
    return Bilingual(**sides)


def _has_options(question: Question) -> bool:
    return KINDS[question.kind].has_options


def _ids(parts: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    return tuple(one["id"] for one in parts)

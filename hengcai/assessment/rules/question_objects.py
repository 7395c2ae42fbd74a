"""A question out of its JSON object, and back; what is wrong is told with the question and the way to the place."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hengcai.assessment.rules.question_checks import check_question
from hengcai.assessment.rules.questions import (
    CLOZE,
    KINDS,
    MATCHING,
    NUMERIC,
    SHUFFLED,
    TRUE_FALSE,
    WITH_ANSWERS,
    WITH_OPTIONS,
    Answer,
    Both,
    Gap,
    Match,
    Option,
    Question,
    Text,
)
from hengcai.assessment.rules.shares import near, number, written
from hengcai.base.errors import NotValid

Json = dict[str, Any]
KEYS = ("id", "kind", "language", "text", "options", "answers", "pairs", "distractors", "gaps", "guidance", "points",
        "competency", "level", "tags", "feedback", "shuffle")  # fmt: skip
LONGEST_TEXT, MOST_PARTS = 100_000, 1_000
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def question_of(found: object, **place: object) -> Question:
    """`place`: file and line, for what is refused to name. Keys nobody knows are passed over (`unknown_keys`)."""
    whole = Place(found, "", place)
    values = whole.mapping()
    whole = Place(found, "", {**place, "question": _shown(values.get("id"))})
    kind = whole.text("kind")
    if kind not in KINDS:
        raise whole.refuse("question.kind_unknown", value=kind, known=KINDS)
    question = Question(
        id=whole.text("id"),
        kind=kind,
        text=whole.told("text"),
        language=_language(whole),
        **_parts(whole, kind),
        points=whole.number("points", default="1"),
        competency=whole.text("competency", default=""),
        level=_level(whole),
        tags=tuple(one.as_text() for one in whole.items("tags")),
        feedback=whole.told("feedback"),
        shuffle=whole.truth("shuffle"),
    )
    try:
        check_question(question)
    except NotValid as refusal:
        raise NotValid(refusal.code, **{**place, **refusal.facts}) from None
    return question


def unknown_keys(found: Mapping[str, Any]) -> list[str]:
    return [str(name) for name in found if name not in KEYS]


@dataclass(frozen=True, slots=True)
class Place:
    """One value of an object, and the way there."""

    value: Any
    way: str
    facts: Mapping[str, object]

    def refuse(self, code: str, **facts: object) -> NotValid:
        return NotValid(code, **{"part": self.way or "{}", **self.facts, **facts})

    def mapping(self) -> Mapping[str, Any]:
        if not isinstance(self.value, Mapping):
            raise self.refuse("question.not_object")
        return self.value

    def at(self, name: str) -> "Place":
        return Place(self.mapping().get(name), f"{self.way}.{name}".lstrip("."), self.facts)

    def items(self, name: str) -> "list[Place]":
        inner = self.at(name)
        if inner.value is None:
            return []
        if not isinstance(inner.value, Sequence) or isinstance(inner.value, str):
            raise inner.refuse("question.not_list")
        if len(inner.value) > MOST_PARTS:
            raise inner.refuse("question.too_many", most=MOST_PARTS)
        return [Place(one, f"{inner.way}[{place}]", self.facts) for place, one in enumerate(inner.value, start=1)]

    def as_text(self) -> str:
        if not isinstance(self.value, str):
            raise self.refuse("question.not_text")
        return self._sound(self.value)

    def text(self, name: str, default: str | None = None) -> str:
        inner = self.at(name)
        if inner.value is None:
            if default is None:
                raise inner.refuse("question.missing")
            return default
        return inner.as_text()

    def told(self, name: str) -> Text:
        return self.at(name).as_told()

    def as_told(self) -> Text:
        """A text, or one in both languages; nothing is empty."""
        if self.value is None:
            return ""
        if not isinstance(self.value, Mapping):
            return self.as_text()
        if not self.value or set(self.value) - {"zh", "en"}:
            raise self.refuse("question.not_text")
        return Both(self.text("zh", default=""), self.text("en", default=""))

    def number(self, name: str, default: str | None = None) -> Fraction:
        inner = self.at(name)
        value = default if inner.value is None else inner.value
        if value is None:
            raise inner.refuse("question.missing")
        if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
            raise inner.refuse("question.number_wrong", value=_shown(value))
        try:
            return number(_shown(value))
        except NotValid:
            raise inner.refuse("question.number_wrong", value=_shown(value)) from None

    def truth(self, name: str) -> bool:
        inner = self.at(name)
        if inner.value is not None and not isinstance(inner.value, bool):
            raise inner.refuse("question.not_truth")
        return inner.value is not False

    def _sound(self, text: str) -> str:
        if len(text) > LONGEST_TEXT:
            raise self.refuse("question.text_long", found=len(text), most=LONGEST_TEXT)
        if "\0" in text or any("\ud800" <= sign <= "\udfff" for sign in text):
            raise self.refuse("question.sign_of_no_text")
        return text


def _parts(whole: Place, kind: str) -> dict[str, Any]:
    if kind in WITH_OPTIONS:
        return {"options": _options(whole)}
    if kind in WITH_ANSWERS:
        return {"answers": tuple(_answer(one, kind) for one in whole.items("answers"))}
    if kind == MATCHING:
        pairs = tuple(Match(one.told("left"), one.told("right")) for one in whole.items("pairs"))
        return {"pairs": pairs, "distractors": tuple(one.as_told() for one in whole.items("distractors"))}
    if kind == CLOZE:
        return {"gaps": tuple(_gap(one) for one in whole.items("gaps"))}
    return {"guidance": whole.told("guidance")}


def _options(inner: Place) -> tuple[Option, ...]:
    return tuple(
        Option(one.text("id"), one.told("text"), near(one.number("share")), one.told("feedback"))
        for one in inner.items("options")
    )


def _answer(one: Place, kind: str) -> Answer:
    one.mapping()
    share, feedback = near(one.number("share", default="1")), one.told("feedback")
    if kind == TRUE_FALSE and isinstance(one.value.get("value"), bool):
        return Answer("true" if one.value["value"] else "false", share, None, feedback)
    if kind == NUMERIC:
        return Answer(written(one.number("value")), share, one.number("tolerance", default="0"), feedback)
    if one.value.get("tolerance") is not None and kind == CLOZE:
        return Answer(written(one.number("value")), share, one.number("tolerance"), feedback)
    return Answer(one.told("value"), share, None, feedback)


def _gap(one: Place) -> Gap:
    return Gap(one.text("id"), _options(one), tuple(_answer(answer, CLOZE) for answer in one.items("answers")))


def _language(whole: Place) -> str:
    found = whole.text("language", default="")
    if found and not _LANGUAGE.fullmatch(found):
        raise whole.at("language").refuse("question.language_wrong", value=found)
    return found


def _level(whole: Place) -> int | None:
    found = whole.at("level").value
    if found is None:
        return None
    if isinstance(found, bool) or str(found) not in ("1", "2", "3"):
        raise whole.at("level").refuse("question.level_wrong", value=_shown(found))
    return int(found)


def _shown(value: object) -> str:
    """A whole number of thousands of digits is not even turned into text."""
    text = str(value) if not isinstance(value, int) or abs(value) < 10**60 else "…"
    return text[:80]


def object_of(question: Question) -> Json:
    """What `question_of` reads again; nothing that is empty is written."""
    found: Json = {"id": question.id, "kind": question.kind}
    _put(found, "language", question.language)
    _put(found, "text", _told(question.text))
    _put(found, "options", [_option_object(one) for one in question.options])
    _put(found, "answers", [_answer_object(one) for one in question.answers])
    _put(found, "pairs", [{"left": _told(one.left), "right": _told(one.right)} for one in question.pairs])
    _put(found, "distractors", [_told(one) for one in question.distractors])
    _put(found, "gaps", [gap_object(one) for one in question.gaps])
    _put(found, "guidance", _told(question.guidance))
    found["points"] = written(question.points)
    _put(found, "competency", question.competency)
    _put(found, "level", question.level)
    _put(found, "tags", list(question.tags))
    _put(found, "feedback", _told(question.feedback))
    if question.kind in SHUFFLED:
        found["shuffle"] = question.shuffle
    return found


def _option_object(one: Option) -> Json:
    found = {"id": one.id, "text": _told(one.text), "share": written(one.share)}
    return _put(found, "feedback", _told(one.feedback))


def _answer_object(one: Answer) -> Json:
    found = {"value": _told(one.value)}
    if one.tolerance is not None:
        found["tolerance"] = written(one.tolerance)
    found["share"] = written(one.share)
    return _put(found, "feedback", _told(one.feedback))


def gap_object(one: Gap) -> Json:
    found: Json = {"id": one.id}
    _put(found, "options", [_option_object(option) for option in one.options])
    return _put(found, "answers", [_answer_object(answer) for answer in one.answers])


def _put(found: Json, name: str, value: Any) -> Json:
    if value or value == 0:
        found[name] = value
    return found


def _told(text: Text) -> Any:
    return {"zh": text.zh, "en": text.en} if isinstance(text, Both) else text

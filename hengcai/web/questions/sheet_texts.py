"""Between the editor's flat fields and a question's object."""

from typing import Any

from hengcai.assessment.rules.questions import (
    CLOZE,
    ESSAY,
    MATCHING,
    NUMERIC,
    SHORT,
    SHUFFLED,
    TRUE_FALSE,
    WITH_OPTIONS,
)
from hengcai.web.questions.shares import settled, typed
from hengcai.web.questions.sheet import LETTERS, Flat, count_of

SIDES = ("zh", "en")
TRUTHS = (("t0", "true"), ("t1", "false"))
Json = dict[str, Any]


def content_of(flat: Flat, kind: str, code: str) -> Json:
    """The object that was typed; what is wrong with it is for the domain to say."""
    found: Json = {
        "id": code, "kind": kind, "text": _told(flat, "text"), **_parts(flat, kind), "points": _get(flat, "points") or "1",
        "competency": _get(flat, "competency"), "level": _level(flat), "tags": _tags(flat), "feedback": _told(flat, "feedback"),
    }  # fmt: skip
    if kind in SHUFFLED:
        found["shuffle"] = bool(flat.get("shuffle"))
    return _in_its_languages(_without_empty(found), _get(flat, "language"))


def _get(flat: Flat, name: str) -> str:
    return str(flat.get(name, "")).replace("\r\n", "\n").strip()


def _told(flat: Flat, name: str) -> dict[str, str]:
    return {side: _get(flat, f"{name}_{side}") for side in SIDES}


def _sides(flat: Flat, one: str, name: str = "") -> dict[str, str]:
    return {side: _get(flat, f"{one}-{name}{side}") for side in SIDES}


def _level(flat: Flat) -> int | None:
    level = _get(flat, "level")
    return int(level) if level in ("1", "2", "3") else None


def _tags(flat: Flat) -> list[str]:
    typed_tags = _get(flat, "tags").replace("，", ",").replace("、", ",").split(",")
    return list(dict.fromkeys(tag for one in typed_tags if (tag := one.strip())))


def _parts(flat: Flat, kind: str) -> Json:
    if kind in WITH_OPTIONS:
        return {"options": _options(flat, "o")}
    if kind == TRUE_FALSE:
        return {"answers": [{"value": value, **_counts(flat, one)} for one, value in TRUTHS]}
    if kind in (NUMERIC, SHORT):
        return {"answers": _answers(flat, "a", is_number=kind == NUMERIC)}
    if kind == MATCHING:
        return {"pairs": _pairs(flat), "distractors": [one for one in _all(flat, "d") if any(one.values())]}
    if kind == CLOZE:
        return {"gaps": _gaps(flat)}
    return {"guidance": _told(flat, "guidance")} if kind == ESSAY else {}


def _counts(flat: Flat, one: str) -> Json:
    return {"share": _get(flat, f"{one}-share") or "0", "feedback": _sides(flat, one, "f")}


def _all(flat: Flat, prefix: str) -> list[dict[str, str]]:
    return [_sides(flat, f"{prefix}{place}") for place in range(count_of(flat, prefix, 0))]


def _options(flat: Flat, prefix: str) -> list[Json]:
    names = [f"{prefix}{place}" for place in range(count_of(flat, prefix, 0))]
    kept = [one for one in names if any(_sides(flat, one).values())]
    shares = settled([_get(flat, f"{one}-share") for one in kept])
    ids = _ids([_get(flat, f"{one}-id") for one in kept])
    return [
        {"id": code, "text": _sides(flat, one), "share": share, "feedback": _sides(flat, one, "f")}
        for one, share, code in zip(kept, shares, ids, strict=True)
    ]


def _ids(known: list[str]) -> list[str]:
    """Options that are new get the next letters nobody has."""
    free = (one for one in (*LETTERS, *(f"{a}{b}" for a in LETTERS for b in LETTERS)) if one not in known)
    return [one or next(free) for one in known]


def _answers(flat: Flat, prefix: str, *, is_number: bool) -> list[Json]:
    found = []
    for place in range(count_of(flat, prefix, 0)):
        one = f"{prefix}{place}"
        value, tolerance = _sides(flat, one), _get(flat, f"{one}-tolerance")
        if not any(value.values()):
            continue
        row: Json = {"value": value["zh"] if is_number or tolerance else value, **_counts(flat, one)}
        if is_number or tolerance:
            row["tolerance"] = tolerance or "0"
        found.append(row)
    return found


def _pairs(flat: Flat) -> list[Json]:
    found = []
    for place in range(count_of(flat, "p", 0)):
        left, right = _sides(flat, f"p{place}", "l"), _sides(flat, f"p{place}", "r")
        if any(left.values()) or any(right.values()):
            found.append({"left": left, "right": right})
    return found


def _gaps(flat: Flat) -> list[Json]:
    found = []
    for place in range(count_of(flat, "g", 0)):
        one = f"g{place}"
        by = "options" if _get(flat, f"{one}-by") == "options" else "answers"
        rows = _options(flat, f"{one}r") if by == "options" else _answers(flat, f"{one}r", is_number=False)
        if rows:
            found.append({"id": _get(flat, f"{one}-id"), by: rows})
    return found


def _in_its_languages(content: Json, language: str) -> Json:
    """Texts of one language alone are plain, and the question says which it is."""
    used = {side for text in _texts(content) for side in SIDES if text[side]}
    if used == set(SIDES) or not used:
        return content
    (side,) = used
    own = language if language and language not in SIDES else side
    return {**_plain(content, side), "language": own}


def _without_empty(value: Any) -> Any:
    """A text left empty in both languages is none."""
    if isinstance(value, dict):
        is_text = set(value) == set(SIDES)
        return "" if is_text and not any(value.values()) else {name: _without_empty(one) for name, one in value.items()}
    return [_without_empty(one) for one in value] if isinstance(value, list) else value


def _texts(value: Any) -> list[dict[str, str]]:
    if isinstance(value, dict):
        if set(value) == set(SIDES):
            return [value]
        return [text for one in value.values() for text in _texts(one)]
    return [text for one in value for text in _texts(one)] if isinstance(value, list) else []


def _plain(value: Any, side: str) -> Any:
    if isinstance(value, dict):
        return value[side] if set(value) == set(SIDES) else {name: _plain(one, side) for name, one in value.items()}
    return [_plain(one, side) for one in value] if isinstance(value, list) else value


def flat_of(content: Json, **more: Any) -> dict[str, str]:
    """The fields of a question that is in the bank."""
    reader = _Reader("en" if str(content.get("language", "")).startswith("en") else "zh")
    flat = {
        **reader.under("text", content.get("text")), **reader.under("feedback", content.get("feedback")),
        **reader.under("guidance", content.get("guidance")), "language": str(content.get("language", "")),
        "points": str(content.get("points", "1")), "competency": str(content.get("competency", "")),
        "level": str(content.get("level") or ""), "tags": ", ".join(content.get("tags", [])),
        "shuffle": "yes" if content.get("shuffle", True) else "", **reader.options(content.get("options", []), "o", content["kind"]),
    }  # fmt: skip
    flat |= reader.truths(content) if content["kind"] == TRUE_FALSE else reader.answers(content.get("answers", []), "a")
    for place, one in enumerate(content.get("pairs", [])):
        flat |= reader.sides(f"p{place}", one["left"], "l") | reader.sides(f"p{place}", one["right"], "r")
    for place, one in enumerate(content.get("distractors", [])):
        flat |= reader.sides(f"d{place}", one)
    for place, one in enumerate(content.get("gaps", [])):
        flat |= reader.gap(one, f"g{place}")
    return {**flat, **{name: str(value) for name, value in more.items()}}


class _Reader:
    """A plain text goes to the side of its question's language."""

    def __init__(self, side: str) -> None:
        self.side = side

    def pair(self, text: Any) -> dict[str, str]:
        if isinstance(text, dict):
            return {side: text.get(side, "") for side in SIDES}
        return {**dict.fromkeys(SIDES, ""), self.side: str(text or "")}

    def under(self, name: str, text: Any) -> dict[str, str]:
        return {f"{name}_{side}": one for side, one in self.pair(text).items()}

    def sides(self, one: str, text: Any, name: str = "") -> dict[str, str]:
        return {f"{one}-{name}{side}": said for side, said in self.pair(text).items()}

    def options(self, options: list[Json], prefix: str, kind: str = "") -> dict[str, str]:
        shares = [str(one["share"]) for one in options]
        shares = typed(shares) if kind == "multiple" else shares
        flat: dict[str, str] = {}
        for place, (one, share) in enumerate(zip(options, shares, strict=True)):
            name = f"{prefix}{place}"
            flat |= {f"{name}-id": one["id"], f"{name}-share": share, **self.sides(name, one["text"])}
            flat |= self.sides(name, one.get("feedback"), "f")
        return flat

    def answers(self, answers: list[Json], prefix: str) -> dict[str, str]:
        flat: dict[str, str] = {}
        for place, one in enumerate(answers):
            name = f"{prefix}{place}"
            value = {"zh": one["value"], "en": ""} if one.get("tolerance") is not None else one["value"]
            flat |= {
                f"{name}-share": str(one["share"]),
                **self.sides(name, value),
                **self.sides(name, one.get("feedback"), "f"),
            }
            flat |= {f"{name}-tolerance": str(one["tolerance"])} if one.get("tolerance") is not None else {}
        return flat

    def truths(self, content: Json) -> dict[str, str]:
        known = {one["value"]: one for one in content.get("answers", [])}
        flat: dict[str, str] = {}
        for name, value in TRUTHS:
            one = known.get(value, {})
            flat |= {f"{name}-share": str(one.get("share", "0")), **self.sides(name, one.get("feedback"), "f")}
        return flat

    def gap(self, one: Json, name: str) -> dict[str, str]:
        by = "options" if one.get("options") else "answers"
        rows = (
            self.options(one["options"], f"{name}r")
            if by == "options"
            else self.answers(one.get("answers", []), f"{name}r")
        )
        return {f"{name}-id": one["id"], f"{name}-by": by, **rows}

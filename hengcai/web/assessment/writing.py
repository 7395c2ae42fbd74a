"""Between the form of one question and its definition: a line of text is an option, a row, a label."""

from hengcai.assessment.rules.kinds import KINDS
from hengcai.base.bilingual import Bilingual

LETTERS = "abcdefghijklmnopqrstuvwxyz"
SPLIT = "="


def question_posted(chosen, code):
    """The codes of options and rows are told by their place; what hangs on them is chosen anew with them."""
    kind = KINDS[chosen["kind"]]
    return {
        "id": code, "kind": chosen["kind"], "text": _both(chosen, "text"), "hint": _both(chosen, "hint"),
        "required": chosen["required"] and kind.is_asked, "competency": chosen["competency"],
        "options": _options(chosen, kind), "rows": _rows(chosen) if kind.has_rows else [], "show_if": _branch(chosen["shows_if"]),
    }  # fmt: skip


def initial_of(one, edit_count):
    if one is None:
        return {"kind": "scale", "edit_count": edit_count}
    options, rows = _lined(one), one.rows
    return {
        "kind": one.kind, "text_zh": one.text.zh, "text_en": one.text.en, "hint_zh": _side(one.hint, "zh"),
        "hint_en": _side(one.hint, "en"), "options_zh": _text(options, "zh"), "options_en": _text(options, "en"),
        "rows_zh": _text([row["text"] for row in rows], "zh"), "rows_en": _text([row["text"] for row in rows], "en"),
        "row_competencies": "\n".join(row.get("competency", "") for row in rows), "competency": one.competency,
        "required": one.is_required, "edit_count": edit_count,
        "shows_if": [f"{one.shows_if['question']}{SPLIT}{value}" for value in one.shows_if.get("any", ())],
    }  # fmt: skip


def branches_before(questions):
    """Every answer of the questions above by which this one may be shown."""
    rows = []
    for one in questions:
        kind = KINDS[one.kind]
        if not kind.may_lead:
            continue
        labels = {part["id"]: part["text"] for part in one.options}
        for value in kind.mean_over or tuple(labels):
            words = f"{one.code} {str(one.text)[:30]} → {labels.get(value) or value}"
            rows.append((f"{one.code}{SPLIT}{value}", words))
    return rows


def _branch(chosen):
    """Of several questions the first named counts; the rest is refused as not its answers."""
    if not chosen:
        return {}
    question = chosen[0].split(SPLIT)[0]
    return {
        "question": question,
        "any": [one.partition(SPLIT)[2] if one.split(SPLIT)[0] == question else one for one in chosen],
    }


def _both(chosen, name):
    return {"zh": chosen[f"{name}_zh"].strip(), "en": chosen[f"{name}_en"].strip()}


def _options(chosen, kind):
    lines = _lines(chosen, "options")
    if kind.has_labels:
        points = kind.mean_over
        return [{"id": code, "text": text} for code, text in zip(points, lines, strict=False) if any(text.values())]
    if not kind.has_options:
        return []
    written = [text for text in lines if any(text.values())]
    return [{"id": LETTERS[place % 26] * (1 + place // 26), "text": text} for place, text in enumerate(written)]


def _rows(chosen):
    competencies = chosen["row_competencies"].splitlines()
    lines = _lines(chosen, "rows")
    return [
        {
            "id": f"r{place}",
            "text": text,
            "competency": competencies[place - 1].strip() if place <= len(competencies) else "",
        }
        for place, text in enumerate(lines, start=1)
        if any(text.values())
    ]


def _lines(chosen, name):
    zh, en = (chosen[f"{name}_{tongue}"].splitlines() for tongue in ("zh", "en"))
    return [
        {"zh": zh[place].strip() if place < len(zh) else "", "en": en[place].strip() if place < len(en) else ""}
        for place in range(max(len(zh), len(en)))
    ]


def _lined(one):
    """Labels stand on the line of their point."""
    kind, labels = KINDS[one.kind], {part["id"]: part["text"] for part in one.options}
    if not kind.has_labels:
        return list(labels.values())
    return [labels.get(code, Bilingual()) for code in kind.mean_over]


def _text(parts, tongue):
    return "\n".join(_side(part, tongue) for part in parts).rstrip("\n")


def _side(text, tongue):
    return getattr(text, tongue, "")

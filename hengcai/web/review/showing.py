"""What a card's answer page lays out: which answer is right, and what the question says of the one given."""

from fractions import Fraction

from hengcai.base.bilingual import Bilingual, decode
from hengcai.web.assessment.asking import Put

__all__ = ["Put", "right_of", "told_of"]


def right_of(question, language):
    """The answers that earn points, as they are read; empty where only people can tell (essay)."""
    given = decode(question)
    if given.get("options"):
        return [_read(one["text"], language) for one in given["options"] if Fraction(one["share"]) > 0]
    if given.get("pairs"):
        return [f"{_read(one['left'], language)} → {_read(one['right'], language)}" for one in given["pairs"]]
    if given.get("gaps"):
        return [f"{one['id']}: {_gap(one, language)}" for one in given["gaps"]]
    full = [_read(one["value"], language) for one in given.get("answers", []) if Fraction(one.get("share", "1")) == 1]
    return full[:1]


def told_of(question, response, language):
    """Feedback on what was chosen, then on the question as a whole."""
    given, chosen = decode(question), response.split(";")
    texts = [one.get("feedback") for one in given.get("options", []) if one["id"] in chosen]
    return [_read(text, language) for text in [*texts, given.get("feedback")] if text]


def _gap(gap, language):
    rows = gap.get("options") or gap.get("answers") or []
    best = max(rows, key=lambda one: Fraction(one.get("share", "1")), default=None)
    return "" if best is None else _read(best.get("text", best.get("value")), language)


def _read(text, language):
    return text.read(language) if isinstance(text, Bilingual) else str(text)

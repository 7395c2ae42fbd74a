"""Marks by the shortest reading of the rules, to hold the real ones against; for responses without `;` and `=` inside."""

import re
import unicodedata
from fractions import Fraction


def fold(text):
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold()).strip()


def wild(given, pattern):
    shape = re.escape(fold(pattern)).replace(r"\\\*", "\0").replace(r"\*", "(?s:.*)").replace("\0", r"\*")
    return re.fullmatch(shape, fold(given)) is not None


def mark(question, response):
    """`question` as a JSON object of one language."""
    kind, given = question["kind"], (response or "").strip()
    if kind == "essay":
        return None
    if not given:
        return Fraction(0)
    return globals()[f"_{kind}"](question, given)


def _share(one):
    return Fraction(one["share"])


def _single(question, given):
    return sum(_share(one) for one in question["options"] if one["id"] == given) + Fraction(0)


def _multiple(question, given):
    total = sum(_share(one) for one in question["options"] if one["id"] in given.split(";"))
    return Fraction(1) if abs(total - 1) <= Fraction(1, 100000) else max(Fraction(0), min(Fraction(1), Fraction(total)))


def _first(answers, fits):
    return next((_share(one) for one in answers if fits(one)), Fraction(0))


def _true_false(question, given):
    return _first(question["answers"], lambda one: one["value"] == given)


def _short(question, given):
    return _first(question["answers"], lambda one: wild(given, one["value"]))


def _numeric(question, given):
    def fits(one):
        return abs(Fraction(given) - Fraction(one["value"])) <= Fraction(one["tolerance"])

    return _first(question["answers"], fits)


def _matching(question, given):
    said = dict(one.split("=") for one in given.split(";"))
    return Fraction(sum(said.get(one["left"]) == one["right"] for one in question["pairs"]), len(question["pairs"]))


def _cloze(question, given):
    said = dict(one.split("=") for one in given.split(";"))
    total = Fraction(0)
    for gap in question["gaps"]:
        value = said.get(gap["id"], "")
        total += _single(gap, value) if gap.get("options") else _short(gap, value) if value.strip() else 0
    return total / len(question["gaps"])

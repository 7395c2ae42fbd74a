"""Free texts as they are shown: customers' data and colleagues' names covered, in an order that says nothing."""

import random
import re
from collections.abc import Callable, Sequence

from hengcai.assessment.models import Question, Survey
from hengcai.assessment.rules.kinds import KINDS
from hengcai.assessment.rules.veil import THRESHOLD
from hengcai.base.masking.text import mask
from hengcai.people.models import Person

COVER = "*"
SHORTEST_NAME, SHORTEST_NUMBER = 2, 4


def masked_texts(survey: Survey, questions: Sequence[Question]) -> dict[str, list[str]]:
    """Question → what was written; nothing where fewer than the threshold wrote something. Each question is shuffled for
    itself, so that two texts of one person do not stand at one place; the same way each time, so that no reading tells
    more than another."""
    codes = [one.code for one in questions if KINDS[one.kind].is_text]
    found: dict[str, list[str]] = {code: [] for code in codes}
    for answers in survey.sheets.order_by("pk").values_list("answers", flat=True):
        for code in codes:
            if code in answers:
                found[code].append(answers[code])
    cover = _names_covered()
    shown = {code: some if len(some) >= THRESHOLD else [] for code, some in found.items()}
    return {code: _shuffled([cover(mask(one)) for one in sorted(some)], code) for code, some in shown.items()}


def _shuffled(texts: list[str], code: str) -> list[str]:
    dice = random.Random(code)  # noqa: S311 - an order, no secret
    dice.shuffle(texts)
    return texts


def _names_covered() -> Callable[[str], str]:
    """Covers names and numbers of the centre's own people; short numbers are no names."""
    words: set[str] = set()
    for name, number in Person.objects.values_list("name", "number"):
        words |= {name} if len(name) >= SHORTEST_NAME else set()
        words |= {number} if len(number) >= SHORTEST_NUMBER else set()
    if not words:
        return str
    parts = sorted((_part(word) for word in words), key=len, reverse=True)
    pattern = re.compile("|".join(parts))
    return lambda text: pattern.sub(lambda found: COVER * len(found.group()), text)


def _part(word: str) -> str:
    """Letters and digits count as a name only where they stand alone."""
    return rf"(?<![A-Za-z0-9]){re.escape(word)}(?![A-Za-z0-9])" if word.isascii() else re.escape(word)

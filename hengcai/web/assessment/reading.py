"""What the pages of a questionnaire read from a form, and what they lay out."""

from dataclasses import dataclass
from typing import Any

from hengcai.assessment.definitions import asked_of
from hengcai.assessment.rules import answering
from hengcai.assessment.rules.kinds import FIVE, KINDS, TEN
from hengcai.base.errors import NotValid


def answers_posted(questions, post):
    """Each question's value as its kind takes it; nothing where nothing was chosen or typed."""
    found = {}
    for one in questions:
        value = _posted(one, post)
        if value:
            found[one.code] = value
    return found


def _posted(one, post):
    kind, name = KINDS[one.kind], f"a-{one.code}"
    if not kind.is_asked:
        return None
    if kind.has_rows:
        rows = {row["id"]: post.get(f"{name}-{row['id']}", "") for row in one.rows}
        return {key: value for key, value in rows.items() if value}
    return post.getlist(name) if one.kind == "multiple" else post.get(name, "")


def hidden_fields(questions, answers, *, but):
    """Everything answered on other screens travels along, so that nothing lies on the server before it is sent."""
    rows = []
    for one in questions:
        value = answers.get(one.code)
        if value is None or one.code == but:
            continue
        if isinstance(value, dict):
            rows += [(f"a-{one.code}-{row}", part) for row, part in value.items()]
        else:
            rows += [(f"a-{one.code}", part) for part in ([value] if isinstance(value, str) else value)]
    return rows


@dataclass(frozen=True)
class Point:
    """One thing to choose: its value, its words, whether it is chosen."""

    value: str
    text: Any
    is_chosen: bool


@dataclass(frozen=True)
class Screen:
    """One question as somebody meets it."""

    question: Any
    section: Any
    value: Any
    place: int
    total: int

    @property
    def points(self):
        return points_of(self.question, self.value)

    @property
    def rows(self):
        value = self.value or {}
        return [(row, points_of(self.question, value.get(row["id"], ""))) for row in self.question.rows]

    @property
    def ends(self):
        """The words at both ends of a row of points."""
        labels = {one["id"]: one["text"] for one in self.question.options}
        points = TEN if self.question.kind == "ten" else FIVE
        return labels.get(points[0], ""), labels.get(points[-1], "")

    @property
    def percent(self):
        return round(100 * self.place / max(self.total, 1))


def points_of(question, value):
    kind = KINDS[question.kind]
    labels = {one["id"]: one["text"] for one in question.options}
    codes = kind.mean_over or tuple(labels)
    chosen = [value] if isinstance(value, str) else list(value or ())
    return [Point(code, labels.get(code, ""), code in chosen) for code in codes]


class Walk:
    """Somebody's way through a questionnaire with what they have answered so far."""

    def __init__(self, questions, answers):
        self.questions, self.answers = questions, answers
        self.asked = {one.code: asked_of(one) for one in questions}
        read = {code: value for code, value in answers.items() if self._reads(code)}
        met = {one.code for one in answering.shown(list(self.asked.values()), read)}
        self.met = [one for one in questions if one.code in met]
        self.screens = [one for one in self.met if KINDS[one.kind].is_asked]

    def _reads(self, code):
        try:
            return KINDS[self.asked[code].kind].read(self.asked[code], self.answers[code]) is not None
        except NotValid:
            return False

    def place_of(self, code):
        """The screen of this question; the first where there is none of it."""
        return next((place for place, one in enumerate(self.screens) if one.code == code), 0)

    def screen(self, place):
        question = self.screens[place]
        return Screen(question, self._section(question), self.answers.get(question.code), place + 1, len(self.screens))

    def check(self, place):
        """Refused while what is on this screen is missing or wrong."""
        asked = self.asked[self.screens[place].code]
        value = KINDS[asked.kind].read(asked, self.answers.get(asked.code))
        answering.check_answered(asked, value)

    def first_wrong(self, code):
        return self.place_of(code)

    def _section(self, question):
        """The heading that stands directly above."""
        before = None
        for one in self.met:
            if one.code == question.code:
                return before
            before = one if not KINDS[one.kind].is_asked else None
        return None

    @property
    def n_answered(self):
        return sum(1 for one in self.screens if self.answers.get(one.code))

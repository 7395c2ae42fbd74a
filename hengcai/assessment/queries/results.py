"""What came of a closed survey, with its veil over it: the same for page, program, file and print."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from hengcai.assessment import permissions
from hengcai.assessment.keeping import BREAKDOWNS, answered_by_part
from hengcai.assessment.masked import masked_texts
from hengcai.assessment.models import Invitee, Question, Survey, Tally
from hengcai.assessment.rules.kinds import KINDS
from hengcai.assessment.rules.question_veil import hidden_in_question
from hengcai.assessment.rules.tally import ANSWERED, Told, told
from hengcai.assessment.rules.veil import THRESHOLD
from hengcai.base.errors import NotNow
from hengcai.base.permissions import Doer
from hengcai.base.roles import LEAD
from hengcai.framework.models import Post
from hengcai.people.models import Team
from hengcai.people.queries.seen import teams_seen_by


@dataclass(frozen=True)
class Group:
    """`told` is None where it stays hidden."""

    code: str
    name: Any
    told: Told | None


@dataclass(frozen=True)
class Line:
    """A question, or one row of a grid. `all` is None where too few answered it to show anything."""

    key: str
    question: Question
    row: Mapping[str, Any] | None
    values: tuple[str, ...]
    all: Told | None
    groups: Mapping[str, Sequence[Group]] = field(default_factory=dict)
    texts: Sequence[str] = ()

    @property
    def text(self) -> Any:
        return self.row["text"] if self.row else self.question.text

    @property
    def competency(self) -> str:
        return (self.row or {}).get("competency") or self.question.competency

    def label(self, value: str) -> Any:
        return next((one["text"] for one in self.question.options if one["id"] == value), value)


@dataclass(frozen=True)
class Results:
    survey: Survey
    n_asked: int
    n_answered: int
    lines: Sequence[Line]
    threshold: int = THRESHOLD

    @property
    def is_shown(self) -> bool:
        return self.n_answered >= self.threshold


def results_of(survey: Survey, user: Doer) -> Results:
    """Of an open survey nothing: what stands there before and after one more answer would be that answer."""
    permissions.SEE_RESULTS.enter(survey, user)
    if survey.state != Survey.State.CLOSED:
        raise NotNow("assessment.not_closed")
    return Reading(survey, breakdowns_for(survey, user), with_texts=not is_lead_only(user)).results()


def is_lead_only(user: Doer) -> bool:
    return LEAD in user.roles and not user.roles & set(permissions.READERS)


def breakdowns_for(survey: Survey, user: Doer) -> dict[str, set[str] | None]:
    """Breakdown → the groups shown; None: all of them. Whoever leads sees their own teams beside the whole."""
    if is_lead_only(user):
        return {Tally.By.TEAM: {str(pk) for pk in teams_seen_by(user).values_list("pk", flat=True)}}
    return dict.fromkeys((Tally.By.TEAM, Tally.By.POST, Tally.By.TENURE))


Known = tuple[tuple[tuple[str, int], ...], ...]


class Reading:
    """One reading of a survey's counts."""

    def __init__(self, survey: Survey, breakdowns: Mapping[str, set[str] | None], *, with_texts: bool) -> None:
        self.survey, self.breakdowns, self.with_texts = survey, breakdowns, with_texts
        self.tallies: dict[str, dict[str, Tally]] = {}
        for one in survey.tallies.all():
            self.tallies.setdefault(one.by, {})[one.group] = one
        self.names: dict[str, dict[str, Any]] = {Tally.By.TEAM: _names(Team), Tally.By.POST: _names(Post)}
        self.asked = {by: set(self.tallies.get(by, {})) for by in breakdowns}
        self.atoms = answered_by_part(survey) if breakdowns else {}
        self.veiled: dict[Known, dict[str, set[str]]] = {}

    def results(self) -> Results:
        whole = self.tallies.get(Tally.By.ALL, {}).get("")
        n_answered = whole.n if whole else 0
        n_asked = Invitee.objects.filter(survey=self.survey).count()
        lines = list(self._lines()) if n_answered >= THRESHOLD else []
        return Results(self.survey, n_asked, n_answered, lines)

    def _lines(self) -> Iterator[Line]:
        questions = list(self.survey.questionnaire.questions.order_by("order"))
        texts = masked_texts(self.survey, questions) if self.with_texts else {}
        for question in questions:
            kind = KINDS[question.kind]
            if kind.has_rows:
                for row in question.rows:
                    yield self._line(f"{question.code}.{row['id']}", question, row)
            elif kind.is_text:
                yield Line(question.code, question, None, (), None, texts=texts.get(question.code, ()))
            elif kind.is_asked:
                yield self._line(question.code, question, None)

    def _line(self, key: str, question: Question, row: Mapping[str, Any] | None) -> Line:
        kind = KINDS[question.kind]
        values = kind.mean_over or tuple(one["id"] for one in question.options)
        whole = self._told(Tally.By.ALL, "", key, kind.mean_over)
        groups = {by: self._groups(by, key, kind.mean_over) for by in self.breakdowns}
        return Line(key, question, row, values, whole if whole.n >= THRESHOLD else None, groups)

    def _groups(self, by: str, key: str, over: Sequence[str]) -> list[Group]:
        """Hidden: what the survey hides, and what this question's own numbers ask to be hidden besides."""
        hidden = self._hidden_in(key)[by]
        wanted = self.breakdowns[by]
        some = [group for group in self.tallies.get(by, {}) if wanted is None or group in wanted]
        rows = [
            Group(one, self._name(by, one), None if one in hidden else self._told(by, one, key, over)) for one in some
        ]
        return sorted(rows, key=lambda one: str(one.name))

    def _hidden_in(self, key: str) -> dict[str, set[str]]:
        """Once for all questions that the same people could be worked out of, whichever breakdowns the reader sees."""
        sizes = [
            {group: one.counts.get(key, {}).get(ANSWERED, 0) for group, one in self.tallies.get(by, {}).items()}
            for by in BREAKDOWNS
        ]
        known = tuple(tuple(sorted(one.items())) for one in sizes)
        if known not in self.veiled:
            fixed = [set(self.survey.hidden.get(by, ())) for by in BREAKDOWNS]
            hidden = hidden_in_question(self.atoms, sizes, fixed)
            self.veiled[known] = dict(zip(BREAKDOWNS, hidden, strict=True))
        return self.veiled[known]

    def _told(self, by: str, group: str, key: str, over: Sequence[str]) -> Told:
        found = self.tallies.get(by, {}).get(group)
        return told(found.counts.get(key, {}) if found else {}, over)

    def _name(self, by: str, group: str) -> Any:
        return self.names[by].get(group, "") if by in self.names else group


def _names(model: Any) -> dict[str, Any]:
    return {str(one.pk): one.name for one in model.objects.all()}

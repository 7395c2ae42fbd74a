"""A policy's articles in words: the formal text that is discussed, decided on, announced and signed for."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from hengcai.appraisal.models import Policy
from hengcai.appraisal.papers import policy_month, policy_skill, policy_terms
from hengcai.appraisal.papers.policy import MONTH_PLACES, result_told
from hengcai.appraisal.parsing import parsed
from hengcai.appraisal.rules.articles import CHAPTERS, Article, articles_of
from hengcai.appraisal.rules.policy import MonthPolicy, SkillPolicy
from hengcai.paper.telling import Teller

_DIGITS = "零一二三四五六七八九"


@dataclass(frozen=True)
class ToldArticle:
    """`name` is its heading without its number, `heading` with it."""

    key: str
    chapter: str
    number: int
    name: str
    heading: str
    sentences: Sequence[str]


@dataclass(frozen=True)
class ToldChapter:
    heading: str
    articles: Sequence[ToldArticle]


def chapters_told(policy: Policy, names: Mapping[str, str], tell: Teller) -> list[ToldChapter]:
    """`names`: what groups and indicators are called in this language."""
    told = articles_told(policy, names, tell)
    found = []
    for number, chapter in enumerate(CHAPTERS, start=1):
        name = tell.say(f"policy_chapter.{chapter}")
        heading = tell.say("policy_rules.chapter", number=_ordinal(number, tell), name=name)
        found.append(ToldChapter(heading, [one for one in told if one.chapter == chapter]))
    return found


def articles_told(policy: Policy, names: Mapping[str, str], tell: Teller) -> list[ToldArticle]:
    teller = _Articles(policy, parsed(policy), names, tell)
    return [teller.told(one) for one in articles_of(teller.says)]


def han(number: int) -> str:
    """1–99 as articles are numbered."""
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")


def _ordinal(number: int, tell: Teller) -> str:
    return han(number) if tell.tongue == "zh" else str(number)


@dataclass(frozen=True)
class _Articles:
    policy: Policy
    says: SkillPolicy | MonthPolicy
    names: Mapping[str, str]
    tell: Teller

    def told(self, one: Article) -> ToldArticle:
        stem, _dot, rest = one.key.partition(".")
        name = self._name(stem, rest, one.key)
        number = _ordinal(one.number, self.tell)
        heading = self.tell.say("policy_rules.article", number=number, name=name)
        sentences = list(self._sentences(stem, rest))
        return ToldArticle(one.key, one.chapter, one.number, name, heading, sentences)

    def _name(self, stem: str, rest: str, key: str) -> str:
        if stem == "sources":
            return self.tell.called("appraisal.source", rest)
        if stem == "rules":
            return str(self.names.get(rest, rest))
        return self.tell.say(f"policy_article.{key}")

    def _sentences(self, stem: str, rest: str) -> Iterable[str]:
        if stem in ("windows", "consequences"):
            return self._terms(stem, rest)
        if stem == "sources" and isinstance(self.says, SkillPolicy):
            return [policy_skill.source_told(rest, self.says, self.tell)]
        if stem == "rules" and isinstance(self.says, MonthPolicy):
            return [policy_month.counted_told(rest, self.says, self.names, self.tell)]
        plain: dict[str, Callable[[], Iterable[str]]] = {
            "scope": self._scope, "levels": self._levels, "panel": self._panel, "items": self._items, "groups": self._groups,
            "rated": self._rated, "missing": self._missing, "rounding": self._rounding, "bands": self._bands,
            "publication": self._publication, "two_people": self._two_people, "versions": self._versions,
            "example": self._example, "year": self._year, "workload": self._workload,
        }  # fmt: skip
        own = {"purpose": "policy_rules.purpose", "procedure": "policy_rules.procedure"}
        own["remarks"] = "policy_text.result.remarks"
        return plain[stem]() if stem in plain else [self.tell.say(own[stem])]

    def _terms(self, stem: str, rest: str) -> Iterable[str]:
        terms = self.says.terms
        if stem == "consequences":
            return [policy_terms.consequence(rest, terms.consequences, self.tell)]
        said = [self.tell.say("policy_rules.signing")] if rest == "silence" else []
        return [*said, policy_terms.window(rest, terms.windows, self.tell)]

    def _scope(self) -> Iterable[str]:
        return [self.tell.say(f"policy_rules.scope.{self.policy.kind}")]

    def _levels(self) -> Iterable[str]:
        return [self.tell.say(f"policy_text.levels.{code}") for code in ("standard", "others", "luck")]

    def _panel(self) -> Iterable[str]:
        return [self.tell.say("policy_rules.panel.task"), self.tell.say("policy_rules.panel.own")]

    def _items(self) -> Iterable[str]:
        return policy_skill.items(self.says, self.tell) if isinstance(self.says, SkillPolicy) else []

    def _groups(self) -> Iterable[str]:
        tell = self.tell
        for group, one in self.says.groups.items() if isinstance(self.says, MonthPolicy) else ():
            listed = [
                tell.say("policy_rules.indicator", name=self.names.get(code, code), points=points.text)
                for code, points in one.indicators.items()
            ]
            name = self.names.get(group, group)
            yield tell.say("policy_rules.group", name=name, points=one.points.text, indicators=tell.join(listed))

    def _rated(self) -> Iterable[str]:
        return policy_month.rated(self.says, self.names, self.tell) if isinstance(self.says, MonthPolicy) else []

    def _missing(self) -> Iterable[str]:
        if isinstance(self.says, SkillPolicy):
            return policy_skill.missing(self.says, self.tell)
        return [self.tell.say("policy_text.missing.indicator")]

    def _rounding(self) -> Iterable[str]:
        return self._result()[:1]

    def _bands(self) -> Iterable[str]:
        return self._result()[1:]

    def _result(self) -> list[str]:
        if isinstance(self.says, SkillPolicy):
            return result_told(self.says.bands, self.says.places, self.tell)
        return result_told(self.says.grades, MONTH_PLACES, self.tell)

    def _year(self) -> Iterable[str]:
        return policy_terms.year(self.says.year, self.tell) if isinstance(self.says, MonthPolicy) else []

    def _workload(self) -> Iterable[str]:
        return policy_terms.workload(self.says.workload, self.tell) if isinstance(self.says, SkillPolicy) else []

    def _publication(self) -> Iterable[str]:
        tell = self.tell
        for code, answer in self.says.publication.items():
            said = tell.say(f"policy_publication.{code}"), tell.say(f"policy_answer.{answer}")
            yield tell.say("policy_rules.obstacle", name=said[0], answer=said[1])

    def _two_people(self) -> Iterable[str]:
        return [self.tell.say("policy_rules.two_people"), self.tell.say("policy_rules.corrections")]

    def _versions(self) -> Iterable[str]:
        policy = self.policy
        code = "withdrawn" if policy.state == Policy.State.WITHDRAWN else "not_in_force"
        code = "in_force" if policy.in_force_from else code
        facts = {"number": policy.number, "day": policy.in_force_from}
        return [self.tell.say(f"policy_rules.{code}", **facts), self.tell.say("policy_rules.versions")]

    def _example(self) -> Iterable[str]:
        if isinstance(self.says, SkillPolicy):
            return policy_skill.example(self.says, self.tell)
        return policy_month.example(self.says, self.names, self.tell)

"""The month's policy in words: what is rated, what is counted and how, and one month worked out by the policy itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from hengcai.appraisal.papers.month import rule_told, shown_as
from hengcai.appraisal.rules.month import MonthScore, month_score
from hengcai.appraisal.rules.policy import OBSERVED, Group, Linear, MonthPolicy, PerEvent, Rule
from hengcai.base.say import knows
from hengcai.paper.telling import Teller
from hengcai.quality.rules.card import DEFAULT_SHARES

RATED, FOUR, THREE = Fraction("81.7"), 100 * DEFAULT_SHARES[3], 100 * DEFAULT_SHARES[2]
HALF, MOST_OF_THE_WAY = Fraction(1, 2), Fraction(3, 5)
Names = Mapping[str, str]


def rated(policy: MonthPolicy, names: Names, tell: Teller) -> list[str]:
    codes = [code for code in policy.indicators if code not in policy.rules]
    shares = tell.join(tell.percent(share) for share in DEFAULT_SHARES)
    listed = tell.join(_called(code, names) for code in codes)
    if not codes:
        return []
    return [
        tell.say("policy_text.rated.share", names=listed, shares=shares, four=tell.percent(DEFAULT_SHARES[3])),
        tell.say("policy_text.rated.line"),
        tell.say("policy_text.rated.fatal"),
        tell.say("policy_text.rated.drawn.counted" if policy.counts_hand_picked else "policy_text.rated.drawn"),
        *([tell.say(f"policy_text.rated.observed.{policy.observed}")] if OBSERVED[policy.observed] else []),
    ]


def counted(policy: MonthPolicy, names: Names, tell: Teller) -> Iterator[str]:
    """A paragraph an indicator: its points, its rule, what is counted, and where the line is straight a point on it."""
    return (counted_told(code, policy, names, tell) for code in policy.indicators if code in policy.rules)


def counted_told(code: str, policy: MonthPolicy, names: Names, tell: Teller) -> str:
    points, rule = _points(policy), policy.rules[code]
    said = tell.say(
        "policy_text.counted",
        name=_called(code, names),
        points=tell.plain(points[code]),
        rule=rule_told(rule, code, tell),
    )
    more = [*_meaning(code, rule, policy, tell), *_between(code, rule, points[code], tell)]
    return ("" if tell.tongue == "zh" else " ").join([said, *more])


def _meaning(code: str, rule: Rule, policy: MonthPolicy, tell: Teller) -> Iterator[str]:
    known = f"policy_text.meaning.{code}"
    if rule.minimum_n and knows(f"{known}.least"):
        known = f"{known}.least"
    if knows(known):
        yield tell.say(known, days=policy.repeat_days, least=rule.minimum_n or 0)


def _between(code: str, rule: Rule, points: Fraction, tell: Teller) -> Iterator[str]:
    if isinstance(rule, Linear):
        value = _along(rule, HALF)
        yield tell.say(
            "policy_text.counted.between", value=shown_as(code, tell)(value), share=tell.percent(HALF),
            earned=tell.plain(points * HALF),
        )  # fmt: skip


def example(policy: MonthPolicy, names: Names, tell: Teller) -> list[str]:
    """Of the first indicator that asks for a number of cases there is one too few."""
    few = next((code for code, rule in policy.rules.items() if (rule.minimum_n or 0) > 1), None)
    counts = {few: (policy.rules[few].minimum_n or 0) - 1} if few else {}
    values = {code: _value(policy.rules.get(code), MOST_OF_THE_WAY) for code in policy.indicators}
    score = month_score(values, policy, counts=counts)
    if score.exact is None:
        return []
    worked = _Worked(policy, values, counts, score, names, tell)
    return [*worked.told(), _throughout(policy, tell)]


@dataclass(frozen=True)
class _Worked:
    policy: MonthPolicy
    values: Mapping[str, Fraction]
    counts: Mapping[str, int]
    score: MonthScore
    names: Names
    tell: Teller

    def told(self) -> Iterator[str]:
        tell, score = self.tell, self.score
        told = [self._counted(code) for code in self.policy.rules if code not in self.counts]
        told += [
            tell.say("policy_text.example.few", name=_called(code, self.names), n=n, least=n + 1)
            for code, n in self.counts.items()
        ]
        yield tell.say("policy_text.example.month", rated=tell.plain(RATED) + "%", counted=tell.clauses(told))
        yield from (self._moved(code) for code in self.counts if len(self._group(code).indicators) > 1)
        grade = tell.called("band", score.grade or "")
        yield tell.say("policy_text.example.total", exact=tell.plain(score.exact), total=score.total, grade=grade)

    def _counted(self, code: str) -> str:
        how = "events" if isinstance(self.policy.rules[code], PerEvent) else "counted"
        value, share = shown_as(code, self.tell)(self.values[code]), self.score.indicators[code].share
        name = _called(code, self.names)
        return self.tell.say(f"policy_text.example.{how}", name=name, value=value, share=self.tell.percent(share, 1))

    def _group(self, code: str) -> Group:
        return next(one for one in self.policy.groups.values() if code in one.indicators)

    def _moved(self, code: str) -> str:
        own, tell = self._group(code).indicators, self.tell
        others = [
            tell.say(
                "policy_text.example.worth", name=_called(one, self.names),
                points=tell.plain(self.score.indicators[one].points, 2),
            )
            for one in own
            if one != code
        ]  # fmt: skip
        name, points = _called(code, self.names), tell.plain(own[code].value)
        return tell.say("policy_text.example.moved", name=name, points=points, others=tell.join(others))


def _throughout(policy: MonthPolicy, tell: Teller) -> str:
    (total, grade), (low, low_grade) = (
        _all_at(level, way, policy, tell) for level, way in ((FOUR, Fraction(1)), (THREE, HALF))
    )
    return tell.say("policy_text.example.fours_month", total=total, grade=grade, low=low, low_grade=low_grade)


def _all_at(level: Fraction, way: Fraction, policy: MonthPolicy, tell: Teller) -> tuple[str, str]:
    values = {code: _value(policy.rules.get(code), way, level=level) for code in policy.indicators}
    score = month_score(values, policy)
    return score.total or "–", tell.called("band", score.grade or "")


def _value(rule: Rule | None, way: Fraction, *, level: Fraction = RATED) -> Fraction:
    """So far on the way to full points; of events as few as come to at least that, since half a complaint is none."""
    if rule is None:
        return level
    if isinstance(rule, Linear):
        return _along(rule, way)
    if isinstance(rule, PerEvent):
        return Fraction((1 - way) // rule.off.value) if rule.off.value else Fraction(0)
    return next((start.value for start, share in rule.steps if share.value >= way), rule.steps[-1][0].value)


def _along(rule: Linear, way: Fraction) -> Fraction:
    return rule.floor.value + (rule.target.value - rule.floor.value) * way


def _points(policy: MonthPolicy) -> dict[str, Fraction]:
    return {code: points.value for group in policy.groups.values() for code, points in group.indicators.items()}


def _called(code: str, names: Names) -> str:
    return str(names.get(code, code))

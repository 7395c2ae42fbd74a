"""Rows of the appraisal's tables, checked one by one and gathered by agent."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from hengcai.appraisal.rules.evidence import MOST_RECOMMENDED, SCALE, Evidence, Millionths, millionths, of_customer
from hengcai.appraisal.rules.month import unit_in
from hengcai.appraisal.rules.policy import ADDABLE_SOURCES, CUSTOMER, HIGHEST, LOWEST, SOURCES, MonthPolicy, SkillPolicy
from hengcai.appraisal.rules.skill import FIRST, RESIT
from hengcai.base.dates import written_moment
from hengcai.base.decimals import exact
from hengcai.base.errors import NotValid
from hengcai.base.ids import Spellings, folded, shown
from hengcai.base.quantities import quantity

if TYPE_CHECKING:
    from hengcai.base.tables.columns import Coded

RATING_COLUMNS = ("agent", "source", "rater", "item", "score")
CUSTOMER_COLUMNS, RECOMMEND = ("agent", "date", "score"), "recommend"
TEST_COLUMNS, TEST_OPTIONAL = ("agent", "test", "mark"), ("attempt",)
INDICATOR_COLUMNS = ("agent", "indicator", "value")
COUNT_COLUMN = "n"
_HIGHEST_MARK = Fraction(100)
Values = Mapping[str, str]


class SkillTables:
    """`agents` in the order of their first row, over all tables read."""

    def __init__(self, policy: SkillPolicy, *, customers_apart: bool = False) -> None:
        """`customers_apart`: customers' scores come in a table of their own, so ratings may hold none."""
        self.agents: dict[str, Evidence] = {}
        self._sources = {*SOURCES, *(source for source in ADDABLE_SOURCES if source in policy.sources)}
        self._customers_apart = customers_apart
        self._names = Spellings()
        self._items = Spellings().keep(policy.item_weights)
        self._items_apart = tuple(policy.item_weights)

    def take_rating(self, row: Values) -> None:
        source = folded(row["source"])
        if source not in self._sources:
            raise NotValid("appraisal.source_unknown", column="source", value=source, known=sorted(self._sources))
        if source == CUSTOMER and self._customers_apart:
            raise NotValid("appraisal.customers_twice", column="source", value=source)
        score = _score(row["score"])
        rater = self._names[row["rater"]] or missing("rater")
        item = self._items[row["item"]] or missing("item")
        self._evidence(row["agent"]).source(source).add(rater, item, score)

    def take_ratings(self, columns: "Mapping[str, Coded]") -> bool:
        """All rows of a table at once. False, and nothing is taken, where a row would be refused or is unusual."""
        from hengcai.appraisal.rules.together import summed_ratings

        kinds = set(columns["source"].labels)
        scores = _scores(columns["score"].labels)
        usual = all(_is_usual(columns[name].labels) for name in ("agent", "source", "rater", "item"))
        if not usual or scores is None or not kinds <= self._sources or (self._customers_apart and CUSTOMER in kinds):
            return False
        item = columns["item"].renamed(self._items[label] for label in columns["item"].labels)
        found = summed_ratings({**columns, "item": item}, scores, apart=self._items_apart)
        if found is None:
            return False
        for agent, ratings in found.items():
            self._evidence(agent).summed = ratings
        return True

    def take_customer_scores(self, columns: "Mapping[str, Coded]") -> bool:
        """The same for customers' scores, where nobody was asked for more than satisfaction."""
        from hengcai.appraisal.rules.together import sums_and_counts

        agents, scores = columns["agent"].labels, _scores(columns["score"].labels)
        if scores is None or not _is_usual(agents) or not all(map(_is_day, columns["date"].labels)):
            return False
        found = sums_and_counts(columns["agent"].codes, columns["score"].codes, scores, len(agents))
        if found is None:
            return False
        for agent, total, count in zip(agents, *found, strict=True):
            evidence = self._evidence(agent)
            evidence.customer_total += total
            evidence.customer_count += count
        return True

    def take_customer_score(self, row: Values) -> None:
        evidence = self._evidence(row["agent"])
        _check_day(row["date"])
        score = _answer(row["score"], row.get(RECOMMEND) or "")
        if score is not None:
            evidence.customer_total += score
            evidence.customer_count += 1

    def take_mark(self, row: Values) -> None:
        evidence = self._evidence(row["agent"])
        test = folded(row["test"]) or missing("test")
        evidence.mark(test, attempt=_attempt(row["attempt"]), mark=_mark(row["mark"]))

    def _evidence(self, agent: str) -> Evidence:
        name = self._names[agent] or missing("agent")
        evidence = self.agents.get(name)
        if evidence is None:
            evidence = self.agents[name] = Evidence()
        return evidence


class MonthTable:
    """`agents` in the order of their first row; `counts`: of how many cases a figure is made, where that was told."""

    def __init__(self, policy: MonthPolicy) -> None:
        self.agents: dict[str, dict[str, Fraction | None]] = {}
        self.counts: dict[str, dict[str, int]] = {}
        self._policy = policy
        self._names = Spellings()

    def take_value(self, row: Values) -> None:
        """One value that will not do stops the month for everybody, so it is told whose it is."""
        try:
            self._take(row)
        except NotValid as refusal:
            agent = shown(row["agent"])
            raise NotValid(refusal.code, **{**refusal.facts, **({"whom": agent} if agent else {})}) from None

    def _take(self, row: Values) -> None:
        indicator = folded(row["indicator"])
        unit = unit_in(self._policy, indicator)
        value = in_column("value", row["value"], lambda text: quantity(text, unit))
        agent = self._names[row["agent"]] or missing("agent")
        values = self.agents.setdefault(agent, {})
        if indicator in values:
            raise NotValid("appraisal.indicator_twice", column="indicator", indicator=indicator)
        values[indicator] = value
        count = in_column(COUNT_COLUMN, row.get(COUNT_COLUMN) or "", whole)
        if count is not None:
            self.counts.setdefault(agent, {})[indicator] = int(count)


def whole(text: str) -> Fraction:
    number = exact(text)
    if number.denominator != 1:
        raise NotValid("appraisal.count_not_whole", value=text)
    return number


@lru_cache(maxsize=4096)
def _score(text: str) -> Millionths | None:
    """Most tables hold a handful of different scores, so each text is read once."""
    value = in_column("score", text, exact)
    if value is None:
        return None
    if not LOWEST <= value <= HIGHEST:
        raise NotValid("appraisal.score_outside", column="score", value=text)
    return millionths(value)


@lru_cache(maxsize=4096)
def _answer(satisfaction: str, recommend: str) -> Millionths | None:
    """One answer counts once, with the mean of what it gave."""
    score, more = _score(satisfaction), in_column(RECOMMEND, recommend, exact)
    if more is not None and more > MOST_RECOMMENDED:
        raise NotValid("appraisal.recommend_outside", column=RECOMMEND, value=recommend)
    said = of_customer(None if score is None else Fraction(score) / SCALE, more)
    return None if said is None else millionths(said)


def _scores(labels: Sequence[str]) -> list[Millionths | None] | None:
    """None where one of them would be refused."""
    try:
        return [_score(label) for label in labels]
    except NotValid:
        return None


def _is_usual(labels: Sequence[str]) -> bool:
    """Filled, and spelled in the one way ids are compared in."""
    from hengcai.base.tables.columns import are_folded

    return all(labels) and are_folded(labels)


def _is_day(text: str) -> bool:
    try:
        _check_day(text)
    except NotValid:
        return False
    return True


@lru_cache(maxsize=4096)
def _check_day(text: str) -> None:
    try:
        written_moment(text.strip())
    except ValueError:
        raise NotValid("appraisal.day_malformed", column="date", value=text) from None


def _mark(text: str) -> Fraction | None:
    value = in_column("mark", text, exact)
    if value is not None and value > _HIGHEST_MARK:
        raise NotValid("appraisal.mark_outside", column="mark", value=text)
    return value


def _attempt(text: str) -> int:
    match text.strip():
        case "" | "1":
            return FIRST
        case "2":
            return RESIT
    raise NotValid("appraisal.attempt_unknown", column="attempt", value=text)


def in_column(column: str, text: str, read: Callable[[str], Fraction]) -> Fraction | None:
    if not text.strip(" "):
        return None
    try:
        return read(text)
    except NotValid as refusal:
        raise NotValid(refusal.code, **{**refusal.facts, "column": column}) from None


def missing(column: str) -> str:
    raise NotValid("appraisal.name_missing", column=column)

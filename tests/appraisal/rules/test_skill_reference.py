"""The fast arithmetic against a slow one written from the contract, line by line."""

from collections import defaultdict
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from hengcai.appraisal.rules.policy_file import default_skill_policy, parsed_skill_policy
from hengcai.appraisal.rules.skill import skill_score
from hengcai.appraisal.rules.tables import SkillTables

SOURCES = ("superior", "self", "peer", "customer", "practical")
WEIGHTS = {"superior": "0.40", "self": "0.20", "peer": "0.10", "customer": "0.20", "practical": "0.10"}
LEAST = (("customer", 2, 5), ("peer", 1, 3))
WEIGHTED = parsed_skill_policy("item_weights: {i0: '2', i1: '0.5'}", file="p")


def mean(values: list[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)


def half_up(value: Fraction, places: int) -> str:
    shifted = int(value * 10**places * 2 + 1) // 2
    text = str(shifted).zfill(places + 1)
    return f"{text[:-places]}.{text[-places:]}"


def source_mean(rows: list[tuple[str, str, Fraction]], weights: dict[str, str]) -> Fraction | None:
    by_item = defaultdict(list)
    for _, item, score in rows:
        by_item[item].append(score)
    if not by_item:
        return None
    weight = {item: Fraction(weights.get(item, "1")) for item in by_item}
    return sum((weight[item] * mean(scores) for item, scores in by_item.items()), Fraction(0)) / sum(weight.values())


def written(mark: Fraction) -> Fraction:
    return 1 + mark * 2 / 60 if mark < 60 else 3 + (mark - 60) * 2 / 40


def reference(
    rows: list[Any], csat: list[str], marks: dict[str, tuple[str, str]], weights: dict[str, str]
) -> dict[str, Any]:
    heard: dict[str, tuple[Fraction, int, int]] = {}
    for source in SOURCES:
        scored = [(rater, item, Fraction(score)) for name, rater, item, score in rows if name == source and score]
        value = source_mean(scored, weights)
        if value is not None:
            heard[source] = (value, len({rater for rater, _, _ in scored}), len(scored))
    if csat:
        heard["customer"] = (mean([Fraction(score) for score in csat]), 0, len(csat))
    few = [source for source, place, least in LEAST if source in heard and heard[source][place] < least]
    heard = {source: said for source, said in heard.items() if source not in few}
    found = []
    n_marks = 0
    for first, resit in marks.values():
        counted = [Fraction(first)] if first else []
        counted += [min(Fraction(resit), Fraction(60))] if resit else []
        n_marks += len(counted)
        if counted:
            found.append(max(counted))
    if found:
        mark = written(mean(found))
        scenario = heard.get("practical", (None, 0, 0))
        score = mark if scenario[0] is None else (scenario[0] + mark) / 2
        heard["practical"] = (score, scenario[1], scenario[2] + n_marks)
    present = sum((Fraction(WEIGHTS[source]) for source in heard), Fraction(0))
    reasons = [f"missing:{s}" for s in SOURCES if s not in heard and s not in few]
    reasons += [f"few:{s}" for s in few]
    reasons += ["required:superior"] if "superior" not in heard else []
    reasons += ["minimum_evidence"] if present < Fraction("0.70") else []
    enough = "superior" in heard and present >= Fraction("0.70")
    exact = sum(Fraction(WEIGHTS[s]) * heard[s][0] for s in heard) / present if enough else None
    final = half_up(exact, 1) if exact is not None else None
    band = None
    if final:
        band = (
            "excellent"
            if Fraction(final) >= Fraction("4.5")
            else "good"
            if Fraction(final) >= Fraction("3.5")
            else "to_improve"
        )
    sources = {}
    for source in SOURCES:
        value, raters, ratings = heard.get(source, (None, 0, 0))
        used = half_up(Fraction(WEIGHTS[source]) / present if source in heard else Fraction(0), 4) if enough else None
        sources[source] = {
            "score": None if value is None else half_up(value, 4), "weight": WEIGHTS[source],
            "used_weight": used, "n_raters": raters, "n_ratings": ratings,
        }  # fmt: skip
    return {
        "status": "scored" if enough else "not_enough_evidence", "final": final,
        "exact": half_up(exact, 4) if exact is not None else None, "band": band, "sources": sources, "reasons": reasons,
    }  # fmt: skip


scores = st.one_of(
    st.just(""),
    st.integers(1, 5).map(str),
    st.integers(100, 500).map(lambda number: f"{number / 100:.2f}"),
    st.integers(1_000_000_00, 5_000_000_00).map(lambda number: f"{number // 10**8}.{number % 10**8:08d}"),
)
keys = st.tuples(st.sampled_from(SOURCES), st.sampled_from("abcdef"), st.sampled_from(["i0", "i1", "i2"]))
marks = st.one_of(
    st.just(""), st.integers(0, 100).map(str), st.integers(0, 1000).map(lambda number: f"{number / 10:.1f}")
)


@given(
    st.dictionaries(keys, scores, max_size=40),
    st.lists(scores, max_size=8),
    st.dictionaries(st.sampled_from(["t0", "t1"]), st.tuples(marks, marks)),
    st.booleans(),
)
@settings(deadline=None, max_examples=300)
def test_the_fast_arithmetic_equals_the_slow_one(
    rated: dict[tuple[str, str, str], str], csat: list[str], tests: dict[str, tuple[str, str]], weighted: bool
) -> None:
    if csat:
        rated = {key: score for key, score in rated.items() if key[0] != "customer"}
    policy = WEIGHTED if weighted else default_skill_policy()
    gathered = SkillTables(policy, customers_apart=bool(csat))
    for (source, rater, item), score in rated.items():
        gathered.take_rating({"agent": "li", "source": source, "rater": rater, "item": item, "score": score})
    for score in csat:
        gathered.take_customer_score({"agent": "li", "date": "2026-01-05", "score": score})
    for test, attempts in tests.items():
        for attempt, mark in enumerate(attempts, start=1):
            gathered.take_mark({"agent": "li", "test": test, "attempt": str(attempt), "mark": mark})
    rows = [(*key, score) for key, score in rated.items()]
    weights = {"i0": "2", "i1": "0.5"} if weighted else {}
    expected = reference(rows, [score for score in csat if score], tests, weights)
    found = [skill_score(evidence, policy).as_json() for evidence in gathered.agents.values()]
    assert found == ([expected] if rated or csat or tests else [])

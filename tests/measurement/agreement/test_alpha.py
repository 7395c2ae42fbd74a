import numpy as np
import pytest

from hengcai.measurement.agreement import alpha
from hengcai.measurement.agreement.alpha import Resampling, alpha_of_patterns, krippendorff_alpha
from hengcai.measurement.agreement.patterns import patterns
from hengcai.measurement.errors import NotANumber, NothingVaries, OutOfRange, TooLittleData
from tests.measurement.shared_ratings import read_table, table_of_rows

# Krippendorff 2011, example C: four observers (rows), twelve units, 0 stands for no value
OBSERVERS = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
    [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
]
EXAMPLE = [[value or None for value in unit] for unit in zip(*OBSERVERS, strict=True)]
PUBLISHED = [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)]


@pytest.mark.parametrize(("level", "published"), PUBLISHED)
def test_alpha_reproduces_krippendorffs_example(level, published):
    found = krippendorff_alpha(table_of_rows(EXAMPLE), level=level)
    assert found.estimate == pytest.approx(published, abs=5e-4)
    assert found.low < found.estimate < found.high <= 1
    assert found.n == 11


def by_definition(rows, distance):
    """Krippendorff's coincidence matrix, spelled out."""
    units = [[value for value in row if value is not None] for row in rows]
    units = [unit for unit in units if len(unit) > 1]
    every = [value for unit in units for value in unit]
    observed = sum(distance(a, b, every) / (len(unit) - 1) for unit in units for a in unit for b in unit) / len(every)
    expected = sum(distance(a, b, every) for a in every for b in every) / (len(every) * (len(every) - 1))
    return 1 - observed / expected


def ordinal(a, b, every):
    low, high = min(a, b), max(a, b)
    return (sum(low <= v <= high for v in every) - (every.count(a) + every.count(b)) / 2) ** 2


DISTANCES = {
    "nominal": lambda a, b, every: a != b,
    "ordinal": ordinal,
    "interval": lambda a, b, every: (a - b) ** 2,
    "ratio": lambda a, b, every: ((a - b) / (a + b)) ** 2 if a + b else 0,
}


@pytest.mark.parametrize("level", list(DISTANCES))
@pytest.mark.parametrize("seed", range(3))
def test_alpha_agrees_with_its_definition(level, seed):
    generator = np.random.default_rng(seed)
    rows = generator.integers(0, 6, (30, 4)).astype(object)
    rows[generator.random(rows.shape) < 0.3] = None
    found = krippendorff_alpha(table_of_rows(rows.tolist()), level=level).estimate
    assert found == pytest.approx(by_definition(rows.tolist(), DISTANCES[level]), abs=1e-12)


def test_alpha_of_names_agrees_with_krippendorff_package():
    assert krippendorff_alpha(read_table("irr_diagnoses", nominal=True), level="nominal").estimate == pytest.approx(
        0.4334098, abs=1e-7
    )


def test_a_seed_repeats_the_interval_and_another_seed_moves_it():
    table = table_of_rows(EXAMPLE)
    first, again = krippendorff_alpha(table), krippendorff_alpha(table)
    other = krippendorff_alpha(table, resampling=Resampling(seed=2))
    assert (first.low, first.high) == (again.low, again.high)
    assert first.se != other.se


def test_many_patterns_are_jackknifed_by_groups_and_agree_with_the_bootstrap(monkeypatch):
    generator = np.random.default_rng(4)
    truth = generator.integers(1, 8, (2000, 1))
    found = patterns(table_of_rows(np.clip(truth + generator.integers(-1, 2, (2000, 3)), 1, 7).tolist()))
    drawn = alpha_of_patterns(found, level="ordinal")
    monkeypatch.setattr(alpha, "MOST_PATTERNS", 10)
    grouped = alpha_of_patterns(found, level="ordinal")
    assert "jackknife" in grouped.method
    assert grouped.estimate == drawn.estimate
    assert grouped.se == pytest.approx(drawn.se, rel=0.35)


def test_draws_without_variation_are_left_out_with_a_caution():
    found = krippendorff_alpha(table_of_rows([[1, 1], [1, 1], [1, 2]]))
    assert found.cautions[0].startswith("constant_resamples:")
    none = krippendorff_alpha(table_of_rows([[1, 1], [1, 2]]), resampling=Resampling(replicates=1))
    assert none.low is None


def test_one_unit_gives_no_interval():
    assert krippendorff_alpha(table_of_rows([[1, 2, 2]])).cautions == ("one_unit",)


@pytest.mark.parametrize(
    ("rows", "level", "refusal"),
    [
        ([[1, 1], [1, 1]], "ordinal", NothingVaries),
        ([[1, None], [None, 2]], "ordinal", TooLittleData),
        ([[-1, 2], [1, 2]], "ratio", OutOfRange),
    ],
)
def test_what_has_no_alpha_is_refused(rows, level, refusal):
    with pytest.raises(refusal):
        krippendorff_alpha(table_of_rows(rows), level=level)


@pytest.mark.parametrize("level", ["ordinal", "interval", "ratio"])
def test_names_have_no_numeric_alpha(level):
    with pytest.raises(NotANumber, match=r"scores\.names"):
        krippendorff_alpha(table_of_rows([["a", "b"], ["b", "b"]], nominal=True), level=level)


def test_confidence_is_checked():
    with pytest.raises(OutOfRange):
        krippendorff_alpha(table_of_rows(EXAMPLE), resampling=Resampling(confidence=2))

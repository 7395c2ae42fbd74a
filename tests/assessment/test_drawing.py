"""Drawing papers: what the parts ask for, nothing twice, the same again from the seed, and a refusal only where none would do."""

from hypothesis import given
from hypothesis import strategies as st

from hengcai.assessment.rules.drawing import Candidate, Part, drawn, object_of_part, part_of, stock

COMPETENCIES = st.sampled_from(["listening", "writing", ""])
CANDIDATES = st.lists(st.tuples(COMPETENCIES, st.sampled_from([1, 2, None])), min_size=1, max_size=7).map(
    lambda some: [Candidate(number, competency, level) for number, (competency, level) in enumerate(some, start=1)]
)
PARTS = st.lists(
    st.builds(Part, st.integers(1, 2), COMPETENCIES, st.sampled_from([None, 1, 2])), min_size=1, max_size=3, unique=True
)


def can_be_filled(parts, pool):
    """By trying everything."""
    places = [part for part in parts for _one in range(part.count)]

    def tried(place, used):
        if place == len(places):
            return True
        return any(
            tried(place + 1, used | {one.key}) for one in pool if one.key not in used and places[place].takes(one)
        )

    return tried(0, frozenset())


@given(PARTS, CANDIDATES, st.text(max_size=5))
def test_a_paper_is_found_exactly_where_there_is_one(parts, pool, seed):
    found = drawn(parts, pool, seed)
    assert (found is not None) == can_be_filled(parts, pool)
    if found is None:
        return
    by_key = {one.key: one for one in pool}
    places = [part for part in parts for _one in range(part.count)]
    assert len(set(found)) == len(found) == len(places)
    assert all(part.takes(by_key[key]) for part, key in zip(places, found, strict=True))
    assert drawn(parts, list(reversed(pool)), seed) == found


def test_every_question_is_drawn_about_as_often():
    pool = [Candidate(number) for number in range(10)]
    counts = [0] * 10
    for seed in range(2000):
        for key in drawn([Part(3)], pool, str(seed)):
            counts[key] += 1
    assert all(abs(count - 600) < 90 for count in counts)  # four standard deviations of a binomial


def test_parts_ask_by_all_they_name():
    pool = [Candidate(1, "listening", 2, "single", "voice", ("new",)), Candidate(2, "listening", 2, "essay")]
    narrow = Part(1, "listening", 2, "single", "voice", "new")
    assert [count for _part, count in stock([narrow, Part(1, "listening")], pool)] == [1, 2]
    assert part_of(object_of_part(narrow)) == narrow
    assert object_of_part(Part(4)) == {"count": 4}

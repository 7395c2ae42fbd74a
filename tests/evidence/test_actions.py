from datetime import date
from fractions import Fraction

import pytest

from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.evidence.actions import Observation, note_evidence, supersede
from hengcai.evidence.models import Evidence
from hengcai.framework.models import Competency
from tests import cast
from tests.quality import scene

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 12)


def competency(code="listening") -> Competency:
    return Competency.objects.get(framework=scene.library(), code=code)


def observation(
    exact="13/3", *, source=1, revision=1, person="li", on=DAY, kind="observed", code="listening", n=1
) -> Observation:
    where = {"team_id": cast.team("one").pk, "post_id": cast.post().pk}
    return Observation(
        cast.person(person).pk, competency(code), kind, exact, "test", source, revision, on, **where, n=n
    )


def note(*batch, by="chen"):
    return note_evidence(list(batch), by=cast.user(by))


def test_an_entry_keeps_the_exact_level_and_a_rounded_one():
    note(observation())
    row = Evidence.objects.get()
    assert (row.exact, str(row.value), row.n, row.team, row.post) == (
        "13/3",
        "4.333333",
        1,
        cast.team("one"),
        cast.post(),
    )


def test_a_later_revision_supersedes_and_edits_nothing():
    note(observation(), observation(source=2))
    note(observation("2", revision=2, n=3))
    rows = Evidence.objects.order_by("pk").values_list("source_id", "source_revision", "exact", "n", "is_superseded")
    assert list(rows) == [(1, 1, "13/3", 1, True), (2, 1, "13/3", 1, False), (1, 2, "2", 3, False)]


def test_the_same_revision_is_not_noted_twice():
    note(observation(revision=2))
    for revision in (1, 2):
        with pytest.raises(NotNow) as caught:
            note(observation(revision=revision))
        assert caught.value.code == "evidence.noted_already"


@pytest.mark.parametrize("value", [Fraction(9, 10), Fraction(51, 10)])
def test_a_level_lies_between_one_and_five(value):
    with pytest.raises(NotValid):
        note(observation(value))
    assert not Evidence.objects.exists()


@pytest.mark.parametrize("by", ["li", "sun"])
def test_those_who_neither_score_nor_publish_note_nothing(by):
    with pytest.raises(NotAllowed):
        note(observation(), by=by)


def test_a_large_batch_is_taken_in_portions(django_assert_max_num_queries):
    one = observation()
    batch = [one._replace(source_id=number) for number in range(1200)]
    with django_assert_max_num_queries(60):
        note(*batch)
    assert Evidence.objects.count() == 1200


def test_sources_are_superseded_without_a_successor():
    note(observation(), observation(code="integrity"), observation(source=2), observation(source=3))
    assert supersede("test", [1, 3], by=cast.user("zheng")) == 3
    assert supersede("elsewhere", [2], by=cast.user("zheng")) == 0
    assert list(Evidence.objects.filter(is_superseded=False).values_list("source_id", flat=True)) == [2]
    with pytest.raises(NotAllowed):
        supersede("test", [2], by=cast.user("li"))

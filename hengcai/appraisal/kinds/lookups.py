"""What a chunk of rows has to find: cycles, people, who takes part, and the refusals when it does not."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from hengcai.appraisal.models import Cycle, Participant
from hengcai.base.errors import NotValid
from hengcai.interactions.lookups import IN_ONE_LIST, agents_by_number


def portions(keys: Iterable[int]) -> Iterator[list[int]]:
    """Row numbers in lists short enough for any database's limit of parameters."""
    ordered = sorted(keys)
    for start in range(0, len(ordered), IN_ONE_LIST):
        yield ordered[start : start + IN_ONE_LIST]


class Known:
    """Read once a chunk, in a number of queries that does not grow with its rows."""

    def __init__(self, codes: Collection[str], numbers: Collection[str]) -> None:
        rows = Cycle.objects.filter(code__in=sorted(set(codes))[:900]).select_related("framework")
        self.cycles = {cycle.code: cycle for cycle in rows}
        self.people = agents_by_number(set(numbers))
        self.participants = _participants(self.cycles.values(), set(self.people.values()))

    def participant(self, code: str, number: str) -> Participant:
        cycle = self.cycles.get(code)
        if cycle is None:
            raise NotValid("appraisal.cycle_unknown", column="cycle", value=code)
        if cycle.state != Cycle.State.COLLECTING:
            raise NotValid("appraisal.cycle_not_collecting", column="cycle", value=code)
        if number not in self.people:
            raise NotValid("appraisal.agent_unknown", column="agent", value=number)
        found = self.participants.get((cycle.pk, self.people[number]))
        if found is None:
            raise NotValid("appraisal.not_in_cycle", column="agent", value=number)
        return found

    @property
    def collecting(self) -> Sequence[Cycle]:
        return [cycle for cycle in self.cycles.values() if cycle.state == Cycle.State.COLLECTING]


def _participants(cycles: Iterable[Cycle], people: Collection[int]) -> dict[tuple[int, int], Participant]:
    keys = [cycle.pk for cycle in cycles]
    found: dict[tuple[int, int], Participant] = {}
    for some in portions(people):
        for one in Participant.objects.filter(cycle__in=keys, person__in=some).select_related("post"):
            found[one.cycle_id, one.person_id] = one
    return found

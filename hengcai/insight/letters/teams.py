"""The list of teams: how many stand there and how the newest cycle went, by name and never by rank."""

from collections.abc import Sequence
from dataclasses import dataclass

from hengcai.appraisal.models import Cycle
from hengcai.appraisal.parsing import parsed
from hengcai.appraisal.rules import bands
from hengcai.appraisal.rules.policy import SkillPolicy
from hengcai.insight.queries.team import TeamLine
from hengcai.paper.telling import Teller
from hengcai.people.models import Team


@dataclass(frozen=True)
class TeamRow:
    team: Team
    people: int
    scored: int
    bands: Sequence[tuple[str, str, int]]  # tone, name, how many


def team_rows(lines: Sequence[TeamLine], cycle: Cycle | None, *, language: str) -> list[TeamRow]:
    tell = Teller(language)
    policy = parsed(cycle.policy) if cycle else None
    codes = [band.code for band in policy.bands] if isinstance(policy, SkillPolicy) else []
    return [
        TeamRow(
            line.team, int(line.team.__dict__["people"]), line.scored,
            [(bands.tone(code, codes), tell.called("band", code), line.counts.get(code, 0)) for code in codes],
        )
        for line in lines
    ]  # fmt: skip

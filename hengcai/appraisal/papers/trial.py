"""A draft tried on a published cycle, as a workbook: bands, teams, people, cost."""

from hengcai.appraisal.models import Policy
from hengcai.appraisal.queries.what_if import WhatIf
from hengcai.appraisal.rules.own_terms import YEAR
from hengcai.appraisal.rules.what_if import Cost
from hengcai.paper.blocks import Block, Heading, Paper, Paragraph, Table
from hengcai.paper.telling import Teller


def trial_paper(draft: Policy, found: WhatIf, tell: Teller) -> Paper:
    kind = tell.called("policy_kind", draft.kind)
    title = tell.say("trial.title")
    subtitle = tell.say("trial.of", kind=kind, number=draft.number, cycle=found.cycle.name)
    blocks: list[Block] = [Paragraph(tell.say("trial.changed", n=found.changed, people=found.people))]
    blocks += [Paragraph(text) for text in cautions(found, tell)]
    if found.cost:
        blocks += [Paragraph(text) for text in cost_told(found.cost, tell)]
    blocks += [
        Heading(tell.say("trial.bands")),
        _bands(found, tell),
        Heading(tell.say("trial.teams")),
        _teams(found, tell),
    ]
    return Paper(title, subtitle, tell.language, [*blocks, Heading(tell.say("trial.people")), _people(found, tell)])


def band_called(code: str, tell: Teller) -> str:
    return tell.called("band", code) if code else tell.say("trial.no_score")


def cautions(found: WhatIf, tell: Teller) -> list[str]:
    collected = [tell.say(f"policy_row.field.{one}") for one in found.untried if one != YEAR]
    said = [tell.say("trial.untried", names=tell.join(collected))] if collected else []
    said += [tell.say("trial.untried.year")] if YEAR in found.untried else []
    if found.unlike:
        said.append(tell.say("trial.unlike", n=found.unlike))
    if found.unnamed:
        said.append(tell.say("trial.unnamed", n=found.unnamed))
    return said


def cost_told(cost: Cost, tell: Teller) -> list[str]:
    said = [tell.say("trial.cost", change=tell.plain(cost.coefficient), n=cost.people)]
    if cost.money is not None:
        said.append(tell.say("trial.money", money=tell.points(cost.money, 2), n=cost.without_base))
    else:
        said.append(tell.say("trial.no_base"))
    return said


def _bands(found: WhatIf, tell: Teller) -> Table:
    heads = [tell.say("trial.from_to"), *(band_called(code, tell) for code in found.bands)]
    rows = [
        [band_called(before, tell), *(found.moves.get((before, after), 0) for after in found.bands)]
        for before in found.bands
    ]
    return Table(heads, rows, name=tell.say("trial.bands"))


def _teams(found: WhatIf, tell: Teller) -> Table:
    heads = [tell.say(f"trial.column.{name}") for name in ("team", "people", "up", "down", "gained", "lost")]
    rows = [
        [one.name or tell.say("trial.no_team"), *([one.people, one.up, one.down, one.gained, one.lost]
         if one.people is not None else [tell.say("trial.few"), "", "", "", ""])]
        for one in found.teams
    ]  # fmt: skip
    return Table(heads, rows, name=tell.say("trial.teams"))


def _people(found: WhatIf, tell: Teller) -> Table:
    heads = [tell.say(f"trial.column.{name}") for name in ("number", "name", "team", "before", "after")]
    rows = [
        [one.person.number, one.person.name, one.team, *(
            f"{side.final or '–'} {band_called(side.band, tell)}" for side in (one.before, one.after)
        )]
        for one in found.moved
    ]  # fmt: skip
    return Table(heads, rows, name=tell.say("trial.people"))

"""One line a person: who they are, a quarter's scores, a month's points."""

from collections.abc import Sequence
from fractions import Fraction

from hengcai.appraisal.models import Participant, Result
from hengcai.appraisal.papers.asking import whose
from hengcai.appraisal.queries.printed import results_to_print
from hengcai.paper.blocks import Block, Paragraph
from hengcai.paper.forms.making import Making
from hengcai.paper.telling import Teller

SOURCES = ("superior", "self", "peer", "customer", "practical")
PERSON_WIDTHS = (2, 1.6, 2)


def person_facts(making: Making, participant: Participant | None = None, *, post: object = "") -> list[tuple[str, str]]:
    """The top of a form; lines to fill in by hand where nobody is named."""
    tell = making.tell
    cycle, _number = whose(making)
    values = {"name": "", "number": "", "team": "", "post": tell.shown(post)}
    if participant is not None:
        values = dict(zip(values, (*who(participant), post_of(participant, tell)), strict=True))
    values["cycle"] = tell.shown(cycle.name) if cycle else ""
    return [(tell.say(f"paper.fact.{code}"), text) for code, text in values.items()]


def who(participant: Participant) -> list[str]:
    team = participant.placement.team if participant.placement else None
    return [participant.person.name, participant.person.number, team.name if team else ""]


def post_of(participant: Participant, tell: Teller) -> str:
    return str(participant.post.name.read(tell.language))


def score_of(result: Result) -> str:
    """As the policy rounded it."""
    return str(result.detail.get("total") or result.detail.get("final") or "")


def band_of(result: Result, tell: Teller) -> str:
    return tell.called("band", result.band) if result.final is not None else tell.say("appraisal.no_score")


def skill_scores(result: Result, tell: Teller, *, sees_peers: bool) -> list[str]:
    """Sources with one decimal, the final as it was rounded; peers' for who arranges and reviews the ratings alone."""
    told = result.detail.get("sources", {})
    sources = {code: one for code, one in told.items() if sees_peers or code != "peer"}
    scores = [sources.get(code, {}).get("score") for code in SOURCES]
    shown = [tell.points(Fraction(one)) if one is not None else "–" for one in scores]
    whose_line = [*who(result.participant), post_of(result.participant, tell)]
    return [*whose_line, *shown, score_of(result) or "–", band_of(result, tell)]


def month_scores(result: Result, codes: Sequence[str], tell: Teller) -> list[str]:
    groups = result.detail.get("groups", {})
    earned = [groups.get(code, {}).get("earned") for code in codes]
    shown = [tell.points(Fraction(one), 1) if one is not None else "–" for one in earned]
    return [*who(result.participant), *shown, score_of(result) or "–", band_of(result, tell)]


def year_scores(result: Result, tell: Teller) -> list[str]:
    means = [result.detail.get(name) for name in ("months_mean", "quarters_mean")]
    shown = [tell.points(Fraction(one)) if one is not None else "–" for one in means]
    service = str(result.detail.get("service_months", ""))
    return [*who(result.participant), *shown, service, score_of(result) or "–", band_of(result, tell)]


def visible(making: Making) -> tuple[list[Result], list[Block]]:
    """The cycle's results, and a line that says how many more there are where only some are shown."""
    (cycle, _number), most = whose(making), making.choice.most
    if cycle is None:
        return [], []
    rows = results_to_print(making.user, cycle)
    left = rows.count() - most if most else 0
    more: list[Block] = [Paragraph(making.tell.say("form.more_lines", n=left), is_small=True)] if left > 0 else []
    return list(rows[:most] if most else rows), more


def cycle_name(making: Making) -> str:
    cycle, _number = whose(making)
    return making.tell.shown(cycle.name) if cycle else ""

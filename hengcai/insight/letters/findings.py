"""Findings as sentences with counts and brackets; what is not known says so."""

from dataclasses import dataclass

from hengcai.insight.letters.names import name_of
from hengcai.insight.queries.team import PostGaps, TeamGaps
from hengcai.insight.rules.findings import LINE, Shortfall, changed
from hengcai.paper.telling import Teller


@dataclass(frozen=True)
class Finding:
    """`code` is the competency it is about; empty where there is nobody to look for."""

    text: str
    note: str
    code: str = ""


def findings_said(gaps: TeamGaps, tell: Teller) -> list[Finding]:
    """Weaknesses first, then newcomers, then what everybody meets; the post is named where there are several."""
    found = [
        _of_post(one, part, tell) if len(gaps.parts) > 1 else one for part in gaps.parts for one in _part(part, tell)
    ]
    return sorted(found, key=lambda one: not one.code)


def _of_post(one: Finding, part: PostGaps, tell: Teller) -> Finding:
    return Finding(tell.say("insight.finding.of_post", post=part.post.name, finding=one.text), one.note, one.code)


def _part(part: PostGaps, tell: Teller) -> list[Finding]:
    if not any(mean.n for mean in part.means):
        return []
    found = [_shortfall(one, part, tell) for one in part.findings]
    found = found or [Finding(tell.say("insight.finding.none"), "")]
    return [*found, *_newcomers(part, tell), *_all_meet(part, tell)]


def _shortfall(one: Shortfall, part: PostGaps, tell: Teller) -> Finding:
    kind = "standard" if one.line == LINE else "post"
    unknown = ".unknown" if one.surely is None else ".unsure" if kind == "post" and not one.surely else ""
    required = tell.plain(part.profile.required.get(one.code)) or "–"
    text = tell.say(
        f"insight.finding.{kind}{unknown}", total=one.total, below=one.below, name=name_of(part, one.code, tell),
        bracket=f"[{one.surely}, {one.maybe}]", required=required, surely=one.surely,
    )  # fmt: skip
    return Finding(text, _note(one, part, kind, tell), one.code)


def _note(one: Shortfall, part: PostGaps, kind: str, tell: Teller) -> str:
    before = part.before.get(one.code)
    change = tell.say(f"insight.finding.change.{changed(one, before)}", before=before.below if before else 0)
    if kind == "post" and one.maybe is not None and one.maybe > one.below:
        required = tell.plain(one.line)
        return tell.say("insight.finding.post.leaning", required=required, maybe=one.maybe) + _gap(tell) + change
    return change


def _gap(tell: Teller) -> str:
    """Between two sentences."""
    return "" if tell.tongue == "zh" else " "


def _newcomers(part: PostGaps, tell: Teller) -> list[Finding]:
    found = part.newcomers
    if found is None:
        return []
    names = [row.seat.person.name for row, _seen in part.column(found.code) if row.is_newcomer]
    text = tell.say(
        "insight.finding.newcomers", n=found.n, name=name_of(part, found.code, tell), mean=tell.points(found.mean)
    )
    return [Finding(text, tell.say("insight.finding.newcomers.why", names=tell.join(names)), found.code)]


def _all_meet(part: PostGaps, tell: Teller) -> list[Finding]:
    if not part.all_meet:
        return []
    text = tell.say("insight.finding.all_meet", names=tell.join(name_of(part, code, tell) for code in part.all_meet))
    places = [place for place, one in enumerate(part.competencies) if one.code in part.all_meet]
    without = [row.seat.person.name for row in part.rows if any(row.cells[place] is None for place in places)]
    note = tell.say("insight.finding.all_meet.without", names=tell.join(without)) if without else ""
    return [Finding(text, note)]


def title(gaps: TeamGaps, tell: Teller) -> str:
    """The page's headline is its first finding."""
    known = [part for part in gaps.parts if any(mean.n for mean in part.means)]
    if not known:
        return tell.say("insight.team.title.nothing")
    if not gaps.speaks:
        return tell.say("insight.team.title.few", n=gaps.covered, people=gaps.stood)
    worst = [(part, one) for part in known for one in part.findings]
    if not worst:
        return tell.say("insight.team.title.all")
    part, one = max(worst, key=lambda pair: (pair[1].line == LINE, pair[1].share))
    name = name_of(part, one.code, tell)
    if one.line != LINE:
        return tell.say("insight.team.title.some", name=name)
    other = part.newcomers.code if part.newcomers else one.code
    if other == one.code:
        return tell.say("insight.team.title.shared", name=name)
    return tell.say("insight.team.title.shared.newcomers", name=name, other=name_of(part, other, tell))

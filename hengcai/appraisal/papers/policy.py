"""A policy in the words of those it judges, for its page and for print, to be read and signed for."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from hengcai.appraisal.models import Policy
from hengcai.appraisal.papers import policy_month, policy_skill, policy_terms
from hengcai.appraisal.papers.month import rule_told
from hengcai.appraisal.parsing import parsed
from hengcai.appraisal.queries.results import policies_seen_by
from hengcai.appraisal.rules.policy import Band, MonthPolicy, SkillPolicy
from hengcai.base.bilingual import Bilingual
from hengcai.base.errors import NotNow
from hengcai.base.permissions import Doer
from hengcai.framework.queries import indicator_names
from hengcai.paper.blocks import Block, Bullets, Heading, Table
from hengcai.paper.forms.form import Ask, Form
from hengcai.paper.forms.making import Body, Making
from hengcai.paper.telling import Teller

MONTH_PLACES = 1
QUARTER, MONTH = ("rated_by", "weight"), ("group", "service_indicator", "points", "rule")


class Part(NamedTuple):
    heading: str
    sentences: Sequence[str]


def in_words(policy: SkillPolicy | MonthPolicy, names: Mapping[str, str], tell: Teller) -> list[Part]:
    """`names`: what indicators are called."""
    levels = [tell.say(f"policy_text.levels.{code}") for code in ("standard", "others", "luck")]
    parts: list[tuple[str, Iterable[str]]] = [("levels", levels)]
    if isinstance(policy, MonthPolicy):
        parts += [
            ("rated", policy_month.rated(policy, names, tell)), ("counted", policy_month.counted(policy, names, tell)),
            ("missing", [tell.say("policy_text.missing.indicator")]),
            ("result", [*result_told(policy.grades, MONTH_PLACES, tell), tell.say("policy_text.result.remarks")]),
            ("year", policy_terms.year(policy.year, tell)), ("example", policy_month.example(policy, names, tell)),
        ]  # fmt: skip
    else:
        parts += [
            ("sources", policy_skill.sources(policy, tell)), ("missing", policy_skill.missing(policy, tell)),
            ("result", result_told(policy.bands, policy.places, tell)), ("example", policy_skill.example(policy, tell)),
        ]  # fmt: skip
    terms = policy.terms
    if isinstance(policy, SkillPolicy):
        parts.append(("workload", policy_terms.workload(policy.workload, tell)))
    parts += [
        ("windows", policy_terms.windows(terms.windows, tell)),
        ("consequences", policy_terms.consequences(terms.consequences, tell)),
    ]
    told = [(heading, list(sentences)) for heading, sentences in parts]
    return [Part(tell.say(f"policy_text.heading.{heading}"), found) for heading, found in told if found]


def result_told(bands: Sequence[Band], places: int, tell: Teller) -> list[str]:
    """The last band is told by where the one above it begins."""
    names = [tell.called("band", band.code) for band in bands]
    upper = list(zip(names, bands, strict=True))[: max(1, len(bands) - 1)]
    from_to = [tell.say("policy_text.result.band", name=name, start=band.start.text) for name, band in upper]
    if len(bands) > 1:
        from_to.append(tell.say("policy_text.result.band.last", name=names[-1], start=bands[-2].start.text))
    rounded = "policy_text.result.rounded" + (".one" if places == 1 else "")
    return [tell.say(rounded, places=places), tell.clauses(from_to)]


class Chosen(NamedTuple):
    """A policy as a form's page offers it: by kind and version."""

    code: str
    name: Bilingual
    policy: Policy


def offered(user: Doer) -> list[Chosen]:
    """Those in force first, the quarter's before the month's."""
    rows = policies_seen_by(user).exclude(state=Policy.State.DRAFT)
    return [Chosen(f"{one.kind}-{one.number}", titled(one), one) for one in sorted(rows, key=_place)]


def _place(policy: Policy) -> tuple[bool, bool, int]:
    return policy.state != Policy.State.PUBLISHED, policy.kind == Policy.Kind.MONTHLY, -policy.number


def titled(policy: Policy) -> Bilingual:
    zh, en = (Teller(tongue) for tongue in ("zh-hans", "en"))
    said = (
        tell.say("policy_text.version", kind=tell.called("policy_kind", policy.kind), number=policy.number)
        for tell in (zh, en)
    )
    return Bilingual(*said)


def policy_paper(making: Making) -> Body:
    chosen: Chosen | None = making.chosen(POLICY.name) or making.first_offered(POLICY.name)
    if chosen is None:
        raise NotNow("form.nothing_to_lay_out")
    tell = making.tell
    names = {code: tell.shown(name) for code, name in indicator_names().items()}
    says = parsed(chosen.policy)
    blocks: list[Block] = [_month(making, says, names) if isinstance(says, MonthPolicy) else _quarter(making, says)]
    for part in in_words(says, names, tell):
        blocks += [Heading(part.heading), Bullets(part.sentences)]
    facts = [(tell.say("form.fact.in_force"), tell.day(chosen.policy.published_on))]
    return Body(blocks, facts if chosen.policy.published_on else [], subtitle=chosen.name.read(tell.language))


def _quarter(making: Making, policy: SkillPolicy) -> Table:
    tell = making.tell
    rows = [
        (tell.called("appraisal.source", source), tell.percent(weight.value, 2))
        for source, weight in policy.sources.items()
    ]
    return Table(making.head.columns(*QUARTER), rows, widths=(4, 1), numeric=(1,))


def _month(making: Making, policy: MonthPolicy, names: Mapping[str, str]) -> Table:
    tell = making.tell
    rows = [
        (
            names.get(group, group) if place == 0 else "", names.get(code, code), tell.plain(points.value),
            rule_told(policy.rules.get(code), code, tell) or tell.say("policy_rule.rated"),
        )
        for group, one in policy.groups.items()
        for place, (code, points) in enumerate(one.indicators.items())
    ]  # fmt: skip
    return Table(making.head.columns(*MONTH), rows, widths=(2, 3, 1, 5), numeric=(2,))


POLICY = Ask("policy", offered)
FORM = Form("policy", 65, policy_paper, (POLICY,), (*QUARTER, *MONTH), ("person", "day"))

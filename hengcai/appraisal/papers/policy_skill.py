"""The quarter's policy in words: who rates, what is missing, and one quarter worked out by the policy itself."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from hengcai.appraisal.rules.evidence import Evidence
from hengcai.appraisal.rules.policy import CUSTOMER, PEER, SkillPolicy
from hengcai.appraisal.rules.skill import skill_score
from hengcai.paper.telling import Teller

PRACTICAL, QUALITY = "practical", "quality"
EXAMPLE = {"superior": "4.2", "self": "4", CUSTOMER: "4.4", PRACTICAL: "3.8", QUALITY: "4.1"}
ANSWERS = 12
ITEM = "item"


def sources(policy: SkillPolicy, tell: Teller) -> list[str]:
    return [*(source_told(source, policy, tell) for source in policy.sources), *items(policy, tell)]


def items(policy: SkillPolicy, tell: Teller) -> list[str]:
    told = [tell.say("policy_text.items")]
    if policy.item_weights:
        listed = tell.join(f"{item} {weight.text}" for item, weight in policy.item_weights.items())
        told.append(tell.say("policy_text.items.weights", items=listed))
    return told if QUALITY in policy.sources else [*told, tell.say("policy_text.quality.beside")]


def source_told(source: str, policy: SkillPolicy, tell: Teller) -> str:
    facts: dict[str, object] = {"weight": tell.percent(policy.sources[source].value, 2)}
    if source == PRACTICAL:
        facts["points"] = tell.join(
            tell.say("policy_text.source.practical.point", mark=mark.text, level=level.text)
            for mark, level in policy.written_mark
        )
    least = policy.least_heard(source)
    code = f"policy_text.source.{source}"
    return tell.say(f"{code}.least" if least > 1 else code, least=least, **facts)


def missing(policy: SkillPolicy, tell: Teller) -> Iterator[str]:
    yield tell.say("policy_text.missing.source", least=tell.percent(policy.minimum_weight.value, 2))
    if policy.required:
        names = tell.join(tell.called("appraisal.source", source) for source in policy.required)
        yield tell.say("policy_text.missing.required", names=names)


def example(policy: SkillPolicy, tell: Teller) -> list[str]:
    """Two peers where three are asked for; nothing where the policy gives no score without them."""
    found = {source: Fraction(score) for source, score in EXAMPLE.items() if source in policy.sources}
    peers = policy.peer_minimum - 1 if PEER in policy.sources else 0
    score = skill_score(_evidence(found, policy, peers=peers), policy)
    if score.exact is None or score.final is None or score.band is None:
        return [_throughout(policy, tell)]
    few = [_few_peers(peers, policy, tell)] if peers > 0 else []
    given = tell.join(_given(source, value, policy, tell) for source, value in found.items())
    weights = {source: policy.sources[source].value for source in found}
    whole = sum(weights.values(), Fraction(0))
    terms = " + ".join(f"{tell.plain(value)}×{tell.percent(weights[source], 2)}" for source, value in found.items())
    worked = tell.say(
        "policy_text.example.sum", terms=terms, sum=tell.plain(score.exact * whole), weight=tell.percent(whole, 2),
        exact=tell.points(score.exact, 4), final=score.final, band=tell.called("band", score.band),
    )  # fmt: skip
    return [tell.say("policy_text.example.skill", given=given), *few, worked, _throughout(policy, tell)]


def _given(source: str, value: Fraction, policy: SkillPolicy, tell: Teller) -> str:
    score = tell.plain(value)
    if source == CUSTOMER:
        return tell.say("policy_text.example.given.customer", score=score, n=_answers(policy))
    return tell.say("policy_text.example.given", name=tell.called("appraisal.source", source), score=score)


def _few_peers(peers: int, policy: SkillPolicy, tell: Teller) -> str:
    weight = tell.percent(policy.sources[PEER].value, 2)
    return tell.say("policy_text.example.peers", n=peers, least=policy.peer_minimum, weight=weight)


def _throughout(policy: SkillPolicy, tell: Teller) -> str:
    """Everybody heard, and all of one level."""
    (final, band), (low, low_band) = (_all_at(Fraction(level), policy, tell) for level in (4, 3))
    return tell.say("policy_text.example.all_fours", final=final, band=band, low=low, low_band=low_band)


def _all_at(level: Fraction, policy: SkillPolicy, tell: Teller) -> tuple[str, str]:
    levels = dict.fromkeys((source for source in policy.sources if source != PEER), level)
    peers = max(policy.peer_minimum, 1) if PEER in policy.sources else 0
    score = skill_score(_evidence(levels, policy, peers=peers, peer_level=level), policy)
    return score.final or "–", tell.called("band", score.band or "")


def _evidence(
    levels: Mapping[str, Fraction], policy: SkillPolicy, *, peers: int, peer_level: Fraction | int = 4
) -> Evidence:
    evidence = Evidence()
    for source, level in levels.items():
        if source == CUSTOMER:
            for _answer in range(_answers(policy)):
                evidence.rate_as_customer(level)
        else:
            evidence.rate(source, rater=source, item=ITEM, score=level)
    for peer in range(peers):
        evidence.rate(PEER, rater=peer, item=ITEM, score=peer_level)
    return evidence


def _answers(policy: SkillPolicy) -> int:
    return max(ANSWERS, policy.customer_minimum)

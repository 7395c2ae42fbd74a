"""考核制度: the formal text of one version with chapters and numbered articles, as it is announced and signed for."""

from collections.abc import Mapping

from hengcai.appraisal.models import Policy
from hengcai.appraisal.papers.articles import ToldChapter, chapters_told
from hengcai.appraisal.papers.policy import POLICY
from hengcai.appraisal.queries.procedure import procedure_of
from hengcai.appraisal.rules.procedure import text_hash
from hengcai.base.errors import NotNow
from hengcai.framework.queries import indicator_names
from hengcai.paper.blocks import Block, Bullets, Heading, Paragraph
from hengcai.paper.forms.form import Form
from hengcai.paper.forms.making import Body, Making
from hengcai.paper.telling import Teller


def rules_paper(making: Making) -> Body:
    chosen = making.chosen(POLICY.name) or making.first_offered(POLICY.name)
    if chosen is None:
        raise NotNow("form.nothing_to_lay_out")
    tell, policy = making.tell, chosen.policy
    blocks: list[Block] = [
        block for chapter in chapters_told(policy, names_told(tell), tell) for block in _laid(chapter)
    ]
    blocks.append(Paragraph(tell.say("form.rules.hash", hash=in_groups(text_hash(policy.text))), is_small=True))
    return Body(blocks, _facts(policy, tell), subtitle=chosen.name.read(tell.language))


def in_groups(digest: str) -> str:
    """To be compared by eye, and broken where a line ends."""
    return " ".join(digest[start : start + 8] for start in range(0, len(digest), 8))


def names_told(tell: Teller) -> Mapping[str, str]:
    return {code: tell.shown(name) for code, name in indicator_names().items()}


def _laid(chapter: ToldChapter) -> list[Block]:
    blocks: list[Block] = [Heading(chapter.heading)]
    for one in chapter.articles:
        blocks.append(Heading(one.heading, level=3))
        blocks.append(Paragraph(one.sentences[0]) if len(one.sentences) == 1 else Bullets(one.sentences))
    return blocks


def _facts(policy: Policy, tell: Teller) -> list[tuple[str, str]]:
    one = procedure_of(policy)
    days = [
        ("form.fact.decided", one and one.decided_on), ("form.fact.announced", one and one.announced_on),
        ("form.fact.in_force", policy.in_force_from),
    ]  # fmt: skip
    return [(tell.say(code), tell.day(day)) for code, day in days if day]


FORM = Form("rules", 64, rules_paper, (POLICY,), (), ("person", "day"))

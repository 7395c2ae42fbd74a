"""A chosen form as paper."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from hengcai.accounts.models import User
from hengcai.accounts.queries import the_centre
from hengcai.insight.forms import cards, skills, tables
from hengcai.insight.forms.choice import Choice
from hengcai.insight.forms.heads import head_of
from hengcai.insight.forms.kinds import Kind
from hengcai.insight.forms.making import Body, Making
from hengcai.paper.blocks import Paper, Paragraph, Signatures
from hengcai.paper.telling import Teller

BUILDERS: dict[str, Callable[[Making], Body]] = {
    "skill-standard": skills.standard, "self-assessment": skills.self_assessment, "rating": skills.rating,
    "practical": skills.practical, "probation": skills.probation, "skill-summary": tables.skill_summary,
    "month-sheet": tables.month_sheet, "scorecard": cards.scorecard, "ticket-check": cards.scorecard,
}  # fmt: skip


@dataclass(frozen=True)
class Form:
    paper: Paper
    is_filled: bool


def form_of(kind: Kind, choice: Choice, *, user: User, language: str, today: date) -> Form:
    """The note stands above, the signature lines below, both in the centre's own words."""
    tell, centre = Teller(language), the_centre()
    head = head_of(kind, centre.form_heads, tell)
    body = BUILDERS[kind.code](Making(kind, choice, user, head, tell))
    note = [Paragraph(head.note, is_small=True)] if head.note else []
    paper = Paper(
        title=head.title, subtitle=body.subtitle, language=tell.tongue,
        blocks=[*note, *body.blocks, Signatures(head.signatures)], head=str(centre.name.read(language)),
        foot=tell.say("paper.foot", day=today), is_landscape=kind.is_landscape, facts=body.facts,
    )  # fmt: skip
    return Form(paper, body.is_filled)

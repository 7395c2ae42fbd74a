"""A chosen form as paper."""

from dataclasses import dataclass
from datetime import date

from hengcai.base.permissions import Doer
from hengcai.paper.blocks import Paper, Paragraph, Signatures
from hengcai.paper.forms.form import Choice, Form
from hengcai.paper.forms.heads import Heads, head_of
from hengcai.paper.forms.making import Making
from hengcai.paper.telling import Teller


@dataclass(frozen=True)
class Centre:
    """Whose form it is: its name in both languages and its own words for forms."""

    name: str
    heads: Heads


@dataclass(frozen=True)
class Laid:
    paper: Paper
    is_filled: bool


def laid_out(form: Form, choice: Choice, *, user: Doer, centre: Centre, tell: Teller, today: date) -> Laid:
    """The note stands above, the signature lines below, both in the centre's own words."""
    head = head_of(form, centre.heads, tell)
    body = form.made(Making(form, choice, user, head, tell))
    note = [Paragraph(head.note, is_small=True)] if head.note else []
    paper = Paper(
        title=head.title, subtitle=body.subtitle, language=tell.tongue,
        blocks=[*note, *body.blocks, Signatures(head.signatures)], head=centre.name,
        foot=tell.say("paper.foot", day=today), is_landscape=form.is_landscape, facts=body.facts,
    )  # fmt: skip
    return Laid(paper, body.is_filled)

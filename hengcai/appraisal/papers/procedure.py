"""民主程序记录: what was discussed and answered, decided by whom with which votes, announced where, signed for by how many."""

from collections.abc import Iterator, Sequence

from django.conf import settings

from hengcai.appraisal.models import Policy, PolicyComment, Procedure
from hengcai.appraisal.papers.articles import articles_told
from hengcai.appraisal.papers.policy import Chosen, offered, titled
from hengcai.appraisal.papers.rules import in_groups, names_told
from hengcai.appraisal.queries.procedure import (
    comments_in_order,
    files_seen_by,
    procedure_of,
    signed_of,
    with_procedure,
)
from hengcai.base import clock
from hengcai.base.days import day_of
from hengcai.base.errors import NotNow
from hengcai.base.permissions import Doer
from hengcai.paper.blocks import Block, Heading, Lines, Paragraph, Table
from hengcai.paper.forms.form import Ask, Form
from hengcai.paper.forms.making import BLANK_LINES, LINE, Body, Making
from hengcai.paper.telling import Teller

COMMENTS = ("policy_article", "policy_comment", "policy_answer", "policy_reason")
PRESENT = ("policy_present", "policy_capacity")
FILES = ("policy_paper", "policy_step", "policy_paper_day", "policy_digest")
FACTS = ("form.fact.policy_state", "form.fact.comments_until")
WIDE, BLANK_ROWS = (3, 5, 2, 5), 6


def procedure_paper(making: Making) -> Body:
    chosen = making.chosen(POLICY.name) or making.first_offered(POLICY.name)
    if chosen is None:
        return Body(list(_blank(making)), [(making.tell.say(code), "") for code in FACTS])
    one = procedure_of(chosen.policy)
    if one is None:
        raise NotNow("form.no_procedure")
    return Body(
        list(_blocks(making, chosen.policy, one)), _facts(one, chosen.policy, making.tell),
        subtitle=titled(chosen.policy).read(making.tell.language),
    )  # fmt: skip


def _blocks(making: Making, policy: Policy, one: Procedure) -> Iterator[Block]:
    tell = making.tell
    yield Heading(tell.say("form.procedure.discussed"))
    if one.invitation:
        yield Paragraph(one.invitation)
    yield from _comments(making, policy)
    if one.decided_on:
        yield Heading(tell.say("form.procedure.decided"))
        yield Paragraph(
            tell.say(
                "form.procedure.votes", day=one.decided_on, yes=one.votes_for, no=one.votes_against,
                none=one.votes_abstained, name=one.decided_by.name if one.decided_by else "",
            )
        )  # fmt: skip
        if one.alone_because:
            yield Paragraph(tell.say("form.procedure.alone", reason=one.alone_because))
        rows = [(who.name, tell.say(f"policy_capacity.{who.capacity}")) for who in one.attendees.all()]
        yield Table(making.head.columns(*PRESENT), rows, widths=(3, 2))
        yield Heading(tell.say("form.procedure.minutes"), level=3)
        yield Paragraph(one.minutes)
    if one.announced_on:
        yield Heading(tell.say("form.procedure.announced"))
        yield Paragraph(
            tell.say("form.procedure.posted", day=one.announced_on, place=one.place, begins=one.promised_from)
        )
        yield Paragraph(one.notice)
    yield from _signed(making, policy)


def _blank(making: Making) -> Iterator[Block]:
    """Where no version has gone this way yet: to be kept by hand."""
    say, columns = making.tell.say, making.head.columns
    yield Heading(say("form.procedure.discussed"))
    yield Table(columns(*COMMENTS), [("",) * len(COMMENTS)] * BLANK_ROWS, widths=WIDE, row_height=LINE)
    yield Heading(say("form.procedure.decided"))
    yield Table(columns(*PRESENT), [("",) * len(PRESENT)] * BLANK_ROWS, widths=(3, 2), row_height=LINE)
    yield Heading(say("form.procedure.minutes"), level=3)
    yield Lines(BLANK_LINES)
    yield Heading(say("form.procedure.announced"))
    yield Lines(BLANK_ROWS)


def _comments(making: Making, policy: Policy) -> Iterator[Block]:
    tell = making.tell
    headings = {one.key: one.heading for one in articles_told(policy, names_told(tell), tell)}
    rows = [_comment(one, headings, tell) for one in comments_in_order(policy)]
    yield Paragraph(tell.say("form.procedure.comments", n=len(rows)))
    if rows:
        yield Table(making.head.columns(*COMMENTS), rows, widths=WIDE)


def _comment(one: PolicyComment, headings: dict[str, str], tell: Teller) -> Sequence[str]:
    """Without who said it: this paper is shown to everybody."""
    where = headings.get(one.article, one.article) if one.article else tell.say("form.procedure.whole")
    answer = tell.say(f"policy_comment.answer.{one.answer}") if one.answer else ""
    return where, one.text, answer, one.reason


def _signed(making: Making, policy: Policy) -> Iterator[Block]:
    tell, user = making.tell, making.user
    if policy.state in (Policy.State.ANNOUNCED, Policy.State.PUBLISHED):
        found = signed_of(policy, today=clock.today())
        yield Heading(tell.say("form.procedure.signed"))
        yield Paragraph(tell.say("form.procedure.signed.told", done=found.done, people=found.people, day=clock.today()))
    papers = [
        (one.name, tell.called("policy", one.step), tell.day(day_of(one.at, settings.TIME_ZONE)), one.digest[:16])
        for one in files_seen_by(user, policy)
    ]
    one = procedure_of(policy)
    if one is not None and one.text_hash:
        yield Paragraph(tell.say("form.rules.hash", hash=in_groups(one.text_hash)), is_small=True)
    if papers:
        yield Heading(tell.say("form.procedure.papers"))
        yield Table(making.head.columns(*FILES), papers, widths=(5, 2, 2, 3))


def _facts(one: Procedure, policy: Policy, tell: Teller) -> list[tuple[str, str]]:
    facts = (tell.called("policy", policy.state), tell.day(one.closes_on))
    return [(tell.say(code), text) for code, text in zip(FACTS, facts, strict=True) if text]


def _with_procedure(user: Doer) -> list[Chosen]:
    kept = with_procedure()
    return [one for one in offered(user) if one.policy.pk in kept]


POLICY = Ask("policy", _with_procedure)
FORM = Form("procedure", 66, procedure_paper, (POLICY,), (*COMMENTS, *PRESENT, *FILES), ("group", "staff", "day"))

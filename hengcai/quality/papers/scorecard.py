"""A scorecard on paper, blank or with one evaluation's marks."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from hengcai.base.errors import NotNow
from hengcai.base.masking.text import mask
from hengcai.paper.blocks import Block, Heading, Lines, Paragraph, Table
from hengcai.paper.forms.form import Ask, Form
from hengcai.paper.forms.making import LINE, Body, Making
from hengcai.quality.cards import card_of, marks_of
from hengcai.quality.fatal import fatal_told
from hengcai.quality.models import Answer, Evaluation, Item, Scorecard, Section
from hengcai.quality.queries.pages import may_know_analyst
from hengcai.quality.queries.printed import cards_to_print, evaluation_to_print, whole_card
from hengcai.quality.rules.score import score

COLUMNS = ("item", "standard", "weight", "given", "comment")
SIGNATURES = ("analyst", "day")
EVALUATION = Ask("evaluation", is_number=True)
RATED = (Item.Kind.ANCHORED, Item.Kind.YES_NO, Item.Kind.CHOICE)
SCALES = {Item.Kind.ANCHORED: "form.scale.card", Item.Kind.YES_NO: "form.scale.yes_no"}
SAYS_CRITICAL = ("致命", "fatal", "critical")  # a name that says so already
Answers = Mapping[int, Answer]


def scorecard(making: Making) -> Body:
    wanted = making.chosen("evaluation")
    evaluation = _evaluation(making, wanted) if wanted is not None else None
    card = _card(making, evaluation)
    answers = {one.item_id: one for one in evaluation.answers.all()} if evaluation else {}
    blocks: list[Block] = [Paragraph(told) for told in _fatal(making, card, evaluation)]
    for section in card.sections.all():
        blocks += _section(making, card, section, answers)
    blocks += _overall(making, evaluation)
    facts = _facts(making, card, evaluation)
    return Body(blocks, facts, str(card.name.read(making.tell.language)), is_filled=evaluation is not None)


def _evaluation(making: Making, number: int) -> Evaluation:
    found = evaluation_to_print(making.user, number)
    if found is None:
        raise NotNow("form.no_evaluation", number=number)
    return found


def _card(making: Making, evaluation: Evaluation | None) -> Scorecard:
    card = evaluation.scorecard if evaluation else making.chosen("card") or making.first_offered("card")
    if card is None:
        raise NotNow("form.nothing_to_lay_out")
    return whole_card(card)


def _facts(making: Making, card: Scorecard, evaluation: Evaluation | None) -> list[tuple[str, str]]:
    tell, day = making.tell, making.tell.day
    lines = f"{tell.plain(Fraction(card.pass_line))} / {tell.plain(Fraction(card.excellence_line))}"
    facts = [
        ("paper.fact.name", evaluation.agent.name if evaluation else ""),
        ("form.fact.contact", evaluation.assignment.contact.key if evaluation else ""),
        ("form.fact.contact_on", day(evaluation.contact_on) if evaluation else ""),
        ("form.fact.evaluator", _analyst(making, evaluation)),
        ("form.fact.version", tell.say("form.fact.version.of", number=card.number)),
        ("form.fact.lines", lines),
        ("form.fact.total", making.tell.points(Fraction(evaluation.exact)) if evaluation and evaluation.exact else ""),
    ]
    return [(tell.say(code), text) for code, text in facts]


def _analyst(making: Making, evaluation: Evaluation | None) -> str:
    """Whoever the evaluation is about reads who scored by role only."""
    if evaluation is None:
        return ""
    return evaluation.evaluator.name if may_know_analyst(evaluation, making.user) else making.tell.say("role.analyst")


def _fatal(making: Making, card: Scorecard, evaluation: Evaluation | None) -> list[str]:
    """What a fatal error did and to what, where there was one."""
    if evaluation is None or not evaluation.has_fatal:
        return []
    rules = card_of(card)
    found = score(rules, marks_of(evaluation.answers.all()))
    told = fatal_told(rules, found, channel=card.channel, language=making.tell.language)
    return [told] if told else []


def _section(making: Making, card: Scorecard, section: Section, answers: Answers) -> list[Block]:
    language = making.tell.language
    name, items = str(section.name.read(language)), list(section.items.all())
    if card.kind == Scorecard.Kind.WEIGHTED:
        name = making.tell.say("form.card.section", name=name, weight=making.tell.plain(Fraction(section.weight)))
    rows = [_row(making, card, item, answers) for item in items]
    table = Table(
        making.head.columns(*making.form.columns),
        rows,
        widths=(2.6, 8.4, 1.4, 2.6, 4),
        numeric=(2,),
        row_height=0 if answers else LINE,
    )
    return [Heading(name, level=3), table]


def _row(making: Making, card: Scorecard, item: Item, answers: Answers) -> list[str]:
    answer = answers.get(item.pk)
    given = _given(making, item, answer) if answers else _scale(making, item)
    return [_name(making, item), _standard(making, item), _weight(making, card, item), given, _comment(making, answer)]


def _name(making: Making, item: Item) -> str:
    name = str(item.name.read(making.tell.language))
    if not item.critical_scope or any(word in name.lower() for word in SAYS_CRITICAL):
        return name
    scope = making.tell.say(f"form.critical.{item.critical_scope}")
    return making.tell.say("form.critical", name=name, scope=scope)


def _standard(making: Making, item: Item) -> str:
    """What to go by: guidance, then the levels or options."""
    language, tell = making.tell.language, making.tell
    parts = [str(item.guidance.read(language))] if item.guidance else []
    parts += [
        tell.say("form.card.anchor", level=level, text=text.read(language))
        for level, text in sorted(item.anchors.items())
    ]
    parts += [
        tell.say("form.card.option", name=one["name"].read(language), points=one["points"]) for one in item.options
    ]
    return tell.clauses(part.rstrip("。；;.") for part in parts if part)


def _weight(making: Making, card: Scorecard, item: Item) -> str:
    points = making.tell.plain(Fraction(item.points)) if item.points is not None else ""
    if item.kind == Item.Kind.BONUS:
        return making.tell.say("form.card.bonus", points=points)
    if item.kind == Item.Kind.DEDUCTION:
        return making.tell.say("form.card.off", points=points)
    return making.tell.plain(Fraction(item.weight)) if item.kind in RATED and item.weight else ""


def _scale(making: Making, item: Item) -> str:
    if item.kind in (Item.Kind.DEDUCTION, Item.Kind.BONUS):
        return making.tell.say("form.scale.hit")
    if item.kind == Item.Kind.CHOICE:
        return making.tell.join(one["name"] for one in item.options)
    return making.tell.say(SCALES[Item.Kind(item.kind)]) if item.kind in SCALES else ""


def _given(making: Making, item: Item, answer: Answer | None) -> str:
    return "–" if answer is None else told_mark(making, item, answer.value)


def told_mark(making: Making, item: Item, value: str) -> str:
    """A mark as paper says it."""
    if item.kind == Item.Kind.CHOICE:
        named = {one["id"]: one["name"] for one in item.options}
        return str(named[value].read(making.tell.language)) if value in named else value
    known = {"na", "yes", "no", "hit", "clear", "noted"}
    return making.tell.say(f"quality.mark.{value}") if value in known else value


def _comment(making: Making, answer: Answer | None) -> str:
    if answer is None:
        return ""
    said = mask(answer.comment)
    if said and answer.turn is not None:
        said = making.tell.say("form.card.comment", text=said, turn=answer.turn + 1)
    cause = making.tell.say(f"quality.cause.{answer.cause}") if answer.cause else ""
    return " · ".join(text for text in (said, cause) if text)


def _overall(making: Making, evaluation: Evaluation | None) -> Sequence[Block]:
    heading = Heading(making.tell.say("form.overall"), level=3)
    if evaluation is None:
        return [heading, Lines(2)]
    return [heading, Paragraph(mask(evaluation.comment))] if evaluation.comment else []


FORM = Form(
    "scorecard", 70, scorecard,
    (Ask("card", lambda user: cards_to_print(user, for_tickets=False)), EVALUATION),
    COLUMNS, SIGNATURES, is_landscape=True,
)  # fmt: skip

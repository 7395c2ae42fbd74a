"""The sheet for tickets: the same card, from 100 points downwards."""

from hengcai.paper.forms.form import Ask, Form
from hengcai.quality.papers.scorecard import EVALUATION, SIGNATURES, scorecard
from hengcai.quality.queries.printed import cards_to_print

FORM = Form(
    "ticket-check", 80, scorecard,
    (Ask("card", lambda user: cards_to_print(user, for_tickets=True)), EVALUATION),
    ("item", "standard", "off", "found", "comment"), SIGNATURES, is_landscape=True,
)  # fmt: skip

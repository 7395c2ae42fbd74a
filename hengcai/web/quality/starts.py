"""What a new card starts from."""

from hengcai.base.bilingual import Bilingual
from hengcai.quality.documents import definition_of
from hengcai.quality.rules.card import WEIGHTED
from hengcai.web.quality import card_text
from hengcai.web.shell.templatetags.hc import is_english


def definition_for(chosen, cards):
    """Under the name, code and channel asked for; a copy keeps everything else of what it is made of."""
    kind, _colon, which = chosen["start"].partition(":")
    base = {"kind": WEIGHTED, "sections": []}
    if kind == "card":
        base = definition_of(cards.get(pk=which))
    elif kind == "shipped":
        base = card_text.read(card_text.shipped_text(which))
    name = Bilingual(en=chosen["name"]) if is_english() else Bilingual(zh=chosen["name"])
    return {**base, "id": chosen["code"], "name": name, "channel": chosen["channel"]}

"""One condition asked of one conversation."""

from hengcai.autoscore.rules.checking import atoms_of
from hengcai.autoscore.rules.conversation import conversation_of
from hengcai.autoscore.rules.finding import Finder
from hengcai.autoscore.rules.judging import Seen, scored
from hengcai.autoscore.rules.reading import rules_in

HEAD = "name: x\nversion: 1\nlanguage: {}\nvocabulary: {{hold: [请稍等, 稍等一下]}}\nitems:\n  - id: a\n    name: b\n    rule: {}\n"


def rules(rule, *, language="zh", more=""):
    return rules_in(HEAD.format(language, rule) + more, file="rules.yaml")


def conversation(*turns, **columns):
    """Turns as (speaker, text) or (speaker, text, start, end)."""
    rows = [dict(zip(("speaker", "text", "start", "end"), one, strict=False)) for one in turns]
    return conversation_of({"id": "c", "language": "zh", "channel": "call", "turns": rows, **columns})


def judged(rule, one, *, language="zh", more=""):
    file = rules(rule, language=language, more=more)
    return scored(file.items[0], Seen(one, Finder(atoms_of(file)).found(one.turns)))


def hit(rule, *turns, language="zh", **columns):
    return judged(rule, conversation(*turns, language=language, **columns), language=language).hit


def quotes(rule, *turns, language="zh"):
    one = conversation(*turns, language=language)
    found = judged(rule, one, language=language)
    return [(span.turn, one.turns[span.turn].text[span.start : span.end]) for span in found.evidence]

"""The card of an observation as a form: that of the desk, without moments, for there is no transcript."""

from hengcai.interactions.models import Contact
from hengcai.quality.rules.rechecks import marks_kept
from hengcai.quality.rules.score import score
from hengcai.web.quality.lines import parts_of
from hengcai.web.quality.sheet import Sheet, entries_of, fit_marks, posted
from hengcai.web.quality.transcript import Moments


def card_posted(observation, card, post):
    return _laid(observation, card, posted(card, _no_moments(observation), post))


def card_kept(observation, card):
    marks = marks_kept(observation.marks)
    entries = entries_of(marks, _no_moments(observation))
    return _laid(observation, card, Sheet(marks, entries, observation.comment, observation.edit_count))


def _no_moments(observation):
    return Moments(Contact(channel=observation.channel), ())


def _laid(observation, card, sheet):
    fit = fit_marks(card, sheet.marks)
    parts = parts_of(observation.scorecard, card, fit, score(card, fit))
    return {"sheet": sheet, "parts": parts, "without_lines": True}

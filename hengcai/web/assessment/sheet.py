"""A paper laid out. Three hundred people may open theirs within ten seconds, so the questions are written here rather than by a
template, and what is the same for everybody is made once."""

from functools import lru_cache

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.translation import gettext as _

from hengcai.assessment.listening import of_sitting, plays_left
from hengcai.web.questions.showing import Player
from hengcai.web.shell.markdown import rendered
from hengcai.web.shell.says import word

CARD = (
    '<section class="card exam-question" id="question-{place}" data-question="{key}" data-number="{number}" aria-label="{label}">'
    '<div class="card-body"><p class="exam-place">{place} / {total}<span class="small text-secondary"> · {kind}</span></p>'
    '<input type="hidden" name="here-{key}" value="{number}">{heard}<div data-ask>{asked}</div>'
    '<p class="small exam-note" data-note role="status" hidden></p></div></section>'
)
PLACE = '<a href="#question-{}" data-to="{}"{}>{}</a>'
DONE, OPEN = format_html(' class="{}"', "done"), ""
CHOICES = '<fieldset class="ask"><legend>{}</legend>{}<div class="survey-points">{}</div></fieldset>'
CHOICE = '<label><input type="{}" name="{}" value="{}"{}> <span>{}</span></label>'
TICKED = " checked"


def cards(sitting, asked):
    """`asked`: place, question with its answer, and how it is put."""
    total, label = len(asked), _("Question %(place)s")
    rows = ((_card(place, total, label, one, put, heard=_player(sitting, one.question)),) for place, one, put in asked)
    return format_html_join("\n", "{}", rows)


def _player(sitting, question):
    """Of a listening question, with how often it may still be played."""
    if not question.sound:
        return ""
    left = plays_left(of_sitting(sitting.pk), question, limit=question.most_plays)
    address = reverse("hear-sitting-question", args=[sitting.pk, question.pk])
    return render_to_string("questions/player.html", {"player": Player(address, left, question.most_plays)})


def places(asked):
    rows = ((place, one.question.pk, DONE if one.response else OPEN, place) for place, one, _put in asked)
    return format_html_join("", PLACE, rows)


def _card(place, total, label, one, put, *, heard):
    number = one.answer.number if one.answer else 0
    return format_html(
        CARD, place=place, total=total, key=one.question.pk, number=number, label=label % {"place": place},
        kind=word(f"assessment.bank.kind.{put.kind}"), asked=asked_html(put), heard=heard,
    )  # fmt: skip


def asked_html(put):
    """The same as the template writes, which draws all kinds that are rarer."""
    if put.kind not in ("single", "multiple"):
        return render_to_string("assessment/ask.html", {"one": put})
    kind = "checkbox" if put.kind == "multiple" else "radio"
    labels = (
        (kind, put.name, one.value, TICKED if one.is_chosen else OPEN, said(str(one.text))) for one in put.choices
    )
    hint = (
        format_html('<p class="form-hint">{}</p>', _("Tick everything that is right."))
        if put.kind == "multiple"
        else ""
    )
    return format_html(CHOICES, said(str(put.text)), hint, format_html_join("", CHOICE, labels))


@lru_cache(maxsize=8192)
def said(text):
    return conditional_escape(rendered(text))

"""A paper laid out. Three hundred people may open theirs within ten seconds, so the questions are written here rather than by a
template, and what is the same for everybody is made once."""

from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.translation import gettext as _

from hengcai.web.shell.markdown import rendered
from hengcai.web.shell.says import word

CARD = (
    '<section class="card exam-question" id="question-{place}" data-question="{key}" data-number="{number}" aria-label="{label}">'
    '<div class="card-body"><p class="exam-place">{place} / {total}<span class="small text-secondary"> · {kind}</span></p>'
    '<input type="hidden" name="here-{key}" value="1"><div data-ask>{asked}</div>'
    '<p class="small exam-note" data-note role="status" hidden></p></div></section>'
)
PLACE = '<a href="#question-{}" data-to="{}"{}>{}</a>'
DONE, OPEN = format_html(' class="{}"', "done"), ""
CHOICES = '<fieldset class="ask"><legend>{}</legend>{}<div class="survey-points">{}</div></fieldset>'
CHOICE = '<label><input type="{}" name="{}" value="{}"{}> <span>{}</span></label>'
TICKED = " checked"


def cards(asked):
    """`asked`: place, question with its answer, and how it is put."""
    total, label = len(asked), _("Question %(place)s")
    return format_html_join("\n", "{}", ((_card(place, total, label, one, put),) for place, one, put in asked))


def places(asked):
    rows = ((place, one.question.pk, DONE if one.response else OPEN, place) for place, one, _put in asked)
    return format_html_join("", PLACE, rows)


def _card(place, total, label, one, put):
    number = one.answer.number if one.answer else 0
    return format_html(
        CARD, place=place, total=total, key=one.question.pk, number=number, label=label % {"place": place},
        kind=word(f"assessment.bank.kind.{put.kind}"), asked=asked_html(put),
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

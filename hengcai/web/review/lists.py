"""The list of what is still known after a month."""

from django.utils.translation import gettext as _

from hengcai.base.sorting import Orders
from hengcai.web.shell.lists.columns import Column, Listing
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import percent

LONGEST = 80


def recall_list():
    columns = [
        Column("text", _("Question or notice"), lambda one: short(str(one.text) or one.reference), is_head=True),
        Column("kind", _("Comes from"), lambda one: word(f"review.kind.{one.kind}")),
        Column("people", _("People reviewing it"), lambda one: one.n_people, css="num"),
        Column("n", _("Asked after 30 days"), lambda one: one.recall.n, css="num"),
        Column("share", _("Still known"), share_told, css="num"),
        Column("interval", _("95% interval"), interval_told, css="num nowrap"),
    ]
    return Listing("recall", _("Recall after a month"), columns, Orders({}))


def share_told(one):
    found = one.recall.share
    return _("cannot tell") if found is None else percent(found.estimate)


def interval_told(one):
    found = one.recall.share
    return "" if found is None else f"{percent(found.low)} – {percent(found.high)}"


def short(text):
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"

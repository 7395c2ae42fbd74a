from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hengcai.accounts.actions import settle_centre
from hengcai.accounts.permissions import SETTLE
from hengcai.accounts.queries import the_centre
from hengcai.audit.action import note
from hengcai.base.errors import NotNow, NotValid
from hengcai.insight import permissions
from hengcai.insight.forms import form_of
from hengcai.paper.forms.heads import head_of
from hengcai.paper.forms.registry import form_called
from hengcai.paper.forms.registry import forms as all_forms
from hengcai.paper.forms.settling import as_shipped, settled
from hengcai.paper.telling import Teller
from hengcai.web.insight.files import pdf_response, xlsx_response
from hengcai.web.insight.forms import ChoiceForm, HeadsForm
from hengcai.web.insight.lists import form_list
from hengcai.web.insight.sheets import blocks_of
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.says import sentence

SHOWN = 50  # lines of a list on a page; the files hold all


@remembers("forms")
def forms(request):
    permissions.SEE_FORM.enter([], request.user)
    tell, heads = Teller(request.LANGUAGE_CODE), the_centre().form_heads
    found = [(kind, head_of(kind, heads, tell), tell.say(f"form.used_for.{kind.code}")) for kind in all_forms()]
    asked = Asked(request, form_list(may_settle=SETTLE.is_held_by(request.user)))
    rows = asked.sorted(found)
    return asked.file(rows) or asked.show("insight/forms.html", rows, {})


def form(request, code):
    """The form as a page, with what it can be filled from; what cannot be filled is shown blank with the reason."""
    kind, chosen = _chosen(request, code)
    refused, made = "", None
    try:
        made = _made(request, kind, chosen.choice(most=SHOWN), form="page")
    except NotNow as refusal:
        refused = sentence(refusal)
        made = _blank(request, kind)
    facts = {
        "kind": kind,
        "form": chosen,
        "made": made,
        "refused": refused,
        "may_settle": SETTLE.is_held_by(request.user),
        "blocks": blocks_of(made.paper) if made else [],
    }
    return render(request, "insight/form.html", facts, status=409 if refused else 200)


def pdf(request, code):
    kind, chosen = _chosen(request, code)
    return pdf_response(request, _made(request, kind, chosen.choice(), form="pdf").paper, kind.code)


def xlsx(request, code):
    kind, chosen = _chosen(request, code)
    return xlsx_response(_made(request, kind, chosen.choice(), form="xlsx").paper, kind.code)


def _chosen(request, code):
    permissions.SEE_FORM.enter([], request.user)
    kind = _kind(code)
    return kind, ChoiceForm(kind, request.user, Teller(request.LANGUAGE_CODE), request.GET)


def _kind(code):
    try:
        return form_called(code)
    except NotValid:
        raise Http404 from None


def _made(request, kind, choice, *, form):
    """A form with somebody's marks on it is read like a report: it leaves an entry."""
    made = form_of(kind, choice, user=request.user, language=request.LANGUAGE_CODE, today=localdate())
    if made.is_filled:
        number, cycle = choice.chosen.get("number") or "", choice.chosen.get("cycle")
        note("read_form", the_centre(), by=request.user, form=kind.code, number=number, cycle=cycle, to=form)
    return made


def _blank(request, kind):
    """None where there is nothing in force to lay out either."""
    try:
        choice = ChoiceForm(kind, request.user, Teller(request.LANGUAGE_CODE), {}).choice()
        return form_of(kind, choice, user=request.user, language=request.LANGUAGE_CODE, today=localdate())
    except NotNow:
        return None


def edit(request, code):
    """The centre's own head, labels and signature lines of one form."""
    centre, kind = the_centre(), _kind(code)
    SETTLE.enter(centre, request.user)
    if "reset" in request.POST:
        return _settle(request, centre, kind, as_shipped(kind, centre.form_heads))
    found = HeadsForm(kind, centre.form_heads, request.POST or None)
    refused = ""
    if found.is_valid():
        try:
            heads = settled(kind, centre.form_heads, texts=found.bilingual(), signatures=found.signatures())
            return _settle(request, centre, kind, heads)
        except NotValid as refusal:
            refused = sentence(refusal)
    title = head_of(kind, centre.form_heads, Teller(request.LANGUAGE_CODE)).title
    facts = {"kind": kind, "form": found, "refused": refused, "title": title}
    return render(request, "insight/form_edit.html", facts, status=422 if refused or found.errors else 200)


def _settle(request, centre, kind, heads):
    settle_centre(centre, by=request.user, name=centre.name, agent_word=centre.agent_word, form_heads=heads)
    messages.success(request, _("Saved. Forms printed from now on use this wording."))
    return redirect("see-form", kind.code)

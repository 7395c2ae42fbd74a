"""Complaints with their judgement, and praise beside them."""

from django import forms
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from hengcai.base.errors import NotValid
from hengcai.base.masking.text import mask
from hengcai.interactions import complaint_queries as queries
from hengcai.interactions import permissions
from hengcai.interactions.actions.complaints import judge_complaint
from hengcai.interactions.complaint_models import Complaint
from hengcai.interactions.rules.complaints import LONGEST_REASON, VERDICTS
from hengcai.web.interactions.forms import PlainForm, day_field
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.columns import Column, Listing, Where, link
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.says import sentence, word
from hengcai.web.shell.templatetags.hc import moment, short_day

SHOWN = 60  # signs of a text in a list


def judgements():
    return [("", _("All judgements")), *((code, word(f"complaint.judged.{code}")) for code in Complaint.Judged.values)]


class ComplaintFilterForm(PlainForm):
    judged = forms.ChoiceField(label=_lazy("Judgement"), choices=judgements, required=False)
    agent = forms.CharField(label=_lazy("Employee number or name"), required=False, max_length=80)
    first_day = day_field(_lazy("From day"))
    last_day = day_field(_lazy("To day"))

    def filters(self):
        self.is_valid()
        return queries.ComplaintFilter(**{name: value for name, value in self.cleaned_data.items() if value})


def complaint_list(kind):
    page = "see-complaint" if kind == "complaint" else ""
    columns = [
        Column("received", _("Received at"), lambda one: one.received_at, lambda one: _received(one, page), css="nowrap", is_head=True),
        Column("agent", _("Agents it is about"), lambda one: one.agent.name, css="nowrap"),
        Column("number", _("Employee number"), lambda one: one.agent.number, where=Where.FILE),
        Column("text", _("What was said"), lambda one: mask(one.text), _short),
        Column("matter", _("Matter"), lambda one: one.matter, css="wide"),
        Column("judged", _("Judgement"), lambda one: word(f"{kind}.judged.{one.judged}"), css="nowrap"),
        Column("judged_by", _("Judged by"), lambda one: one.judged_by, css="wide"),
        Column("judged_on", _("Judged on"), lambda one: one.judged_on, _judged_on, css="nowrap"),
        Column("reason", _("Reason for the judgement"), lambda one: mask(one.reason), where=Where.FILE),
        Column("contact", _("The contact"), lambda one: one.contact.key if one.contact else None, css="wide"),
    ]  # fmt: skip
    names = {"complaint": _("Complaints"), "praise": _("Praise")}
    return Listing(f"{kind}s", names[kind], columns, queries.COMPLAINT_ORDERS)


def _received(one, page):
    told = moment(one.received_at)
    return link(reverse(page, args=[one.pk]), told, one.agent.name) if page else format_html("{}", told)


def _judged_on(one):
    return short_day(one.judged_on) if one.judged_on else ""


def _short(one):
    text = mask(one.text)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"


@remembers("complaints")
def complaints(request):
    permissions.SEE_COMPLAINTS.enter([], request.user)
    form = ComplaintFilterForm(request.GET)
    rows = queries.complaints_seen_by(request.user).filter(form.filters().condition())
    asked = Asked(request, complaint_list("complaint"), form=form)
    if answer := asked.file(asked.sorted(rows)):
        return answer
    facts = {
        "tally": queries.tally_of(rows), "is_narrowed": asked.is_narrowed,
        "may_judge": permissions.JUDGE_COMPLAINT.is_held_by(request.user),
        "may_import": permissions.IMPORT.is_held_by(request.user),
    }  # fmt: skip
    return asked.show("interactions/complaints.html", asked.sorted(rows), facts)


@remembers("praise")
def praise(request):
    permissions.SEE_PRAISE.enter([], request.user)
    asked = Asked(request, complaint_list("praise"))
    rows = asked.sorted(queries.praise_seen_by(request.user))
    return asked.file(rows) or asked.show("interactions/praise.html", rows, {})


def complaint(request, pk):
    permissions.SEE_COMPLAINTS.enter([], request.user)
    found, error = get_object_or_404(queries.complaints_seen_by(request.user), pk=pk), ""
    if request.method == "POST":
        try:
            judge_complaint(
                found, by=request.user, judged=request.POST.get("judged", ""), reason=request.POST.get("reason", "")
            )
        except NotValid as refusal:
            error = sentence(refusal)
        else:
            messages.success(request, _("The judgement is saved."))
            return redirect("see-complaint", pk)
    facts = {
        "complaint": found, "may_judge": queries.may_judge(found, request.user), "error": error, "most": LONGEST_REASON,
        "verdicts": [(code, word(f"complaint.judged.{code}"), code == request.POST.get("judged", found.judged)) for code in VERDICTS],
        "reason": request.POST.get("reason", found.reason),
    }  # fmt: skip
    return render(request, "interactions/complaint.html", facts, status=422 if error else 200)

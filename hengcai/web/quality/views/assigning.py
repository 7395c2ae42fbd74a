"""Giving contacts out: picked by filter, ticked, to one analyst until one day; what was given, taking it back."""

from collections import Counter, defaultdict
from datetime import timedelta

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from hengcai.base.errors import NotAllowed, NotValid, Refusal
from hengcai.quality import permissions
from hengcai.quality.actions import assign_contacts, withdraw_assignment
from hengcai.quality.holding import own_cards
from hengcai.quality.queries.assigning import contacts_to_assign, given_out, given_rows
from hengcai.quality.queries.pages import analysts_with_load
from hengcai.web.interactions.shown import laid_newest
from hengcai.web.quality.forms import ContactFilterForm, GivenFilterForm, GivingForm, assign_starts, given_starts
from hengcai.web.quality.lists.given import given_list
from hengcai.web.quality.lists.work import to_assign_list
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.numbers import wholes
from hengcai.web.shell.says import sentence, word
from hengcai.web.shell.templatetags.hc import moment

DAYS_TO_SCORE = 3  # what the form proposes


@remembers("to-assign", starts=assign_starts)
def assign(request):
    permissions.GIVE.enter([], request.user)
    giving = GivingForm(request.POST or None, initial={"due_on": localdate() + timedelta(days=DAYS_TO_SCORE)})
    if giving.is_valid():
        _give(request, giving.cleaned_data)
        return redirect(request.get_full_path())
    form = ContactFilterForm(request.user, request.GET)
    asked = Asked(request, to_assign_list(), form=form, starts=assign_starts())
    rows = form.rows(request.user)
    if answer := asked.file(asked.sorted(rows)):
        return answer
    laid = laid_newest(asked, rows)
    facts = {"form": form, "giving": giving, "list": laid, "page": laid.page, "analysts": analysts_with_load()}
    return render(request, "quality/assign.html", facts, status=422 if giving.errors else 200)


def _give(request, chosen):
    """All at once where that goes; else one by one, so that one that cannot be given does not hold up the rest."""
    keys = wholes(request.POST.getlist("contact"))
    contacts = list(contacts_to_assign(request.user).filter(pk__in=keys))
    if not contacts:
        raise NotValid("quality.nothing_chosen")
    given, refusals = 0, Counter[str]()
    for card, some in _by_card(contacts, chosen["card"]):
        if card is None:
            refusals[_without_card(some[0])] += len(some)
            continue
        facts = {"by": request.user, "analyst": chosen["analyst"], "scorecard": card, "due_on": chosen["due_on"]}
        given += _given(some, facts, refusals)
    _tell(request, given, chosen["analyst"], refusals)


def _without_card(contact):
    name = word(f"quality.channel.{contact.channel}")
    return _("no scorecard is in force for this channel: %(name)s") % {"name": name}


def _by_card(contacts, card):
    """Each on the card chosen, or on the one that holds for its channel and its agent's post."""
    own = {} if card else own_cards(contacts)
    piles = defaultdict(list)
    for contact in contacts:
        found = card or own[contact.pk]
        piles[contact.channel, found.pk if found else None].append((contact, found))
    return [(some[0][1], [contact for contact, _found in some]) for some in piles.values()]


def _given(contacts, facts, refusals):
    try:
        return len(assign_contacts(contacts, **facts))
    except NotAllowed:
        raise
    except Refusal as refusal:
        if len(contacts) == 1:
            refusals[sentence(refusal)] += 1
            return 0
    return sum(_given([contact], facts, refusals) for contact in contacts)


def _tell(request, given, analyst, refusals):
    said = ngettext("%(count)s contact assigned to %(name)s.", "%(count)s contacts assigned to %(name)s.", given)
    if given:
        messages.success(request, said % {"count": given, "name": analyst.name})
    if refusals:
        count = sum(refusals.values())
        left = ngettext("%(count)s was not assigned:", "%(count)s were not assigned:", count) % {"count": count}
        messages.warning(request, " ".join([left, *refusals]))


@remembers("given", starts=given_starts)
def given(request):
    permissions.GIVE.enter([], request.user)
    form = GivenFilterForm(request.GET)
    listing = given_list(request.user, today=localdate(), query=f"?{request.GET.urlencode()}")
    asked = Asked(request, listing, form=form, starts=given_starts())
    rows = asked.sorted(given_out(request.user, form.filters()))
    return asked.file(rows) or asked.show("quality/given.html", rows, {})


@require_POST
def withdraw(request, pk):
    """Back to the list as it was narrowed."""
    permissions.GIVE.enter([], request.user)
    found = get_object_or_404(given_out(request.user), pk=pk)
    (row,) = given_rows([found], request.user, today=localdate())
    withdraw_assignment(found, by=request.user)
    messages.success(request, _taken_back(row))
    return redirect(f"{reverse('list-given')}?{request.GET.urlencode()}")


def _taken_back(row):
    contact = row.assignment.contact
    facts = {"name": row.assignment.analyst.name, "agent": contact.agent.name, "at": moment(contact.started_at)}
    if row.is_begun:
        return _("Withdrawn from %(name)s: %(agent)s, %(at)s. The draft is kept but hidden.") % facts
    return _("Withdrawn from %(name)s: %(agent)s, %(at)s.") % facts

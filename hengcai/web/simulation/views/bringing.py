"""A scenario file sent in: it becomes a draft, and what was not taken over is told on its page."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from hengcai.accounts.queries import the_centre
from hengcai.base.errors import NotNow, NotValid
from hengcai.simulation import actions, permissions
from hengcai.simulation.receiving import taken_from
from hengcai.web.shell.says import sentence
from hengcai.web.simulation.forms import BringScenarioForm


def bring(request):
    permissions.WRITE.enter([], request.user)
    form = BringScenarioForm(request.POST or None, request.FILES or None)
    refusal = ""
    if form.is_valid():
        try:
            made = _brought(request, form.cleaned_data)
        except (NotValid, NotNow) as refused:
            refusal = sentence(refused)
        else:
            messages.success(request, _("Imported as a draft. Check it before you publish it."))
            return redirect("see-story", made.pk)
    facts = {"form": form, "error": refusal}
    return render(request, "simulation/bring.html", facts, status=422 if refusal or form.errors else 200)


def _brought(request, chosen):
    upload = chosen["file"]
    taken = taken_from(upload.read(), name=upload.name, code=chosen["code"].strip())
    return actions.bring_scenario(the_centre(), by=request.user, taken=taken)

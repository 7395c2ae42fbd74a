"""A draft tried on a published cycle: asked for, not worked out by opening the page."""

from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language

from hengcai.appraisal import permissions
from hengcai.appraisal.papers.trial import band_called, cautions, cost_told, trial_paper
from hengcai.appraisal.queries import what_if as queries
from hengcai.appraisal.queries.results import policies_seen_by
from hengcai.appraisal.rules.policy_drafts import faults_of
from hengcai.audit.action import note
from hengcai.consequences.queries.bases import bases_on
from hengcai.paper.telling import Teller
from hengcai.web.insight.files import xlsx_response
from hengcai.web.shell.numbers import whole

MOST_NAMED = 200


def trial(request, pk):
    permissions.TRY_POLICY.enter([], request.user)
    draft = get_object_or_404(policies_seen_by(request.user), pk=pk)
    cycles = queries.cycles_to_try(draft)
    faults = list(faults_of(draft.kind, draft.text))
    facts = {"policy": draft, "cycles": cycles, "faults": faults}
    if "cycle" in request.GET and not faults:
        key = whole(request.GET["cycle"])
        cycle = next((one for one in cycles if one.pk == key), None)
        if cycle is not None:
            base = bases_on(request.user, cycle.period_end)
            found = queries.what_if(draft, cycle, request.user, base=base)
            note("try_policy", draft, by=request.user, cycle=cycle.code)
            tell = Teller(get_language() or "zh-hans")
            if request.GET.get("file") == "xlsx":
                return xlsx_response(
                    trial_paper(draft, found, tell), f"what-if-{draft.kind}-{draft.number}-{cycle.code}"
                )
            facts |= _laid(found, tell)
    return render(request, "appraisal/trial.html", facts)


def _laid(found, tell):
    return {
        "found": found,
        "names": [(code, band_called(code, tell)) for code in found.bands],
        "rows": [
            (
                band_called(before, tell),
                [(found.moves.get((before, after), 0), before == after) for after in found.bands],
            )
            for before in found.bands
        ],
        "cautions": cautions(found, tell),
        "cost": cost_told(found.cost, tell) if found.cost else [],
        "moved": [
            (one, band_called(one.before.band, tell), band_called(one.after.band, tell))
            for one in found.moved[:MOST_NAMED]
        ],
        "more": max(len(found.moved) - MOST_NAMED, 0),
    }

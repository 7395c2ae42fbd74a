"""Evaluations handed in: the list, one laid open, publishing."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from hengcai.quality import permissions
from hengcai.quality.actions import publish_evaluations
from hengcai.quality.queries import pages
from hengcai.quality.queries.disputes import answering
from hengcai.quality.queries.orders import evaluation_orders
from hengcai.web.quality.forms import EvaluationFilterForm
from hengcai.web.quality.lines import parts_of, plain_percent, short, signed, told_of_fatal, weight_percent
from hengcai.web.quality.lists.evaluations import evaluation_list
from hengcai.web.quality.summary import when
from hengcai.web.quality.transcript import pins_of, said, times_of
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.numbers import whole, wholes


@remembers("evaluations")
def evaluations(request):
    permissions.SEE.enter([], request.user)
    is_own = request.user.roles <= {"agent"}
    orders = evaluation_orders(request.user)
    form = EvaluationFilterForm(request.user, request.GET, tells_analysts=orders.knows("analyst"))
    rows = pages.evaluations_listed(request.user).filter(form.filters().condition())
    asked = Asked(request, evaluation_list(request.user, orders, is_own=is_own), form=form)
    if answer := asked.file(asked.sorted(rows)):
        return answer
    summary = pages.counts_of(rows)
    facts = {"summary": summary, "is_narrowed": asked.is_narrowed, "is_own": is_own}
    return asked.show("quality/evaluations.html", asked.sorted(rows), facts, count=summary.all)


@require_POST
def publish(request):
    permissions.PUBLISH.enter([], request.user)
    chosen = wholes(request.POST.getlist("evaluation"))
    batch = list(pages.evaluations_seen_by(request.user).filter(pk__in=chosen))
    made = publish_evaluations(batch, by=request.user)
    said = ngettext("%(count)s evaluation is published.", "%(count)s evaluations are published.", len(made))
    messages.success(request, said % {"count": len(made)})
    back = request.POST.get("back", "")
    if len(made) == 1 and back == "one":
        return redirect("see-evaluation", made[0].pk)
    return redirect("list-evaluations")


def evaluation(request, pk):
    permissions.SEE.enter([], request.user)
    found = get_object_or_404(pages.evaluations_seen_by(request.user), pk=pk)
    reading = pages.reading_of(found)
    parts = parts_of(found.scorecard, reading.card, reading.marks, reading.score)
    facts = {
        "reading": reading,
        "evaluation": found,
        "when": when(found.assignment.contact, reading.seconds),
        "band": pages.standing(reading.card, reading.score.total),
        "parts": parts,
        "said": said(found.assignment.contact, reading.turns, pins_of(parts)),
        "times": times_of(found.assignment.contact, reading.turns),
        "marked": _turn(request),
        "steps": _steps(reading, parts, found.scorecard),
        "spent": _spent(found, parts) if pages.may_know_seconds(found, request.user) else None,
        "revisions": pages.revisions_of(found, request.user),
        "shows_names": pages.may_know_analyst(found, request.user),
        "answer": answering(found, request.user, today=localdate()),
        "moves": pages.doings_of(found, request.user),
    }
    return render(request, "quality/evaluation.html", facts)


def _turn(request):
    return whole(request.GET.get("turn", ""))


def _spent(found, parts):
    """Seconds at the desk, together and by item; nothing where none were counted."""
    items = [row.item for part in parts for row in part.rows if found.item_seconds.get(row.item.code)]
    told = [(item.name, found.item_seconds[item.code]) for item in items]
    return {"total": sum(seconds for _name, seconds in told), "items": told} if told else None


def _steps(reading, parts, scorecard):
    """The sum as the page writes it out."""
    total, names = reading.sum, {part.section.code: part.section.name for part in parts}
    return {
        "lines": [
            {"name": names[line.code], "weight": weight_percent(line.weight), "share": plain_percent(line.share),
             "points": short(line.points), "is_fatal": line.is_fatal}
            for line in total.lines
        ],
        "base": "" if total.base is None else short(total.base),
        "deductions": signed(-reading.score.deductions) if reading.score.deductions else "",
        "bonus": signed(reading.score.bonus) if reading.score.bonus else "",
        "is_vetoed": total.is_vetoed,
        "fatal": told_of_fatal(reading.card, reading.score, scorecard),
    }  # fmt: skip

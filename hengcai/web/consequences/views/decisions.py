"""The log of decisions: what followed from whose result, by which rule, on whose word."""

from hengcai.consequences import permissions
from hengcai.consequences.queries.decisions import decisions_seen_by
from hengcai.web.consequences.decision_lists import decision_list
from hengcai.web.consequences.forms import DecisionFilterForm
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked


@remembers("decisions")
def decisions(request):
    permissions.SEE_MOVE.enter([], request.user)
    form = DecisionFilterForm(request.GET)
    asked = Asked(request, decision_list(), form=form)
    rows = decisions_seen_by(request.user, form.filters())
    return asked.file(rows) or asked.show("consequences/decisions.html", rows, {"is_narrowed": asked.is_narrowed})

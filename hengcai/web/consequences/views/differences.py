"""What a recomputation changed, before and after."""

from hengcai.consequences import permissions
from hengcai.consequences.queries import differences as queries
from hengcai.web.consequences.difference_lists import difference_list
from hengcai.web.consequences.forms import DifferenceFilterForm
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked


@remembers("differences")
def differences(request):
    permissions.SEE_RUN.enter([], request.user)
    form = DifferenceFilterForm(request.GET, request.user)
    asked = Asked(request, difference_list(), form=form)
    rows = asked.sorted(queries.differences_listed(request.user).filter(form.filters().condition()))
    return asked.file(rows) or asked.show("consequences/differences.html", rows, {"is_narrowed": asked.is_narrowed})

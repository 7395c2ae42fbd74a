"""Tickets to be inspected and inspected, in a list of their own."""

from hengcai.quality import permissions
from hengcai.quality.queries.tickets import tickets_seen_by
from hengcai.web.quality.forms import TicketFilterForm
from hengcai.web.quality.lists.tickets import ticket_list
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked


@remembers("tickets")
def tickets(request):
    permissions.SEE_TICKETS.enter([], request.user)
    form = TicketFilterForm(request.GET)
    asked = Asked(request, ticket_list(request.user), form=form)
    rows = asked.sorted(tickets_seen_by(request.user, **form.chosen()))
    return asked.file(rows) or asked.show("quality/tickets.html", rows, {"is_narrowed": asked.is_narrowed})

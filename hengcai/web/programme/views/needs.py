"""Who still lacks what, of the people one answers for."""

from django.utils.timezone import localdate

from hengcai.programme import permissions
from hengcai.programme.facts.gaps import newest_quarter
from hengcai.programme.queries.plans import lacks_of
from hengcai.programme.queries.refreshers import refreshers_of
from hengcai.training.queries.catalogue import competency_names
from hengcai.web.programme.forms import LackFilterForm
from hengcai.web.programme.lists import lack_list
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked

MOST_REFRESHERS = 100  # on the page


@remembers("lacks")
def lacks(request):
    permissions.SEE_GAPS.enter([], request.user)
    form = LackFilterForm(request.GET)
    chosen = form.chosen()
    rows = lacks_of(
        request.user,
        day=localdate(),
        competency=chosen.get("competency", ""),
        only_certain=chosen.get("only_certain", False),
    )
    asked = Asked(request, lack_list(competency_names()), form=form)
    facts = {
        "is_narrowed": asked.is_narrowed,
        "cycle": newest_quarter(),
        "refreshers": refreshers_of(request.user, day=localdate())[:MOST_REFRESHERS],
        "may_plan": permissions.WRITE_PLAN.is_held_by(request.user),
    }
    return asked.file(rows) or asked.show("programme/lacks.html", rows, facts)

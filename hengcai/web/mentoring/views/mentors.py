"""What mentors' newcomers came to: all mentors, one of them; how many newcomers a mentor may have."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from hengcai.accounts.queries import the_centre
from hengcai.mentoring import actions, permissions
from hengcai.mentoring.actions.pairs import newcomers_at_most
from hengcai.mentoring.queries.pairs import mentor_page, mentors
from hengcai.mentoring.rules.mentors import LEAST, is_apart
from hengcai.people.models import Person
from hengcai.web.mentoring.lists import mentor_list
from hengcai.web.shell.doing import refusal_told
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.numbers import whole


@remembers("mentors")
def mentors_list(request):
    permissions.SEE_MENTORS.enter([], request.user)
    asked, refusal = Asked(request, mentor_list()), ""
    if request.method == "POST":
        refusal = refusal_told({"limit": _limit}, request, None)
        if not refusal:
            return redirect("list-mentors")
    rows, may = mentors(), permissions.SETTLE.is_held_by(request.user)
    facts = {"limit": newcomers_at_most(), "may_settle": may, "error": refusal}
    return asked.file(rows) or asked.show("mentoring/mentors.html", rows, facts)


def _limit(request, _nothing):
    actions.settle_limit(the_centre(), by=request.user, newcomers=whole(request.POST.get("newcomers", "")) or 0)
    return _("Saved.")


def mentor(request, pk):
    permissions.SEE_MENTOR.enter([], request.user)
    person = get_object_or_404(permissions.SEE_MENTOR.rows(Person.objects.all(), request.user), pk=pk)
    found = mentor_page(person, request.user)
    if found is None:
        raise Http404
    result = found.mentor.result
    facts = {
        "person": person, "result": result, "others": found.others, "brought": found.brought, "now": found.mentor.now,
        "least": LEAST, "missing": max(LEAST - result.n, 0), "is_apart": is_apart(result, found.others),
        "sees_all": permissions.SEE_MENTORS.is_held_by(request.user),
    }  # fmt: skip
    return render(request, "mentoring/mentor.html", facts)

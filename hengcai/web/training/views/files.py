"""The training file: one's own, or that of somebody one leads or teaches."""

from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate

from hengcai.mentoring.queries.pairs import pairs_of
from hengcai.mentoring.queries.permits import permits_of
from hengcai.people.models import Person
from hengcai.programme.queries.changes import changes_of
from hengcai.simulation.queries.runs import best_runs_of
from hengcai.training import permissions
from hengcai.training.queries.certificates import told_state
from hengcai.training.queries.file import file_of, people_with_file


def own_file(request):
    permissions.SEE_FILE.enter([], request.user)
    return _shown(request, get_object_or_404(Person, user=request.user))


def file(request, pk):
    permissions.SEE_FILE.enter([], request.user)
    return _shown(request, get_object_or_404(people_with_file(request.user), pk=pk))


def _shown(request, person):
    found, today = file_of(person), localdate()
    taken = [(one, told_state(one.certificate, today) if one.certificate else "") for one in found.taken]
    facts = {
        "file": found, "taken": taken, "person": person, "changes": changes_of(person, found.trained, request.user),
        "is_own": person.user_id == request.user.pk, "runs": best_runs_of(person, request.user),
        "pairs": pairs_of(person, request.user), "permits": permits_of(person, request.user), "today": today,
    }  # fmt: skip
    return render(request, "training/file.html", facts)

"""The training file: one's own, or that of somebody one leads or teaches."""

from django.shortcuts import get_object_or_404, render

from hengcai.people.models import Person
from hengcai.programme.queries.changes import changes_of
from hengcai.training import permissions
from hengcai.training.queries.file import file_of, people_with_file


def own_file(request):
    permissions.SEE_FILE.enter([], request.user)
    return _shown(request, get_object_or_404(Person, user=request.user))


def file(request, pk):
    permissions.SEE_FILE.enter([], request.user)
    return _shown(request, get_object_or_404(people_with_file(request.user), pk=pk))


def _shown(request, person):
    found = file_of(person)
    facts = {
        "file": found, "person": person, "changes": changes_of(person, found.trained, request.user),
        "is_own": person.user_id == request.user.pk,
    }  # fmt: skip
    return render(request, "training/file.html", facts)

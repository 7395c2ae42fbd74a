"""A trainer's own page: one's own for every trainer, everybody's for whoever manages training."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from hengcai.programme import permissions
from hengcai.programme.queries.trainers import own_trainer, page_of, trainers_open_to
from hengcai.web.programme.drawing import brief


def own(request):
    permissions.SEE_TRAINER.enter([], request.user)
    found = own_trainer(request.user)
    if found is None:
        raise Http404
    return redirect("see-trainer", found.pk)


def trainer(request, pk):
    permissions.SEE_TRAINER.enter([], request.user)
    page = page_of(get_object_or_404(trainers_open_to(request.user), pk=pk))
    effects = {one.course.code: [brief(effect) for effect in one.effects] for one in page.taught}
    return render(request, "programme/trainer.html", {"page": page, "trainer": page.trainer, "effects": effects})

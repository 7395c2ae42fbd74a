"""Learning: one's own courses, one course's lessons, one lesson; and the list of who learns what."""

from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import get_language

from hengcai.base.errors import NotValid
from hengcai.people.models import Person
from hengcai.review.queries.today import today_of
from hengcai.training import actions, permissions
from hengcai.training.actions.learning import Stop
from hengcai.training.queries.learning import (
    enrolments_seen_by,
    moves_of,
    next_step,
    own_enrolments,
    questions_asked,
    steps_of,
)
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.numbers import whole
from hengcai.web.shell.says import sentence
from hengcai.web.training.forms import EnrolmentFilterForm
from hengcai.web.training.lists import enrolment_list
from hengcai.web.training.showing import answered, learning_shelves, played


def my_learning(request):
    permissions.LEARN.enter([], request.user)
    rows = list(own_enrolments(request.user))
    has_file = Person.objects.filter(user=request.user).exists()
    facts = {
        "shelves": learning_shelves(rows, localdate()),
        "has_file": has_file,
        "n_due": len(today_of(request.user, localdate()).cards),
    }
    return render(request, "training/my_learning.html", facts)


@remembers("enrolments")
def enrolments(request):
    permissions.SEE_LEARNING.enter([], request.user)
    form = EnrolmentFilterForm(request.GET)
    asked = Asked(request, enrolment_list(), form=form)
    rows = asked.sorted(enrolments_seen_by(request.user).filter(form.filters().condition(localdate())))
    return asked.file(rows) or asked.show("training/enrolments.html", rows, {"is_narrowed": asked.is_narrowed})


def enrolment(request, pk):
    found = _seen(request, pk)
    if request.method == "POST":
        actions.withdraw_enrolment(found, by=request.user, today=localdate())
        return redirect("see-enrolment", found.pk)
    steps = steps_of(found)
    facts = {
        "enrolment": found, "course": found.course, "steps": steps, "next": next_step(steps),
        "moves": moves_of(found, request.user), "is_own": found.person.user_id == request.user.pk, "today": localdate(),
    }  # fmt: skip
    return render(request, "training/enrolment.html", facts)


def lesson(request, pk, code):
    permissions.LEARN.enter([], request.user)
    found = get_object_or_404(own_enrolments(request.user), pk=pk)
    here = get_object_or_404(found.course.lessons, code=code)
    if request.method == "POST" and request.POST.get("do") == "keep":
        stop = Stop(whole(request.POST.get("seconds", "")) or 0, whole(request.POST.get("place", "")) or 0)
        kept = actions.keep_place(found, by=request.user, lesson=here, stop=stop)
        return JsonResponse({"seconds": kept.seconds, "place": kept.place, "furthest": kept.furthest})
    if request.method == "POST" and request.POST.get("do") == "open":
        actions.open_lesson_file(found, by=request.user, lesson=here)
        return redirect("lesson-media", found.pk, here.code)
    refusal = _finished(request, found, here) if request.method == "POST" else ""
    facts = _lesson_facts(request, found, here) | {"error": refusal}
    return render(request, "training/lesson.html", facts, status=422 if refusal else 200)


def _finished(request, found, here):
    asked = answered(questions_asked(here, found.course), {}, seed=_seed(found), language=get_language())
    answers = {one.id: one.posted(request.POST) for one in asked}
    try:
        actions.finish_lesson(found, by=request.user, lesson=here, answers=answers, today=localdate())
    except NotValid as refused:
        return sentence(refused)
    return ""


def _lesson_facts(request, found, here):
    steps = steps_of(found)
    step = next(one for one in steps if one.lesson.pk == here.pk)
    later = [one for one in steps if one.lesson.order > here.order]
    given = step.progress.answers if step.progress else {}
    questions = questions_asked(here, found.course)
    return {
        "enrolment": found, "course": found.course, "lesson": here, "part": here.part, "step": step, "total": len(steps),
        "following": later[0].lesson if later else None, "is_again": "again" in request.GET,
        "asked": answered(questions, given, seed=_seed(found), language=get_language()),
        "media": played(here, found.course, lambda name, *more: reverse(name, args=[found.pk, here.code, *more])),
    }  # fmt: skip


def _seed(enrolment):
    return str(enrolment.pk)


def _seen(request, pk):
    permissions.SEE_LEARNING.enter([], request.user)
    return get_object_or_404(enrolments_seen_by(request.user), pk=pk)

"""A draft course written piece by piece: its head, its standard, its lessons; all else as text."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from hengcai.accounts.queries import the_centre
from hengcai.base.errors import NotNow, NotValid
from hengcai.training import actions, permissions, states
from hengcai.training.definitions import definition_of, read_text, write_text
from hengcai.training.queries.catalogue import competency_names, courses_seen_by
from hengcai.training.reading import files_of
from hengcai.web.shell.doing import refusal_told
from hengcai.web.shell.numbers import whole
from hengcai.web.shell.says import sentence
from hengcai.web.training.building import HeadForm, LessonForm, StandardForm, head_of, lesson_of, standard_of
from hengcai.web.training.views.media import added

EMPTY = {"aims": {}, "methods": [], "phases": [], "trainer": {"zh": "–", "en": "–"}, "topics": [], "checks": []}
MOST_TOPICS = 8
STALE, UNSENT = "training.course_stale", object()


def add(request):
    permissions.WRITE_COURSES.enter([], request.user)
    form, refusal = HeadForm(request.POST or None, competencies=_competencies(), is_new=True), ""
    if form.is_valid():
        try:
            definition = {"code": form.cleaned_data["code"].strip(), "standard": EMPTY, **form.written()}
            made = actions.add_course(the_centre(), by=request.user, definition=definition)
        except (NotValid, NotNow) as refused:
            refusal = sentence(refused)
        else:
            return redirect("edit-course-standard", made.pk)
    return _page(request, None, form, refusal, _("New course"))


def edit(request, pk):
    found, definition = _draft(request, pk)
    initial = head_of(definition) | {"edit_count": found.edit_count}
    form = HeadForm(request.POST or None, initial=initial, competencies=_competencies())
    refused = _saved(request, found, form, lambda: definition | form.written())
    return _done(request, found, form, refused, _("Title and audience"))


def standard(request, pk):
    found, definition = _draft(request, pk)
    initial = standard_of(definition["standard"]) | {"edit_count": found.edit_count}
    topics = min(len(definition["standard"]["topics"]) + 2, MOST_TOPICS)
    form = StandardForm(request.POST or None, initial=initial, topics=topics)
    refused = _saved(request, found, form, lambda: definition | {"standard": form.written()})
    return _done(request, found, form, refused, _("Course standard"))


def add_lesson(request, pk):
    """At the end."""
    found, definition = _draft(request, pk)
    return _lesson(request, found, definition, None)


def lesson(request, pk, code):
    found, definition = _draft(request, pk)
    here = next((one for one in definition["lessons"] if one["code"] == code), None)
    if here is None:
        raise Http404
    return _lesson(request, found, definition, here)


def _lesson(request, found, definition, here):
    lessons = definition["lessons"]
    kept = here or {"code": _fresh(lessons)}
    questions = [(one["id"], _short(one["text"])) for one in definition["quiz"]]
    initial = (lesson_of(here) if here else {}) | {"edit_count": found.edit_count}
    form = LessonForm(request.POST or None, initial=initial, questions=questions, files=files_of(found))

    def written():
        upload = added(request, found, "upload") if request.FILES.get("upload") else None
        return definition | {"lessons": _with(lessons, form.written(kept, upload))}

    refused = _saved(request, found, form, written)
    return _done(request, found, form, refused, _("Lesson"))


def text(request, pk):
    """The whole course as YAML: cases, role plays, check-list, notes and questions too. Whoever was overtaken keeps theirs."""
    found, _definition = _draft(request, pk)
    facts = {"course": found, "text": write_text(found), "edit_count": found.edit_count}
    status = 200
    if request.method == "POST":
        count, written = _count(whole(request.POST.get("edit_count", ""))), request.POST.get("text", "")
        refused = _kept(request, found, lambda: read_text(written, file=found.code), count)
        if refused is None:
            return redirect("see-course", found.pk)
        facts |= {"text": written, "edit_count": count, "error": sentence(refused)}
        status = _status(refused)
    return render(request, "training/edit_text.html", facts, status=status)


def arrange(request, pk):
    """Lessons moved and removed."""
    found, _definition = _draft(request, pk)
    if request.method != "POST":
        raise Http404
    if refusal := refusal_told(ARRANGING, request, found):
        messages.error(request, refusal)
    return redirect("see-course", found.pk)


def _rearranged(change):
    def do(request, found):
        definition = definition_of(found)
        lessons = change(definition["lessons"], request.POST.get("lesson", ""))
        count = whole(request.POST.get("edit_count", ""))
        actions.edit_course(
            found, by=request.user, definition=definition | {"lessons": lessons}, edit_count=_count(count)
        )
        return _("Saved.")

    return do


def _moved(lessons, code, step):
    place = next((n for n, one in enumerate(lessons) if one["code"] == code), None)
    if place is None or not 0 <= place + step < len(lessons):
        return lessons
    lessons[place], lessons[place + step] = lessons[place + step], lessons[place]
    return lessons


ARRANGING = {
    "up": _rearranged(lambda lessons, code: _moved(lessons, code, -1)),
    "down": _rearranged(lambda lessons, code: _moved(lessons, code, 1)),
    "remove": _rearranged(lambda lessons, code: [one for one in lessons if one["code"] != code]),
}


def _draft(request, pk):
    permissions.WRITE_COURSES.enter([], request.user)
    found = get_object_or_404(courses_seen_by(request.user), pk=pk)
    states.EDIT_COURSE.enter(found, request.user)
    return found, definition_of(found)


def _saved(request, found, form, written):
    """None once it is kept; else why it is not, UNSENT where nothing was sent."""
    if not form.is_valid():
        return UNSENT
    return _kept(request, found, written, _count(form.cleaned_data["edit_count"]))


def _kept(request, found, written, count):
    """None, or the refusal: a text that is wrong, or a draft somebody has changed meanwhile."""
    try:
        actions.edit_course(found, by=request.user, definition=written(), edit_count=count)
    except NotValid as refused:
        return refused
    except NotNow as refused:
        if refused.code != STALE:
            raise
        return refused
    return None


def _done(request, found, form, refused, heading):
    if refused is None:
        return redirect("see-course", found.pk)
    told = refused is not UNSENT
    refusal = sentence(refused) if told else ""
    return _page(request, found, form, refusal, heading, _status(refused) if told else None)


def _status(refused):
    return 409 if isinstance(refused, NotNow) else 422


def _page(request, found, form, refusal, heading, status=None):
    facts = {"course": found, "form": form, "error": refusal, "heading": heading}
    usual = 422 if refusal or form.errors else 200
    return render(request, "training/edit_course.html", facts, status=status or usual)


def _competencies():
    return sorted(((code, str(name)) for code, name in competency_names().items()), key=lambda row: row[1])


def _count(count):
    return -1 if count is None else count


def _fresh(lessons):
    codes = {one["code"] for one in lessons}
    return next(f"lesson_{n}" for n in range(1, len(codes) + 2) if f"lesson_{n}" not in codes)


def _with(lessons, lesson):
    codes = [one["code"] for one in lessons]
    if lesson["code"] not in codes:
        return [*lessons, lesson]
    return [lesson if one["code"] == lesson["code"] else one for one in lessons]


def _short(text):
    said = text if isinstance(text, str) else text.get("zh") or text.get("en", "")
    return said if len(said) <= 60 else f"{said[:59]}…"

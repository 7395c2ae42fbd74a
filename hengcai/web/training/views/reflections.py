"""复盘: one's own notes, and those of the people one leads or taught."""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hengcai.base.errors import NotNow, NotValid
from hengcai.people.models import Person
from hengcai.training import actions, permissions
from hengcai.training.queries.reflections import reflections_seen_by
from hengcai.web.shell.doing import refusal_told
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.numbers import whole
from hengcai.web.shell.says import sentence
from hengcai.web.training.lists import reflection_list
from hengcai.web.training.reflection_forms import ReflectionForm, initial_of


@remembers("reflections")
def reflections(request):
    permissions.SEE_REFLECTION.enter([], request.user)
    asked = Asked(request, reflection_list())
    rows = asked.sorted(reflections_seen_by(request.user))
    return asked.file(rows) or asked.show("training/reflections.html", rows, {})


def add(request):
    permissions.REFLECT.enter([], request.user)
    person = Person.objects.filter(user=request.user).first()
    if person is None:
        raise NotNow("training.no_person")
    form = ReflectionForm(
        request.POST or None, request.user, initial={"session": whole(request.GET.get("session", ""))}
    )
    made, refusal = _kept(form, lambda thoughts: actions.add_reflection(person, by=request.user, thoughts=thoughts))
    return redirect("see-reflection", made.pk) if made else _page(request, form, refusal, None)


def edit(request, pk):
    permissions.WRITE_REFLECTION.enter([], request.user)
    found = get_object_or_404(permissions.WRITE_REFLECTION.rows(reflections_seen_by(request.user), request.user), pk=pk)
    form = ReflectionForm(request.POST or None, request.user, initial=initial_of(found))

    def keep(thoughts):
        count = form.cleaned_data["edit_count"]
        count = -1 if count is None else count
        return actions.edit_reflection(found, by=request.user, thoughts=thoughts, edit_count=count)

    made, refusal = _kept(form, keep)
    return redirect("see-reflection", found.pk) if made else _page(request, form, refusal, found)


def reflection(request, pk):
    permissions.SEE_REFLECTION.enter([], request.user)
    found, refusal = get_object_or_404(reflections_seen_by(request.user), pk=pk), ""
    if request.method == "POST":
        refusal = refusal_told(DOINGS, request, found)
        if not refusal:
            is_gone = request.POST.get("do") == "remove"
            return redirect("list-reflections") if is_gone else redirect("see-reflection", found.pk)
    facts = {
        "note": found, "is_own": found.person.user_id == request.user.pk, "error": refusal,
        "may_reply": permissions.REPLY_REFLECTION.allows(found, request.user), "typed": request.POST.get("words", ""),
    }  # fmt: skip
    return render(request, "training/reflection.html", facts, status=422 if refusal else 200)


def _kept(form, keep):
    if not form.is_valid():
        return None, ""
    try:
        return keep(form.thoughts()), ""
    except NotValid as refused:
        return None, sentence(refused)
    except NotNow as refused:
        if refused.code != "training.reflection_stale":
            raise
        return None, sentence(refused)  # whoever was overtaken keeps what they typed


def _page(request, form, refusal, found):
    facts = {"form": form, "error": refusal, "note": found}
    return render(request, "training/edit_reflection.html", facts, status=422 if refusal or form.errors else 200)


def _reply(request, found):
    actions.reply_to_reflection(found, by=request.user, words=request.POST.get("words", ""))
    return _("Saved.")


def _done(request, found):
    actions.finish_reflection(found, by=request.user, today=localdate())
    return _("Saved.")


def _remove(request, found):
    actions.remove_reflection(found, by=request.user)
    return _("Removed.")


DOINGS = {"reply": _reply, "done": _done, "remove": _remove}

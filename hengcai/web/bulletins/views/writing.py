"""A notice written: a new draft, or the draft as it stands, with its files."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hengcai.accounts.queries import the_centre
from hengcai.base.errors import NotNow, NotValid
from hengcai.bulletins import actions, permissions
from hengcai.bulletins.receiving import receive_attachment
from hengcai.web.bulletins.forms import BulletinForm
from hengcai.web.bulletins.views.notices import seen
from hengcai.web.shell.doing import refusal_told
from hengcai.web.shell.numbers import whole
from hengcai.web.shell.says import sentence

PLAIN = ("kind", "urgency", "effective_from", "effective_until", "skills", "must_read", "due_kind", "due_hours", "rereads",
         "what_changed", "edit_count")  # fmt: skip


def add(request):
    permissions.WRITE.enter([], request.user)
    today = localdate()
    form = BulletinForm(request.POST or None, user=request.user, day=today, initial={"effective_from": today})
    refusal = ""
    if form.is_valid():
        try:
            made = actions.add_bulletin(the_centre(), by=request.user, text=form.text())
        except NotValid as refused:
            refusal = sentence(refused)
        else:
            return redirect("edit-bulletin" if "files" in request.POST else "see-bulletin", made.pk)
    return _page(request, None, form, refusal)


def edit(request, pk):
    permissions.WRITE.enter([], request.user)
    found, refusal = seen(request, pk), ""
    if found.state != "draft":
        return redirect("see-bulletin", pk)
    if request.method == "POST" and request.POST.get("do") in DOINGS:
        refusal = refusal_told(DOINGS, request, found)
        if not refusal:
            return redirect("edit-bulletin", pk)
    is_text = request.method == "POST" and not request.POST.get("do")
    form = BulletinForm(
        request.POST if is_text else None, user=request.user, day=localdate(), initial=_initial(found),
        is_revision=found.number > 1,
    )  # fmt: skip
    if form.is_valid():
        refusal = _saved(request, found, form)
        if refusal is None:
            return redirect("see-bulletin", pk)
    return _page(request, found, form, refusal)


def _saved(request, found, form):
    try:
        count = form.cleaned_data["edit_count"] or 0
        actions.edit_bulletin(found, by=request.user, text=form.text(), edit_count=count)
    except (NotValid, NotNow) as refused:
        return sentence(refused)
    messages.success(request, _("Saved."))
    return None


def _initial(found):
    kept = {name: getattr(found, name) for name in PLAIN}
    kept |= {
        f"{name}_{side}": getattr(getattr(found, name), side) for name in ("title", "body") for side in ("zh", "en")
    }
    return kept | {name: [one.pk for one in getattr(found, name).all()] for name in ("teams", "posts")}


def _page(request, found, form, refusal):
    facts = {"bulletin": found, "form": form, "error": refusal, "files": found.files.order_by("pk") if found else []}
    return render(request, "bulletins/edit.html", facts, status=422 if refusal or form.errors else 200)


def _file(request, found):
    upload = request.FILES.get("file")
    receive_attachment(found, upload, name=upload.name if upload else "", by=request.user)
    return _("Added.")


def _drop_file(request, found):
    row = get_object_or_404(found.files, pk=whole(request.POST.get("file", "")) or 0)
    actions.drop_attachment(found, by=request.user, file=row)
    return _("Removed.")


DOINGS = {"file": _file, "drop-file": _drop_file}

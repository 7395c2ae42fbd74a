"""Notices listed; one notice as its reader signs it and its author steers it; its files."""

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hengcai.accounts.queries import the_centre
from hengcai.base import clock
from hengcai.base.errors import NotValid
from hengcai.bulletins import actions, permissions
from hengcai.bulletins.actions.readers import least_seconds
from hengcai.bulletins.queries import notices as queries
from hengcai.bulletins.queries import spots
from hengcai.bulletins.receiving import path_of
from hengcai.web.bulletins.forms import BulletinFilterForm
from hengcai.web.bulletins.lists import bulletin_list
from hengcai.web.shell.doing import refusal_told
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.numbers import whole


@remembers("bulletins")
def bulletins(request):
    permissions.SEE.enter([], request.user)
    user = request.user
    if request.method == "POST":
        actions.settle_bulletin_terms(the_centre(), by=user, needs_second="needs_second" in request.POST)
        return redirect("list-bulletins")
    form = BulletinFilterForm(request.GET)
    asked = Asked(request, bulletin_list(user=user, watches=permissions.WATCH.is_held_by(user)), form=form)
    rows = asked.sorted(queries.bulletins_seen_by(user).filter(form.filters().condition()))
    facts = {
        "writes": permissions.WRITE.is_held_by(user), "watches": permissions.WATCH.is_held_by(user),
        "settles": permissions.SETTLE.is_held_by(user), "needs_second": queries.needs_second(),
        "to_sign": queries.to_sign(user), "papers": list(spots.waiting_papers(user, localdate())),
        "is_narrowed": asked.is_narrowed,
    }  # fmt: skip
    return asked.file(rows) or asked.show("bulletins/bulletins.html", rows, facts)


def bulletin(request, pk):
    found, refusal = seen(request, pk), ""
    if request.method == "POST":
        refusal = refusal_told(DOINGS, request, found)
        if not refusal:
            return _on(request, found)
    reader = queries.own_reader(found, request.user)
    if reader and not refusal and found.state == "published" and reader.read_at is None:
        reader = actions.open_page(reader, by=request.user)
    return render(
        request, "bulletins/bulletin.html", _facts(request, found, reader, refusal), status=422 if refusal else 200
    )


def _on(request, found):
    """To the new draft where one was asked for, else back."""
    if request.POST.get("do") != "revise":
        return redirect("see-bulletin", found.pk)
    return redirect("edit-bulletin", queries.versions_of(found, request.user)[0].pk)


def _facts(request, found, reader, refusal):
    user, now = request.user, clock.now()
    watches, writes = permissions.WATCH.is_held_by(user), permissions.WRITE.is_held_by(user)
    return {
        "bulletin": found, "reader": reader, "error": refusal, "moves": queries.moves_of(found, user), "writes": writes,
        "body": str(found.body), "files": found.files.order_by("pk"), "changes": queries.changes_of(found),
        "versions": queries.versions_of(found, user),
        "least": least_seconds(found), "standing": queries.standing(found, user, now) if watches else None,
        "paper": spots.waiting_papers(user, localdate()).filter(test__bulletin=found).first(),
        "tests": spots.tests_of(found) if watches else [], "teams": found.teams.all(), "posts": found.posts.all(),
        "is_late": bool(reader and reader.due_at and reader.read_at is None and reader.due_at < now),
        "others": _others(found, user) if writes and found.state == "published" else [],
        "needs_second": queries.needs_second() and found.made_by_id == user.pk,
    }  # fmt: skip


def _others(found, user):
    """Notices in force that may take its place."""
    return queries.bulletins_seen_by(user).filter(state="published").exclude(pk=found.pk)[:50]


def attachment(request, pk, file):
    """Handed over to be kept, never shown within a page of ours."""
    found = seen(request, pk)
    row = get_object_or_404(found.files, pk=file)
    if not path_of(row.place).is_file():
        raise Http404
    handle = path_of(row.place).open("rb")
    answer = FileResponse(handle, as_attachment=True, filename=row.name, content_type=row.media_type)
    answer["X-Content-Type-Options"], answer["Cache-Control"] = "nosniff", "private, no-store"
    return answer


def seen(request, pk):
    permissions.SEE.enter([], request.user)
    return get_object_or_404(queries.bulletins_seen_by(request.user), pk=pk)


def _sign(request, found):
    reader = queries.own_reader(found, request.user)
    if reader is None:
        raise Http404
    actions.sign_read(reader, by=request.user, seconds=whole(request.POST.get("seconds", "")))
    return _("Signed. Thank you.")


def _submit(request, found):
    actions.submit_bulletin(found, by=request.user)
    return _("Submitted for review.")


def _send_back(request, found):
    actions.send_back_bulletin(found, by=request.user, reason=request.POST.get("reason", ""))
    return _("Sent back to the author.")


def _publish(request, found):
    actions.publish_bulletin(found, by=request.user)
    return _("Published. Its readers have been told.")


def _withdraw(request, found):
    actions.withdraw_bulletin(found, by=request.user, reason=request.POST.get("reason", ""))
    return _("The notice is withdrawn.")


def _replace(request, found):
    permissions.PUBLISH.enter(found, request.user)
    rows = queries.bulletins_seen_by(request.user).filter(state="published")
    other = rows.filter(pk=whole(request.POST.get("by", "")) or 0).first()
    if other is None:
        raise NotValid("bulletins.replaced_by_itself")
    actions.end_bulletin(found, by=request.user, replaced_by=other)
    return _("Replaced.")


def _revise(request, found):
    actions.revise_bulletin(found, by=request.user)
    return _("The next version is a draft now.")


DOINGS = {
    "sign": _sign, "submit": _submit, "send-back": _send_back, "publish": _publish, "withdraw": _withdraw,
    "replace": _replace, "revise": _revise,
}  # fmt: skip

"""A policy's way into force on one page: its text by article, comments and answers, decision, notice, signatures."""

import re

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hengcai.appraisal import actions, permissions
from hengcai.appraisal.models import PolicyComment
from hengcai.appraisal.papers.articles import chapters_told
from hengcai.appraisal.policy_files import path_of, receive_policy_file
from hengcai.appraisal.queries import procedure as queries
from hengcai.appraisal.queries.results import policies_seen_by
from hengcai.appraisal.rules.policy_drafts import faults_of
from hengcai.appraisal.rules.procedure import text_hash
from hengcai.base.errors import NotAllowed, NotNow, NotValid
from hengcai.framework.queries import indicator_names
from hengcai.paper.telling import Teller
from hengcai.people.queries.calendar import the_calendar
from hengcai.web.appraisal.lists.signers import signer_list
from hengcai.web.appraisal.policy_words import explained_rows
from hengcai.web.appraisal.procedure_forms import AnnounceForm, DecideForm, DiscussForm
from hengcai.web.shell.doing import done_by
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.numbers import day_typed, whole
from hengcai.web.shell.says import sentence

MARKED = {NotNow: 409, NotValid: 422, NotAllowed: 403}
A_PAGE, DISCUSSION_DAYS = 30, 5


def seen(request, pk):
    permissions.SEE_POLICY.enter([], request.user)
    return get_object_or_404(policies_seen_by(request.user), pk=pk)


def procedure(request, pk):
    """One page for all of its steps; a refusal is said on it and what was typed stays."""
    found = seen(request, pk)
    if request.method != "POST":
        return _page(request, found)
    try:
        said = done_by(DOINGS, request)(request, found)
    except (NotNow, NotValid, NotAllowed) as refusal:
        return _page(request, seen(request, pk), refusal)
    messages.success(request, said)
    return redirect("see-procedure", pk)


def _page(request, found, refusal=None):
    faults = list(faults_of(found.kind, found.text))
    sight = queries.sight_of(found, request.user, today=localdate())
    facts = {
        "policy": found, "sight": sight, "procedure": sight.procedure, "refusal": sentence(refusal) if refusal else "",
        "typed": request.POST, "hash": text_hash(found.text), "faults": faults, "forms": _forms(request, sight),
        "chapters": [] if faults else _chapters(found), "answers": PolicyComment.Answer.values,
        "may_try": permissions.TRY_POLICY.is_held_by(request.user),
        "changes": explained_rows(queries.explained(found)), **_comments(request, found, sight),
    }  # fmt: skip
    if found.state in ("announced", "published") and sight.sees_names:
        facts["signed"] = queries.signed_of(found, today=localdate())
    return render(request, "appraisal/procedure.html", facts, status=MARKED[type(refusal)] if refusal else 200)


def _chapters(found):
    tell = Teller(get_language() or "zh-hans")
    names = {code: tell.shown(name) for code, name in indicator_names().items()}
    return chapters_told(found, names, tell)


def _comments(request, found, sight):
    article = request.GET.get("article")
    rows = queries.comments_on(found, article=article or None, is_open="open" in request.GET)
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    may_answer = set()
    if "amend_policy" in sight.moves:
        keys = [one.pk for one in page]
        may_answer = set(queries.comments_answered_by(request.user).filter(pk__in=keys).values_list("pk", flat=True))
    return {
        "page": page, "article": article or "", "may_answer": may_answer,
        "answering": whole(request.GET.get("answer", "") or request.POST.get("comment", "")),
    }  # fmt: skip


def _forms(request, sight):
    """Those of the moves that are open."""
    today, do = localdate(), request.POST.get("do", "")
    calendar = the_calendar()
    first = {
        "discuss": (DiscussForm, "discuss_policy", {"closes_on": calendar.add(today, DISCUSSION_DAYS).date}),
        "decide": (DecideForm, "decide_policy", {"held_on": today}),
        "announce": (
            AnnounceForm,
            "announce_policy",
            {"posted_on": today, "in_force_from": calendar.add(today, 5).date},
        ),
    }
    return {
        name: form(request.POST if do == name else None, initial=initial)
        for name, (form, move, initial) in first.items()
        if move in sight.moves
    }


def _filled(form):
    if not form.is_valid():
        raise NotValid(
            "policy.form_unfit", fields=[str(form.fields[name].label) for name in form.errors if name in form.fields]
        )
    return form.facts()


def _discuss(request, found):
    facts = _filled(DiscussForm(request.POST))
    count = whole(request.POST.get("edit_count", ""))
    actions.discuss_policy(found, by=request.user, today=localdate(), edit_count=count, **facts)
    return _("Open for comments. Everyone will find it in their inbox.")


def _comment(request, found):
    text, article = request.POST.get("text", ""), request.POST.get("article", "")
    actions.comment_on_policy(found, by=request.user, text=text, article=article, today=localdate())
    return _("Your comment has been saved. The answer will appear here.")


def _answer(request, found):
    rows = queries.comments_answered_by(request.user).filter(policy=found)
    comment = get_object_or_404(rows, pk=whole(request.POST.get("comment", "")) or 0)
    facts = {"answer": request.POST.get("answer", ""), "reason": request.POST.get("reason", "")}
    actions.answer_comment(comment, by=request.user, **facts)
    return _("Answered.")


def _explain(request, found):
    facts = {"place": request.POST.get("place", ""), "reason": request.POST.get("reason", "")}
    actions.explain_change(found, by=request.user, **facts)
    return _("The reason is kept.")


def _decide(request, found):
    facts = _filled(DecideForm(request.POST))
    count = whole(request.POST.get("edit_count", ""))
    actions.decide_policy(found, by=request.user, today=localdate(), edit_count=count, **facts)
    return _("Decision recorded. The text can no longer be changed; the next step is to announce it.")


def _announce(request, found):
    facts = _filled(AnnounceForm(request.POST))
    actions.announce_policy(found, by=request.user, today=localdate(), **facts)
    return _("Announced. Everyone has been asked to acknowledge it.")


def _withdraw(request, found):
    actions.withdraw_policy(found, by=request.user, reason=request.POST.get("reason", ""))
    return _("Withdrawn. It stays on record, and a new version can be drafted from its text.")


def _sign(request, found):
    facts = {"password": request.POST.get("password", ""), "text_seen": request.POST.get("hash")}
    actions.acknowledge_policy(found, by=request.user, today=localdate(), **facts)
    return _("Acknowledged. Thank you for reading it.")


def _file(request, found):
    permissions.KEEP_PROOF.enter(found, request.user)
    upload = request.FILES.get("file")
    if upload is None:
        raise NotValid("policy.file_missing")
    receive_policy_file(found, upload, by=request.user, name=upload.name or "")
    return _("Added.")


DOINGS = {
    "discuss": _discuss, "comment": _comment, "answer": _answer, "explain": _explain, "decide": _decide, "announce": _announce,
    "withdraw": _withdraw, "sign": _sign, "file": _file,
}  # fmt: skip


@remembers("signers")
def signatures(request, pk):
    """Who has signed and who has not; all of the others are reminded with one click."""
    permissions.SEE_SIGNATURES.enter([], request.user)
    found = seen(request, pk)
    refusal = None
    if request.method == "POST":
        try:
            messages.success(request, done_by(SIGNATURE_DOINGS, request)(request, found))
        except (NotValid, NotAllowed) as refused:
            refusal = refused
        else:
            return redirect("see-signatures", pk)
    asked = Asked(request, signer_list())
    rows = asked.sorted(queries.signers(found, today=localdate(), show=request.GET.get("show", "")))
    if answer := asked.file(rows):
        return answer
    facts = {"policy": found, "list": asked.laid(rows), "signed": queries.signed_of(found, today=localdate()),
             "show": request.GET.get("show", "")}  # fmt: skip
    facts |= {"refusal": sentence(refusal) if refusal else "", "typed": request.POST, "today": localdate()}
    return render(request, "appraisal/signatures.html", facts, status=MARKED[type(refusal)] if refusal else 200)


def _nudge(request, found):
    actions.nudge_signers(found, by=request.user, today=localdate())
    return _("Everyone who has not acknowledged it has been reminded in their inbox.")


def _paper(request, found):
    day = day_typed(request.POST.get("signed_on", ""))
    if day is None:
        raise NotValid("policy.form_unfit", fields=[_("Signed on")])
    numbers = re.split(r"[\s,，、;；]+", request.POST.get("numbers", ""))
    actions.take_in_signatures(found, by=request.user, numbers=numbers, signed_on=day, today=localdate())
    return _("Recorded.")


SIGNATURE_DOINGS = {"nudge": _nudge, "paper": _paper}


def kept_file(request, pk, file):
    """Always as a download: what others brought is never run in a browser."""
    permissions.KEEP_PROOF.enter([], request.user)
    one = get_object_or_404(queries.files_seen_by(request.user, seen(request, pk)), pk=file)
    path = path_of(one.place)
    if not path.is_file():
        raise Http404
    return FileResponse(path.open("rb"), as_attachment=True, filename=one.name, content_type=one.media_type)

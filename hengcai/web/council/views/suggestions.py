"""Suggestions: written with a name or without, the inbox of those who answer, followed by a code, adopted ones for all."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hengcai.accounts.models import system_user
from hengcai.accounts.queries import the_centre
from hengcai.base.errors import NotValid
from hengcai.council import actions, permissions
from hengcai.council.queries import suggestions as queries
from hengcai.council.rules.group import OUTCOMES, digest_of, new_code
from hengcai.web.council.lists import suggestion_list
from hengcai.web.quality.forms import words_of
from hengcai.web.shell.doing import refusal_of
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.numbers import whole
from hengcai.web.shell.says import sentence


@remembers("suggestions")
def suggestions(request):
    permissions.SEE_SUGGESTION.enter([], request.user)
    rows = queries.suggestions_listed(request.user)
    asked = Asked(request, suggestion_list(today=localdate()))
    facts = {"answers": permissions.ANSWER.is_held_by(request.user)}
    return asked.file(asked.sorted(rows)) or asked.show("council/suggestions.html", asked.sorted(rows), facts)


def add(request):
    """Without a name nothing that is kept leads back to whoever wrote it; the code is shown on the answer to this request."""
    permissions.SUGGEST.enter([], request.user)
    refusal, is_unnamed = None, request.POST.get("unnamed") == "yes"
    if request.method == "POST":
        code = new_code() if is_unnamed else ""
        try:
            made = _suggested(request, code)
        except NotValid as refused:
            refusal = refused
        else:
            if is_unnamed:
                return render(request, "council/suggested.html", {"code": code})
            messages.success(request, _("Sent. You will find the answer here and in your inbox."))
            return redirect("see-suggestion", made.pk)
    facts = {"typed": request.POST, "is_unnamed": is_unnamed, "error": sentence(refusal) if refusal else ""}
    return render(request, "council/add_suggestion.html", facts, status=422 if refusal else 200)


def _suggested(request, code):
    facts = {"title": request.POST.get("title", ""), "text": request.POST.get("text", ""), "today": localdate()}
    if code:
        return actions.suggest_unnamed(the_centre(), by=system_user(), code=code, **facts)
    return actions.suggest(the_centre(), by=request.user, **facts)


def adopted(request):
    permissions.SUGGEST.enter([], request.user)
    rows = list(queries.adopted()[:200])
    shown = queries.articles_shown((one for row in rows for one in row.articles.all()), request.LANGUAGE_CODE)
    articles = iter(shown)
    told = [(row, [next(articles) for _one in row.articles.all()]) for row in rows]
    return render(request, "council/adopted.html", {"rows": told})


def follow(request):
    """By its code, whoever holds it."""
    permissions.SUGGEST.enter([], request.user)
    code = request.POST.get("code", "").strip()
    found = queries.by_digest(digest_of(code)) if code else None
    noted = found.articles.select_related("policy").order_by("pk") if found else []
    facts = {"code": code, "found": found, "is_unknown": bool(code) and found is None}
    facts["articles"] = queries.articles_shown(noted, request.LANGUAGE_CODE)
    return render(request, "council/follow.html", facts, status=404 if facts["is_unknown"] else 200)


def suggestion(request, pk):
    permissions.SEE_SUGGESTION.enter([], request.user)
    found, refusal = get_object_or_404(queries.suggestions_listed(request.user), pk=pk), None
    if request.method == "POST":
        refusal = refusal_of(DOINGS, request, found)
        if refusal is None:
            return redirect("see-suggestion", pk)
    sight = queries.suggestion_sight(found, request.user)
    facts = {
        "suggestion": found, "sight": sight, "outcomes": words_of("council.outcome", OUTCOMES), "typed": request.POST,
        "cited": queries.articles_to_cite(request.user, request.LANGUAGE_CODE) if sight.may_note else [],
        "articles": queries.articles_shown(sight.articles, request.LANGUAGE_CODE), "today": localdate(),
        "error": sentence(refusal) if refusal else "",
    }  # fmt: skip
    return render(request, "council/suggestion.html", facts, status=422 if refusal else 200)


def _take_up(request, found):
    actions.take_up_suggestion(found, by=request.user)
    return _("You are now looking into this suggestion.")


def _answer(request, found):
    outcome, answer = request.POST.get("outcome", ""), request.POST.get("answer", "")
    actions.answer_suggestion(found, by=request.user, outcome=outcome, answer=answer)
    return _("The suggestion has been answered.")


def _note(request, found):
    permissions.ANSWER.enter(found, request.user)
    key, _colon, article = request.POST.get("article", "").partition(":")
    policy = next((one for one in queries.policies_to_cite(request.user) if one.pk == whole(key)), None)
    if policy is None:
        raise NotValid("council.article_missing")
    actions.note_article(found, by=request.user, policy=policy, key=article)
    return _("Saved.")


def _read(request, found):
    actions.read_suggestion(found, by=request.user)
    return _("Marked as read.")


DOINGS = {"take_up": _take_up, "answer": _answer, "note": _note, "read": _read}

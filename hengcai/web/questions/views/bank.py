"""The list of questions, and one question: as it is asked, with its key, its versions, what may be done with it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hengcai.assessment import actions, permissions, states
from hengcai.assessment.alike import alike, as_question
from hengcai.assessment.bank_rows import Beside
from hengcai.assessment.queries.bank import bank_moves_of, bank_seen_by, newest_of, versions_of
from hengcai.assessment.receiving import keep_sound
from hengcai.assessment.rules.marking import earned
from hengcai.base.errors import NotValid
from hengcai.web.assessment.asking import Put
from hengcai.web.questions.forms import QuestionFilterForm, SoundForm
from hengcai.web.questions.lists import question_list
from hengcai.web.questions.offers import competency_names, course_titles, filter_offers
from hengcai.web.questions.showing import key_of, player_of, used_in
from hengcai.web.shell.doing import done_by
from hengcai.web.shell.lists.asking import remembers
from hengcai.web.shell.lists.shown import Asked
from hengcai.web.shell.says import sentence

WAITING = "review"


@remembers("questions")
def questions(request):
    """Of each code the newest version, unless a status is asked for."""
    permissions.SEE_BANK.enter([], request.user)
    form = QuestionFilterForm(request.GET, **filter_offers(request.user))
    filters = form.filters()
    rows = bank_seen_by(request.user).filter(filters.condition())
    rows = rows if filters.state else newest_of(rows)
    asked = Asked(request, question_list(competencies=competency_names()), form=form)
    facts = {"is_narrowed": asked.is_narrowed, "waiting": _waiting(request), **rights_of(request.user)}
    return asked.file(asked.sorted(rows)) or asked.show("questions/questions.html", asked.sorted(rows), facts)


def rights_of(user):
    return {
        "may_write": permissions.WRITE_BANK.is_held_by(user), "may_export": permissions.EXPORT_BANK.is_held_by(user),
        "may_settle": permissions.LOOK_AFTER_BANK.is_held_by(user),
    }  # fmt: skip


def _waiting(request):
    """How many a reviewer could look at now: not their own."""
    if not permissions.REVIEW_BANK.is_held_by(request.user):
        return 0
    return bank_seen_by(request.user).filter(state=states.REVIEWED).exclude(made_by=request.user.pk).count()


def question(request, pk):
    found, refusal, tried = question_seen(request, pk), "", None
    if request.method == "POST" and request.POST.get("do") == "try":
        tried = _tried(request, found)
    elif request.method == "POST":
        try:
            return redirect("see-bank-question", done_by(DOINGS, request)(request, found).pk)
        except NotValid as refused:
            refusal = sentence(refused)
    moves = bank_moves_of(found, request.user)
    put = Put(found.content, language=get_language() or "zh-hans", seed="bank", answer=tried.answer if tried else "")
    facts = {
        "question": found, "put": put, "key": key_of(found), "moves": moves, "error": refusal, "tried": tried,
        "versions": versions_of(found, request.user), "competency": competency_names().get(found.competency, found.competency),
        "alike": alike(found) if found.state in (states.WRITTEN, states.REVIEWED) else [],
        "uses": used_in(found), "course": dict(course_titles(request.user, [found.course])).get(found.course, ""),
        "player": player_of(found, request.user),
        "sound_form": _sound_form(request, found),
        "may_review": _may_review(found, moves, request.user),
        **rights_of(request.user),
    }  # fmt: skip
    return render(request, "questions/question.html", facts, status=422 if refusal else 200)


def question_seen(request, pk):
    permissions.SEE_BANK.enter([], request.user)
    return get_object_or_404(bank_seen_by(request.user), pk=pk)


def _may_review(found, moves, user):
    return "publish_bank_question" in moves and found.made_by_id != user.pk


def _sound_form(request, found):
    initial = {"most_plays": found.most_plays, "edit_count": found.edit_count}
    is_sent = request.method == "POST" and request.POST.get("do") == "sound"
    return SoundForm(request.POST, request.FILES) if is_sent else SoundForm(initial=initial)


class _Tried:
    """What somebody answered to see what it earns."""

    def __init__(self, found, answer):
        asked = as_question(found)
        self.answer, self.of = answer, asked.points
        self.points = earned(asked, answer)


def _tried(request, found):
    put = Put(found.content, language=get_language() or "zh-hans", seed="bank")
    return _Tried(found, put.posted(request.POST))


def _submit(request, found):
    actions.submit_bank_question(found, by=request.user)
    messages.success(request, _("Sent to review."))
    return found


def _send_back(request, found):
    actions.send_back_bank_question(found, by=request.user, reason=request.POST.get("reason", ""))
    messages.success(request, _("Sent back to its author."))
    return found


def _publish(request, found):
    actions.publish_bank_question(found, by=request.user, despite_alike=request.POST.get("despite") == "yes")
    messages.success(request, _("Approved. Tests can now draw this question."))
    return found


def _retire(request, found):
    actions.retire_bank_question(found, by=request.user)
    messages.success(request, _("Withdrawn. No new test draws this question; tests that hold it keep it."))
    return found


def _revise(request, found):
    made = actions.revise_bank_question(found, by=request.user)
    messages.success(request, _("This is the next version. The one in force stays until this one is approved."))
    return made


def _sound(request, found):
    states.EDIT_BANK.enter(found, request.user)
    form = SoundForm(request.POST, request.FILES)
    if not form.is_valid():
        raise NotValid("bank.most_plays", most=20)
    file = form.cleaned_data["file"]
    sound = keep_sound(file) if file is not None else found.sound
    if not sound:
        raise NotValid("bank.file_empty")
    return _beside(request, found, form, Beside(found.course, sound, form.cleaned_data["most_plays"]))


def _unsound(request, found):
    return _beside(request, found, SoundForm(request.POST), Beside(found.course))


def _beside(request, found, form, beside):
    form.is_valid()
    count = form.cleaned_data.get("edit_count")
    return actions.edit_bank_question(
        found, by=request.user, content=found.content, edit_count=-1 if count is None else count, beside=beside
    )


def _rewind(request, found):
    return actions.rewind_bank_question(found, by=request.user)


DOINGS = {
    "submit": _submit, "send_back": _send_back, "publish": _publish, "retire": _retire, "revise": _revise, "sound": _sound,
    "unsound": _unsound, "rewind": _rewind,
}  # fmt: skip

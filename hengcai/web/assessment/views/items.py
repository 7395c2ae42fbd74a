"""How the questions of a test did, with what to do about each."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hengcai.assessment import actions, permissions
from hengcai.assessment.models import BankQuestion
from hengcai.assessment.queries.blueprints import blueprints_seen_by
from hengcai.assessment.queries.items import items_of
from hengcai.base.bilingual import decode
from hengcai.base.errors import NotValid
from hengcai.base.say import sentence as told
from hengcai.web.shell.numbers import whole
from hengcai.web.shell.says import sentence


def items(request, pk):
    permissions.SEE_ITEMS.enter([], request.user)
    found, refusal = get_object_or_404(blueprints_seen_by(request.user), pk=pk), ""
    if request.method == "POST":
        question = get_object_or_404(BankQuestion, pk=whole(request.POST.get("question", "")) or 0)
        try:
            actions.withdraw_bank_question(question, by=request.user, why=request.POST.get("why", ""))
        except NotValid as refused:
            refusal = sentence(refused)
        else:
            messages.success(request, _("Withdrawn: new tests no longer draw it."))
            return redirect("see-items", found.pk)
    told_items = items_of(found)
    facts = {
        "blueprint": found, "found": told_items, "rows": [_shown(one) for one in told_items.items], "error": refusal,
        "may_withdraw": permissions.WRITE_BANK.is_held_by(request.user),
    }  # fmt: skip
    return render(request, "assessment/items.html", facts, status=422 if refusal else 200)


def _shown(one):
    language = get_language() or "zh-hans"
    names = {option["id"]: option["text"] for option in decode(one.question.content).get("options", [])}
    facts = {"options": ", ".join(one.advice.options)}
    options = [option for option in one.item.options if option.id in names]
    return {
        "question": one.question, "item": one.item, "is_bad": one.advice.is_bad, "is_in_force": one.question.state == "published",
        "advice": [told(f"assessment.item.advice.{code}", language, facts) for code in one.advice.codes],
        "options": [(option, names[option.id]) for option in options],
    }  # fmt: skip

"""A recording tried out: a play is asked for and counted, then its file fetched."""

from django.http import JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from hengcai.assessment import actions
from hengcai.assessment.listening import media_type, sound_of
from hengcai.base.errors import Refusal
from hengcai.web.interactions.ranged import ranged
from hengcai.web.questions.views.bank import question_seen
from hengcai.web.shell.middleware import STATUS
from hengcai.web.shell.says import sentence


@require_POST
def play(request, pk):
    """Counts one play and says where to fetch it."""
    found = question_seen(request, pk)
    try:
        granted = actions.hear_bank_question(found, by=request.user)
    except Refusal as refusal:
        status = next(code for kind, code in STATUS.items() if isinstance(refusal, kind))
        return JsonResponse({"code": refusal.code, "refused": sentence(refusal)}, status=status)
    return JsonResponse({"address": address_of(found, granted), "left": granted.left})


def address_of(question, granted):
    return reverse("hear-question", args=[question.pk, granted.ticket])


@require_safe
def sound(request, pk, ticket):
    """The ticket is the right: whoever sits a test may hear its question and see nothing of the bank."""
    path = sound_of(ticket, pk, request.user)
    return ranged(request, path, media_type=media_type(path), tag=f'"{path.stem[:32]}"')

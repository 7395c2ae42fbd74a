"""Publishing a draft: from which day it holds, for whom, and what becomes of the other cards of its channel."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hengcai.base.errors import NotNow, NotValid
from hengcai.quality.actions import publish_scorecard
from hengcai.quality.faults import faults_of
from hengcai.quality.holding import others_that_hold
from hengcai.quality.queries.pages import scorecards_seen_by
from hengcai.quality.states import PUBLISH_SCORECARD
from hengcai.web.quality.forms import PublishingForm
from hengcai.web.quality.views.drafts import seen
from hengcai.web.shell.says import sentence
from hengcai.web.shell.templatetags.hc import day

CHANGED = "quality.draft_changed"


def publish(request, pk):
    found, today = seen(request, pk), localdate()
    PUBLISH_SCORECARD.enter(found, request.user)
    others = others_that_hold(found, today)
    form = PublishingForm(request.POST if request.method == "POST" else None, found, others, today)
    if form.is_valid() and _published(form, found, request.user, today):
        since = form.cleaned_data["since"]
        late = _("Published. It takes effect on %(day)s; nothing changes until then.")
        now = _("In force now; contacts assigned from today are scored on it.")
        messages.success(request, late % {"day": day(since)} if since and since > today else now)
        return redirect("see-scorecard", pk)
    before = scorecards_seen_by(request.user).filter(code=found.code, state="published").first()
    faults = [sentence(one) for one in faults_of(found)]
    facts = {"form": form, "scorecard": found, "others": others, "before": before, "faults": faults}
    return render(request, "quality/publish_card.html", facts, status=422 if form.errors else 200)


def _published(form, row, user, today):
    try:
        seen_count = form.cleaned_data["edit_count"]
        return publish_scorecard(row, by=user, on=today, holding=form.holding(), edit_count=seen_count)
    except (NotValid, NotNow) as refusal:
        if isinstance(refusal, NotNow) and refusal.code != CHANGED:
            raise
        form.add_error(None, sentence(refusal))
        return None

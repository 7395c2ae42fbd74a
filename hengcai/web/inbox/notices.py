"""Notices: what reaches oneself and where, and, for whoever sets the place up, robots, mail and quiet hours."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from hengcai.accounts.actions import choose_address
from hengcai.accounts.queries import the_centre
from hengcai.base.errors import NotNow, NotValid
from hengcai.inbox import permissions
from hengcai.inbox.channels import actions, queries
from hengcai.inbox.models import Channel, Hook
from hengcai.web.inbox.forms import HookForm, HoursForm, MailForm, RobotForm
from hengcai.web.shell.doing import done_by
from hengcai.web.shell.says import sentence


def choose(request):
    """One's own."""
    permissions.CHOOSE_CHANNELS.enter([], request.user)
    if request.method == "POST":
        return done_by({"mail": _mail, "robot": _robot}, request)(request)
    return _own(request)


def _own(request, status=200, **forms):
    held, hooks = queries.choices_of(request.user), queries.hooks_to_choose()
    mail, robot = held.get(Channel.MAIL), held.get(Channel.ROBOT)
    facts = {
        "mail_form": MailForm(initial={"email": request.user.email, "stages": mail.stages if mail else []}),
        "robot_form": RobotForm(hooks, initial=_robot_now(robot)),
        "has_hooks": bool(hooks),
        "unsure": queries.unsure_of(request.user),
        **forms,
    }
    return render(request, "inbox/choose.html", facts, status=status)


def _robot_now(choice):
    return {"hook": choice.hook_id, "handle": choice.handle, "stages": choice.stages} if choice else {}


def _mail(request):
    form = MailForm(request.POST)
    if form.is_valid():
        if form.cleaned_data["email"] != request.user.email:
            choose_address(request.user, by=request.user, email=form.cleaned_data["email"])
        if _chosen(request, form, channel=Channel.MAIL, stages=form.cleaned_data["stages"]):
            return redirect("choose-notices")
    return _own(request, status=422, mail_form=form)


def _robot(request):
    hooks = queries.hooks_to_choose()
    form = RobotForm(hooks, request.POST)
    if form.is_valid():
        found = {str(one.pk): one for one in hooks}.get(form.cleaned_data["hook"])
        facts = {"hook": found, "handle": form.cleaned_data["handle"], "stages": form.cleaned_data["stages"]}
        if _chosen(request, form, channel=Channel.ROBOT, **facts):
            return redirect("choose-notices")
    return _own(request, status=422, robot_form=form)


def _chosen(request, form, **facts):
    try:
        actions.choose_notices(request.user, by=request.user, **facts)
    except NotValid as refusal:
        form.add_error("handle" if "handle" in refusal.code else None, sentence(refusal))
        return False
    messages.success(request, _("Saved."))
    return True


def notices(request):
    """Of the whole place."""
    permissions.SETTLE_CHANNELS.enter([], request.user)
    if request.method == "POST":
        return done_by(DOES, request)(request)
    return _all(request)


def _all(request, status=200, error="", **forms):
    sight = queries.sight_of(request.user)
    facts = {
        "sight": sight,
        "error": error,
        "hours_form": HoursForm(initial=vars(sight.terms)),
        "hook_form": HookForm(),
    }
    return render(request, "inbox/notices.html", {**facts, **forms}, status=status)


def _hours(request):
    form = HoursForm(request.POST)
    if not form.is_valid():
        return _all(request, status=422, hours_form=form)
    actions.settle_notices(the_centre(), by=request.user, hours=actions.Hours(**form.cleaned_data))
    messages.success(request, _("Saved."))
    return redirect("see-notices")


def _add(request):
    form = HookForm(request.POST)
    if form.is_valid():
        try:
            actions.add_hook(the_centre(), by=request.user, **form.cleaned_data)
        except NotValid as refusal:
            form.add_error("url" if "address" in refusal.code else "name", sentence(refusal))
        else:
            messages.success(request, _("Added. Send a test message before people start using it."))
            return redirect("see-notices")
    return _all(request, status=422, hook_form=form)


def _hook(request):
    key = request.POST.get("hook", "")
    return get_object_or_404(Hook, pk=int(key) if key.isascii() and key.isdigit() and len(key) < 10 else 0)


def _tried(request, attempt):
    try:
        attempt()
    except (NotNow, NotValid) as refusal:
        return _all(request, status=409, error=sentence(refusal))
    messages.success(request, _("The test message has been delivered."))
    return redirect("see-notices")


def _try(request):
    hook = _hook(request)
    return _tried(request, lambda: actions.try_hook(hook, by=request.user))


def _try_mail(request):
    return _tried(request, lambda: actions.try_mail(the_centre(), by=request.user))


def _switch(request):
    hook = _hook(request)
    actions.switch_hook(hook, by=request.user, is_on=not hook.is_on)
    messages.success(request, _("Saved."))
    return redirect("see-notices")


def _remove(request):
    actions.remove_hook(_hook(request), by=request.user)
    messages.success(request, _("Removed."))
    return redirect("see-notices")


DOES = {
    "hours": _hours,
    "add": _add,
    "try": _try,
    "try_mail": _try_mail,
    "switch": _switch,
    "remove": _remove,
}

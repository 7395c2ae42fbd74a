from pathlib import Path
from tempfile import TemporaryDirectory

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from hengcai.accounts.queries import the_centre
from hengcai.audit.action import note
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.file_names import file_name
from hengcai.framework import actions, queries
from hengcai.framework.files import read_definition, write_definition
from hengcai.web.framework.forms import BringForm
from hengcai.web.framework.views import finding
from hengcai.web.shell.says import sentence

TYPES = {
    "yaml": "application/yaml",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def take(request, number, kind):
    """The whole version as a file that can be changed and brought back."""
    framework = finding.version(request, number)
    if kind not in TYPES:
        raise Http404
    note("export_framework", framework, by=request.user, kind=kind)
    return _file(queries.definition_of(framework), f"framework-v{framework.number}.{kind}", kind)


def take_profiles(request, kind):
    finding.check_reader(request.user)
    if kind not in TYPES:
        raise Http404
    note("export_profiles", the_centre(), by=request.user, kind=kind)
    return _file(queries.posts_definition(), f"profiles.{kind}", kind)


def _file(definition, name, kind):
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        write_definition(definition, path)
        response = HttpResponse(path.read_bytes(), content_type=TYPES[kind])
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def bring(request):
    """A file becomes a draft: a whole library, or posts with their profiles."""
    finding.check_editor(request.user)
    form = BringForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        try:
            return _brought(request, _read(form.cleaned_data["file"]), form.cleaned_data["reason"])
        except (NotValid, NotNow) as refusal:
            form.add_error("file", sentence(refusal))
    return render(request, "framework/import.html", {"form": form}, status=422 if form.errors else 200)


def _read(upload):
    with TemporaryDirectory() as folder:
        path = Path(folder) / file_name(upload.name, "library.yaml")
        with path.open("wb") as file:
            for chunk in upload.chunks():
                file.write(chunk)
        return read_definition(path)


def _brought(request, definition, reason):
    if isinstance(definition, dict) and "posts" in definition:
        made = actions.load_posts(queries.the_framework(), by=request.user, definition=definition)
        messages.success(request, _("Drafts of %(count)s profiles created.") % {"count": len(made)})
        return redirect("list-profiles")
    draft = actions.load_definition(the_centre(), by=request.user, definition=definition, reason=reason)
    messages.success(request, _("Draft of version %(number)s created.") % {"number": draft.number})
    return redirect("see-framework", draft.number)

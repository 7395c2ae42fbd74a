"""The files of a package, for the frame it stands in: without a cookie, by the word in the address alone.

Every answer puts itself into an origin of its own and may load nothing but this package's files and our run-time.
"""

import json

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from hengcai.courseware.queries.packages import file_at, package_to_look_at
from hengcai.courseware.queries.runs import handed_over, looked_at, run_of_session
from hengcai.courseware.rules.manifest import OLD
from hengcai.courseware.rules.pages import LARGEST_PAGE, is_page, type_of, with_scripts
from hengcai.courseware.tokens import RUN, told_by
from hengcai.courseware.unpacking import path_of_file
from hengcai.web.interactions.ranged import ranged

START = ".hengcai/start.js"
SANDBOX = "sandbox allow-scripts allow-forms"


@login_not_required
@xframe_options_exempt  # a frame within the frame has an origin nobody can name; the word in the address guards instead
@require_safe
def file(request, token, place):
    package, run = _opened(told_by(token))
    if package is None:
        return _apart(request, token, render(request, "courseware/over.html", status=410))
    if place == START:
        values, session = (handed_over(run), run.session) if run else (looked_at(package), 0)
        return _apart(request, token, _start(request, package, values, session))
    found = file_at(package, place)
    if found is None:
        raise Http404
    return _apart(request, token, _sent(request, token, found))


def _opened(told):
    """The package, and whose opening of it this is, where it is not only looked through."""
    if told is None:
        return None, None
    if told.kind != RUN:
        return package_to_look_at(told.first, told.second), None
    run = run_of_session(told.first, told.second)
    return (run.package, run) if run else (None, None)


def _sent(request, token, found):
    path, media_type = path_of_file(found), type_of(found.path)
    if not is_page(found.path) or found.size > LARGEST_PAGE:
        answer = ranged(request, path, media_type=media_type, tag=f'"{found.package_id}-{found.number}"')
        answer["Cache-Control"] = "private, max-age=3600"
        return answer
    runtime = "hc/scorm12.js" if found.package.standard == OLD else "hc/scorm2004.js"
    own = [static(one) for one in (runtime, "hc/cross-frame-api.js", "hc/package_frame.js")]
    page = with_scripts(path.read_bytes(), [reverse("open-package-file", args=[token, START]), *own])
    return HttpResponse(page, content_type=media_type, headers={"Cache-Control": "no-store"})


def _start(request, package, values, session):
    """What the frame's own script reads before a part asks for it."""
    told = {
        "standard": package.standard, "values": dict(values), "session": session,
        "home": f"{request.scheme}://{request.get_host()}",
    }  # fmt: skip
    body = f"window.hengcaiPackage = {json.dumps(told)};\n"
    return HttpResponse(body, content_type="text/javascript; charset=utf-8", headers={"Cache-Control": "no-store"})


def _apart(request, token, answer):
    host = f"{request.scheme}://{request.get_host()}"
    own = f"{host}{reverse('open-package-file', args=[token, 'x'])[:-1]}"
    scripts = f"{host}{static('hc/')}"
    allowed = {
        "default-src": f"{own} data: blob: 'unsafe-inline' 'unsafe-eval'",
        "script-src": f"{own} {scripts} data: blob: 'unsafe-inline' 'unsafe-eval'",
        "frame-src": f"{own} data: blob:", "form-action": own, "base-uri": own, "object-src": "'none'",
    }  # fmt: skip
    answer["Content-Security-Policy"] = "; ".join([SANDBOX, *(f"{name} {what}" for name, what in allowed.items())])
    answer["Access-Control-Allow-Origin"] = (
        "*"  # its own origin is one nobody can name; without a cookie it opens nothing
    )
    answer["Cross-Origin-Resource-Policy"] = "cross-origin"
    answer["Referrer-Policy"] = "no-referrer"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()"
    return answer

"""Empty files to fill in, for the kinds one may bring."""

from urllib.parse import quote

from django.http import Http404, HttpResponse
from django.utils.translation import get_language

from hengcai.accounts.queries import the_centre
from hengcai.interactions import permissions, templates


def template(request, kind, ending):
    permissions.OF_ITS_KIND.enter(the_centre(), request.user)
    if kind not in permissions.kinds_open_to(request.user) or ending not in templates.MEDIA:
        raise Http404
    language = get_language() or "zh-hans"
    content = templates.template(kind, ending=ending, language=language)
    return download(content, templates.MEDIA[ending], templates.template_name(kind, ending=ending, language=language))


def download(content, media, name):
    """Nobody's cache keeps it."""
    answer = HttpResponse(content, content_type=media)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    answer["Cache-Control"] = "private, no-store"
    return answer

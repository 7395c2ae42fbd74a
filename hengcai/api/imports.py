"""Files brought in, from the empty template to what became of the rows."""

from urllib.parse import quote

from django.http import Http404, HttpResponse
from django.utils.translation import get_language
from ninja import Router

from hengcai.accounts.queries import the_centre
from hengcai.interactions import permissions, templates

router = Router()
ANY_FILE = {"content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}


@router.get("/templates/{kind}.{ending}", openapi_extra={"responses": {200: {"description": "The file", **ANY_FILE}}})
def template(request, kind: str, ending: str):
    """An empty file of a kind, `xlsx` or `csv`, its headings in the reader's language."""
    permissions.OF_ITS_KIND.enter(the_centre(), request.user)
    if kind not in permissions.kinds_open_to(request.user) or ending not in templates.MEDIA:
        raise Http404
    language = get_language() or "zh-hans"
    answer = HttpResponse(templates.template(kind, ending=ending, language=language), templates.MEDIA[ending])
    name = templates.template_name(kind, ending=ending, language=language)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return answer

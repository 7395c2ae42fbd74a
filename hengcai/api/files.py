"""Papers as downloads."""

from urllib.parse import quote

from django.http import HttpResponse

from hengcai.insight.printing.paper import Paper
from hengcai.insight.printing.pdf import as_pdf
from hengcai.insight.printing.workbook import as_xlsx

PDF = "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def pdf(paper: Paper, name: str) -> HttpResponse:
    return _file(as_pdf(paper), PDF, f"{name}.pdf")


def xlsx(paper: Paper, name: str) -> HttpResponse:
    return _file(as_xlsx(paper), XLSX, f"{name}.xlsx")


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    """Nobody's cache keeps it."""
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    answer["Cache-Control"] = "private, no-store"
    return answer


def described(kind: str) -> dict:
    """What OpenAPI says of an endpoint that answers with a file."""
    content = {kind: {"schema": {"type": "string", "format": "binary"}}}
    return {"responses": {200: {"description": "The file", "content": content}}}

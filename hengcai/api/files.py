"""Papers as downloads."""

from urllib.parse import quote

from django.http import HttpResponse

from hengcai.paper.blocks import Paper
from hengcai.paper.pdf import as_pdf, missing_characters
from hengcai.paper.workbook import as_xlsx

PDF = "application/pdf"
MISSING = "X-Hengcai-Missing-Characters"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SAID_OF_MISSING = (
    "Characters that no font on the server has, printed as codes such as 〔U+20BB7〕: their code points with commas "
    "between, such as U+20BB7, U+30EDE. Absent where there are none; the workbook keeps all of them."
)


def pdf(paper: Paper, name: str) -> HttpResponse:
    """A program has no page on which to be told first: what is printed as codes stands beside the file."""
    missing = missing_characters(paper)
    answer = _file(as_pdf(paper), PDF, f"{name}.pdf")
    if missing:
        answer[MISSING] = ", ".join(one.rpartition(" ")[2] for one in missing)
    return answer


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
    answer = {"description": "The file", "content": content}
    if kind == PDF:
        answer["headers"] = {MISSING: {"description": SAID_OF_MISSING, "schema": {"type": "string"}}}
    return {"responses": {200: answer}}

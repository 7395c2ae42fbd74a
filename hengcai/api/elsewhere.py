"""Addresses nobody serves are answered like a row that is not there. Added last, so that whoever serves one is asked."""

from django.http import Http404
from ninja import Router

ALL = ["GET", "POST", "PUT", "PATCH", "DELETE"]
router = Router()


@router.api_operation(ALL, "", include_in_schema=False)
def top(request):
    raise Http404


@router.api_operation(ALL, "/{path:rest}", include_in_schema=False)
def nowhere(request, rest: str):
    raise Http404

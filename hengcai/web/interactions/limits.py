"""A request that says of itself that it is too large is answered before any of it is read."""

import re

from django.shortcuts import render

from hengcai.appeals.receiving import check_request
from hengcai.appraisal.policy_files import check_length as check_paper
from hengcai.assessment.receiving import check_request as check_questions
from hengcai.base.errors import NotValid
from hengcai.courseware.unpacking import check_request as check_package
from hengcai.interactions.receiving import check_length
from hengcai.records.receiving import check_request as check_scan
from hengcai.training.receiving import check_request as check_lesson_file
from hengcai.web.shell.middleware import problem_of
from hengcai.web.shell.says import sentence

ADDS_RECORDING = re.compile(r"^/(api/)?contacts/[0-9]+/recording/?$")
LIMITS = (
    (ADDS_RECORDING, check_length),
    (re.compile(r"^/policies/[0-9]+/procedure/$"), check_paper),
    (re.compile(r"^/(api/)?appeals/[0-9]+/(files)?$"), check_request),
    (
        re.compile(r"^/(api/training/)?courses/[0-9]+/(edit/)?(files|add-lesson|lessons)(/[a-z0-9_]+)?/?$"),
        check_lesson_file,
    ),
    (re.compile(r"^/(packages/add/|api/courseware/packages)$"), check_package),
    (re.compile(r"^/(api/)?records/[0-9]+/(papers)?$"), check_scan),
    (re.compile(r"^/questions/([0-9]+|files/add)/$"), check_questions),
    (re.compile(r"^/api/questions/(files|[0-9]+/sound)$"), check_questions),
)
STATUS = 413


class UploadLimitMiddleware:
    """Stands before what reads the fields of a form, and with them the file."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        check = next((one for where, one in LIMITS if where.match(request.path)), None)
        if request.method != "POST" or check is None:
            return None
        told = request.META.get("CONTENT_LENGTH") or "0"
        try:
            check(int(told) if told.isdecimal() else 0)
        except NotValid as refusal:
            return self._refused(request, refusal)
        return None

    def _refused(self, request, refusal):
        if request.path.startswith("/api/"):
            return problem_of(refusal, STATUS)
        facts = {"sentence": sentence(refusal), "code": refusal.code, "status": STATUS, "way": None}
        return render(request, "shell/refused.html", facts, status=STATUS)

"""Any order of acts upon a needs survey: exactly what the model allows goes through; what is issued never changes."""

from hypothesis import settings
from hypothesis import strategies as some
from hypothesis.stateful import invariant, precondition, rule, run_state_machine_as_test

from hengcai.training.actions import (
    draft_report,
    draw_interviews,
    edit_report,
    issue_report,
    sign_interview,
    substitute_interviewee,
    write_interview,
)
from hengcai.training.actions.interviews import Written
from hengcai.training.actions.reports import digest_of
from hengcai.training.models import Interviewee, Project, Report
from tests.quality.machine import Machine
from tests.training.needs import TODAY, project, with_password

THEME = {"competency": "emotion_management", "kind": "gap", "words": ""}
FIRST = some.integers(0, 1)


class Needs(Machine):
    def __init__(self):
        super().__init__()
        self.by = with_password("zhou")
        self.project = project()
        self.state, self.is_drawn, self.edits = "running", False, None
        self.written, self.signed, self.gone = {}, set(), set()

    @rule()
    def draw(self):
        goes = self.state == "running" and not self.is_drawn
        if self.does(draw_interviews, self._fresh(), by=self.by, size=10, seed="s", today=TODAY, goes=goes):
            self.is_drawn = True

    @precondition(lambda self: self.is_drawn)
    @rule(which=FIRST, notes=some.sampled_from(["said", " "]))
    def write(self, which, notes):
        one = self._one(which)
        goes = self._is_open(which) and which not in self.signed and bool(notes.strip())
        count = self.written.get(which, 0)
        written = Written(TODAY, notes, [THEME])
        if self.does(write_interview, one, by=self.by, written=written, edit_count=count, today=TODAY, goes=goes):
            self.written[which] = count + 1

    @precondition(lambda self: self.is_drawn)
    @rule(which=FIRST)
    def sign(self, which):
        goes = self.state == "running" and which in self.written and which not in self.signed
        if self.does(sign_interview, self._one(which), by=self.by, password="pass-word-1", goes=goes):
            self.signed.add(which)

    @precondition(lambda self: self.is_drawn)
    @rule(which=FIRST)
    def substitute(self, which):
        goes = self._is_open(which) and which not in self.signed
        if self.does(substitute_interviewee, self._one(which), by=self.by, reason="x", today=TODAY, goes=goes):
            self.gone.add(which)

    @rule()
    def draft(self):
        if self.does(draft_report, self._fresh(), by=self.by, today=TODAY, goes=self.state == "running"):
            self.edits = (self.edits or 0) + 1

    @precondition(lambda self: self.edits is not None)
    @rule(behind=some.integers(0, 1))
    def edit(self, behind):
        texts = Report.objects.get().texts
        goes = self.state == "running" and not behind
        if self.does(edit_report, self._fresh(), by=self.by, texts=texts, edit_count=self.edits - behind, goes=goes):
            self.edits += 1

    @rule()
    def issue(self):
        goes = self.state == "running" and self.edits is not None
        if self.does(issue_report, self._fresh(), by=self.by, goes=goes):
            self.state = "issued"

    @invariant()
    def what_is_issued_stays(self):
        assert self._fresh().state == self.state
        kept = Report.objects.filter(issued_at__isnull=False).first()
        assert (kept is not None) == (self.state == "issued")
        assert kept is None or kept.digest == digest_of(kept)

    def _is_open(self, which):
        return self.state == "running" and which not in self.gone

    def _one(self, which):
        return Interviewee.objects.get(project=self.project, place=which + 1)

    def _fresh(self):
        return Project.objects.get(pk=self.project.pk)


def test_any_order_of_acts(needs_db):
    run_state_machine_as_test(Needs, settings=settings(max_examples=4, stateful_step_count=12, deadline=None))

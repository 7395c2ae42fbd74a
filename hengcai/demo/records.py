"""Results on their way into the archive: most are talked over and signed for or passed over in silence, some are objected to;
the newest of the visiting agent waits for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from hengcai.accounts.actions import renew_passwords
from hengcai.accounts.first_passwords import first_password
from hengcai.accounts.models import User, system_user
from hengcai.base import clock
from hengcai.demo.timeline import Timeline, at
from hengcai.people.queries.calendar import the_calendar
from hengcai.records.actions import confirm_paper, hold_interview, object_to_record, save_interview, sign_record
from hengcai.records.models import Record
from hengcai.records.queries.drafts import draft_of
from hengcai.records.receiving import receive_paper
from hengcai.records.rules.interviews import Step, Talk
from hengcai.records.rules.papers import Sheet
from hengcai.records.tasks import round_to_its_end

VISITOR, STAND_IN = "li", "wu"
SIGNED, OBJECTED, ON_PAPER = 5, 2, 1  # of each quarter; of a month only some sign
A_DAY, A_WEEK = timedelta(days=1), timedelta(weeks=1)
PLAN_DAYS = 20
ZH = "zh-hans"
SCAN = b"""%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>> endobj
trailer <</Root 1 0 R>>
%%EOF
"""  # an empty sheet in the place of a scan
STRENGTHS = "各项评定比较平均，来电量大的几周也没有掉下来。"
GAPS = "没有特别弱的一项；通话结束前的复述还不是每次都做。"
STEP = "每周听两通自己的录音，对照行为指标各记下一处要改的地方。"
OWN = "同意。希望排班时能留出听录音的时间。"
WITNESS = "李敏（人力资源）"
OBJECTIONS = (
    "三月中旬系统故障那几天的通话也算进去了，解决率低不是我的原因，请单独看。",
    "知识测试那天我在顶班，补考没有安排到我，请核实。",
)


@dataclass
class Confirmations:
    """`password`: with which the demo's people sign in, and sign."""

    users: dict[str, User]
    timeline: Timeline
    password: str
    newest: date  # last day of the newest quarter that is out: the visitor's is left to them

    def lay_out(self, start: date, today: date) -> None:
        """Once a week, on a Monday; and yesterday."""
        day = start - timedelta(days=start.weekday())
        while day < today - A_DAY:
            self.timeline.add(at(day, 14), self._week)
            day += A_WEEK
        self.timeline.add_by_now(at(today - A_DAY, 15), self._yesterday)

    def _week(self) -> None:
        for one in self._to_talk():
            if not (self._visitor(one) and one.cycle.period_end >= self.newest):
                self._talk(one)
        self._answer()
        round_to_its_end()

    def _yesterday(self) -> None:
        """The visitor has been spoken to and may sign; the round has been."""
        for one in self._to_talk():
            self._talk(one)
        rest = Record.objects.filter(state="interviewed").select_related("person__user", "cycle").order_by("-pk")
        for last in [one for one in rest if not self._visitor(one)][:1]:
            self._on_paper(last, is_checked=False)
        round_to_its_end()

    def _on_paper(self, one: Record, *, is_checked: bool) -> None:
        """Signed by hand: entered by HR with the scan, checked by the head."""
        scan = SimpleUploadedFile("scan.pdf", SCAN, "application/pdf")
        sheet = Sheet("signed", clock.today(), WITNESS)
        made = receive_paper(one, scan, by=self.users[STAND_IN], sheet=sheet, today=clock.today())
        if is_checked:
            confirm_paper(one, by=self.users["qian"], paper=made)

    def _to_talk(self) -> Sequence[Record]:
        rows = Record.objects.filter(state="notified", needs_interview=True, held_because="")
        return list(
            rows.select_related("person__user", "cycle__policy", "result", "placement__lead__user").order_by("pk")
        )

    def _visitor(self, one: Record) -> bool:
        return one.person.user is not None and one.person.user.username == VISITOR

    def _talk(self, one: Record) -> None:
        by, draft = self._lead(one), draft_of(one, language=ZH)
        due = the_calendar().add(clock.today(), PLAN_DAYS).date
        plan = tuple(Step(step["what"], date.fromisoformat(step["by"])) for step in draft.plan) or (Step(STEP, due),)
        talk = Talk(draft.strengths or STRENGTHS, draft.gaps or GAPS, OWN, plan)
        edits = one.interview.edit_count if hasattr(one, "interview") else 0
        save_interview(one, by=by, talk=talk, edit_count=edits)
        hold_interview(one, by=by, held_on=clock.today(), today=clock.today())

    def _lead(self, one: Record) -> User:
        """Whoever leads them today; of those whom nobody with a sign-in leads, HR."""
        now = (
            one.person.placements.filter(since__lte=clock.today())
            .select_related("lead__user")
            .order_by("-since")
            .first()
        )
        lead = now.lead.user if now and now.lead and now.until is None else None
        return lead if lead and lead.is_active and lead.pk != one.person.user_id else self.users[STAND_IN]

    def _answer(self) -> None:
        """Of each quarter that was talked over the first few sign or object; the others say nothing."""
        rows = Record.objects.filter(state="interviewed", person__user__is_active=True)
        rows = rows.select_related("person__user", "cycle", "result").order_by("cycle", "pk")
        taken: dict[int, int] = {}
        for one in rows:
            count = taken.setdefault(
                one.cycle_id, Record.objects.filter(cycle=one.cycle_id, outcome__in=("signed", "objected")).count()
            )
            if count < SIGNED + OBJECTED + ON_PAPER:
                self._answered(one, count)
                taken[one.cycle_id] += 1

    def _answered(self, one: Record, count: int) -> None:
        by = one.person.user
        assert by is not None  # noqa: S101 - chosen so
        if count == SIGNED + OBJECTED:
            self._on_paper(one, is_checked=True)
            return
        password = self._password_of(by)
        if count < SIGNED:
            sign_record(one, by=by, password=password)
        else:
            words = OBJECTIONS[(count - SIGNED) % len(OBJECTIONS)]
            object_to_record(one, by=by, password=password, words=words, today=one.sign_by)

    def _password_of(self, by: User) -> str:
        """Those who cannot be visited are given a first one, which nobody is told, to sign with."""
        if by.has_usable_password() and not by.must_change_password:
            return self.password
        made = first_password()
        renew_passwords([by], by=system_user(), passwords={by.pk: made})
        by.refresh_from_db()
        return made

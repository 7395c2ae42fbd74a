"""Any order of acts upon a pair and a permit goes as a plain model says."""

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import settings
from hypothesis import strategies as some
from hypothesis.stateful import initialize, invariant, rule, run_state_machine_as_test

from hengcai.base import clock
from hengcai.mentoring import actions
from hengcai.mentoring.models import Pair, Permit
from hengcai.mentoring.queries.permits import may_take_contacts
from tests import cast
from tests.mentoring.scene import PASSWORD, TODAY, demand, pair
from tests.quality.machine import Machine

BOTH = some.sampled_from(["li", "zhao", "wang"])
DECIDER = some.sampled_from(["feng", "qian", "wang"])
KINDS = {"written": Fraction(60), "simulation": Fraction(3, 5), "calls": Fraction(20)}


class Pairs(Machine):
    """Li is brought on by Zhao; Wang has no part in it."""

    @initialize()
    def begin(self):
        self.pair, self.state, self.signed, self.sheets = pair(), "planned", set(), 0

    @rule()
    def start(self):
        if self.does(actions.start_pair, self.pair, by=cast.user("zhou"), goes=self.state == "planned"):
            self.state = "running"

    @rule(who=BOTH)
    def note(self, who):
        heard = actions.Heard(TODAY, "听得清楚", "少打断")
        goes = self.state == "running" and who != "wang"
        if self.does(actions.note_listening, self.pair, by=cast.user(who), heard=heard, today=TODAY, goes=goes):
            self.sheets += 1

    @rule(summary=some.sampled_from(["", "可以独立接听"]))
    def end(self, summary):
        goes = self.state != "ended" and bool(summary)
        if self.does(actions.end_pair, self.pair, by=cast.user("zhou"), summary=summary, today=TODAY, goes=goes):
            self.state = "ended"

    @rule(who=BOTH)
    def sign(self, who):
        goes = self.state == "ended" and who != "wang" and who not in self.signed
        if self.does(actions.sign_pair, self.pair, by=cast.user(who), password=PASSWORD, goes=goes):
            self.signed.add(who)

    @invariant()
    def all_is_kept(self):
        kept = Pair.objects.get(pk=self.pair.pk)
        assert (kept.state, kept.listenings.count()) == (self.state, self.sheets)
        assert (kept.mentor_signed_at is not None) == ("zhao" in self.signed)
        assert (kept.newcomer_signed_at is not None) == ("li" in self.signed)


class Permits(Machine):
    """Li's ways to a permit: Feng is named, others may not decide; a permit counts only while it is granted."""

    @initialize()
    def begin(self):
        self.demand, self.tries, self.state, self.passed = demand(), 0, "none", set()

    @property
    def permit(self):
        return Permit.objects.order_by("-attempt").first()

    @rule()
    def open(self):
        given = {"demand": self.demand, "decider": cast.user("feng"), "today": TODAY}
        goes = self.state in ("none", "failed", "withdrawn")
        if self.does(actions.open_permit, cast.li(), by=cast.user("zhou"), **given, goes=goes):
            self.tries, self.state, self.passed = self.tries + 1, "preparing", set()

    @rule(kind=some.sampled_from(sorted(KINDS)), less=some.sampled_from([0, 0, 1]))
    def enter(self, kind, less):
        if self.permit is None:
            return
        value = KINDS[kind] - less * KINDS[kind] / 100
        entered = actions.Entered(kind, value, "卷 3", sheets=2)
        goes = self.state == "preparing"
        if self.does(actions.enter_part, self.permit, by=cast.user("zhou"), entered=entered, today=TODAY, goes=goes):
            self.passed = self.passed - {kind} if less else self.passed | {kind}

    @rule(who=DECIDER)
    def grant(self, who):
        if self.permit is None:
            return
        goes = self.state == "preparing" and who == "feng" and self.passed == set(KINDS)
        if self.does(actions.grant_permit, self.permit, by=cast.user(who), today=TODAY, goes=goes):
            self.state = "granted"

    @rule(who=DECIDER)
    def fail(self, who):
        if self.permit is None:
            return
        goes = self.state == "preparing" and who == "feng"
        if self.does(actions.fail_permit, self.permit, by=cast.user(who), reason="再练", today=TODAY, goes=goes):
            self.state = "failed"

    @rule(verb=some.sampled_from(["suspend", "restore", "withdraw"]), reason=some.sampled_from(["", "投诉调查"]))
    def halt(self, verb, reason):
        if self.permit is None:
            return
        sources = {"suspend": {"granted"}, "restore": {"suspended"}, "withdraw": {"granted", "suspended"}}
        act = getattr(actions, f"{verb}_permit")
        goes = self.state in sources[verb] and bool(reason)
        if self.does(act, self.permit, by=cast.user("qian"), reason=reason, goes=goes):
            self.state = {"suspend": "suspended", "restore": "granted", "withdraw": "withdrawn"}[verb]

    @invariant()
    def only_a_granted_permit_counts(self):
        assert Permit.objects.count() == self.tries
        if self.tries:
            assert self.permit.state == self.state
        assert may_take_contacts(cast.li(), cast.post(), TODAY) == (self.state == "granted")
        assert not may_take_contacts(cast.li(), cast.post(), TODAY + timedelta(days=800))


LIMITS = settings(max_examples=12, stateful_step_count=20, deadline=None)


def test_any_order_of_acts_on_a_pair(db):
    with clock.set_to(clock.now().replace(year=2026, month=3, day=16)):
        run_state_machine_as_test(Pairs, settings=LIMITS)


def test_any_order_of_acts_on_a_permit(db):
    assert date(2026, 3, 16) == TODAY
    run_state_machine_as_test(Permits, settings=LIMITS)

"""Any order of acts upon one scenario by two people: exactly what the model allows goes through, and nothing is lost."""

from fractions import Fraction

from hypothesis import settings
from hypothesis import strategies as some
from hypothesis.stateful import invariant, rule, run_state_machine_as_test

from hengcai.simulation.actions import choose, leave_run, start_run
from hengcai.simulation.definitions import story_of
from hengcai.simulation.models import Run
from hengcai.simulation.rules import play
from tests import cast
from tests.quality.machine import Machine
from tests.simulation.stories import published

WHO = some.integers(0, 1)


class Runs(Machine):
    def __init__(self):
        super().__init__()
        self.users = [cast.li().user, cast.wang().user]
        self.scenario = published()
        self.going = [None, None]  # choices of the run that is being played
        self.finished = [0, 0]

    def _run(self, who):
        return Run.objects.filter(person__user=self.users[who]).order_by("-pk").first()

    @rule(who=WHO)
    def start(self, who):
        self.does(start_run, self.scenario, by=self.users[who], goes=True)
        self.going[who] = self.going[who] or ""

    @rule(who=WHO, by=WHO, code=some.sampled_from("abz"), late=some.integers(0, 1))
    def choose(self, who, by, code, late):
        run = self._run(who)
        if run is None:
            return
        codes = self.going[who]
        goes = codes is not None and by == who and code in "ab" and not late
        at_step = len(codes or "") - late
        if self.does(choose, run, by=self.users[by], choice=code, at_step=at_step, goes=goes):
            self.going[who] = codes + code
            if len(self.going[who]) == 2:
                self.going[who], self.finished[who] = None, self.finished[who] + 1

    @rule(who=WHO, by=WHO)
    def leave(self, who, by):
        run = self._run(who)
        if run is not None and self.does(
            leave_run, run, by=self.users[by], goes=self.going[who] is not None and by == who
        ):
            self.going[who] = None

    @invariant()
    def all_is_kept_and_scored(self):
        story = story_of(self.scenario)
        for run in Run.objects.all():
            state = play.replay(story, run.steps.order_by("number").values_list("choice", flat=True))
            assert run.n_choices == run.steps.count() == state.n_choices
            if run.state == "finished":
                assert {code: Fraction(share) for code, share in run.scores.items()} == play.scores(state)
        for user, codes, finished in zip(self.users, self.going, self.finished, strict=True):
            rows = Run.objects.filter(person__user=user)
            assert rows.filter(state="finished").count() == finished
            assert rows.filter(state="playing").count() == (codes is not None)

    def standing(self):
        return self.going, self.finished


def test_any_order_of_acts(db):
    run_state_machine_as_test(Runs, settings=settings(max_examples=12, stateful_step_count=20, deadline=None))

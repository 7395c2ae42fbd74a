"""A state machine within a transaction of its own: what it did is taken back, and acts go through exactly as its model says."""

from django.db import transaction
from hypothesis.stateful import RuleBasedStateMachine

from hengcai.base.errors import Refusal


class Machine(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.atom = transaction.atomic()
        self.atom.__enter__()

    def teardown(self):
        transaction.set_rollback(True)
        self.atom.__exit__(None, None, None)

    def does(self, act, *args, goes, **how):
        """Exactly what the model allows goes through."""
        try:
            with transaction.atomic():
                act(*args, **how)
        except Refusal:
            went = False
        else:
            went = True
        assert went == goes, (act, how, self.standing())
        return went

    def standing(self):
        """Where the model stands, for a failure to tell."""
        return self.state

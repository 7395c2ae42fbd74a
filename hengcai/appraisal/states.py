from hengcai.appraisal import permissions
from hengcai.appraisal.models import Cycle, Policy, RatingTask
from hengcai.base.states import Move

State = Cycle.State
OPEN = Move("open_cycle", frozenset({State.DRAFT}), State.COLLECTING, permissions.RUN_CYCLE)
COMPUTE = Move(
    "compute_cycle", frozenset({State.COLLECTING, State.PRELIMINARY}), State.PRELIMINARY, permissions.RUN_CYCLE
)
REOPEN = Move("reopen_cycle", frozenset({State.PRELIMINARY}), State.COLLECTING, permissions.RUN_CYCLE)
COMPUTE_PART = Move(
    "compute_part", frozenset({State.PRELIMINARY}), State.PRELIMINARY, permissions.RUN_CYCLE
)  # while the worker is at it; no button of its own
PROPOSE = Move("propose_publication", frozenset({State.PRELIMINARY}), State.PROPOSED, permissions.PROPOSE_PUBLICATION)
DECLINE = Move("decline_publication", frozenset({State.PROPOSED}), State.PRELIMINARY, permissions.PROPOSE_PUBLICATION)
CONFIRM = Move("confirm_publication", frozenset({State.PROPOSED}), State.PUBLISHING, permissions.PUBLISH_CYCLE)
CONFIRM_ALONE = Move(
    "confirm_publication_alone", frozenset({State.PROPOSED}), State.PUBLISHING, permissions.PUBLISH_CYCLE
)
TAKE_BACK = Move(
    "take_back_publication", frozenset({State.PUBLISHING}), State.PRELIMINARY, permissions.PROPOSE_PUBLICATION
)
PUBLISH = Move("publish_cycle", frozenset({State.PUBLISHING}), State.PUBLISHED, permissions.PUBLISH_CYCLE)
PUBLICATION = (PROPOSE, DECLINE, CONFIRM, CONFIRM_ALONE, TAKE_BACK, PUBLISH)
MOVES = (OPEN, COMPUTE, REOPEN, *PUBLICATION)

PUBLISH_POLICY = Move(
    "publish_policy", frozenset({Policy.State.DRAFT}), Policy.State.PUBLISHED, permissions.APPROVE_POLICY
)
REWRITE_POLICY = Move("rewrite_policy", frozenset({Policy.State.DRAFT}), Policy.State.DRAFT, permissions.DRAFT_POLICY)
POLICY_MOVES = (PUBLISH_POLICY, REWRITE_POLICY)

SEND = Move("send_rating", frozenset({RatingTask.State.OPEN}), RatingTask.State.SENT, permissions.FILL_TASK)
WITHDRAW = Move("withdraw_rater", frozenset({RatingTask.State.OPEN}), RatingTask.State.WITHDRAWN, permissions.SEE_TASK)
RETURN = Move("return_rating", frozenset({RatingTask.State.SENT}), RatingTask.State.OPEN, permissions.SEE_TASK)
TASK_MOVES = (SEND, WITHDRAW, RETURN)

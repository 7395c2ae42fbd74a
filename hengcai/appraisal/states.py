from hengcai.appraisal import permissions
from hengcai.appraisal.models import Cycle, Policy, RatingTask
from hengcai.base.states import Move

State = Cycle.State
OPEN = Move("open_cycle", frozenset({State.DRAFT}), State.COLLECTING, permissions.RUN_CYCLE)
CHANGE = Move("change_draft", frozenset({State.DRAFT}), State.DRAFT, permissions.RUN_CYCLE)
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
MOVES = (OPEN, CHANGE, COMPUTE, REOPEN, *PUBLICATION)

STAGE = Policy.State
REWRITE_POLICY = Move("rewrite_policy", frozenset({STAGE.DRAFT}), STAGE.DRAFT, permissions.DRAFT_POLICY)
DISCUSS_POLICY = Move("discuss_policy", frozenset({STAGE.DRAFT}), STAGE.DISCUSSED, permissions.DRAFT_POLICY)
AMEND_POLICY = Move("amend_policy", frozenset({STAGE.DISCUSSED}), STAGE.DISCUSSED, permissions.DRAFT_POLICY)
DECIDE_POLICY = Move("decide_policy", frozenset({STAGE.DISCUSSED}), STAGE.DECIDED, permissions.APPROVE_POLICY)
ANNOUNCE_POLICY = Move("announce_policy", frozenset({STAGE.DECIDED}), STAGE.ANNOUNCED, permissions.ANNOUNCE_POLICY)
PUBLISH_POLICY = Move("publish_policy", frozenset({STAGE.ANNOUNCED}), STAGE.PUBLISHED, permissions.APPROVE_POLICY)
WITHDRAW_POLICY = Move(
    "withdraw_policy", frozenset({STAGE.DISCUSSED, STAGE.DECIDED, STAGE.ANNOUNCED}), STAGE.WITHDRAWN,
    permissions.WITHDRAW_POLICY,
)  # fmt: skip
POLICY_MOVES = (
    REWRITE_POLICY, DISCUSS_POLICY, AMEND_POLICY, DECIDE_POLICY, ANNOUNCE_POLICY, PUBLISH_POLICY, WITHDRAW_POLICY,
)  # fmt: skip

SEND = Move("send_rating", frozenset({RatingTask.State.OPEN}), RatingTask.State.SENT, permissions.FILL_TASK)
WITHDRAW = Move("withdraw_rater", frozenset({RatingTask.State.OPEN}), RatingTask.State.WITHDRAWN, permissions.SEE_TASK)
RETURN = Move("return_rating", frozenset({RatingTask.State.SENT}), RatingTask.State.OPEN, permissions.SEE_TASK)
TASK_MOVES = (SEND, WITHDRAW, RETURN)

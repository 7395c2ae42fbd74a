"""A policy led through its whole procedure, for tests that need one in force."""

from datetime import date, timedelta

from hengcai.appraisal import actions
from hengcai.appraisal.models import Policy
from hengcai.appraisal.policy_changes import unexplained
from hengcai.appraisal.rules.procedure import Meeting, Notice, Present
from tests import cast

A_DAY = timedelta(days=1)
PRESENT = (Present("工会主席 何梅", "union"), Present("郑远山", "panel"), Present("钱立群", "management"))


def meeting(day: date, **changes) -> Meeting:
    facts = {"minutes": "逐条讨论，按意见修改后通过。", "present": PRESENT, "votes_for": 3, **changes}
    return Meeting(held_on=day, **facts)


def notice(posted_on: date, in_force_from: date, **changes) -> Notice:
    facts = {"text": "现公示新一版考核制度。", "place": "一楼公告栏、企业微信群", **changes}
    return Notice(posted_on=posted_on, in_force_from=in_force_from, **facts)


def explained(policy: Policy, *, by: str = "zheng") -> Policy:
    for change in unexplained(policy):
        actions.explain_change(policy, by=cast.user(by), place=change.place, reason="去年的数据说明原来的不合适")
    return policy


def discussed(policy: Policy, *, today: date, by: str = "zheng") -> Policy:
    """Open for comments until the day after."""
    explained(policy, by=by)
    return actions.discuss_policy(policy, by=cast.user(by), closes_on=today + A_DAY, today=today)


def decided(policy: Policy, *, today: date, by: str = "qian") -> Policy:
    """On the second day after."""
    discussed(policy, today=today)
    day = today + 2 * A_DAY
    return actions.decide_policy(policy, by=cast.user(by), meeting=meeting(day), today=day)


def announced(policy: Policy, *, today: date, in_force_from: date | None = None) -> Policy:
    decided(policy, today=today)
    day = today + 2 * A_DAY
    words = notice(day, in_force_from or day + A_DAY)
    return actions.announce_policy(policy, by=cast.user("wu"), notice=words, today=day)


def in_force(policy: Policy, *, on: date) -> Policy:
    """From that day; begun three days before it."""
    announced(policy, today=on - 3 * A_DAY, in_force_from=on)
    return actions.publish_policy(policy, by=cast.user("qian"), today=on)

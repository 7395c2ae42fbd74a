from django.db.models import Q

from hengcai.base.permissions import Doer, Permission, Reach, everything
from hengcai.base.roles import GROUP, HEAD, HR, LEAD, ROLES, TRAINER
from hengcai.people.permissions import led, led_then, of_led_teams, own


def not_oneself(path: str) -> Reach:
    """A member of the group does not see their own case from the group's side."""
    return lambda user: ~Q(**{f"{path}__user": user.pk})


def public_once(_user: Doer) -> Q:
    """Policies everybody is judged by, now or earlier, and those they are asked about; a draft is its writers' alone."""
    return ~Q(state="draft")


def under_discussion(_user: Doer) -> Q:
    return Q(state="discussed")


def to_be_signed(_user: Doer) -> Q:
    """Announced, and in force: who joins later is asked as well."""
    return Q(state__in=("announced", "published"))


def led_but_not_oneself(user: Doer) -> Q:
    return led("person")(user) & ~Q(person__user=user.pk)


def published(reach: Reach, cycle: str) -> Reach:
    return lambda user: reach(user) & Q(**{f"{cycle}__state": "published"})


def led_and_published(user: Doer) -> Q:
    """Those one leads today, and results dated within one's own term; never one's own."""
    reach = led("participant__person")(user) | led_then("participant__placement")(user)
    return reach & Q(participant__cycle__state="published") & ~Q(participant__person__user=user.pk)


def told_to_oneself(user: Doer) -> Q:
    """A correction is its person's once it is made."""
    return Q(fresh__isnull=False) & Q(old__participant__person__user=user.pk)


def of_others_or_told(user: Doer) -> Q:
    return not_oneself("old__participant__person")(user) | told_to_oneself(user)


def not_concerned(user: Doer) -> Q:
    """Neither one's own result nor one's own ratings are part of it."""
    return ~Q(concerns__user=user.pk)


def not_concerned_nor_of_peers(user: Doer) -> Q:
    """Who a peer was is for the group alone."""
    return not_concerned(user) & ~Q(source="peer")


def of_others_rated_by_others(user: Doer) -> Q:
    return ~Q(result__participant__person__user=user.pk) & ~Q(task__rater__user=user.pk)


def forms_of_others(user: Doer) -> Q:
    """By their rater: neither on oneself nor by oneself, and never a peer's."""
    return ~Q(participant__person__user=user.pk) & ~Q(rater__user=user.pk) & ~Q(source="peer")


SEE_CYCLE = Permission("appraisal.cycle.see", {GROUP: everything, HR: everything, HEAD: everything})
RUN_CYCLE = Permission("appraisal.cycle.run", {GROUP: everything, HR: everything})
SETTLE_TEMPLATE = Permission("appraisal.template.settle", {GROUP: everything, HR: everything})
PROPOSE_PUBLICATION = Permission("appraisal.cycle.propose", dict.fromkeys((GROUP, HR, HEAD), everything))
PUBLISH_CYCLE = Permission("appraisal.cycle.publish", {GROUP: everything, HEAD: everything})
SEE_POLICY = Permission(
    "appraisal.policy.see",
    {**dict.fromkeys(ROLES, public_once), **dict.fromkeys((GROUP, HR, HEAD), everything)},
)
DRAFT_POLICY = Permission("appraisal.policy.draft", {GROUP: everything, HR: everything})
APPROVE_POLICY = Permission("appraisal.policy.approve", {HEAD: everything, GROUP: everything})
ANNOUNCE_POLICY = Permission("appraisal.policy.announce", dict.fromkeys((GROUP, HR, HEAD), everything))
WITHDRAW_POLICY = Permission("appraisal.policy.withdraw", dict.fromkeys((GROUP, HEAD), everything))
COMMENT_POLICY = Permission("appraisal.policy.comment", dict.fromkeys(ROLES, under_discussion))
ANSWER_COMMENT = Permission(
    "appraisal.policy.answer", dict.fromkeys((GROUP, HR), lambda user: ~Q(by=user.pk) & Q(policy__state="discussed"))
)
KEEP_PROOF = Permission("appraisal.policy.keep_proof", dict.fromkeys((GROUP, HR, HEAD), everything))
ACKNOWLEDGE = Permission("appraisal.policy.acknowledge", dict.fromkeys(ROLES, to_be_signed))
SEE_SIGNATURES = Permission("appraisal.policy.signatures", dict.fromkeys((GROUP, HR, HEAD), everything))
TRY_POLICY = Permission("appraisal.policy.what_if", dict.fromkeys((GROUP, HR, HEAD), everything))
SEE_PARTICIPANT = Permission("appraisal.participant.see", dict.fromkeys((GROUP, HR, HEAD), not_oneself("person")))
ARRANGE_RATERS = Permission("appraisal.participant.arrange", dict.fromkeys((GROUP, HR), not_oneself("person")))
FILL_TASK = Permission("appraisal.task.fill", dict.fromkeys(ROLES, own("rater")))
SEE_TASK = Permission("appraisal.task.see", dict.fromkeys((GROUP, HR), not_oneself("participant__person")))
REMARK = Permission("appraisal.remark.write", dict.fromkeys((LEAD, GROUP), led_but_not_oneself))
SEE_RESULT = Permission("appraisal.result.see", {
    LEAD: led_and_published,
    TRAINER: lambda user: not_oneself("participant__person")(user) & Q(participant__cycle__state="published"),
    **dict.fromkeys((GROUP, HR, HEAD), not_oneself("participant__person")),
})  # fmt: skip
SEE_FINDING = Permission(
    "appraisal.finding.see", dict.fromkeys((GROUP, HR, HEAD), not_oneself("result__participant__person"))
)
SETTLE_FINDING = Permission("appraisal.finding.settle", dict.fromkeys((GROUP, HR), of_others_rated_by_others))
SETTLE_RATER = Permission("appraisal.rater.settle", dict.fromkeys((GROUP, HR), lambda user: ~Q(user=user.pk)))
SEE_PATTERN = Permission(
    "appraisal.pattern.see", {GROUP: not_concerned, **dict.fromkeys((HR, HEAD), not_concerned_nor_of_peers)}
)
SETTLE_PATTERN = Permission("appraisal.pattern.settle", {GROUP: not_concerned, HR: not_concerned_nor_of_peers})
SEE_RATER = Permission("appraisal.rater.see", dict.fromkeys((GROUP, HR, HEAD), forms_of_others))
ANSWER = Permission("appraisal.question.answer", dict.fromkeys(ROLES, lambda user: Q(asked_of=user.pk)))
SEE_OWN_RESULT = Permission(
    "appraisal.result.see_own", dict.fromkeys(ROLES, published(own("participant__person"), "participant__cycle"))
)
CORRECT_RESULT = Permission("appraisal.result.correct", dict.fromkeys((GROUP,), not_oneself("participant__person")))
CONFIRM_CORRECTION = Permission("appraisal.correction.confirm", {GROUP: not_oneself("old__participant__person")})
SEE_CORRECTION = Permission(
    "appraisal.correction.see",
    {**dict.fromkeys(ROLES, told_to_oneself), **dict.fromkeys((GROUP, HR, HEAD), of_others_or_told)},
)
READ_CORRECTION = Permission("appraisal.correction.read", dict.fromkeys(ROLES, told_to_oneself))
IMPORT = Permission("appraisal.file.import", {GROUP: everything, HR: everything})
TRAIN = Permission("appraisal.rater.train", dict.fromkeys(ROLES, lambda user: Q(pk=user.pk)))
SEE_QUARTERS = Permission("appraisal.quarter.see", {
    LEAD: published(of_led_teams, "cycle"),
    TRAINER: published(everything, "cycle"),
    **dict.fromkeys((GROUP, HR, HEAD), everything),
})  # fmt: skip
WATCH = Permission("appraisal.task.watch", {
    LEAD: lambda user: led("rater")(user) & ~Q(source="peer"),
    **dict.fromkeys((GROUP, HR, HEAD), everything),
})  # fmt: skip

"""Comments on a draft, article by article, and their answers."""

from datetime import date

from hengcai.accounts.models import User
from hengcai.appraisal import permissions, policy_duties
from hengcai.appraisal.models import Policy, PolicyComment
from hengcai.appraisal.parsing import parsed
from hengcai.appraisal.rules import procedure as rules
from hengcai.appraisal.rules.articles import articles_of
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.errors import NotNow
from hengcai.base.lengths import check_lengths

MOST_COMMENTS = 50  # of one person on one version


@action(permissions.COMMENT_POLICY, unsaid={"text"})
def comment_on_policy(policy: Policy, *, by: User, text: str, today: date, article: str = "") -> PolicyComment:
    """`article`: the key of one, or empty for the whole."""
    if policy.state != Policy.State.DISCUSSED:
        raise NotNow("policy.not_discussed")
    check_lengths(text)
    known = {one.key for one in articles_of(parsed(policy))}
    told = rules.check_comment(text, article, known=known, closes_on=policy.procedure.closes_on, today=today)
    if policy.comments.filter(by=by).count() >= MOST_COMMENTS:
        raise NotNow("policy.too_many_comments", most=MOST_COMMENTS)
    made = PolicyComment.objects.create(policy=policy, article=article, text=told, by=by, at=clock.now())
    policy_duties.commented(policy, by.pk)
    return made


@action(permissions.ANSWER_COMMENT)
def answer_comment(comment: PolicyComment, *, by: User, answer: str, reason: str) -> PolicyComment:
    """Taken, partly or not, with the reason; until the policy is decided it may be put better."""
    check_lengths(reason)
    comment.reason = rules.check_answer(answer, reason)
    comment.answer, comment.answered_by, comment.answered_at = answer, by, clock.now()
    comment.save()
    return comment

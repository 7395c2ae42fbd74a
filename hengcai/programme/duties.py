"""What follows from training: a course to revise by whoever answers for it, a surge the training managers look at."""

from hengcai.accounts.models import SYSTEM, RoleGrant
from hengcai.base.roles import TRAINER
from hengcai.inbox.duties import Owed, open_duties, settle_duties
from hengcai.inbox.kinds import Kind, register
from hengcai.programme.models import Revision, Surge

REVISE, REVISION = "course.revise", "programme.revision"
SURGE, SURGES = "training.surge", "programme.surge"
register(
    Kind(REVISE, REVISION, "see-revision", "list-revisions", "list-revisions", up=(TRAINER,)),
    Kind(SURGE, SURGES, "see-surge", "list-surges"),
)


def to_revise(revision: Revision) -> None:
    """Anew with each last day: first to be planned by, then to be done by."""
    title = revision.course.title
    settle_duties(REVISE, [revision.pk])
    open_duties(REVISE, [Owed(revision.owner_id, revision.pk, revision.due_on, title.zh or title.en)])


def revised(revision: Revision) -> None:
    settle_duties(REVISE, [revision.pk])


def surged(surge: Surge, what: str) -> None:
    open_duties(SURGE, [Owed(user, surge.pk, None, what) for user in training_managers()])


def surge_settled(surge: Surge) -> None:
    settle_duties(SURGE, [surge.pk])


def training_managers() -> list[int]:
    rows = RoleGrant.objects.filter(role=TRAINER, user__is_active=True).exclude(user__username=SYSTEM)
    return list(rows.order_by("user").values_list("user", flat=True).distinct())

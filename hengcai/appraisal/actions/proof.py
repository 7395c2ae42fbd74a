"""Papers kept with the procedure of a policy."""

from dataclasses import asdict, dataclass

from hengcai.accounts.models import User
from hengcai.appraisal import permissions
from hengcai.appraisal.models import Policy, PolicyFile
from hengcai.appraisal.policy_checks import check_takes_files
from hengcai.audit.action import action
from hengcai.base import clock


@dataclass(frozen=True)
class Kept:
    """A file that lies in the media folder by now."""

    name: str
    place: str
    media_type: str
    byte_count: int
    digest: str


@action(permissions.KEEP_PROOF)
def add_policy_file(policy: Policy, *, by: User, kept: Kept) -> PolicyFile:
    one = check_takes_files(policy)
    return PolicyFile.objects.create(procedure=one, step=policy.state, by=by, at=clock.now(), **asdict(kept))

"""A check-list as a file that can be read again."""

import yaml

from hengcai.assessment.checking import content_of
from hengcai.assessment.models import Checklist


def checklist_yaml(checklist: Checklist) -> bytes:
    made = yaml.safe_dump(content_of(checklist), allow_unicode=True, sort_keys=False, width=120)
    return str(made).encode()

"""Published errors that the knowledge base caused open their corrections; within the publication itself."""

from collections.abc import Collection
from typing import Any

from django.dispatch import receiver

from hengcai.accounts.models import system_user
from hengcai.accounts.queries import the_centre
from hengcai.base import clock
from hengcai.bulletins.actions import take_over_errors
from hengcai.bulletins.errors_found import has_knowledge_errors
from hengcai.quality.models import Evaluation
from hengcai.quality.signals import evaluations_published


@receiver(evaluations_published, dispatch_uid="bulletins.errors")
def on_published(sender: type[Evaluation], *, keys: Collection[int], **_facts: Any) -> None:
    if has_knowledge_errors(keys):
        take_over_errors(the_centre(), by=system_user(), evaluations=keys, today=clock.today())

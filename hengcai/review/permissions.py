"""Everybody reviews their own cards; how much of an item is still known is for those who teach, without names."""

from hengcai.base.permissions import Permission, everything
from hengcai.base.roles import HEAD, HR, QUALITY_SUPERVISOR, ROLES, TRAINER
from hengcai.people.permissions import own

REVIEW = Permission("review.card.answer", dict.fromkeys(ROLES, own("person")))
SEE_RECALL = Permission("review.recall.see", dict.fromkeys((TRAINER, HR, HEAD, QUALITY_SUPERVISOR), everything))

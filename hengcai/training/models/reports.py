from django.db import models
from django.db.models import Q

from hengcai.accounts.models import User
from hengcai.base.bilingual import BilingualField
from hengcai.training.models.projects import Project


class Report(models.Model):
    """客服团队技能现状分析报告: figures as they stood when it was drafted, sentences as they were edited; issued, it never changes."""

    project = models.OneToOneField(Project, models.PROTECT, related_name="report")
    facts = models.JSONField()
    texts = BilingualField()  # section → its sentences
    edit_count = models.PositiveIntegerField(default=0)
    drafted_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField()
    issued_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    issued_at = models.DateTimeField(null=True)
    digest = models.CharField(max_length=64, blank=True)  # SHA-256 of figures and sentences, when issued

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(issued_at=None, digest="") | Q(issued_at__isnull=False) & ~Q(digest=""),
                name="report_issued_whole",
            )
        ]

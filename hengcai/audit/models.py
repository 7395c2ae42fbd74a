from django.db import models


class Entry(models.Model):
    """One link of the chain: ids, codes and digests only. The doer is a plain id, so that
    `accounts` may stand above this package and a person's erasure leaves the chain whole."""

    number = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    action = models.CharField(max_length=80)
    doer = models.CharField(max_length=40)
    role = models.CharField(max_length=40)
    thing = models.CharField(max_length=80)
    subject = models.BigIntegerField(null=True)  # user whom the act concerns; in the hash from version 2 on
    version = models.SmallIntegerField(default=1, db_default=1)  # what the hash is made of
    digest = models.CharField(max_length=64)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        indexes = [models.Index(fields=["thing"]), models.Index(fields=["action", "number"])]

    def __str__(self) -> str:
        return f"{self.number} {self.action} {self.thing}"


class Values(models.Model):
    """What stands behind an entry's digest; erasure may empty it and names the entry that did."""

    entry = models.OneToOneField(Entry, models.PROTECT, primary_key=True, related_name="kept")
    salt = models.CharField(max_length=32, null=True)  # noqa: DJ001 - null says erased, empty would be a salt
    values = models.JSONField(null=True)
    erased_by = models.BigIntegerField(null=True)


class Head(models.Model):
    """The one row that says where the chain ends; locked as a transaction's last statement."""

    number = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="0" * 64)

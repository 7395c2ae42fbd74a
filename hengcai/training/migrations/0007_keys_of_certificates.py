"""The key a credential was signed with becomes the certificate's own; one that cannot be read gets a new one."""

import base64
import json
import uuid

from django.db import migrations

PREFIX = "urn:uuid:"


def keys(apps, _editor):
    certificates = apps.get_model("training", "Certificate")
    for one in certificates.objects.filter(key=None).only("pk", "signed").iterator():
        certificates.objects.filter(pk=one.pk).update(key=_key(one.signed))


def _key(signed):
    try:
        body = signed.split(".")[1]
        told = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
        return uuid.UUID(told["id"].removeprefix(PREFIX))
    except (ValueError, IndexError, KeyError, AttributeError, TypeError):
        return uuid.uuid4()


class Migration(migrations.Migration):
    dependencies = [("training", "0006_certificates_reissued")]
    operations = [migrations.RunPython(keys, migrations.RunPython.noop)]

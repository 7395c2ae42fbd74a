"""Makes an empty home usable: folders, database, catalogues, static files. Safe to run at every start."""

import contextlib
import io
import os
import sys
from pathlib import Path


def started() -> None:
    """Django set up, nothing written."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hengcai.settings")
    import django
    from django.apps import apps

    if not apps.ready:
        django.setup()


def prepared() -> None:
    """Django set up and the database migrated."""
    started()
    from django.conf import settings
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    from hengcai.base.first_tables import laid_out

    Path(settings.HOME).mkdir(parents=True, exist_ok=True)
    if laid_out(connection):
        return
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        from django.core.management import call_command

        with contextlib.redirect_stdout(io.StringIO()):
            call_command("migrate", interactive=False, verbosity=0)


def collected() -> None:
    """Static files gathered with their hashes; skipped when nothing is newer."""
    from django.conf import settings
    from django.core.management import call_command

    call_command("collectstatic", interactive=False, verbosity=0, clear=False)
    if not settings.STATIC_ROOT.exists():
        sys.exit("hengcai: static files could not be gathered")

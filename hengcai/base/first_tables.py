"""The tables of an empty database in one go, as they stand today, instead of by every change since the first build.

A database in which anything stands is migrated step by step. That both ways end at the same tables is a test. A change that
puts rows into an empty database belongs here as well: there is none.
"""

from django.apps import apps
from django.core.management.sql import emit_post_migrate_signal
from django.db import router
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor


def laid_out(connection: BaseDatabaseWrapper) -> bool:
    """Whole or not at all; False, and nothing done, where there are tables already."""
    if connection.introspection.table_names():
        return False
    executor = MigrationExecutor(connection)
    with connection.schema_editor(atomic=True) as editor:
        for package in apps.get_app_configs():
            for model in router.get_migratable_models(package, connection.alias, include_auto_created=False):
                if model._meta.can_migrate(connection):
                    editor.create_model(model)
        for app, name in executor.loader.graph.nodes:
            executor.recorder.record_applied(app, name)
    emit_post_migrate_signal(verbosity=0, interactive=False, db=connection.alias)
    return True

import os
from typing import Any

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from hengcai.base.apart import be_the_server

SMALL = "PRAGMA cache_size=-500;"


def keep_connections() -> None:
    """Each of the server's threads keeps its own open, so what one holds is small; imports and the worker have large ones."""
    database: dict[str, Any] = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        options = database["OPTIONS"]
        options |= {"cached_statements": 24, "init_command": f"{options['init_command']} {SMALL}"}
        database["CONN_MAX_AGE"] = 60


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hengcai.settings")
application = get_wsgi_application()
keep_connections()
be_the_server()

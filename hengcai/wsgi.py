import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hengcai.settings")
application = get_wsgi_application()

if os.environ.get("HENGCAI_EMBEDDED_WORKER") == "1":
    from hengcai.jobs.worker import WorkerThread

    WorkerThread().start()

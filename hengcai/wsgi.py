import os

from django.core.wsgi import get_wsgi_application

from hengcai.base.apart import be_the_server

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hengcai.settings")
application = get_wsgi_application()
be_the_server()

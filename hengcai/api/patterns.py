"""The addresses of the API, for whoever asks for one of them first."""

from hengcai.api.urls import api

urlpatterns, APP_NAME, NAMESPACE = api.urls

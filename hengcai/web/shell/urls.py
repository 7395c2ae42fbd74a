from django.urls import path

from hengcai.web.shell import search, views

urlpatterns = [
    path("language/", views.language, name="choose-language"),
    path("lists/rows/", views.rows, name="choose-rows"),
    path("search/", search.search, name="search"),
    path("keys/", views.keys, name="see-keys"),
    path("healthz", views.health, name="health"),
    path("jobs/<int:pk>/", views.job, name="see-job"),
]

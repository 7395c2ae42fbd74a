from django.urls import path

from hengcai.web.audit import views

urlpatterns = [
    path("audit/", views.entries, name="list-audit"),
    path("audit/head/", views.head, name="export-audit-head"),
]

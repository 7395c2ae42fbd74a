from django.urls import path

from hengcai.web.inbox import views

urlpatterns = [path("inbox/", views.duties, name="list-duties")]

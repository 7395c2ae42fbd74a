from django.urls import path

from hengcai.web.inbox import notices, views

urlpatterns = [
    path("inbox/", views.duties, name="list-duties"),
    path("me/notices/", notices.choose, name="choose-notices"),
    path("notices/", notices.notices, name="see-notices"),
]

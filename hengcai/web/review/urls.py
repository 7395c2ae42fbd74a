from django.urls import path

from hengcai.web.review import views

urlpatterns = [
    path("review/", views.today, name="review-today"),
    path("review/cards/<int:pk>/", views.answer, name="answer-card"),
    path("review/answers/<int:pk>/", views.outcome, name="see-review-answer"),
    path("review/recall/", views.recall, name="list-recall"),
]

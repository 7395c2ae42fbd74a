from django.urls import path

from hengcai.web.consequences.views import bases, pay, plans, reviews, steps

PAY = "pay/"

urlpatterns = [
    path(PAY, pay.runs, name="list-pay-runs"),
    path(f"{PAY}<int:pk>/", pay.run, name="see-pay-run"),
    path(f"{PAY}<int:pk>/what-if/", pay.what_if, name="simulate-pay-run"),
    path(f"{PAY}bases/", bases.bases, name="list-pay-bases"),
    path(f"{PAY}mine/", pay.mine, name="see-my-pay"),
    path(f"{PAY}reviews/", reviews.reviews, name="list-reviews"),
    path(f"{PAY}reviews/<int:pk>/", reviews.review, name="see-review"),
    path("improvement-plans/", plans.plans, name="list-improvement-plans"),
    path("improvement-plans/add/", plans.add, name="add-improvement-plan"),
    path("improvement-plans/<int:pk>/", plans.plan, name="see-improvement-plan"),
    path("improvement-plans/<int:pk>/edit/", plans.edit, name="edit-improvement-plan"),
    path("steps/<int:pk>/", steps.steps, name="see-steps"),
    path("moves/", steps.moves, name="list-moves"),
    path("moves/<int:pk>/", steps.move, name="see-move"),
]

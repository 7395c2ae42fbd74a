from django.urls import path

from hengcai.web.consequences.views import awards, bases, decisions, differences, looking, pay, plans, reviews, steps

PAY = "pay/"

urlpatterns = [
    path(PAY, pay.runs, name="list-pay-runs"),
    path(f"{PAY}<int:pk>/", pay.run, name="see-pay-run"),
    path(f"{PAY}<int:pk>/what-if/", pay.what_if, name="simulate-pay-run"),
    path(f"{PAY}bases/", bases.bases, name="list-pay-bases"),
    path("decisions/", decisions.decisions, name="list-decisions"),
    path(f"{PAY}differences/", differences.differences, name="list-differences"),
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
    path("awards/", awards.nominations, name="list-nominations"),
    path("awards/add/", awards.add, name="add-nomination"),
    path("awards/<int:pk>/", awards.nomination, name="see-nomination"),
    path("awards/notice/", awards.notices, name="see-public-notices"),
    path("results/<int:pk>/explained/", looking.explain, name="explain-result"),
    path("looking-again/", looking.looks, name="list-looks-again"),
    path("looking-again/<int:pk>/", looking.look, name="see-look-again"),
]

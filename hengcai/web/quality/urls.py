from django.urls import path

from hengcai.web.quality.views import (
    assigning,
    cases,
    desk,
    disputes,
    drafts,
    evaluations,
    plans,
    publishing,
    rechecks,
    scorecards,
)

WORK = "quality/assignments/"
CARDS = "scorecards/"
SCORED = "quality/evaluations/"
PLANS = "quality/plans/"

urlpatterns = [
    path(WORK, desk.assignments, name="list-assignments"),
    path(f"{WORK}given/", assigning.given, name="list-given"),
    path(f"{WORK}<int:pk>/withdraw/", assigning.withdraw, name="withdraw-assignment"),
    path(f"{WORK}<int:pk>/", desk.score_contact, name="score-contact"),
    path(f"{WORK}<int:pk>/preview/", desk.preview, name="preview-score"),
    path(f"{WORK}<int:pk>/draft/", desk.draft, name="keep-draft"),
    path(SCORED, evaluations.evaluations, name="list-evaluations"),
    path(f"{SCORED}publish/", evaluations.publish, name="publish-evaluations"),
    path(f"{SCORED}<int:pk>/", evaluations.evaluation, name="see-evaluation"),
    path(f"{SCORED}<int:pk>/red-line/", cases.report, name="report-red-line"),
    path(f"{SCORED}<int:pk>/confirm/", disputes.confirm, name="confirm-evaluation"),
    path(f"{SCORED}<int:pk>/dispute/", disputes.raise_dispute, name="dispute-evaluation"),
    path("quality/disputes/", disputes.disputes, name="list-disputes"),
    path("quality/disputes/<int:pk>/", disputes.dispute, name="see-dispute"),
    path("quality/rechecks/", rechecks.rechecks, name="list-rechecks"),
    path("quality/rechecks/draw/", rechecks.draw, name="draw-rechecks"),
    path("quality/rechecks/<int:pk>/", rechecks.recheck, name="see-recheck"),
    path("quality/cases/", cases.cases, name="list-cases"),
    path("quality/cases/<int:pk>/", cases.case, name="judge-case"),
    path("quality/assign/", assigning.assign, name="assign-contacts"),
    path(PLANS, plans.plans, name="list-plans"),
    path(f"{PLANS}add/", plans.add, name="add-plan"),
    path(f"{PLANS}<int:pk>/", plans.plan, name="see-plan"),
    path(f"{PLANS}<int:pk>/edit/", plans.edit, name="edit-plan"),
    path(f"{PLANS}<int:pk>/move/", plans.move, name="move-plan"),
    path(f"{PLANS}<int:pk>/compare/", plans.compare, name="compare-plan"),
    path(f"{PLANS}<int:pk>/contacts/", plans.picks, name="list-picks"),
    path("quality/picks/<int:pk>/replace/", plans.replace, name="replace-pick"),
    path(CARDS, scorecards.scorecards, name="list-scorecards"),
    path(f"{CARDS}add/", scorecards.add, name="add-scorecard"),
    path(f"{CARDS}add/text/", scorecards.add_text, name="add-scorecard-text"),
    path(f"{CARDS}shipped/", scorecards.load, name="load-shipped-scorecards"),
    path(f"{CARDS}<int:pk>/", scorecards.scorecard, name="see-scorecard"),
    path(f"{CARDS}<int:pk>/edit/", drafts.edit, name="edit-scorecard"),
    path(f"{CARDS}<int:pk>/edit/text/", drafts.edit_text, name="edit-scorecard-text"),
    path(f"{CARDS}<int:pk>/edit/differing/", drafts.differing, name="differing-scorecard"),
    path(f"{CARDS}<int:pk>/try/", drafts.try_card, name="try-scorecard"),
    path(f"{CARDS}<int:pk>/try/total/", drafts.reckon, name="reckon-scorecard"),
    path(f"{CARDS}<int:pk>/compare/", drafts.compare, name="compare-scorecard"),
    path(f"{CARDS}<int:pk>/revise/", scorecards.revise, name="revise-scorecard"),
    path(f"{CARDS}<int:pk>/publish/", publishing.publish, name="publish-scorecard"),
    path(f"{CARDS}<int:pk>/delete/", scorecards.delete, name="delete-scorecard"),
]

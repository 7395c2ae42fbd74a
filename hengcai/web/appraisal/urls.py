from django.urls import path

from hengcai.web.appraisal.views import (
    boards,
    corrections,
    cycles,
    findings,
    people,
    policies,
    policy_drafts,
    publications,
    ratings,
    remarks,
)

CYCLE = "cycles/<int:pk>/"
MEMBER = "cycles/people/<int:pk>/"
FORM = "ratings/<int:pk>/"

urlpatterns = [
    path("ratings/", ratings.ratings, name="list-ratings"),
    path(FORM, ratings.fill, name="fill-rating"),
    path("rater-training/", ratings.rater_training, name="rater-training"),
    path("cycles/", cycles.cycles, name="list-cycles"),
    path("cycles/corrections/", corrections.corrections, name="list-corrections"),
    path("cycles/corrections/<int:pk>/", corrections.correction, name="see-correction"),
    path("cycles/results/<int:pk>/correct/", corrections.correct, name="correct-result"),
    path("cycles/add/", cycles.add, name="add-cycle"),
    path(CYCLE, boards.board, name="see-cycle"),
    path(f"{CYCLE}move/", cycles.move, name="move-cycle"),
    path(f"{CYCLE}publication/", publications.publication, name="see-publication"),
    path(f"{CYCLE}findings/", findings.findings, name="list-findings"),
    path("cycles/findings/<int:pk>/", findings.act, name="act-on-finding"),
    path("cycles/raters/<int:pk>/", findings.act_on_rater, name="act-on-rater"),
    path("cycles/forms/<int:pk>/nudge/", findings.nudge, name="nudge-rater"),
    path("ratings/questions/<int:pk>/", findings.question, name="answer-question"),
    path(f"{CYCLE}tables/", cycles.tables, name="export-cycle"),
    path(f"{CYCLE}remarks/", remarks.write, name="write-remark"),
    path(f"{CYCLE}people/", people.participants, name="list-participants"),
    path(f"{CYCLE}people/add/", people.add, name="add-participant"),
    path(MEMBER, people.participant, name="see-participant"),
    path(f"{MEMBER}raters/", people.add_rater, name="add-rater"),
    path("cycles/forms/<int:pk>/withdraw/", people.withdraw, name="withdraw-rater"),
    path("cycles/forms/<int:pk>/return/", people.give_back, name="return-rating"),
    path("policies/", policies.policies, name="list-policies"),
    path("policies/add/", policies.add, name="add-policy"),
    path("policies/<int:pk>/", policies.policy, name="see-policy"),
    path("policies/<int:pk>/revise/", policy_drafts.revise, name="revise-policy"),
    path("policies/<int:pk>/edit/", policy_drafts.edit, name="edit-policy"),
    path("policies/<int:pk>/edit/text/", policy_drafts.edit_text, name="edit-policy-text"),
    path("policies/<int:pk>/edit/differing/", policy_drafts.differing, name="differing-policy"),
    path("policies/<int:pk>/printed/", policy_drafts.printed, name="print-policy"),
    path("policies/<int:pk>/compare/", policy_drafts.compare, name="compare-policy"),
    path("policies/<int:pk>/delete/", policy_drafts.delete, name="delete-policy"),
    path("policies/<int:pk>/publish/", policies.publish, name="publish-policy"),
]

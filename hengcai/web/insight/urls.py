from django.urls import path

from hengcai.web.insight.views import boards, forms, home, results, teams, trends

urlpatterns = [
    path("", home.home, name="home"),
    path("board/", boards.board, name="see-board"),
    path("my/results/", results.own, name="see-my-results"),
    path("results/<int:pk>/", results.result, name="see-result"),
    path("results/<int:pk>/pdf", results.pdf, name="print-result"),
    path("results/<int:pk>/xlsx", results.xlsx, name="sheet-result"),
    path("teams/", teams.teams, name="list-teams"),
    path("teams/trends/", trends.see_trends, name="see-trends"),
    path("teams/<int:pk>/", teams.gaps, name="see-team-gaps"),
    path("teams/<int:pk>/pdf", teams.pdf, name="print-team-gaps"),
    path("teams/<int:pk>/xlsx", teams.xlsx, name="sheet-team-gaps"),
    path("forms/", forms.forms, name="list-forms"),
    path("forms/<slug:code>/", forms.form, name="see-form"),
    path("forms/<slug:code>/pdf", forms.pdf, name="print-form"),
    path("forms/<slug:code>/xlsx", forms.xlsx, name="sheet-form"),
    path("forms/<slug:code>/edit/", forms.edit, name="edit-form"),
]

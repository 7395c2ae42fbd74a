from django.urls import path

from hengcai.web.assessment.views import answering, blueprints, exams, questionnaires, questions, sitting, surveys

ONE, SURVEY = "questionnaires/<int:pk>/", "surveys/<int:pk>/"
BLUEPRINT, SITTING = "tests/blueprints/<int:pk>/", "tests/sittings/<int:pk>/"

urlpatterns = [
    path("questionnaires/", questionnaires.questionnaires, name="list-questionnaires"),
    path("questionnaires/add/", questionnaires.add, name="add-questionnaire"),
    path(ONE, questionnaires.questionnaire, name="see-questionnaire"),
    path(f"{ONE}edit/", questionnaires.edit, name="edit-questionnaire"),
    path(f"{ONE}preview/", answering.preview, name="preview-questionnaire"),
    path(f"{ONE}questions/add/", questions.add, name="add-question"),
    path(f"{ONE}questions/<str:code>/", questions.edit, name="edit-question"),
    path("tests/", exams.exams, name="list-exams"),
    path("tests/<int:pk>/", exams.exam, name="see-exam"),
    path("tests/blueprints/", blueprints.blueprints, name="list-blueprints"),
    path("tests/blueprints/add/", blueprints.add, name="add-blueprint"),
    path(BLUEPRINT, blueprints.blueprint, name="see-blueprint"),
    path(f"{BLUEPRINT}edit/", blueprints.edit, name="edit-blueprint"),
    path(f"{BLUEPRINT}schedule/", blueprints.schedule, name="schedule-exam"),
    path("tests/mine/", sitting.sittings, name="list-sittings"),
    path(SITTING, sitting.sitting, name="see-sitting"),
    path(f"{SITTING}questions/<int:question>/", sitting.fragment, name="see-sitting-question"),
    path("surveys/", surveys.surveys, name="list-surveys"),
    path("surveys/add/", surveys.add, name="open-survey"),
    path(SURVEY, surveys.survey, name="see-survey"),
    path(f"{SURVEY}answer/", answering.answer, name="answer-survey"),
    path(f"{SURVEY}results/", surveys.results, name="see-survey-results"),
    path(f"{SURVEY}export/", surveys.export, name="export-survey"),
]

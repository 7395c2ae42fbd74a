from django.urls import path

from hengcai.web.questions.views import bank, duplicates, editing, exporting, files, listening

ONE, FILE = "questions/<int:pk>/", "questions/files/<int:pk>/"

urlpatterns = [
    path("questions/", bank.questions, name="list-questions"),
    path("questions/add/", editing.add, name="add-bank-question"),
    path(ONE, bank.question, name="see-bank-question"),
    path(f"{ONE}edit/", editing.edit, name="edit-bank-question"),
    path(f"{ONE}play/", listening.play, name="play-question"),
    path(f"{ONE}sound/<str:ticket>/", listening.sound, name="hear-question"),
    path("questions/files/", files.files, name="list-question-files"),
    path("questions/files/add/", files.add, name="add-question-file"),
    path(FILE, files.file, name="see-question-file"),
    path("questions/export/", exporting.export, name="export-questions"),
    path("questions/duplicates/", duplicates.duplicates, name="list-duplicates"),
]

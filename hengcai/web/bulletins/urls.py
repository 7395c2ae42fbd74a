from django.urls import path

from hengcai.web.bulletins.views import knowledge, notices, readers, spots, writing

urlpatterns = [
    path("bulletins/", notices.bulletins, name="list-bulletins"),
    path("bulletins/add/", writing.add, name="add-bulletin"),
    path("bulletins/unread/", readers.unread, name="list-unread"),
    path("bulletins/figures/", readers.figures, name="see-bulletin-figures"),
    path("bulletins/<int:pk>/", notices.bulletin, name="see-bulletin"),
    path("bulletins/<int:pk>/edit/", writing.edit, name="edit-bulletin"),
    path("bulletins/<int:pk>/files/<int:file>/", notices.attachment, name="download-bulletin-file"),
    path("bulletins/<int:pk>/readers/", readers.readers, name="list-bulletin-readers"),
    path("bulletins/<int:pk>/questions/", spots.questions, name="edit-bulletin-questions"),
    path("spot-tests/<int:pk>/", spots.take, name="take-spot-test"),
    path("spot-tests/<int:pk>/results/", spots.results, name="see-spot-test-results"),
    path("knowledge/", knowledge.corrections, name="list-knowledge"),
    path("knowledge/add/", knowledge.add, name="report-knowledge"),
    path("knowledge/topics/", knowledge.topics_page, name="list-knowledge-topics"),
    path("knowledge/figures/", knowledge.figures, name="see-knowledge-figures"),
    path("knowledge/<int:pk>/", knowledge.correction, name="see-correction-of-knowledge"),
]

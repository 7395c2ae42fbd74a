from django.urls import path

from hengcai.web.mentoring.views import mentors, pairs, permits

urlpatterns = [
    path("mentoring/", pairs.pairs, name="list-pairs"),
    path("mentoring/add/", pairs.add, name="add-pair"),
    path("mentoring/mentors/", mentors.mentors_list, name="list-mentors"),
    path("mentoring/mentors/<int:pk>/", mentors.mentor, name="see-mentor"),
    path("mentoring/<int:pk>/", pairs.pair, name="see-pair"),
    path("permits/", permits.permits, name="list-permits"),
    path("permits/add/", permits.add, name="open-permit"),
    path("permits/demands/", permits.demands_page, name="list-permit-demands"),
    path("permits/without/", permits.without, name="list-without-permit"),
    path("permits/<int:pk>/", permits.permit, name="see-permit"),
]

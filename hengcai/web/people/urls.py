from django.urls import path

from hengcai.web.people import organisation, roster, views, working_time

urlpatterns = [
    path("people/", views.people, name="list-people"),
    path("people/add/", views.add, name="add-person"),
    path("people/export/", views.export, name="export-people"),
    path("people/link/", views.link_all, name="link-users"),
    path("people/<int:pk>/", views.person, name="see-person"),
    path("people/<int:pk>/change/", views.change, name="change-person"),
    path("people/<int:pk>/place/", views.place, name="place-person"),
    path("people/<int:pk>/end/", views.end, name="end-employment"),
    path("people/<int:pk>/stay/", views.stay, name="withdraw-leaving"),
    path("people/<int:pk>/rehire/", views.rehire, name="rehire-person"),
    path("people/<int:pk>/link/", views.link, name="link-user"),
    path("organisation/", organisation.organisation, name="see-organisation"),
    path("organisation/teams/add/", organisation.add_team, name="add-team"),
    path("organisation/sites/add/", organisation.add_site, name="add-site"),
    path("roster/", roster.see_roster, name="see-roster"),
    path("working-time/", working_time.working_time, name="see-working-time"),
    path("working-time/hours/", working_time.hours, name="settle-hours"),
    path("working-time/days/", working_time.settle_day, name="settle-day"),
    path("working-time/days/<int:pk>/remove/", working_time.remove_day, name="remove-day"),
]

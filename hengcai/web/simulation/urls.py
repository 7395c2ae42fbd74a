from django.urls import path

from hengcai.web.simulation.views import catalogue, playing, runs

ONE, RUN = "simulations/<int:pk>/", "simulations/runs/<int:pk>/"

urlpatterns = [
    path("simulations/", catalogue.scenarios, name="list-scenarios"),
    path("simulations/runs/", runs.runs, name="list-simulation-runs"),
    path(RUN, playing.play, name="play-scenario"),
    path(f"{RUN}debrief/", playing.debrief, name="see-debrief"),
    path(ONE, catalogue.scenario, name="see-scenario"),
]

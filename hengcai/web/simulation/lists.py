"""The lists of scenarios and of runs."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from hengcai.simulation.models import Run
from hengcai.simulation.queries.runs import ORDERS as RUN_ORDERS
from hengcai.simulation.queries.scenarios import ORDERS, Standing
from hengcai.web.shell.lists.columns import Column, Listing, link
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import moment, percent


def scenario_list(*, standing, is_writer):
    """`standing`: code → how the reader stands with it. Versions and states are for those who look after them."""
    own = lambda one: standing.get(one.code, Standing())  # noqa: E731
    kept = [
        Column("code", _("Code"), lambda one: one.code),
        Column("number", _("Version"), lambda one: one.number, css="num"),
        Column("state", _("Status"), lambda one: word(f"simulation.scenario.state.{one.state}")),
        Column("finished", _("Finished runs"), lambda one: one.n_finished, css="num"),
    ]
    columns = [
        Column("title", _("Scenario"), lambda one: str(one.title), _scenario_link, is_head=True),
        Column("kind", _("Kind"), lambda one: word(f"simulation.kind.{one.kind}")),
        Column("channel", _("Channel"), lambda one: word(f"simulation.channel.{one.channel}")),
        Column("minutes", _("Length in minutes"), lambda one: one.minutes, css="num"),
        *(kept if is_writer else []),
        Column("own", _("Your best score"), lambda one: percent(own(one).best), lambda one: _own(own(one)), css="nowrap"),
    ]  # fmt: skip
    return Listing("scenarios", _("Simulations"), columns, ORDERS)


def _own(found):
    if found.is_playing:
        return format_html('<span class="badge">{}</span>', _("in progress"))
    if not found.n_finished:
        return _("not played yet")
    best = percent(found.best)
    return _("%(best)s · played %(n)s times") % {"best": best, "n": found.n_finished} if found.n_finished > 1 else best


def _scenario_link(one):
    return link(reverse("see-scenario", args=[one.pk]), str(one.title))


def run_list(*, names):
    """`names`: of other people too; else of one's own alone."""
    whose = [
        Column("person", _("Person"), lambda one: one.person.name, _by_person, is_head=True),
        Column("number", _("Number"), lambda one: one.person.number),
    ]
    title = Column(
        "scenario", _("Scenario"), lambda one: str(one.scenario.title), None if names else _by_title, is_head=not names
    )
    columns = [
        *(whose if names else []),
        title,
        Column("version", _("Version"), lambda one: one.scenario.number, css="num"),
        Column("way", _("How it was played"), lambda one: word(f"simulation.way.{one.way}")),
        Column("state", _("Status"), lambda one: word(f"simulation.run.state.{one.state}")),
        Column("choices", _("Choices made"), lambda one: one.n_choices, css="num"),
        Column("share", _("Score"), lambda one: one.exact, lambda one: percent(one.share), css="num", is_score=True),
        Column("started", _("Started"), lambda one: one.started_at, lambda one: moment(one.started_at), css="nowrap"),
    ]  # fmt: skip
    return Listing("simulation_runs", _("Simulation runs"), columns, RUN_ORDERS)


def _by_person(one):
    return link(run_address(one), one.person.name, moment(one.started_at))


def _by_title(one):
    return link(run_address(one), str(one.scenario.title), moment(one.started_at))


def run_address(run):
    amid = run.state == Run.State.PLAYING and run.way == Run.Way.CHOICES
    return reverse("play-scenario" if amid else "see-debrief", args=[run.pk])

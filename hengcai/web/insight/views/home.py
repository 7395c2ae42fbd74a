from django.conf import settings
from django.shortcuts import render
from django.utils import timezone

from hengcai.base.roles import ANALYST
from hengcai.insight.letters import sides as side_letters
from hengcai.insight.letters.home import Now
from hengcai.insight.letters.home import home as home_letter
from hengcai.insight.letters.state import go_to_team
from hengcai.insight.queries.home import next_cycle, tasks_due
from hengcai.insight.queries.sides import sides_of
from hengcai.web.insight.doors import late_lines, page_url
from hengcai.web.insight.state import moved_team, state_of


def home(request):
    """What is due to this user, soonest first, and one thing to do next; of those they answer for, how it stands."""
    now, language = Now(timezone.now(), settings.TIME_ZONE), request.LANGUAGE_CODE
    letter = home_letter(tasks_due(request.user, today=now.today), name=request.user.name, now=now, language=language)
    cards = side_letters.cards(sides_of(request.user, today=now.today), language)
    groups = [(heading, [(line, task_url(line.task)) for line in lines]) for heading, lines in letter.groups]
    facts = {"letter": letter, "groups": groups, "cards": [(card, card_url(card)) for card in cards]}
    facts |= _state(request.user, now.today, language)
    return render(request, "insight/home.html", facts | _next(request.user, letter, facts, language))


def _state(user, today, language):
    facts = state_of(user, today=today, language=language)
    return {**facts, "late_lines": late_lines(facts["late"]) if facts else []}


def _next(user, letter, facts, language):
    """The one button: one's own work; where there is none, the team in which something moved."""
    if letter.first:
        return {"go_url": task_url(letter.first.task), "go": letter.first.go, "go_what": letter.first.what}
    is_analyst = ANALYST in user.roles
    coming = {"coming": side_letters.coming(next_cycle(), is_analyst=is_analyst, language=language)}
    cell = moved_team(facts.get("trends", ()), facts.get("open_teams", ()))
    if cell is None:
        return coming
    return {**coming, "go_url": page_url("see-team-gaps", cell.team, {}), "go": go_to_team(cell, language)}


def task_url(task):
    return page_url(task.page, task.key, task.query)


def card_url(card):
    return page_url(card.page, card.key, {}) if card.page else ""

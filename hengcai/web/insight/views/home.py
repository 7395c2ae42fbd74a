from django.conf import settings
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import urlencode

from hengcai.base.roles import ANALYST
from hengcai.insight.letters import sides as side_letters
from hengcai.insight.letters.home import Now
from hengcai.insight.letters.home import home as home_letter
from hengcai.insight.queries.home import next_cycle, tasks_due
from hengcai.insight.queries.sides import sides_of
from hengcai.web.insight.doors import found_url

LISTS = {
    "score-contact": "list-assignments", "fill-rating": "list-ratings", "judge-case": "list-cases",
    "see-cycle": "list-cycles", "see-import": "list-imports",
}  # fmt: skip


def home(request):
    """What is due to this user, soonest first, and one thing to do next."""
    now = Now(timezone.now(), settings.TIME_ZONE)
    tasks = tasks_due(request.user, today=now.today)
    letter = home_letter(tasks, name=request.user.name, now=now, language=request.LANGUAGE_CODE)
    cards = side_letters.cards(sides_of(request.user, today=now.today), request.LANGUAGE_CODE)
    groups = [(heading, [(line, task_url(line.task)) for line in lines]) for heading, lines in letter.groups]
    facts = {"letter": letter, "groups": groups, "cards": [(card, card_url(card)) for card in cards]}
    if letter.first:
        facts["first_url"] = task_url(letter.first.task)
    else:
        is_analyst = ANALYST in request.user.roles
        facts["coming"] = side_letters.coming(next_cycle(), is_analyst=is_analyst, language=request.LANGUAGE_CODE)
    return render(request, "insight/home.html", facts)


def task_url(task):
    return _url(task.page, task.key, task.query)


def card_url(card):
    return _url(card.page, card.key, {}) if card.page else ""


def _url(page, key, query):
    """The page of the thing itself; its list where a thing has no page of its own."""
    found = found_url(page, *([key] if key is not None else [])) or found_url(LISTS.get(page, page))
    return f"{found}?{urlencode(query)}" if found and query else found
